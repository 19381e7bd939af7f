#include "ui/typed_certificate.h"

#include "support/catch.h"

using namespace yomikae;
using namespace yomikae::ui;

TEST_CASE("ports and dates are read from what people write") {
    TypedCertificate typed;
    typed.type(PaperField::PopPort, "１１０番");
    typed.type(PaperField::Issued, "平成16年5月");
    const Certificate made = typed.certificate();
    CHECK(made.popPort == 110);
    REQUIRE(made.issued);
    CHECK(toString(*made.issued) == "2004-05");
    CHECK(typed.misread().empty());
}

TEST_CASE("a port or date that is none is named and left out") {
    TypedCertificate typed;
    typed.type(PaperField::PopPort, "99999");
    typed.type(PaperField::SmtpPort, "なし");
    typed.type(PaperField::Issued, "きのう");
    CHECK(typed.misread() == std::vector{PaperField::PopPort, PaperField::SmtpPort, PaperField::Issued});
    CHECK_FALSE(typed.certificate().popPort);
}

TEST_CASE("the certificate is folded even where the person kept the wide letters on the screen") {
    TypedCertificate typed;
    typed.type(PaperField::MailAddress, "ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ");
    CHECK(typed.certificate().mailAddress == "taro@example.jp");
    CHECK(typed.text(PaperField::MailAddress) == "ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ");
}

TEST_CASE("typing again forgets that a field was pasted or folded") {
    TypedCertificate typed;
    Certificate paper;
    paper.mailAccount = "taro";
    typed.take(paper);
    CHECK(typed.origin(PaperField::MailAccount) == Origin::Pasted);
    typed.type(PaperField::MailAccount, "ｊｉｒｏ");
    CHECK(typed.origin(PaperField::MailAccount) == Origin::Typed);
    REQUIRE(typed.fold(PaperField::MailAccount));
    CHECK(typed.beforeFolding(PaperField::MailAccount) == "ｊｉｒｏ");
    typed.type(PaperField::MailAccount, "saburo");
    CHECK(typed.beforeFolding(PaperField::MailAccount).empty());
}

TEST_CASE("a paper that lacks a field does not empty it") {
    TypedCertificate typed;
    typed.type(PaperField::MailAddress, "taro@example.jp");
    Certificate paper;
    paper.popServer = "pop.example.jp";
    typed.take(paper);
    CHECK(typed.text(PaperField::MailAddress) == "taro@example.jp");
    CHECK(typed.text(PaperField::PopServer) == "pop.example.jp");
}

TEST_CASE("blanks alone are nothing") {
    TypedCertificate typed;
    CHECK(typed.empty());
    typed.type(PaperField::MailAddress, " 　");
    CHECK(typed.empty());
    typed.type(PaperField::MailAddress, "t");
    CHECK_FALSE(typed.empty());
}
