// What is done with one row: read, translated, planned, and at the end put into words. No network here.
#pragma once

#include "candidates/plan.h"
#include "cli/batch_done.h"
#include "cli/batch_rows.h"
#include "cli/options.h"
#include "discovery/discovery.h"
#include "probe/report.h"
#include "profile/catalog.h"
#include "tls/trust_store.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace yomikae::cli {

/// Loaded once and shared by all rows and threads; nobody changes it.
struct BatchKnowledge {
    const BatchShape& shape;
    const Catalog& catalog;
    const TrustStore& trust;
    const CheckOptions& options;
    Language language;
    bool wantsJson = false;
    bool wantsText = false;
};

struct PreparedRow {
    RowPlace place;
    BatchRow row;
    std::optional<Translation> translation; ///< nothing: row.read.problems says why
    std::string domain;                     ///< of the address
    std::uint64_t account = 0;              ///< stands for the address
};
/// Stands for an address, or for a domain.
std::uint64_t accountOf(const std::string& name);
/// `bytes` are wiped.
PreparedRow prepareRow(std::string bytes, bool tooLong, const RowPlace& at, const BatchKnowledge& knowledge);

/// The domain has to be asked for its settings before anything can be planned.
bool asksDomain(const PreparedRow& row, const CheckOptions& options);
/// With what the domain publishes, and whether a password will go out.
Translation translationOf(const PreparedRow& row, const Discovery* found, const BatchKnowledge& knowledge);
/// Every host that a plan talks to, sorted, once.
std::vector<std::string> hostsOf(const Plan& plan);

/// One row's result as it is written: a line of JSON, a line for people; each empty where it is not wanted.
struct RowResult {
    RowAnswer answer = RowAnswer::Faulty;
    std::string json;
    std::string text;
};
RowResult faultyResult(const PreparedRow& row, const BatchKnowledge& knowledge);
RowResult checkedResult(const PreparedRow& row, const Translation& translation, const RunReport& report,
                        const std::string& madeAt, const BatchKnowledge& knowledge);

} // namespace yomikae::cli
