#include "words/words.h"

#include "base/partial_date.h"
#include "base/text.h"

#include <algorithm>
#include <array>

namespace yomikae {

namespace {

/// Found texts come from files and servers; longer ones hide the sentence around them.
constexpr std::size_t FoundShown = 200;
constexpr std::size_t AllowedShown = 2000; ///< what may be written is known here, and half a list is of no use

constexpr const char* MonthNames[] = {"January", "February", "March",     "April",   "May",      "June",
                                      "July",    "August",   "September", "October", "November", "December"};

using Arguments = std::vector<std::pair<std::string, std::string>>;

const Phrase* phraseOf(std::string_view code) {
    for (const Phrases& table : allPhrases()) {
        const auto row =
            std::lower_bound(table.begin(), table.end(), code,
                             [](const Phrase& phrase, std::string_view wanted) { return phrase.code < wanted; });
        if (row != table.end() && row->code == code)
            return &*row;
    }
    return nullptr;
}

std::string_view argumentNamed(const Arguments& arguments, std::string_view name) {
    for (const auto& [key, value] : arguments)
        if (key == name)
            return value;
    return {};
}

bool hasArgument(const Arguments& arguments, std::string_view name) {
    return std::any_of(arguments.begin(), arguments.end(), [&](const auto& argument) {
        return argument.first == name ||
               (argument.first.size() == name.size() + 3 && argument.first.starts_with(name) &&
                (argument.first.ends_with(".ja") || argument.first.ends_with(".en")));
    });
}

/// The text for one place ("host", "until:date"); nothing where no argument has that name.
std::optional<std::string> placeValue(std::string_view place, const Arguments& arguments, Language language) {
    const bool date = place.ends_with(":date");
    const std::string name(date ? place.substr(0, place.size() - 5) : place);
    if (!hasArgument(arguments, name))
        return std::nullopt;
    std::string value(argumentNamed(arguments, name));
    if (value.empty())
        value = pick(
            {std::string(argumentNamed(arguments, name + ".ja")), std::string(argumentNamed(arguments, name + ".en"))},
            language);
    return date ? dateWords(value, language) : value;
}

/// One pass over the phrase: what an argument brings is never looked at again, so a server's "{user}" stays what it is.
std::string filled(std::string_view phrase, const Arguments& arguments, Language language) {
    std::string text;
    while (!phrase.empty()) {
        const std::size_t open = std::min(phrase.find('{'), phrase.size());
        text += phrase.substr(0, open);
        phrase.remove_prefix(open);
        const std::size_t close = phrase.find('}');
        if (phrase.empty() || close == std::string_view::npos) {
            text += phrase;
            break;
        }
        text += placeValue(phrase.substr(1, close - 1), arguments, language)
                    .value_or(std::string(phrase.substr(0, close + 1)));
        phrase.remove_prefix(close + 1);
    }
    return text;
}

std::string placeText(const Place& place) {
    std::string text = place.file;
    if (place.line > 0)
        text += (text.empty() ? "" : ":") + std::to_string(place.line);
    if (place.line > 0 && place.column > 0)
        text += ":" + std::to_string(place.column);
    if (!text.empty())
        text += ": ";
    if (!place.pointer.empty())
        text += place.pointer + ": ";
    return text;
}

} // namespace

std::optional<Language> languageNamed(std::string_view word) {
    if (word == "ja")
        return Language::Japanese;
    if (word == "en")
        return Language::English;
    return std::nullopt;
}

std::string dateWords(std::string_view iso, Language language) {
    const std::optional<PartialDate> date = partialDate(iso);
    if (!date)
        return std::string(iso);
    const auto number = [](int value) { return std::to_string(value); };
    if (language == Language::Japanese)
        return number(date->year) + "年" + (date->month ? number(date->month) + "月" : "") +
               (date->day ? number(date->day) + "日" : "");
    return (date->day ? number(date->day) + " " : "") +
           (date->month ? MonthNames[date->month - 1] + std::string(" ") : "") + number(date->year);
}

std::span<const Phrases> allPhrases() {
    static const std::array tables{basePhrases(),        certificatePhrases(), profilePhrases(),
                                   translationPhrases(), discoveryPhrases(),   outcomePhrases(),
                                   verdictPhrases(),     sheetPhrases(),       knowledgePhrases(),   commandPhrases(),
                                   sendTestPhrases()};
    return tables;
}

Text say(const Message& message) {
    return {say(message, Language::Japanese), say(message, Language::English)};
}

std::string say(const Message& message, Language language) {
    const Phrase* phrase = phraseOf(message.code);
    if (!phrase)
        return message.code;
    return filled(language == Language::Japanese ? phrase->ja : phrase->en, message.arguments, language);
}

std::string say(std::string_view code, Language language) {
    return say(Message{std::string(code), {}}, language);
}

std::string pick(const Text& text, Language language) {
    const std::string& wanted = language == Language::Japanese ? text.ja : text.en;
    const std::string& other = language == Language::Japanese ? text.en : text.ja;
    return wanted.empty() ? other : wanted;
}

std::string say(const Problem& problem, Language language) {
    const Message message{problem.code,
                          {{"subject", printable(problem.subject, FoundShown)},
                           {"found", printable(problem.found, FoundShown)},
                           {"allowed", printable(problem.allowed, AllowedShown)}}};
    return printable(placeText(problem.place), FoundShown * 3) + say(message, language);
}

} // namespace yomikae
