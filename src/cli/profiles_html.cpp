// The report as one page: own style, nothing from elsewhere, every text escaped.
#include "cli/profiles_report.h"

#include "base/html.h"

#include <string_view>

namespace yomikae::cli {

namespace {

constexpr std::string_view Style =
    R"css(:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --rule: #c9cdd8; --head: #26337f; --soft: #555;
  --good: #19692c; --fair: #7a5200; --poor: #b5301c; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8ec; --paper: #16181d; --rule: #3a3f4b; --head: #aab6ff; --soft: #a8acb8;
  --good: #7fd391; --fair: #e8c06a; --poor: #ff9b86; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 1rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 "Hiragino Sans", "Yu Gothic", "Noto Sans CJK JP", "IPAGothic", sans-serif; }
h1 { margin: 0; color: var(--head); font-size: 1.5rem; }
p { margin: 0 0 .25rem; color: var(--soft); }
.sums { margin: .75rem 0; padding: .5rem 1rem; border-left: .3rem solid var(--head); }
.sums p { color: inherit; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; }
thead th { position: sticky; top: 0; background: var(--paper); color: var(--head); white-space: nowrap; }
tbody th { font-weight: normal; white-space: nowrap; }
td { white-space: nowrap; }
td.gaps { min-width: 16rem; white-space: normal; }
.age { text-align: right; }
.proven, .official { color: var(--good); font-weight: bold; }
.dated, .unsourced { color: var(--fair); }
.none, .gap { color: var(--poor); }
.gap { margin-right: .75rem; white-space: nowrap; display: inline-block; }
)css";

std::string cell(std::string_view className, std::string_view text) {
    return "<td" + (className.empty() ? "" : " class=\"" + std::string(className) + "\"") + ">" + htmlEscaped(text) +
           "</td>";
}

std::string evidenceCell(const std::optional<Evidence>& evidence, std::string_view words) {
    return cell(evidence ? name(*evidence) : std::string_view("none"), words);
}

std::string rowHtml(const ProviderKnowledge& one, const ReportRow& row) {
    std::string html = "<tr><th scope=\"row\">" + htmlEscaped(row.id) + "</th>" + cell("", row.name) +
                       cell("", row.status) + evidenceCell(one.incoming, row.incoming) +
                       evidenceCell(one.outgoing, row.outgoing) + cell("", row.checked) + cell("age", row.age) +
                       "<td class=\"gaps\">";
    for (const std::string& gap : row.gaps)
        html += "<span class=\"gap\">" + htmlEscaped(gap) + "</span>";
    return html + "</td></tr>\n";
}

std::string headHtml(Language language) {
    std::string html = "<thead><tr>";
    for (const std::string& head : reportHeads(language))
        html += "<th scope=\"col\">" + htmlEscaped(head) + "</th>";
    return html + "</tr></thead>\n";
}

} // namespace

std::string reportHtml(const Knowledge& knowledge, PartialDate today, Language language) {
    const std::string title = say("report-title", language);
    std::string html = std::string("<!DOCTYPE html>\n<html lang=\"") + (language == Language::Japanese ? "ja" : "en") +
                       "\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                       "'unsafe-inline'\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
                       htmlEscaped(title) + "</title>\n<style>\n" + std::string(Style) +
                       "</style>\n</head>\n<body>\n<main>\n<h1>" + htmlEscaped(title) + "</h1>\n<p>" +
                       htmlEscaped(dateWords(toString(today), language)) + "</p>\n<div class=\"sums\">\n";
    for (const std::string& sum : reportSums(knowledge, language))
        html += "<p>" + htmlEscaped(sum) + "</p>\n";
    html += "</div>\n<div class=\"wide\"><table>\n" + headHtml(language) + "<tbody>\n";
    const auto rows = reportRows(knowledge, language);
    for (std::size_t i = 0; i < rows.size(); ++i)
        html += rowHtml(knowledge.providers[i], rows[i]);
    return html + "</tbody>\n</table></div>\n</main>\n</body>\n</html>\n";
}

} // namespace yomikae::cli
