// The key "send_test" of check --json; only there where --send-test was given.
#include "cli/send_test.h"

#include "verdict/explain_send_test.h"
#include "words/words.h"

#include <nlohmann/json.hpp>

namespace yomikae::cli {

namespace {

using Json = nlohmann::ordered_json;

Json orNull(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json smtpJson(const SendTestResult& result) {
    if (result.at == Delivery::At::NotBegun)
        return nullptr;
    return {{"stage", name(result.at)},
            {"code", result.replyCode == 0 ? Json(nullptr) : Json(result.replyCode)},
            {"response_code", orNull(result.responseCode)},
            {"text", orNull(result.serverText)}};
}

} // namespace

void addSendTest(Json& check, const std::optional<SendTestResult>& result) {
    if (!result)
        return;
    const Text words = say(explainSendTest(*result));
    constexpr double ToSeconds = 1000.0;
    check["send_test"] = {
        {"outcome", name(result->outcome)},
        {"sent", result->sent ? Json(*result->sent) : Json(nullptr)},
        {"smtp", smtpJson(*result)},
        {"found", result->found},
        {"seconds", result->after ? Json(static_cast<double>(result->after->count()) / ToSeconds) : Json(nullptr)},
        {"removed", result->removed},
        {"marked_deleted", result->marked},
        {"reason", orNull(result->reason)},
        {"looks", result->looks},
        {"message_id", orNull(result->messageId)},
        {"logins_refused", result->loginsRefused},
        {"explanation", {{"ja", words.ja}, {"en", words.en}}}};
}

} // namespace yomikae::cli
