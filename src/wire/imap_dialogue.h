// IMAP as a dialogue; see wire/dialogue.h.
#pragma once

#include "wire/dialogue.h"

#include <memory>

namespace yomikae {

std::unique_ptr<Dialogue> makeImapDialogue(const DialogueOptions& options);

} // namespace yomikae
