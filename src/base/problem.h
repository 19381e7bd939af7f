// Bad input (a paper, JSON, a file, a person's slip) is a list of Problems: all of them at once, each with its place.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace yomikae {

/// Where in the input. Line and column count from 1 (columns in characters, not bytes); 0 = no such place.
struct Place {
    std::string file; ///< as the person named it; "-" for standard input
    int line = 0;
    int column = 0;
    std::string pointer; ///< JSON pointer (RFC 6901), "" for the whole document or where there is none
    friend bool operator==(const Place&, const Place&) = default;
};

/// One thing that is wrong with the input. `code` names its sentence in `src/words`, which has the places
/// {subject}, {found} and {allowed}.
struct Problem {
    std::string code;
    Place place;
    std::string subject;  ///< the key, field or file that it is about
    std::string found;    ///< what stands there
    std::string allowed;  ///< what may stand there
    bool warning = false; ///< true: worth saying, but the input is used
    friend bool operator==(const Problem&, const Problem&) = default;
};

/// A value, or the reasons why there is none. A value may come with warnings.
template <class T> struct Result {
    std::optional<T> value;
    std::vector<Problem> problems;

    explicit operator bool() const { return value.has_value(); }
    T& operator*() { return *value; }
    const T& operator*() const { return *value; }
    T* operator->() { return &*value; }
    const T* operator->() const { return &*value; }
};

} // namespace yomikae
