// yomikae-cli sheet: the corrected settings on one page.
#include "cli/check_status.h"
#include "cli/checked.h"
#include "cli/command_line.h"
#include "cli/files.h"
#include "cli/json_in.h"
#include "cli/load.h"
#include "cli/password.h"
#include "cli/run_plan.h"

#include "base/text.h"
#include "net/mail_apps.h"
#include "paper/paper.h"
#include "sheet/sheet.h"

#include <QBuffer>
#include <QDateTime>
#include <QFileInfo>

namespace yomikae::cli {

namespace {

enum class Format { Pdf, Html, Text, Json };

std::optional<Format> formatOf(const std::string& file) {
    const QString ending = QString::fromStdString(file).section(QLatin1Char('.'), -1).toLower();
    if (ending == QStringLiteral("pdf"))
        return Format::Pdf;
    if (ending == QStringLiteral("html"))
        return Format::Html;
    if (ending == QStringLiteral("txt"))
        return Format::Text;
    return ending == QStringLiteral("json") ? std::optional(Format::Json) : std::nullopt;
}

std::string rendered(const Sheet& sheet, Format format) {
    switch (format) {
    case Format::Html: return sheetHtml(sheet);
    case Format::Text: return sheetText(sheet);
    case Format::Json: return sheetJson(sheet);
    case Format::Pdf: break;
    }
    QBuffer pdf;
    pdf.open(QIODevice::WriteOnly);
    return writePdf(sheet, pdf) ? pdf.data().toStdString() : std::string{};
}

SheetOptions sheetOptions(const Checked& checked, Language language) {
    SheetOptions options;
    options.language = language;
    const QDateTime made = QDateTime::fromString(QString::fromStdString(checked.madeAt), Qt::ISODate);
    options.made = made.isValid() ? WallTime(std::chrono::seconds(made.toSecsSinceEpoch())) : wallNow();
    options.utcOffsetMinutes = QDateTime::currentDateTime().offsetFromUtc() / 60;
    return options;
}

/// The output of `check --json` as it is, or a certificate that is checked now (or only translated, with --unproven).
std::optional<Checked> sheetInput(const std::string& file, const CheckOptions& options, bool unproven,
                                  Console& console) {
    auto bytes = readCertificateFile(file);
    console.tell(bytes.problems);
    if (!bytes)
        return std::nullopt;
    if (!looksLikeCheck(*bytes))
        return checkCertificate(*bytes, file, options, !unproven, console);
    auto checked = readCheck(std::move(*bytes), file);
    console.tell(checked.problems);
    if (checked && options.namesPassword()) {
        auto password = passwordFor(options, {}, checked->translation.mailAddress, console);
        console.tell(password.problems);
        if (!password)
            return std::nullopt;
        checked->password = std::move(*password);
    }
    return std::move(checked.value);
}

/// All of them in one sentence: there is no other place to look them up.
std::string idsOf(const std::vector<MailApp>& apps) {
    std::string ids;
    for (const MailApp& app : apps)
        ids += (ids.empty() ? "" : ", ") + app.id;
    return ids;
}

std::optional<MailApp> appNamed(const std::string& word, const Console& console) {
    const auto apps = mailApps();
    if (const MailApp* app = findMailApp(*apps, word))
        return *app;
    console.tell(apps.problems);
    console.tell(message("option-app-unknown", {{"app", printable(word, 100)}, {"ids", idsOf(*apps)}}));
    return std::nullopt;
}

/// What the person wants.
struct Wish {
    CheckOptions options;
    std::string to;
    Format format = Format::Pdf;
    std::optional<MailApp> app;
    bool withPassword = false;
    bool unproven = false;
};

std::vector<Problem> optionProblems(const QCommandLineParser& parser) {
    constexpr const char* Allowed = ".pdf, .html, .txt, .json";
    std::vector<Problem> problems = checkOptions(parser).problems;
    const std::string to = parser.value(QStringLiteral("to")).toStdString();
    if (!parser.isSet(QStringLiteral("to")))
        problems.push_back({"option-missing", {}, "--to", {}, Allowed, false});
    else if (!formatOf(to))
        problems.push_back(wrongValue("--to", to, Allowed));
    else if (auto problem = cannotWrite(to))
        problems.push_back(std::move(*problem));
    return problems;
}

/// Nothing after everything that is wrong was told.
std::optional<Wish> wishOf(const QCommandLineParser& parser, const Console& console) {
    const auto problems = optionProblems(parser);
    Wish wish;
    wish.to = parser.value(QStringLiteral("to")).toStdString();
    wish.withPassword = parser.isSet(QStringLiteral("print-password"));
    wish.unproven = parser.isSet(QStringLiteral("unproven"));
    console.tell(problems);
    const bool forApp = parser.isSet(QStringLiteral("app"));
    if (forApp)
        wish.app = appNamed(parser.value(QStringLiteral("app")).toStdString(), console);
    if (!problems.empty() || (forApp && !wish.app))
        return std::nullopt;
    wish.options = *checkOptions(parser);
    wish.format = *formatOf(wish.to);
    return wish;
}

Sheet sheetOf(const Checked& checked, const Wish& wish, const Console& console) {
    SheetOptions options = sheetOptions(checked, console.language());
    options.app = wish.app ? &*wish.app : nullptr;
    Sheet sheet = makeSheet(checked.translation, checked.report ? &*checked.report : nullptr,
                            checked.judgement ? &*checked.judgement : nullptr, options);
    if (wish.withPassword && !checked.password.empty())
        sheet.password = PaperConsent::asked().release(checked.password);
    return sheet;
}

int writeSheet(const Checked& checked, const Wish& wish, const Console& console) {
    const Sheet sheet = sheetOf(checked, wish, console);
    const std::string bytes = rendered(sheet, wish.format);
    const auto problems = bytes.empty() ? std::vector<Problem>{fileProblem("file-unwritable", wish.to)}
                                        : writeOutput(wish.to, bytes, wish.withPassword);
    console.tell(problems);
    if (!problems.empty()) {
        if (checked.judgement) // what the check found out is not lost with the sheet
            console.tell(checked.judgement->summary);
        return ExitStatus::WrongInput;
    }
    console.tell(message("sheet-written", {{"file", wish.to}}));
    if (wish.withPassword) // JSON is for programs and never has it
        console.tell(
            message(sheet.password && wish.format != Format::Json ? "sheet-password-printed" : "sheet-password-none"));
    if (!checked.judgement) // as for translate
        return hasCurrentEndpoint(checked.translation) ? ExitStatus::Yes : ExitStatus::No;
    console.tell(checked.judgement->summary);
    return statusOf(*checked.report, *checked.judgement);
}

} // namespace

int runSheet(const QStringList& arguments, Console& console) {
    QCommandLineParser parser;
    addCheckOptions(parser, console.language());
    addOption(parser, console.language(), "to", "OUT");
    addOption(parser, console.language(), "app", "APP");
    addOption(parser, console.language(), "unproven");
    addOption(parser, console.language(), "print-password");
    if (const auto over =
            parse(parser, *commandNamed("sheet"), arguments, 1, 1, console, [&] { return optionProblems(parser); }))
        return *over;
    const auto wish = wishOf(parser, console);
    if (!wish)
        return ExitStatus::WrongInput;
    const auto checked =
        sheetInput(parser.positionalArguments().at(0).toStdString(), wish->options, wish->unproven, console);
    return checked ? writeSheet(*checked, *wish, console) : static_cast<int>(ExitStatus::WrongInput);
}

} // namespace yomikae::cli
