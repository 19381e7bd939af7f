// What a paper says, collected value by value: which one wins, and what is doubtful about it.
#pragma once

#include "certificate/certificate.h"
#include "certificate/labels.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace yomikae {

/// Where a value stands on the paper.
struct ValueOrigin {
    PaperField field = PaperField::Other;
    LabelRank rank = LabelRank::General;
    bool besideOtherId = false; ///< right under an id that is not for mail, so probably that id's
    std::string label;
    int line = 0;
};

/// The values of one paper by field. A value under a label that says more wins; every loser is a doubt.
class PaperNotes {
  public:
    PaperNotes() = default;
    PaperNotes(const PaperNotes&) = delete;
    PaperNotes& operator=(const PaperNotes&) = delete;
    ~PaperNotes(); ///< wipes

    void put(const ValueOrigin& found, std::string value);
    bool has(PaperField field) const;
    const std::string& value(PaperField field) const;

    using Arguments = std::vector<std::pair<std::string, std::string>>;
    /// A code without its "certificate-". Of one kind (code and field) three are kept, and how many more there were,
    /// so the list has an end however long the paper.
    void doubt(std::string_view code, PaperField field, int line, Arguments arguments = {});
    /// A secret that is not the mail password (本パスワード): it is kept out of everything that is shown.
    void keepSecret(std::string secret);

    bool nothing() const;
    /// The certificate and its doubts, by line; passwords are struck out of all of it.
    ReadCertificate finished(std::string paperText);

  private:
    struct Slot {
        std::optional<ValueOrigin> found;
        std::string value;
    };
    Slot& slot(PaperField field) { return slots_[static_cast<std::size_t>(field)]; }
    const Slot& slot(PaperField field) const { return slots_[static_cast<std::size_t>(field)]; }
    void sureDoubt(std::string_view code, PaperField field, int line, Arguments arguments);
    void countTheRest();
    void settle(Slot& slot, const ValueOrigin& found, std::string value);
    void doubtsOfThePassword();
    Certificate certificate();

    std::array<Slot, static_cast<std::size_t>(PaperField::Other) + 1> slots_;
    std::vector<Doubt> doubts_;
    std::map<std::pair<std::string, PaperField>, std::size_t> kinds_; ///< how many doubts of one kind there were
    std::vector<Secret> secrets_;
};

} // namespace yomikae
