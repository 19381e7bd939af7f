// One file of resources/mailapps -> MailApp. Format 1.
#include "mailapp/mail_app.h"

#include "base/json.h"
#include "base/limits.h"
#include "base/partial_date.h"

#include <algorithm>
#include <set>

namespace yomikae {

namespace {

constexpr std::size_t MostLabel = 100;
constexpr std::size_t MostSentence = 400; ///< it has to fit on the one page

constexpr Named<AppField> Fields[] = {{AppField::MailAddress, "mail_address"},
                                      {AppField::Password, "password"},
                                      {AppField::IncomingServer, "incoming_server"},
                                      {AppField::IncomingPort, "incoming_port"},
                                      {AppField::IncomingSecurity, "incoming_security"},
                                      {AppField::IncomingAuthentication, "incoming_authentication"},
                                      {AppField::IncomingUsername, "incoming_username"},
                                      {AppField::OutgoingServer, "outgoing_server"},
                                      {AppField::OutgoingPort, "outgoing_port"},
                                      {AppField::OutgoingSecurity, "outgoing_security"},
                                      {AppField::OutgoingAuthentication, "outgoing_authentication"},
                                      {AppField::OutgoingUsername, "outgoing_username"}};

constexpr Named<AppValue> Values[] = {{AppValue::Tls, "tls"},
                                      {AppValue::StartTls, "starttls"},
                                      {AppValue::None, "none"},
                                      {AppValue::Password, "password"},
                                      {AppValue::PasswordWithoutTls, "password_without_tls"},
                                      {AppValue::CramMd5, "cram-md5"},
                                      {AppValue::Apop, "apop"},
                                      {AppValue::OAuth2, "oauth2"}};

constexpr Named<AppLogin> Logins[] = {{AppLogin::Password, "password"},
                                      {AppLogin::CramMd5, "cram-md5"},
                                      {AppLogin::Apop, "apop"},
                                      {AppLogin::OAuth2, "oauth2"}};

constexpr Named<AppControl> Controls[] = {
    {AppControl::Choice, "choice"}, {AppControl::CheckBox, "checkbox"}, {AppControl::Switch, "switch"}};

constexpr Named<AppLevel> Levels[] = {{AppLevel::Block, "block"}, {AppLevel::Warn, "warn"}, {AppLevel::Info, "info"}};

constexpr Named<Protocol> Protocols[] = {{Protocol::Pop3, "pop3"}, {Protocol::Imap, "imap"}, {Protocol::Smtp, "smtp"}};

constexpr Named<Security> Securities[] = {
    {Security::ImplicitTls, "tls"}, {Security::StartTls, "starttls"}, {Security::None, "none"}};

constexpr Named<AppState> States[] = {
    {AppState::Active, "active"}, {AppState::Ended, "ended"}, {AppState::Unknown, "unknown"}};

constexpr std::string_view Platforms = "windows, macos, linux, ios, ipados, android, web";

bool isId(std::string_view text) {
    return !text.empty() && text.size() <= 32 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

/// "resources/mailapps/becky.json" -> "becky"
std::string stemOf(std::string_view file) {
    const std::size_t slash = file.find_last_of("/\\");
    std::string_view name = slash == std::string_view::npos ? file : file.substr(slash + 1);
    return std::string(name.substr(0, name.rfind('.')));
}

class Reader {
  public:
    Reader(JsonCursor root, const std::string& file) : root_(std::move(root)), file_(file) {}

    MailApp read() {
        if (!root_.object())
            return {};
        format();
        id();
        names();
        sources(); // others point to them
        takes();
        if (auto at = root_.optional("ja"))
            app_.ja = vocabulary(*at);
        if (auto at = root_.optional("en"))
            app_.en = vocabulary(*at);
        controls();
        warnings();
        afterUpgrade();
        root_.finish();
        return std::move(app_);
    }

  private:
    static std::string label(JsonCursor& at) { return at.text(MostLabel).value_or(""); }

    template <class ReadOne> void each(JsonCursor& from, std::string_view key, ReadOne readOne) {
        if (auto at = from.optional(key))
            for (JsonCursor& element : at->elements())
                readOne(element);
    }

    void format() {
        auto at = root_.required("format");
        const auto found = at ? at->integer(1, 1'000'000) : std::nullopt;
        if (found && *found != 1)
            at->complain("profile-newer-format", std::to_string(*found), "1");
    }

    void id() {
        auto at = root_.required("id");
        const auto found = at ? at->string() : std::nullopt;
        if (!found)
            return;
        app_.id = *found;
        if (!isId(*found))
            at->complain("profile-id", *found, "a-z 0-9 - (1 - 32)");
        else if (stemOf(file_) != *found)
            at->complain("profile-id-not-file", *found, stemOf(file_));
    }

    void names() {
        if (auto at = root_.required("names"))
            app_.names = at->bilingual().value_or(Text{});
        each(root_, "aliases", [this](JsonCursor& at) { addOnce(at, app_.aliases, label(at)); });
        root_.required("platforms");
        each(root_, "platforms", [this](JsonCursor& at) {
            const std::string found = label(at);
            if (!found.empty() && (", " + std::string(Platforms) + ",").find(", " + found + ",") == std::string::npos)
                at.complain("json-not-allowed", found, std::string(Platforms));
            addOnce(at, app_.platforms, found);
        });
        if (auto at = root_.required("state"))
            app_.state = at->word(States).value_or(AppState::Unknown);
    }

    template <class T> static void addOnce(JsonCursor& at, std::vector<T>& to, T found) {
        if (std::find(to.begin(), to.end(), found) != to.end())
            at.complain("profile-twice", at.string().value_or(""));
        else
            to.push_back(std::move(found));
    }

    // ---- what the app can take ----

    /// Words of a table -> yes or no; null and absent are "no source says".
    template <class Table, class E>
    static void knowledge(JsonCursor& from, std::string_view key, const Table& table, std::map<E, bool>& to) {
        auto at = from.optional(key);
        if (!at || !at->object())
            return;
        for (const auto& row : table)
            if (auto one = at->optional(row.name); one && !one->isNull())
                if (const auto found = one->boolean())
                    to[row.value] = *found;
        at->finish();
    }

    static std::optional<bool> knowledge(JsonCursor& from, std::string_view key) {
        auto at = from.optional(key);
        return at && !at->isNull() ? at->boolean() : std::nullopt;
    }

    void takes() {
        auto at = root_.required("takes");
        if (!at || !at->object())
            return;
        knowledge(*at, "protocols", Protocols, app_.takes.protocols);
        knowledge(*at, "starttls", Protocols, app_.takes.startTls);
        knowledge(*at, "logins", Logins, app_.takes.logins);
        app_.takes.noEncryption = knowledge(*at, "no_encryption");
        app_.takes.ownSmtpLogin = knowledge(*at, "own_smtp_login");
        at->finish();
    }

    // ---- its words ----

    template <class Table, class E>
    static void words(JsonCursor& from, std::string_view key, const Table& table, std::map<E, std::string>& to,
                      bool mayBeUnknown) {
        auto at = from.optional(key);
        if (!at || !at->object())
            return;
        for (const auto& row : table)
            if (auto one = at->optional(row.name))
                to[row.value] = one->isNull() && mayBeUnknown ? std::string() : label(*one);
        at->finish();
    }

    static void names(JsonCursor& from, AppNames& to, bool mayBeUnknown) {
        words(from, "labels", Fields, to.labels, mayBeUnknown);
        words(from, "values", Values, to.values, mayBeUnknown);
    }

    AppVocabulary vocabulary(JsonCursor& at) {
        AppVocabulary found;
        if (!at.object())
            return found;
        names(at, found.names, false);
        for (const auto& row : Protocols)
            if (auto own = at.optional(row.name); own && own->object()) {
                names(*own, found.protocols[row.value], true);
                own->finish();
            }
        way(at, "new_account", found.newAccount);
        way(at, "old_account", found.oldAccount);
        at.finish();
        return found;
    }

    static void way(JsonCursor& from, std::string_view key, std::string& to) {
        if (auto at = from.optional(key))
            to = at->text(MostSentence).value_or("");
    }

    void controls() {
        if (auto at = root_.optional("controls"); at && at->object()) {
            for (const auto& row : Fields)
                if (auto one = at->optional(row.name))
                    if (const auto found = one->word(Controls))
                        app_.controls[row.value] = *found;
            at->finish();
        }
        each(root_, "weak", [this](JsonCursor& at) {
            if (const auto found = at.word(Fields))
                addOnce(at, app_.weak, *found);
        });
    }

    // ---- what to say ----

    template <class Table, class E>
    static void list(JsonCursor& from, std::string_view key, const Table& table, std::vector<E>& to) {
        auto at = from.optional(key);
        if (!at)
            return;
        auto elements = at->elements();
        if (elements.empty() && at->isArray())
            at->complain("profile-empty-list", {}, std::string(table[0].name));
        for (JsonCursor& element : elements)
            if (const auto found = element.word(table))
                addOnce(element, to, *found);
    }

    /// A condition is named or left out; "false" would read as if it asked for the opposite.
    static void condition(JsonCursor& from, std::string_view key, bool& to) {
        auto at = from.optional(key);
        const auto found = at ? at->boolean() : std::nullopt;
        to = found.value_or(false);
        if (found && !*found)
            at->complain("json-not-allowed", "false", "true");
    }

    static AppCondition when(JsonCursor& at) {
        AppCondition found;
        if (!at.object())
            return found;
        list(at, "protocol", Protocols, found.protocols);
        list(at, "security", Securities, found.securities);
        list(at, "login", Logins, found.logins);
        condition(at, "smtp_user_differs", found.smtpUserDiffers);
        condition(at, "incoming_user_not_address", found.incomingUserNotAddress);
        condition(at, "own_network_only", found.ownNetworkOnly);
        condition(at, "old_tls_only", found.oldTlsOnly);
        condition(at, "certificate_faulty", found.certificateFaulty);
        at.finish();
        return found;
    }

    Text sentence(JsonCursor& from) {
        auto at = from.required("text");
        const Text found = at ? at->bilingual().value_or(Text{}) : Text{};
        for (const std::string* text : {&found.ja, &found.en})
            if (text->size() > MostSentence)
                at->complain("json-string-too-long", std::to_string(text->size()), std::to_string(MostSentence));
        return found;
    }

    std::size_t source(JsonCursor& from) {
        auto at = from.required("source");
        const auto found = at ? at->integer(0, 1000) : std::nullopt;
        if (!found)
            return 0;
        if (static_cast<std::size_t>(*found) >= app_.sources.size())
            at->complain("profile-source-range", std::to_string(*found),
                         app_.sources.empty() ? "-" : "0 - " + std::to_string(app_.sources.size() - 1));
        return static_cast<std::size_t>(*found);
    }

    void warnings() {
        each(root_, "warnings", [this](JsonCursor& at) {
            AppWarning warning;
            if (!at.object())
                return;
            if (auto whenAt = at.required("when"))
                warning.when = when(*whenAt);
            if (auto level = at.required("level"))
                warning.level = level->word(Levels).value_or(AppLevel::Info);
            warning.text = sentence(at);
            warning.source = source(at);
            at.finish();
            app_.warnings.push_back(std::move(warning));
        });
    }

    void afterUpgrade() {
        each(root_, "after_upgrade", [this](JsonCursor& at) {
            AppUpgradeNote note;
            if (!at.object())
                return;
            note.text = sentence(at);
            if (auto version = at.optional("version"))
                note.version = label(*version);
            note.source = source(at);
            at.finish();
            app_.afterUpgrade.push_back(std::move(note));
        });
    }

    void sources() {
        root_.required("sources");
        each(root_, "sources", [this](JsonCursor& at) {
            AppSource found;
            if (!at.object())
                return;
            if (auto url = at.optional("url"))
                found.url = link(*url);
            if (auto title = at.required("title"))
                found.title = title->text(MostSentence).value_or("");
            if (auto checked = at.required("checked"))
                found.checked = date(*checked);
            if (auto official = at.required("official"))
                found.official = official->boolean().value_or(false);
            at.finish();
            app_.sources.push_back(std::move(found));
        });
    }

    static std::string link(JsonCursor& at) {
        const auto found = at.text(MostSentence);
        const bool good = found && (found->starts_with("https://") || found->starts_with("http://")) &&
                          found->find_first_of(" \"<>") == std::string::npos;
        if (found && !good)
            at.complain("profile-url", *found, "https://, http://");
        return good ? *found : std::string();
    }

    static std::string date(JsonCursor& at) {
        const auto found = at.string();
        const auto day = found ? partialDate(*found) : std::nullopt;
        if (found && !day)
            at.complain("profile-date", *found, "2009, 2009-08, 2009-08-31");
        return day ? toString(*day) : std::string();
    }

    JsonCursor root_;
    const std::string& file_;
    MailApp app_;
};

} // namespace

std::optional<AppLogin> appLoginNamed(std::string_view word) {
    return valueIn(Logins, word);
}

Result<MailApp> readMailApp(std::string json, std::string file) {
    Result<MailApp> result;
    auto document = parseJson(std::move(json), file, limits::ProfileFile);
    result.problems = std::move(document.problems);
    if (!document)
        return result;
    MailApp app = Reader(JsonCursor(*document, result.problems), file).read();
    if (result.problems.empty())
        result.value = std::move(app);
    return result;
}

} // namespace yomikae
