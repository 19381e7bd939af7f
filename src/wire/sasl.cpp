// RFC 4616 (PLAIN), draft-murchison-sasl-login (LOGIN), RFC 2195 (CRAM-MD5), RFC 1939 7 (APOP).
#include "wire/sasl.h"

#include "base/base64.h"
#include "base/limits.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>

namespace yomikae {

namespace {

std::string hex(const unsigned char* bytes, unsigned size) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (unsigned i = 0; i < size; ++i) {
        out += digits[bytes[i] >> 4];
        out += digits[bytes[i] & 15];
    }
    return out;
}

std::string coded(std::string& plain) {
    std::string out = base64(plain);
    wipe(plain);
    return out;
}

bool isMessageId(std::string_view inside) {
    const auto at = inside.find('@');
    const bool printable = std::all_of(inside.begin(), inside.end(), [](char c) { return c > 32 && c < 127; });
    return printable && at != std::string_view::npos && at != 0 && at + 1 != inside.size() &&
           inside.find('@', at + 1) == std::string_view::npos;
}

} // namespace

std::optional<std::string> SaslExchange::initialResponse() const {
    if (mechanism_ != Mechanism::Plain)
        return std::nullopt;
    std::string message;
    message.reserve(2 + username_.size() + password_.bytes().size()); // no copy is left behind by growing
    message += '\0';
    message += username_;
    message += '\0';
    message += password_.bytes();
    return coded(message);
}

SaslAnswer SaslExchange::answer(std::string_view challenge) {
    if (challenge.size() > limits::Challenge)
        return {SaslAnswer::Kind::TooLong, {}, false};
    ++rounds_;
    if (mechanism_ == Mechanism::Plain && rounds_ == 1)
        return {SaslAnswer::Kind::Send, *initialResponse(), true};
    if (mechanism_ == Mechanism::Login && rounds_ == 1)
        return {SaslAnswer::Kind::Send, base64(username_), false};
    if (mechanism_ == Mechanism::Login && rounds_ == 2)
        return {SaslAnswer::Kind::Send, base64(password_.bytes()), true};
    if (mechanism_ == Mechanism::CramMd5 && rounds_ == 1)
        return answerCramMd5(challenge);
    return {SaslAnswer::Kind::TooMany, {}, false};
}

SaslAnswer SaslExchange::answerCramMd5(std::string_view challenge) const {
    const auto text = fromBase64(challenge);
    if (!text || text->empty())
        return {SaslAnswer::Kind::Cancel, {}, false};
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    const std::string_view key = password_.bytes();
    if (HMAC(EVP_md5(), key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char*>(text->data()),
             text->size(), digest, &size) == nullptr)
        return {SaslAnswer::Kind::Cancel, {}, false};
    return {SaslAnswer::Kind::Send, base64(username_ + ' ' + hex(digest, size)), true};
}

std::optional<std::string> apopStamp(std::string_view greeting) {
    auto open = std::string_view::npos;
    for (std::size_t i = 0; i < greeting.size(); ++i) {
        if (greeting[i] == '<')
            open = i;
        if (greeting[i] != '>' || open == std::string_view::npos)
            continue;
        if (isMessageId(greeting.substr(open + 1, i - open - 1)))
            return std::string(greeting.substr(open, i - open + 1));
        open = std::string_view::npos;
    }
    return std::nullopt;
}

std::optional<std::string> apopDigest(std::string_view stamp, const ReleasedSecret& password) {
    std::string message;
    message.reserve(stamp.size() + password.bytes().size());
    message += stamp;
    message += password.bytes();
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    const int done = EVP_Digest(message.data(), message.size(), digest, &size, EVP_md5(), nullptr);
    wipe(message);
    return done == 1 ? std::optional(hex(digest, size)) : std::nullopt;
}

} // namespace yomikae
