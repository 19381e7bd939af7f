#include "cli/load.h"

#include "net/data_files.h"
#include "net/read_paper.h"

namespace yomikae::cli {

Catalog loadCatalog(const std::string& folder, const Console& console) {
    ReadCatalog read = profilesInForce(folder);
    console.tell(read.problems);
    return std::move(read.catalog);
}

std::optional<ReadCertificate> loadCertificate(const std::string& bytes, const std::string& file,
                                               const Catalog& catalog, const Console& console, bool* nothingReadable) {
    auto labels = commonLabels();
    console.tell(labels.problems);
    if (!labels)
        return std::nullopt;
    auto read = readPaper(bytes, file, catalog, *labels);
    console.tell(read.problems);
    if (nothingReadable != nullptr)
        *nothingReadable = !read.problems.empty() && read.problems.front().code == "paper-nothing-readable";
    return std::move(read.value);
}

std::optional<Translation> loadTranslation(const ReadCertificate& read, const Catalog& catalog, Preference preference,
                                           const std::string& file, const Console& console) {
    auto translation = translate(read.certificate, catalog, preference);
    for (Problem& problem : translation.problems)
        if (problem.place.file.empty())
            problem.place.file = file;
    console.tell(translation.problems);
    if (translation)
        translation->doubts.insert(translation->doubts.begin(), read.doubts.begin(), read.doubts.end());
    return std::move(translation.value);
}

} // namespace yomikae::cli
