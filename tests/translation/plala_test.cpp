// The reference case, word by word: a Plala certificate of 2004 read as the settings of today.
#include "translation/papers.h"
#include "words/words.h"

using namespace yomikae;
using namespace yomikae::test;

namespace {

const Translation& plala() {
    static const Translation translation = translated(plalaPaper());
    return translation;
}

void says(Field field, Change kind, const std::string& paper, const std::string& now, const std::string& ja,
          const std::string& en) {
    const FieldChange& found = change(plala(), field);
    CAPTURE(std::string(name(field)));
    CHECK(found.field == field);
    CHECK(name(found.change) == name(kind));
    CHECK(found.paper == paper);
    CHECK(found.now == now);
    CHECK(say(found.reason, Language::Japanese) == ja);
    CHECK(say(found.reason, Language::English) == en);
}

} // namespace

TEST_CASE("Plala 2004: the address stays, and its end is said") {
    says(Field::MailAddress, Change::Kept, "taro@agate.plala.or.jp", "taro@agate.plala.or.jp",
         "メールアドレスはそのまま使えます。ただし 2028年3月31日 "
         "で終わる予定なので、早めに新しいアドレスを用意してください。",
         "The mail address stays as it is. It is to end on 31 March 2028, so please get a new one in good time.");
    REQUIRE(plala().status);
    CHECK(plala().status->state == ServiceState::Closing);
    CHECK(toString(*plala().status->until) == "2028-03-31");
    CHECK(plala().statusSource == "https://pc-impulse.co.jp/2026/03/06/");
}

TEST_CASE("Plala 2004: the password stays and is nowhere in the translation") {
    says(Field::MailPassword, Change::Kept, "", "",
         "パスワードは、紙に書いてあるものをそのまま使います。サーバーが新しくなっても、ご自分で変えるまでパスワードは"
         "変わりません。",
         "The password on the paper is still the one to use. New servers do not change it; only you do.");
    CHECK(plala().passwordGiven);
}

TEST_CASE("Plala 2004: the account becomes the whole address") {
    says(Field::MailAccount, Change::Changed, "taro", "taro@agate.plala.or.jp",
         "ログイン名は、@ の前だけ(taro)ではなく、メールアドレス全体(taro@agate.plala.or.jp)に変わりました。"
         "今は1台のサーバーで大勢のメールを預かるので、@ の後ろもないとだれのものか分からないためです。",
         "The login name is no longer only the part before the @ (taro), but the whole mail address "
         "(taro@agate.plala.or.jp). One server now keeps the mail of many domains, so it needs what follows the @ to "
         "know whose mailbox is meant.");
    CHECK(change(plala(), Field::MailAccount).evidence == Evidence::Reported);
    CHECK(change(plala(), Field::MailAccount).source == "https://gadget-s.info/140");
}

TEST_CASE("Plala 2004: receiving moves to secure.plala.or.jp, marked as unproven") {
    says(
        Field::PopServer, Change::Changed, "agate.mail.plala.or.jp", "secure.plala.or.jp",
        "サーバーの名前は agate.mail.plala.or.jp から secure.plala.or.jp に変わったと考えられます。"
        "まだ確かな裏づけがないので、実際につないで確かめます。",
        "The server probably changed from agate.mail.plala.or.jp to secure.plala.or.jp. There is no firm proof yet, so "
        "it is checked by connecting to it.");
    CHECK(change(plala(), Field::PopServer).evidence == Evidence::Unsourced);
    says(Field::PopPort, Change::Changed, "110", "995",
         "受信の入り口は 995 "
         "番です。昔の入り口は中身がそのまま流れたので、最初から暗号化する専用の入り口に変わりました。",
         "The door for receiving is port 995. Through the old one everything went in the clear, so there is now a door "
         "that is encrypted from the start.");
    says(
        Field::IncomingSecurity, Change::Changed, "none", "tls",
        "最初から暗号化(SSL/"
        "TLS)してつなぎます。昔は暗号化がなく、パスワードやメールを途中でだれかに読まれるおそれがありました。",
        "The connection is encrypted from the start (SSL/TLS). There was no encryption in the old days, and someone on "
        "the way could read passwords and mail.");
}

TEST_CASE("Plala 2004: sending moves from port 25 to 465") {
    says(Field::SmtpServer, Change::Changed, "agate.mail.plala.or.jp", "secure.plala.or.jp",
         "サーバーの名前は agate.mail.plala.or.jp から secure.plala.or.jp に変わりました。"
         "ぷららが、メールを新しいサーバーに移したためです。",
         "The server changed from agate.mail.plala.or.jp to secure.plala.or.jp. Plala moved its mail to a newer "
         "server.");
    CHECK(change(plala(), Field::SmtpServer).since == "2025");
    says(Field::SmtpPort, Change::Changed, "25", "465",
         "送信の入り口は 465 番です。昔の25番は、迷惑メールを防ぐために多くの回線で閉じられました(OP25B)。",
         "The door for sending is port 465. The old port 25 was closed on most lines to stop junk mail (OP25B).");
    says(
        Field::OutgoingSecurity, Change::Changed, "none", "tls",
        "最初から暗号化(SSL/"
        "TLS)してつなぎます。昔は暗号化がなく、パスワードやメールを途中でだれかに読まれるおそれがありました。",
        "The connection is encrypted from the start (SSL/TLS). There was no encryption in the old days, and someone on "
        "the way could read passwords and mail.");
}

TEST_CASE("Plala 2004: sending has a login now") {
    says(Field::OutgoingAuthentication, Change::Added, "", "smtp-auth",
         "送信するときにも、名前とパスワードでのログインが必要になりました。他人になりすました迷惑メールを防ぐためです"
         "。",
         "Sending needs a login with name and password now. This keeps strangers from sending junk mail in your name.");
    says(Field::OutgoingAccount, Change::Added, "", "taro@agate.plala.or.jp",
         "送信するときのログイン名は、受信と同じ taro@agate.plala.or.jp です。"
         "昔の紙にないのは、当時は送信にログインがいらなかったためです。",
         "The name for logging in to send is taro@agate.plala.or.jp, the same as for receiving. Old papers lack it "
         "because sending once needed no login.");
}

TEST_CASE("Plala 2004: the endpoints, best first, the paper's own last") {
    CHECK(listed(plala().incoming) == "pop3 secure.plala.or.jp:995 tls\n"
                                      "imap secure.plala.or.jp:993 tls\n"
                                      "pop3 agate.mail.plala.or.jp:110 none\n");
    CHECK(listed(plala().outgoing) == "smtp secure.plala.or.jp:465 tls\n"
                                      "smtp secure.plala.or.jp:587 starttls\n"
                                      "smtp secure.plala.or.jp:465 starttls\n"
                                      "smtp agate.mail.plala.or.jp:25 none\n");
    CHECK(plala().outgoing.front().recommended);
    CHECK(plala().incoming.front().usernames == std::vector<std::string>{"taro@agate.plala.or.jp"});
    CHECK(plala().incoming.front().origin == HostOrigin::Profile);
    const TranslatedEndpoint& old = plala().incoming.back();
    CHECK(old.origin == HostOrigin::Paper);
    CHECK(old.evidence == Evidence::Dated);
    CHECK_FALSE(old.recommended);
    CHECK(old.knownOldHost);
    CHECK(old.usernames == std::vector<std::string>{"taro", "taro@agate.plala.or.jp"});
}

TEST_CASE("Plala 2004: what has to be done in the web mail is a step, and the old specification too") {
    REQUIRE(plala().steps.size() == 2);
    CHECK(plala().steps[0].id == "current-specification");
    CHECK(plala().steps[1].id == "webmail-ssl");
    CHECK(plala().steps[1].text.ja == "Webメールの設定で「SSLを利用する」を有効にしてください。");
    CHECK(plala().incoming.front().step == "webmail-ssl");
    CHECK(plala().questions.empty());
    CHECK(plala().doubts.empty());
    CHECK(plala().documentName == "会員登録証");
}

TEST_CASE("Plala with a new paper has no step for the old specification") {
    Certificate paper = plalaPaper();
    paper.popServer = paper.smtpServer = "secure.plala.or.jp";
    const Translation translation = translated(paper);
    REQUIRE(translation.steps.size() == 1);
    CHECK(translation.steps[0].id == "webmail-ssl");
    CHECK(change(translation, Field::PopServer).change == Change::Kept);
    CHECK(change(translation, Field::PopServer).reason.code == "translation-server-kept");
}

TEST_CASE("Plala with a paper of the submission port: it had a login for sending already") {
    Certificate paper = plalaPaper();
    paper.issued.reset();
    paper.smtpPort = 587;
    const Translation translation = translated(paper);
    CHECK(change(translation, Field::OutgoingAuthentication).paper.empty()); // its days had it, the paper is silent
    CHECK(change(translation, Field::OutgoingAuthentication).change == Change::Added);
    CHECK(change(translation, Field::OutgoingAuthentication).reason.code == "translation-authentication-as-then");
    CHECK(change(translation, Field::OutgoingSecurity).paper == "none");
    CHECK(change(translation, Field::SmtpPort).reason.code == "translation-port-465");
}

TEST_CASE("Plala's S course is So-net's mail") {
    Certificate paper = plalaPaper();
    paper.mailAddress = "taro@aa2.so-net.ne.jp";
    paper.popServer = paper.smtpServer = "";
    paper.paperText = "plala 光メイトwithフレッツ Sコース";
    const Translation translation = translated(paper);
    CHECK(translation.provider == "plala");
    CHECK(translation.variant == "s-course");
    CHECK(translation.incoming.front().host == "pop.so-net.ne.jp");
    CHECK(translation.incoming.front().usernames == std::vector<std::string>{"taro@aa2.so-net.ne.jp"});
    CHECK(translation.incoming.front().source ==
          "mail_forwarder README, プロバイダ別設定例 (public file, place not recorded)");
    CHECK(translation.status->state == ServiceState::Active);
    CHECK(doubts(translation, "translation-served-by-other"));
}

TEST_CASE("broba.cc has only a record of 2010, and clear text is said to be so") {
    const Translation translation = translated(paperOf("hanako@coral.broba.cc"));
    CHECK(translation.variant == "broba");
    CHECK(listed(translation.incoming) == "pop3 mail.broba.cc:110 none\n");
    CHECK(change(translation, Field::IncomingSecurity).now == "none");
    CHECK(change(translation, Field::IncomingSecurity).reason.code == "translation-security-still-none");
    CHECK(change(translation, Field::PopServer).reason.code == "translation-server-added-unproven");
    CHECK(translation.notes.front().ja.find("broba.cc") == 0);
}

TEST_CASE("the switch for SSL is a step of plala addresses; nothing says that Broba has it") {
    const auto stepsOf = [](const std::string& address) {
        std::string ids;
        for (const TranslatedStep& step : translated(paperOf(address)).steps)
            ids += step.id + " ";
        return ids;
    };
    CHECK(stepsOf("taro@agate.plala.or.jp") == "webmail-ssl ");
    CHECK(stepsOf("taro@garnet.broba.cc").empty());
}
