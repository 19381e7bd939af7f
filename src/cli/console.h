// What the person sees while a command runs: messages and progress on standard error, results on standard output.
#pragma once

#include "base/problem.h"
#include "base/secret.h"
#include "words/words.h"

#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yomikae::cli {

/// Exit statuses of the contract.
enum ExitStatus : int { Yes = 0, No = 1, WrongInput = 2, Interrupted = 3 };

/// Keeps `name=value` together while a Message is made.
Message message(std::string code, std::vector<std::pair<std::string, std::string>> arguments = {});

class Console {
  public:
    explicit Console(Language language) : language_(language) {}
    Language language() const { return language_; }
    void setLanguage(Language language) { language_ = language; }

    void out(std::string_view text) const;                 ///< standard output, as it is
    void tell(const Message& message) const;               ///< standard error, one line
    void tell(const std::vector<Problem>& problems) const; ///< each problem a line
    void note(std::string_view line) const;                ///< standard error, as it is
    /// A line that the next one overwrites; nothing where standard error is no terminal.
    void progress(const std::string& line);
    void endProgress();
    bool isTerminal() const;
    /// False after a write to standard output failed (closed pipe, full disk).
    bool outputOk() const;
    /// It failed for nobody reads any more (`| head -1`), which is no fault.
    bool readerIsGone() const { return readerIsGone_; }

  private:
    mutable bool readerIsGone_ = false;
    Language language_;
    bool progressShown_ = false;
};

/// An argument of the command line as it may stand in a message: short and without control characters.
std::string shown(const QString& argument);

/// Characters that fit side by side with CJK ones counted twice.
std::size_t columns(std::string_view utf8);
/// At least `width` columns, and at least one blank behind the text.
std::string padded(std::string_view utf8, std::size_t width);

} // namespace yomikae::cli
