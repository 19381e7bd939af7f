// Codes and arguments -> sentences in Japanese and English. The only place in the engine with sentences.
#pragma once

#include "base/message.h"
#include "base/problem.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace yomikae {

enum class Language { Japanese, English };
std::optional<Language> languageNamed(std::string_view word); ///< "ja", "en"

/// One sentence with {name} places. A place is filled with the argument of that name; where a text differs by language
/// (a profile's text) with the argument "name.ja" or "name.en", the other language if one is empty.
/// {name:date} writes an ISO date ("2028-03-31", "2009-08", "2019") as people write it. Each table lies beside its
/// subject in src/words/*_phrases.cpp, sorted by code.
struct Phrase {
    std::string_view code;
    std::string_view ja;
    std::string_view en;
};
using Phrases = std::span<const Phrase>;

// one table a subject; a test checks that every code exists once and that ja and en use the same places
Phrases basePhrases();                 ///< problems of any JSON file
Phrases certificatePhrases();          ///< doubts about a paper
Phrases profilePhrases();              ///< problems of profile and JSON files
Phrases translationPhrases();          ///< reasons
Phrases discoveryPhrases();            ///< what a domain publishes
Phrases outcomePhrases();              ///< one explanation an outcome (and its special cases)
Phrases verdictPhrases();              ///< verdicts and advice
Phrases sheetPhrases();                ///< headings and labels of the sheet
Phrases knowledgePhrases();            ///< `yomikae-cli profiles` and confirmations
Phrases commandPhrases();              ///< the command line's own messages
Phrases sendTestPhrases();             ///< a message to oneself
std::span<const Phrases> allPhrases(); ///< every table above

/// "2028年3月31日" and "31 March 2028"; what is no date comes back as it is.
std::string dateWords(std::string_view iso, Language language);

/// Both languages. An unknown code gives the code itself, so that nothing is ever silent (a test makes sure it does not
/// happen).
Text say(const Message& message);
std::string say(const Message& message, Language language);
/// The phrase of a code without arguments.
std::string say(std::string_view code, Language language);
/// A profile's text in a language, the other one where it is missing.
std::string pick(const Text& text, Language language);
/// "file:line:column: /pointer: sentence"; parts that are unknown are left out.
std::string say(const Problem& problem, Language language);

} // namespace yomikae
