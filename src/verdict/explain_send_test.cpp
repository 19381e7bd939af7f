#include "verdict/explain_send_test.h"

#include <algorithm>

namespace yomikae {

namespace {

/// Logins that the server did not take.
bool isLogin(std::string_view reason) {
    static constexpr std::string_view Words[] = {"auth-rejected", "auth-unclear", "auth-needs-action",
                                                 "account-locked"};
    return std::find(std::begin(Words), std::end(Words), reason) != std::end(Words);
}

std::string found(const SendTestResult& result) {
    if (result.removed)
        return "-found-removed";
    if (result.marked)
        return "-found-marked";
    return result.reason.empty() ? "-found" : "-found-not-removed";
}

std::string notLooked(const SendTestResult& result) {
    if (isLogin(result.reason))
        return "-sent-not-looked-login";
    const bool known = result.reason == "top" || result.reason == "login-delay";
    return known ? "-sent-not-looked-" + result.reason : "-sent-not-looked";
}

std::string cancelled(const SendTestResult& result) {
    if (!result.sent)
        return "-cancelled-unclear";
    return *result.sent ? "-cancelled-sent" : "-cancelled";
}

std::string ending(const SendTestResult& result) {
    switch (result.outcome) {
    case SendTestOutcome::Found: return found(result);
    case SendTestOutcome::SentNotLooked: return notLooked(result);
    case SendTestOutcome::Cancelled: return cancelled(result);
    case SendTestOutcome::NotDone: return "-not-done-" + result.reason;
    case SendTestOutcome::NotSent: return isLogin(result.reason) ? "-not-sent-login" : "-not-sent";
    case SendTestOutcome::Refused:
    case SendTestOutcome::Deferred:
    case SendTestOutcome::Unclear:
    case SendTestOutcome::SentNotFound: break;
    }
    return "-" + std::string(name(result.outcome));
}

} // namespace

Message explainSendTest(const SendTestResult& result) {
    const auto seconds = result.after ? std::chrono::round<std::chrono::seconds>(*result.after).count() : 0;
    return {"send-test" + ending(result),
            {{"seconds", std::to_string(std::max<long long>(1, seconds))}, {"said", result.serverText}}};
}

} // namespace yomikae
