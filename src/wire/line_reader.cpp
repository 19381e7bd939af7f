#include "wire/line_reader.h"

#include <utility>

namespace yomikae {

void LineReader::add(std::string_view bytes) {
    total_ += bytes.size();
    if (tooLong_)
        return; // an endless line must not fill the memory
    if (at_ != 0) {
        buffer_.erase(0, at_);
        at_ = 0;
    }
    buffer_ += bytes;
    if (buffer_.size() > limits::AnswerLine && buffer_.find('\n') == std::string::npos)
        stopReading();
}

std::optional<std::string> LineReader::next() {
    if (tooLong_)
        return std::nullopt;
    const auto end = buffer_.find('\n', at_);
    const std::size_t size = (end == std::string::npos ? buffer_.size() : end + 1) - at_;
    if (size > limits::AnswerLine) {
        stopReading();
        return std::nullopt;
    }
    if (end == std::string::npos)
        return std::nullopt;
    std::size_t length = size - 1;
    if (length != 0 && buffer_[at_ + length - 1] == '\r')
        --length;
    std::string line = buffer_.substr(at_, length);
    at_ += size;
    return line;
}

void LineReader::stopReading() {
    tooLong_ = true;
    buffer_.resize(at_ + limits::ShownServerText); // enough to show what it was
    buffer_.shrink_to_fit();
}

std::string LineReader::drain() {
    std::string rest = buffer_.substr(at_);
    buffer_.clear();
    at_ = 0;
    return rest;
}

} // namespace yomikae
