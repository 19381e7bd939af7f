#include "profile/reading.h"

#include "base/limits.h"
#include "base/text.h"

#include <algorithm>

namespace yomikae::reading {

namespace {

/// Labels, ids and names; longer ones are no such thing.
constexpr std::size_t MostShortText = 300;

/// Nothing but a login proves anything, and a login is at an endpoint.
std::optional<Evidence> evidenceOfPaper(std::string_view word) {
    const auto found = evidenceNamed(word);
    return found == Evidence::Proven ? std::nullopt : found;
}

void dateOfProof(JsonCursor& from, Evidence evidence, std::string& out) {
    const bool proven = evidence == Evidence::Proven;
    dateText(from, "proven_on", out, proven ? Needed::Yes : Needed::No);
    if (auto at = from.optional("proven_on"); at && !proven)
        at->complain("profile-proven-on", std::string(name(evidence)), "proven", true);
}

} // namespace

std::optional<JsonCursor> take(JsonCursor& from, std::string_view key, Needed needed) {
    return needed == Needed::Yes ? from.required(key) : from.optional(key);
}

void text(JsonCursor& from, std::string_view key, std::string& out, Needed needed) {
    auto at = take(from, key, needed);
    if (const auto found = at ? at->text(MostShortText) : std::nullopt)
        out = *found;
}

void bilingual(JsonCursor& from, std::string_view key, Text& out, Needed needed) {
    auto at = take(from, key, needed);
    if (const auto found = at ? at->bilingual() : std::nullopt)
        out = *found;
}

void flag(JsonCursor& from, std::string_view key, bool& out) {
    auto at = from.optional(key);
    if (const auto found = at ? at->boolean() : std::nullopt)
        out = *found;
}

void date(JsonCursor& from, std::string_view key, std::optional<PartialDate>& out) {
    auto at = from.optional(key);
    const auto found = at ? at->string() : std::nullopt;
    if (!found)
        return;
    out = partialDate(*found);
    if (!out)
        at->complain("profile-date", *found, "2009, 2009-08, 2009-08-31");
}

void dateText(JsonCursor& from, std::string_view key, std::string& out, Needed needed) {
    std::optional<PartialDate> found;
    if (needed == Needed::Yes)
        from.required(key);
    date(from, key, found);
    if (found)
        out = toString(*found);
}

void url(JsonCursor& from, std::string_view key, std::string& out, bool httpToo) {
    auto at = from.optional(key);
    const auto found = at ? at->string() : std::nullopt;
    if (!found)
        return;
    const auto starts = [&](std::string_view scheme) {
        return found->size() > scheme.size() && found->compare(0, scheme.size(), scheme) == 0;
    };
    const bool scheme = starts("https://") || starts("mailto:") || (httpToo && (starts("http://") || found->empty()));
    const bool blank = std::any_of(found->begin(), found->end(), [](char c) {
        return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F || c == '"' || c == '<' || c == '>';
    });
    if (scheme && !blank)
        out = *found;
    else
        at->complain("profile-url", *found, httpToo ? "https://, http://, mailto:, \"\"" : "https://, mailto:");
}

void port(JsonCursor& from, std::string_view key, std::optional<std::uint16_t>& out) {
    if (auto at = from.optional(key))
        out = at->port();
}

void sourceIndex(JsonCursor& from, std::string_view key, const Known& known, std::optional<std::size_t>& out) {
    auto at = from.optional(key);
    const auto found = at ? at->integer(0, 100'000) : std::nullopt;
    if (!found)
        return;
    const std::size_t count = known.profile.sources.size();
    if (static_cast<std::size_t>(*found) < count)
        out = static_cast<std::size_t>(*found);
    else
        at->complain("profile-source-range", std::to_string(*found),
                     count == 0 ? "-" : "0 - " + std::to_string(count - 1));
}

void evidence(JsonCursor& from, const Known& known, Evidence& out, std::optional<std::size_t>& source,
              std::string* provenOn) {
    auto at = from.required("evidence");
    std::optional<Evidence> found;
    if (at && provenOn)
        found = word<Evidence>(*at, evidenceNamed, "proven, official, reported, dated, unsourced");
    else if (at)
        found = word<Evidence>(*at, evidenceOfPaper, "official, reported, dated, unsourced");
    out = found.value_or(Evidence::Unsourced);
    sourceIndex(from, "source", known, source);
    if (provenOn)
        dateOfProof(from, out, *provenOn);
    if (out != Evidence::Proven && out != Evidence::Unsourced && !from.optional("source"))
        at->complain("profile-source-missing", std::string(name(out)), "unsourced");
    if (out == Evidence::Official && source && !known.profile.sources[*source].official)
        at->complain("profile-source-not-official", std::to_string(*source), "reported, dated");
}

std::string shortText(JsonCursor& at) {
    return at.text(MostShortText).value_or("");
}

Text bilingualText(JsonCursor& at) {
    return at.bilingual().value_or(Text{});
}

void texts(JsonCursor& from, std::string_view key, std::vector<std::string>& out, Needed needed) {
    list(from, key, out, shortText, needed);
}

std::optional<Protocol> protocol(JsonCursor& at) {
    return word<Protocol>(at, protocolNamed, "pop3, imap, smtp");
}

std::optional<Security> security(JsonCursor& at) {
    return word<Security>(at, securityNamed, "tls, starttls, none");
}

void key(JsonCursor& from, std::string_view name, std::string& out) {
    auto at = from.required(name);
    const auto found = at ? at->string() : std::nullopt;
    if (!found)
        return;
    const bool good = !found->empty() && found->size() <= 32 && std::all_of(found->begin(), found->end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
    if (good)
        out = *found;
    else
        at->complain("profile-key", *found, "a-z 0-9 _ - (1 - 32)");
}

} // namespace yomikae::reading
