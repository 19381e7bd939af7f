// What the tests of this folder share: the common labels, and a reading as text that can be compared.
#pragma once

#include "certificate/labels.h"
#include "certificate/read_certificate.h"

#include <string>
#include <vector>

namespace yomikae::test {

const Labels& commonLabels();

/// readCertificate with the common labels.
Result<ReadCertificate> read(const std::string& bytes, const Labels& labels = commonLabels());

/// "pop_port: 110", one line a field, in the order of the contract, without format and password.
std::vector<std::string> fields(const Certificate& certificate);
/// "3 certificate-folded mail_address", one line a doubt.
std::vector<std::string> doubts(const ReadCertificate& reading);
/// The codes of problems.
std::vector<std::string> codes(const std::vector<Problem>& problems);

/// Whether the certificate's password is exactly this one ("" = none). Nobody can read it, so it strikes itself out.
bool passwordIs(const Certificate& certificate, const std::string& password);

} // namespace yomikae::test
