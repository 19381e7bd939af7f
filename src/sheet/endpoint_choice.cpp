#include "sheet/endpoint_choice.h"

#include <algorithm>

namespace yomikae {

namespace {

EndpointChoice fromAttempt(const Attempt& attempt, Proven::How how) {
    EndpointChoice choice;
    choice.proof = how == Proven::How::Login ? EndpointChoice::Proof::Login : EndpointChoice::Proof::Reached;
    choice.endpoint = attempt.candidate.endpoint;
    choice.mechanism = attempt.mechanism;
    choice.username = attempt.username;
    if (choice.username.empty() && !attempt.candidate.usernames.empty())
        choice.username = attempt.candidate.usernames.front();
    return choice;
}

/// A host that only the paper names, or that was made up by convention, is no better than the paper itself.
bool isKnown(const TranslatedEndpoint& endpoint) {
    return !endpoint.host.empty() && endpoint.origin != HostOrigin::Paper &&
           endpoint.origin != HostOrigin::Conventional;
}

EndpointChoice fromKnowledge(const std::vector<TranslatedEndpoint>& endpoints, bool incoming) {
    EndpointChoice choice;
    choice.endpoint.protocol = incoming ? Protocol::Pop3 : Protocol::Smtp;
    auto best = std::find_if(endpoints.begin(), endpoints.end(), isKnown);
    if (best == endpoints.end()) // the port and the encryption may be known where the host waits for an answer
        best = std::find_if(endpoints.begin(), endpoints.end(),
                            [](const TranslatedEndpoint& e) { return !e.needs.empty(); });
    if (best == endpoints.end())
        return choice;
    choice.endpoint = {best->protocol, best->host, best->port, best->security};
    if (!best->usernames.empty())
        choice.username = best->usernames.front();
    if (!best->mechanisms.empty())
        choice.mechanism = best->mechanisms.front();
    return choice;
}

bool isOpen(const Attempt& attempt) {
    return attempt.outcome == Outcome::LoginOk ||
           (attempt.outcome == Outcome::Ready && attempt.tls && attempt.tls->handshakeDone);
}

bool isChosen(const RunReport& report, const std::optional<Proven>& proven, const Attempt& attempt) {
    return proven && report.attempts[proven->attempt].candidate.endpoint == attempt.candidate.endpoint;
}

} // namespace

EndpointChoice chooseEndpoint(const Translation& translation, const RunReport* report, const Judgement* judgement,
                              bool incoming) {
    if (report && judgement)
        if (const auto& proven = incoming ? judgement->incoming : judgement->outgoing) {
            EndpointChoice choice = fromAttempt(report->attempts[proven->attempt], proven->how);
            if (choice.username.empty())
                choice.username =
                    fromKnowledge(incoming ? translation.incoming : translation.outgoing, incoming).username;
            return choice;
        }
    return fromKnowledge(incoming ? translation.incoming : translation.outgoing, incoming);
}

std::vector<const Attempt*> otherDoors(const RunReport& report, const Judgement& judgement, std::size_t most) {
    std::vector<const Attempt*> doors;
    for (const Attempt& attempt : report.attempts) {
        const bool listed = std::any_of(doors.begin(), doors.end(), [&](const Attempt* door) {
            return door->candidate.endpoint == attempt.candidate.endpoint;
        });
        if (isOpen(attempt) && !listed && !isChosen(report, judgement.incoming, attempt) &&
            !isChosen(report, judgement.outgoing, attempt))
            doors.push_back(&attempt);
    }
    std::stable_sort(doors.begin(), doors.end(),
                     [](const Attempt* a, const Attempt* b) { return a->candidate.rank < b->candidate.rank; });
    doors.resize(std::min(doors.size(), most));
    return doors;
}

std::vector<const Attempt*> consentsNeeded(const RunReport& report) {
    std::vector<const Attempt*> needed;
    for (const bool incoming : {true, false}) {
        const Attempt* best = nullptr;
        for (const Attempt& attempt : report.attempts)
            if (attempt.consent && (attempt.candidate.endpoint.protocol != Protocol::Smtp) == incoming &&
                (!best || attempt.candidate.rank < best->candidate.rank))
                best = &attempt;
        if (best)
            needed.push_back(best);
    }
    return needed;
}

std::string protocolLabel(Protocol protocol) {
    return protocol == Protocol::Pop3 ? "POP3" : protocol == Protocol::Imap ? "IMAP" : "SMTP";
}

std::string securityLabel(Security security, Language language) {
    return say("sheet-security-" + std::string(name(security)), language);
}

} // namespace yomikae
