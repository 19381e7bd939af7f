// Confirmations applied to profile files: what changes, byte for byte, and what is refused, word for word.
#include "profile/confirm_profiles.h"

#include "base/json.h"
#include "base/limits.h"
#include "profile/confirmation.h"
#include "words/words.h"

#include "support/catch.h"
#include "support/files.h"

using namespace yomikae;

namespace {

constexpr PartialDate Today{2026, 11, 24};

std::vector<ProfileText> profiles() {
    std::vector<ProfileText> texts;
    for (const char* id : {"lines", "rows", "heir"}) {
        const std::string file = "tests/profiles/confirmations/providers/" + std::string(id) + ".json";
        texts.push_back({file, test::sourceFile(file), false});
    }
    const std::string file = "tests/profiles/confirmations/providers/templates/platform.json";
    texts.push_back({file, test::sourceFile(file), true});
    return texts;
}

Confirmation confirmation(const std::string& provider, std::vector<ConfirmedEndpoint> endpoints) {
    Confirmation out;
    out.provider = provider;
    out.endpoints = std::move(endpoints);
    out.date = {2026, 11, 20};
    out.program = "yomikae 0.1.0";
    return out;
}

ConfirmedEndpoint pop(const std::string& host, const std::string& username = "${address}") {
    return {Protocol::Pop3, host, 995, Security::ImplicitTls, Mechanism::Plain, username};
}

ConfirmedEndpoint smtp(const std::string& host, const std::string& username = "${address}") {
    return {Protocol::Smtp, host, 465, Security::ImplicitTls, Mechanism::Login, username};
}

ConfirmationText text(const Confirmation& one, const std::string& file = "c.json") {
    return {file, confirmationJson(one)};
}

std::string said(const std::vector<Problem>& problems, Language language) {
    std::string text;
    for (const Problem& problem : problems)
        text += say(problem, language) + "\n";
    return text;
}

/// The lines of `after` that `before` has not, each with "+ ", and the other way with "- ".
std::string difference(const std::string& before, const std::string& after) {
    const auto lines = [](const std::string& text) {
        std::vector<std::string> out;
        for (std::size_t start = 0; start < text.size();) {
            const std::size_t end = std::min(text.find('\n', start), text.size());
            out.push_back(text.substr(start, end - start));
            start = end + 1;
        }
        return out;
    };
    const auto only = [](const std::vector<std::string>& in, const std::vector<std::string>& notIn, const char* mark) {
        std::string out;
        for (const std::string& line : in)
            if (std::find(notIn.begin(), notIn.end(), line) == notIn.end())
                out += mark + line + "\n";
        return out;
    };
    return only(lines(before), lines(after), "- ") + only(lines(after), lines(before), "+ ");
}

std::string differenceBy(const std::vector<ConfirmationText>& confirmations) {
    const auto before = profiles();
    const auto done = confirmProfiles(before, confirmations, Today);
    INFO(said(done.problems, Language::English));
    REQUIRE(done);
    std::string all;
    for (const ProfileText& changed : done->changed)
        for (const ProfileText& old : before)
            if (old.file == changed.file)
                all += difference(old.text, changed.text);
    return all;
}

std::string doneBy(const std::vector<ConfirmationText>& confirmations) {
    const auto done = confirmProfiles(profiles(), confirmations, Today);
    REQUIRE(done);
    std::string all;
    for (const Message& message : done->done)
        all += say(message, Language::English) + "\n";
    return all;
}

} // namespace

TEST_CASE("an endpoint written over several lines gets a line more") {
    CHECK(differenceBy({text(confirmation("lines", {pop("pop.lines.example")}))}) ==
          "-       \"evidence\": \"official\",\n"
          "+       \"evidence\": \"proven\",\n"
          "+       \"proven_on\": \"2026-11-20\",\n");
}

TEST_CASE("an endpoint written on one line stays on it, and so does its neighbour's spelling") {
    CHECK(
        differenceBy({text(confirmation("rows", {pop("${number}.rows.example", "${account}")}))}) ==
        "-     { \"protocol\": \"pop3\", \"host\": \"${number}.rows.example\", \"port\": 995, \"security\": \"tls\", "
        "\"usernames\": [\"${address}\", \"${account}\"], \"evidence\":\"unsourced\" },\n"
        "+     { \"protocol\": \"pop3\", \"host\": \"${number}.rows.example\", \"port\": 995, \"security\": \"tls\", "
        "\"usernames\": [\"${address}\", \"${account}\"], \"evidence\":\"proven\", \"proven_on\": \"2026-11-20\" },\n");
}

TEST_CASE("a newer proof renews the date, an older one changes nothing") {
    Confirmation newer = confirmation("rows", {smtp("smtp.rows.example")});
    CHECK(differenceBy({text(newer)}).find("\"proven_on\": \"2026-11-20\"") != std::string::npos);
    CHECK(doneBy({text(newer)}) == "tests/profiles/confirmations/providers/rows.json: smtp smtp.rows.example:465 has a "
                                   "newer proof now (2026-11-20).\n");
    newer.date = {2024, 1, 1};
    CHECK(differenceBy({text(newer)}).empty());
    CHECK(doneBy({text(newer)}) == "tests/profiles/confirmations/providers/rows.json: smtp smtp.rows.example:465 was "
                                   "proven on 2025-03-01 already.\n");
}

TEST_CASE("several confirmations of one endpoint: the latest counts, in whatever order they come") {
    Confirmation early = confirmation("lines", {pop("pop.lines.example")});
    Confirmation late = early;
    late.date = {2026, 11, 24};
    for (const auto& order : {std::vector{text(early), text(late)}, std::vector{text(late), text(early)}})
        CHECK(differenceBy(order).find("2026-11-24") != std::string::npos);
}

TEST_CASE("an endpoint of a variant is raised there, and only there") {
    Confirmation one = confirmation("lines", {pop("pop.lines.example")});
    one.variant = "old-plan";
    CHECK(differenceBy({text(one)}).find("dated") != std::string::npos);
}

TEST_CASE("carriage returns, tabs and the order of keys stay as they are") {
    auto texts = profiles();
    std::string& windows = texts[0].text;
    for (std::size_t at = windows.find('\n'); at != std::string::npos; at = windows.find('\n', at + 2))
        windows.insert(at, "\r");
    const auto done = confirmProfiles(texts, {text(confirmation("lines", {pop("pop.lines.example")}))}, Today);
    REQUIRE(done);
    REQUIRE(done->changed.size() == 1);
    CHECK(done->changed[0].text.find("\"proven\",\r\n      \"proven_on\": \"2026-11-20\",\r\n") != std::string::npos);
}

TEST_CASE("a byte order mark stays where it was") {
    auto texts = profiles();
    texts[0].text.insert(0, "\xEF\xBB\xBF");
    const auto done = confirmProfiles(texts, {text(confirmation("lines", {pop("pop.lines.example")}))}, Today);
    INFO(said(done.problems, Language::English));
    REQUIRE(done);
    CHECK(done->changed.at(0).text.starts_with("\xEF\xBB\xBF{\n"));
    CHECK(difference(texts[0].text, done->changed.at(0).text).find("proven_on") != std::string::npos);
}

TEST_CASE("what was confirmed is a good profile again, and says so when it is read") {
    auto texts = profiles();
    const auto done = confirmProfiles(texts, {text(confirmation("lines", {pop("pop.lines.example")}))}, Today);
    REQUIRE(done);
    const auto read = readProfile(done->changed.at(0).text, "lines.json");
    INFO(said(read.problems, Language::English));
    REQUIRE(read);
    CHECK(read->endpoints[0].evidence == Evidence::Proven);
    CHECK(read->endpoints[0].provenOn == "2026-11-20");
    CHECK(read->endpoints[0].source == std::optional<std::size_t>(0)); // a proof does not take the source away
}

TEST_CASE("everything that does not fit is refused at once, each with what a maintainer can do, and nothing changes") {
    Confirmation variant = confirmation("lines", {pop("pop.lines.example")});
    variant.variant = "gold";
    Confirmation future = confirmation("lines", {pop("pop.lines.example")});
    future.date = {2026, 11, 25};
    const std::vector<ConfirmationText> all = {
        text(confirmation("nobody", {pop("pop.nobody.example")}), "provider.json"),
        text(variant, "variant.json"),
        text(future, "future.json"),
        text(confirmation("lines",
                          {pop("pop.lines.example"), smtp("pop.lines.example"), pop("pop.lines.example", "${local}")}),
             "endpoint.json"),
        text(confirmation("rows", {pop("twice.rows.example")}), "ambiguous.json"),
        text(confirmation("heir", {pop("pop.platform.example")}), "inherited.json"),
        {"not.json", "no JSON"}};
    const auto done = confirmProfiles(profiles(), all, Today);
    CHECK_FALSE(done);
    CHECK(said(done.problems, Language::Japanese) + "\n" + said(done.problems, Language::English) ==
          test::sourceFile("tests/profiles/confirmations/refused.expected"));
}

TEST_CASE("every endpoint of every shipped profile can be confirmed") {
    std::vector<ProfileText> texts;
    for (const std::string& file : test::sourceFiles("providers", ".json"))
        if (file.find(".schema.json") == std::string::npos)
            texts.push_back({file, test::sourceFile(file), false});
    const ReadCatalog read = readCatalog(texts, Today);
    std::vector<ConfirmationText> all;
    std::size_t endpoints = 0;
    for (const ProviderProfile& profile : read.catalog.profiles()) {
        std::vector<ConfirmedEndpoint> proven;
        for (const ProfileEndpoint& one : profile.endpoints)
            if (one.when.empty() && one.usernames.front().find(' ') == std::string::npos)
                proven.push_back({one.protocol, one.host, one.port, one.security, Mechanism::Plain, one.usernames[0]});
        endpoints += proven.size();
        if (!proven.empty())
            all.push_back(text(confirmation(profile.id, proven), profile.id + ".confirmation.json"));
    }
    const auto done = confirmProfiles(texts, all, Today);
    INFO(said(done.problems, Language::English));
    REQUIRE(done);
    CHECK(done->done.size() == endpoints);
    CHECK(done->changed.size() == all.size());
}
