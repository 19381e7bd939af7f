// The Japanese of the window: nothing missing, nothing left over, every place kept.
#include "support/catch.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <algorithm>
#include <set>
#include <vector>

namespace {

struct Entry {
    QString source;
    QString translation;
    QString type; ///< "unfinished", "vanished", "obsolete" or ""
};

std::vector<Entry> entriesOf(const QString& file) {
    QFile in(file);
    REQUIRE(in.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&in);
    std::vector<Entry> entries;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QStringLiteral("message"))
            entries.emplace_back();
        if (xml.name() == QStringLiteral("source"))
            entries.back().source = xml.readElementText();
        if (xml.name() == QStringLiteral("translation")) {
            entries.back().type = xml.attributes().value(QStringLiteral("type")).toString();
            entries.back().translation = xml.readElementText(QXmlStreamReader::IncludeChildElements);
        }
    }
    REQUIRE_FALSE(xml.hasError());
    return entries;
}

/// The file as it would be after another look at the sources.
std::vector<Entry> upToDate() {
    QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("yomikae_ja.ts"));
    REQUIRE(QFile::copy(QStringLiteral(YOMIKAE_SOURCE_DIR "/resources/translations/yomikae_ja.ts"), copy));
    QProcess lupdate;
    lupdate.start(QStringLiteral(YOMIKAE_LUPDATE),
                  {"-silent", YOMIKAE_SOURCE_DIR "/ui", "-I", YOMIKAE_SOURCE_DIR, "-ts", copy});
    REQUIRE(lupdate.waitForFinished());
    REQUIRE(lupdate.exitCode() == 0);
    return entriesOf(copy);
}

std::set<QString> placesIn(const QString& text) {
    static const QRegularExpression place(QStringLiteral("%[0-9n]"));
    std::set<QString> places;
    for (auto found = place.globalMatch(text); found.hasNext();)
        places.insert(found.next().captured());
    return places;
}

} // namespace

TEST_CASE("every sentence of the window has its Japanese, and no sentence is left over") {
    const auto entries = upToDate();
    CHECK(entries.size() > 50);
    for (const Entry& entry : entries) {
        INFO(entry.source.toStdString());
        CHECK(entry.type.toStdString().empty());
        CHECK_FALSE(entry.translation.trimmed().isEmpty());
    }
}

TEST_CASE("a translation keeps the places of its sentence") {
    for (const Entry& entry : upToDate()) {
        INFO(entry.source.toStdString());
        CHECK((placesIn(entry.source) == placesIn(entry.translation)));
    }
}

TEST_CASE("whole sentences end like sentences in Japanese too") {
    static const QRegularExpression sentence(QStringLiteral("[.?]$"));
    static const QRegularExpression end(QStringLiteral("(。|\\)|か|とき|\\?)$"));
    for (const Entry& entry : upToDate()) {
        INFO(entry.source.toStdString());
        if (sentence.match(entry.source).hasMatch())
            CHECK(end.match(entry.translation).hasMatch());
    }
}
