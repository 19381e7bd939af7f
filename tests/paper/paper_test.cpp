// The PDF: one page of A4, every value exactly there, for whoever searches or copies it.
#include "../sheet/example.h"
#include "paper/paper.h"
#include "support/catch.h"
#include "support/files.h"

#include <QBuffer>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <sstream>
#include <string>

using namespace yomikae;
using namespace yomikae::test;

namespace {

/// Fonts need a QGuiApplication; the test runner's main is not ours.
void needGui() {
    static int argc = 1;
    static char name[] = "paper_test";
    static char* argv[] = {name, nullptr};
    qputenv("QT_QPA_PLATFORM", "offscreen");
    static QGuiApplication application(argc, argv);
}

std::string outputOf(const std::string& command) {
    std::string output;
    FILE* pipe = popen(command.c_str(), "r");
    REQUIRE(pipe);
    char buffer[4096];
    for (std::size_t got = fread(buffer, 1, sizeof buffer, pipe); got > 0; got = fread(buffer, 1, sizeof buffer, pipe))
        output.append(buffer, got);
    REQUIRE(pclose(pipe) == 0);
    return output;
}

struct Pdf {
    std::string text;
    std::string info;
    std::string fonts;
    std::string boxes; ///< a line for each word with its place
};

const PaperOptions LargePrint{true};

Pdf pdfOf(const Sheet& sheet, const PaperOptions& options = {}) {
    needGui();
    QTemporaryDir folder;
    const QString path = folder.filePath("sheet.pdf");
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(writePdf(sheet, file, options));
    file.close();
    const std::string quoted = "'" + path.toStdString() + "'";
    return {outputOf("pdftotext -layout " + quoted + " -"), outputOf("pdfinfo " + quoted),
            outputOf("pdffonts " + quoted), outputOf("pdftotext -bbox " + quoted + " -")};
}

double numberBehind(const std::string& line, const std::string& key) {
    const std::size_t at = line.find(key);
    REQUIRE(at != std::string::npos);
    return std::stod(line.substr(at + key.size()));
}

/// How high the largest word that is exactly `word` stands on the page, in points.
double heightOf(const Pdf& pdf, const std::string& word) {
    double highest = 0;
    std::istringstream lines(pdf.boxes);
    for (std::string line; std::getline(lines, line);)
        if (line.find(">" + word + "</word>") != std::string::npos)
            highest = std::max(highest, numberBehind(line, "yMax=\"") - numberBehind(line, "yMin=\""));
    CAPTURE(word);
    REQUIRE(highest > 0);
    return highest;
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// Lines are broken anywhere on the page.
std::string withoutBlanks(std::string text) {
    text.erase(std::remove_if(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\n'; }), text.end());
    return text;
}

void checkOnePage(const Pdf& pdf) {
    CHECK(holds(pdf.info, "Pages:           1\n"));
    CHECK(holds(pdf.info, "(A4)"));
}

void checkSettings(const Pdf& pdf, const Sheet& sheet) {
    for (const SheetPart* part : {&sheet.incoming, &sheet.outgoing})
        for (const SheetRow& row : part->rows) {
            CAPTURE(row.key);
            CHECK(holds(pdf.text, row.value));
        }
}

Sheet crowdedSheet(const std::string& host) {
    Translation translation = translationExample(host);
    for (int i = 1; i <= 3; ++i)
        translation.steps.push_back(stepOf(std::to_string(i)));
    translation.status.emplace().state = ServiceState::Closing;
    translation.status->until = partialDate("2028-03-31");
    for (std::size_t i = 0; i < translation.changes.size(); ++i) {
        const std::string number = std::to_string(i);
        translation.changes[i].reason.arguments = {
            {"note.ja", number + "番目の変更です。" + number + "番目の理由は、これです。"},
            {"note.en", "Change " + number + ". Reason " + number + "."}};
    }
    return sheetOf(translation, reportExample(translation, Outcome::AuthRejected, Outcome::Ready));
}

} // namespace

TEST_CASE("the PDF is one page of A4 with its font in it") {
    for (const Language language : {Language::Japanese, Language::English}) {
        const Pdf pdf = pdfOf(sheetExample(language));
        checkOnePage(pdf);
        CHECK(holds(pdf.fonts, " yes "));
        CHECK_FALSE(holds(pdf.fonts, " no  no "));
        CHECK(holds(pdf.info, "taro@post.example.test"));
    }
}

TEST_CASE("every value comes out of the PDF exactly") {
    const Sheet sheet = sheetExample();
    const Pdf pdf = pdfOf(sheet);
    checkSettings(pdf, sheet);
    for (const std::string& text :
         {sheet.title, sheet.verdict, sheet.incoming.heading, sheet.outgoing.proof, sheet.footer, sheet.passwordLabel})
        CHECK(holds(pdf.text, text));
    for (const SheetChange& change : sheet.changes) {
        CHECK(holds(pdf.text, change.label));
        CHECK(holds(pdf.text, change.old));
        CHECK(holds(pdf.text, change.now));
    }
}

TEST_CASE("kanji are kanji in the text layer, not radicals") {
    Sheet sheet = sheetExample();
    sheet.notes = {"会員登録証 日本語 長 一二 日月 高 食 見 車 金 門 馬"};
    const std::string text = pdfOf(sheet).text;
    for (const char* word : {"会員登録証", "日本語", "長", "一二", "日月", "高", "食", "見", "車", "金", "門", "馬"}) {
        CAPTURE(word);
        CHECK(holds(text, word));
    }
    CHECK_FALSE(holds(text, "\xe2\xbc")); // U+2F00 and up
}

TEST_CASE("a long host name stays in one piece") {
    const std::string host = "secure-mail-server-with-a-very-long-name.pop3.customers.provider-name.example.test";
    const Translation translation = translationExample(host);
    const Sheet sheet = sheetOf(translation, reportExample(translation));
    const Pdf pdf = pdfOf(sheet);
    checkOnePage(pdf);
    checkSettings(pdf, sheet);
}

TEST_CASE("the longest host name that there is stays in one piece on one page") {
    const std::string label(62, 'a');
    const std::string host = label + "." + label + "." + label + "." + std::string(60, 'b') + ".x";
    const Sheet sheet = crowdedSheet(host);
    const Pdf pdf = pdfOf(sheet);
    checkOnePage(pdf);
    checkSettings(pdf, sheet);
}

TEST_CASE("a crowded sheet is one page: settings, steps and changes stay, explanations go") {
    const Sheet sheet = crowdedSheet("secure.example.test");
    REQUIRE(sheet.changes.size() == 9);
    REQUIRE(sheet.steps.size() == 3);
    const Pdf pdf = pdfOf(sheet);
    checkOnePage(pdf);
    checkSettings(pdf, sheet);
    for (const char* step : {"設定その1", "設定その2", "設定その3"})
        CHECK(holds(pdf.text, step));
    for (const SheetChange& change : sheet.changes)
        CHECK(holds(pdf.text, change.label));
    CHECK(holds(pdf.text, "10番目の理由は、これです。"));
    CHECK_FALSE(holds(pdf.text, "10番目の変更です。"));
    CHECK(holds(pdf.text, sheet.footer));
}

TEST_CASE("an absurd amount of text is still one page with all settings") {
    Sheet sheet = crowdedSheet("secure.example.test");
    sheet.notes.assign(100, std::string(3000, 'n'));
    sheet.steps.assign(40, "とても長い手順です。" + std::string(100, 's'));
    sheet.status = std::string(5000, 't');
    const Pdf pdf = pdfOf(sheet);
    checkOnePage(pdf);
    checkSettings(pdf, sheet);
}

TEST_CASE("the password is on the paper only when the sheet has it") {
    Sheet sheet = sheetExample();
    CHECK_FALSE(holds(pdfOf(sheet).text, "Zq7xK9"));
    sheet.password = PaperConsent::asked().release(Secret(std::string("Zq7xK9")));
    const Pdf pdf = pdfOf(sheet);
    CHECK(holds(pdf.text, "Zq7xK9"));
    CHECK(holds(pdf.text, "人に見られない所に"));
    CHECK_FALSE(holds(pdf.info, "Zq7xK9"));
}

TEST_CASE("the word of care stays on a page that is full") {
    Sheet sheet = crowdedSheet("secure.example.test");
    sheet.password = PaperConsent::asked().release(Secret(std::string("Zq7xK9")));
    const Pdf pdf = pdfOf(sheet);
    checkOnePage(pdf);
    CHECK(holds(pdf.text, "人に見られない所に"));
}

TEST_CASE("of long reasons the first sentence of the why is kept") {
    Translation translation = translationExample();
    for (FieldChange& change : translation.changes)
        change.reason.arguments = {{"note.ja", change.paper + change.now + "の何。短い理由。" + std::string(160, 'l') +
                                                   " " + std::string(160, 'm')}};
    const Pdf pdf = pdfOf(sheetOf(translation, reportExample(translation)));
    checkOnePage(pdf);
    CHECK(holds(pdf.text, "短い理由。"));
    CHECK_FALSE(holds(pdf.text, "llll"));
}

TEST_CASE("markup and terminal escapes are letters on paper") {
    Sheet sheet = sheetExample();
    sheet.notes = {"<b>bold</b> %1 &amp; {host}"};
    CHECK(holds(pdfOf(sheet).text, "<b>bold</b> %1 &amp; {host}"));
}

TEST_CASE("a service that has ended is a page without settings") {
    Translation translation = translationExample();
    translation.status.emplace().state = ServiceState::Ended;
    translation.status->until = partialDate("2026-02-25");
    const Pdf pdf = pdfOf(sheetOf(translation, RunReport{}));
    checkOnePage(pdf);
    CHECK(holds(pdf.text, "2026年2月25日に終わりました"));
    CHECK_FALSE(holds(pdf.text, "secure.example.test"));
}

TEST_CASE("a device that does not take it is said to have failed") {
    needGui();
    QBuffer closed;
    REQUIRE(closed.open(QIODevice::ReadOnly));
    CHECK_FALSE(writePdf(sheetExample(), closed));
}

TEST_CASE("the page can be painted on anything, and stays inside its rectangle") {
    needGui();
    QImage image(400, 500, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    const QRectF page(50, 60, 250, 354);
    paintSheet(painter, page, sheetExample());
    painter.end();
    int inside = 0;
    int outside = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixel(x, y) != 0xffffffff)
                ++(page.adjusted(-1, -1, 1, 1).contains(x, y) ? inside : outside);
    CHECK(inside > 5000);
    CHECK(outside == 0);
}

TEST_CASE("for every mail app the sheet is one page that holds its settings, its alerts and its ways") {
    for (const std::string& file : sourceFiles("resources/mailapps", ".json")) {
        const auto app = readMailApp(sourceFile(file), file);
        REQUIRE(app);
        for (const Language language : {Language::Japanese, Language::English}) {
            CAPTURE(app->id);
            Translation translation = translationExample();
            translation.incoming.front().port = 110;
            translation.incoming.front().security = Security::StartTls; // what most apps have something to say about
            const RunReport report = reportExample(translation, Outcome::Ready, Outcome::Ready);
            const Judgement judgement = judge(translation, report);
            SheetOptions options = optionsOf(language);
            options.app = &*app;
            const Sheet sheet = makeSheet(translation, &report, &judgement, options);
            const Pdf pdf = pdfOf(sheet);
            checkOnePage(pdf);
            checkSettings(pdf, sheet);
            for (const SheetAlert& alert : sheet.alerts)
                CHECK(holds(withoutBlanks(pdf.text), withoutBlanks(alert.text)));
            for (const std::string& way : sheet.ways)
                CHECK(holds(withoutBlanks(pdf.text), withoutBlanks(way)));
        }
    }
}

TEST_CASE("large print is one page too, with the values exactly there in letters a quarter larger at least") {
    for (const Language language : {Language::Japanese, Language::English}) {
        const Sheet sheet = sheetExample(language);
        const Pdf large = pdfOf(sheet, LargePrint);
        checkOnePage(large);
        checkSettings(large, sheet);
        CHECK(holds(withoutBlanks(large.text), withoutBlanks(sheet.verdict)));
        const Pdf usual = pdfOf(sheet);
        for (const SheetRow& row : sheet.incoming.rows)
            if (row.key == "server" || row.key == "port")
                CHECK(heightOf(large, row.value) > 1.25 * heightOf(usual, row.value));
    }
}

TEST_CASE("large print leaves out explanations before it makes the settings smaller") {
    const Sheet sheet = crowdedSheet("secure.example.test");
    const Pdf large = pdfOf(sheet, LargePrint);
    checkOnePage(large);
    checkSettings(large, sheet);
    for (const SheetRow& row : sheet.incoming.rows)
        if (row.key == "server" || row.key == "port")
            CHECK(heightOf(large, row.value) > 1.1 * heightOf(pdfOf(sheet), row.value));
    for (const std::string& step : sheet.steps)
        CHECK(holds(withoutBlanks(large.text), withoutBlanks(step)));
}

TEST_CASE("large print holds the settings of every mail app on one page") {
    for (const std::string& file : sourceFiles("resources/mailapps", ".json")) {
        const auto app = readMailApp(sourceFile(file), file);
        REQUIRE(app);
        CAPTURE(app->id);
        const Translation translation = translationExample();
        const RunReport report = reportExample(translation);
        const Judgement judgement = judge(translation, report);
        SheetOptions options;
        options.app = &*app;
        const Sheet sheet = makeSheet(translation, &report, &judgement, options);
        const Pdf pdf = pdfOf(sheet, LargePrint);
        checkOnePage(pdf);
        checkSettings(pdf, sheet);
    }
}
