// yomikae-cli probe: one attempt at one endpoint.
#include "cli/command_line.h"
#include "cli/json_out.h"
#include "cli/password.h"
#include "cli/run_plan.h"
#include "cli/text_out.h"

#include "base/limits.h"

#include <nlohmann/json.hpp>

namespace yomikae::cli {

namespace {

/// A plan of exactly the endpoint that the person named; naming it is the yes to this host.
Result<Plan> planFor(const QCommandLineParser& parser) {
    Result<Plan> result;
    const auto value = [&](const char* name) { return parser.value(QString::fromLatin1(name)).toStdString(); };
    const auto wrong = [&](const char* name, const char* allowed) {
        const std::string option = std::string("--") + name;
        result.problems.push_back(parser.isSet(QString::fromLatin1(name))
                                      ? wrongValue(option, value(name), allowed)
                                      : Problem{"option-missing", {}, option, {}, allowed, false});
    };
    const auto protocol = protocolNamed(value("protocol"));
    const auto security = securityNamed(value("security"));
    const auto host = hostOrLiteral(value("host"));
    const auto port = portNumber(value("port"));
    const std::string user = value("user");
    if (!protocol)
        wrong("protocol", "pop3, imap, smtp");
    if (!host)
        wrong("host", "HOST");
    if (!port)
        wrong("port", "1 - 65535");
    if (!security)
        wrong("security", "tls, starttls, none");
    if (user.size() > limits::UserName || user.find_first_of(std::string("\r\n\0", 3)) != std::string::npos)
        wrong("user", "USER");
    if (!result.problems.empty())
        return result;
    Candidate candidate;
    candidate.endpoint = {*protocol, *host, *port, *security};
    candidate.origin = HostOrigin::Person;
    if (!user.empty())
        candidate.usernames = {user};
    candidate.explainOnly = user.empty();
    result.value = Plan{{candidate}, false, false};
    return result;
}

/// A user name alone is an account at its host.
std::string accountOf(const Candidate& candidate) {
    if (candidate.usernames.empty())
        return {};
    const std::string& user = candidate.usernames[0];
    return user.find('@') != std::string::npos ? user : user + '@' + candidate.endpoint.host;
}

/// The first attempt is the one that was asked for. A port that wanted STARTTLS in place of TLS got another.
void print(const RunReport& report, const Judgement& judgement, bool asJson, const Console& console) {
    if (!asJson) {
        for (std::size_t i = 0; i < report.attempts.size(); ++i)
            console.out(attemptText(report.attempts[i], judgement.explanations.at(i), console.language()));
        return;
    }
    auto json = toJson(report.attempts.front(), judgement.explanations.front());
    if (report.attempts.size() > 1)
        json["instead"] = toJson(report.attempts.back(), judgement.explanations.back());
    console.out(jsonText(json));
}

int statusOf(Outcome outcome) {
    return outcome == Outcome::LoginOk || outcome == Outcome::Ready ? ExitStatus::Yes : ExitStatus::No;
}

} // namespace

int runProbe(const QStringList& arguments, Console& console) {
    QCommandLineParser parser;
    addOption(parser, console.language(), "json");
    addConnectionOptions(parser, console.language());
    addOption(parser, console.language(), "protocol", "pop3|imap|smtp");
    addOption(parser, console.language(), "host", "HOST");
    addOption(parser, console.language(), "port", "N");
    addOption(parser, console.language(), "security", "tls|starttls|none");
    addOption(parser, console.language(), "user", "USER");
    const auto further = [&] {
        std::vector<Problem> all = connectionOptions(parser).problems;
        for (Problem& problem : planFor(parser).problems)
            all.push_back(std::move(problem));
        return all;
    };
    if (const auto over = parse(parser, *commandNamed("probe"), arguments, 0, 0, console, further))
        return *over;
    const auto problems = further();
    console.tell(problems);
    if (!problems.empty())
        return ExitStatus::WrongInput;
    auto options = connectionOptions(parser);
    const auto plan = planFor(parser);
    options->refusedLogins = 1; // one attempt is one login
    const auto trust = trustFor(*options, console);
    if (!trust)
        return ExitStatus::WrongInput;
    Secret password;
    if (!plan->candidates[0].usernames.empty() && options->login) {
        auto given = passwordFor(*options, {}, plan->candidates[0].usernames[0], console);
        console.tell(given.problems);
        if (!given)
            return ExitStatus::WrongInput;
        password = std::move(*given);
    }
    const RunReport report = runPlan(*plan, accountOf(plan->candidates[0]), password, *options, *trust, console);
    const Judgement judgement = judge(Translation{}, report);
    if (report.attempts.empty())
        return ExitStatus::Interrupted;
    print(report, judgement, parser.isSet(QStringLiteral("json")), console);
    return report.cancelled ? static_cast<int>(ExitStatus::Interrupted) : statusOf(report.attempts.front().outcome);
}

} // namespace yomikae::cli
