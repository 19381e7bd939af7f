// What the sheet tells `mailapp` about the settings, and the words that it gets for them.
#pragma once

#include "mailapp/app_words.h"
#include "sheet/endpoint_choice.h"

namespace yomikae {

AppSituation appSituation(const Translation& translation, const RunReport* report, const Judgement* judgement,
                          const EndpointChoice& incoming, const EndpointChoice& outgoing, bool oauthOnly);

/// The app's words; the sheet's own where `app` is null.
AppWords sheetWords(const MailApp* app, const AppSituation& situation, Language language);

inline const AppVocabulary& vocabularyOf(const MailApp& app, Language language) {
    return language == Language::Japanese ? app.ja : app.en;
}

} // namespace yomikae
