#include "base/base64.h"
#include "base/secret.h"
#include "support/catch.h"

#include <concepts>
#include <ostream>
#include <string>
#include <utility>

using namespace yomikae;

namespace yomikae {

/// In this test only: reads a secret to see that it is kept.
class SecretInput {
  public:
    static std::string bytes(const Secret& secret) { return std::string(ReleasedSecret(secret).bytes()); }
};

} // namespace yomikae

template <class T>
concept Printable = requires(std::ostream& out, const T& value) {
    out << value;
};

TEST_CASE("a secret cannot be printed or compared by accident") {
    STATIC_REQUIRE_FALSE(Printable<Secret>);
    STATIC_REQUIRE_FALSE(std::equality_comparable<Secret>);
    STATIC_REQUIRE_FALSE(std::constructible_from<ReleasedSecret, const Secret&>);
    STATIC_REQUIRE_FALSE(std::convertible_to<Secret, std::string>);
}

TEST_CASE("what is taken over is wiped at its old place") {
    std::string plain = "himitsu-S3cret-and-long-enough-for-the-heap";
    const char* old = plain.data();
    const Secret secret(std::move(plain));
    CHECK(old[0] == '\0');
    CHECK(SecretInput::bytes(secret) == "himitsu-S3cret-and-long-enough-for-the-heap");
}

TEST_CASE("copies and moves keep the secret, a moved-from one is empty") {
    Secret a(std::string("himitsu"));
    Secret b = a;
    Secret c = std::move(a);
    a = b;
    b = std::move(c);
    CHECK(SecretInput::bytes(a) == "himitsu");
    CHECK(SecretInput::bytes(b) == "himitsu");
    CHECK(c.empty()); // NOLINT(bugprone-use-after-move): that is the point
}

TEST_CASE("line breaks and NUL in a password are seen") {
    CHECK(Secret(std::string("a\nb")).hasLineBreakOrNul());
    CHECK(Secret(std::string("a\rb")).hasLineBreakOrNul());
    CHECK(Secret(std::string("a\0b", 3)).hasLineBreakOrNul());
    CHECK_FALSE(Secret(std::string("a b")).hasLineBreakOrNul());
    CHECK(Secret(std::string(" ab")).hasOuterBlank());
    CHECK(Secret(std::string("ab\t")).hasOuterBlank());
    CHECK_FALSE(Secret(std::string("a b")).hasOuterBlank());
    CHECK_FALSE(Secret().hasOuterBlank());
    CHECK_FALSE(Secret(std::string("パス")).isAscii());
}

TEST_CASE("a server's echo of the password is struck out, in base64 too") {
    const Secret secret(std::string("himitsu"));
    CHECK(secret.struckOut("-ERR himitsu is wrong, himitsu") == "-ERR **** is wrong, ****");
    CHECK(secret.struckOut("535 " + base64("himitsu")) == "535 ****");
    CHECK(Secret().struckOut("nothing") == "nothing");
}

TEST_CASE("base64 of RFC 4648 goes both ways") {
    const std::pair<const char*, const char*> rows[] = {{"", ""},
                                                        {"f", "Zg=="},
                                                        {"fo", "Zm8="},
                                                        {"foo", "Zm9v"},
                                                        {"foob", "Zm9vYg=="},
                                                        {"fooba", "Zm9vYmE="},
                                                        {"foobar", "Zm9vYmFy"}};
    for (const auto& [plain, coded] : rows) {
        CHECK(base64(plain) == coded);
        CHECK(fromBase64(coded) == plain);
    }
}

TEST_CASE("what is no canonical base64 is refused") {
    for (const char* bad : {"Z", "Zg", "Zg=", "Zh==", "Zm9=", "Z===", "====", "Zg==Zg==", "Rubbish!!", "Zm 9", "QQ"})
        CHECK_FALSE(fromBase64(bad));
}
