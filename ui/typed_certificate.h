// The fields of page 2 as the person typed or pasted them, with what was made of them. The password is not here.
#pragma once

#include "certificate/certificate.h"
#include "certificate/labels.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace yomikae::ui {

/// Where the text of a field comes from.
enum class Origin { Typed, Pasted };

/// The fields in the order of the paper; the password stands behind the account.
const std::vector<PaperField>& paperFields();

class TypedCertificate {
  public:
    std::string text(PaperField field) const;
    Origin origin(PaperField field) const;
    void type(PaperField field, std::string text);

    /// Full-width letters and outer blanks become half-width ones. True where that changed what is seen.
    bool fold(PaperField field);
    /// What stood there before it was folded; "" = was not.
    std::string beforeFolding(PaperField field) const;
    void undoFolding(PaperField field);

    /// Takes over every field that `read` holds; others stay.
    void take(const Certificate& read);

    std::string provider; ///< chosen by hand: a profile's id, or ""

    /// Every field folded. A port or date that is none is left out; `misread` names those fields.
    Certificate certificate() const;
    std::vector<PaperField> misread() const;
    bool empty() const;

  private:
    struct Entry {
        std::string text;
        std::string before;       ///< as it was typed, where it was folded
        bool keepAsTyped = false; ///< the folding was taken back
        Origin origin = Origin::Typed;
    };
    std::map<PaperField, Entry> entries_;
    std::string paperText_;
};

} // namespace yomikae::ui
