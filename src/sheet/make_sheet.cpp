// From what is known and what was proven to the values on the page.
#include "sheet/sheet.h"

#include "base/text.h"
#include "sheet/app_on_sheet.h"
#include "sheet/changes.h"
#include "sheet/endpoint_choice.h"
#include "verdict/advice.h"

#include <algorithm>
#include <cstdint>

namespace yomikae {

namespace {

constexpr std::size_t OtherEndpoints = 3; ///< more would not help anybody
constexpr std::size_t LimitsShown = 3;
constexpr std::size_t AlertsShown = 3;
constexpr std::size_t AppNotes = 2;

std::string twoDigits(std::int64_t value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

/// The local day ("2026-11-24") and time ("14:03") of the sheet.
std::pair<std::string, std::string> dayAndTime(const SheetOptions& options) {
    const auto local = options.made + std::chrono::minutes(options.utcOffsetMinutes);
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::year_month_day date{day};
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(local - day).count();
    return {std::to_string(static_cast<int>(date.year())) + "-" + twoDigits(static_cast<unsigned>(date.month())) + "-" +
                twoDigits(static_cast<unsigned>(date.day())),
            twoDigits(minutes / 60) + ":" + twoDigits(minutes % 60)};
}

/// Fills one Sheet; knows everything that the page is made from.
class SheetMaker {
  public:
    SheetMaker(const Translation& translation, const RunReport* report, const Judgement* judgement,
               const SheetOptions& options)
        : translation_(translation), report_(report), judgement_(report ? judgement : nullptr), options_(options),
          language_(options.language) {}

    Sheet make() {
        head();
        if (!gone()) {
            app();
            appInVerdict();
            steps();
            part(sheet_.incoming, true);
            part(sheet_.outgoing, false);
            sheet_.passwordLabel = oauthOnly() ? "" : words_.password;
            sheet_.changes = sheetChanges(translation_, choice(true), choice(false), language_);
            notProven();
        }
        notes();
        footer();
        return std::move(sheet_);
    }

  private:
    std::string word(std::string_view code) const { return say(code, language_); }
    std::string word(const char* code, std::vector<std::pair<std::string, std::string>> arguments) const {
        return say(Message{code, std::move(arguments)}, language_);
    }

    bool gone() const {
        return translation_.status &&
               (translation_.status->state == ServiceState::Ended ||
                translation_.status->state == ServiceState::Impossible) &&
               !(judgement_ && (judgement_->incoming || judgement_->outgoing));
    }
    bool oauthOnly() const {
        return judgement_ ? judgement_->verdict == Verdict::OAuthOnly
                          : translation_.signIn && translation_.signIn->oauthOnly;
    }

    void head() {
        sheet_.language = language_;
        sheet_.title = word("sheet-title");
        const std::string provider = pick(translation_.providerNames, language_);
        sheet_.subtitle =
            provider + (provider.empty() || translation_.mailAddress.empty() ? "" : "  ") + translation_.mailAddress;
        sheet_.verdict = judgement_ ? verdictOnPaper() : gone() ? stateSentence() : word("sheet-unchecked");
        sheet_.works = serversWork();
        sheet_.passwordGiven = translation_.passwordGiven;
        sheet_.status = status();
    }

    bool serversWork() const { return judgement_ && judgement_->verdict == Verdict::Works; }

    /// A sheet is read without the program: nothing can be agreed to on it.
    std::string verdictOnPaper() const {
        return judgement_->verdict == Verdict::NeedsConsent ? word("sheet-needs-consent")
                                                            : say(judgement_->summary, language_);
    }

    /// That the servers work helps nobody whose app cannot take the settings.
    void appInVerdict() {
        if (sheet_.alerts.empty() || !sheet_.alerts.front().blocks)
            return;
        const std::string app = pick(options_.app->names, language_);
        if (serversWork())
            sheet_.verdict = word("sheet-app-blocked-servers-work", {{"app", app}});
        else
            sheet_.verdict += (language_ == Language::English ? " " : "") + word("sheet-app-blocked", {{"app", app}});
        sheet_.works = false;
    }

    std::string stateSentence() const {
        const std::string until = translation_.status->until ? toString(*translation_.status->until) : "";
        switch (translation_.status->state) {
        case ServiceState::Ended:
            return until.empty() ? word("sheet-status-ended") : word("sheet-status-ended-on", {{"until", until}});
        case ServiceState::Impossible: return word("sheet-status-impossible");
        case ServiceState::Closing: return until.empty() ? "" : word("advice-closing", {{"until", until}});
        default: return {};
        }
    }

    /// Where the verdict says already that all is over, only the provider's own note is left to say.
    std::string status() const {
        if (!translation_.status)
            return {};
        const std::string state = gone() ? "" : stateSentence();
        return state.empty() ? pick(translation_.status->note, language_) : state;
    }

    static bool isStep(const Message& advice) {
        return advice.code.starts_with("advice-step") || advice.code == "advice-question";
    }

    void steps() {
        if (!judgement_) {
            for (const TranslatedQuestion& question : translation_.questions)
                sheet_.steps.push_back(pick(question.text, language_));
            for (const TranslatedStep& step : translation_.steps)
                sheet_.steps.push_back(say(stepAdvice(step), language_));
            return;
        }
        for (const Message& advice : judgement_->advice)
            if (isStep(advice))
                sheet_.steps.push_back(say(advice, language_));
    }

    EndpointChoice choice(bool incoming) const { return chooseEndpoint(translation_, report_, judgement_, incoming); }

    /// The words of the rows; for an app also what to know about it.
    void app() {
        const AppSituation situation =
            appSituation(translation_, report_, judgement_, choice(true), choice(false), oauthOnly());
        words_ = sheetWords(options_.app, situation, language_);
        if (!options_.app)
            return;
        sheet_.app = options_.app->id;
        sheet_.subtitle += "  " + word("sheet-for-app", {{"app", pick(options_.app->names, language_)}});
        for (const AppWarning& warning : warningsFor(*options_.app, situation))
            if (warning.level == AppLevel::Info)
                appNotes_.push_back(pick(warning.text, language_));
            else if (warning.level == AppLevel::Block || sheet_.alerts.size() < AlertsShown)
                sheet_.alerts.push_back({pick(warning.text, language_), warning.level == AppLevel::Block});
        ways(vocabularyOf(*options_.app, language_));
    }

    void ways(const AppVocabulary& vocabulary) {
        if (!vocabulary.newAccount.empty())
            sheet_.ways.push_back(word("sheet-way-new", {{"way", vocabulary.newAccount}}));
        if (!vocabulary.oldAccount.empty())
            sheet_.ways.push_back(word("sheet-way-old", {{"way", vocabulary.oldAccount}}));
        if (!vocabulary.known())
            sheet_.ways.push_back(word("sheet-app-words-unknown", {{"app", pick(options_.app->names, language_)}}));
    }

    void row(SheetPart& part, const char* key, const std::string& label, std::string value, bool proven) const {
        const std::string mark = value.empty() ? "" : word(proven ? "sheet-mark-proven" : "sheet-mark-open");
        part.rows.push_back({label, std::move(value), mark, key, proven});
    }

    void part(SheetPart& part, bool incoming) const {
        const EndpointChoice chosen = choice(incoming);
        const SideWords& words = incoming ? words_.incoming : words_.outgoing;
        const bool reached = chosen.proof != EndpointChoice::Proof::None;
        part.proven = chosen.proof == EndpointChoice::Proof::Login;
        part.heading = word(incoming ? "sheet-incoming" : "sheet-outgoing",
                            {{"protocol", protocolLabel(chosen.endpoint.protocol)}});
        if (incoming && !words_.mailAddress.empty())
            part.rows.push_back({words_.mailAddress, translation_.mailAddress, "", "mail_address", false});
        row(part, "server", words.server, chosen.endpoint.host, reached);
        row(part, "port", words.port, chosen.endpoint.port ? std::to_string(chosen.endpoint.port) : "", reached);
        row(part, "security", words.security, words.securityValue, reached);
        if (!incoming || !words.loginValue.empty())
            row(part, "authentication", words.authentication, words.loginValue, part.proven);
        row(part, "username", words.username, chosen.username, part.proven);
        part.proof = proof(chosen);
    }

    std::string proof(const EndpointChoice& chosen) const {
        if (chosen.endpoint.host.empty())
            return word("sheet-proof-unknown");
        if (chosen.proof == EndpointChoice::Proof::None)
            return word(nameNotFound(chosen.endpoint.host) ? "sheet-proof-name-not-found" : "sheet-proof-none");
        const auto [day, time] = dayAndTime(options_);
        const std::string when = dateWords(day, language_) + " " + time;
        return word(chosen.proof == EndpointChoice::Proof::Login ? "sheet-proof-login" : "sheet-proof-reached",
                    {{"when", when}});
    }

    bool nameNotFound(const std::string& host) const {
        return judgement_ &&
               std::any_of(report_->attempts.begin(), report_->attempts.end(), [&](const Attempt& attempt) {
                   return attempt.outcome == Outcome::DnsNotFound && attempt.candidate.endpoint.host == host;
               });
    }

    void notProven() {
        if (!sheet_.incoming.proven)
            sheet_.notProven.push_back(word("sheet-not-proven-incoming"));
        if (!sheet_.outgoing.proven)
            sheet_.notProven.push_back(word("sheet-not-proven-outgoing"));
        papersOwn();
        if (judgement_ && !serversWork())
            for (const Attempt* attempt : otherDoors(*report_, *judgement_, OtherEndpoints))
                sheet_.notProven.push_back(otherDoor(*attempt));
    }

    /// Where nobody knows today's value, what the paper says is at least something to ask about.
    void papersOwn() {
        for (const SheetChange& value : unknownValues(translation_, choice(true), choice(false), language_))
            sheet_.notProven.push_back(word("sheet-paper-says", {{"label", value.label}, {"value", value.old}}));
    }

    std::string otherDoor(const Attempt& attempt) const {
        const Endpoint& endpoint = attempt.candidate.endpoint;
        return word(attempt.outcome == Outcome::LoginOk ? "sheet-other-login" : "sheet-other-ready",
                    {{"protocol", protocolLabel(endpoint.protocol)},
                     {"host", endpoint.host},
                     {"port", std::to_string(endpoint.port)},
                     {"security", securityLabel(endpoint.security, language_)}});
    }

    void note(std::string text) {
        if (!text.empty() && std::find(sheet_.notes.begin(), sheet_.notes.end(), text) == sheet_.notes.end() &&
            sheet_.status.find(text) == std::string::npos)
            sheet_.notes.push_back(std::move(text));
    }

    bool isAdvised(const std::string& code) const {
        return std::any_of(judgement_->advice.begin(), judgement_->advice.end(),
                           [&](const Message& advice) { return advice.code == code; });
    }

    /// Where the program asks for a yes, paper can only say what was not tried, and why.
    void untriedForConsent() {
        for (const Attempt* attempt : consentsNeeded(*report_)) {
            const std::string kind(name(attempt->consent->kind));
            const Endpoint& endpoint = attempt->consent->endpoint;
            if (isAdvised("advice-consent-" + kind))
                note(say(Message{"sheet-consent-" + kind,
                                 {{"host", endpoint.host}, {"port", std::to_string(endpoint.port)}}},
                         language_));
        }
    }

    void notes() {
        if (translation_.status)
            note(pick(translation_.status->note, language_));
        if (judgement_) {
            untriedForConsent();
            for (const Message& advice : judgement_->advice)
                if (!isStep(advice) && advice.code != "advice-password" && !advice.code.starts_with("advice-consent-"))
                    note(say(advice, language_));
        }
        if (serversWork()) // good to know, and nothing to worry about
            for (const Attempt* attempt : otherDoors(*report_, *judgement_, OtherEndpoints))
                note(otherDoor(*attempt));
        if (gone())
            return;
        for (std::size_t i = 0; i < std::min(AppNotes, appNotes_.size()); ++i)
            note(appNotes_[i]);
        std::size_t shown = 0;
        for (const std::vector<Text>* texts : {&translation_.limits, &translation_.notes})
            for (const Text& text : *texts)
                if (shown++ < LimitsShown)
                    note(pick(text, language_));
        if (options_.app && !options_.app->afterUpgrade.empty())
            note(pick(options_.app->afterUpgrade.front().text, language_));
    }

    void footer() {
        const auto [day, time] = dayAndTime(options_);
        sheet_.footer = word("sheet-made", {{"day", day}, {"time", time}});
        if (!translation_.checked.empty())
            sheet_.footer += (language_ == Language::English ? " " : "") +
                             word("sheet-checked", {{"checked", translation_.checked}});
    }

    const Translation& translation_;
    const RunReport* report_;
    const Judgement* judgement_;
    const SheetOptions& options_;
    Language language_;
    AppWords words_;
    std::vector<std::string> appNotes_;
    Sheet sheet_;
};

} // namespace

std::vector<std::string> notesOf(const Sheet& sheet) {
    std::vector<std::string> notes = sheet.notes;
    if (sheet.password)
        notes.insert(notes.begin(), say("sheet-password-care", sheet.language));
    return notes;
}

Sheet makeSheet(const Translation& translation, const RunReport* report, const Judgement* judgement,
                const SheetOptions& options) {
    return SheetMaker(translation, report, judgement, options).make();
}

} // namespace yomikae
