#include "translation/answers.h"

#include "base/text.h"
#include "translation/doubt_about.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace yomikae {

namespace {

/// What fits, for the person: the choices, else the example and the forms without their braces.
std::string whatFits(const Question& question) {
    std::string fits;
    const auto add = [&](const std::string& one) { fits += (fits.empty() ? "" : ", ") + one; };
    for (const auto& [value, words] : question.choices)
        add(value);
    if (fits.empty() && !question.example.empty())
        add(question.example);
    for (const std::string& form : question.accepts) {
        std::string shown;
        for (std::size_t at = 0; at < form.size(); ++at) {
            if (form[at] != '{') {
                shown += form[at];
                continue;
            }
            shown += "…";
            at = std::min(form.find('}', at), form.size());
        }
        if (question.choices.empty() && shown != "…")
            add(shown);
    }
    return fits;
}

/// Names that every provider's common servers begin with; such a label is nobody's own.
bool isCommonServer(std::string_view host) {
    constexpr std::array<std::string_view, 9> Common{"mail",  "pop",  "pop3", "pops",  "smtp",
                                                     "smtps", "imap", "www",  "secure"};
    return std::find(Common.begin(), Common.end(), host.substr(0, host.find('.'))) != Common.end();
}

/// sv16201.xserver.jp on the paper answers the question for the server. Only a form with a fixed end can tell: any text
/// would fit the others.
std::optional<std::string> answerOnPaper(const Question& question, const PaperFacts& paper, std::string& host) {
    Question whole = question;
    std::erase_if(whole.accepts, [](const std::string& form) {
        const auto pattern = HostPattern::parse(form);
        return !pattern || pattern->fixedEnd().find('.') == std::string::npos;
    });
    if (whole.accepts.empty() || !question.choices.empty())
        return std::nullopt;
    for (const std::string& one : paper.hosts())
        if (auto answer = isCommonServer(one) ? std::nullopt : acceptedAnswer(whole, one)) {
            host = one;
            return answer;
        }
    return std::nullopt;
}

} // namespace

const Question* questionOf(const ProviderProfile& profile, const std::string& key) {
    const auto found = std::find_if(profile.questions.begin(), profile.questions.end(),
                                    [&](const Question& question) { return question.key == key; });
    return found == profile.questions.end() ? nullptr : &*found;
}

void takeAnswers(PaperFacts& paper, const ProviderProfile& profile, std::vector<Problem>& problems,
                 std::vector<Doubt>& doubts) {
    const auto& given = paper.certificate->answers;
    for (const Question& question : profile.questions) {
        const auto typed = given.find(question.key);
        if (typed != given.end() && !trimmed(typed->second).empty()) {
            if (auto answer = acceptedAnswer(question, typed->second))
                paper.answers[question.key] = *answer;
            else
                problems.push_back({"answer-not-accepted",
                                    {"", 0, 0, "/answers/" + question.key},
                                    question.key,
                                    typed->second,
                                    whatFits(question),
                                    false});
            continue;
        }
        std::string host;
        if (auto answer = answerOnPaper(question, paper, host)) {
            paper.answers[question.key] = *answer;
            doubts.push_back(doubtAbout("answers", "translation-answer-from-paper",
                                        withText({{"host", host}, {"answer", *answer}}, "question", question.text)));
        }
    }
}

} // namespace yomikae
