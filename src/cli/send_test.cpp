#include "cli/send_test.h"

#include "cli/run_plan.h"
#include "cli/terminal.h"
#include "net/send_test_driver.h"
#include "verdict/explain_send_test.h"

#include <QEventLoop>
#include <QTimer>

namespace yomikae::cli {

namespace {

constexpr int LookForInterrupt = 100; ///< ms, as in run_plan.cpp
constexpr int SayAgain = 1000;        ///< ms; the seconds that are left

bool isSet(const QCommandLineParser& parser, const char* name) {
    return parser.isSet(QString::fromLatin1(name));
}

SendTestResult notDone(const char* reason) {
    SendTestResult result;
    result.reason = reason;
    return result;
}

/// Why it cannot even be begun; nothing where it can.
std::optional<SendTestResult> unfit(const Checked& checked, const CheckOptions& options) {
    if (!options.login)
        return notDone("no-login");
    if (checked.password.empty())
        return notDone("no-password");
    const auto& incoming = checked.judgement->incoming;
    const auto& outgoing = checked.judgement->outgoing;
    if (!incoming || !outgoing || incoming->how != Proven::How::Login || outgoing->how != Proven::How::Login)
        return notDone("not-proven");
    return std::nullopt;
}

SendTestSettings settingsFor(const Checked& checked, const CheckOptions& options, bool remove) {
    SendTestSettings settings;
    settings.message.address = checked.translation.mailAddress;
    settings.message.token = testMessageToken();
    settings.message.date = std::chrono::floor<std::chrono::seconds>(wallNow());
    settings.message.subject = say("send-test-mail-subject", Language::Japanese);
    settings.message.text =
        say("send-test-mail-text", Language::Japanese) + "\n\n" + say("send-test-mail-text", Language::English) + "\n";
    settings.password = checked.password;
    settings.refusedLogins = options.refusedLogins;
    settings.remove = remove;
    return settings;
}

std::string progressOf(const SendTestDriver& driver, Language language) {
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(driver.waitsFor()).count();
    switch (driver.test().phase()) {
    case SendTest::Phase::Deliver: return say("send-test-progress-sending", language);
    case SendTest::Phase::Remove: return say("send-test-progress-removing", language);
    case SendTest::Phase::Look:
        if (seconds > 0)
            return say(message("send-test-progress-waiting", {{"seconds", std::to_string(seconds)}}), language);
        return say(message("send-test-progress-looking", {{"n", std::to_string(driver.result().looks + 1)}}), language);
    case SendTest::Phase::Over: break;
    }
    return {};
}

/// Shows how far it is, and hands Ctrl-C on, until `driver` is finished.
void watchTo(SendTestDriver& driver, bool everyLine, Console& console) {
    QEventLoop loop;
    QTimer look, again;
    std::string last;
    const auto show = [&] {
        const std::string line = progressOf(driver, console.language());
        if (!everyLine)
            console.progress(line);
        else if (!line.empty() && line != last)
            console.note(line + "\n");
        last = line;
    };
    QObject::connect(&driver, &SendTestDriver::finished, &loop, &QEventLoop::quit);
    QObject::connect(&driver, &SendTestDriver::changed, &loop, show);
    QObject::connect(&again, &QTimer::timeout, &loop, [&] {
        if (!everyLine)
            show();
    });
    QObject::connect(&look, &QTimer::timeout, &driver, [&] {
        if (terminal::interrupted())
            driver.cancel();
    });
    look.start(LookForInterrupt);
    again.start(SayAgain);
    show();
    loop.exec();
    console.endProgress();
}

/// Only where a person sits there. Enter, Ctrl-C and anything but a yes mean no.
bool wantsRemoval(const SendTestResult& result, const Console& console) {
    if (!result.found || result.removed || result.marked || !result.reason.empty() || terminal::interrupted())
        return false;
    const auto answer = terminal::ask(say("send-test-ask-removal", console.language()));
    return answer && (*answer == "y" || *answer == "Y" || *answer == "yes");
}

} // namespace

void addSendTestOptions(QCommandLineParser& parser, Language language) {
    addOption(parser, language, "send-test");
    addOption(parser, language, "remove-test-message");
}

std::vector<Problem> sendTestProblems(const QCommandLineParser& parser, bool isBatch) {
    const bool send = isSet(parser, "send-test");
    std::vector<Problem> problems;
    if (isSet(parser, "remove-test-message") && !send)
        problems.push_back({"send-test-removal-needs-send-test", {}, "--remove-test-message", {}, {}, false});
    if (isBatch && send)
        problems.push_back({"batch-option-unfit", {}, "--send-test", {}, {}, false});
    return problems;
}

std::optional<SendTestResult> sendTest(const QCommandLineParser& parser, const Checked& checked,
                                       const CheckOptions& options, Console& console) {
    if (!isSet(parser, "send-test") || checked.report->cancelled)
        return std::nullopt;
    if (auto why = unfit(checked, options))
        return why;
    const auto trust = trustFor(options, console);
    if (!trust)
        return notDone("not-proven");
    const bool remove = isSet(parser, "remove-test-message");
    const RunReport& proof = *checked.report;
    SendTestDriver driver(SendTest(settingsFor(checked, options, remove), proof, checked.judgement->incoming->attempt,
                                   checked.judgement->outgoing->attempt),
                          runSettings(checked.password, options, *trust), proof.elapsed, [&] {
                              return std::make_unique<LoginMemory>(stateFolder(), checked.translation.mailAddress);
                          });
    driver.start();
    watchTo(driver, options.watch, console);
    if (!remove && wantsRemoval(driver.result(), console) && driver.removeNow())
        watchTo(driver, options.watch, console);
    return driver.result();
}

std::string sendTestText(const std::optional<SendTestResult>& result, Language language) {
    if (!result)
        return {};
    return "\n" + say("heading-send-test", language) + "\n  " + say(explainSendTest(*result), language) + "\n";
}

int statusWith(const std::optional<SendTestResult>& result, int status) {
    if (!result || status == ExitStatus::Interrupted || result->outcome == SendTestOutcome::Found)
        return status;
    return result->outcome == SendTestOutcome::Cancelled ? ExitStatus::Interrupted : ExitStatus::No;
}

} // namespace yomikae::cli
