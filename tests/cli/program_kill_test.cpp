// What a program leaves that is killed in the middle of a login.
#include "program.h"

#include "net/login_memory.h"
#include "support/catch.h"

#include <QDateTime>
#include <QTcpServer>
#include <QTcpSocket>

using namespace yomikae;
using namespace yomikae::test;

namespace {

/// A POP3 server that takes the password and says nothing to it. Back once the password is there.
bool takePassword(QTcpServer& server) {
    constexpr int Patience = 20'000;
    if (!server.waitForNewConnection(Patience))
        return false;
    QTcpSocket* client = server.nextPendingConnection();
    client->write("+OK ready\r\n");
    while (client->canReadLine() || client->waitForReadyRead(Patience)) {
        const QByteArray line = client->readLine().trimmed();
        if (line.startsWith("PASS "))
            return true;
        client->write(line == "CAPA" ? "+OK\r\nUSER\r\n.\r\n" : "+OK\r\n");
        client->flush();
    }
    return false;
}

} // namespace

TEST_CASE("a program that is killed while the server thinks about the password has left word of it") {
    const Workplace place;
    QTcpServer server;
    REQUIRE(server.listen(QHostAddress::LocalHost));
    const QString port = QString::number(server.serverPort());
    bool passwordCame = false;
    place.watch({"probe", "--protocol", "pop3", "--host", "127.0.0.1", "--port", port, "--security", "none", "--user",
                 "taro@agate.plala.or.jp", "--allow-cleartext", "127.0.0.1:" + port, "--password-fd", "0"},
                [&](QProcess& process) {
                    process.write("himitsu-S3cret\n");
                    process.closeWriteChannel();
                    process.waitForBytesWritten();
                    passwordCame = takePassword(server);
                    process.kill();
                });
    REQUIRE(passwordCame);
    const std::string folder = place.path("home/yomikae").toStdString();
    LoginsBefore told;
    LoginMemory(folder, "taro@agate.plala.or.jp").tell(told, QDateTime::currentSecsSinceEpoch());
    CHECK(told.refusedBefore == 1);
    CHECK_FALSE(told.loginElsewhere);
}
