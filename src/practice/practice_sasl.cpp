#include "practice/practice_sasl.h"

#include "base/base64.h"
#include "practice/practice_dialogue.h"

namespace yomikae {

PracticeSasl::State PracticeSasl::begin(std::string_view argument) {
    reset();
    const auto [mechanism, initial] = commandAndArgument(argument);
    if (mechanism != "PLAIN" && mechanism != "LOGIN")
        return state_ = State::Unsupported;
    wanted_ = mechanism == "PLAIN" ? Wanted::Plain : Wanted::Name;
    state_ = State::Asking;
    return initial.empty() ? state_ : take(initial);
}

PracticeSasl::State PracticeSasl::take(std::string_view line) {
    if (line == "*")
        return state_ = State::Cancelled;
    const auto bytes = fromBase64(line);
    if (!bytes)
        return state_ = State::Broken;
    if (wanted_ == Wanted::Plain)
        return takePlain(*bytes);
    if (wanted_ == Wanted::Name) {
        username_ = *bytes;
        wanted_ = Wanted::Password;
        return state_;
    }
    password_ = *bytes;
    return state_ = State::Complete;
}

// authorization identity NUL user name NUL password
PracticeSasl::State PracticeSasl::takePlain(const std::string& bytes) {
    const std::size_t first = bytes.find('\0');
    const std::size_t second = first == std::string::npos ? first : bytes.find('\0', first + 1);
    if (second == std::string::npos)
        return state_ = State::Broken;
    username_ = bytes.substr(first + 1, second - first - 1);
    password_ = bytes.substr(second + 1);
    return state_ = State::Complete;
}

std::string PracticeSasl::challenge() const {
    switch (wanted_) {
    case Wanted::Name: return base64("Username:");
    case Wanted::Password: return base64("Password:");
    case Wanted::Plain: break;
    }
    return {};
}

} // namespace yomikae
