#include "mailapp/mail_app.h"

#include "base/text.h"

#include <algorithm>

namespace yomikae {

namespace {

std::string folded(std::string_view word) {
    return lowerAscii(foldTyped(word));
}

bool isCalled(const MailApp& app, const std::string& word) {
    const auto same = [&](const std::string& name) { return folded(name) == word; };
    return same(app.id) || same(app.names.ja) || same(app.names.en) ||
           std::any_of(app.aliases.begin(), app.aliases.end(), same);
}

} // namespace

const MailApp* findMailApp(const std::vector<MailApp>& apps, std::string_view word) {
    const std::string wanted = folded(word);
    const auto found =
        std::find_if(apps.begin(), apps.end(), [&](const MailApp& app) { return isCalled(app, wanted); });
    return wanted.empty() || found == apps.end() ? nullptr : &*found;
}

} // namespace yomikae
