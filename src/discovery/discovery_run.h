// One discovery without I/O: what to fetch and to ask, within bounds, and what the answers come to. `net` does what it
// says. Only the domain is ever in a question, never the part of the address before the @.
#pragma once

#include "base/limits.h"
#include "discovery/discovery.h"
#include "discovery/service_records.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yomikae {

/// Something to do. Fetch: one GET of https://HOST PATH (port 443) without cookies, credentials or following redirects;
/// a certificate that is not valid for HOST ends it. Drop: nobody waits for `id` any more.
struct DiscoveryEffect {
    enum class Kind { Fetch, AskServices, AskExchanges, Drop } kind = Kind::Fetch;
    int id = 0;
    std::string name; ///< the host, or the name to ask DNS for
    std::string path; ///< of a fetch: begins with '/'
    friend bool operator==(const DiscoveryEffect&, const DiscoveryEffect&) = default;
};

/// What a fetch came to.
struct Fetched {
    enum class Result { Answered, NotTrusted, Failed } result = Result::Failed;
    int status = 0;       ///< of HTTP
    std::string location; ///< where a redirect leads
    std::string body;     ///< at most limits::PublishedConfig + 1 bytes: one more shows that it was too large
};

struct DiscoveryChoices {
    /// The person agreed that Thunderbird's public database is told the domain. It is asked only after the domain
    /// itself had nothing.
    bool askIspdb = false;
    std::chrono::milliseconds atMost = limits::Discovery;
};

class DiscoveryRun {
  public:
    using Instant = std::chrono::milliseconds; ///< since the start; the caller's clock is monotonic

    /// `catalog` must outlive the run. For a domain that no public server can know (RFC 6762, 6761: local, localhost,
    /// invalid) nothing is asked.
    DiscoveryRun(MailAddress address, DiscoveryChoices choices, const Catalog& catalog);

    void start(Instant now);
    void fetched(int id, const Fetched& answer, Instant now);
    void services(int id, std::vector<ServiceRecord> records, Instant now); ///< none = no such name, or no answer
    void exchanges(int id, std::vector<MailExchange> records, Instant now);
    void tick(Instant now);
    void cancel(Instant now); ///< what came so far stays

    std::vector<DiscoveryEffect> takeEffects(); ///< in order; empty once taken
    std::optional<Instant> wakeAt() const;      ///< nothing once finished
    bool finished() const { return finished_; }
    /// What is known so far; complete once finished.
    Discovery result() const;

  private:
    enum class Place { Autoconfig, WellKnown, Ispdb };
    static constexpr std::size_t Places = 3;

    struct Question {
        DiscoveryEffect asked;
        Instant until{};
        bool open = true;
        std::size_t about = 0; ///< a Place, or an index into mailServices()
        int redirects = 0;
    };
    /// What one place gave: a config, or what was wrong.
    struct Found {
        std::optional<std::vector<TranslatedEndpoint>> endpoints;
        std::string host;
        std::vector<Message> notes;
    };

    void fetch(Place place, const std::string& host, const std::string& path, Instant now);
    void ask(DiscoveryEffect effect, std::size_t about, Instant now);
    Question* openQuestion(int id, DiscoveryEffect::Kind kind);
    void redirected(Question& question, const Fetched& answer);
    void readBody(const Question& question, const std::string& body);
    void closeLate(Instant now);
    void advance(Instant now);
    bool ownSettingsKnown() const;
    const Found* chosen() const;
    void addFindings(Discovery& out) const;
    void addNotOffered(Discovery& out) const;
    void addExchangeFinding(Discovery& out) const;

    MailAddress address_;
    DiscoveryChoices choices_;
    const Catalog* catalog_;
    std::vector<Question> questions_; ///< the index is the id
    std::array<Found, Places> found_;
    std::vector<std::vector<ServiceRecord>> services_; ///< as mailServices()
    std::vector<MailExchange> exchanges_;
    std::vector<DiscoveryEffect> effects_;
    Instant deadline_{};
    bool ispdbAsked_ = false;
    bool shortened_ = false; ///< what is still open has little time left
    bool finished_ = false;
};

/// Where a redirect leads: host and path of an https address on port 443 without user name, relative to `host` where it
/// begins with one '/'. Nothing for any other place.
std::optional<std::pair<std::string, std::string>> secureTarget(std::string_view location, const std::string& host);

} // namespace yomikae
