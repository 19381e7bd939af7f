#include "cli/options.h"

#include "base/host_name.h"

#include <algorithm>
#include <charconv>

namespace yomikae::cli {

namespace {

template <class Number> std::optional<Number> number(std::string_view text, Number least, Number most) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < least || value > most)
        return std::nullopt;
    return value;
}

bool isSha256(std::string_view text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// Collects the values of options and what is wrong with them.
class Reader {
  public:
    explicit Reader(const QCommandLineParser& parser) : parser_(parser) {}

    bool set(const char* name) const { return parser_.isSet(QString::fromLatin1(name)); }
    std::string value(const char* name) const { return parser_.value(QString::fromLatin1(name)).toStdString(); }

    /// Hands each value of a repeatable option to `take`; complains where that gives false.
    template <class F> void each(const char* name, const char* allowed, F take) {
        for (const QString& given : parser_.values(QString::fromLatin1(name)))
            if (!take(given.toStdString()))
                problems.push_back(wrongValue(std::string("--") + name, given.toStdString(), allowed));
    }

    /// Of two that contradict each other one was not meant.
    void exclude(const char* one, const char* other) {
        if (set(one) && set(other))
            problems.push_back({"options-exclude", {}, std::string("--") + one, std::string("--") + other, {}, false});
    }

    std::vector<Problem> problems;

  private:
    const QCommandLineParser& parser_;
};

void readConsents(Reader& read, Consents& consents) {
    read.each("allow-cleartext", "HOST:PORT", [&](const std::string& text) {
        const auto where = hostAndPort(text);
        if (where)
            consents.cleartext.push_back(*where);
        return where.has_value();
    });
    read.each("accept-certificate", "HOST:PORT=SHA256", [&](const std::string& text) {
        const auto equals = text.find('=');
        const auto where = hostAndPort(std::string_view(text).substr(0, equals));
        std::string sha256 = equals == std::string::npos ? std::string{} : text.substr(equals + 1);
        sha256.erase(std::remove(sha256.begin(), sha256.end(), ':'), sha256.end());
        std::transform(sha256.begin(), sha256.end(), sha256.begin(),
                       [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c; });
        if (!where || !isSha256(sha256))
            return false;
        consents.certificates.push_back({*where, sha256});
        return true;
    });
}

/// What concerns a whole certificate.
void readChoices(Reader& read, CheckOptions& options) {
    options.profiles = read.value("profiles");
    options.offline = read.set("offline");
    options.askIspdb = read.set("ask-ispdb");
    read.each("agree-host", "HOST", [&](const std::string& text) {
        const auto host = hostOrLiteral(text);
        if (host)
            options.consents.hosts.push_back(*host);
        return host.has_value();
    });
    read.each("prefer", "pop3, imap", [&](const std::string& text) {
        const auto named = preferenceNamed(text);
        options.preference = named.value_or(Preference::Pop3);
        return named.has_value();
    });
    read.each("max-refused", "1, 2", [&](const std::string& text) {
        const auto most = number(text, 1, 2);
        options.refusedLogins = most.value_or(2);
        return most.has_value();
    });
}

void readConnection(Reader& read, CheckOptions& options) {
    options.watch = read.set("watch");
    options.login = !read.set("no-login");
    options.caFile = read.value("ca-file");
    options.passwordFile = read.value("password-file");
    read.exclude("password-file", "password-fd");
    readConsents(read, options.consents);
    read.each("password-fd", "0 - 1023", [&](const std::string& text) {
        options.passwordDescriptor = number(text, 0, 1023);
        return options.passwordDescriptor.has_value();
    });
    read.each("deadline", "1 - 3600", [&](const std::string& text) {
        const auto seconds = number(text, 1, 3600);
        options.deadline = std::chrono::seconds(seconds.value_or(180));
        return seconds.has_value();
    });
    read.each("resolve", "HOST:PORT:ADDRESS", [&](const std::string& text) {
        const auto rule = resolveRule(text);
        if (rule)
            options.resolve.push_back(*rule);
        return rule.has_value();
    });
}

Result<CheckOptions> unlessWrong(CheckOptions options, Reader& read) {
    Result<CheckOptions> result;
    result.problems = std::move(read.problems);
    if (result.problems.empty())
        result.value = std::move(options);
    return result;
}

/// Where a value has the asked form, the piece of it that is wrong.
Problem wrongPiece(const std::string& option, const std::string& found, std::string_view allowed) {
    const auto first = found.find(':');
    const std::string host = found.substr(0, first);
    const auto second = first == std::string::npos ? first : found.find_first_of(":=", first + 1);
    const std::string port = first == std::string::npos ? "" : found.substr(first + 1, second - first - 1);
    if (!hostOrLiteral(host))
        return {"option-value-host", {}, option, found, host, false};
    if (!portNumber(port))
        return {"option-value-port", {}, option, found, port, false};
    if (allowed == "HOST:PORT:ADDRESS")
        return {"option-value-address", {}, option, found, found.substr(second + 1), false};
    return {"option-value", {}, option, found, std::string(allowed), false};
}

} // namespace

Problem wrongValue(const std::string& option, const std::string& found, const std::string& allowed) {
    const auto count = [](std::string_view text) { return std::count(text.begin(), text.end(), ':'); };
    if (allowed == "HOST" && !found.empty())
        return {"option-value-host", {}, option, found, found, false};
    if (allowed.find("HOST:") == 0 && count(found) == count(allowed) && found.find('[') == std::string::npos)
        return wrongPiece(option, found, allowed);
    return {"option-value", {}, option, found, allowed, false};
}

std::optional<std::uint16_t> portNumber(std::string_view text) {
    return number<std::uint16_t>(text, 1, 65535);
}

std::optional<std::string> hostOrLiteral(std::string_view text) {
    if (text.size() > 2 && text.front() == '[' && text.back() == ']')
        text = text.substr(1, text.size() - 2);
    if (isIpLiteral(text))
        return std::string(text);
    return hostName(text);
}

std::optional<std::pair<std::string, std::uint16_t>> hostAndPort(std::string_view text) {
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos)
        return std::nullopt;
    const auto host = hostOrLiteral(text.substr(0, colon));
    const auto port = portNumber(text.substr(colon + 1));
    const bool bareIpv6 = text.substr(0, colon).find(':') != std::string_view::npos && text.front() != '[';
    if (!host || !port || bareIpv6)
        return std::nullopt;
    return std::pair(*host, *port);
}

std::optional<Resolve> resolveRule(std::string_view text) {
    // HOST:PORT:ADDRESS, and the address may hold colons itself
    const auto first = text.find(':');
    const auto second = first == std::string_view::npos ? first : text.find(':', first + 1);
    if (second == std::string_view::npos)
        return std::nullopt;
    const auto where = hostAndPort(text.substr(0, second));
    std::string_view address = text.substr(second + 1);
    if (address.size() > 2 && address.front() == '[' && address.back() == ']')
        address = address.substr(1, address.size() - 2);
    if (!where || !isIpLiteral(address))
        return std::nullopt;
    return Resolve{where->first, where->second, std::string(address)};
}

std::optional<Preference> preferenceNamed(std::string_view word) {
    if (word.empty())
        return Preference::Pop3;
    if (word == "pop3")
        return Preference::OnlyPop3;
    return word == "imap" ? std::optional(Preference::Imap) : std::nullopt;
}

std::string_view consentOption(ConsentKind kind) {
    switch (kind) {
    case ConsentKind::Cleartext: return "--allow-cleartext";
    case ConsentKind::Certificate: return "--accept-certificate";
    case ConsentKind::Host: return "--agree-host";
    }
    return {};
}

std::string covers(const ConsentNeeded& consent) {
    const Endpoint& endpoint = consent.endpoint;
    if (consent.kind == ConsentKind::Host)
        return endpoint.host;
    const bool ipv6 = endpoint.host.find(':') != std::string::npos;
    const std::string where = (ipv6 ? "[" + endpoint.host + "]" : endpoint.host) + ":" + std::to_string(endpoint.port);
    return consent.kind == ConsentKind::Certificate ? where + "=" + consent.sha256 : where;
}

void addOption(QCommandLineParser& parser, Language language, const char* name, const char* value) {
    const QString help = QString::fromStdString(say(std::string("option-") + name, language));
    parser.addOption(value ? QCommandLineOption(QString::fromLatin1(name), help, QString::fromLatin1(value))
                           : QCommandLineOption(QString::fromLatin1(name), help));
}

void addConnectionOptions(QCommandLineParser& parser, Language language) {
    addOption(parser, language, "watch");
    addOption(parser, language, "no-login");
    addOption(parser, language, "password-file", "FILE");
    addOption(parser, language, "password-fd", "N");
    addOption(parser, language, "allow-cleartext", "HOST:PORT");
    addOption(parser, language, "accept-certificate", "HOST:PORT=SHA256");
    addOption(parser, language, "ca-file", "PEM");
    addOption(parser, language, "resolve", "HOST:PORT:ADDRESS");
    addOption(parser, language, "deadline", "SECONDS");
}

void addCheckOptions(QCommandLineParser& parser, Language language) {
    addConnectionOptions(parser, language);
    addOption(parser, language, "agree-host", "HOST");
    addOption(parser, language, "prefer", "pop3|imap");
    addOption(parser, language, "max-refused", "1|2");
    addOption(parser, language, "offline");
    addOption(parser, language, "ask-ispdb");
    addOption(parser, language, "profiles", "DIR");
}

Result<CheckOptions> connectionOptions(const QCommandLineParser& parser) {
    Reader read(parser);
    CheckOptions options;
    readConnection(read, options);
    return unlessWrong(std::move(options), read);
}

Result<CheckOptions> checkOptions(const QCommandLineParser& parser) {
    Reader read(parser);
    CheckOptions options;
    readConnection(read, options);
    readChoices(read, options);
    return unlessWrong(std::move(options), read);
}

} // namespace yomikae::cli
