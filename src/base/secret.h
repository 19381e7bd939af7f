// A password. It cannot be printed, compared or read by accident, and is wiped when it goes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace yomikae {

class ReleasedSecret;

/// Holds a password in memory of its own that is overwritten before it is freed. Copies are wiped as well.
/// Nobody outside can read it: only the friends below make a ReleasedSecret of it, each for one stated purpose.
class Secret {
  public:
    Secret() = default;
    /// Takes the bytes over and overwrites `plain`.
    explicit Secret(std::string&& plain);
    Secret(const Secret& other);
    Secret(Secret&& other) noexcept;
    Secret& operator=(const Secret& other);
    Secret& operator=(Secret&& other) noexcept;
    ~Secret();

    bool empty() const { return size_ == 0; }
    std::size_t size() const { return size_; }
    /// True where the password holds CR, LF or NUL, which no mail protocol can carry (RFC 1939 3, RFC 4616 2).
    bool hasLineBreakOrNul() const;
    /// True where it begins or ends with a blank or a tab: often a slip of copying, sometimes meant.
    bool hasOuterBlank() const;
    /// True where every byte is 7 bit.
    bool isAscii() const;
    /// Replaces each occurrence of this password in `text` (as it is or in base64) by "****". For transcripts and
    /// server texts.
    std::string struckOut(std::string text) const;

  private:
    friend class ReleasedSecret;
    void wipe() noexcept;
    char* bytes_ = nullptr;
    std::size_t size_ = 0;
};

/// The right to read one Secret. Made by exactly these types, each of which stands for a permission:
/// AcceptedPeer (TLS with an accepted certificate), CleartextConsent (the person's yes to one endpoint without TLS),
/// PaperConsent (the person asked for the password on this printed sheet), SecretInput (takes a password in and folds
/// or checks it).
class ReleasedSecret {
  public:
    std::string_view bytes() const;

  private:
    friend class AcceptedPeer;
    friend class CleartextConsent;
    friend class PaperConsent;
    friend class SecretInput;
    explicit ReleasedSecret(const Secret& secret) : secret_(secret) {}
    Secret secret_;
};

/// Overwrites a buffer that held a secret; not optimised away.
void wipe(std::string& text) noexcept;

} // namespace yomikae
