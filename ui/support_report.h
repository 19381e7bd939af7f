// What a person copies for the provider's support desk: the values, every attempt, what the servers said. No password.
#pragma once

#include "base/secret.h"
#include "probe/report.h"
#include "translation/translation.h"
#include "verdict/verdict.h"
#include "words/words.h"

#include <QString>

namespace yomikae::ui {

/// `report` and `judgement` may be null. `password` is struck out wherever it might stand.
QString supportReport(const Translation& translation, const RunReport* report, const Judgement* judgement,
                      const Secret& password, Language language);

} // namespace yomikae::ui
