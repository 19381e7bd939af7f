// The server's side of TLS for practice: an authority and a certificate made when it starts, and a connection as bytes
// in, bytes out.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace yomikae {

enum class PracticeValidity { Now, Expired };

/// The authority signs one certificate and forgets its key; nobody can make another one with it.
class PracticeIdentity {
  public:
    /// For pop.renshu.example and smtp.renshu.example.
    explicit PracticeIdentity(PracticeValidity validity);
    ~PracticeIdentity();
    PracticeIdentity(PracticeIdentity&&) noexcept;
    PracticeIdentity& operator=(PracticeIdentity&&) noexcept;

    const std::string& caPem() const;

    struct Native;
    Native* native() const { return native_.get(); }

  private:
    std::unique_ptr<Native> native_;
};

class PracticeTls {
  public:
    explicit PracticeTls(const PracticeIdentity& identity);
    ~PracticeTls();
    PracticeTls(const PracticeTls&) = delete;
    PracticeTls& operator=(const PracticeTls&) = delete;

    /// False where the peer's bytes are no TLS or end it: the connection is over.
    bool receive(std::string_view ciphertext);
    void write(std::string_view plaintext); ///< only when established
    void shutdown();
    std::string takeCiphertext();
    std::string takePlaintext();
    bool established() const;

  private:
    struct Native;
    std::unique_ptr<Native> native_;
};

} // namespace yomikae
