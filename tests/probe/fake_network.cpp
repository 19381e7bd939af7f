#include "probe/fake_network.h"

#include "base/base64.h"
#include "probe/fake_answers.h"
#include "support/catch.h"

#include <algorithm>
#include <utility>

namespace yomikae::test {

namespace {

constexpr WallTime Now = std::chrono::sys_days{std::chrono::year{2026} / 11 / 24};

/// The password as it is, in base64, and in each PLAIN response that a user name of these tests gives.
std::vector<std::string> forms() {
    std::vector<std::string> all{Password, base64(Password)};
    for (const std::string user : {User, "taro", "hanako"})
        all.push_back(base64(std::string("\0", 1) + user + std::string("\0", 1) + Password));
    return all;
}

bool holdsPassword(const std::string& text) {
    const auto all = forms();
    return std::any_of(all.begin(), all.end(),
                       [&](const std::string& form) { return text.find(form) != std::string::npos; });
}

void searchReport(const RunReport& report) {
    for (const Attempt& attempt : report.attempts) {
        CHECK_FALSE(holdsPassword(attempt.serverText + attempt.reason + attempt.responseCode));
        for (const TranscriptLine& line : attempt.transcript)
            CHECK_FALSE(holdsPassword(line.text));
        if (attempt.capabilities)
            for (const std::string& line : attempt.capabilities->lines)
                CHECK_FALSE(holdsPassword(line));
    }
}

} // namespace

int FakeServer::count(const std::string& part) const {
    return static_cast<int>(std::count_if(
        heard.begin(), heard.end(), [&](const std::string& line) { return line.find(part) != std::string::npos; }));
}

void FakeNetwork::answers(const std::string& host, AddressFamily family, LookupResult result,
                          std::vector<std::string> addresses, Milliseconds after) {
    names_[{host, family}] = [this, result, addresses, after](int id) {
        later(now_ + after, [this, id, result, addresses] { run_->lookedUp(id, result, addresses, now_); });
    };
}

void FakeNetwork::host(const std::string& name, const std::string& address) {
    answers(name, AddressFamily::V4, LookupResult::Found, {address});
    answers(name, AddressFamily::V6, LookupResult::NoAddress);
}

FakeServer& FakeNetwork::server(const std::string& address, std::uint16_t port, FakeServer server) {
    return servers_[{address, port}] = std::move(server);
}

RunReport FakeNetwork::play(const Plan& plan, RunSettings how, std::optional<Instant> cancelAt) {
    run_.emplace(plan, std::move(how));
    run_->start(now_);
    if (cancelAt)
        later(*cancelAt, [this] { run_->cancel(now_); });
    return playOn();
}

void FakeNetwork::agreeAt(Instant when, const Plan& plan, const Consents& consents) {
    later(when, [this, plan, consents] { run_->agree(plan, consents, now_); });
}

RunReport FakeNetwork::agree(const Plan& plan, const Consents& consents, Milliseconds after) {
    now_ += after;
    run_->agree(plan, consents, now_);
    return playOn();
}

void FakeNetwork::startAnew() {
    events_.clear();
    lines_.clear();
    now_ = {};
}

RunReport FakeNetwork::playOn() {
    int steps = 0;
    while (!run_->finished() && ++steps < 100'000) {
        for (const Effect& effect : run_->takeEffects())
            apply(effect);
        step();
    }
    for (const Effect& effect : run_->takeEffects())
        apply(effect);
    ended = now_;
    CHECK(run_->finished());
    CHECK(sockets_ == 0);
    searchReport(run_->report());
    return run_->report();
}

/// The next thing that happens: something on the network, or the run's own alarm.
void FakeNetwork::step() {
    const auto wake = run_->wakeAt();
    const auto next = events_.begin();
    if (next != events_.end() && (!wake || next->first <= *wake)) {
        now_ = next->first;
        const auto what = std::move(next->second);
        events_.erase(next);
        what();
    } else if (wake) {
        now_ = std::max(now_, *wake);
        run_->tick(now_);
        const auto again = run_->wakeAt();
        REQUIRE((!again || *again > now_)); // an alarm in the past would keep a real driver busy for nothing
    }
}

void FakeNetwork::apply(const Effect& effect) {
    switch (effect.kind) {
    case Effect::Kind::Lookup: {
        looked.push_back(effect.host + (effect.family == AddressFamily::V4 ? " v4" : " v6"));
        const auto name = names_.find({effect.host, effect.family});
        if (name != names_.end())
            name->second(effect.id);
        break;
    }
    case Effect::Kind::Connect: connect(effect); break;
    case Effect::Kind::Send: {
        Line& line = lines_.at(effect.id);
        search(line.place, effect.bytes);
        if (run_->report().cancelled)
            saidAfterCancel.push_back(effect.bytes);
        later(now_ + oneWay_, [this, id = effect.id, bytes = effect.bytes] { arrives(id, bytes); });
        break;
    }
    case Effect::Kind::Close:
        --sockets_;
        if (const auto line = lines_.find(effect.id); line != lines_.end())
            later(now_ + oneWay_, [this, id = effect.id] { hangUp(id); });
        if (const auto line = lines_.find(effect.id); line != lines_.end())
            line->second.seen = false;
        break;
    }
}

void FakeNetwork::connect(const Effect& effect) {
    mostSockets = std::max(mostSockets, ++sockets_);
    const std::pair place{effect.address, effect.port};
    const int id = effect.id;
    const std::string name = effect.address + ":" + std::to_string(effect.port);
    dialled.push_back(name + " at " + std::to_string(now_.count()));
    const auto fails = [&](ConnectFailure why, Instant when) {
        later(when, [this, id, why] {
            --sockets_;
            run_->connectFailed(id, why, now_);
        });
    };
    if (unreachable_.count(effect.address) != 0)
        return fails(ConnectFailure::Unreachable, now_);
    if (refusing_.count(place) != 0)
        return fails(ConnectFailure::Refused, now_ + 2 * oneWay_);
    const auto server = servers_.find(place);
    if (server == servers_.end())
        return;
    later(now_ + 2 * oneWay_, [this, id, name, to = &server->second] {
        if (to->open >= to->most)
            return;
        Line& line = lines_[id];
        line.place = name;
        line.server = to;
        line.seen = true;
        ++to->connections;
        to->mostOpen = std::max(to->mostOpen, ++to->open);
        run_->connected(id, now_, "192.0.2.20");
        if (to->implicitTls)
            line.tls = std::make_unique<TlsServer>(to->tls);
        if (to->closesAtOnce)
            say(id, {"", {}, true, false});
        else if (!to->implicitTls)
            say(id, {to->greeting, to->greetingAfter, false, false});
    });
}

void FakeNetwork::arrives(int id, const std::string& bytes) {
    Line& line = lines_.at(id);
    if (!line.open || line.session.silent)
        return;
    if (!line.server->toAnyBytes.empty())
        return say(id, {line.server->toAnyBytes, {}, true});
    if (!line.tls) {
        line.input += bytes;
        return read(id);
    }
    const bool before = line.tls->established();
    line.tls->receive(bytes);
    if (line.server->implicitTls && !before && line.tls->established()) {
        line.session.tls = true;
        say(id, {line.server->greeting, line.server->greetingAfter, false, false});
    }
    line.session.tls = line.tls->established();
    toClient(id, line.tls->takeCiphertext(), now_ + oneWay_);
    line.input += line.tls->takePlaintext();
    read(id);
}

void FakeNetwork::read(int id) {
    Line& line = lines_.at(id);
    for (auto end = line.input.find('\n'); end != std::string::npos && line.open; end = line.input.find('\n')) {
        std::string command = line.input.substr(0, end);
        line.input.erase(0, end + 1);
        if (!command.empty() && command.back() == '\r')
            command.pop_back();
        line.server->heard.push_back((line.session.tls ? "tls " : "clear ") + command);
        say(id, answer(line, command));
    }
}

Reply FakeNetwork::answer(Line& line, const std::string& command) {
    FakeServer& server = *line.server;
    if (server.also)
        if (auto own = server.also(line.session, command))
            return *own;
    const std::string word = commandWord(command);
    for (auto at = server.once.begin(); at != server.once.end(); ++at)
        if (at->first == word) {
            const Reply reply = at->second;
            server.once.erase(at);
            return reply;
        }
    if (line.session.tls)
        if (const auto own = server.insideTls.find(word); own != server.insideTls.end())
            return own->second;
    if (const auto own = server.instead.find(word); own != server.instead.end())
        return own->second;
    return usualAnswer(server, line.session, command);
}

void FakeNetwork::say(int id, const Reply& reply) {
    later(now_ + reply.after, [this, id, reply] {
        Line& line = lines_.at(id);
        if (!line.open)
            return;
        if (!reply.text.empty()) {
            if (line.tls)
                line.tls->write(reply.text);
            toClient(id, line.tls ? line.tls->takeCiphertext() : reply.text, now_ + oneWay_);
        }
        line.session.silent |= reply.thenSilent;
        if (reply.startTls)
            line.tls = std::make_unique<TlsServer>(line.server->tls);
        if (reply.close) {
            hangUp(id);
            later(now_ + oneWay_, [this, id] {
                if (!std::exchange(lines_.at(id).seen, false))
                    return;
                --sockets_;
                run_->closed(id, false, now_);
            });
        }
    });
}

void FakeNetwork::hangUp(int id) {
    Line& line = lines_.at(id);
    if (std::exchange(line.open, false))
        --line.server->open;
}

void FakeNetwork::toClient(int id, std::string bytes, Instant when) {
    if (bytes.empty())
        return;
    later(when, [this, id, bytes] {
        if (lines_.at(id).seen)
            run_->received(id, bytes, now_);
    });
}

void FakeNetwork::search(const std::string& place, const std::string& bytes) {
    if (holdsPassword(bytes))
        leaks.insert(place);
}

// --- usual servers, plans

const TrustStore& trust() {
    static const TrustStore store = [] {
        TrustStore made;
        made.addPem(testCa().pem(), "test CA");
        return made;
    }();
    return store;
}

TlsServerSettings with(Identity identity) {
    TlsServerSettings tls;
    tls.identity = std::move(identity);
    return tls;
}

TlsServerSettings goodTls() {
    static const Identity identity = [] {
        Recipe recipe;
        recipe.names = {"mail.example.test", "pop.example.test", "smtp.example.test"};
        return testCa().issue(recipe);
    }();
    TlsServerSettings tls;
    tls.identity = identity;
    return tls;
}

Candidate candidate(Protocol protocol, std::uint16_t port, Security security, int rank, const std::string& host) {
    Candidate made;
    made.endpoint = {protocol, host, port, security};
    made.rank = rank;
    made.usernames = {User};
    return made;
}

Plan popAndSmtp() {
    Plan plan;
    plan.candidates = {candidate(Protocol::Pop3, 995, Security::ImplicitTls, 0),
                       candidate(Protocol::Smtp, 465, Security::ImplicitTls, 0)};
    return plan;
}

RunSettings settings(bool withPassword) {
    RunSettings how;
    if (withPassword)
        how.password = Secret(std::string(Password));
    how.trust = &trust();
    how.wallClock = Now;
    return how;
}

const Attempt& attemptAt(const RunReport& report, std::uint16_t port, std::size_t nth) {
    for (const Attempt& attempt : report.attempts)
        if (attempt.candidate.endpoint.port == port && nth-- == 0)
            return attempt;
    FAIL("no attempt at port " << port);
    return report.attempts.front();
}

} // namespace yomikae::test
