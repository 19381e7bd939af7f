#include "certificate/paper_values.h"
#include "support/catch.h"

using namespace yomikae;

TEST_CASE("dates of papers are read in every calendar") {
    const std::pair<const char*, const char*> dates[] = {
        {"平成16年5月31日", "2004-05-31"},
        {"平成 16 年 5 月 31 日", "2004-05-31"},
        {"平成16年5月", "2004-05"},
        {"平成元年1月8日", "1989-01-08"},
        {"昭和63年5月1日", "1988-05-01"},
        {"令和元年", "2019"},
        {"令和元年5月1日", "2019-05-01"},
        {"令和6年", "2024"},
        {"H16.5", "2004-05"},
        {"H.16.5.31", "2004-05-31"},
        {"H16/5/31", "2004-05-31"},
        {"S63.5.1", "1988-05-01"},
        {"R1.5.1", "2019-05-01"},
        {"2004年5月", "2004-05"},
        {"2004年5月31日(月)", "2004-05-31"},
        {"西暦2004年", "2004"},
        {"2004/05/31", "2004-05-31"},
        {"2004/5/31", "2004-05-31"},
        {"2004-05-31", "2004-05-31"},
        {"2004.5.31", "2004-05-31"},
        {"2004/05", "2004-05"},
        {"20040531", "2004-05-31"},
        {"2004", "2004"},
        {"作成 2004年5月31日", "2004-05-31"},
    };
    for (const auto& [printed, iso] : dates) {
        INFO(printed);
        const auto date = dateIn(printed);
        CHECK((date ? toString(*date) : "nothing") == iso);
    }
}

TEST_CASE("what is no date is not made one") {
    for (const char* text : {"", "先月", "04/05/31", "2004年13月", "2004/02/30", "平成0年", "平成年", "12345",
                             "0120-123-456", "200405311", "1899年", "H", "MH16.5", "平成100年"}) {
        INFO(text);
        CHECK_FALSE(dateIn(text));
    }
}

TEST_CASE("a date stands alone only with its month and nothing else") {
    CHECK(isDateAlone(" 平成16年5月31日 "));
    CHECK(isDateAlone("2004年5月31日 現在"));
    CHECK(isDateAlone("2004年5月31日発行"));
    CHECK_FALSE(isDateAlone("2004"));
    CHECK_FALSE(isDateAlone("2004年5月31日までにご連絡ください"));
    CHECK_FALSE(isDateAlone("発行"));
}

TEST_CASE("an address is found in what stands around it") {
    for (const char* text :
         {"taro@agate.plala.or.jp", "taro @ agate.plala.or.jp", "taro@AGATE.plala.or.jp", "<taro@agate.plala.or.jp>",
          "(taro@agate.plala.or.jp)", "taro@agate.plala.or.jp (半角)", "お客様:taro@agate.plala.or.jp。",
          "mailto:taro@agate.plala.or.jp", "taro@agate.plala.or.jp."}) {
        INFO(text);
        CHECK(addressIn(text).value_or("nothing") == "taro@agate.plala.or.jp");
    }
    CHECK(addressesIn("taro@a.example.jp, hanako@b.example.jp") ==
          std::vector<std::string>{"taro@a.example.jp", "hanako@b.example.jp"});
    CHECK(addressIn("hanako..@docomo.ne.jp").value_or("nothing") == "hanako..@docomo.ne.jp");
}

TEST_CASE("what is no address is none") {
    for (const char* text : {"", "@", "taro", "taro@", "@agate.plala.or.jp", "taro@agate", "taro@@agate.plala.or.jp@",
                             "taro(at)agate.plala.or.jp"}) {
        INFO(text);
        CHECK_FALSE(addressIn(text));
    }
}

TEST_CASE("a host is read with the port beside it") {
    const std::string host = "agate.mail.plala.or.jp";
    for (const char* text :
         {"agate.mail.plala.or.jp:110", "agate.mail.plala.or.jp(ポート110)", "agate.mail.plala.or.jp (110番)",
          "agate.mail.plala.or.jp [110]", "Agate.Mail.Plala.Or.Jp ポート番号 110", "agate.mail.plala.or.jp port 110"}) {
        INFO(text);
        CHECK(hostIn(text).value_or(HostAndPort{}) == HostAndPort{host, 110, false});
    }
    CHECK(hostIn("agate.mail.plala.or.jp.").value_or(HostAndPort{}) == HostAndPort{host, {}, false});
    CHECK(hostIn("agate.mail.plala.or.jp (SSLは995番)").value_or(HostAndPort{}) == HostAndPort{host, {}, true});
    CHECK(hostIn("agate.mail.plala.or.jp:70000").value_or(HostAndPort{}) == HostAndPort{host, {}, false});
    CHECK(hostIn("192.0.2.25").value_or(HostAndPort{}) == HostAndPort{"192.0.2.25", {}, false});
}

TEST_CASE("what is no host is none") {
    for (const char* text :
         {"", "agate", "...", "-a.example.jp", "a..b.example.jp", "taro@agate.plala.or.jp", "http://www.example.jp/",
          "*.example.jp", "$.example.jp", "pop.example.jp/../x", "300.1.1.1", "決まっていません"}) {
        INFO(text);
        CHECK_FALSE(hostIn(text));
    }
}

TEST_CASE("only hosts that say what they are for are taken from running text") {
    CHECK(speakingHostsIn("設定は pop.example.jp と smtp.example.jp、www.example.jp と mail.example.jp") ==
          std::vector<std::string>{"pop.example.jp", "smtp.example.jp"});
    CHECK(speakingHostsIn("http://pop.example.jp/ taro@pop.example.jp imap.example.jp") ==
          std::vector<std::string>{"imap.example.jp"});
}

TEST_CASE("ports are 1 to 65535") {
    CHECK(portIn("110番") == 110);
    CHECK(portIn("TCP 587") == 587);
    CHECK(portIn("65535") == 65535);
    for (const char* text : {"", "0", "65536", "70000", "4294967406", "いつもの"})
        CHECK_FALSE(portIn(text));
}

TEST_CASE("words for encryption are read, a no first") {
    CHECK(securityIn("SSL/TLS") == Security::ImplicitTls);
    CHECK(securityIn("使用する") == Security::ImplicitTls);
    CHECK(securityIn("STARTTLS") == Security::StartTls);
    CHECK(securityIn("SSLを使用しない") == Security::None);
    CHECK(securityIn("なし") == Security::None);
    CHECK_FALSE(securityIn("標準"));
}

TEST_CASE("a user name is one word of plain characters") {
    CHECK(accountIn("taro").value_or("") == "taro");
    CHECK(accountIn("taro(半角)").value_or("") == "taro");
    CHECK(accountIn("taro @ example.ne.jp").value_or("") == "taro@example.ne.jp");
    CHECK(accountIn("taro%example.ne.jp 様").value_or("") == "taro%example.ne.jp");
    CHECK_FALSE(accountIn("山田太郎"));
    CHECK_FALSE(accountIn("-----"));
}

TEST_CASE("a password is taken whole, and words in its place are not") {
    CHECK(passwordIn("himitsu-S3cret").value_or("") == "himitsu-S3cret");
    CHECK(passwordIn("himitsu-S3cret (半角)").value_or("") == "himitsu-S3cret");
    CHECK(passwordIn("himitsu(半角)").value_or("") == "himitsu");
    CHECK(passwordIn("hi(mi)tsu").value_or("") == "hi(mi)tsu");
    for (const char* text : {"********", "........", "お客様が設定されたもの", "himitsuです"}) {
        INFO(text);
        CHECK_FALSE(passwordIn(text));
    }
}

TEST_CASE("something behind a blank is noticed, a note is not") {
    CHECK(goesOn("himitsu S3cret"));
    CHECK_FALSE(goesOn("himitsu"));
    CHECK_FALSE(goesOn("himitsu (8 letters)"));
    CHECK_FALSE(goesOn("himitsu 半角"));
}
