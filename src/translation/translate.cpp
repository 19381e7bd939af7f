#include "translation/answers.h"
#include "translation/current_endpoints.h"
#include "translation/field_changes.h"
#include "translation/paper_doubts.h"
#include "translation/recognise.h"
#include "translation/translation.h"

#include "base/text.h"

#include <algorithm>

namespace yomikae {

namespace {

Problem addressProblem(const Certificate& certificate) {
    const std::string typed = trimmed(certificate.mailAddress);
    return {typed.empty() ? "certificate-no-address" : "certificate-address-not-valid",
            {"", 0, 0, "/mail_address"},
            "mail_address",
            typed,
            {},
            false};
}

std::vector<TranslatedStep> stepsFor(const Recognised& recognised, const PaperFacts& paper) {
    std::vector<TranslatedStep> steps;
    const Variant* variant = recognised.endpointVariant();
    const bool replaced = variant && !variant->steps.empty();
    for (const ProfileStep& step : replaced ? variant->steps : recognised.serving->steps)
        if (holds(step.when, paper) != Holds::No) // an open question may still make it necessary
            steps.push_back({step.id, step.text, step.where, step.why, step.url, step.forProtocol});
    return steps;
}

/// In the profiles' order, each once.
std::vector<TranslatedQuestion> questionsFor(const Recognised& recognised, const std::vector<std::string>& asked) {
    std::vector<TranslatedQuestion> questions;
    const auto add = [&](const ProviderProfile& profile) {
        for (const Question& question : profile.questions) {
            const bool wanted = std::find(asked.begin(), asked.end(), question.key) != asked.end();
            const bool listed = std::any_of(questions.begin(), questions.end(),
                                            [&](const auto& other) { return other.key == question.key; });
            if (wanted && !listed)
                questions.push_back({question.key, question.text, question.where, question.example, question.choices});
        }
    };
    add(*recognised.profile);
    if (recognised.serving != recognised.profile)
        add(*recognised.serving);
    return questions;
}

void describeProvider(Translation& out, const Recognised& recognised) {
    const ProviderProfile& profile = *recognised.profile;
    const ProviderProfile& serving = *recognised.serving;
    out.provider = profile.id;
    out.providerNames = profile.names;
    out.documentName = profile.documents.empty() ? "" : profile.documents.front();
    out.status = recognised.status();
    out.statusSource = sourceText(&recognised.status() == &serving.status ? serving : profile, out.status->source);
    out.checked = serving.checked;
    out.signIn = serving.signIn;
    out.failures = serving.failures;
    out.limits = serving.limits;
    out.notes = serving.notes;
    out.supportUrl = serving.supportUrl.empty() ? profile.supportUrl : serving.supportUrl;
    out.webmailUrl = serving.webmailUrl;
    out.onlyThesePorts = serving.onlyThesePorts;
}

void describeVariant(Translation& out, const Recognised& recognised) {
    if (recognised.variant)
        out.variant = recognised.variant->id;
    for (const Variant* variant : {recognised.servingVariant, recognised.variant}) {
        if (!variant)
            continue;
        if (variant->signIn)
            out.signIn = variant->signIn;
        if (!variant->note.ja.empty() || !variant->note.en.empty())
            out.notes.insert(out.notes.begin(), variant->note);
    }
}

void append(std::vector<Doubt>& doubts, const std::vector<Doubt>& more) {
    doubts.insert(doubts.end(), more.begin(), more.end());
}

/// Answers decide between variants, and a variant may hand over to a profile with questions of its own.
Recognised recogniseWithAnswers(PaperFacts& paper, const Catalog& catalog, std::vector<Problem>& problems,
                                std::vector<Doubt>& doubts) {
    Recognised recognised = recognise(paper, catalog);
    if (!recognised.profile)
        return recognised;
    takeAnswers(paper, *recognised.profile, problems, doubts);
    chooseVariants(recognised, paper, catalog);
    if (recognised.serving != recognised.profile) {
        takeAnswers(paper, *recognised.serving, problems, doubts);
        recognised.doubts.pop_back(); // the hand-over is said by the second choice
        chooseVariants(recognised, paper, catalog);
    }
    return recognised;
}

} // namespace

Result<Translation> translate(const Certificate& certificate, const Catalog& catalog, Preference preference) {
    const auto address = mailAddress(certificate.mailAddress);
    if (!address)
        return {std::nullopt, {addressProblem(certificate)}};
    PaperFacts paper = paperFacts(certificate, *address);
    Result<Translation> result;
    Translation out;
    std::vector<Doubt> answered;
    const Recognised recognised = recogniseWithAnswers(paper, catalog, result.problems, answered);
    if (!result.problems.empty())
        return result;
    out.mailAddress = address->full();
    out.passwordGiven = !certificate.mailPassword.empty();
    CurrentEndpoints endpoints = currentEndpoints(recognised, paper, preference);
    if (recognised.profile) {
        describeProvider(out, recognised);
        describeVariant(out, recognised);
        out.steps = stepsFor(recognised, paper);
        endpoints.asked.insert(endpoints.asked.end(), recognised.asked.begin(), recognised.asked.end());
        out.questions = questionsFor(recognised, endpoints.asked);
    }
    out.incoming = std::move(endpoints.incoming);
    out.outgoing = std::move(endpoints.outgoing);
    out.changes = fieldChanges(recognised, paper, out);
    out.doubts = recognised.doubts;
    append(out.doubts, answered);
    append(out.doubts, paperDoubts(recognised, paper, catalog));
    result.value = std::move(out);
    return result;
}

} // namespace yomikae
