// What the program knows about providers and papers, and whom it trusts: read once from files.
#pragma once

#include "certificate/labels.h"
#include "mailapp/mail_app.h"
#include "profile/catalog.h"
#include "profile/read_profile.h"
#include "tls/trust_store.h"

#include <memory>
#include <string>
#include <vector>

namespace yomikae::ui {

/// Immutable, so that it can come from another thread.
struct Knowledge {
    Catalog catalog;
    Labels labels;
    TrustStore trust;
    std::string caPem;             ///< of --ca-file
    std::vector<MailApp> mailApps; ///< whose words the sheet can speak
    std::vector<Problem> problems; ///< files that could not be used; they cost only themselves
};

/// Blocks: for a thread of its own. `profiles`: "" = the built-in ones and the person's own. `caFile`: one more trust
/// anchor, or "".
std::shared_ptr<const Knowledge> readKnowledge(const std::string& profiles, const std::string& caFile);

/// The practice provider alone, its profile and its authority: in practice nothing real is ever contacted. Reads the
/// common labels itself, one small file: who goes straight to practice is faster than all that is read in the
/// background.
std::shared_ptr<const Knowledge> practiceKnowledge(const std::string& profile, const std::string& caPem);

} // namespace yomikae::ui
