#include "ui/support_report.h"

#include "ui/session.h"

namespace yomikae::ui {

namespace {

class Report {
  public:
    explicit Report(Language language) : language_(language) {}

    void line(const std::string& text) { text_ += text + "\n"; }
    void heading(std::string_view code) { text_ += "\n" + say(code, language_) + "\n"; }
    const std::string& text() const { return text_; }

    void changes(const Translation& translation) {
        heading("heading-changes");
        for (const FieldChange& change : translation.changes)
            line("- " + say("field-" + std::string(name(change.field)), language_) + ": " +
                 (change.paper.empty() ? "-" : change.paper) + " → " + (change.now.empty() ? "-" : change.now));
    }

    void attempts(const RunReport& report, const Judgement& judgement) {
        heading("heading-attempts");
        for (std::size_t i = 0; i < report.attempts.size(); ++i)
            attempt(report.attempts[i], judgement.explanations[i]);
    }

  private:
    void attempt(const Attempt& attempt, const Message& explanation) {
        line("- " + toString(attempt.candidate.endpoint) +
             (attempt.address.empty() ? "" : " [" + attempt.address + "]") + ": " + std::string(name(attempt.outcome)) +
             " / " + std::string(name(attempt.stage)) + ", " + std::to_string(attempt.took.count()) + " ms");
        line("  " + say(explanation, language_));
        for (const TranscriptLine& said : attempt.transcript)
            line(std::string("  ") + mark(said.from) + " " + said.text);
    }

    static const char* mark(TranscriptLine::From from) {
        switch (from) {
        case TranscriptLine::From::Client: return "C:";
        case TranscriptLine::From::Server: return "S:";
        case TranscriptLine::From::Note: break;
        }
        return "*";
    }

    Language language_;
    std::string text_;
};

} // namespace

QString supportReport(const Translation& translation, const RunReport* report, const Judgement* judgement,
                      const Secret& password, Language language) {
    Report out(language);
    out.line("Yomikae " YOMIKAE_VERSION);
    out.line(translation.mailAddress + " (" + (translation.provider.empty() ? "?" : translation.provider) + ")");
    if (judgement)
        out.line(say(judgement->summary, language));
    out.changes(translation);
    if (report && judgement)
        out.attempts(*report, *judgement);
    return shown(password.struckOut(out.text()));
}

} // namespace yomikae::ui
