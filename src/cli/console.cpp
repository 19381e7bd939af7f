#include "cli/console.h"

#include "base/text.h"
#include "cli/terminal.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>

namespace yomikae::cli {

namespace {

void write(std::FILE* to, std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), to);
    std::fflush(to);
}

} // namespace

Message message(std::string code, std::vector<std::pair<std::string, std::string>> arguments) {
    return {std::move(code), std::move(arguments)};
}

void Console::out(std::string_view text) const {
    errno = 0;
    write(stdout, text);
    readerIsGone_ = readerIsGone_ || errno == EPIPE;
}

void Console::tell(const Message& what) const {
    write(stderr, say(what, language_) + "\n");
}

void Console::tell(const std::vector<Problem>& problems) const {
    for (Problem each : problems) {
        for (std::string* name : {&each.place.file, &each.subject})
            if (*name == "-")
                *name = say("standard-input", language_);
        write(stderr, say(each, language_) + "\n");
    }
}

void Console::note(std::string_view line) const {
    write(stderr, line);
}

void Console::progress(const std::string& line) {
    if (!isTerminal())
        return;
    write(stderr, "\r\x1B[K" + line);
    progressShown_ = true;
}

void Console::endProgress() {
    if (progressShown_)
        write(stderr, "\r\x1B[K");
    progressShown_ = false;
}

bool Console::isTerminal() const {
    return terminal::isTerminal(stderr);
}

bool Console::outputOk() const {
    return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

std::string shown(const QString& argument) {
    constexpr std::size_t Most = 200;
    return printable(argument.toStdString(), Most);
}

std::size_t columns(std::string_view utf8) {
    std::size_t count = 0;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        // one column for the first byte of a short sequence, two where three bytes or more begin (kana, kanji, full
        // width)
        if ((byte & 0xC0u) != 0x80)
            count += byte >= 0xE3 ? 2 : 1;
    }
    return count;
}

std::string padded(std::string_view utf8, std::size_t width) {
    std::string out(utf8);
    out.append(std::max<std::size_t>(width - std::min(width, columns(utf8)), 1), ' ');
    return out;
}

} // namespace yomikae::cli
