#include "certificate/read_json.h"

#include "base/host_name.h"
#include "base/json.h"
#include "base/limits.h"
#include "base/mail_address.h"
#include "base/text.h"

namespace yomikae {

namespace {

constexpr std::size_t LongestText = 200;

/// Reads one object key by key. Each taker leaves the field empty where the key is absent or wrong.
class CertificateReader {
  public:
    CertificateReader(const JsonDocument& document, std::vector<Problem>& problems) : root_(document, problems) {}

    ReadCertificate read(std::string* id) {
        if (!root_.object())
            return {};
        unwrap();
        if (id != nullptr)
            *id = rowId();
        Certificate& c = result_.certificate;
        if (auto format = root_.optional("format"))
            format->integer(1, 1);
        c.provider = folded("provider", LongestText);
        c.issued = date("issued");
        c.mailAddress = address("mail_address");
        c.mailAccount = folded("mail_account", limits::UserName);
        c.mailPassword = password("mail_password");
        c.popServer = host("pop_server");
        c.popPort = port("pop_port");
        c.smtpServer = host("smtp_server");
        c.smtpPort = port("smtp_port");
        c.smtpAccount = folded("smtp_account", limits::UserName);
        c.incomingSecurity = security("incoming_security");
        c.outgoingSecurity = security("outgoing_security");
        c.imapServer = host("imap_server");
        c.imapPort = port("imap_port");
        answers();
        root_.finish();
        return std::move(result_);
    }

  private:
    /// {"certificate": {…}, "doubts": […]}, as `read --json` prints it.
    void unwrap() {
        JsonCursor around = root_;
        auto inside = around.optional("certificate");
        if (!inside)
            return;
        around.optional("doubts");
        around.finish();
        root_ = std::move(*inside);
        root_.object();
    }

    std::string rowId() {
        auto at = root_.optional("id");
        if (!at)
            return {};
        if (at->isString())
            return at->text(LongestText).value_or(std::string());
        constexpr std::int64_t Most = 999'999'999'999'999'999;
        const auto number = at->integer(-Most, Most);
        return number ? std::to_string(*number) : std::string();
    }

    void doubt(std::string code, std::string_view key,
               std::vector<std::pair<std::string, std::string>> arguments = {}) {
        result_.doubts.push_back({{std::move(code), std::move(arguments)}, std::string(key), 0});
    }

    std::string foldedText(JsonCursor& at, std::string_view key, std::size_t most) {
        const auto text = at.text(most);
        if (!text)
            return {};
        bool changed = false;
        std::string value = foldTyped(*text, &changed);
        if (changed)
            doubt("certificate-folded", key, {{"value", printable(value, LongestText)}});
        return value;
    }

    std::string folded(std::string_view key, std::size_t most) {
        auto at = root_.optional(key);
        return at ? foldedText(*at, key, most) : std::string();
    }

    std::string address(std::string_view key) {
        auto at = root_.optional(key);
        if (!at) {
            doubt("certificate-address-missing", key);
            return {};
        }
        const std::string typed = foldedText(*at, key, limits::MailAddress);
        const auto address = mailAddress(typed);
        if (!address && !typed.empty())
            at->complain("input-not-an-address", printable(typed, LongestText), "taro@agate.plala.or.jp");
        return address ? address->full() : std::string();
    }

    std::string host(std::string_view key) {
        auto at = root_.optional(key);
        if (!at)
            return {};
        const std::string typed = foldedText(*at, key, limits::HostName);
        const auto name = isIpLiteral(typed) ? std::optional(typed) : hostName(typed);
        if (!name && !typed.empty())
            at->complain("input-not-a-host", printable(typed, LongestText), "agate.mail.plala.or.jp");
        return name.value_or(std::string());
    }

    std::optional<std::uint16_t> port(std::string_view key) {
        auto at = root_.optional(key);
        return at ? at->port() : std::nullopt;
    }

    std::optional<PartialDate> date(std::string_view key) {
        auto at = root_.optional(key);
        const auto text = at ? at->text(LongestText) : std::nullopt;
        const auto date = text ? partialDate(*text) : std::nullopt;
        if (text && !date)
            at->complain("input-not-a-date", printable(*text, LongestText), "2004, 2004-05, 2004-05-31");
        return date;
    }

    std::optional<Security> security(std::string_view key) {
        auto at = root_.optional(key);
        const auto word = at ? at->string() : std::nullopt;
        const auto security = word ? securityNamed(*word) : std::nullopt;
        if (word && !security)
            at->complain("json-not-allowed", printable(*word, LongestText), "tls, starttls, none");
        return security;
    }

    /// No problem of a password says what it is.
    Secret password(std::string_view key) {
        auto at = root_.optional(key);
        if (!at)
            return {};
        if (!at->isString()) {
            at->complain("json-wrong-type", "****", "\"…\"");
            return {};
        }
        std::string typed = *at->string();
        if (typed == PasswordMask) {
            doubt("certificate-password-masked", key);
            return {};
        }
        std::string narrow = foldTyped(typed);
        const bool ascii = Secret(std::string(narrow)).isAscii();
        if (ascii && !Secret(std::string(typed)).isAscii()) {
            typed.swap(narrow);
            doubt("certificate-password-folded", key);
        } else if (!ascii) {
            doubt("certificate-password-not-ascii", key);
        }
        wipe(narrow);
        Secret secret(std::move(typed));
        if (secret.hasLineBreakOrNul())
            at->complain("input-password-line-break");
        if (secret.size() > limits::Password)
            at->complain("input-password-too-long", {}, std::to_string(limits::Password));
        return secret;
    }

    void answers() {
        auto at = root_.optional("answers");
        if (!at)
            return;
        for (auto& [key, value] : at->members()) {
            std::string answer = foldedText(value, "answers", LongestText);
            if (!answer.empty())
                result_.certificate.answers.emplace(key, std::move(answer));
        }
    }

    JsonCursor root_;
    ReadCertificate result_;
};

/// The parsed strings hold the password too; this one is found by its key.
void wipePassword(JsonValue& from) {
    JsonValue root{nullptr};
    root.value.swap(from.value);
    if (auto* members = std::get_if<JsonValue::Object>(&root.value))
        for (auto& [key, member] : *members) {
            if (auto* text = std::get_if<std::string>(&member.value); text != nullptr && key == "mail_password")
                wipe(*text);
            if (key == "certificate")
                wipePassword(member);
        }
}

} // namespace

Result<ReadCertificate> readCertificateJson(std::string json, std::string file, std::string* id) {
    Result<ReadCertificate> result;
    auto document = parseJson(std::move(json), std::move(file), limits::CertificateFile);
    result.problems = std::move(document.problems);
    if (!document)
        return result;
    ReadCertificate read = CertificateReader(*document, result.problems).read(id);
    wipe(document->text);
    wipePassword(document->root);
    if (result.problems.empty())
        result.value = std::move(read);
    return result;
}

std::vector<std::pair<std::string, FieldValue>> certificateFields(const Certificate& c) {
    std::vector<std::pair<std::string, FieldValue>> fields;
    const auto text = [&](const char* key, std::string value) {
        if (!value.empty())
            fields.emplace_back(key, std::move(value));
    };
    const auto number = [&](const char* key, std::optional<std::uint16_t> value) {
        if (value)
            fields.emplace_back(key, static_cast<int>(*value));
    };
    const auto word = [](std::optional<Security> security) {
        return security ? std::string(name(*security)) : std::string();
    };
    fields.emplace_back("format", 1);
    text("provider", c.provider);
    text("issued", c.issued ? toString(*c.issued) : std::string());
    text("mail_address", c.mailAddress);
    text("mail_account", c.mailAccount);
    text("pop_server", c.popServer);
    number("pop_port", c.popPort);
    text("smtp_server", c.smtpServer);
    number("smtp_port", c.smtpPort);
    text("smtp_account", c.smtpAccount);
    text("incoming_security", word(c.incomingSecurity));
    text("outgoing_security", word(c.outgoingSecurity));
    text("imap_server", c.imapServer);
    number("imap_port", c.imapPort);
    if (!c.answers.empty())
        fields.emplace_back("answers", c.answers);
    return fields;
}

} // namespace yomikae
