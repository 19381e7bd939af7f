// yomikae-cli providers: who is known, and everything that is known about one.
#include "cli/command_line.h"
#include "cli/json_out.h"
#include "cli/load.h"

#include "base/mail_address.h"

#include <nlohmann/json.hpp>

namespace yomikae::cli {

namespace {

const ProviderProfile* find(const Catalog& catalog, const std::string& word) {
    if (const auto* byId = catalog.byId(word))
        return byId;
    if (const auto address = mailAddress(word))
        return catalog.byDomain(address->domain);
    if (const auto* byDomain = catalog.byDomain(word))
        return byDomain;
    return catalog.byName(word);
}

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts)
        out += (out.empty() ? "" : ", ") + part;
    return out;
}

std::string statusText(const ProviderProfile& profile, Language language) {
    const ServiceStatus& status = profile.status;
    return say("status-" + std::string(name(status.state)), language) +
           (status.until ? " " + dateWords(toString(*status.until), language) : "");
}

std::string endpointText(const ProfileEndpoint& endpoint, Language language) {
    return padded(std::string(name(endpoint.protocol)), 6) +
           padded(endpoint.host + ":" + std::to_string(endpoint.port), 34) +
           padded(say("sheet-security-" + std::string(name(endpoint.security)), language), 16) +
           say("evidence-" + std::string(name(endpoint.evidence)), language) +
           (endpoint.recommended ? "  " + say("show-recommended", language) : "");
}

void listAll(const Catalog& catalog, bool json, const Console& console) {
    auto rows = nlohmann::ordered_json::array();
    for (const ProviderProfile& profile : catalog.profiles())
        rows.push_back(toJson(profile, false));
    if (json) {
        console.out(jsonText({{"providers", rows}}));
        return;
    }
    for (const ProviderProfile& profile : catalog.profiles())
        console.out(padded(profile.id, 16) + padded(pick(profile.names, console.language()), 34) +
                    padded(statusText(profile, console.language()), 28) + padded(profile.checked, 12) +
                    joined(profile.domains) + "\n");
}

void showText(const ProviderProfile& profile, const Console& console) {
    const Language language = console.language();
    const auto line = [&](const char* code, const std::string& value) {
        if (!value.empty())
            console.out(padded(say(code, language), 16) + value + "\n");
    };
    console.out(pick(profile.names, language) + " (" + profile.id + ")\n");
    line("show-former", joined(profile.formerNames));
    line("show-domains", joined(profile.domains));
    line("show-documents", joined(profile.documents));
    line("show-status", statusText(profile, language));
    line("show-note", pick(profile.status.note, language));
    line("show-checked", profile.checked);
    for (const ProfileEndpoint& endpoint : profile.endpoints)
        line("show-endpoint", endpointText(endpoint, language));
    for (const ProfileStep& step : profile.steps)
        line("show-step", pick(step.text, language) + (step.url.empty() ? "" : " " + step.url));
    line("show-support", profile.supportUrl);
    line("show-webmail", profile.webmailUrl);
}

} // namespace

int runProviders(const QStringList& arguments, Console& console) {
    QCommandLineParser parser;
    addOption(parser, console.language(), "json");
    addOption(parser, console.language(), "profiles", "DIR");
    if (const auto over = parse(parser, *commandNamed("providers"), arguments, 0, 2, console))
        return *over;
    const QStringList words = parser.positionalArguments();
    if (!words.isEmpty() && (words.size() != 2 || words[0] != QStringLiteral("show"))) {
        console.tell(message("see-help",
                             {{"synopsis", "yomikae-cli providers show ID|DOMAIN|ADDRESS"}, {"command", "providers"}}));
        return ExitStatus::WrongInput;
    }
    const auto catalog = loadCatalog(parser.value(QStringLiteral("profiles")).toStdString(), console);
    if (!catalog)
        return ExitStatus::WrongInput;
    if (words.isEmpty()) {
        listAll(*catalog, parser.isSet(QStringLiteral("json")), console);
        return ExitStatus::Yes;
    }
    const ProviderProfile* found = find(*catalog, words[1].toStdString());
    if (found == nullptr) {
        console.tell(message("provider-unknown", {{"word", shown(words[1])}}));
        return ExitStatus::No;
    }
    if (parser.isSet(QStringLiteral("json")))
        console.out(jsonText(toJson(*found, true)));
    else
        showText(*found, console);
    return ExitStatus::Yes;
}

} // namespace yomikae::cli
