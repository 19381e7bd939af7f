#include "base/endpoint.h"
#include "base/evidence.h"
#include "base/mechanism.h"
#include "base/outcome.h"
#include "base/partial_date.h"
#include "support/catch.h"

#include <set>
#include <string>

using namespace yomikae;

TEST_CASE("every outcome has its own word and the word leads back") {
    std::set<std::string_view> words;
    for (const Outcome outcome : allOutcomes()) {
        CHECK(outcomeNamed(name(outcome)) == outcome);
        words.insert(name(outcome));
    }
    CHECK(words.size() == allOutcomes().size());
    CHECK(allOutcomes().size() == static_cast<std::size_t>(Outcome::Skipped) + 1);
    CHECK_FALSE(outcomeNamed("LOGIN-OK"));
    CHECK_FALSE(outcomeNamed(""));
}

TEST_CASE("unknown words never become a default") {
    CHECK_FALSE(securityNamed("ssl"));
    CHECK_FALSE(securityNamed("TLS"));
    CHECK_FALSE(securityNamed(""));
    CHECK_FALSE(protocolNamed("pop"));
    CHECK_FALSE(mechanismNamed("plain"));
    CHECK_FALSE(evidenceNamed("true"));
    CHECK(securityNamed("none") == Security::None);
}

TEST_CASE("a port number alone suggests what papers mean by it") {
    CHECK(usualSecurity(Protocol::Pop3, 995) == Security::ImplicitTls);
    CHECK(usualSecurity(Protocol::Pop3, 110) == Security::None);
    CHECK(usualSecurity(Protocol::Smtp, 465) == Security::ImplicitTls);
    CHECK(usualSecurity(Protocol::Smtp, 587) == Security::StartTls);
    CHECK(usualSecurity(Protocol::Smtp, 25) == Security::None);
    CHECK_FALSE(usualSecurity(Protocol::Smtp, 995));
}

TEST_CASE("dates are a year, a month or a day, and real") {
    CHECK(partialDate("2004") == PartialDate{2004, 0, 0});
    CHECK(partialDate("2004-05") == PartialDate{2004, 5, 0});
    CHECK(partialDate("2004-02-29") == PartialDate{2004, 2, 29});
    for (const char* bad :
         {"", "04", "2004-13", "2004-00", "2003-02-29", "2004-5", "2004/05", "2004-05-32", "3004", "2004-05-"})
        CHECK_FALSE(partialDate(bad));
    for (const char* date : {"2004", "2004-05", "2004-05-31"})
        CHECK(toString(*partialDate(date)) == date);
    CHECK(*partialDate("2009-07-31") < *partialDate("2009-08"));
}
