// The server's side of SASL PLAIN (RFC 4616) and LOGIN (draft-murchison-sasl-login).
#pragma once

#include <string>
#include <string_view>

namespace yomikae {

class PracticeSasl {
  public:
    enum class State {
        Idle,
        Asking,     ///< `challenge` is due
        Complete,   ///< `username` and `password` are there
        Cancelled,  ///< the client said "*"
        Broken,     ///< no base64, or not what the mechanism needs
        Unsupported ///< another mechanism
    };

    State begin(std::string_view argument); ///< of AUTH: "PLAIN" or "PLAIN <initial response>" or "LOGIN"
    State take(std::string_view line);
    State state() const { return state_; }
    void reset() { *this = {}; }
    std::string challenge() const; ///< base64
    const std::string& username() const { return username_; }
    const std::string& password() const { return password_; }

  private:
    enum class Wanted { Plain, Name, Password };
    State takePlain(const std::string& bytes);
    State state_ = State::Idle;
    Wanted wanted_ = Wanted::Plain;
    std::string username_;
    std::string password_;
};

} // namespace yomikae
