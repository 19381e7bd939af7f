// The words in which the network is spoken of: what a look-up or a connection came to, and the run's clock.
#pragma once

#include <chrono>

namespace yomikae {

using Milliseconds = std::chrono::milliseconds;

/// Time since the run's start; the caller's clock is monotonic.
using Instant = Milliseconds;

enum class AddressFamily { V4, V6 };

enum class LookupResult { Found, NotFound, NoAddress, Temporary, NetworkDown };
enum class ConnectFailure { Refused, Unreachable, NetworkDown, Other };

} // namespace yomikae
