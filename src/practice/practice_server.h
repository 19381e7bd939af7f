// The practice provider れんしゅうネット: real POP3 and SMTP servers with real TLS on loopback, with an account whose
// password is no secret. For demonstrations, for learning, for tests of the whole program.
#pragma once

#include "base/problem.h"
#include "practice/practice_connection.h"
#include "practice/practice_papers.h"

#include <QObject>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

class QTcpServer;
class QTcpSocket;

namespace yomikae {

enum class PracticeScenario {
    Modern,            ///< everything with TLS, user name = mail address
    WrongPassword,     ///< the password on the paper is not (any more) the right one
    Op25b,             ///< Modern, and a port 25 that never answers (outbound port 25 blocking)
    OldPaper,          ///< no TLS at all, user name as on the paper
    ExpiredCertificate ///< Modern with a certificate that is out of date
};

std::string_view
name(PracticeScenario scenario); ///< "modern", "wrong-password", "op25b", "old-paper", "expired-certificate"
std::optional<PracticeScenario> practiceScenarioNamed(std::string_view word);
std::span<const PracticeScenario> allPracticeScenarios();

/// A file that the command line may write for a person to try the program with.
struct PracticeFile {
    std::string name; ///< relative, with '/'
    std::string text;
};

/// ((host, port), address), as ProbeRun takes it.
using PracticeResolve = std::vector<std::pair<std::pair<std::string, std::uint16_t>, std::string>>;

/// Serves from the event loop of its thread. Listens on 127.0.0.1 only, on ports that the system gives.
class PracticeProvider : public QObject {
  public:
    explicit PracticeProvider(QObject* parent = nullptr, const PracticeLimits& limits = {});
    ~PracticeProvider() override;

    /// Stops what ran before. Problem: practice-cannot-listen.
    Result<PracticePorts> start(PracticeScenario scenario);
    void stop();

    const PracticePorts& ports() const { return ports_; }
    const PracticeAccount& account() const { return account_; } ///< what the servers take
    std::string paperPassword() const;                          ///< what the paper says
    std::string profile() const;                                ///< renshu.json
    std::string certificateJson() const;
    std::string paperText() const;
    std::string caPem() const;       ///< "" before the first start
    PracticeResolve resolve() const; ///< the names that stand for 127.0.0.1
    /// profiles/renshu.json, certificate.json, paper.txt, ca.pem
    std::vector<PracticeFile> files() const;

  private:
    enum class Speaks { Pop3, Smtp };
    bool listen(std::uint16_t& port, Speaks speaks, bool implicitTls, PracticeOffer offer);
    bool listenInSilence(std::uint16_t& port);
    bool listenFor(PracticeScenario scenario);
    void accept(QTcpServer* server, Speaks speaks, bool implicitTls, PracticeOffer offer);
    std::unique_ptr<PracticeDialogue> dialogue(Speaks speaks, PracticeOffer offer, bool inTls);

    PracticeLimits limits_;
    PracticeScenario scenario_ = PracticeScenario::Modern;
    PracticePorts ports_;
    PracticeAccount account_;
    PracticeMailbox mailbox_;
    std::optional<PracticeIdentity> identity_;
    std::unique_ptr<QObject> running_; ///< parent of all sockets; gone first
    std::string failure_;              ///< the system's words
};

} // namespace yomikae
