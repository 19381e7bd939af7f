// A certificate in JSON, as the command line takes it (format 1), and its fields in the order to write them.
#pragma once

#include "base/problem.h"
#include "certificate/certificate.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace yomikae {

/// Stands in place of a password in what `read --json` prints; taken back as "not given".
inline constexpr std::string_view PasswordMask = "********";

/// A certificate, or `{"certificate": {…}, "doubts": […]}` around one. Every problem at once, each with its place:
/// those of base/json.h, and input-not-an-address, input-not-a-host, input-not-a-date, input-password-line-break,
/// input-password-too-long. A mail address that is missing is a doubt. With `id` (may be null) the certificate is a row
/// of many and may have an `id` beside its keys, a text or a whole number.
Result<ReadCertificate> readCertificateJson(std::string json, std::string file, std::string* id = nullptr);

using FieldValue = std::variant<std::string, int, std::map<std::string, std::string>>;
/// What the certificate holds, by JSON key, in the order of the contract, without empty fields and without the
/// password: whoever writes it puts a mask behind "mail_account" where `mailPassword` is not empty.
std::vector<std::pair<std::string, FieldValue>> certificateFields(const Certificate& certificate);

} // namespace yomikae
