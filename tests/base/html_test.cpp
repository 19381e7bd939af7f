#include "base/html.h"
#include "support/catch.h"

using namespace yomikae;

TEST_CASE("text is shown letter for letter in HTML, in an element and in an attribute") {
    CHECK(htmlEscaped("<b>\"a\" & 'b'</b>") == "&lt;b&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/b&gt;");
    CHECK(htmlEscaped("会員登録証 &amp;") == "会員登録証 &amp;amp;");
    CHECK(htmlEscaped("").empty());
}
