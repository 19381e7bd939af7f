#include "reading.h"

#include "certificate/read_json.h"
#include "support/files.h"

namespace yomikae::test {

const Labels& commonLabels() {
    static const Labels labels = *readLabels(sourceFile("resources/labels.json"), "labels.json");
    return labels;
}

Result<ReadCertificate> read(const std::string& bytes, const Labels& labels) {
    return readCertificate(bytes, "paper.txt", labels);
}

std::vector<std::string> fields(const Certificate& certificate) {
    struct {
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(int number) const { return std::to_string(number); }
        std::string operator()(const std::map<std::string, std::string>& answers) const {
            std::string all;
            for (const auto& [key, answer] : answers)
                all += (all.empty() ? "" : ", ") + key + "=" + answer;
            return all;
        }
    } const shown;
    std::vector<std::string> lines;
    for (const auto& [key, value] : certificateFields(certificate))
        if (key != "format")
            lines.push_back(key + ": " + std::visit(shown, value));
    return lines;
}

std::vector<std::string> doubts(const ReadCertificate& reading) {
    std::vector<std::string> lines;
    for (const Doubt& doubt : reading.doubts)
        lines.push_back(std::to_string(doubt.line) + " " + doubt.message.code + (doubt.field.empty() ? "" : " ") +
                        doubt.field);
    return lines;
}

std::vector<std::string> codes(const std::vector<Problem>& problems) {
    std::vector<std::string> found;
    for (const Problem& problem : problems)
        found.push_back(problem.code);
    return found;
}

bool passwordIs(const Certificate& certificate, const std::string& password) {
    const Secret& secret = certificate.mailPassword;
    return secret.size() == password.size() && secret.struckOut(password) == (password.empty() ? "" : "****");
}

} // namespace yomikae::test
