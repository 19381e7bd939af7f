// A short mail from an address to itself, made to be found again.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace yomikae {

/// By what the mail is known again: servers may replace the Message-ID, but leave a field of our own alone.
struct MessageMark {
    std::string id; ///< with its angle brackets, in the domain of the address: the machine's name is nobody's business
    std::string token; ///< letters and digits that nobody guesses
    friend bool operator==(const MessageMark&, const MessageMark&) = default;
};

struct TestMessage {
    std::string address; ///< as `standsInPath` allows
    std::string token;   ///< letters and digits, at least 16, from a good source of chance
    std::chrono::sys_seconds date{};
    std::string subject; ///< UTF-8, one line
    std::string text;    ///< UTF-8
};

MessageMark markOf(const TestMessage& message);

/// RFC 5322, MIME in 7 bit, Auto-Submitted (RFC 3834) so that no vacation notice answers. Lines end in CRLF.
std::string composed(const TestMessage& message);

/// RFC 2047: as many encoded words as it needs, each on a line of its own.
std::string encodedWords(std::string_view utf8);

/// Looks for a mark in the header of a mail, line by line (folded fields too).
class MarkSeeker {
  public:
    explicit MarkSeeker(MessageMark mark) : mark_(std::move(mark)) {}
    void line(std::string_view line);
    bool seen() const { return seen_; }
    void reset();

  private:
    MessageMark mark_;
    std::string field_; ///< lower case, of the field that the last line belongs to
    bool header_ = true;
    bool seen_ = false;
};

} // namespace yomikae
