#include "ui/knowledge.h"

#include "base/limits.h"
#include "net/data_files.h"
#include "net/mail_apps.h"
#include "net/trust.h"

namespace yomikae::ui {

namespace {

void append(std::vector<Problem>& problems, const std::vector<Problem>& more) {
    problems.insert(problems.end(), more.begin(), more.end());
}

void takeLabels(Knowledge& knowledge) {
    auto labels = commonLabels();
    append(knowledge.problems, labels.problems);
    if (labels)
        knowledge.labels = std::move(*labels);
}

} // namespace

std::shared_ptr<const Knowledge> readKnowledge(const std::string& profiles, const std::string& caFile) {
    auto knowledge = std::make_shared<Knowledge>();
    auto read = profilesInForce(profiles);
    knowledge->catalog = std::move(read.catalog);
    append(knowledge->problems, read.problems);
    takeLabels(*knowledge);
    auto apps = mailApps();
    append(knowledge->problems, apps.problems);
    if (apps)
        knowledge->mailApps = std::move(*apps);
    knowledge->trust = systemTrust();
    if (!caFile.empty()) {
        auto pem = readInput(caFile, limits::CertificateFile);
        append(knowledge->problems, pem.problems);
        if (pem) {
            append(knowledge->problems, knowledge->trust.addPem(*pem, caFile));
            knowledge->caPem = std::move(*pem);
        }
    }
    return knowledge;
}

std::shared_ptr<const Knowledge> practiceKnowledge(const std::string& profile, const std::string& caPem) {
    auto knowledge = std::make_shared<Knowledge>();
    ReadCatalog read = readCatalog({{"renshu.json", profile, false}});
    knowledge->catalog = std::move(read.catalog);
    knowledge->problems = std::move(read.problems);
    takeLabels(*knowledge);
    append(knowledge->problems, knowledge->trust.addPem(caPem, "ca.pem"));
    return knowledge;
}

} // namespace yomikae::ui
