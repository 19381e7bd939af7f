#include "wire/reply_hints.h"

#include "base/text.h"
#include "wire/dialogue.h"

#include <algorithm>
#include <initializer_list>
#include <string>

namespace yomikae {

namespace {

bool hasAny(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

/// "unknown" alone is not enough: "unknown user" and "unknown error" may be said to a password, which must not go out
/// again then.
bool saysMechanism(std::string_view text) {
    return hasAny(text, {"authentication mechanism", "auth mechanism", "unknown mechanism", "unsupported mechanism",
                         "mechanism not", "authentication type", "authentication method", "auth type"});
}

bool saysCommand(std::string_view text) {
    return hasAny(text,
                  {"unknown command", "invalid command", "unrecognized command", "unrecognised command",
                   "unsupported command", "command unrecognized", "command not", "not implemented", "unimplemented"});
}

bool saysUnsupported(std::string_view text) {
    return hasAny(text, {"not supported", "unsupported", "unrecognized", "unrecognised", "unknown auth"});
}

bool saysSyntax(std::string_view text) {
    return hasAny(text, {"protocol error", "syntax", "too long", "bad command", "invalid argument"});
}

/// These words are no other session's lock, be "mailbox" or "session" beside them. "blocked" holds "locked".
bool saysAccountLocked(std::string_view text) {
    const bool fails = hasAny(text, {"too many"}) && hasAny(text, {"fail", "attempt"});
    const bool account = hasAny(text, {"account"}) && hasAny(text, {"lock"});
    const bool disabled = hasAny(text, {"disabled"}) && hasAny(text, {"account", "user", "mailbox"});
    return fails || account || disabled || hasAny(text, {"blocked", "suspended", "lockout", "lock out", "ロック"});
}

bool saysBusy(std::string_view text) {
    return hasAny(text, {"is locked by", "lock busy", "already in use", "unable to lock", "another session"}) ||
           (hasAny(text, {"lock"}) && hasAny(text, {"maildrop"})); // RFC 1939's word for a mailbox that is read
}

bool saysNeedsAction(std::string_view text) {
    const bool protocolIsOff = hasAny(text, {"disabled"}) && hasAny(text, {"pop3", "pop ", "imap", "smtp"});
    return protocolIsOff || hasAny(text, {"application-specific password", "app password", "app-specific password",
                                          "webalert", "web browser", "not enabled for pop", "not enabled for imap",
                                          "enable pop", "enable imap", "pop access", "basic authentication is disabled",
                                          "アプリパスワード", "アプリ用パスワード", "専用パスワード"});
}

} // namespace

Hint hintIn(std::string_view raw) {
    const std::string text = lowerAscii(toUtf8(raw));
    if (hasAny(text, {"plaintext authentication disa", "not allowed until ssl/tls", "starttls command first",
                      "encryption required", "plaintext login disa"}))
        return Hint::Plaintext;
    if (hasAny(text, {"invalid base64"}))
        return Hint::Base64;
    if (saysNeedsAction(text))
        return Hint::NeedsAction;
    if (saysAccountLocked(text))
        return Hint::Locked;
    if (saysBusy(text))
        return Hint::Busy;
    if (hasAny(text, {"locked"}))
        return Hint::Locked;
    if (saysCommand(text))
        return Hint::Command;
    if (saysMechanism(text))
        return Hint::Mechanism;
    if (saysLoginFailed(text))
        return Hint::None;
    return saysSyntax(text) ? Hint::Syntax : saysUnsupported(text) ? Hint::Unsupported : Hint::None;
}

bool saysLoginFailed(std::string_view raw) {
    const std::string text = lowerAscii(toUtf8(raw));
    const bool person = hasAny(text, {"user", "login name", "password", "credential"});
    const bool login = person || hasAny(text, {"authentication", "authorization", "login", "logon"});
    return (login &&
            hasAny(text, {"fail", "invalid", "incorrect", "wrong", "bad", "unsuccessful", "not match", "mismatch"})) ||
           (person && hasAny(text, {"unknown", "unrecogni", "unsupported"})) ||
           hasAny(text, {"認証に失敗", "ログインに失敗", "パスワードが違", "パスワードが正しく"});
}

std::string_view speakerOf(std::string_view bytes) {
    const std::string text = lowerAscii(bytes.substr(0, 64));
    const auto begins = [&](std::string_view with) { return text.compare(0, with.size(), with) == 0; };
    if (begins("\x15\x03") || begins("\x16\x03"))
        return "tls";
    if (begins("http/") || begins("<html") || begins("<!doctype"))
        return "http";
    if (begins("ssh-"))
        return "ssh";
    if (bytes.substr(0, 3) == "+OK" || bytes.substr(0, 4) == "-ERR")
        return "pop3";
    if (begins("* ok") || begins("* preauth") || begins("* bye"))
        return "imap";
    const bool code = text.size() >= 4 && text[0] >= '2' && text[0] <= '5' &&
                      std::all_of(text.begin() + 1, text.begin() + 3, [](char c) { return c >= '0' && c <= '9'; }) &&
                      (text[3] == ' ' || text[3] == '-');
    if (code)
        return text.find("ftp") == std::string::npos ? "smtp" : "ftp";
    return "unknown";
}

} // namespace yomikae
