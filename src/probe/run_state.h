// The inside of a ProbeRun. Every input ends in `advance`, which moves each part until nothing moves any more.
#pragma once

#include "probe/login_budget.h"
#include "probe/probe_queue.h"
#include "probe/probe_under_way.h"
#include "probe/resolution.h"
#include "probe/run.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace yomikae {

struct ProbeRun::State {
    using Phase = ProbeUnderWay::Phase;
    using LaxLook = ProbeUnderWay::LaxLook;

    State(const Plan& plan, RunSettings given);

    // --- run.cpp: inputs, and what drives everything
    void advance(Instant now);
    void deliver(int id, std::string_view bytes);
    void showStages();
    void finishIfDone();
    std::optional<Instant> wakeAt() const;
    void end(Outcome outcome, std::string_view reason);
    void endOne(std::size_t i, Outcome outcome, std::string_view reason);

    // --- run_reach.cpp: names, addresses, connections
    Resolution& resolutionOf(const Endpoint& endpoint);
    void tickResolutions();
    void lookUp(Resolution& resolution);
    std::vector<std::size_t> byPriority() const;
    void startWaiting();
    bool speaksTls(const Endpoint& endpoint) const;
    bool letsTlsGoFirst(const ProbeUnderWay& waiting) const;
    bool letsLoginsSetOut(std::size_t i);
    void skip(std::size_t i, std::string_view reason);
    void startRace(std::size_t i, const Resolution& resolution);
    void makeRoomFor(const ProbeUnderWay& waiting, ProbeQueue::May why);
    void pumpRaces();
    void pumpRace(std::size_t i);
    void answerAllAt(const Attempt& failed, Instant began);
    void connected(int id, std::string_view localAddress);
    void connectFailed(int id, ConnectFailure why);
    void closeSocket(int id);
    ProbeUnderWay* probeOf(int id);

    // --- run_talk.cpp: conversations and what they come to
    void lookAtTalks();
    void lookAtTalk(std::size_t i);
    void becameReady(std::size_t i);
    void record(std::size_t i, const Attempt& attempt);
    void passwordTaken(std::size_t i);
    void recordTalk(std::size_t i);
    void ask(std::size_t i);
    bool worthAnotherTry(const ProbeUnderWay& probe, const Attempt& attempt) const;
    void addStartTlsTry(std::size_t i);
    bool planned(const Endpoint& endpoint) const;
    bool othersNeedNothing(std::size_t i) const;
    void endLaxLook(std::size_t i);
    void takeLaxLook(std::size_t i);
    void closeTalk(std::size_t i);
    std::size_t insertAfter(std::size_t i, const Candidate& candidate);
    void noteFirstAnswer();
    std::string agreedCertificate(const Endpoint& endpoint) const;

    // --- run_tls_look.cpp: a port that says nothing may wait for TLS
    static bool answeredInTls(const TlsFacts& facts);
    void lookForTls();
    void lookForTls(std::size_t i);
    std::optional<Instant> tlsLookAt(std::size_t i) const;
    bool leavesLookToOthers(const ProbeUnderWay& probe) const;
    void beginTlsLook(std::size_t i);
    void takeTlsLook(std::size_t i);
    void endTlsLook(std::size_t i);
    void addTlsTry(std::size_t i);
    bool tlsLookConnected(int id);
    bool tlsLookClosed(int id, bool reset);
    ProbeUnderWay* tlsLookOf(int id);

    // --- run_agree.cpp: a yes that comes later
    void agree(const Plan& withConsents, const Consents& consents);
    void takeBefore(const LoginsBefore& before);
    void reconsider(std::size_t i);
    void beginAnew(std::size_t i);
    bool cutShort(std::size_t i) const;
    void adopt(const Candidate& candidate);

    // --- run_login.cpp: who logs in, and when
    std::optional<std::size_t> bestOf(bool incoming) const;
    void letLogin();
    void openReserve();
    bool firstProtocolMayWin() const;
    void askAhead();
    void beginLogin(std::size_t i, const LoginChoice& choice);
    bool usable(const ProbeUnderWay& probe) const;
    std::optional<ConsentNeeded> consentFor(const Candidate& candidate) const;
    void takeBackConsents();
    bool startTlsIsTried(const Attempt& attempt) const;
    /// A login of this probe would still tell something new. `why` (may be null): one word where not.
    std::optional<LoginChoice> nextLogin(std::size_t i, std::string_view* why = nullptr) const;
    bool mayComeToLogin(std::size_t i) const;
    std::optional<std::size_t> pick(bool incoming) const;
    bool mayTurnOutTurnedRound(std::size_t i) const;
    std::optional<Instant> heldBackUntil(std::size_t i) const;
    std::optional<int> provenRank(bool incoming) const;
    bool incomingOpen() const;
    bool incomingRefused() const;
    void dismissIdle();
    void giveReasons();

    const ProbeUnderWay& at(std::size_t i) const { return *probes[i]; }
    void changed(std::size_t i) { changes.insert(i); }

    Plan plan;
    RunSettings settings;
    const Milliseconds patience; ///< from the start, or from a yes
    Instant now{};
    bool started = false;
    bool over = false;
    bool progressed = false;
    int lastId = 0;
    std::vector<std::unique_ptr<ProbeUnderWay>> probes; ///< same order as report.attempts
    RunReport report;
    std::set<std::size_t> changes;
    std::vector<Effect> effects;
    std::map<std::string, Resolution> resolutions;
    std::map<int, std::pair<std::string, AddressFamily>> lookups; ///< id -> key of resolutions
    ProbeQueue queue;
    LoginBudget budget;
    std::set<std::string> hostsThatAnswer;
    std::set<std::pair<std::string, std::uint16_t>> lookedForTls;
    bool networkDownSeen = false;
};

} // namespace yomikae
