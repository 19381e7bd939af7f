// A small network that is all ours: names, addresses, servers and time. The same test runs the same way every time.
//
// Every byte that leaves in clear is searched for the password in each form that it takes on the wire, in every test.
#pragma once

#include "probe/run.h"
#include "support/tls_server.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace yomikae::test {

inline constexpr const char* Password = "himitsu-S3cret";
inline constexpr const char* User = "taro@example.test";

struct Reply {
    std::string text;
    Milliseconds after{};
    bool close = false;
    bool startTls = false;
    bool thenSilent = false;
};

/// What one connection to a server remembers.
struct Session {
    bool tls = false;
    bool silent = false;
    std::string user; ///< or how far a login is
};

struct FakeServer {
    Protocol protocol = Protocol::Pop3;
    bool implicitTls = true;
    TlsServerSettings tls;
    std::string greeting;
    Milliseconds greetingAfter{};
    bool closesAtOnce = false;
    std::string toAnyBytes;               ///< said to whatever comes, and then the line is cut: a web server's way
    bool offersTls = true;                ///< STLS, STARTTLS
    std::vector<std::string> users{User}; ///< whom it lets in, with Password
    /// A command word and the answer to it, instead of the usual one. Those in `once` are used up.
    std::map<std::string, Reply> instead;
    std::map<std::string, Reply> insideTls;
    std::vector<std::pair<std::string, Reply>> once;
    /// Before all of these: an answer of its own to any line, or nothing.
    std::function<std::optional<Reply>(Session&, const std::string&)> also;

    std::vector<std::string> heard; ///< every line, as "tls AUTH PLAIN …" or "clear CAPA"
    int connections = 0;
    int open = 0;
    int most = 1000; ///< connections at one time: further SYNs are swallowed
    int mostOpen = 0;
    int logins = 0; ///< passwords that came

    int count(const std::string& part) const;
};

class FakeNetwork {
  public:
    explicit FakeNetwork(Milliseconds oneWay = Milliseconds(10)) : oneWay_(oneWay) {}

    /// What a look-up brings, and after how long. "" as a family's answer list = none. Not set: no answer, ever.
    void answers(const std::string& host, AddressFamily family, LookupResult result,
                 std::vector<std::string> addresses = {}, Milliseconds after = Milliseconds(20));
    /// The usual case: one IPv4 address, no IPv6.
    void host(const std::string& name, const std::string& address);

    FakeServer& server(const std::string& address, std::uint16_t port, FakeServer server);
    /// Nobody listens: RST. Everything else that is not a server swallows the SYN.
    void refuses(const std::string& address, std::uint16_t port) { refusing_.insert({address, port}); }
    void takes(const std::string& address, std::uint16_t port) { refusing_.erase({address, port}); }
    void unreachable(const std::string& address) { unreachable_.insert(address); }

    RunReport play(const Plan& plan, RunSettings settings, std::optional<Instant> cancelAt = {});
    /// The person says yes, a while after the run that `play` played, or at `when` during it (before `play`).
    RunReport agree(const Plan& plan, const Consents& consents, Milliseconds after = Milliseconds(30'000));
    void agreeAt(Instant when, const Plan& plan, const Consents& consents);
    /// Another run follows, with a clock of its own; the servers stay as they are.
    void startAnew();

    /// "host-address:port" of each connection where the password left in clear.
    std::set<std::string> leaks;
    std::vector<std::string> looked;  ///< "mail.example.test v4"
    std::vector<std::string> dialled; ///< "192.0.2.1:995 at 40"
    std::vector<std::string> saidAfterCancel;
    int mostSockets = 0;
    Instant ended{};

  private:
    RunReport playOn();
    struct Line {
        std::string place;
        FakeServer* server = nullptr;
        std::unique_ptr<TlsServer> tls;
        Session session;
        std::string input;
        bool open = true;
        bool seen = false;
    };
    void later(Instant when, std::function<void()> what) { events_.emplace(when, std::move(what)); }
    void apply(const Effect& effect);
    void connect(const Effect& effect);
    void arrives(int id, const std::string& bytes);
    void read(int id);
    void say(int id, const Reply& reply);
    void hangUp(int id);
    void toClient(int id, std::string bytes, Instant when);
    Reply answer(Line& line, const std::string& command);
    void search(const std::string& place, const std::string& bytes);
    void step();

    Milliseconds oneWay_;
    Instant now_{};
    std::multimap<Instant, std::function<void()>> events_;
    std::map<std::pair<std::string, AddressFamily>, std::function<void(int)>> names_;
    std::map<std::pair<std::string, std::uint16_t>, FakeServer> servers_;
    std::set<std::pair<std::string, std::uint16_t>> refusing_;
    std::set<std::string> unreachable_;
    std::map<int, Line> lines_;
    int sockets_ = 0;
    std::optional<ProbeRun> run_;
};

// --- usual servers

const TrustStore& trust();
TlsServerSettings goodTls();
TlsServerSettings with(Identity identity); ///< that certificate, all else as usual
FakeServer pop(bool implicitTls = true);
FakeServer imap(bool implicitTls = true);
FakeServer smtp(bool implicitTls = true);

// --- plans

Candidate candidate(Protocol protocol, std::uint16_t port, Security security, int rank,
                    const std::string& host = "mail.example.test");
/// 995, then 465: the shortest whole proof.
Plan popAndSmtp();
RunSettings settings(bool withPassword = true);
/// The one attempt at this port; fails the test where there is none.
const Attempt& attemptAt(const RunReport& report, std::uint16_t port, std::size_t nth = 0);

} // namespace yomikae::test
