// The labels that papers print, as data: "POPサーバ" -> pop_server. The common ones come from resources/labels.json; a
// provider's own ones are handed in by the caller and win.
#pragma once

#include "base/problem.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace yomikae {

/// What a label stands for. Up to ImapPort: one key of the certificate's JSON. Then those that need their surroundings.
enum class PaperField {
    Provider,
    Issued,
    MailAddress,
    MailAccount,
    MailPassword,
    PopServer,
    PopPort,
    SmtpServer,
    SmtpPort,
    SmtpAccount,
    IncomingSecurity,
    OutgoingSecurity,
    ImapServer,
    ImapPort,
    Server,   ///< a server of the section it stands in; for receiving and sending where it stands in none
    Port,     ///< of the server above it
    Security, ///< of the server above it
    Incoming, ///< a heading: what follows is about receiving
    Outgoing, ///< a heading: what follows is about sending
    Other     ///< an id, password or number that does not log in to mail
};
std::string_view
name(PaperField field); ///< "mail_address", …, "server", "port", "security", "incoming", "outgoing", "other"

/// Labels by the certificate's JSON key (and the words above).
using LabelTable = std::vector<std::pair<std::string, std::vector<std::string>>>;

/// How much a label says. A value under a higher one wins over a value under a lower one.
enum class LabelRank {
    General, ///< "パスワード": of the mail or of something else
    Common,  ///< "メールパスワード"
    Own      ///< a label of this provider
};

struct LabelMatch {
    PaperField field = PaperField::Other;
    LabelRank rank = LabelRank::General;
    std::size_t end = 0; ///< the byte behind the label in the text that was searched
};

class Labels {
  public:
    /// The same labels with a provider's own ones, which win. Keys that are no field are left out. A label of both
    /// pop_server and smtp_server is one server for receiving and sending.
    Labels with(const LabelTable& own) const;

    /// The longest label that begins exactly at byte `at` of a line folded by foldWidth. Letter case, blanks, brackets,
    /// hyphens and the long vowel mark make no difference.
    std::optional<LabelMatch> longestAt(std::string_view line, std::size_t at) const;

    bool empty() const { return entries_.empty(); }

  private:
    friend Result<Labels> readLabels(std::string json, std::string file);
    struct Entry {
        std::string squeezed;
        PaperField field;
        LabelRank rank;
    };
    /// The entries that begin with what has been read so far.
    using Range = std::pair<std::vector<Entry>::const_iterator, std::vector<Entry>::const_iterator>;
    static Range narrowed(Range range, std::size_t depth, std::string_view next);
    void add(PaperField field, LabelRank rank, const std::string& label);
    void sort();
    std::vector<Entry> entries_; ///< sorted by `squeezed`, each once
};

/// resources/labels.json. Every problem with its place.
Result<Labels> readLabels(std::string json, std::string file);

} // namespace yomikae
