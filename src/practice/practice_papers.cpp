#include "practice/practice_papers.h"

#include <nlohmann/json.hpp>

#include <string_view>

namespace yomikae {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* PopHost = "pop.renshu.example";
constexpr const char* SmtpHost = "smtp.renshu.example";

Json text(const char* ja, const char* en) {
    return {{"ja", ja}, {"en", en}};
}

void addEndpoint(Json& endpoints, const char* protocol, std::uint16_t port, const char* security, bool oldPaper) {
    if (port == 0)
        return;
    const bool pop = std::string_view(protocol) == "pop3";
    // One recommendation a protocol: the first, which is the one with TLS from the first byte.
    bool first = true;
    for (const Json& one : endpoints)
        first = first && one.at("protocol") != protocol;
    Json endpoint{{"protocol", protocol},
                  {"host", pop ? PopHost : SmtpHost},
                  {"port", port},
                  {"security", security},
                  {"mechanisms", pop ? Json{"PLAIN", "USER"} : Json{"PLAIN", "LOGIN"}},
                  {"usernames", {oldPaper ? "${local}" : "${address}"}},
                  {"recommended", first},
                  {"evidence", "official"},
                  {"source", 0}};
    endpoints.push_back(std::move(endpoint));
}

Json endpoints(const PracticePorts& ports, bool oldPaper) {
    Json all = Json::array();
    addEndpoint(all, "pop3", ports.pop3s, "tls", oldPaper);
    addEndpoint(all, "pop3", ports.pop3, oldPaper ? "none" : "starttls", oldPaper);
    addEndpoint(all, "smtp", ports.smtps, "tls", oldPaper);
    addEndpoint(all, "smtp", ports.submission, "starttls", oldPaper);
    addEndpoint(all, "smtp", ports.smtp, "none", oldPaper);
    return all;
}

Json oldSettings() {
    return {{"era", text("れんしゅう用の昔の紙", "The old practice paper")},
            {"pop_server", PopHost},
            {"pop_port", 110},
            {"pop_security", "none"},
            {"smtp_server", SmtpHost},
            {"smtp_port", 25},
            {"smtp_security", "none"},
            {"outgoing_authentication", "pop-before-smtp"},
            {"username", "${local}"},
            {"evidence", "official"},
            {"source", 0}};
}

Json source() {
    return {{"url", ""},
            {"title", "practice"},
            {"official", true},
            {"says", "Made by the practice provider of this program when it started."}};
}

} // namespace

std::string practiceProfile(const PracticePorts& ports, bool oldPaper) {
    const Json profile{
        {"format", 1},
        {"id", "renshu"},
        {"names", {{"ja", "れんしゅうネット"}, {"en", "Renshu Net (practice)"}, {"kana", "れんしゅうねっと"}}},
        {"checked", "2026-11-24"},
        {"domains", {"renshu.example"}},
        {"sources", Json::array({source()})},
        {"status", {{"state", "active"}}},
        {"documents", {"会員登録証"}},
        {"old_settings", Json::array({oldSettings()})},
        {"only_these_ports", true},
        {"endpoints", endpoints(ports, oldPaper)},
        {"notes", Json::array({text("練習用です。この機械の中だけで動き、本物のメールは送りません。",
                                    "For practice: it runs inside this machine only and sends no real mail.")})}};
    return profile.dump(2) + "\n";
}

std::string practiceCertificate(const std::string& password) {
    const PracticeAccount account;
    const Json certificate{{"format", 1},
                           {"provider", "renshu"},
                           {"issued", "2004-05"},
                           {"mail_address", account.address},
                           {"mail_account", "taro"},
                           {"mail_password", password},
                           {"pop_server", PopHost},
                           {"smtp_server", SmtpHost}};
    return certificate.dump(2) + "\n";
}

std::string practicePaper(const std::string& password) {
    const PracticeAccount account;
    return "れんしゅうネット　会員登録証　(れんしゅう用)\n"
           "\n"
           "発行日　　　　　　2004年5月10日\n"
           "お名前　　　　　　" +
           account.fullName +
           "　様\n"
           "\n"
           "メールアドレス　　" +
           account.address +
           "\n"
           "メールアカウント　taro\n"
           "メールパスワード　" +
           password +
           "\n"
           "POPサーバ　　　　 " +
           PopHost +
           "\n"
           "SMTPサーバ　　　　" +
           SmtpHost + "\n";
}

} // namespace yomikae
