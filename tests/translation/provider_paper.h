// A paper as the program reads it, with the labels of the provider that it turns out to be of, and all that came out of
// it as lines that can be compared: "pop_port: 110", "now pop_server: changed pop.example.jp".
#pragma once

#include "certificate/labels.h"
#include "certificate/read_certificate.h"
#include "profile/catalog.h"
#include "translation/translation.h"

#include <string>
#include <vector>

namespace yomikae::test {

ReadCertificate readWithOwnLabels(const std::string& bytes, const Catalog& catalog, const Labels& common);

/// The fields in the order of the contract, without password; then "doubt: LINE CODE FIELD".
std::vector<std::string> linesOf(const ReadCertificate& reading);
/// Provider and variant, the eleven fields, the best incoming and outgoing endpoint, questions, doubts.
std::vector<std::string> linesOf(const Translation& translation);

/// Whether the certificate's password is exactly this one ("" = none). Nobody can read it, so it strikes itself out.
bool passwordIs(const Certificate& certificate, const std::string& password);

} // namespace yomikae::test
