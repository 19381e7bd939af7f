// Happy Eyeballs (RFC 8305) for one host and port: which address to connect to, and when.
#pragma once

#include "base/outcome.h"
#include "probe/network.h"

#include <optional>
#include <string>
#include <vector>

namespace yomikae {

/// A and AAAA come apart, in any order. IPv6 goes first; where IPv4 is there sooner it waits 50 ms for it. The next
/// address starts 250 ms after the last one, or as soon as nothing is under way.
class AddressRace {
  public:
    /// What a look-up brought; none = this family has nothing. A second answer for a family is ignored.
    void answered(AddressFamily family, std::vector<std::string> addresses, Instant now);
    bool hasAnswer(AddressFamily family) const { return side(family).answered; }
    /// The address to connect to now, if it is time for one. Ask again until there is none.
    std::optional<std::string> next(Instant now);
    void failed(const std::string& address, ConnectFailure why, Instant now);
    /// Addresses that had their time: from now on they count as failed.
    std::vector<std::string> overdue(Instant now);
    /// The same host answers elsewhere: a SYN without an answer says enough after 2 s.
    void hostAnswers() { patient_ = false; }

    /// Nothing is under way and nothing is left to try.
    bool lost() const;
    /// Once lost: connect-timeout outweighs connect-refused outweighs connect-unreachable.
    Outcome outcome() const;
    bool networkDown() const { return networkDown_; }
    /// The address that was tried last.
    const std::string& last() const { return last_; }
    bool begun() const { return firstStart_.has_value(); }
    /// `mayStart` false: no socket is free for a next address, only time-outs count.
    std::optional<Instant> wakeAt(bool mayStart = true) const;

  private:
    struct Side {
        std::vector<std::string> addresses;
        std::size_t at = 0;
        bool answered = false;
        Instant since{};
        bool left() const { return at < addresses.size(); }
    };
    struct Running {
        std::string address;
        Instant since{};
    };
    Side& side(AddressFamily family) { return family == AddressFamily::V6 ? v6_ : v4_; }
    const Side& side(AddressFamily family) const { return family == AddressFamily::V6 ? v6_ : v4_; }
    std::optional<Instant> mayStartAt() const;
    Instant deadlineOf(const Running& running) const;
    bool outOfTime() const;

    Side v6_;
    Side v4_;
    bool lastWasV6_ = false;
    std::vector<Running> running_;
    std::optional<Instant> firstStart_;
    Instant lastStart_{};
    Instant now_{};
    std::string last_;
    bool patient_ = true;
    bool timedOut_ = false;
    bool refused_ = false;
    bool networkDown_ = false;
};

} // namespace yomikae
