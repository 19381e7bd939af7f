// A conversation written down as text (tests/dialogues), played against a dialogue the way the owner of a connection
// would. See tests/dialogues/README.md.
#pragma once

#include "wire/dialogue.h"
#include "wire/line_reader.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace yomikae::test {

/// One line of a script.
struct ScriptLine {
    int number = 0;
    std::string word;      ///< "S", "S+", "S=", "C", "~", "TLS", "LOGIN", "QUIT", "CLOSE", "READY", "AHEAD", "=>"
    std::size_t times = 1; ///< "S*500:"
    std::string text;      ///< escapes undone
};

struct Script {
    std::string path;
    Protocol protocol = Protocol::Pop3;
    DialogueOptions options;
    std::string errand; ///< "send ADDRESS", "find", "remove", "" = none
    std::vector<ScriptLine> lines;
};

Script readScript(const std::string& path);
DialogueOptions optionsOf(const Script& script);

/// Moves bytes between a script and a dialogue, and keeps the rules that every owner must keep.
class Owner {
  public:
    Owner(Protocol protocol, const DialogueOptions& options);
    void receive(std::string_view bytes);
    void tls();
    void askAhead(const std::string& mechanisms);
    void login(const std::string& words);
    void quit();
    void close();
    std::string errandCameTo() const;

    bool ready = false;
    bool closing = false;
    bool wantsTls = false;
    bool tlsDone = false;
    bool loginCalled = false;
    std::vector<std::string> sent; ///< not yet looked at
    std::string lastShown;
    std::string username;
    std::string password;
    std::string leaks; ///< what broke a rule: said by the tests, "" = nothing
    std::vector<Finding> findings;
    std::unique_ptr<Dialogue> dialogue;

  private:
    void apply(const Step& step);
    void checkSecrets(const Step& step);
    LineReader reader_;
    DialogueOptions options_;
};

/// Plays the whole script; "" or what went otherwise than written.
std::string play(const Script& script);

} // namespace yomikae::test
