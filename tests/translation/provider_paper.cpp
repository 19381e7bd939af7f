#include "translation/provider_paper.h"

#include "certificate/read_json.h"
#include "support/catch.h"
#include "translation/read_paper.h"

namespace yomikae::test {

namespace {

std::string shown(const FieldValue& value) {
    if (const auto* number = std::get_if<int>(&value))
        return std::to_string(*number);
    const auto* text = std::get_if<std::string>(&value);
    return text ? *text : "(answers)";
}

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words)
        all += (all.empty() ? "" : ", ") + word;
    return all;
}

/// "imap imap.example.jp:993 tls as taro, taro@example.jp", "pop3 ?server:995 tls as taro" where a question is open.
std::string best(const std::vector<TranslatedEndpoint>& endpoints) {
    if (endpoints.empty())
        return "none";
    const TranslatedEndpoint& e = endpoints.front();
    const std::string host = e.host.empty() ? "?" + e.needs : e.host;
    return std::string(name(e.protocol)) + " " + host + ":" + std::to_string(e.port) + " " +
           std::string(name(e.security)) + " as " + joined(e.usernames) +
           (e.origin == HostOrigin::Paper ? " (only on the paper)" : "");
}

} // namespace

ReadCertificate readWithOwnLabels(const std::string& bytes, const Catalog& catalog, const Labels& common) {
    auto read = readPaper(bytes, "paper.txt", catalog, common);
    REQUIRE(read);
    return *read;
}

std::vector<std::string> linesOf(const ReadCertificate& reading) {
    std::vector<std::string> lines;
    for (const auto& [key, value] : certificateFields(reading.certificate))
        if (key != "format")
            lines.push_back(key + ": " + shown(value));
    for (const Doubt& doubt : reading.doubts)
        lines.push_back("doubt: " + std::to_string(doubt.line) + " " + doubt.message.code +
                        (doubt.field.empty() ? "" : " ") + doubt.field);
    return lines;
}

std::vector<std::string> linesOf(const Translation& translation) {
    std::vector<std::string> lines{"provider: " + translation.provider + (translation.variant.empty() ? "" : "/") +
                                   translation.variant};
    for (const FieldChange& change : translation.changes)
        lines.push_back("now " + std::string(name(change.field)) + ": " + std::string(name(change.change)) +
                        (change.now.empty() ? "" : " ") + change.now);
    lines.push_back("incoming: " + best(translation.incoming));
    lines.push_back("outgoing: " + best(translation.outgoing));
    for (const TranslatedQuestion& question : translation.questions)
        lines.push_back("asks: " + question.key);
    for (const Doubt& doubt : translation.doubts)
        lines.push_back("doubt: " + doubt.message.code + " " + doubt.field);
    return lines;
}

bool passwordIs(const Certificate& certificate, const std::string& password) {
    const Secret& secret = certificate.mailPassword;
    return secret.size() == password.size() && secret.struckOut(password) == (password.empty() ? "" : "****");
}

} // namespace yomikae::test
