// What an ordinary mail server says.
#pragma once

#include "probe/fake_network.h"

#include <string>

namespace yomikae::test {

/// "AUTH" of "AUTH PLAIN …", "LOGIN" of "a2 LOGIN …"; "" for a line of base64.
std::string commandWord(const std::string& command);
Reply usualAnswer(FakeServer& server, Session& session, const std::string& command);

} // namespace yomikae::test
