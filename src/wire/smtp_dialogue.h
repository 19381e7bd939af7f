// SMTP as a dialogue; see wire/dialogue.h.
#pragma once

#include "wire/dialogue.h"

#include <memory>

namespace yomikae {

std::unique_ptr<Dialogue> makeSmtpDialogue(const DialogueOptions& options);

} // namespace yomikae
