// Where operating systems differ, and nowhere else.
#pragma once

#include "probe/network.h"

#include <cstdint>
#include <string>
#include <vector>

namespace yomikae {

/// Once, early in `main`: no SIGPIPE (a server that hangs up must not end the program), no core dumps and no readers of
/// our memory (a password may be in it).
void prepareProcess();

/// Before very many connections at once: as many files as this user may have open.
void allowManySockets();

/// Linux delays acknowledgements by 40 ms where a protocol goes to and fro; asks it not to, until the next read.
void acknowledgeAtOnce(std::intptr_t socket);

enum class DialResult {
    UnderWay,
    Made,
    Cut, ///< made, and reset before a word was said
    Refused,
    Unreachable,
    Failed
};

struct Dial {
    std::intptr_t socket = -1; ///< does not block
    DialResult result = DialResult::Failed;
};

/// Begins one TCP connection to an IP literal. Under way: wait until it is writable, then ask `endDial`.
Dial beginDial(const std::string& address, std::uint16_t port);
DialResult endDial(std::intptr_t socket);
void hangUp(std::intptr_t socket);

struct FoundAddresses {
    LookupResult result = LookupResult::Temporary;
    std::vector<std::string> addresses; ///< IP literals
};

/// Blocks, on some systems for ever: only for threads that can be left behind (net/lookup.h).
FoundAddresses addressesOf(const std::string& host, AddressFamily family);

} // namespace yomikae
