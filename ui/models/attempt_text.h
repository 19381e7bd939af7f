// One door of the matrix in full: what was found, the certificate, times, and what was said.
#pragma once

#include "ui/session.h"

#include <QString>

namespace yomikae::ui {

/// Plain text in short lines. Secrets were struck out before it came into the report.
QString attemptText(const Attempt& attempt, Language language);
/// "S: …" and "C: …", a line each.
QString conversationText(const Attempt& attempt);
/// Whom the certificate names, who made it, from when to when, its fingerprint; "" where none was seen.
QString certificateText(const Attempt& attempt, Language language);

} // namespace yomikae::ui
