// Internal to this folder: messages with a profile's texts in them.
#pragma once

#include "certificate/certificate.h"

#include <string>
#include <utility>
#include <vector>

namespace yomikae {

using Arguments = std::vector<std::pair<std::string, std::string>>;

inline Doubt doubtAbout(std::string field, std::string code, Arguments arguments) {
    return {{std::move(code), std::move(arguments)}, std::move(field), 0};
}

/// A text that differs by language goes in as two arguments, "name.ja" and "name.en".
inline Arguments withText(Arguments arguments, const std::string& name, const Text& text) {
    arguments.emplace_back(name + ".ja", text.ja);
    arguments.emplace_back(name + ".en", text.en);
    return arguments;
}

} // namespace yomikae
