// An anonymous confirmation: what a proven run says about a profile, and nothing about the person. It holds the
// profile's own words for host and user name (templates, never filled in), so that neither the address nor a host name
// of the person's own can be in it.
#pragma once

#include "base/endpoint.h"
#include "base/mechanism.h"
#include "base/partial_date.h"
#include "base/problem.h"

#include <cstdint>
#include <string>
#include <vector>

namespace yomikae {

/// A server at which a login succeeded, over TLS with a certificate without a fault.
struct ConfirmedEndpoint {
    Protocol protocol = Protocol::Pop3;
    std::string host; ///< as the profile writes it: "secure.plala.or.jp", "${initial_domain}.sakura.ne.jp"
    std::uint16_t port = 0;
    Security security = Security::ImplicitTls;
    Mechanism mechanism = Mechanism::Plain;
    std::string username; ///< the form as the profile writes it: "${address}", "${local}"
    friend bool operator==(const ConfirmedEndpoint&, const ConfirmedEndpoint&) = default;
};

struct Confirmation {
    std::string provider; ///< the id of the profile that names the endpoints
    std::string variant;  ///< of that profile, where its own endpoints were used, or ""
    std::vector<ConfirmedEndpoint> endpoints;
    PartialDate date;    ///< to the day
    std::string program; ///< "yomikae 0.1.0"
    friend bool operator==(const Confirmation&, const Confirmation&) = default;
};

/// The text to save: a short JSON object that a person can read before they hand it on.
std::string confirmationJson(const Confirmation& confirmation);

/// Strict: every problem with its place, unknown keys are errors. Codes: json-…, confirmation-text, profile-date,
/// profile-empty-list, profile-newer-format, profile-twice.
Result<Confirmation> readConfirmation(std::string text, std::string file);

} // namespace yomikae
