#include "ui/page_window.h"

#include "support/catch.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QTest>

namespace yomikae::test {

namespace {

const char* const Profile = R"json({
  "format": 1, "id": "mailtest", "names": {"ja": "<b>試験</b>ネット", "en": "<b>Test</b> Net", "kana": "しけんねっと"},
  "checked": "CHECKED", "domains": ["mail.test"],
  "sources": [{"url": "https://www.mail.test/help", "title": "help", "official": true, "checked": "2026-10-31",
               "says": "x"}],
  "status": {"state": "closing", "until": "2028-03-31", "source": 0},
  "only_these_ports": true,
  "questions": [{"key": "number", "text": {"ja": "<i>番号</i>は何番ですか", "en": "Which <i>number</i>?"},
                 "where": {"ja": "会員ページ", "en": "member page"}, "example": "12",
                 "accepts": ["{number:digits}"]}],
  "steps": [{"id": "switch", "text": {"ja": "<u>スイッチ</u>を入れる", "en": "Turn on the <u>switch</u>"},
             "where": {"ja": "設定画面", "en": "settings"}, "url": "https://www.mail.test/switch"}],
  "endpoints": [
    {"protocol": "pop3", "host": "pop.mail.test", "port": POPPORT, "security": "none", "usernames": ["${address}"],
     "recommended": true, "evidence": "official", "source": 0},
    {"protocol": "smtp", "host": "smtp${number}.mail.test", "port": SMTPPORT, "security": "none",
     "usernames": ["${address}"], "recommended": true, "evidence": "reported", "source": 0}
  ]
})json";

} // namespace

OneProfile::OneProfile(std::uint16_t pop, std::uint16_t smtp, const char* checked) : pop_(pop), smtp_(smtp) {
    QFile file(folder_.filePath(QStringLiteral("mailtest.json")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    QByteArray text(Profile);
    text.replace("POPPORT", QByteArray::number(pop)).replace("SMTPPORT", QByteArray::number(smtp));
    text.replace("CHECKED", checked);
    file.write(text);
}

ui::SessionOptions OneProfile::options() const {
    ui::SessionOptions options;
    options.profiles = folder_.path().toStdString();
    options.resolve = {{{"pop.mail.test", pop_}, "127.0.0.1"}, {{"smtp12.mail.test", smtp_}, "127.0.0.1"}};
    options.offline = true;
    return options;
}

namespace {

void write(const QString& path, const std::string& text) {
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(QByteArray::fromStdString(text)) == static_cast<qint64>(text.size()));
}

} // namespace

OrdinaryProvider::OrdinaryProvider(bool withProfile, const std::string& furtherCas)
    : servers_((application(), nullptr)) {
    REQUIRE(servers_.start(PracticeScenario::Modern));
    QDir(folder_.path()).mkdir(QStringLiteral("profiles"));
    if (withProfile)
        write(folder_.filePath(QStringLiteral("profiles/renshu.json")), servers_.profile());
    write(folder_.filePath(QStringLiteral("ca.pem")), servers_.caPem() + furtherCas);
}

ui::SessionOptions OrdinaryProvider::options() const {
    ui::SessionOptions options;
    options.profiles = folder_.filePath(QStringLiteral("profiles")).toStdString();
    options.caFile = folder_.filePath(QStringLiteral("ca.pem")).toStdString();
    options.resolve = servers_.resolve();
    options.nameServer = "127.0.0.1"; // nobody answers there
    return options;
}

void OrdinaryProvider::fillIn(ui::Session& session) const {
    session.type(PaperField::MailAddress, "taro@renshu.example");
    session.setPassword(QString::fromStdString(password()));
}

PageWindow::PageWindow(ui::SessionOptions options) : session(std::move(options)), wizard(session, appearance()) {
    appearance().setTextPercent(100);
    session.setLanguage(Language::Japanese);
    wizard.setAsksBeforeLeaving(false);
    wizard.resize(960, 680);
    wizard.show();
    REQUIRE(QTest::qWaitForWindowExposed(&wizard));
    QApplication::setActiveWindow(&wizard);
}

void PageWindow::practise(PracticeScenario scenario, ui::PageId page) {
    session.practise(scenario);
    goTo(std::min(page, ui::CheckPageId));
    if (page <= ui::CheckPageId)
        return;
    session.check();
    goTo(page);
}

void PageWindow::goTo(ui::PageId page) {
    while (wizard.currentId() > page)
        wizard.back();
    for (int most = ui::PageCount; wizard.currentId() < page && most > 0; --most)
        wizard.next();
    REQUIRE(wizard.currentId() == page);
}

QString PageWindow::password() const {
    for (const QString& line : session.practicePaper().split(QLatin1Char('\n')))
        if (line.contains(QStringLiteral("パスワード")))
            return line.section(QChar(0x3000), -1).trimmed();
    FAIL("the practice paper has no password");
    return {};
}

QString PageWindow::words() const {
    QStringList lines;
    for (const QLabel* label : wizard.currentPage()->findChildren<QLabel*>())
        if (label->isVisible())
            lines << label->text();
    return lines.join(QLatin1Char('\n'));
}

} // namespace yomikae::test
