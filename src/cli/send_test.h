// check --send-test: a message from the person's address to itself, once both directions are proven.
#pragma once

#include "cli/checked.h"
#include "probe/send_test.h"

#include <QCommandLineParser>

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <vector>

namespace yomikae::cli {

void addSendTestOptions(QCommandLineParser& parser, Language language);

/// What can be seen before anything connects: options that do not go together.
std::vector<Problem> sendTestProblems(const QCommandLineParser& parser, bool isBatch);

/// Where the option was given and the run was not stopped: sends, looks, and removes where that was asked for, by the
/// option or at the prompt (terminals only; "no" is what Enter means). Progress and Ctrl-C as in the run before.
std::optional<SendTestResult> sendTest(const QCommandLineParser& parser, const Checked& checked,
                                       const CheckOptions& options, Console& console);

/// "" where there was none.
std::string sendTestText(const std::optional<SendTestResult>& result, Language language);

/// `status` of the check, unless the test was asked for and failed: then 1, or 3 where it was stopped.
int statusWith(const std::optional<SendTestResult>& result, int status);

/// JSON "send_test" (json_send_test.cpp).
void addSendTest(nlohmann::ordered_json& check, const std::optional<SendTestResult>& result);

} // namespace yomikae::cli
