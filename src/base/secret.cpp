#include "base/secret.h"

#include "base/base64.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace yomikae {

namespace {

/// The volatile writes must happen even though nobody reads the bytes again.
void overwrite(char* bytes, std::size_t size) noexcept {
    volatile char* at = bytes;
    for (std::size_t i = 0; i < size; ++i)
        at[i] = 0;
}

/// In one pass: a password of one letter in a long text must not cost its square.
void replaceAll(std::string& text, std::string_view what, std::string_view by) {
    auto at = what.empty() ? std::string::npos : text.find(what);
    if (at == std::string::npos)
        return;
    std::string out;
    std::size_t from = 0;
    for (; at != std::string::npos; at = text.find(what, from)) {
        out.append(text, from, at - from);
        out += by;
        from = at + what.size();
    }
    out.append(text, from);
    wipe(text);
    text = std::move(out);
}

} // namespace

void wipe(std::string& text) noexcept {
    overwrite(text.data(), text.size());
    text.clear();
}

Secret::Secret(std::string&& plain) {
    if (!plain.empty()) {
        bytes_ = new char[plain.size()];
        size_ = plain.size();
        std::memcpy(bytes_, plain.data(), size_);
    }
    yomikae::wipe(plain);
}

Secret::Secret(const Secret& other) {
    if (other.size_ != 0) {
        bytes_ = new char[other.size_];
        size_ = other.size_;
        std::memcpy(bytes_, other.bytes_, size_);
    }
}

Secret::Secret(Secret&& other) noexcept
    : bytes_(std::exchange(other.bytes_, nullptr)), size_(std::exchange(other.size_, 0)) {}

Secret& Secret::operator=(const Secret& other) {
    if (this != &other)
        *this = Secret(other);
    return *this;
}

Secret& Secret::operator=(Secret&& other) noexcept {
    if (this != &other) {
        wipe();
        bytes_ = std::exchange(other.bytes_, nullptr);
        size_ = std::exchange(other.size_, 0);
    }
    return *this;
}

Secret::~Secret() {
    wipe();
}

void Secret::wipe() noexcept {
    overwrite(bytes_, size_);
    delete[] bytes_;
    bytes_ = nullptr;
    size_ = 0;
}

bool Secret::hasLineBreakOrNul() const {
    return std::any_of(bytes_, bytes_ + size_, [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

bool Secret::hasOuterBlank() const {
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    return size_ > 0 && (isBlank(bytes_[0]) || isBlank(bytes_[size_ - 1]));
}

bool Secret::isAscii() const {
    return std::none_of(bytes_, bytes_ + size_, [](char c) { return (static_cast<unsigned char>(c) & 0x80u) != 0; });
}

std::string Secret::struckOut(std::string text) const {
    if (empty())
        return text;
    replaceAll(text, std::string_view(bytes_, size_), "****");
    std::string coded = base64(std::string_view(bytes_, size_));
    replaceAll(text, coded, "****");
    yomikae::wipe(coded);
    return text;
}

std::string_view ReleasedSecret::bytes() const {
    return {secret_.bytes_, secret_.size_};
}

} // namespace yomikae
