// One table of values and their words for each closed list of the program; both directions read the same table.
#pragma once

#include <optional>
#include <string_view>

namespace yomikae {

/// One row: a value of an enum and the word for it in JSON and on the command line.
template <class E> struct Named {
    E value;
    std::string_view name;
};

/// The word for `value`; the table must hold every value of the enum (a test says so), else "".
template <class E, std::size_t N> constexpr std::string_view nameIn(const Named<E> (&table)[N], E value) {
    for (const Named<E>& row : table)
        if (row.value == value)
            return row.name;
    return {};
}

/// The value that `name` stands for, exactly as written; nothing for an unknown word (never a default).
template <class E, std::size_t N>
constexpr std::optional<E> valueIn(const Named<E> (&table)[N], std::string_view name) {
    for (const Named<E>& row : table)
        if (row.name == name)
            return row.value;
    return std::nullopt;
}

} // namespace yomikae
