// One person's mail, from paper to proof, for the tests of the sheet and of the paper.
#pragma once

#include "sheet/sheet.h"
#include "verdict/verdict.h"

#include <string>

namespace yomikae::test {

inline FieldChange changeOf(Field field, std::string paper, std::string now, Change change, Text why) {
    FieldChange made;
    made.field = field;
    made.paper = std::move(paper);
    made.now = std::move(now);
    made.change = change;
    made.reason = {"advice-note", {{"note.ja", why.ja}, {"note.en", why.en}}};
    return made;
}

inline TranslatedEndpoint endpointOf(Protocol protocol, std::string host, std::uint16_t port) {
    TranslatedEndpoint endpoint;
    endpoint.protocol = protocol;
    endpoint.host = std::move(host);
    endpoint.port = port;
    endpoint.usernames = {"taro@post.example.test"};
    return endpoint;
}

inline TranslatedStep stepOf(std::string number) {
    return {"step" + number,
            {"設定その" + number, "Setting number " + number},
            {"ウェブメール > 設定", "Web mail > Settings"},
            {},
            "https://webmail.example.test/" + number,
            std::nullopt};
}

inline Translation translationExample(const std::string& host = "secure.example.test") {
    Translation translation;
    translation.provider = "example";
    translation.providerNames = {"れいネット", "Rei Net"};
    translation.mailAddress = "taro@post.example.test";
    translation.passwordGiven = true;
    translation.checked = "2026-11-20";
    translation.supportUrl = "https://support.example.test/";
    const Text login{"いまはメールアドレス全体がユーザー名です。昔は @ の前だけでした。",
                     "Today the whole address is the user name. It was the part before the @."};
    const Text server{"古いサーバーは止まりました。いまはこのサーバーです。",
                      "The old server was switched off. Today it is this one."};
    const Text lock{"いまは暗号化してつなぎます。", "Today connections are encrypted."};
    translation.changes = {
        changeOf(Field::MailAddress, "taro@post.example.test", "taro@post.example.test", Change::Kept, {}),
        changeOf(Field::MailPassword, "", "", Change::Kept, {}),
        changeOf(Field::MailAccount, "taro", "taro@post.example.test", Change::Changed, login),
        changeOf(Field::PopServer, "mail.example.test", host, Change::Changed, server),
        changeOf(Field::PopPort, "110", "995", Change::Changed, lock),
        changeOf(Field::IncomingSecurity, "none", "tls", Change::Changed, lock),
        changeOf(Field::SmtpServer, "mail.example.test", host, Change::Changed, server),
        changeOf(Field::SmtpPort, "25", "465", Change::Changed, lock),
        changeOf(Field::OutgoingSecurity, "", "tls", Change::Added, lock),
        changeOf(Field::OutgoingAuthentication, "none", "smtp-auth", Change::Changed, login),
        changeOf(Field::OutgoingAccount, "", "taro@post.example.test", Change::Added, login)};
    translation.incoming = {endpointOf(Protocol::Pop3, host, 995)};
    translation.outgoing = {endpointOf(Protocol::Smtp, host, 465)};
    translation.limits = {{"サーバーに残せるメールは7日分です。", "Mail stays on the server for 7 days."}};
    return translation;
}

inline Attempt attemptOf(const TranslatedEndpoint& endpoint, Outcome outcome, int rank = 0) {
    Attempt attempt;
    attempt.candidate.endpoint = {endpoint.protocol, endpoint.host, endpoint.port, endpoint.security};
    attempt.candidate.usernames = endpoint.usernames;
    attempt.candidate.rank = rank;
    attempt.outcome = outcome;
    attempt.stage = outcome == Outcome::Ready || outcome == Outcome::LoginOk ? Stage::Done : Stage::Login;
    attempt.tls.emplace().handshakeDone = true;
    if (outcome != Outcome::Ready)
        attempt.username = endpoint.usernames.front();
    return attempt;
}

inline RunReport reportOf(std::vector<Attempt> attempts) {
    RunReport report;
    report.attempts = std::move(attempts);
    report.passwordGiven = true;
    return report;
}

inline RunReport reportExample(const Translation& translation, Outcome incoming = Outcome::LoginOk,
                               Outcome outgoing = Outcome::LoginOk) {
    return reportOf(
        {attemptOf(translation.incoming.front(), incoming), attemptOf(translation.outgoing.front(), outgoing)});
}

inline SheetOptions optionsOf(Language language) {
    SheetOptions options;
    options.language = language;
    options.made =
        std::chrono::sys_days{std::chrono::year{2026} / 11 / 24} + std::chrono::hours(5) + std::chrono::minutes(3);
    return options;
}

inline Sheet sheetOf(const Translation& translation, const RunReport& report, Language language = Language::Japanese) {
    const Judgement judgement = judge(translation, report);
    return makeSheet(translation, &report, &judgement, optionsOf(language));
}

inline Sheet sheetExample(Language language = Language::Japanese) {
    const Translation translation = translationExample();
    return sheetOf(translation, reportExample(translation), language);
}

} // namespace yomikae::test
