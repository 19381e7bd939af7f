// What the program says about input that it cannot use: the sentence, the place in it, the exit status.
#include "program.h"
#include "support/catch.h"
#include "support/files.h"

#include <QDir>
#include <QFile>

#include <string>
#include <vector>

using namespace yomikae;
using test::Ran;
using test::Workplace;

namespace {

struct Slip {
    QStringList arguments;
    int status;
    const char* ja;
    const char* en;
};

void writeInputs(const Workplace& place) {
    place.write("ok.json", QByteArray::fromStdString(test::sourceFile("tests/papers/plala-sample.json")));
    place.write("bad.json", "{\"format\": 1,\n \"mail_address\": \"taro@agate\",\n \"pop_port\": 70000}");
    place.write("cut.json", "{\"format\": 1,\n \"mail_address\": \"taro@agate.plala.or.jp\",");
    place.write("letter.txt", "こんにちは。\n今日はよい天気です。\n");
    place.write("noaddress.txt", "POPサーバ agate.mail.plala.or.jp\n");
    place.write("large.json", QByteArray(262145, ' '));
    place.write("no.pem", "no pem");
    place.write("profiles/bad.json", "{\"format\": 1,\n \"id\": \"bad\"}");
    place.write("two", "two\nlines\n");
    place.write("nul", QByteArray("nul\0x", 5));
    place.write("none", "\n");
    place.write("mark", "\xEF\xBB\xBF\r\n");
    place.write("utf16", QByteArray("\xFF\xFEh\0i\0\r\0\n\0", 10));
    place.write("long", QByteArray(1025, 'x'));
    QDir(place.path(".")).mkpath("folder.json");
    REQUIRE(QFile::link("gone", place.path("dangling")));
    REQUIRE(QFile::link("ok.json", place.path("link.pdf")));
}

const std::vector<Slip>& slips() {
    static const std::vector<Slip> all{
        {{"translate", "bad.json"},
         2,
         "bad.json:2:18: /mail_address: 「taro@agate」はメールアドレスとして使えません。taro@agate.plala.or.jp "
         "のように書いてください。\n"
         "bad.json:3:14: /pop_port: 70000 は使えません。1 - 65535 の整数を書いてください。\n",
         "bad.json:2:18: /mail_address: \"taro@agate\" is not a mail address. Write it like taro@agate.plala.or.jp.\n"
         "bad.json:3:14: /pop_port: 70000 cannot be used here. Write a whole number, 1 - 65535.\n"},
        {{"check", "cut.json"},
         2,
         "cut.json:2:43: ファイルが途中で終わっています。最後の } や ] や \" が足りないようです。\n",
         "cut.json:2:43: The file ends too early. A closing }, ] or \" seems to be missing at the end.\n"},
        {{"read", "letter.txt"},
         1,
         "letter.txt: "
         "メールの設定として読めるところがありませんでした。「メールアドレス」「POPサーバ」などが書かれたところを、その"
         "まま写してください。\n",
         "letter.txt: Nothing here could be read as mail settings. Copy the part of the paper that says "
         "メールアドレス, POPサーバ and so on.\n"},
        {{"translate", "noaddress.txt"},
         2,
         "noaddress.txt: /mail_address: メールアドレスがありません。紙の「メールアドレス」の欄を見て入れてください。\n",
         "noaddress.txt: /mail_address: There is no mail address. Please enter the one that the paper gives as "
         "\"メールアドレス\".\n"},
        {{"profiles", "check", "profiles"},
         1,
         "profiles/bad.json:1:1: 「names」がありません。書き足してください。\n"
         "profiles/bad.json:1:1: 「checked」がありません。書き足してください。\n"
         "profiles/bad.json:1:1: どのメールアドレスのプロファイルか分かりません。domains, hosted, by_name "
         "のどれかを書いてください。\n"
         "profiles/bad.json:1:1: 「status」がありません。書き足してください。\n"
         "1 個のファイルのうち 1 個に、なおすところがあります(合わせて 4 件、注意 0 件)。\n",
         "profiles/bad.json:1:1: \"names\" is missing. Add it.\n"
         "profiles/bad.json:1:1: \"checked\" is missing. Add it.\n"
         "profiles/bad.json:1:1: Nothing says whose addresses these are. Write one of: domains, hosted, by_name.\n"
         "profiles/bad.json:1:1: \"status\" is missing. Add it.\n"
         "Files: 1, with faults: 1 (faults in all: 4, warnings: 0).\n"},
        {{"profiles", "check", "home"},
         2,
         "プロバイダのファイル(.json)が1つもありません。\n",
         "There is no provider file (.json) there.\n"},
        {{"translate", "dangling"},
         2,
         "dangling: 「dangling」が見つかりません。名前と場所を確かめてください。\n",
         "dangling: \"dangling\" was not found. Check its name and place.\n"},
        {{"translate", "folder.json"},
         2,
         "folder.json: 「folder.json」はフォルダです。ファイルの名前を書いてください。\n",
         "folder.json: \"folder.json\" is a folder. Name a file.\n"},
        {{"translate", "large.json"},
         2,
         "large.json: このファイルは大きすぎます(262145 バイト)。262144 バイトまで読めます。\n",
         "large.json: This file is too large (262145 bytes). At most 262144 bytes are read.\n"},
        {{"read", "/dev/zero"},
         2,
         "/dev/zero: このファイルは大きすぎます(262145 バイト)。262144 バイトまで読めます。\n",
         "/dev/zero: This file is too large (262145 bytes). At most 262144 bytes are read.\n"},
        {{"check", "ok.json", "--ca-file", "no.pem"},
         2,
         "no.pem: 「no.pem」の中に証明書がありません。PEM 形式のファイルを渡してください。\n",
         "no.pem: \"no.pem\" holds no certificate. Hand over a PEM file.\n"},
        {{"check", "ok.json", "--profiles", "nowhere"},
         2,
         "nowhere: "
         "「nowhere」というフォルダがありません。プロバイダのファイル(.json)のあるフォルダを書いてください。\n",
         "nowhere: There is no folder \"nowhere\". Name the folder that holds the provider files (.json).\n"},
        {{"check", "ok.json", "--password-file", "two"},
         2,
         "two: パスワードの中に改行などの送れない文字があります。パスワードだけを1行で書いてください。\n",
         "two: The password holds a line break or another character that cannot be sent. Write it alone, on one "
         "line.\n"},
        {{"check", "ok.json", "--password-file", "nul"},
         2,
         "nul: パスワードの中に改行などの送れない文字があります。パスワードだけを1行で書いてください。\n",
         "nul: The password holds a line break or another character that cannot be sent. Write it alone, on one "
         "line.\n"},
        {{"check", "ok.json", "--password-file", "none"},
         2,
         "none: パスワードがありません。入口だけ確かめるなら --no-login と書いてください。\n",
         "none: There is no password. To reach the servers without one, write --no-login.\n"},
        {{"check", "ok.json", "--password-file", "mark"},
         2,
         "mark: パスワードがありません。入口だけ確かめるなら --no-login と書いてください。\n",
         "mark: There is no password. To reach the servers without one, write --no-login.\n"},
        {{"check", "ok.json", "--password-file", "utf16"},
         2,
         "utf16: 「utf16」は UTF-16 で保存されています。文字コードを UTF-8 にして保存しなおしてください。\n",
         "utf16: \"utf16\" is saved as UTF-16. Save it again as UTF-8.\n"},
        {{"check", "ok.json", "--password-file", "long"},
         2,
         "long: パスワードが長すぎます。1024 バイトまで使えます。\n",
         "long: The password is too long. At most 1024 bytes can be used.\n"},
        {{"check", "ok.json", "--password-fd", "99"},
         2,
         "--password-fd 99: パスワードを読めませんでした。開いている番号を書いてください。\n",
         "--password-fd 99: No password could be read. Name an open descriptor.\n"},
        {{"sheet", "ok.json", "--to", "link.pdf"},
         2,
         "link.pdf: 「link.pdf」は別のファイルへのリンクなので、書き込みませんでした。別の名前を書いてください。\n",
         "link.pdf: \"link.pdf\" is a link to another file and was left alone. Choose another name.\n"},
        {{"sheet", "ok.json", "--to", "folder.json"},
         2,
         "folder.json: 「folder.json」はフォルダです。ファイルの名前を書いてください。\n",
         "folder.json: \"folder.json\" is a folder. Name a file.\n"},
        {{"sheet", "ok.json", "--to", "no/sheet.pdf"},
         2,
         "no/sheet.pdf: 「no/sheet.pdf」を置くフォルダがありません。先にフォルダを作るか、別の場所を書いてください。\n",
         "no/sheet.pdf: The folder for \"no/sheet.pdf\" does not exist. Make it first, or name another place.\n"},
        {{"sheet", "ok.json", "--to", "sheet.doc"},
         2,
         "--to に「sheet.doc」は使えません。使えるのは .pdf, .html, .txt, .json です。\n",
         "\"sheet.doc\" cannot be used for --to. Allowed: .pdf, .html, .txt, .json.\n"},
        {{"probe", "--protocol", "ftp", "--host", "a b", "--port", "65536", "--security", "tls"},
         2,
         "--protocol に「ftp」は使えません。使えるのは pop3, imap, smtp です。\n"
         "--host の「a b」は、サーバーの名前でも IP アドレスでもありません。pop.example.jp のように書いてください。\n"
         "--port に「65536」は使えません。使えるのは 1 - 65535 です。\n",
         "\"ftp\" cannot be used for --protocol. Allowed: pop3, imap, smtp.\n"
         "\"a b\" in --host is no host name like pop.example.jp and no IP address.\n"
         "\"65536\" cannot be used for --port. Allowed: 1 - 65535.\n"},
        {{"providers", "show", "nobody.example"},
         1,
         "「nobody.example」に当たるプロバイダは登録されていません。yomikae-cli providers で一覧が見られます。\n",
         "No provider is known for \"nobody.example\". yomikae-cli providers lists them.\n"},
        {{"forward"},
         2,
         "「forward」という命令はありません。yomikae-cli --help で一覧が見られます。\n",
         "There is no command \"forward\". yomikae-cli --help lists them.\n"},
    };
    return all;
}

std::string firstLine(const std::string& text) {
    return text.substr(0, text.find('\n'));
}

} // namespace

TEST_CASE("every kind of bad input is told with its place, in both languages, and changes nothing") {
    const Workplace place;
    writeInputs(place);
    const QStringList before = place.files();
    for (const Slip& slip : slips()) {
        INFO(slip.arguments.join(' ').toStdString());
        const Ran ja = place.run(slip.arguments + QStringList{"--lang", "ja"});
        CHECK(ja.err == slip.ja);
        CHECK(ja.out == "");
        CHECK(ja.status == slip.status);
        const Ran en = place.run(QStringList{"--lang", "en"} + slip.arguments);
        CHECK(en.err == slip.en);
        CHECK(en.status == slip.status);
    }
    CHECK(place.files() == before);
    CHECK(place.read("ok.json").toStdString() == test::sourceFile("tests/papers/plala-sample.json"));
}

TEST_CASE("a profile that is faulty costs only itself") {
    const Workplace place;
    writeInputs(place);
    place.write("profiles/plala.json", QByteArray::fromStdString(test::sourceFile("providers/plala.json")));
    const Ran ran = place.run({"translate", "ok.json", "--json", "--profiles", "profiles", "--lang", "en"});
    CHECK(ran.status == 0);
    CHECK(firstLine(ran.err) == "profiles/bad.json:1:1: \"names\" is missing. Add it.");
    CHECK(ran.out.find("\"provider\": \"plala\"") != std::string::npos);
}

TEST_CASE("options that are unknown, that lack a value or have one too many are told apart") {
    const Workplace place;
    const auto said = [&](const QStringList& arguments) {
        const Ran ran = place.run(arguments + QStringList{"--lang", "en"});
        CHECK(ran.status == 2);
        return firstLine(ran.err);
    };
    CHECK(said({"check", "x", "--batch"}) == "--batch lacks its value.");
    CHECK(said({"check", "x", "--send-letter"}) == "There is no option \"--send-letter\".");
    CHECK(said({"check", "x", "--password", "himitsu"}) == "There is no option \"--password\".");
    CHECK(said({"check", "x", "--json=1"}) == "--json takes no value.");
    CHECK(firstLine(place.run({"--lang", "en", "check", "x", "--ca-file"}).err) == "--ca-file lacks its value.");
    CHECK(said({"check"}) == "FILE|- is missing.");
    CHECK(said({"profiles", "confirm"}) == "FILE... is missing.");
    CHECK(said({"check", "a", "b", "c"}) == "Not wanted here: b, c.");
    CHECK(said({"chekc", "a"}) == "There is no command \"chekc\". Did you mean \"check\"?");
    CHECK(said({"check", "a", "--no-logn"}) == "There is no option \"--no-logn\". Did you mean \"--no-login\"?");
    CHECK(said({"sheet", "a"}) == "--to is missing. Allowed: .pdf, .html, .txt, .json.");
    CHECK(said({"export", "x"}) == "There is no command \"export\". yomikae-cli --help lists them.");
    CHECK(said({"import"}) == "There is no command \"import\". yomikae-cli --help lists them.");
    CHECK(place.run({"check", "x", "--lang", "fr"}).err == "--lang に使えるのは ja と en です。\n");
}

TEST_CASE("everything that is wrong with the arguments is told at once") {
    const Workplace place;
    writeInputs(place);
    const Ran ran = place.run({"check", "ok.json", "more", "--deadline", "x", "--max-refused", "9", "--prefer", "pop",
                               "--foo", "--lang", "en"});
    CHECK(ran.status == 2);
    CHECK(ran.err.find("There is no option \"--foo\".\n"
                       "Not wanted here: more.\n"
                       "\"x\" cannot be used for --deadline. Allowed: 1 - 3600.\n"
                       "\"pop\" cannot be used for --prefer. Allowed: pop3, imap.\n"
                       "\"9\" cannot be used for --max-refused. Allowed: 1, 2.\n"
                       "Usage: ") == 0);
}

TEST_CASE("options that contradict each other are named, and nothing is done") {
    const Workplace place;
    writeInputs(place);
    place.write("password", "himitsu");
    place.write("list.csv", "mail_address\n");
    const auto said = [&](const QStringList& arguments) {
        const Ran ran = place.run(QStringList{"check", "--lang", "en"} + arguments);
        CHECK(ran.status == 2);
        CHECK(ran.out == "");
        return firstLine(ran.err);
    };
    const auto exclude = [](const char* one, const char* other) {
        return std::string(one) + " and " + other + " cannot be used together. Leave one out.";
    };
    CHECK(said({"ok.json", "--password-file", "password", "--password-fd", "0"}) ==
          exclude("--password-file", "--password-fd"));
    CHECK(said({"ok.json", "--no-login", "--save-confirmation", "c"}) == exclude("--no-login", "--save-confirmation"));
    CHECK(said({"ok.json", "--batch", "list.csv"}).find("--batch and \"ok.json\" cannot be used together.") == 0);
    CHECK(said({"ok.json", "--deadline", "1", "--deadline", "2"}) ==
          "--deadline is given more than once (1, 2). Give it once.");
    CHECK(place.run({"check", "ok.json", "--lang", "ja", "--lang", "en"}).err ==
          "--lang is given more than once (ja, en). Give it once.\n");
    CHECK(place.run({"sheet", "ok.json", "--to", "a.txt", "--to=b.txt", "--lang", "en"})
              .err.find("--to is given more than once (a.txt, b.txt).") == 0);
    CHECK(place.read("a.txt") == "(none)");
}

TEST_CASE("an address that cannot be used is told piece by piece") {
    const Workplace place;
    writeInputs(place);
    const auto said = [&](const char* option, const char* value) {
        const Ran ran = place.run({"check", "ok.json", option, value, "--lang", "en"});
        CHECK(ran.status == 2);
        return firstLine(ran.err);
    };
    CHECK(said("--resolve", "a.example.jp:1:999.1.1.1") ==
          "\"999.1.1.1\" in --resolve \"a.example.jp:1:999.1.1.1\" is no IP address like 192.0.2.1.");
    CHECK(said("--resolve", "a.example.jp:x:192.0.2.1") ==
          "\"x\" in --resolve \"a.example.jp:x:192.0.2.1\" is no port number (1 - 65535).");
    CHECK(said("--allow-cleartext", "a b:110") ==
          "\"a b\" in --allow-cleartext is no host name like pop.example.jp and no IP address.");
    CHECK(said("--accept-certificate", "a.example.jp:0=ff") ==
          "\"0\" in --accept-certificate \"a.example.jp:0=ff\" is no port number (1 - 65535).");
    CHECK(said("--accept-certificate", "a.example.jp:995=ff") ==
          "\"a.example.jp:995=ff\" cannot be used for --accept-certificate. Allowed: HOST:PORT=SHA256.");
    CHECK(said("--resolve", "") == "\"\" cannot be used for --resolve. Allowed: HOST:PORT:ADDRESS.");
}

TEST_CASE("an argument of 100 KB and one full of escapes give a short clean message") {
    const Workplace place;
    const Ran large = place.run({QString(100'000, 'x')});
    CHECK(large.status == 2);
    CHECK(large.err.size() < 500);
    CHECK(place.run({"translate", QString(100'000, 'x')}).err.size() < 2000);
    const Ran escapes = place.run({"providers", "show", QString::fromUtf8("\x1b[31mred\x07")});
    CHECK(escapes.status == 1);
    CHECK(escapes.err.find_first_of("\x1b\x07") == std::string::npos);
}

TEST_CASE("every command has help with an example, in the language that was asked for") {
    const Workplace place;
    for (const char* command : {"providers", "profiles", "read", "translate", "check", "probe", "sheet", "practice"}) {
        INFO(command);
        const Ran en = place.run({command, "--help", "--lang", "en"});
        CHECK(en.status == 0);
        CHECK(en.err == "");
        CHECK(en.out.find(std::string("Example:\n  yomikae-cli ") + command) != std::string::npos);
        const Ran ja = place.run({command, "--help", "--lang=ja"});
        CHECK(ja.out.find(std::string("例:\n  yomikae-cli ") + command) != std::string::npos);
        CHECK(place.run({"--help", "--lang", "en"}).out.find(std::string("\n  ") + command) != std::string::npos);
    }
    CHECK(place.run({"--version"}).out.substr(0, 12) == "yomikae-cli ");
    CHECK(place.run({}).status == 2);
}

TEST_CASE("a disk without room for one byte is told with its cause, and leaves the old file as it was") {
    const Workplace place;
    writeInputs(place);
    // a small sheet waits in a buffer until the file is closed; a large one is refused while it is written
    for (const char* name : {"sheet.txt", "sheet.json", "sheet.html", "sheet.pdf"}) {
        INFO(name);
        place.write(name, "the old sheet");
        const QStringList before = place.files();
        const Ran ran = place.shell(QString::fromLatin1("trap '' XFSZ; ulimit -f 0; exec \"$cli\" sheet ok.json "
                                                        "--unproven --lang en --to ") +
                                    name);
        CHECK(ran.status == 2);
        CHECK(ran.err.find(std::string(name) + ": \"" + name + "\" could not be written (File too large)") == 0);
        CHECK(place.read(name) == "the old sheet");
        CHECK(place.files() == before);
    }
}

TEST_CASE("a sheet that does not fit on the disk leaves the old one as it was") {
    const Workplace place;
    writeInputs(place);
    place.write("sheet.pdf", "the old sheet");
    const QStringList before = place.files();
    const Ran ran =
        place.shell("trap '' XFSZ; ulimit -f 1; exec \"$cli\" sheet ok.json --to sheet.pdf --unproven --lang en");
    CHECK(ran.status == 2);
    CHECK(ran.err.find("sheet.pdf: \"sheet.pdf\" could not be written") == 0);
    CHECK(place.read("sheet.pdf") == "the old sheet");
    CHECK(place.files() == before);
}

TEST_CASE("a place that holds no files is found before anything connects") {
    const Workplace place;
    writeInputs(place);
    const Ran ran = place.run({"sheet", "ok.json", "--to", "/proc/x.pdf", "--no-login", "--foo", "--lang", "en"});
    CHECK(ran.status == 2);
    CHECK(ran.err.find("/proc/x.pdf: \"/proc/x.pdf\" could not be written (") != std::string::npos);
}

TEST_CASE("of an unknown provider the paper's values are shown, and why nothing is known is said once") {
    const Workplace place;
    place.write("u.json", "{\"mail_address\": \"taro@nobody.example\", \"pop_server\": \"pop.nobody.example\"}");
    const Ran ran = place.run({"translate", "u.json", "--lang", "en"});
    CHECK(ran.out.find("pop.nobody.example -> ?  [unknown]\n") != std::string::npos);
    CHECK(ran.out.find("- -> ?") == std::string::npos);
    const std::string reason = "settings of today are not known here";
    const auto first = ran.out.find(reason);
    CHECK(first != std::string::npos);
    CHECK(ran.out.find(reason, first + 1) == std::string::npos);
    place.write("p.json", "{\"mail_address\": \"taro@agate.plala.or.jp\"}");
    CHECK(place.run({"translate", "p.json", "--lang", "ja"}).out.find("smtp-auth") == std::string::npos);
}

TEST_CASE("a link that another user made is not read for a password") {
    const Workplace place;
    writeInputs(place);
    place.write("password", "himitsu\r\n");
    REQUIRE(QFile::link("password", place.path("theirs")));
    if (place.shell("chown -h 65534 theirs").status != 0)
        return; // only root can make a link of another
    const Ran ran = place.run({"check", "ok.json", "--password-file", "theirs", "--lang", "en"});
    CHECK(ran.status == 2);
    CHECK(ran.err ==
          "theirs: \"theirs\" is a link that another user made and was not read. Name the password file itself.\n");
}

TEST_CASE("a standard stream that is closed or full is told and never another file's") {
    const Workplace place;
    writeInputs(place);
    const auto status = [&](const char* redirection) {
        return place.shell(QString::fromLatin1("exec \"$cli\" translate ok.json --json --lang en ") + redirection);
    };
    CHECK(status(">&-").status == 3);
    CHECK(status(">&-").err == "The result could not be written to standard output.\n");
    CHECK(status(">/dev/full").status == 3);
    CHECK(status("<&- >/dev/null 2>&-").status == 0);
    for (const char* arguments : {"--help", "--version", "check --help"}) {
        INFO(arguments);
        const Ran full = place.shell(QString::fromLatin1("exec \"$cli\" --lang en ") + arguments + " >/dev/full");
        CHECK(full.status == 3);
        CHECK(full.err == "The result could not be written to standard output.\n");
    }
    // who stops reading has seen enough
    CHECK(place.shell("{ sleep 1; \"$cli\" providers --json; } | true").err == "");
    CHECK(place.shell("exec \"$cli\" translate - <&- --lang en").err.find("standard input: ") == 0);
    CHECK(place.shell("{ sleep 1; \"$cli\" providers --json; } | true; exit ${PIPESTATUS[0]}").status == 3);
    CHECK(place.shell("exec \"$cli\" translate - <&- --lang en").status == 2);
    // the sheet's file would be the first to get number 1
    CHECK(place.shell("exec \"$cli\" sheet ok.json --to s.txt --unproven >&-").status == 0);
    CHECK(place.read("s.txt").contains("taro@agate.plala.or.jp"));
}

TEST_CASE("a paper comes from standard input and from a process substitution too") {
    const Workplace place;
    writeInputs(place);
    const QByteArray paper = QByteArray::fromStdString(test::sourceFile("tests/papers/plala-sample.txt"));
    place.write("paper.txt", paper);
    const std::string expected = place.run({"read", "paper.txt", "--json"}).out;
    CHECK(expected.find("taro@agate.plala.or.jp") != std::string::npos);
    CHECK(place.run({"read", "-", "--json"}, paper).out == expected);
    CHECK(place.shell("exec \"$cli\" read <(cat paper.txt) --json").out == expected);
    CHECK(place.shell("LC_ALL=C LANG=C exec \"$cli\" read paper.txt --json").out == expected);
}

TEST_CASE("what read prints can be handed on, and its mask is no password") {
    const Workplace place;
    place.write("paper.txt", QByteArray::fromStdString(test::sourceFile("tests/papers/plala-sample.txt")));
    CHECK(place.run({"read", "paper.txt"}).out.find("himitsu") == std::string::npos);
    const Ran masked = place.shell("\"$cli\" read paper.txt --json | \"$cli\" translate - --json");
    CHECK(masked.status == 0);
    CHECK(masked.out.find("\"given\": false") != std::string::npos);
    CHECK(masked.out.find("certificate-password-masked") != std::string::npos);
    const Ran whole = place.shell("\"$cli\" read paper.txt --json --with-password | \"$cli\" translate - --json");
    CHECK(whole.out.find("\"given\": true") != std::string::npos);
    CHECK(whole.out.find("himitsu") == std::string::npos);
}
