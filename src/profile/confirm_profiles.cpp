#include "profile/confirm_profiles.h"

#include "base/json_locator.h"
#include "base/limits.h"
#include "profile/confirmation.h"

#include <algorithm>
#include <optional>

namespace yomikae {

namespace {

constexpr std::string_view ByteOrderMark = "\xEF\xBB\xBF";

/// The end of the JSON string that begins at `start`.
std::size_t endOfString(const std::string& text, std::size_t start) {
    std::size_t at = start + 1;
    while (at < text.size() && text[at] != '"')
        at += text[at] == '\\' ? 2 : 1;
    return std::min(at + 1, text.size());
}

void replaceString(std::string& text, const std::string& pointer, const std::string& value) {
    const std::size_t start = jsonOffset(text, pointer, false, false);
    text.replace(start, endOfString(text, start) - start, "\"" + value + "\"");
}

/// What stands between two members of an object: a new line as deep as `key` where that begins a line, else a blank.
std::string separatorLike(const std::string& text, std::size_t key) {
    const std::size_t line = text.rfind('\n', key);
    const std::size_t start = line == std::string::npos ? 0 : line + 1;
    const std::string before = text.substr(start, key - start);
    if (line == std::string::npos || before.find_first_not_of(" \t") != std::string::npos)
        return ", ";
    return (line > 0 && text[line - 1] == '\r' ? ",\r\n" : ",\n") + before;
}

std::string hostAndPort(const std::string& host, std::uint16_t port) {
    return host + ":" + std::to_string(port);
}

bool isThere(const ProfileEndpoint& endpoint, const ConfirmedEndpoint& proven) {
    return endpoint.protocol == proven.protocol && endpoint.host == proven.host && endpoint.port == proven.port &&
           endpoint.security == proven.security;
}

bool takes(const ProfileEndpoint& endpoint, const std::string& username) {
    return std::find(endpoint.usernames.begin(), endpoint.usernames.end(), username) != endpoint.usernames.end();
}

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts)
        out += (out.empty() ? "" : ", ") + part;
    return out.empty() ? "-" : out;
}

bool isIn(const std::vector<ProfileText>& texts, const std::string& file) {
    return std::any_of(texts.begin(), texts.end(), [&](const ProfileText& one) { return one.file == file; });
}

class Confirming {
  public:
    Confirming(const std::vector<ProfileText>& profiles, PartialDate today) : texts_(profiles), today_(today) {
        for (ProfileText& text : texts_) {
            hasMark_.push_back(text.text.starts_with(ByteOrderMark));
            if (hasMark_.back())
                text.text.erase(0, ByteOrderMark.size());
            original_.push_back(text.text);
        }
        read_ = readCatalog(texts_, today);
    }

    void take(const ConfirmationText& from) {
        const auto confirmation = readConfirmation(from.text, from.file);
        problems_.insert(problems_.end(), confirmation.problems.begin(), confirmation.problems.end());
        if (!confirmation)
            return;
        document_ = *parseJson(from.text, from.file, limits::ConfirmationFile).value;
        file_.clear();
        if (confirmation->date > today_)
            complain("confirm-future", "/date", toString(confirmation->date), toString(today_));
        else if (const ProviderProfile* profile = read_.catalog.byId(confirmation->provider))
            apply(*confirmation, *profile);
        else
            complain("confirm-unknown-provider", "/provider", confirmation->provider, {});
    }

    Result<ConfirmedProfiles> result() {
        Result<ConfirmedProfiles> out{std::nullopt, std::move(problems_)};
        if (!out.problems.empty())
            return out;
        ConfirmedProfiles confirmed;
        confirmed.done = std::move(done_);
        for (std::size_t i = 0; i < texts_.size(); ++i)
            if (texts_[i].text != original_[i]) {
                confirmed.changed.push_back(texts_[i]);
                if (hasMark_[i])
                    confirmed.changed.back().text.insert(0, ByteOrderMark);
            }
        for (Problem& problem : readCatalog(texts_, today_).problems)
            if (!problem.warning && isIn(confirmed.changed, problem.place.file))
                out.problems.push_back(std::move(problem));
        if (!out.problems.empty())
            return out;
        out.value = std::move(confirmed);
        return out;
    }

  private:
    void complain(std::string code, const std::string& pointer, std::string found, std::string allowed) {
        problems_.push_back(
            {std::move(code), placeOf(document_, pointer), file_, std::move(found), std::move(allowed), false});
    }

    void apply(const Confirmation& confirmation, const ProviderProfile& profile) {
        file_ = profile.file;
        const std::vector<ProfileEndpoint>* endpoints = &profile.endpoints;
        std::string list = "/endpoints";
        if (!confirmation.variant.empty()) {
            const auto variant = std::find_if(profile.variants.begin(), profile.variants.end(),
                                              [&](const Variant& one) { return one.id == confirmation.variant; });
            if (variant == profile.variants.end())
                return complain("confirm-unknown-variant", "/variant", confirmation.variant, idsOf(profile.variants));
            endpoints = &variant->endpoints;
            list = "/variants/" + std::to_string(variant - profile.variants.begin()) + list;
        }
        for (std::size_t i = 0; i < confirmation.endpoints.size(); ++i) {
            const std::string pointer = "/proven/" + std::to_string(i);
            if (const auto index = find(confirmation.endpoints[i], *endpoints, pointer))
                raise(list + "/" + std::to_string(*index), (*endpoints)[*index], confirmation.date, pointer);
        }
    }

    static std::string idsOf(const std::vector<Variant>& variants) {
        std::vector<std::string> ids;
        for (const Variant& one : variants)
            ids.push_back(one.id);
        return joined(ids);
    }

    std::optional<std::size_t> find(const ConfirmedEndpoint& proven, const std::vector<ProfileEndpoint>& endpoints,
                                    const std::string& pointer) {
        std::vector<std::size_t> there, fitting;
        for (std::size_t i = 0; i < endpoints.size(); ++i)
            if (isThere(endpoints[i], proven)) {
                there.push_back(i);
                if (takes(endpoints[i], proven.username))
                    fitting.push_back(i);
            }
        if (there.empty())
            complain("confirm-no-endpoint", pointer,
                     std::string(name(proven.protocol)) + " " + hostAndPort(proven.host, proven.port) + " " +
                         std::string(name(proven.security)),
                     proven.username);
        else if (fitting.empty())
            complain("confirm-username", pointer + "/username", proven.username,
                     joined(endpoints[there.front()].usernames));
        else if (fitting.size() > 1)
            complain("confirm-ambiguous", pointer, hostAndPort(proven.host, proven.port), {});
        return fitting.size() == 1 ? std::optional(fitting.front()) : std::nullopt;
    }

    void raise(const std::string& pointer, const ProfileEndpoint& endpoint, PartialDate date, const std::string& from) {
        const auto text =
            std::find_if(texts_.begin(), texts_.end(), [&](const ProfileText& one) { return one.file == file_; });
        const std::string before = provenBefore(text->text, pointer, endpoint);
        const std::string day = toString(date);
        if (!jsonHas(text->text, pointer))
            return complain("confirm-inherited", from, hostAndPort(endpoint.host, endpoint.port), {});
        const bool newer = before < day;
        if (newer)
            write(text->text, pointer, before.empty(), day);
        done_.push_back({!newer           ? "confirmed-already"
                         : before.empty() ? "confirmed-raised"
                                          : "confirmed-renewed",
                         {{"file", file_},
                          {"protocol", std::string(name(endpoint.protocol))},
                          {"host", hostAndPort(endpoint.host, endpoint.port)},
                          {"date", newer ? day : before}}});
    }

    /// An endpoint of a template that the profile inherits from is not in its file.
    static bool jsonHas(const std::string& text, const std::string& pointer) {
        return text.compare(jsonOffset(text, pointer + "/evidence", true, false), 10, "\"evidence\"") == 0;
    }

    /// As it stands in the text by now: several confirmations may raise one endpoint.
    static std::string provenBefore(const std::string& text, const std::string& pointer, const ProfileEndpoint& read) {
        const std::size_t key = jsonOffset(text, pointer + "/proven_on", true, false);
        if (text.compare(key, 11, "\"proven_on\"") != 0)
            return read.provenOn;
        const std::size_t value = jsonOffset(text, pointer + "/proven_on", false, false);
        return text.substr(value + 1, endOfString(text, value) - value - 2);
    }

    static void write(std::string& text, const std::string& pointer, bool first, const std::string& day) {
        if (!first)
            return replaceString(text, pointer + "/proven_on", day);
        replaceString(text, pointer + "/evidence", "proven");
        const std::size_t value = jsonOffset(text, pointer + "/evidence", false, false);
        const std::string separator = separatorLike(text, jsonOffset(text, pointer + "/evidence", true, false));
        text.insert(endOfString(text, value), separator + "\"proven_on\": \"" + day + "\"");
    }

    std::vector<ProfileText> texts_;
    std::vector<std::string> original_;
    std::vector<bool> hasMark_; ///< some editors begin a file with it; places are counted behind it
    PartialDate today_;
    ReadCatalog read_;
    std::string file_; ///< of the profile at hand
    JsonDocument document_;
    std::vector<Problem> problems_;
    std::vector<Message> done_;
};

} // namespace

Result<ConfirmedProfiles> confirmProfiles(const std::vector<ProfileText>& profiles,
                                          const std::vector<ConfirmationText>& confirmations, PartialDate today) {
    Confirming confirming(profiles, today);
    for (const ConfirmationText& one : confirmations)
        confirming.take(one);
    return confirming.result();
}

} // namespace yomikae
