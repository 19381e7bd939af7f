// RFC 2449 5, 6 (CAPA), RFC 5034 3 (SASL), RFC 5321 4.1.1.1 and RFC 4954 3 (EHLO, AUTH), RFC 9051 6.1.1 (CAPABILITY).
#include "wire/capabilities.h"

#include "base/limits.h"
#include "base/text.h"

#include <algorithm>
#include <utility>

namespace yomikae {

namespace {

std::string upper(std::string_view word) {
    std::string out(word);
    for (char& c : out)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    return out;
}

template <class T> void addOnce(std::vector<T>& to, T what) {
    if (std::find(to.begin(), to.end(), what) == to.end())
        to.push_back(std::move(what));
}

/// The words USER, APOP and LOGIN-COMMAND name commands, not SASL mechanisms.
bool isSasl(Mechanism m) {
    return m != Mechanism::UserPass && m != Mechanism::ImapLogin && m != Mechanism::Apop;
}

void addMechanism(Capabilities& to, std::string_view word) {
    std::string name = upper(word);
    const auto known = mechanismNamed(name);
    if (known && isSasl(*known))
        addOnce(to.mechanisms, *known);
    else
        addOnce(to.otherMechanisms, std::move(name));
}

void keepLine(Capabilities& to, std::string_view line) {
    to.known = true;
    if (to.lines.size() < limits::AnswerLines)
        to.lines.emplace_back(line);
}

} // namespace

std::vector<std::string_view> wordsOf(std::string_view line) {
    constexpr std::string_view blanks = " \t";
    std::vector<std::string_view> words;
    auto at = line.find_first_not_of(blanks);
    while (at != std::string_view::npos) {
        const auto end = std::min(line.find_first_of(blanks, at), line.size());
        words.push_back(line.substr(at, end - at));
        at = line.find_first_not_of(blanks, end);
    }
    return words;
}

void addPop3Line(Capabilities& to, std::string_view line) {
    keepLine(to, line);
    const auto words = wordsOf(line);
    if (words.empty())
        return;
    if (equalsIgnoringCase(words[0], "STLS"))
        to.startTls = true;
    else if (equalsIgnoringCase(words[0], "USER"))
        to.userPass = true;
    else if (equalsIgnoringCase(words[0], "SASL"))
        std::for_each(words.begin() + 1, words.end(), [&](std::string_view word) { addMechanism(to, word); });
    to.saslIr = !to.mechanisms.empty();
}

void addSmtpLine(Capabilities& to, std::string_view line) {
    keepLine(to, line);
    auto words = wordsOf(line);
    if (words.empty())
        return;
    if (equalsIgnoringCase(words[0], "STARTTLS"))
        to.startTls = true;
    const bool oldForm = equalsIgnoringCase(words[0].substr(0, 5), "AUTH="); // "AUTH=LOGIN PLAIN", before RFC 2554
    if (oldForm)
        words[0].remove_prefix(5);
    else if (equalsIgnoringCase(words[0], "AUTH"))
        words.erase(words.begin());
    else
        return;
    to.saslIr = true;
    for (const std::string_view word : words)
        if (!word.empty())
            addMechanism(to, word);
}

void addImapWords(Capabilities& to, std::string_view words) {
    keepLine(to, words);
    to.userPass = true;
    for (const std::string_view word : wordsOf(words)) {
        if (equalsIgnoringCase(word, "STARTTLS"))
            to.startTls = true;
        else if (equalsIgnoringCase(word, "SASL-IR"))
            to.saslIr = true;
        else if (equalsIgnoringCase(word.substr(0, 5), "AUTH="))
            addMechanism(to, word.substr(5));
    }
    for (const std::string& line : to.lines)
        for (const std::string_view word : wordsOf(line))
            if (equalsIgnoringCase(word, "LOGINDISABLED"))
                to.userPass = false;
}

} // namespace yomikae
