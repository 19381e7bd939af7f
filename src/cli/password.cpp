#include "cli/password.h"

#include "base/limits.h"
#include "base/secret.h"
#include "cli/files.h"
#include "cli/terminal.h"

namespace yomikae::cli {

namespace {

constexpr std::string_view ByteOrderMark = "\xEF\xBB\xBF";
/// Bytes around a password of the greatest length.
constexpr std::size_t Around = ByteOrderMark.size() + 2;

Problem problem(const char* code, const std::string& subject) {
    return {code, {subject, 0, 0, {}}, subject, {}, std::to_string(limits::Password), false};
}

/// One line end at the end belongs to the file, not to the password.
void cutLineEnd(std::string& text) {
    if (!text.empty() && text.back() == '\n')
        text.pop_back();
    if (!text.empty() && text.back() == '\r')
        text.pop_back();
}

/// The mark that Windows' Notepad puts before a text: it would be sent as part of the password.
void cutByteOrderMark(std::string& text) {
    if (text.compare(0, ByteOrderMark.size(), ByteOrderMark) != 0)
        return;
    std::string rest = text.substr(ByteOrderMark.size());
    wipe(text);
    text = std::move(rest);
}

bool isUtf16(const std::string& text) {
    return text.compare(0, 2, "\xFF\xFE") == 0 || text.compare(0, 2, "\xFE\xFF") == 0;
}

/// Of a file or a descriptor that the person named; an empty one is a slip, not the wish to go without.
Result<Secret> checked(std::string plain, const std::string& subject) {
    Result<Secret> result;
    const bool utf16 = isUtf16(plain);
    cutByteOrderMark(plain);
    const bool tooLong = plain.size() > limits::Password;
    Secret secret(std::move(plain));
    if (secret.empty())
        result.problems.push_back(problem("password-empty", subject));
    else if (utf16)
        result.problems.push_back(problem("password-utf16", subject));
    else if (tooLong)
        result.problems.push_back(problem("password-too-long", subject));
    else if (secret.hasLineBreakOrNul())
        result.problems.push_back(problem("password-line-break", subject));
    else
        result.value = std::move(secret);
    return result;
}

Result<Secret> given(const CheckOptions& options, const Secret& fromCertificate, const std::string& account,
                     const Console& console) {
    if (!options.passwordFile.empty()) {
        if (terminal::isLinkOfAnother(options.passwordFile))
            return {std::nullopt, {problem("password-link-of-another", options.passwordFile)}};
        auto text = readInput(options.passwordFile, limits::Password + Around);
        if (!text)
            return {std::nullopt, std::move(text.problems)};
        cutLineEnd(*text);
        return checked(std::move(*text), options.passwordFile);
    }
    if (options.passwordDescriptor) {
        const std::string descriptor = "--password-fd " + std::to_string(*options.passwordDescriptor);
        auto line = terminal::readDescriptor(*options.passwordDescriptor, limits::Password + Around);
        if (!line)
            return {std::nullopt, {problem("password-fd-unreadable", descriptor)}};
        return checked(std::move(*line), descriptor);
    }
    if (!fromCertificate.empty())
        return {fromCertificate, {}};
    auto typed = terminal::askUnseen(say(message("ask-password", {{"account", account}}), console.language()));
    return typed && !typed->empty() ? checked(std::move(*typed), "") : Result<Secret>{Secret{}, {}};
}

} // namespace

Result<Secret> passwordFor(const CheckOptions& options, const Secret& fromCertificate, const std::string& account,
                           const Console& console) {
    Result<Secret> password = given(options, fromCertificate, account, console);
    if (password && password->hasOuterBlank())
        console.tell(message("password-outer-blank"));
    if (password && !password->isAscii())
        console.tell(message("password-not-ascii"));
    return password;
}

} // namespace yomikae::cli
