#include "certificate/paper_section.h"

namespace yomikae {

void PaperSection::enter(const LabelledValue& value) {
    const Part next = partOf(value.field, part_);
    const bool heading = value.field == PaperField::Incoming || value.field == PaperField::Outgoing;
    underHeading_ = (heading && value.value.empty()) || (underHeading_ && next == part_);
    part_ = next;
}

PaperSection::Part PaperSection::partOf(PaperField field, Part before) {
    switch (field) {
    case PaperField::PopServer:
    case PaperField::PopPort:
    case PaperField::Incoming: return Part::Incoming;
    case PaperField::ImapServer:
    case PaperField::ImapPort: return Part::Imap;
    case PaperField::SmtpServer:
    case PaperField::SmtpPort:
    case PaperField::Outgoing: return Part::Outgoing;
    default: return before;
    }
}

PaperField PaperSection::choose(PaperField open, PaperField incoming, PaperField imap, PaperField outgoing) const {
    switch (part_) {
    case Part::Incoming: return incoming;
    case Part::Imap: return imap;
    case Part::Outgoing: return outgoing;
    case Part::None: break;
    }
    return open;
}

PaperField PaperSection::fieldOf(PaperField field) const {
    switch (field) {
    case PaperField::Incoming: return PaperField::PopServer;
    case PaperField::Outgoing: return PaperField::SmtpServer;
    case PaperField::Server:
        return choose(field, PaperField::PopServer, PaperField::ImapServer, PaperField::SmtpServer);
    case PaperField::Port: return choose(field, PaperField::PopPort, PaperField::ImapPort, PaperField::SmtpPort);
    case PaperField::Security:
        return choose(field, PaperField::IncomingSecurity, PaperField::IncomingSecurity, PaperField::OutgoingSecurity);
    default: return field;
    }
}

} // namespace yomikae
