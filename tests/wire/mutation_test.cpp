// Every conversation file with its server bytes damaged, the same way in every run: whatever comes, the rules hold.
#include "dialogue_script.h"
#include "support/catch.h"
#include "support/files.h"

#include <algorithm>
#include <cstdint>

using namespace yomikae;
using namespace yomikae::test;

namespace {

/// A small generator of our own, so that every system damages the same bytes.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : state_(seed * 2654435761u + 1) {}
    std::size_t below(std::size_t n) {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return static_cast<std::size_t>(state_ >> 33) % n;
    }

  private:
    std::uint64_t state_;
};

std::string damaged(std::string bytes, Dice& dice) {
    if (bytes.empty() || dice.below(4) != 0)
        return bytes;
    const std::size_t at = dice.below(bytes.size());
    switch (dice.below(6)) {
    case 0: bytes.resize(at); break;
    case 1: bytes[at] = static_cast<char>(dice.below(256)); break;
    case 2: bytes.insert(at, bytes); break;
    case 3: bytes.erase(at, 1 + dice.below(3)); break;
    case 4: bytes.insert(at, "\r\n"); break;
    default: bytes.insert(at, 1 + dice.below(300), static_cast<char>(dice.below(256))); break;
    }
    return bytes;
}

std::vector<Script> allScripts() {
    std::vector<Script> scripts;
    for (const char* protocol : {"pop3", "smtp", "imap"})
        for (const std::string& file : sourceFiles(std::string("tests/dialogues/") + protocol, ".txt"))
            scripts.push_back(readScript(file));
    return scripts;
}

std::string bytesOf(const ScriptLine& line) {
    std::string bytes;
    for (std::size_t i = 0; i < std::min<std::size_t>(line.times, 2000); ++i)
        bytes += line.text + (line.word == "S=" ? "" : "\r\n");
    return bytes;
}

/// The owner's moves as far as they are still possible.
template <class Feed> void replay(const Script& script, Owner& owner, Feed feed) {
    for (const ScriptLine& line : script.lines) {
        if (owner.closing)
            return;
        if (line.word[0] == 'S')
            feed(owner, bytesOf(line));
        else if (line.word == "TLS" && owner.wantsTls)
            owner.tls();
        else if (line.word == "LOGIN" && owner.ready)
            owner.login(line.text);
        else if (line.word == "QUIT")
            owner.quit();
        else if (line.word == "CLOSE")
            owner.close();
    }
    owner.close();
}

} // namespace

TEST_CASE("damaged answers never crash, never draw a secret out early, and end in one finding at most") {
    for (const Script& script : allScripts())
        for (std::uint64_t round = 0; round < 60; ++round) {
            Dice dice(round);
            Owner owner(script.protocol, optionsOf(script));
            replay(script, owner, [&](Owner& to, const std::string& bytes) { to.receive(damaged(bytes, dice)); });
            INFO(script.path << " round " << round);
            REQUIRE(owner.leaks == "");
            REQUIRE(owner.findings.size() <= 1);
        }
}

TEST_CASE("an answer cut anywhere ends in a finding when the connection goes") {
    for (const Script& script : allScripts()) {
        for (std::size_t cut = 0; cut < 400; cut += 7) {
            std::size_t left = cut;
            Owner owner(script.protocol, optionsOf(script));
            replay(script, owner, [&](Owner& to, const std::string& bytes) {
                const std::size_t size = std::min(left, bytes.size());
                to.receive(std::string_view(bytes).substr(0, size));
                left -= size;
                if (size < bytes.size())
                    to.close();
            });
            INFO(script.path << " cut at " << cut);
            REQUIRE(owner.findings.size() == 1);
            REQUIRE(owner.leaks == "");
        }
    }
}

TEST_CASE("the same answers byte by byte end in the same finding") {
    for (const Script& script : allScripts()) {
        const bool coalesced = std::any_of(script.lines.begin(), script.lines.end(), [](const ScriptLine& line) {
            return line.word == "S+" || line.word == "S=" || line.times > 1;
        });
        if (coalesced)
            continue; // there the packets are the case
        Owner whole(script.protocol, optionsOf(script));
        replay(script, whole, [](Owner& to, const std::string& bytes) { to.receive(bytes); });
        Owner split(script.protocol, optionsOf(script));
        replay(script, split, [](Owner& to, const std::string& bytes) {
            for (const char& byte : bytes)
                to.receive(std::string_view(&byte, 1));
        });
        INFO(script.path);
        REQUIRE(whole.findings == split.findings);
        REQUIRE(whole.sent == split.sent);
    }
}
