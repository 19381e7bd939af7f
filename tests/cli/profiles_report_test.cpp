// The report for those who keep the profiles: aligned in columns, and a page that needs nothing else.
#include "cli/profiles_report.h"

#include "profile/read_profile.h"

#include "support/catch.h"

#include <sstream>

using namespace yomikae;
using namespace yomikae::cli;

namespace {

constexpr PartialDate Today{2026, 11, 24};

Catalog catalog() {
    std::vector<ProviderProfile> profiles(2);
    profiles[0].id = "rei";
    profiles[0].names = {"れいネット <b>", "Rei & Co"};
    profiles[0].checked = "2026-11-20";
    ProfileEndpoint endpoint;
    endpoint.host = "pop.rei.example";
    endpoint.evidence = Evidence::Proven;
    endpoint.provenOn = "2026-11-01";
    profiles[0].endpoints = {endpoint};
    profiles[1].id = "an-id-that-is-longer";
    profiles[1].names = {"A", "A"};
    profiles[1].checked = "2024";
    profiles[1].status.state = ServiceState::Closing;
    profiles[1].status.until = partialDate("2027-03-31");
    return Catalog(std::move(profiles));
}

std::string textIn(Language language) {
    const Catalog all = catalog();
    return reportText(knowledgeOf(all, Today), language);
}

std::string htmlIn(Language language) {
    const Catalog all = catalog();
    return reportHtml(knowledgeOf(all, Today), Today, language);
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++found;
    return found;
}

} // namespace

TEST_CASE("the report in English, as it is printed") {
    CHECK(
        textIn(Language::English) ==
        "id                    name      status                 incoming                      outgoing  checked     "
        "age     gaps\n"
        "an-id-that-is-longer  A         closing 31 March 2027  -                             -         2024        "
        "1058 d  no incoming server, no outgoing server, no old settings, ends soon, not checked for a year\n"
        "rei                   Rei & Co  active                 proven by a login 2026-11-01  -         2026-11-20  "
        "4 d     no outgoing server, no IMAP, no old settings\n"
        "\n"
        "2 providers, 1 endpoints (1 proven by a login), 0 sources\n"
        "Best evidence, incoming: proven by a login 1\n"
        "Best evidence, outgoing: -\n"
        "Gaps: no incoming server 1, no outgoing server 2, no IMAP 1, no old settings 2, ends soon 1, not checked for "
        "a year 1\n");
}

TEST_CASE("Japanese columns stand one below the other: a wide character counts twice") {
    std::istringstream lines(textIn(Language::Japanese));
    std::string head, first, second;
    std::getline(lines, head);
    std::getline(lines, first);
    std::getline(lines, second);
    const auto columnOf = [](const std::string& line, const std::string& word) {
        const std::size_t at = line.find(word);
        REQUIRE(at != std::string::npos);
        return columns(line.substr(0, at));
    };
    CHECK(columnOf(head, "状態") == columnOf(first, "終了予定"));
    CHECK(columnOf(head, "状態") == columnOf(second, "利用できます"));
    CHECK(columnOf(head, "受信の根拠") == columnOf(second, "ログインで確認"));
    CHECK(columnOf(head, "足りないもの") == columnOf(first, "受信サーバーなし"));
}

TEST_CASE("the page has a row a provider, escapes every text and fetches nothing") {
    const std::string html = htmlIn(Language::Japanese);
    CHECK(count(html, "<tr>") == 3);
    CHECK(count(html, "<th scope=\"col\">") == 8);
    CHECK(html.find("れいネット &lt;b&gt;") != std::string::npos);
    CHECK(htmlIn(Language::English).find("Rei &amp; Co") != std::string::npos);
    for (const char* foreign : {"http://", "https://", "<script", "<img", "<link", "url("})
        CHECK(html.find(foreign) == std::string::npos);
    CHECK(html.find("default-src 'none'") != std::string::npos);
    CHECK(html.find("lang=\"ja\"") != std::string::npos);
}

TEST_CASE("the page has its own colours for a dark screen, and evidence says in words what a colour says") {
    const std::string html = htmlIn(Language::English);
    CHECK(html.find("prefers-color-scheme: dark") != std::string::npos);
    CHECK(html.find("<td class=\"proven\">proven by a login 2026-11-01</td>") != std::string::npos);
    CHECK(html.find("<td class=\"none\">-</td>") != std::string::npos);
}

TEST_CASE("no profiles at all is a report too") {
    const Catalog none;
    const std::string text = reportText(knowledgeOf(none, Today), Language::English);
    CHECK(text.find("0 providers, 0 endpoints") != std::string::npos);
}
