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

/// Linux delays acknowledgements by 40 ms where a protocol goes to and fro; asks it not to, until the next read.
void acknowledgeAtOnce(std::intptr_t socket);

struct FoundAddresses {
    LookupResult result = LookupResult::Temporary;
    std::vector<std::string> addresses; ///< IP literals
};

/// Blocks, on some systems for ever: only for threads that can be left behind (net/lookup.h).
FoundAddresses addressesOf(const std::string& host, AddressFamily family);

} // namespace yomikae
