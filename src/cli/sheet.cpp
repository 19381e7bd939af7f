// yomikae-cli sheet: the corrected settings on one page.
#include "cli/check_status.h"
#include "cli/checked.h"
#include "cli/command_line.h"
#include "cli/files.h"
#include "cli/json_in.h"
#include "cli/run_plan.h"

#include "base/limits.h"
#include "paper/paper.h"
#include "sheet/sheet.h"

#include <QBuffer>
#include <QDateTime>

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
    auto bytes = readInput(file, limits::CertificateFile);
    console.tell(bytes.problems);
    if (!bytes)
        return std::nullopt;
    if (!looksLikeCheck(*bytes))
        return checkCertificate(*bytes, file, options, !unproven, console);
    auto checked = readCheck(std::move(*bytes), file);
    console.tell(checked.problems);
    return std::move(checked.value);
}

int writeSheet(const Checked& checked, const std::string& to, Format format, bool withPassword,
               const Console& console) {
    Sheet sheet =
        makeSheet(checked.translation, checked.report ? &*checked.report : nullptr,
                  checked.judgement ? &*checked.judgement : nullptr, sheetOptions(checked, console.language()));
    if (withPassword && !checked.password.empty())
        sheet.password = PaperConsent::asked().release(checked.password);
    const std::string bytes = rendered(sheet, format);
    const auto problems = bytes.empty() ? std::vector<Problem>{{"file-unwritable", {to, 0, 0, {}}, to, {}, {}, false}}
                                        : writeOutput(to, bytes, withPassword);
    console.tell(problems);
    if (!problems.empty())
        return ExitStatus::WrongInput;
    console.tell(message("sheet-written", {{"file", to}}));
    if (!checked.judgement)
        return ExitStatus::Yes;
    console.tell(checked.judgement->summary);
    return statusOf(*checked.report, *checked.judgement);
}

} // namespace

int runSheet(const QStringList& arguments, Console& console) {
    QCommandLineParser parser;
    addCheckOptions(parser, console.language());
    addOption(parser, console.language(), "to", "OUT");
    addOption(parser, console.language(), "unproven");
    addOption(parser, console.language(), "print-password");
    if (const auto over = parse(parser, *commandNamed("sheet"), arguments, 1, 1, console))
        return *over;
    const auto options = checkOptions(parser);
    console.tell(options.problems);
    const std::string to = parser.value(QStringLiteral("to")).toStdString();
    const auto format = formatOf(to);
    if (!format)
        console.tell({Problem{"option-value", {}, "--to", to, ".pdf, .html, .txt, .json", false}});
    if (!options || !format)
        return ExitStatus::WrongInput;
    const auto checked = sheetInput(parser.positionalArguments().at(0).toStdString(), *options,
                                    parser.isSet(QStringLiteral("unproven")), console);
    if (!checked)
        return ExitStatus::WrongInput;
    return writeSheet(*checked, to, *format, parser.isSet(QStringLiteral("print-password")), console);
}

} // namespace yomikae::cli
