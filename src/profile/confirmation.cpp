#include "profile/confirmation.h"

#include "base/json.h"
#include "base/limits.h"
#include "base/text.h"

#include <algorithm>
#include <string_view>

namespace yomikae {

namespace {

constexpr int NewestFormat = 1;
constexpr std::string_view IdSigns = "a-z 0-9 _ -";
constexpr std::string_view NameSigns = "A-Z a-z 0-9 . _ - + % @ ${ }";

bool isWord(std::string_view text, std::string_view further, std::size_t most) {
    return !text.empty() && text.size() <= most && std::all_of(text.begin(), text.end(), [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               further.find(c) != std::string_view::npos;
    });
}

/// What readConfirmation takes needs no escaping.
std::string quoted(std::string_view text) {
    return "\"" + std::string(text) + "\"";
}

void line(std::string& out, std::string_view key, const std::string& value) {
    out += "  " + quoted(key) + ": " + value + ",\n";
}

std::string endpointJson(const ConfirmedEndpoint& one) {
    return "    { \"protocol\": " + quoted(name(one.protocol)) + ", \"host\": " + quoted(one.host) +
           ", \"port\": " + std::to_string(one.port) + ", \"security\": " + quoted(name(one.security)) +
           ",\n      \"mechanism\": " + quoted(name(one.mechanism)) + ", \"username\": " + quoted(one.username) + " }";
}

/// A text of few kinds of sign: it is shown on terminals and compared with a profile, nothing else.
void word(JsonCursor& from, std::string_view key, std::string_view further, std::string_view allowed,
          std::string& out) {
    auto at = from.required(key);
    const auto found = at ? at->string() : std::nullopt;
    if (!found)
        return;
    if (isWord(*found, further, limits::HostName))
        out = *found;
    else
        at->complain("confirmation-text", at->shown(), std::string(allowed));
}

template <class E>
void named(JsonCursor& from, std::string_view key, std::optional<E> (*value)(std::string_view),
           std::string_view allowed, E& out) {
    auto at = from.required(key);
    const auto found = at ? at->string() : std::nullopt;
    if (!found)
        return;
    if (const auto known = value(*found))
        out = *known;
    else
        at->complain("json-not-allowed", *found, std::string(allowed));
}

ConfirmedEndpoint endpoint(JsonCursor& at) {
    ConfirmedEndpoint out;
    if (!at.object())
        return out;
    named(at, "protocol", protocolNamed, "pop3, imap, smtp", out.protocol);
    word(at, "host", ".-_${}", NameSigns, out.host);
    if (auto port = at.required("port"))
        out.port = port->port().value_or(0);
    named(at, "security", securityNamed, "tls, starttls, none", out.security);
    named(at, "mechanism", mechanismNamed, "USER, LOGIN-COMMAND, PLAIN, LOGIN, CRAM-MD5, APOP, XOAUTH2, OAUTHBEARER",
          out.mechanism);
    word(at, "username", ".-_+%@${}", NameSigns, out.username);
    at.finish();
    return out;
}

void endpoints(JsonCursor& root, Confirmation& out) {
    auto at = root.required("proven");
    if (!at)
        return;
    auto elements = at->elements();
    if (at->isArray() && elements.empty())
        at->complain("profile-empty-list", "[]", "{ \"protocol\": … }");
    for (JsonCursor& element : elements) {
        const ConfirmedEndpoint one = endpoint(element);
        if (std::find(out.endpoints.begin(), out.endpoints.end(), one) != out.endpoints.end() && one.port != 0)
            element.complain("profile-twice", one.host + ":" + std::to_string(one.port));
        out.endpoints.push_back(one);
    }
}

void date(JsonCursor& root, PartialDate& out) {
    auto at = root.required("date");
    const auto found = at ? at->string() : std::nullopt;
    if (!found)
        return;
    const auto parsed = partialDate(*found);
    if (parsed && parsed->day != 0)
        out = *parsed;
    else
        at->complain("profile-date", printable(*found, 40), "2026-11-24");
}

bool readFormat(JsonCursor& root) {
    auto at = root.required("format");
    const auto found = at ? at->integer(1, 1'000'000) : std::nullopt;
    if (found.value_or(NewestFormat) <= NewestFormat)
        return true;
    at->complain("profile-newer-format", std::to_string(*found), std::to_string(NewestFormat));
    return false;
}

} // namespace

std::string confirmationJson(const Confirmation& confirmation) {
    std::string out = "{\n";
    line(out, "format", std::to_string(NewestFormat));
    line(out, "program", quoted(confirmation.program));
    line(out, "date", quoted(toString(confirmation.date)));
    line(out, "provider", quoted(confirmation.provider));
    if (!confirmation.variant.empty())
        line(out, "variant", quoted(confirmation.variant));
    out += "  \"proven\": [\n";
    for (const ConfirmedEndpoint& one : confirmation.endpoints)
        out += endpointJson(one) + (&one == &confirmation.endpoints.back() ? "\n" : ",\n");
    return out + "  ]\n}\n";
}

Result<Confirmation> readConfirmation(std::string text, std::string file) {
    Result<Confirmation> result;
    const auto document = parseJson(std::move(text), std::move(file), limits::ConfirmationFile);
    result.problems = document.problems;
    if (!document)
        return result;
    JsonCursor root(*document, result.problems);
    Confirmation out;
    if (root.object() && readFormat(root)) {
        word(root, "program", ".-_+ ()", "yomikae 1.0", out.program);
        date(root, out.date);
        word(root, "provider", "-", IdSigns, out.provider);
        if (root.optional("variant"))
            word(root, "variant", "_-", IdSigns, out.variant);
        endpoints(root, out);
        root.finish();
    }
    std::stable_sort(result.problems.begin(), result.problems.end(), [](const Problem& a, const Problem& b) {
        return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
    });
    if (result.problems.empty())
        result.value = std::move(out);
    return result;
}

} // namespace yomikae
