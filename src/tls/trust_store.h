// Which certificate authorities are trusted. The engine opens no system store itself on Windows and macOS: `net` hands
// the anchors over.
#pragma once

#include "base/problem.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace yomikae {

/// Shared, immutable once handed to sessions.
class TrustStore {
  public:
    TrustStore();
    ~TrustStore();
    TrustStore(TrustStore&&) noexcept;
    TrustStore& operator=(TrustStore&&) noexcept;

    /// Every certificate of a PEM text; problems: ca-file-no-certificate, ca-file-unreadable. `file` is for messages.
    std::vector<Problem> addPem(std::string_view pem, std::string_view file);
    /// One DER certificate; false where it is none.
    bool addDer(std::string_view der);
    /// OpenSSL's own default locations (good on Linux; empty elsewhere).
    void addSystemDefaults();

    /// Makes all that sessions otherwise make when they first need it (some 1 ms): before several threads share this, or
    /// while there is nothing else to do.
    void makeReady() const;

    struct Native;
    Native* native() const { return native_.get(); }

  private:
    std::unique_ptr<Native> native_;
};

} // namespace yomikae
