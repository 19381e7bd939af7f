// What goes with a practice provider: its profile, the member registration certificate of its one member, both made of
// the ports that it happened to get.
#pragma once

#include "practice/practice_account.h"

#include <cstdint>
#include <string>

namespace yomikae {

/// Where the practice servers listen on 127.0.0.1; 0 = not in this scenario.
struct PracticePorts {
    std::uint16_t pop3s = 0;      ///< stands in for 995
    std::uint16_t pop3 = 0;       ///< stands in for 110; STLS unless the scenario is old-paper
    std::uint16_t smtps = 0;      ///< stands in for 465
    std::uint16_t submission = 0; ///< stands in for 587; STARTTLS
    std::uint16_t smtp = 0;       ///< stands in for 25; never answers (op25b), or plain (old-paper)
};

/// `oldPaper`: the servers are as old as the paper: no TLS, and the user name without @.
std::string practiceProfile(const PracticePorts& ports, bool oldPaper);

/// In the format of certificates, with the password.
std::string practiceCertificate(const std::string& password);

/// The same as it was printed.
std::string practicePaper(const std::string& password);

} // namespace yomikae
