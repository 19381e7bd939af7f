// The one object that all pages know: engine values in, engine values out. It owns what the person typed, the knowledge
// about providers, the run that is under way, and the practice provider. Nothing here blocks and nothing here is a
// widget.
#pragma once

#include "candidates/plan.h"
#include "certificate/labels.h"
#include "discovery/discovery.h"
#include "probe/report.h"
#include "probe/run.h"
#include "profile/catalog.h"
#include "sheet/sheet.h"
#include "translation/translation.h"
#include "ui/knowledge.h"
#include "ui/typed_certificate.h"
#include "verdict/verdict.h"
#include "words/words.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace yomikae {
class DiscoveryDriver;
class RunDriver;
class PracticeProvider;
enum class PracticeScenario;
} // namespace yomikae

namespace yomikae::ui {

/// The four doors of the first page.
enum class Purpose { NewDevice, AppStopped, PrintSheet, Practice };

/// From the command line of `yomikae`; for tests and help desks.
struct SessionOptions {
    std::string profiles; ///< a folder that replaces the built-in profiles, or ""
    std::string caFile;   ///< one more trust anchor (PEM), or ""
    std::vector<std::pair<std::pair<std::string, std::uint16_t>, std::string>> resolve; ///< HOST:PORT -> ADDRESS
    std::uint16_t httpsPort = 443; ///< of the addresses in `resolve` that stand for HOST:443
    std::string nameServer;        ///< an IP literal for SRV and MX, or "" = the system's
    bool offline = false;          ///< nothing is asked on the network but the servers of the plan
    std::chrono::milliseconds deadline{180'000};
};

/// Values that the person put in place of a profile's ("this profile is wrong"). Tried first, never written to a file.
struct Correction {
    Endpoint endpoint;
    std::string username; ///< "" = the names of the translation
    friend bool operator==(const Correction&, const Correction&) = default;
};

/// A provider for the chooser of page 2, in kana order.
struct ProviderChoice {
    std::string id;
    Text names;
    std::string kana;
    friend bool operator==(const ProviderChoice&, const ProviderChoice&) = default;
};

class Session : public QObject {
    Q_OBJECT

  public:
    explicit Session(SessionOptions options = {}, QObject* parent = nullptr);
    ~Session() override;

    // --- words: everything that the engine says, in the language of the window
    Language language() const { return language_; }
    void setLanguage(Language language);
    QString text(const Message& message) const;
    QString text(const Text& text) const;
    QString text(const Problem& problem) const; ///< of what was typed: that has no place worth naming
    QString textWithPlace(const Problem& problem) const; ///< of a file
    QString phrase(std::string_view code) const;

    Purpose purpose() const { return purpose_; }
    void setPurpose(Purpose purpose);

    // --- knowledge: read in the background, once
    /// Begins to read, on a thread of its own. Best called when the window is painted: it wants a whole processor.
    void loadKnowledge();
    bool knowledgeReady() const { return knowledge_ != nullptr; }
    const std::vector<Problem>& knowledgeProblems() const; ///< files that could not be used
    std::vector<ProviderChoice> providerChoices() const;
    /// The clock of this computer is older than our own files: nothing about certificates can be right.
    bool clockLooksWrong() const;

    // --- the certificate as typed
    const TypedCertificate& typed() const { return typed_; }
    void type(PaperField field, const QString& text);
    /// The field was left: widths are folded. True where that changed what is seen; `undoFolding` takes it back.
    bool leave(PaperField field);
    void undoFolding(PaperField field);
    void setPassword(const QString& password);
    bool passwordGiven() const;
    /// A text from the clipboard: what was understood goes into the fields. False where nothing was.
    bool paste(const QString& text);
    /// It was taken from a pasted text and is nowhere to be seen.
    bool passwordPasted() const { return passwordPasted_; }
    const std::vector<Doubt>& pasteDoubts() const { return pasteDoubts_; }
    /// Everything that is odd about one field, by the paper and by the profile.
    std::vector<Doubt> doubtsAbout(PaperField field);
    /// "" = by the address; else a profile's id from the chooser.
    void chooseProvider(const std::string& id);

    // --- who that is; null while unknown
    const ProviderProfile* provider() const;
    QString domain() const; ///< of the typed address, "" before it has one
    /// The domain as DNS and servers are asked for it (xn--…), where that is another spelling than the typed one; "".
    QString domainInAscii() const;
    QString nearDomain() const; ///< "plala.or.jp の ことですか", or ""
    void takeNearDomain();
    QString labelOf(PaperField field) const; ///< the provider's own word, else the common one

    // --- translation: recomputed when an input changed
    /// Null where there is none yet; `translationProblems` says why.
    const Translation* translation();
    const std::vector<Problem>& translationProblems();
    void answer(const std::string& key, const QString& value);
    QString answerTo(const std::string& key) const;
    bool stepDone(const std::string& id) const { return stepsDone_.count(id) > 0; }
    void setStepDone(const std::string& id, bool done);
    Preference preference() const { return preference_; }
    void setPreference(Preference preference);
    std::optional<Correction> correction(bool incoming) const;
    void correct(bool incoming, const std::optional<Correction>& correction);

    // --- check
    /// What will be, or is being, tried: the rows of the matrix in their places, before anything was tried.
    const Plan& plan();
    void startCheck();
    void cancelCheck(); ///< back at once; what is known stays known
    bool checking() const { return running_; }
    /// The next check begins by asking the domain of the address what it publishes about its mail.
    bool willAskDomain();
    /// The first part of a check where nobody here knows the provider: its domain is asked what it publishes.
    bool discovering() const { return discovery_.driver != nullptr; }
    bool checked() const { return report_.has_value() && !checking(); }
    /// Something that the result depends on changed since it was checked.
    bool resultIsStale() const { return stale_; }
    const RunReport* report() const; ///< so far; null before the first run
    const Judgement* judgement();    ///< of `report`, so far
    int secondsLeft() const;         ///< at most, until the run's deadline; 0 when none is under way
    QDateTime checkedAt() const { return checkedAt_; }

    // --- consent: one endpoint at a time; unanswered = no
    /// Of the run so far, without those that were answered.
    std::vector<ConsentNeeded> openConsents() const;
    /// For this session and exactly this endpoint. The check runs again with it, once what is under way has ended.
    void agree(const ConsentNeeded& consent);
    void decline(const ConsentNeeded& consent);

    // --- sheet
    bool passwordOnPaper() const { return passwordOnPaper_; }
    void setPasswordOnPaper(bool wanted) { passwordOnPaper_ = wanted; }
    Language sheetLanguage() const { return sheetLanguage_.value_or(language_); }
    void setSheetLanguage(Language language) { sheetLanguage_ = language; }
    /// Whose words can stand on the sheet; empty while unread.
    const std::vector<MailApp>& mailApps() const;
    std::string sheetApp() const { return sheetApp_; } ///< an app's id, "" = neutral words
    void setSheetApp(std::string id) { sheetApp_ = std::move(id); }
    bool largePrint() const { return largePrint_; }
    void setLargePrint(bool wanted) { largePrint_ = wanted; }
    /// Needs a translation. The password is on it only where `passwordOnPaper`.
    std::optional<Sheet> sheet();
    /// The same values in the language of the window, never with a password: for the result.
    std::optional<Sheet> values();
    /// For the provider's support desk: values, attempts, transcripts; no password.
    QString supportReport();
    /// What a proven run says about the provider's profile, without anything about the person; "" where nothing does.
    QString confirmation() const;

    // --- practice
    /// Starts the practice provider; false where it cannot listen. Its paper is `practicePaper`.
    /// What was typed for a real provider is put aside meanwhile, and nothing of the sample paper stays behind.
    bool startPractice(PracticeScenario scenario);
    void stopPractice();
    bool practising() const { return practice_ != nullptr; }
    QString practicePaper() const;
    QString onPracticePaper(PaperField field) const; ///< one value of it, the password too

    /// As if the program had just been started: for shops.
    void eraseEverything();

  signals:
    void languageChanged();
    void knowledgeChanged();
    void certificateChanged(); ///< fields, doubts or the provider
    void translationChanged(); ///< an input of it; take the new one with `translation`
    void checkStarted();
    void attemptChanged(int attempt); ///< index into report()->attempts
    void consentsChanged();
    void progressed(); ///< a few times a second while a check runs
    void checkFinished();
    void passwordForgotten(); ///< empty the password's edit
    void erased();            ///< empty every edit

  private:
    /// What belongs to one person and one provider.
    struct Entered {
        TypedCertificate typed;
        Secret password;
        bool passwordPasted = false;
        std::vector<Doubt> pasteDoubts;
        std::map<std::string, std::string> answers;
        std::set<std::string> stepsDone;
        Preference preference = Preference::Pop3;
        std::array<std::optional<Correction>, 2> corrections;
    };
    Entered takeEntered();
    void enterAgain(Entered entered);
    void takeKnowledge(std::shared_ptr<const Knowledge> knowledge);
    void inputsChanged();
    const Knowledge* inForce() const; ///< null until it was read
    void makeTranslation();
    RunSettings runSettings() const;
    void discover();
    void onDiscovered();
    void startRun();
    void goOnAfterYes();
    void endCheck();
    void onAttemptChanged(int attempt);
    void onFinished();
    void dropRun();
    Sheet makeSheetIn(Language language, const MailApp* app);

    SessionOptions options_;
    Language language_ = Language::Japanese;
    Purpose purpose_ = Purpose::NewDevice;

    std::thread loading_;
    std::shared_ptr<const Knowledge> knowledge_;
    std::shared_ptr<const Knowledge> practiceKnowledge_;

    TypedCertificate typed_;
    Secret password_;
    bool passwordPasted_ = false;
    std::vector<Doubt> pasteDoubts_;
    std::map<std::string, std::string> answers_;
    std::set<std::string> stepsDone_;
    Preference preference_ = Preference::Pop3;
    std::array<std::optional<Correction>, 2> corrections_; ///< incoming, outgoing

    bool translationDue_ = true;
    std::optional<Translation> translation_;
    std::vector<Problem> translationProblems_;

    struct DomainSays {
        std::string domain; ///< that was asked
        Discovery found;
        std::unique_ptr<DiscoveryDriver> driver; ///< while it is being asked
        bool cancelled = false;
    } discovery_;

    Plan plan_;
    Consents consents_;
    std::vector<ConsentNeeded> answeredConsents_;
    bool checkAgain_ = false;
    std::unique_ptr<RunDriver> driver_;             ///< also after its end, until the next one
    std::optional<Translation> checkedTranslation_; ///< that the run was made of
    std::optional<RunReport> report_;
    std::optional<Judgement> judgement_;
    bool stale_ = false;
    bool running_ = false;
    QElapsedTimer sinceStart_;
    QTimer ticking_;
    QDateTime checkedAt_;

    bool passwordOnPaper_ = false;
    std::optional<Language> sheetLanguage_;
    std::string sheetApp_;
    bool largePrint_ = false;

    std::unique_ptr<PracticeProvider> practice_;
    Entered beforePractice_;
    Certificate practiceCertificate_; ///< what its paper says
};

/// UTF-8 and Qt's strings.
inline QString shown(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace yomikae::ui
