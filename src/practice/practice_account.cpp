#include "practice/practice_account.h"

#include <algorithm>
#include <utility>

namespace yomikae {

bool PracticeMailbox::add(std::string text) {
    if (messages_.size() >= MostMessages || text.size() > MostBytes)
        return false;
    messages_.push_back({++lastUid_, std::move(text)});
    return true;
}

void PracticeMailbox::remove(int uid) {
    messages_.erase(
        std::remove_if(messages_.begin(), messages_.end(), [uid](const Message& one) { return one.uid == uid; }),
        messages_.end());
}

} // namespace yomikae
