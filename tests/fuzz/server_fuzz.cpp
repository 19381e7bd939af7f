// Any bytes from a server, in each protocol and security, up to and behind a login. Corpus: tests/dialogues. The first
// byte chooses; the rest comes in pieces whose length it also chooses, since a split must change nothing.
#include "wire/dialogue.h"
#include "wire/line_reader.h"
#include "wire/released.h"

#include <cstdint>

using namespace yomikae;

namespace {

/// Does what the owner of a connection would do.
class Owner {
  public:
    Owner(Protocol protocol, Security security)
        : dialogue_(makeDialogue(protocol, {security, "[127.0.0.1]", true, "taro@example.jp"})),
          password_(SecretInput::released(std::string("himitsu"))) {
        if (security == Security::ImplicitTls)
            act(dialogue_->tlsEstablished());
    }

    /// False once there is nothing more to say.
    bool receive(std::string_view bytes) {
        reader_.add(bytes);
        while (!over_) {
            const auto line = reader_.next();
            if (!line)
                break;
            act(dialogue_->line(*line));
        }
        if (!over_ && reader_.tooLong())
            act(dialogue_->lineTooLong(reader_.drain()));
        return !over_;
    }

    void close() {
        if (!over_)
            act(dialogue_->closed());
    }

  private:
    void act(const Step& step) {
        over_ = over_ || step.close || step.finding.has_value();
        if (!over_ && !step.bytes.empty() && !reader_.empty())
            act(dialogue_->unasked(reader_.drain()));
        else if (!over_ && step.startTls)
            act(dialogue_->tlsEstablished());
        else if (!over_ && step.ready && !loggedIn_) {
            loggedIn_ = true;
            act(dialogue_->login({"taro@example.jp", password_, {}, true}));
        }
    }

    std::unique_ptr<Dialogue> dialogue_;
    ReleasedSecret password_;
    LineReader reader_;
    bool loggedIn_ = false;
    bool over_ = false;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    constexpr Protocol Protocols[] = {Protocol::Pop3, Protocol::Imap, Protocol::Smtp};
    constexpr Security Securities[] = {Security::ImplicitTls, Security::StartTls, Security::None};
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const std::size_t piece = 1u + data[0] / 9u * 4u;
    Owner owner(Protocols[data[0] % 3], Securities[data[0] / 3 % 3]);
    for (std::size_t at = 0; at < bytes.size(); at += piece)
        if (!owner.receive(bytes.substr(at, piece)))
            return 0;
    owner.close();
    return 0;
}
