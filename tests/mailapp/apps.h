// The files of resources/mailapps, read once, for the tests.
#pragma once

#include "mailapp/mail_app.h"

#include "support/catch.h"
#include "support/files.h"

namespace yomikae::test {

inline const std::vector<MailApp>& mailApps() {
    static const std::vector<MailApp> apps = [] {
        std::vector<MailApp> all;
        for (const std::string& file : sourceFiles("resources/mailapps", ".json"))
            if (auto app = readMailApp(sourceFile(file), file))
                all.push_back(*app);
        return all;
    }();
    return apps;
}

inline const MailApp& mailApp(const std::string& word) {
    const MailApp* app = findMailApp(mailApps(), word);
    INFO(word);
    REQUIRE(app != nullptr);
    return *app;
}

} // namespace yomikae::test
