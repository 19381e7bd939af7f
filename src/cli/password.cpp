#include "cli/password.h"

#include "base/limits.h"
#include "cli/files.h"
#include "cli/terminal.h"

namespace yomikae::cli {

namespace {

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

/// Of a file or a descriptor that the person named; an empty one is a slip, not the wish to go without.
Result<Secret> checked(std::string plain, const std::string& subject) {
    Result<Secret> result;
    const bool tooLong = plain.size() > limits::Password;
    Secret secret(std::move(plain));
    if (secret.empty())
        result.problems.push_back(problem("password-empty", subject));
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
        auto text = readInput(options.passwordFile, limits::Password + 2);
        if (!text)
            return {std::nullopt, std::move(text.problems)};
        cutLineEnd(*text);
        return checked(std::move(*text), options.passwordFile);
    }
    if (options.passwordDescriptor) {
        const std::string descriptor = "--password-fd " + std::to_string(*options.passwordDescriptor);
        auto line = terminal::readDescriptor(*options.passwordDescriptor, limits::Password);
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
