#include "cli/terminal.h"

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <iostream>

#ifdef _WIN32
#include <io.h>
#include <windows.h>
#else
#include <termios.h>
#include <unistd.h>
#endif

namespace yomikae::cli::terminal {

namespace {

std::atomic<bool> stopWanted{false};

void onSignal(int) {
    if (stopWanted.exchange(true))
        std::_Exit(3);
}

/// Shows typed characters again whatever happens.
class EchoOff {
  public:
#ifdef _WIN32
    EchoOff() : input_(GetStdHandle(STD_INPUT_HANDLE)) {
        GetConsoleMode(input_, &before_);
        SetConsoleMode(input_, before_ & ~DWORD{ENABLE_ECHO_INPUT});
    }
    ~EchoOff() {
        SetConsoleMode(input_, before_);
    }

  private:
    HANDLE input_;
    DWORD before_ = 0;
#else
    EchoOff() {
        tcgetattr(STDIN_FILENO, &before_);
        termios quiet = before_;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~EchoOff() {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    }

  private:
    termios before_{};
#endif
  public:
    EchoOff(const EchoOff&) = delete;
    EchoOff& operator=(const EchoOff&) = delete;
};

} // namespace

bool isTerminal(std::FILE* file) {
#ifdef _WIN32
    return _isatty(_fileno(file)) != 0;
#else
    return isatty(fileno(file)) != 0;
#endif
}

std::optional<std::string> askUnseen(const std::string& prompt) {
    if (!isTerminal(stdin))
        return std::nullopt;
    std::cerr << prompt << std::flush;
    std::string line;
    const EchoOff echoOff;
    const bool read = static_cast<bool>(std::getline(std::cin, line));
    std::cerr << '\n';
    return read ? std::optional(std::move(line)) : std::nullopt;
}

std::optional<std::string> readDescriptor(int descriptor, std::size_t limit) {
    std::string line;
    char c = 0;
    while (line.size() <= limit) {
#ifdef _WIN32
        const int got = _read(descriptor, &c, 1);
#else
        const ssize_t got = ::read(descriptor, &c, 1);
#endif
        if (got < 0)
            return std::nullopt;
        if (got == 0 || c == '\n')
            break;
        line += c;
    }
    if (!line.empty() && line.back() == '\r')
        line.pop_back();
    return line;
}

void catchInterrupts() {
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}

bool interrupted() {
    return stopWanted;
}

} // namespace yomikae::cli::terminal
