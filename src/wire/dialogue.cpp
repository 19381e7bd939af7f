#include "wire/dialogue.h"

#include "wire/imap_dialogue.h"
#include "wire/pop3_dialogue.h"
#include "wire/smtp_dialogue.h"

namespace yomikae {

std::unique_ptr<Dialogue> makeDialogue(Protocol protocol, const DialogueOptions& options) {
    switch (protocol) {
    case Protocol::Pop3: return makePop3Dialogue(options);
    case Protocol::Imap: return makeImapDialogue(options);
    case Protocol::Smtp: break;
    }
    return makeSmtpDialogue(options);
}

} // namespace yomikae
