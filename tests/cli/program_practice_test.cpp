// Whole runs against the practice provider: real sockets on loopback, real TLS, a password that must show nowhere.
#include "program.h"
#include "support/catch.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <csignal>
#include <string>

using namespace yomikae;
using test::Practice;
using test::Ran;
using test::Workplace;
using Json = nlohmann::ordered_json;

namespace {

constexpr const char* Password = "renshu7436";
constexpr const char* Address = "taro@renshu.example";

/// As it is, in base64, as SASL PLAIN, in hexadecimal, in UTF-16, percent-encoded letter by letter.
std::vector<QByteArray> formsOf(const QByteArray& secret) {
    const QByteArray plain = QByteArray("\0", 1) + Address + QByteArray("\0", 1) + secret;
    QByteArray utf16;
    for (const char letter : secret)
        utf16 += QByteArray(1, letter) + QByteArray(1, '\0');
    return {secret,
            secret.toBase64(),
            plain.toBase64(),
            secret.toHex(),
            secret.toHex().toUpper(),
            secret.toHex(' '),
            secret.toHex(':'),
            utf16};
}

void checkNoSecret(const std::string& text) {
    const QByteArray bytes = QByteArray::fromStdString(text);
    for (const QByteArray& form : formsOf(Password)) {
        INFO(form.toStdString());
        CHECK_FALSE(bytes.contains(form));
    }
}

Json parsed(const Ran& ran) {
    INFO(ran.err);
    REQUIRE(Json::accept(ran.out));
    return Json::parse(ran.out);
}

const Json* attemptWith(const Json& result, const char* key, const char* value) {
    for (const Json& attempt : result["attempts"])
        if (attempt[key] == value)
            return &attempt;
    return nullptr;
}

QByteArray fileBytes(const QString& name) {
    QFile file(name);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

struct Scenario {
    const char* name;
    const char* verdict;
    int status;
    int refused;
    const char* outcome; ///< one that must be among the attempts
};

} // namespace

TEST_CASE("each practice scenario ends with its verdict, and the password shows nowhere") {
    const Scenario scenario = GENERATE(Scenario{"modern", "works", 0, 0, "login-ok"},
                                       Scenario{"wrong-password", "password-refused", 1, 2, "auth-rejected"},
                                       Scenario{"op25b", "works", 0, 0, "connect-timeout"},
                                       Scenario{"old-paper", "needs-consent", 1, 0, "ready"},
                                       Scenario{"expired-certificate", "needs-consent", 1, 0, "cert-expired"});
    INFO(scenario.name);
    const Workplace place;
    Practice practice(place, scenario.name);
    const Ran ran = place.run(practice.checkArguments() + QStringList{"--json", "--watch"});
    const Json result = parsed(ran);
    CHECK(ran.status == scenario.status);
    CHECK(result["verdict"] == scenario.verdict);
    CHECK(result["logins_refused"] == scenario.refused);
    CHECK(attemptWith(result, "outcome", scenario.outcome) != nullptr);
    CHECK(ran.err.find(scenario.outcome) != std::string::npos); // --watch
    CHECK(ran.err.find("skipped") == std::string::npos);
    if (scenario.refused > 0) // one user name, two mechanisms: two answers
        CHECK(QString::fromStdString(ran.err).count("auth-rejected") == scenario.refused);
    const auto doors = static_cast<std::size_t>(std::count(ran.err.begin(), ran.err.end(), '\n'));
    CHECK(doors <= 3 * result["attempts"].size()); // an attempt, its explanation, how to say yes
    checkNoSecret(ran.out);
    checkNoSecret(ran.err);
    const Ran text = place.run(practice.checkArguments() + QStringList{"--lang", "en", "--max-refused", "1"});
    CHECK(text.status == scenario.status);
    checkNoSecret(text.out + text.err);
    if (scenario.refused > 0) {
        CHECK(text.out.find("auth-rejected") < text.out.find(Address, text.out.find("auth-rejected")));
        CHECK(text.out.find("[the login was refused]") != std::string::npos);
    }
    CHECK(practice.end() == 0);
    CHECK_FALSE(QFileInfo::exists(practice.file("certificate.json")));
}

TEST_CASE("the practice provider prints its address, ports and account") {
    const Workplace place;
    const Practice practice(place, "modern");
    CHECK(practice.printed().find("127.0.0.1") != std::string::npos);
    CHECK(practice.printed().find(Address) != std::string::npos);
    CHECK(practice.printed().find(Password) != std::string::npos);
}

TEST_CASE("a run without a password reaches the servers and logs in nowhere") {
    const Workplace place;
    Practice practice(place, "modern");
    Json certificate = Json::parse(fileBytes(practice.file("certificate.json")).toStdString());
    certificate["mail_password"] = "********";
    place.write("masked.json", QByteArray::fromStdString(certificate.dump()));
    const QStringList servers = practice.checkArguments().mid(2);
    for (const QStringList& arguments :
         {practice.checkArguments() + QStringList{"--no-login"}, QStringList{"check", "masked.json"} + servers}) {
        const Ran ran = place.run(arguments + QStringList{"--json"});
        const Json result = parsed(ran);
        CHECK(ran.status == 0);
        CHECK(result["verdict"] == "reachable");
        CHECK(result["incoming"]["proven"] == "reached");
        CHECK(result["incoming"]["username"].is_null());
        CHECK(attemptWith(result, "outcome", "login-ok") == nullptr);
    }
}

TEST_CASE("a password comes from a file or a descriptor, with any line end, and never stands in the arguments") {
    const Workplace place;
    Practice practice(place, "modern");
    Json certificate = Json::parse(fileBytes(practice.file("certificate.json")).toStdString());
    certificate.erase("mail_password");
    place.write("paper.json", QByteArray::fromStdString(certificate.dump()));
    const QStringList check = QStringList{"check", "paper.json"} + practice.checkArguments().mid(2);
    for (const char* end : {"", "\n", "\r\n"}) {
        place.write("password", QByteArray(Password) + end);
        const Ran ran = place.run(check + QStringList{"--json", "--password-file", "password"});
        CHECK(parsed(ran)["verdict"] == "works");
        const QString words = check.join(' ');
        CHECK(place.shell("exec \"$cli\" " + words + " --password-fd 7 7<password").status == 0);
        CHECK(place.shell("exec \"$cli\" " + words + " --password-file <(cat password)").status == 0);
    }
    place.write("password", QByteArray("\xEF\xBB\xBF") + Password + "\r\n"); // as Windows' Notepad saves it
    CHECK(parsed(place.run(check + QStringList{"--json", "--password-file", "password"}))["logins_refused"] == 0);
    CHECK(place.shell("exec \"$cli\" " + check.join(' ') + " --password-fd 7 7<password").status == 0);
    place.write("password", QByteArray(" ") + Password + "\n");
    const Ran odd = place.run(check + QStringList{"--lang", "en", "--password-file", "password"});
    CHECK(odd.err.find("The password begins or ends with a blank.") != std::string::npos);
    place.write("password", "machigai-0000\n");
    QByteArray commandLine;
    const Ran refused =
        place.watch(check + QStringList{"--watch", "--password-file", "password"}, [&](QProcess& running) {
            QByteArray told;
            while (!told.contains("auth-rejected") && running.waitForReadyRead(20'000))
                told += running.readAllStandardError();
            commandLine = fileBytes(QStringLiteral("/proc/%1/cmdline").arg(running.processId()));
        });
    CHECK(refused.status == 1);
    CHECK(commandLine.contains("--password-file"));
    CHECK_FALSE(commandLine.contains("machigai"));
}

TEST_CASE("a yes covers exactly the endpoint that it names") {
    const Workplace place;
    {
        const Practice practice(place, "old-paper");
        const Json asked = parsed(place.run(practice.checkArguments() + QStringList{"--json"}));
        const Json* pop = attemptWith(asked, "protocol", "pop3");
        REQUIRE(pop != nullptr);
        CHECK((*pop)["facts"]["consent"] == "cleartext");
        const QString yes = QString::fromStdString((*pop)["facts"]["covers"].get<std::string>());
        const Ran ran = place.run(practice.checkArguments() + QStringList{"--json", "--allow-cleartext", yes});
        const Json agreed = parsed(ran);
        CHECK(agreed["verdict"] == "incoming-only");
        CHECK(agreed["incoming"]["security"] == "none");
        CHECK(agreed["outgoing"].is_null());
        CHECK(place.run(practice.checkArguments() + QStringList{"--lang", "en"})
                  .out.find("--allow-cleartext " + yes.toStdString()) != std::string::npos);
    }
    const Practice practice(place, "expired-certificate");
    const Json asked = parsed(place.run(practice.checkArguments() + QStringList{"--json"}));
    QStringList yes;
    for (const Json& attempt : asked["attempts"])
        yes += {"--accept-certificate", QString::fromStdString(attempt["facts"]["covers"].get<std::string>())};
    CHECK(parsed(place.run(practice.checkArguments() + yes + QStringList{"--json"}))["verdict"] == "works");
    CHECK(parsed(place.run(practice.checkArguments() + yes.mid(0, 2) + QStringList{"--json"}))["verdict"] ==
          "incoming-only");
}

TEST_CASE("Ctrl-C ends a run within half a second and still gives what is known") {
    const Workplace place;
    const Practice practice(place, "op25b"); // its silent port holds a run for two seconds
    QElapsedTimer since;
    const Ran ran = place.watch(practice.checkArguments() + QStringList{"--json", "--watch"}, [&](QProcess& running) {
        QByteArray told;
        while (told.count("login-ok") < 2 && running.waitForReadyRead(20'000))
            told += running.readAllStandardError();
        since.start();
        ::kill(static_cast<pid_t>(running.processId()), SIGINT);
        running.waitForFinished(5'000);
        CHECK(since.elapsed() < 500);
    });
    CHECK(ran.status == 3);
    const Json result = parsed(ran);
    CHECK(result["incoming"]["proven"] == "login");
    CHECK(attemptWith(result, "outcome", "cancelled") != nullptr);
}

TEST_CASE("one attempt gives one object and one login") {
    const Workplace place;
    const Practice practice(place, "modern");
    const QStringList rule = practice.checkArguments().mid(practice.checkArguments().indexOf("--resolve") + 1, 1);
    const QString port = rule.at(0).section(':', 1, 1);
    const QStringList probe{"probe",      "--json",  "--protocol", "pop3", "--host",    "pop.renshu.example",
                            "--security", "tls",     "--port",     port,   "--ca-file", practice.file("ca.pem"),
                            "--resolve",  rule.at(0)};
    const Ran ready = place.run(probe);
    CHECK(ready.status == 0);
    CHECK(parsed(ready)["outcome"] == "ready");
    CHECK_FALSE(parsed(ready).contains("instead"));
    place.write("password", Password);
    const Ran login = place.run(probe + QStringList{"--user", Address, "--password-file", "password"});
    CHECK(login.status == 0);
    CHECK(parsed(login)["outcome"] == "login-ok");
    checkNoSecret(login.out + login.err);
    place.write("password", "machigai");
    const Ran refused = place.run(probe + QStringList{"--user", Address, "--password-file", "password"});
    CHECK(refused.status == 1);
    CHECK(parsed(refused)["outcome"] == "auth-rejected");
    const Ran untrusted = place.run(probe.mid(0, 10) + probe.mid(12));
    CHECK(untrusted.status == 1);
    CHECK(parsed(untrusted)["outcome"] == "cert-chain-incomplete");
}

TEST_CASE("an attempt is answered as it was asked for, and one that it led to stands beside it") {
    const Workplace place;
    const Practice practice(place, "modern");
    const QString port =
        QString::fromStdString(practice.printed()).section("POP3 (110): 127.0.0.1 port ", 1).section('\n', 0, 0);
    REQUIRE(port.toInt() > 0);
    const QStringList probe{"probe",
                            "--protocol",
                            "pop3",
                            "--host",
                            "pop.renshu.example",
                            "--security",
                            "tls",
                            "--port",
                            port,
                            "--ca-file",
                            practice.file("ca.pem"),
                            "--resolve",
                            "pop.renshu.example:" + port + ":127.0.0.1"};
    const Ran ran = place.run(probe + QStringList{"--json"});
    CHECK(ran.status == 1);
    const Json asked = parsed(ran);
    CHECK(asked["security"] == "tls");
    CHECK(asked["outcome"] == "tls-handshake-failed");
    CHECK(asked["instead"]["security"] == "starttls");
    CHECK(asked["instead"]["outcome"] == "ready");
    const Ran text = place.run(probe);
    CHECK(text.status == 1);
    CHECK(text.out.find("tls-handshake-failed") < text.out.find("ready"));
}

TEST_CASE("a sheet comes from a check's output or from a certificate, in four formats") {
    const Workplace place;
    const Practice practice(place, "modern");
    const Ran checked = place.run(practice.checkArguments() + QStringList{"--json"});
    place.write("check.json", QByteArray::fromStdString(checked.out));
    const char* format = GENERATE("pdf", "html", "txt", "json");
    INFO(format);
    const QString name = QStringLiteral("sheet.") + QString::fromLatin1(format);
    const Ran saved = place.run({"sheet", "check.json", "--to", name, "--lang", "en"});
    CHECK(saved.status == 0);
    CHECK(saved.err.find("The sheet is written: " + name.toStdString()) == 0);
    const QByteArray sheet = place.read(name.toUtf8().constData());
    CHECK(sheet.size() > 500);
    if (QByteArray(format) == "pdf")
        CHECK(sheet.startsWith("%PDF-"));
    else
        CHECK(sheet.contains(Address));
    checkNoSecret(sheet.toStdString());
    const Ran live = place.run(QStringList{"sheet"} + practice.checkArguments().mid(1) + QStringList{"--to", name});
    CHECK(live.status == 0);
    checkNoSecret(place.read(name.toUtf8().constData()).toStdString() + live.err);
}

TEST_CASE("the password stands on a sheet only where the person asked for it, in a file of their own") {
    const Workplace place;
    const Practice practice(place, "modern");
    const QStringList sheet = QStringList{"sheet"} + practice.checkArguments().mid(1) + QStringList{"--unproven"};
    const Ran without = place.run(sheet + QStringList{"--to", "a.txt"});
    CHECK(without.status == 0);
    CHECK_FALSE(place.read("a.txt").contains(Password));
    const Ran with = place.run(sheet + QStringList{"--to", "b.txt", "--print-password", "--lang", "en"});
    CHECK(with.err.find("The password stands in this file.") != std::string::npos);
    CHECK(with.err.find("print queue") != std::string::npos);
    CHECK(place.read("b.txt").contains(Password));
    CHECK((QFileInfo(place.path("b.txt")).permissions() & (QFile::ReadGroup | QFile::ReadOther)) == 0);
    const Ran json = place.run(sheet + QStringList{"--to", "c.json", "--print-password", "--lang", "en"});
    CHECK(json.err.find("No password stands on this sheet") != std::string::npos);
    CHECK_FALSE(place.read("c.json").contains(Password));
}
