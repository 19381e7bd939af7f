// A released password for tests. Only the types that secret.h names can make one; this stands in for the one that takes
// a password in.
#pragma once

#include "base/secret.h"

#include <string>
#include <utility>

namespace yomikae {

class SecretInput {
  public:
    static ReleasedSecret released(std::string password) { return ReleasedSecret(Secret(std::move(password))); }
};

} // namespace yomikae
