#include "cli/terminal.h"

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <iostream>

#ifdef _WIN32
#include <io.h>
#include <windows.h>
#else
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>
#endif

namespace yomikae::cli::terminal {

namespace {

constexpr std::size_t LineReserved = 2048; ///< more than a password has; growing would leave copies in memory

std::atomic<bool> stopWanted{false};

void onSignal(int) {
    if (stopWanted.exchange(true))
        std::_Exit(3);
}

constexpr int LookForInterrupt = 100; ///< ms

/// Waits a moment for a line to be typed.
bool inputIsThere() {
#ifdef _WIN32
    return true; // Ctrl-C ends a console's read by itself there
#else
    pollfd input{STDIN_FILENO, POLLIN, 0};
    return ::poll(&input, 1, LookForInterrupt) > 0;
#endif
}

#ifdef _WIN32

/// Shows typed characters again whatever happens.
class EchoOff {
  public:
    EchoOff() : input_(GetStdHandle(STD_INPUT_HANDLE)) {
        GetConsoleMode(input_, &before_);
        SetConsoleMode(input_, before_ & ~DWORD{ENABLE_ECHO_INPUT});
    }
    ~EchoOff() { SetConsoleMode(input_, before_); }
    EchoOff(const EchoOff&) = delete;
    EchoOff& operator=(const EchoOff&) = delete;

  private:
    HANDLE input_;
    DWORD before_ = 0;
};

#else

termios asItWas{}; // for the signal handler

void endUnseen(int) {
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &asItWas);
    std::_Exit(3);
}

/// Shows typed characters again whatever happens, Ctrl-C included.
class EchoOff {
  public:
    EchoOff() {
        tcgetattr(STDIN_FILENO, &asItWas);
        interrupt_ = std::signal(SIGINT, endUnseen);
        terminate_ = std::signal(SIGTERM, endUnseen);
        termios quiet = asItWas;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~EchoOff() {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &asItWas);
        std::signal(SIGINT, interrupt_);
        std::signal(SIGTERM, terminate_);
    }
    EchoOff(const EchoOff&) = delete;
    EchoOff& operator=(const EchoOff&) = delete;

  private:
    void (*interrupt_)(int) = SIG_DFL;
    void (*terminate_)(int) = SIG_DFL;
};

#endif

} // namespace

void holdStandardStreams() {
#ifndef _WIN32
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (::fcntl(stream, F_GETFD) < 0) // the lowest free number is taken: this one
            ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
#endif
}

bool isLinkOfAnother(const std::string& file) {
#ifdef _WIN32
    (void)file; // only administrators make links there
    return false;
#else
    struct stat link {};
    return ::lstat(file.c_str(), &link) == 0 && S_ISLNK(link.st_mode) && link.st_uid != ::geteuid() && link.st_uid != 0;
#endif
}

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
    line.reserve(LineReserved);
    const EchoOff echoOff;
    const bool read = static_cast<bool>(std::getline(std::cin, line));
    std::cerr << '\n';
    return read ? std::optional(std::move(line)) : std::nullopt;
}

std::optional<std::string> ask(const std::string& prompt) {
    if (!isTerminal(stdin) || !isTerminal(stderr))
        return std::nullopt;
    std::cerr << prompt << std::flush;
    while (!inputIsThere())
        if (interrupted()) {
            std::cerr << '\n';
            return std::nullopt;
        }
    std::string line;
    return std::getline(std::cin, line) ? std::optional(std::move(line)) : std::nullopt;
}

std::optional<std::string> readDescriptor(int descriptor, std::size_t limit) {
    std::string line;
    line.reserve(limit + 2); // no half password is left behind in memory that was outgrown
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
