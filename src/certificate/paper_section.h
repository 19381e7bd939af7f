// Internal to this folder: the part of a paper that a line stands in, and what a label means there: "サーバー名" below
// "送信" is the SMTP server.
#pragma once

#include "certificate/labels.h"
#include "certificate/paper_lines.h"

namespace yomikae {

class PaperSection {
  public:
    /// The next labelled value. A heading opens a section for all that follows; "SMTPサーバ: …" in a flat list does
    /// not.
    void enter(const LabelledValue& value);
    /// What waited for a value was a heading.
    void dropHeading() { underHeading_ = true; }

    /// What a label means in this section; one that stays as it is means no single field.
    PaperField fieldOf(PaperField field) const;
    bool isOpen() const { return part_ == Part::None; } ///< nothing said yet whether it is for receiving or for sending
    bool isOutgoing() const { return part_ == Part::Outgoing; }
    bool isUnderHeading() const { return underHeading_; }

  private:
    enum class Part { None, Incoming, Imap, Outgoing };
    static Part partOf(PaperField field, Part before);
    PaperField choose(PaperField open, PaperField incoming, PaperField imap, PaperField outgoing) const;
    Part part_ = Part::None;
    bool underHeading_ = false;
};

} // namespace yomikae
