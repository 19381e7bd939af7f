// The other shipped profiles: what each is there to show.
#include "translation/papers.h"

#include <set>

#include "words/words.h"

using namespace yomikae;
using namespace yomikae::test;

TEST_CASE("So-net: 587 with STARTTLS is recommended and comes before 465") {
    const Translation translation = translated(paperOf("taro@aa2.so-net.ne.jp"));
    CHECK(translation.provider == "so-net");
    CHECK(listed(translation.outgoing) == "smtp mail.so-net.ne.jp:587 starttls\nsmtp mail.so-net.ne.jp:465 tls\n");
    CHECK(translation.incoming.front().protocol == Protocol::Pop3);
    CHECK(change(translation, Field::SmtpPort).reason.code == "translation-port-587-for-25");
}

TEST_CASE("So-net: IMAP comes first for who prefers it, and POP stays what the paper's fields are about") {
    const Translation translation = translated(paperOf("taro@aa2.so-net.ne.jp"), Preference::Imap);
    CHECK(translation.incoming.front().protocol == Protocol::Imap);
    CHECK(change(translation, Field::PopServer).now == "pop.so-net.ne.jp");
}

TEST_CASE("So-net: a user ID such as taro@aa2 is no login name for mail") {
    Certificate paper = paperOf("taro@aa2.so-net.ne.jp");
    paper.mailAccount = "taro@aa2";
    const Translation translation = translated(paper);
    REQUIRE(doubts(translation, "translation-account-other-id"));
    CHECK_FALSE(doubts(translation, "translation-account-not-address"));
    CHECK(translation.doubts.front().field == "mail_account");
    CHECK(say(translation.doubts.front().message, Language::Japanese).find("会員ページ") != std::string::npos);
}

TEST_CASE("Sakura: an own domain waits for the initial domain") {
    Certificate paper = paperOf("info@my-shop.example");
    paper.provider = "さくらインターネット";
    const Translation translation = translated(paper);
    REQUIRE(translation.provider == "sakura");
    REQUIRE_FALSE(translation.incoming.empty());
    for (const TranslatedEndpoint& endpoint : translation.incoming) {
        CHECK(endpoint.host.empty());
        CHECK(endpoint.needs == "initial_domain");
    }
    REQUIRE(translation.questions.size() == 1);
    CHECK(translation.questions[0].key == "initial_domain");
    CHECK(translation.questions[0].example == "taro-mail.sakura.ne.jp");
    CHECK_FALSE(hasCurrentEndpoint(translation));
    CHECK(change(translation, Field::PopServer).change == Change::Unknown);
    CHECK(change(translation, Field::PopServer).reason.code == "translation-server-asked");
    CHECK(change(translation, Field::PopPort).now == "995");
}

TEST_CASE("Sakura: the answer is taken in every form") {
    for (const char* typed : {"taro-mail", "taro-mail.sakura.ne.jp", " ｔａｒｏ-mail "}) {
        CAPTURE(typed);
        Certificate paper = paperOf("info@my-shop.example");
        paper.provider = "sakura";
        paper.answers["initial_domain"] = typed;
        const Translation translation = translated(paper);
        CHECK(translation.questions.empty());
        CHECK(translation.incoming.front().host == "taro-mail.sakura.ne.jp");
        CHECK(translation.incoming.front().origin == HostOrigin::Profile);
        CHECK(translation.incoming.front().usernames == std::vector<std::string>{"info@my-shop.example"});
    }
}

TEST_CASE("Sakura: an answer that does not fit is a problem that says what fits") {
    Certificate paper = paperOf("info@my-shop.example");
    paper.provider = "sakura";
    paper.answers["initial_domain"] = "www.example.org";
    const auto result = translate(paper, shippedCatalog());
    CHECK_FALSE(result);
    REQUIRE(result.problems.size() == 1);
    CHECK(result.problems[0].code == "answer-not-accepted");
    CHECK(result.problems[0].place.pointer == "/answers/initial_domain");
    CHECK(
        say(result.problems[0], Language::English) ==
        "/answers/initial_domain: The answer \"www.example.org\" to \"initial_domain\" does not have a form that fits. "
        "Please enter it like this: taro-mail.sakura.ne.jp, ….sakura.ne.jp");
}

TEST_CASE("Sakura: the paper's server answers the question, and that is said") {
    Certificate paper = paperOf("info@my-shop.example");
    paper.popServer = "taro-mail.sakura.ne.jp";
    const Translation translation = translated(paper);
    CHECK(translation.provider == "sakura");
    CHECK(doubts(translation, "translation-provider-by-host"));
    CHECK(doubts(translation, "translation-answer-from-paper"));
    CHECK(translation.incoming.front().host == "taro-mail.sakura.ne.jp");
    CHECK(change(translation, Field::PopServer).change == Change::Kept);
}

TEST_CASE("Sakura: a common name such as smtp.sakura.ne.jp is nobody's initial domain") {
    Certificate paper = paperOf("info@my-shop.example");
    paper.smtpServer = "smtp.sakura.ne.jp";
    const Translation translation = translated(paper);
    CHECK_FALSE(translation.questions.empty());
    CHECK(translation.incoming.front().host.empty());
}

TEST_CASE("Sakura: an address under the initial domain needs no question") {
    const Translation translation = translated(paperOf("info@taro-mail.sakura.ne.jp"));
    CHECK(translation.variant == "initial-domain");
    CHECK(translation.questions.empty());
    CHECK(listed(translation.outgoing) ==
          "smtp taro-mail.sakura.ne.jp:465 tls\nsmtp taro-mail.sakura.ne.jp:587 starttls\n");
    CHECK(translation.incoming.front().protocol == Protocol::Pop3);
}

TEST_CASE("Sakura: POP before SMTP of the old paper is gone") {
    Certificate paper = paperOf("info@my-shop.example");
    paper.provider = "sakura";
    paper.popServer = paper.smtpServer = "my-shop.example";
    paper.smtpPort = 587;
    const FieldChange found = change(translated(paper), Field::OutgoingAuthentication);
    CHECK(found.paper.empty()); // its days are known for it; the paper says nothing
    CHECK(found.now == "smtp-auth");
    CHECK(found.change == Change::Added);
    CHECK(found.reason.code == "translation-authentication-for-pop-before-smtp");
}

TEST_CASE("docomo: IMAP only, so POP is removed") {
    Certificate paper = paperOf("taro@docomo.ne.jp");
    paper.popServer = "mail.docomo.ne.jp";
    paper.popPort = 110;
    paper.answers["d_account"] = "taro-d";
    const Translation translation = translated(paper);
    CHECK(change(translation, Field::PopServer).change == Change::Removed);
    CHECK(change(translation, Field::PopServer).now.empty());
    CHECK(change(translation, Field::PopPort).change == Change::Removed);
    CHECK(change(translation, Field::PopPort).reason.code == "translation-pop-removed");
    CHECK(translation.incoming.front().protocol == Protocol::Imap);
    CHECK(translation.incoming.front().usernames == std::vector<std::string>{"taro-d"});
    CHECK(translation.incoming.front().legacyRenegotiation);
    CHECK_FALSE(translation.outgoing.front().legacyRenegotiation);
    CHECK(change(translation, Field::MailPassword).change == Change::Changed);
    CHECK(change(translation, Field::MailPassword).reason.code == "translation-password-for-apps");
}

TEST_CASE("docomo: without the id the host is known and the login name is asked for") {
    const Translation translation = translated(paperOf("taro@docomo.ne.jp"));
    CHECK(translation.incoming.front().host == "imap.spmode.ne.jp");
    CHECK(translation.incoming.front().usernames.empty());
    REQUIRE(translation.questions.size() == 1);
    CHECK(translation.questions[0].key == "d_account");
    CHECK(change(translation, Field::MailAccount).change == Change::Unknown);
    CHECK(change(translation, Field::MailAccount).reason.code == "translation-account-asked");
}

TEST_CASE("every reason and doubt of the shipped profiles has a sentence in both languages") {
    std::set<std::string> codes;
    for (const char* address : {"taro@agate.plala.or.jp", "taro@coral.broba.cc", "taro@aa2.so-net.ne.jp",
                                "taro@x.sakura.ne.jp", "taro@docomo.ne.jp", "taro@nobody.example", "taro@plara.or.jp"})
        for (const bool full : {false, true}) {
            Certificate paper = full ? plalaPaper() : Certificate();
            paper.mailAddress = address;
            paper.provider.clear();
            const Translation translation = translated(paper);
            for (const FieldChange& field : translation.changes)
                for (const Language language : {Language::Japanese, Language::English}) {
                    const std::string said = say(field.reason, language);
                    CAPTURE(field.reason.code, said);
                    CHECK(said != field.reason.code);
                    CHECK(said.find('{') == std::string::npos);
                }
            for (const Doubt& doubt : translation.doubts) {
                const std::string said = say(doubt.message, Language::Japanese);
                CAPTURE(doubt.message.code, said);
                CHECK(said != doubt.message.code);
                CHECK(said.find('{') == std::string::npos);
                codes.insert(doubt.message.code);
            }
        }
    CHECK(codes.size() >= 3);
}
