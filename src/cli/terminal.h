// The few things that differ between systems: terminals and interruption. POSIX and Windows each in one place of
// terminal.cpp.
#pragma once

#include <cstdio>
#include <optional>
#include <string>

namespace yomikae::cli::terminal {

/// Early in `main`: a standard stream that was closed becomes one that always fails. Else the next file or socket gets
/// its number, and what is meant for the person goes there.
void holdStandardStreams();

bool isTerminal(std::FILE* file);

/// A link that another person (neither this one nor root) made: it can be turned to another file at any time.
bool isLinkOfAnother(const std::string& file);

/// Asks on standard error and reads a line from the terminal without showing it. Nothing where there is no terminal or
/// the person ended the input; Ctrl-C ends the program with the terminal as it was.
std::optional<std::string> askUnseen(const std::string& prompt);

/// Asks on standard error and reads a line as typed. Nothing where either is no terminal, at the end of the input, and as
/// soon as `interrupted` is true.
std::optional<std::string> ask(const std::string& prompt);

/// Reads one line (without its end) from an open file descriptor; at most `limit` bytes. Nothing where it cannot be
/// read.
std::optional<std::string> readDescriptor(int descriptor, std::size_t limit);

/// From now on Ctrl-C and a request to end set a flag that `interrupted` returns, instead of ending the process. A
/// second one ends it.
void catchInterrupts();
bool interrupted();

} // namespace yomikae::cli::terminal
