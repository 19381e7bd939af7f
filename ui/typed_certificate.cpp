#include "ui/typed_certificate.h"

#include "base/text.h"
#include "certificate/paper_values.h"

#include <utility>

namespace yomikae::ui {

namespace {

/// Fields that hold a name of a machine's kind. A date may hold 年月日 and is read by its own rules.
bool isFolded(PaperField field) {
    return field != PaperField::Issued && field != PaperField::Provider;
}

std::string textOf(const std::optional<std::uint16_t>& port) {
    return port ? std::to_string(*port) : std::string();
}

} // namespace

const std::vector<PaperField>& paperFields() {
    static const std::vector<PaperField> fields{PaperField::MailAddress, PaperField::MailAccount, PaperField::PopServer,
                                                PaperField::SmtpServer,  PaperField::PopPort,     PaperField::SmtpPort,
                                                PaperField::SmtpAccount, PaperField::Issued};
    return fields;
}

std::string TypedCertificate::text(PaperField field) const {
    const auto found = entries_.find(field);
    return found == entries_.end() ? std::string() : found->second.text;
}

Origin TypedCertificate::origin(PaperField field) const {
    const auto found = entries_.find(field);
    return found == entries_.end() ? Origin::Typed : found->second.origin;
}

void TypedCertificate::type(PaperField field, std::string text) {
    Entry& entry = entries_[field];
    if (entry.text == text)
        return;
    entry = {};
    entry.text = std::move(text);
}

bool TypedCertificate::fold(PaperField field) {
    Entry& entry = entries_[field];
    if (entry.keepAsTyped || !isFolded(field))
        return false;
    const std::string folded = foldTyped(entry.text);
    if (folded == entry.text)
        return false;
    entry.before = entry.text;
    entry.text = folded;
    return true;
}

std::string TypedCertificate::beforeFolding(PaperField field) const {
    const auto found = entries_.find(field);
    return found == entries_.end() ? std::string() : found->second.before;
}

void TypedCertificate::undoFolding(PaperField field) {
    Entry& entry = entries_[field];
    if (entry.before.empty())
        return;
    entry.text = std::exchange(entry.before, {});
    entry.keepAsTyped = true;
}

void TypedCertificate::take(const Certificate& read) {
    const auto put = [this](PaperField field, const std::string& text) {
        if (!text.empty())
            entries_[field] = {text, {}, false, Origin::Pasted};
    };
    put(PaperField::MailAddress, read.mailAddress);
    put(PaperField::MailAccount, read.mailAccount);
    put(PaperField::PopServer, read.popServer);
    put(PaperField::SmtpServer, read.smtpServer);
    put(PaperField::PopPort, textOf(read.popPort));
    put(PaperField::SmtpPort, textOf(read.smtpPort));
    put(PaperField::SmtpAccount, read.smtpAccount);
    put(PaperField::Issued, read.issued ? toString(*read.issued) : std::string());
    if (!read.provider.empty())
        provider = read.provider;
    if (!read.paperText.empty())
        paperText_ = read.paperText;
}

Certificate TypedCertificate::certificate() const {
    const auto folded = [this](PaperField field) { return foldTyped(text(field)); };
    Certificate made;
    made.provider = provider;
    made.mailAddress = folded(PaperField::MailAddress);
    made.mailAccount = folded(PaperField::MailAccount);
    made.popServer = folded(PaperField::PopServer);
    made.smtpServer = folded(PaperField::SmtpServer);
    made.popPort = portIn(folded(PaperField::PopPort));
    made.smtpPort = portIn(folded(PaperField::SmtpPort));
    made.smtpAccount = folded(PaperField::SmtpAccount);
    made.issued = dateIn(foldWidth(text(PaperField::Issued)));
    made.paperText = paperText_;
    return made;
}

std::vector<PaperField> TypedCertificate::misread() const {
    const Certificate made = certificate();
    std::vector<PaperField> fields;
    const auto check = [&](PaperField field, bool understood) {
        if (!understood && !trimmed(text(field)).empty())
            fields.push_back(field);
    };
    check(PaperField::PopPort, made.popPort.has_value());
    check(PaperField::SmtpPort, made.smtpPort.has_value());
    check(PaperField::Issued, made.issued.has_value());
    return fields;
}

bool TypedCertificate::empty() const {
    for (PaperField field : paperFields())
        if (!trimmed(text(field)).empty())
            return false;
    return true;
}

} // namespace yomikae::ui
