// Internal to this folder: what the readers of a profile's parts share. Each taker complains at the value's own place.
#pragma once

#include "base/json.h"
#include "profile/host_pattern.h"
#include "profile/provider_profile.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace yomikae::reading {

/// What the later parts of a file are held against; filled by the parts that are read first.
struct Known {
    const ProviderProfile& profile;   ///< sources, domains, hosts, questions and steps as read so far
    std::set<std::string> variables;  ///< from questions and from groups of `domains`
    std::vector<std::string> ownEnds; ///< "plala.or.jp" for the domain "*.plala.or.jp"
};

enum class Needed { No, Yes };
std::optional<JsonCursor> take(JsonCursor& from, std::string_view key, Needed needed);

/// A list at `key` replaces `out`. An element that cannot be read still takes its place, so that indices stay those of
/// the file.
template <class T, class ReadOne>
void list(JsonCursor& from, std::string_view key, std::vector<T>& out, ReadOne readOne, Needed needed = Needed::No) {
    auto at = take(from, key, needed);
    if (!at)
        return;
    out.clear();
    for (JsonCursor& element : at->elements())
        out.push_back(readOne(element));
}

// one value each; nothing is assigned where it is absent or wrong
void text(JsonCursor& from, std::string_view key, std::string& out, Needed needed = Needed::No);
void bilingual(JsonCursor& from, std::string_view key, Text& out, Needed needed = Needed::No);
void flag(JsonCursor& from, std::string_view key, bool& out);
void date(JsonCursor& from, std::string_view key, std::optional<PartialDate>& out);
void dateText(JsonCursor& from, std::string_view key, std::string& out, Needed needed = Needed::No);
void url(JsonCursor& from, std::string_view key, std::string& out, bool httpToo = false);
void port(JsonCursor& from, std::string_view key, std::optional<std::uint16_t>& out);
void sourceIndex(JsonCursor& from, std::string_view key, const Known& known, std::optional<std::size_t>& out);
/// "evidence" and "source" together: what others say needs a source, and official needs an official one. Only an
/// endpoint can be proven, with "proven_on" (not null).
void evidence(JsonCursor& from, const Known& known, Evidence& out, std::optional<std::size_t>& source,
              std::string* provenOn = nullptr);
void texts(JsonCursor& from, std::string_view key, std::vector<std::string>& out, Needed needed = Needed::No);

std::string shortText(JsonCursor& at);
Text bilingualText(JsonCursor& at);

/// One of a closed list of words.
template <class E>
std::optional<E> word(JsonCursor& at, std::optional<E> (*named)(std::string_view), std::string_view allowed) {
    const auto found = at.string();
    const auto value = found ? named(*found) : std::nullopt;
    if (found && !value)
        at.complain("json-not-allowed", *found, std::string(allowed));
    return value;
}
std::optional<Protocol> protocol(JsonCursor& at);
std::optional<Security> security(JsonCursor& at);

/// A pattern as it stands. With `closed` its end must be fixed: at least two whole labels ("*.example.jp").
std::string pattern(JsonCursor& at, bool closed);
void patterns(JsonCursor& from, std::string_view key, std::vector<std::string>& out, bool closed = false);
void addGroups(const std::vector<std::string>& patterns, std::set<std::string>& variables);

/// A template whose variables are all defined.
std::string nameTemplate(JsonCursor& at, const std::set<std::string>& variables);
/// A host name, or a template that makes one, in lower case A-labels.
std::string hostTemplate(JsonCursor& at, const std::set<std::string>& variables);
/// The same, and under the provider's own domains or listed in its `hosts`.
std::string ownHost(JsonCursor& at, const Known& known, const std::set<std::string>& variables);

/// A key that other parts refer to: [a-z0-9_-]{1,32}.
void key(JsonCursor& from, std::string_view name, std::string& out);

// the parts
Source source(JsonCursor& at);
Condition condition(JsonCursor& at, const Known& known);
ServiceStatus status(JsonCursor& at, const Known& known);
ProfileEndpoint endpoint(JsonCursor& at, const Known& known, const std::vector<ProfileStep>& steps,
                         const std::set<std::string>& variables);
/// All endpoints of a profile or variant: how many, none twice, one recommendation a protocol and condition.
void endpoints(JsonCursor& from, const Known& known, const std::vector<ProfileStep>& steps,
               const std::set<std::string>& variables, std::vector<ProfileEndpoint>& out);
Question question(JsonCursor& at);
ProfileStep step(JsonCursor& at, const Known& known);
SignIn signIn(JsonCursor& at, const Known& known);
void variants(JsonCursor& from, const Known& known, std::vector<Variant>& out);
OldSettings oldSettings(JsonCursor& at, const Known& known);
HostMove hostMove(JsonCursor& at, const Known& known);
OtherId otherId(JsonCursor& at);
FailureText failure(JsonCursor& at, const Known& known);
TlsException tlsException(JsonCursor& at, const Known& known);
Era era(JsonCursor& at, const Known& known);
void labels(JsonCursor& from, PaperLabels& out);
/// Two elements of a list with one key (`keyOf`) are a problem at the second one.
template <class T, class KeyOf>
void distinct(JsonCursor& from, std::string_view listKey, const std::vector<T>& items, KeyOf keyOf) {
    auto at = from.optional(listKey);
    if (!at || !at->isArray())
        return;
    auto elements = at->elements();
    std::set<std::string> seen;
    for (std::size_t i = 0; i < items.size() && i < elements.size(); ++i)
        if (const std::string one = keyOf(items[i]); !one.empty() && !seen.insert(one).second)
            elements[i].complain("profile-twice", one);
}

} // namespace yomikae::reading
