// The first half of most commands: profiles and a certificate from files, with everything that is wrong said at once.
#pragma once

#include "certificate/read_certificate.h"
#include "cli/console.h"
#include "profile/catalog.h"
#include "translation/translation.h"

#include <memory>
#include <optional>
#include <string>

namespace yomikae::cli {

/// The profiles in force. What is wrong with a profile is told and costs only that profile; nothing where `folder`
/// (--profiles) is no folder.
std::optional<Catalog> loadCatalog(const std::string& folder, const Console& console);

/// A certificate (JSON or the text of a paper); a text is read with the labels of the provider that it turns out to be
/// of. Nothing after the problems were told; `nothingReadable` (may be null) says whether the paper held nothing at
/// all.
std::optional<ReadCertificate> loadCertificate(const std::string& bytes, const std::string& file,
                                               const Catalog& catalog, const Console& console,
                                               bool* nothingReadable = nullptr);

/// A certificate and the profiles that it is read with.
struct Opened {
    Catalog catalog;
    ReadCertificate read;
};
/// Of bytes that were read already; `profiles` is the folder of --profiles or "". Nothing after the problems were told.
std::optional<Opened> openCertificate(const std::string& bytes, const std::string& file, const std::string& profiles,
                                      const Console& console, bool* nothingReadable = nullptr);
/// Of a file that the person named; "-" is standard input.
std::optional<Opened> openCertificateFile(const std::string& file, const std::string& profiles, const Console& console,
                                          bool* nothingReadable = nullptr);

/// The bytes of a certificate's file; "-" is standard input. A photo is said to be one, however large.
Result<std::string> readCertificateFile(const std::string& file);

/// Certificate -> Translation; the doubts of reading come before those of translating. Nothing after the problems were
/// told.
std::optional<Translation> loadTranslation(const ReadCertificate& read, const Catalog& catalog, Preference preference,
                                           const std::string& file, const Console& console);

} // namespace yomikae::cli
