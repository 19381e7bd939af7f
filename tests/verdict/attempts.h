// Attempts in one line each, for tables of facts.
#pragma once

#include "verdict/verdict.h"

#include <string>
#include <utility>
#include <vector>

namespace yomikae::test {

inline TlsFacts goodTls(const std::string& host) {
    TlsFacts tls;
    tls.asked = host;
    tls.version = "TLSv1.3";
    tls.handshakeDone = true;
    tls.leaf.subject = "CN=" + host;
    tls.leaf.issuer = "CN=Example CA";
    tls.leaf.names = {host};
    tls.leaf.notBefore = std::chrono::sys_days{std::chrono::year{2026} / 1 / 2};
    tls.leaf.notAfter = std::chrono::sys_days{std::chrono::year{2027} / 3 / 4};
    return tls;
}

/// Writes `Try(Protocol::Pop3, 995).ends(Outcome::LoginOk)`.
class Try {
  public:
    Try(Protocol protocol, std::uint16_t port, const std::string& host = "mail.example.test") {
        Endpoint& endpoint = attempt_.candidate.endpoint;
        endpoint = {protocol, host, port, usualSecurity(protocol, port).value_or(Security::StartTls)};
        if (port == 110 || port == 143 || port == 25)
            endpoint.security = Security::StartTls;
        attempt_.address = "192.0.2.1";
        attempt_.took = Milliseconds{2004};
    }
    Try& ends(Outcome outcome) {
        attempt_.outcome = outcome;
        attempt_.stage = usualStage(outcome);
        if (attempt_.stage >= Stage::Capabilities && attempt_.candidate.endpoint.security != Security::None)
            attempt_.tls = goodTls(attempt_.candidate.endpoint.host);
        if (attempt_.stage >= Stage::Login && outcome != Outcome::Ready)
            attempt_.username = "taro";
        return *this;
    }
    Try& at(Stage stage) {
        attempt_.stage = stage;
        return *this;
    }
    Try& rank(int rank) {
        attempt_.candidate.rank = rank;
        return *this;
    }
    Try& clear() {
        attempt_.candidate.endpoint.security = Security::None;
        attempt_.tls.reset();
        return *this;
    }
    Try& inTls() {
        attempt_.candidate.endpoint.security = Security::ImplicitTls;
        return *this;
    }
    Try& says(std::string text) {
        attempt_.serverText = std::move(text);
        return *this;
    }
    Try& greets(std::string text) {
        attempt_.transcript.push_back({TranscriptLine::From::Server, std::move(text), {}});
        return *this;
    }
    Try& spokenToAfter(Milliseconds at) {
        attempt_.transcript.push_back({TranscriptLine::From::Client, "CAPA", at});
        return *this;
    }
    Try& because(std::string reason) {
        attempt_.reason = std::move(reason);
        return *this;
    }
    Try& code(std::string response) {
        attempt_.responseCode = std::move(response);
        return *this;
    }
    Try& lines(std::vector<std::string> lines) {
        attempt_.capabilities.emplace().lines = std::move(lines);
        return *this;
    }
    Try& offersStartTls() {
        attempt_.capabilities.emplace().startTls = true;
        return *this;
    }
    Try& asks(ConsentKind kind) {
        attempt_.consent = ConsentNeeded{kind, attempt_.candidate.endpoint, ""};
        return *this;
    }
    Try& explainOnly() {
        attempt_.candidate.explainOnly = true;
        return *this;
    }
    Try& reserve() {
        attempt_.candidate.reserve = true;
        return *this;
    }
    Try& ownNetwork() {
        attempt_.candidate.ownNetworkOnly = true;
        return *this;
    }
    TlsFacts& tls() {
        if (!attempt_.tls)
            attempt_.tls = goodTls(attempt_.candidate.endpoint.host);
        return *attempt_.tls;
    }
    operator Attempt() const { return attempt_; }

  private:
    static Stage usualStage(Outcome outcome) {
        const std::string_view word = name(outcome);
        if (word == "login-ok" || word == "ready")
            return Stage::Done;
        if (word.starts_with("auth-") || word == "oauth-only" || word == "mailbox-busy" || word == "account-locked" ||
            word == "try-later")
            return Stage::Login;
        if (word.starts_with("cert-") || word.starts_with("tls-"))
            return Stage::Tls;
        if (word.starts_with("connect-"))
            return Stage::Connect;
        return word.starts_with("dns-") || word == "skipped" ? Stage::Resolve : Stage::Greeting;
    }
    Attempt attempt_;
};

inline Try pop(Outcome outcome) {
    return Try(Protocol::Pop3, 995).ends(outcome);
}
inline Try smtp(Outcome outcome) {
    return Try(Protocol::Smtp, 465).ends(outcome);
}

inline RunReport run(std::vector<Attempt> attempts, bool passwordGiven = true) {
    RunReport report;
    report.attempts = std::move(attempts);
    report.passwordGiven = passwordGiven;
    for (const Attempt& attempt : report.attempts)
        report.loginsRefused += attempt.outcome == Outcome::AuthRejected;
    return report;
}

inline Translation provider() {
    Translation translation;
    translation.provider = "example";
    translation.mailAddress = "taro@example.test";
    translation.supportUrl = "https://support.example.test/";
    translation.webmailUrl = "https://webmail.example.test/";
    return translation;
}

inline Translation withStatus(ServiceState state, const char* until = nullptr) {
    Translation translation = provider();
    translation.status.emplace().state = state;
    if (until)
        translation.status->until = partialDate(until);
    return translation;
}

} // namespace yomikae::test
