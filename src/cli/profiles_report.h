// The state of knowledge about the providers, as it is shown.
#pragma once

#include "cli/console.h"
#include "profile/knowledge.h"

#include <string>
#include <vector>

namespace yomikae::cli {

/// A provider, in words.
struct ReportRow {
    std::string id, name, status, incoming, outgoing, checked, age;
    std::vector<std::string> gaps;
};

std::vector<ReportRow> reportRows(const Knowledge& knowledge, Language language);
/// What it comes to in all, a line each.
std::vector<std::string> reportSums(const Knowledge& knowledge, Language language);
/// The heads of the columns, in the order of ReportRow.
std::vector<std::string> reportHeads(Language language);

std::string reportText(const Knowledge& knowledge, Language language);
/// One page that needs nothing else, in light and dark.
std::string reportHtml(const Knowledge& knowledge, PartialDate today, Language language);

} // namespace yomikae::cli
