// The few things that differ between systems: terminals and interruption. POSIX and Windows each in one place of
// terminal.cpp.
#pragma once

#include <cstdio>
#include <functional>
#include <optional>
#include <string>

namespace yomikae::cli::terminal {

bool isTerminal(std::FILE* file);

/// Asks on standard error and reads a line from the terminal without showing it. Nothing where there is no terminal or
/// the person ended the input.
std::optional<std::string> askUnseen(const std::string& prompt);

/// Reads one line (without its end) from an open file descriptor; at most `limit` bytes. Nothing where it cannot be
/// read.
std::optional<std::string> readDescriptor(int descriptor, std::size_t limit);

/// From now on Ctrl-C and a request to end set a flag that `interrupted` returns, instead of ending the process. A
/// second one ends it.
void catchInterrupts();
bool interrupted();

} // namespace yomikae::cli::terminal
