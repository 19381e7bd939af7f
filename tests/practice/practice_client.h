// A mail client reduced to its wire: a socket, a TlsSession, lines.
#pragma once

#include "practice/practice_server.h"
#include "tls/tls_session.h"

#include <QTcpSocket>

#include <functional>
#include <memory>
#include <string>

namespace yomikae::test {

/// Runs the event loop until `done`, at most `limit`. True where it came.
bool waitFor(const std::function<bool()>& done, std::chrono::milliseconds limit = std::chrono::seconds(5));

/// A running practice provider and its trust.
struct Practice {
    explicit Practice(PracticeScenario scenario, const PracticeLimits& limits = {});
    PracticeProvider provider;
    PracticePorts ports;
    TrustStore trust;
};

class PracticeClient {
  public:
    PracticeClient(Practice& practice, const std::string& host, std::uint16_t port);

    bool beginTls();                            ///< true when the handshake is done, whatever the certificate
    std::string line();                         ///< the next line without its end; "" when none comes
    std::string ask(const std::string& line);   ///< sends it, returns the first line of the answer
    std::string list(const std::string& line);  ///< POP3: the lines up to the dot, joined by '|'
    std::string reply(const std::string& line); ///< SMTP: all lines of the answer, joined by '|'
    void send(const std::string& bytes);
    bool closed(); ///< waits for the server's end
    const TlsFacts& tls() const { return session_->facts(); }

  private:
    void take();
    TlsSettings settings_;
    QTcpSocket socket_;
    std::unique_ptr<TlsSession> session_;
    std::string received_;
};

} // namespace yomikae::test
