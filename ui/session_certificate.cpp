// The part of the session about the paper: from typed fields to a translation.
#include "ui/session.h"

#include "base/host_name.h"
#include "base/mail_address.h"
#include "base/text.h"
#include "translation/read_paper.h"

#include <algorithm>

namespace yomikae::ui {

namespace {

/// What stands behind the last @, folded; "" before there is something.
std::string domainOf(const std::string& address) {
    const std::string folded = foldTyped(address);
    const std::size_t at = folded.rfind('@');
    return at == std::string::npos ? std::string() : lowerAscii(folded.substr(at + 1));
}

/// The values of a correction in place of what the translation says.
void putFirst(std::vector<TranslatedEndpoint>& endpoints, const Correction& correction, const std::string& address) {
    TranslatedEndpoint corrected;
    corrected.protocol = correction.endpoint.protocol;
    corrected.host = correction.endpoint.host;
    corrected.port = correction.endpoint.port;
    corrected.security = correction.endpoint.security;
    corrected.usernames = {correction.username};
    if (correction.username.empty())
        corrected.usernames = endpoints.empty() ? std::vector<std::string>{address} : endpoints.front().usernames;
    corrected.origin = HostOrigin::Person;
    corrected.recommended = true;
    for (TranslatedEndpoint& other : endpoints)
        other.recommended = false;
    endpoints.insert(endpoints.begin(), corrected);
}

} // namespace

void Session::type(PaperField field, const QString& text) {
    const std::string before = typed_.text(field);
    typed_.type(field, text.toStdString());
    if (typed_.text(field) == before)
        return;
    std::erase_if(pasteDoubts_, [field](const Doubt& doubt) { return doubt.field == name(field); });
    if (field == PaperField::MailAddress && inForce() && inForce()->catalog.byDomain(domainOf(typed_.text(field))))
        typed_.provider.clear(); // chosen for an address that nobody knew
    inputsChanged();
    emit certificateChanged();
}

bool Session::leave(PaperField field) {
    if (!typed_.fold(field))
        return false;
    inputsChanged();
    emit certificateChanged();
    return true;
}

void Session::undoFolding(PaperField field) {
    typed_.undoFolding(field);
    inputsChanged();
    emit certificateChanged();
}

void Session::setPassword(const QString& password) {
    password_ = Secret(password.toStdString());
    passwordPasted_ = false;
    inputsChanged();
}

bool Session::passwordGiven() const {
    return !password_.empty();
}

bool Session::paste(const QString& text) {
    const Knowledge* known = inForce();
    pasteDoubts_.clear();
    if (!known)
        return false;
    auto read = readPaper(text.toStdString(), "", known->catalog, known->labels);
    if (!read)
        return false;
    if (!read->certificate.mailPassword.empty()) {
        password_ = std::move(read->certificate.mailPassword);
        passwordPasted_ = true;
        emit passwordForgotten(); // what stands in its edit is not what will be sent
    }
    typed_.take(read->certificate);
    for (auto& [key, value] : read->certificate.answers)
        answers_[key] = value;
    pasteDoubts_ = std::move(read->doubts);
    inputsChanged();
    emit certificateChanged();
    return true;
}

std::vector<Doubt> Session::doubtsAbout(PaperField field) {
    std::vector<Doubt> doubts;
    const auto collect = [&](const std::vector<Doubt>& from) {
        std::copy_if(from.begin(), from.end(), std::back_inserter(doubts),
                     [&](const Doubt& doubt) { return doubt.field == name(field); });
    };
    if (translation())
        collect(translation_->doubts);
    return doubts;
}

void Session::chooseProvider(const std::string& id) {
    typed_.provider = id;
    inputsChanged();
    emit certificateChanged();
}

const ProviderProfile* Session::provider() const {
    const Knowledge* known = inForce();
    if (!known)
        return nullptr;
    if (!typed_.provider.empty())
        if (const auto* chosen = known->catalog.byId(typed_.provider))
            return chosen;
    const std::string domain = domainOf(typed_.text(PaperField::MailAddress));
    return domain.empty() ? nullptr : known->catalog.byDomain(domain);
}

QString Session::domain() const {
    return shown(domainOf(typed_.text(PaperField::MailAddress)));
}

QString Session::domainInAscii() const {
    const std::string typed = domainOf(typed_.text(PaperField::MailAddress));
    const auto ascii = hostName(typed);
    return ascii && *ascii != typed && typed.back() != '.' ? shown(*ascii) : QString();
}

QString Session::nearDomain() const {
    const std::string domain = domainOf(typed_.text(PaperField::MailAddress));
    return inForce() && !domain.empty() ? shown(inForce()->catalog.nearDomain(domain)) : QString();
}

void Session::takeNearDomain() {
    const QString near = nearDomain();
    const QString address = shown(foldTyped(typed_.text(PaperField::MailAddress)));
    if (!near.isEmpty())
        type(PaperField::MailAddress, address.left(address.lastIndexOf(QLatin1Char('@')) + 1) + near);
}

QString Session::labelOf(PaperField field) const {
    if (const ProviderProfile* known = provider())
        for (const auto& [key, labels] : known->labels)
            if (key == name(field) && !labels.empty())
                return shown(labels.front());
    return {};
}

// --- translation ----------------------------------------------------------------------------------------------------

/// Whatever was checked was checked with other values. A run that is under way is of no use any more.
void Session::inputsChanged() {
    translationDue_ = true;
    stale_ = report_.has_value() || checking();
    if (checking())
        cancelCheck();
    emit translationChanged();
}

void Session::makeTranslation() {
    translationDue_ = false;
    translation_.reset();
    translationProblems_.clear();
    if (!inForce())
        return;
    Certificate certificate = typed_.certificate();
    certificate.mailPassword = password_;
    certificate.answers.insert(answers_.begin(), answers_.end());
    auto made = translate(certificate, inForce()->catalog, preference_);
    translationProblems_ = std::move(made.problems);
    translation_ = std::move(made.value);
    if (!translation_)
        return;
    const auto address = mailAddress(translation_->mailAddress);
    if (address && address->domain == discovery_.domain && isWorthDiscovering(*translation_))
        translation_ =
            withDiscovery(*translation_, {certificate, {}}, inForce()->catalog, discovery_.found, preference_);
    translation_->doubts.insert(translation_->doubts.begin(), pasteDoubts_.begin(), pasteDoubts_.end());
    if (corrections_[0])
        putFirst(translation_->incoming, *corrections_[0], translation_->mailAddress);
    if (corrections_[1])
        putFirst(translation_->outgoing, *corrections_[1], translation_->mailAddress);
}

const Translation* Session::translation() {
    if (translationDue_)
        makeTranslation();
    return translation_ ? &*translation_ : nullptr;
}

const std::vector<Problem>& Session::translationProblems() {
    if (translationDue_)
        makeTranslation();
    return translationProblems_;
}

void Session::answer(const std::string& key, const QString& value) {
    if (value.trimmed().isEmpty())
        answers_.erase(key);
    else
        answers_[key] = value.toStdString();
    inputsChanged();
}

QString Session::answerTo(const std::string& key) const {
    const auto found = answers_.find(key);
    return found == answers_.end() ? QString() : shown(found->second);
}

void Session::setStepDone(const std::string& id, bool done) {
    if (done)
        stepsDone_.insert(id);
    else
        stepsDone_.erase(id);
}

void Session::setPreference(Preference preference) {
    if (preference == preference_)
        return;
    preference_ = preference;
    inputsChanged();
}

std::optional<Correction> Session::correction(bool incoming) const {
    return corrections_[incoming ? 0 : 1];
}

void Session::correct(bool incoming, const std::optional<Correction>& correction) {
    corrections_[incoming ? 0 : 1] = correction;
    inputsChanged();
}

} // namespace yomikae::ui
