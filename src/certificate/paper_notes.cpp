#include "certificate/paper_notes.h"

#include "base/text.h"

#include <algorithm>
#include <charconv>

namespace yomikae {

namespace {

constexpr std::size_t ShownValue = 200;

constexpr std::size_t MostOfAKind = 3; ///< the fourth teaches nothing new

std::string keyOf(PaperField field) {
    return field < PaperField::Server ? std::string(name(field)) : std::string();
}

bool isSecret(PaperField field) {
    return field == PaperField::MailPassword;
}

/// How far a value is to be trusted, over all that is known about its label.
int weight(const ValueOrigin& found) {
    return found.besideOtherId && found.rank == LabelRank::General ? -1 : static_cast<int>(found.rank);
}

std::optional<std::uint16_t> number(const std::string& digits) {
    std::uint16_t value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return read.ec == std::errc() ? std::optional(value) : std::nullopt;
}

} // namespace

PaperNotes::~PaperNotes() {
    for (Slot& slot : slots_)
        wipe(slot.value);
}

void PaperNotes::put(const ValueOrigin& found, std::string value) {
    Slot& old = slot(found.field);
    if (!old.found) {
        settle(old, found, std::move(value));
        return;
    }
    if (old.value == value) {
        if (weight(found) > weight(*old.found))
            old.found = found;
        wipe(value);
        return;
    }
    const bool better = weight(found) > weight(*old.found);
    if (weight(found) != weight(*old.found)) {
        const ValueOrigin loser = better ? *old.found : found;
        doubt("not-used", found.field, loser.line, {{"label", loser.label}});
    } else if (isSecret(found.field)) {
        doubt("two-passwords", found.field, found.line);
    } else {
        doubt("two-values", found.field, found.line, {{"value", old.value}, {"other", value}});
    }
    if (isSecret(found.field))
        keepSecret(better ? old.value : value);
    if (better)
        settle(old, found, std::move(value));
    wipe(value);
}

void PaperNotes::settle(Slot& slot, const ValueOrigin& found, std::string value) {
    slot.found = found;
    wipe(slot.value);
    slot.value = std::move(value);
}

bool PaperNotes::has(PaperField field) const {
    return slot(field).found.has_value();
}

const std::string& PaperNotes::value(PaperField field) const {
    return slot(field).value;
}

void PaperNotes::doubt(std::string_view code, PaperField field, int line, Arguments arguments) {
    if (++kinds_[{std::string(code), field}] <= MostOfAKind)
        sureDoubt(code, field, line, std::move(arguments));
}

void PaperNotes::sureDoubt(std::string_view code, PaperField field, int line, Arguments arguments) {
    for (auto& [key, value] : arguments)
        value = printable(value, ShownValue);
    doubts_.push_back({{"certificate-" + std::string(code), std::move(arguments)}, keyOf(field), line});
}

/// Behind the last that was kept of each kind.
void PaperNotes::countTheRest() {
    for (const auto& [kind, count] : kinds_) {
        if (count <= MostOfAKind)
            continue;
        const std::string code = "certificate-" + kind.first;
        const std::string key = keyOf(kind.second);
        const auto last = std::find_if(doubts_.rbegin(), doubts_.rend(), [&](const Doubt& doubt) {
            return doubt.message.code == code && doubt.field == key;
        });
        if (last != doubts_.rend())
            doubts_.insert(
                last.base(),
                {{"certificate-more-of-a-kind", {{"count", std::to_string(count - MostOfAKind)}}}, key, last->line});
    }
}

void PaperNotes::keepSecret(std::string secret) {
    constexpr std::size_t Most = 16; // more passwords than a paper has; each costs a walk over the text
    if (secrets_.size() < Most)
        secrets_.emplace_back(std::move(secret));
    wipe(secret);
}

bool PaperNotes::nothing() const {
    return doubts_.empty() &&
           std::none_of(slots_.begin(), slots_.end(), [](const Slot& s) { return s.found.has_value(); });
}

void PaperNotes::doubtsOfThePassword() {
    const Slot& password = slot(PaperField::MailPassword);
    if (!password.found)
        return;
    const int line = password.found->line;
    if (password.value.find_first_of("lI1O0") != std::string::npos)
        sureDoubt("password-look-alikes", PaperField::MailPassword, line, {});
    if (weight(*password.found) < 0)
        sureDoubt("password-of-what", PaperField::MailPassword, line, {{"label", password.found->label}});
}

Certificate PaperNotes::certificate() {
    Certificate c;
    c.provider = value(PaperField::Provider);
    c.issued = partialDate(value(PaperField::Issued));
    c.mailAddress = value(PaperField::MailAddress);
    c.mailAccount = value(PaperField::MailAccount);
    c.popServer = value(PaperField::PopServer);
    c.popPort = number(value(PaperField::PopPort));
    c.smtpServer = value(PaperField::SmtpServer);
    c.smtpPort = number(value(PaperField::SmtpPort));
    c.smtpAccount = value(PaperField::SmtpAccount);
    c.imapServer = value(PaperField::ImapServer);
    c.imapPort = number(value(PaperField::ImapPort));
    c.incomingSecurity = securityNamed(value(PaperField::IncomingSecurity));
    c.outgoingSecurity = securityNamed(value(PaperField::OutgoingSecurity));
    c.mailPassword = Secret(std::move(slot(PaperField::MailPassword).value));
    return c;
}

ReadCertificate PaperNotes::finished(std::string paperText) {
    doubtsOfThePassword();
    if (!has(PaperField::MailAddress))
        sureDoubt("address-missing", PaperField::MailAddress, 0, {});
    std::stable_sort(doubts_.begin(), doubts_.end(), [](const Doubt& a, const Doubt& b) { return a.line < b.line; });
    countTheRest();
    ReadCertificate result{certificate(), std::move(doubts_)};
    secrets_.push_back(result.certificate.mailPassword);
    for (const Secret& secret : secrets_) {
        paperText = secret.struckOut(std::move(paperText));
        for (Doubt& doubt : result.doubts)
            for (auto& [key, value] : doubt.message.arguments)
                value = secret.struckOut(std::move(value));
    }
    result.certificate.paperText = std::move(paperText);
    return result;
}

} // namespace yomikae
