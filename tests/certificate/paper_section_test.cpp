// What "サーバー名" and "ポート番号" mean, by what stands above them.
#include "certificate/paper_section.h"

#include "support/catch.h"

using namespace yomikae;

namespace {

LabelledValue labelled(PaperField field, const std::string& value = {}) {
    LabelledValue out;
    out.field = field;
    out.value = value;
    return out;
}

} // namespace

TEST_CASE("before any section a server and a port are nobody's") {
    const PaperSection section;
    CHECK(section.isOpen());
    for (const PaperField field : {PaperField::Server, PaperField::Port, PaperField::Security})
        CHECK(section.fieldOf(field) == field);
    CHECK(section.fieldOf(PaperField::Incoming) == PaperField::PopServer);
    CHECK(section.fieldOf(PaperField::MailAccount) == PaperField::MailAccount);
}

TEST_CASE("each section gives the common labels its own meaning") {
    struct Row {
        PaperField opens, server, port, security;
    };
    for (const Row& row :
         {Row{PaperField::Incoming, PaperField::PopServer, PaperField::PopPort, PaperField::IncomingSecurity},
          Row{PaperField::ImapServer, PaperField::ImapServer, PaperField::ImapPort, PaperField::IncomingSecurity},
          Row{PaperField::Outgoing, PaperField::SmtpServer, PaperField::SmtpPort, PaperField::OutgoingSecurity}}) {
        PaperSection section;
        section.enter(labelled(row.opens));
        CHECK_FALSE(section.isOpen());
        CHECK(section.fieldOf(PaperField::Server) == row.server);
        CHECK(section.fieldOf(PaperField::Port) == row.port);
        CHECK(section.fieldOf(PaperField::Security) == row.security);
        CHECK(section.isOutgoing() == (row.opens == PaperField::Outgoing));
    }
}

TEST_CASE("a heading is one that has no value of its own, and it ends with its section") {
    PaperSection section;
    section.enter(labelled(PaperField::Outgoing));
    CHECK(section.isUnderHeading());
    section.enter(labelled(PaperField::MailAccount, "taro"));
    CHECK(section.isUnderHeading());
    section.enter(labelled(PaperField::PopServer, "pop.example.jp"));
    CHECK_FALSE(section.isUnderHeading());
    section.dropHeading();
    CHECK(section.isUnderHeading());
}
