#include "discovery/draft_profile.h"

#include "base/host_name.h"
#include "base/limits.h"
#include "base/text.h"
#include "discovery/config_file.h"
#include "profile/read_profile.h"

#include <algorithm>

namespace yomikae {

namespace {

constexpr std::size_t LongestName = 200;
constexpr std::size_t LongestId = 32;

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text)
        out += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    return out + "\"";
}

std::string list(const std::vector<std::string>& texts) {
    std::string out;
    for (const std::string& text : texts)
        out += (out.empty() ? "" : ", ") + quoted(text);
    return "[" + out + "]";
}

std::string bilingual(std::string_view ja, std::string_view en) {
    return "{ \"ja\": " + quoted(ja) + ", \"en\": " + quoted(en) + " }";
}

/// %EMAILADDRESS% and the like in the words of a profile.
std::optional<std::string> templateOf(std::string_view written) {
    if (written.find('$') != std::string_view::npos)
        return std::nullopt;
    return withPlaceholders(written, [](std::string_view placeholder) -> std::optional<std::string> {
        if (placeholder == "EMAILADDRESS")
            return "${address}";
        if (placeholder == "EMAILLOCALPART")
            return "${local}";
        if (placeholder == "EMAILDOMAIN")
            return "${domain}";
        return std::nullopt;
    });
}

/// The host as a profile writes it: a name, or one under the domain of the address. Any other variable would leave its
/// end open.
std::optional<std::string> hostTemplateOf(const std::string& written) {
    constexpr std::string_view Domain = "%EMAILDOMAIN%";
    if (!written.ends_with(Domain))
        return hostName(written);
    const std::string front = written.substr(0, written.size() - Domain.size());
    const bool good = front.empty() || (front.back() == '.' && isHostName(lowerAscii(front) + "x.example"));
    return good ? std::optional(lowerAscii(front) + "${domain}") : std::nullopt;
}

/// The password as it is, by whatever the server offers: that needs no words.
bool isUsual(const std::vector<Mechanism>& mechanisms) {
    return std::find(mechanisms.begin(), mechanisms.end(), Mechanism::Plain) != mechanisms.end();
}

struct DraftEndpoint {
    ConfigServer server; ///< `host` in the words of a profile
    std::vector<std::string> usernames;
};

bool isSameServer(const ConfigServer& a, const ConfigServer& b) {
    return a.protocol == b.protocol && a.host == b.host && a.port == b.port && a.security == b.security;
}

class Drafting {
  public:
    Drafting(const ConfigFile& file, const std::string& source, std::string id, PartialDate today)
        : file_(file), source_(source), today_(toString(today)) {
        out_.id = id.empty() ? idFrom(file) : std::move(id);
    }

    Result<DraftProfile> draft() {
        takeDomains();
        for (const ConfigServer& server : file_.servers)
            take(server);
        out_.text = text();
        say("draft-source");
        say("draft-names");
        if (!foreignHosts().empty())
            say("draft-hosts");
        say("draft-rest");
        const auto read = readProfile(out_.text, out_.id + ".json");
        problems_.insert(problems_.end(), read.problems.begin(), read.problems.end());
        return {std::move(out_), std::move(problems_)};
    }

  private:
    /// "plala" for "plala.or.jp".
    static std::string idFrom(const ConfigFile& file) {
        std::string name = lowerAscii(file.id.empty() && !file.domains.empty() ? file.domains.front() : file.id);
        name = name.substr(0, name.find('.'));
        std::erase_if(name, [](char c) { return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'); });
        return name.empty() ? "draft" : name.substr(0, LongestId);
    }

    void say(std::string code) { out_.toFill.push_back({std::move(code), {{"id", out_.id}}}); }

    void leaveOutDomain(const std::string& written) {
        problems_.push_back(
            {"draft-domain", {source_, file_.line, 0, {}}, "domain", printable(written, LongestName), {}, true});
    }

    void takeDomains() {
        for (const std::string& written : file_.domains) {
            const auto domain = hostName(written);
            if (!domain)
                leaveOutDomain(written);
            else if (std::find(domains_.begin(), domains_.end(), *domain) == domains_.end())
                domains_.push_back(*domain);
        }
        for (const std::string& written : file_.mxDomains) {
            const auto domain = hostName(written);
            if (domain)
                mx_.push_back("*." + *domain);
            else
                leaveOutDomain(written);
        }
    }

    void take(const ConfigServer& server) {
        const auto host = hostTemplateOf(server.host);
        const auto username = templateOf(server.username);
        if (!host) {
            problems_.push_back(leftOut("discovery-config-host", server, source_, server.host));
            return;
        }
        if (!username || username->empty() || printable(*username, limits::UserName) != *username) {
            problems_.push_back(leftOut("discovery-config-username", server, source_, server.username,
                                        "%EMAILADDRESS%, %EMAILLOCALPART%, %EMAILDOMAIN%"));
            return;
        }
        DraftEndpoint one{server, {*username}};
        one.server.host = *host;
        const auto known = std::find_if(endpoints_.begin(), endpoints_.end(), [&](const DraftEndpoint& other) {
            return isSameServer(other.server, one.server);
        });
        if (known == endpoints_.end())
            endpoints_.push_back(std::move(one));
        else if (std::find(known->usernames.begin(), known->usernames.end(), *username) == known->usernames.end())
            known->usernames.push_back(*username);
    }

    std::vector<std::string> foreignHosts() const {
        std::vector<std::string> hosts;
        for (const DraftEndpoint& one : endpoints_) {
            const std::string& host = one.server.host;
            const bool own = host.find('$') != std::string::npos ||
                             std::any_of(domains_.begin(), domains_.end(),
                                         [&](const std::string& domain) { return isUnder(host, domain); });
            if (!own && std::find(hosts.begin(), hosts.end(), host) == hosts.end())
                hosts.push_back(host);
        }
        return hosts;
    }

    bool oauthOnly() const {
        return !endpoints_.empty() && std::all_of(endpoints_.begin(), endpoints_.end(), [](const DraftEndpoint& one) {
            return std::all_of(one.server.mechanisms.begin(), one.server.mechanisms.end(), isOAuth);
        });
    }

    std::string endpointText(const DraftEndpoint& one) const {
        const ConfigServer& server = one.server;
        std::string text = "    {\n      \"protocol\": " + quoted(name(server.protocol)) +
                           ", \"host\": " + quoted(server.host) + ", \"port\": " + std::to_string(server.port) +
                           ", \"security\": " + quoted(name(server.security)) +
                           ",\n      \"usernames\": " + list(one.usernames) + ",\n";
        if (!isUsual(server.mechanisms)) {
            std::vector<std::string> names;
            for (const Mechanism mechanism : server.mechanisms)
                names.emplace_back(name(mechanism));
            text += "      \"mechanisms\": " + list(names) + ",\n";
        }
        const std::string_view evidence = server.security == Security::None ? "dated" : "reported";
        return text + "      \"evidence\": " + quoted(evidence) + ",\n      \"source\": 0\n    }";
    }

    std::string sourcesText() const {
        std::string text =
            "    { \"url\": \"\", \"title\": " +
            quoted("要記入: config-v1.1.xml を手に入れた場所 / FILL IN: where the config-v1.1.xml came from") +
            ", \"checked\": " + quoted(today_) + " }";
        for (const std::string& page : file_.pages)
            if (page.starts_with("https://") && printable(page, page.size()) == page &&
                page.find_first_of(" \"<>\\") == std::string::npos)
                text += ",\n    { \"url\": " + quoted(page) +
                        ", \"title\": " + quoted("要記入: このページの題名 / FILL IN: the title of this page") + " }";
        return text;
    }

    std::string text() const {
        const std::string display = printable(file_.displayName, LongestName);
        const std::string shown = display.empty() ? out_.id : display;
        std::string text =
            "{\n  \"$schema\": \"profile.schema.json\",\n  \"format\": 1,\n  \"id\": " + quoted(out_.id) +
            ",\n  \"names\": " + bilingual(shown, shown) + ",\n  \"domains\": " + list(domains_) + ",\n";
        if (!mx_.empty())
            text += "  \"hosted\": { \"mx\": " + list(mx_) + " },\n";
        if (const auto hosts = foreignHosts(); !hosts.empty())
            text += "  \"hosts\": {\n    \"patterns\": " + list(hosts) + ",\n    \"note\": " +
                    bilingual("要記入: これらのサーバーがこのプロバイダのものだと言える理由",
                              "FILL IN: why these servers belong to this provider") +
                    "\n  },\n";
        text += "  \"checked\": " + quoted(today_) + ",\n  \"status\": { \"state\": \"active\" },\n";
        std::string endpoints;
        for (const DraftEndpoint& one : endpoints_)
            endpoints += (endpoints.empty() ? "" : ",\n") + endpointText(one);
        text += "  \"endpoints\": [\n" + endpoints + "\n  ],\n";
        if (oauthOnly())
            text += "  \"sign_in\": { \"oauth_only\": true, \"source\": 0 },\n";
        return text + "  \"sources\": [\n" + sourcesText() + "\n  ]\n}\n";
    }

    const ConfigFile& file_;
    const std::string& source_;
    std::string today_;
    DraftProfile out_;
    std::vector<std::string> domains_;
    std::vector<std::string> mx_;
    std::vector<DraftEndpoint> endpoints_;
    std::vector<Problem> problems_;
};

} // namespace

Result<DraftProfile> draftProfile(std::string_view xml, const std::string& file, const std::string& id,
                                  PartialDate today) {
    const auto read = readConfigFile(xml, file);
    if (!read)
        return {std::nullopt, read.problems};
    auto draft = Drafting(*read, file, id, today).draft();
    draft.problems.insert(draft.problems.begin(), read.problems.begin(), read.problems.end());
    return draft;
}

} // namespace yomikae
