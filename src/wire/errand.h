// What is still to be done on a connection once its login is proven, in place of the good-bye. The dialogue hands its
// lines over until the errand is done.
#pragma once

#include <string>
#include <string_view>

namespace yomikae {

struct ErrandStep {
    enum class Then {
        GoOn, ///< an answer is due, or more of it
        Quit, ///< done; the dialogue says good-bye
        Close ///< done, and nothing more is to be said
    };
    std::string bytes{}; ///< to send, with CRLF
    std::string shown{}; ///< the same for the transcript, shortened where it is long
    Then then = Then::GoOn;
};

/// One errand serves one login. What it came to is kept in it, whatever becomes of the connection; a dialogue never
/// fails for it.
class Errand {
  public:
    virtual ~Errand() = default;
    virtual ErrandStep begin() = 0;
    /// A line from the server without its CRLF.
    virtual ErrandStep line(std::string_view line) = 0;
    /// False while a QUIT would be taken for something else.
    virtual bool mayQuit() const { return true; }
};

} // namespace yomikae
