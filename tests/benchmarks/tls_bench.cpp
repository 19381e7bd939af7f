// CPU time of one TLS handshake with the whole chain checked. The other side is `openssl s_server` on loopback;
// tools/bench runs `openssl s_time -new -verify` against the same server for comparison.
#include "tls/certificate_gate.h"
#include "tls/tls_session.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

using namespace yomikae;

namespace {

double cpuSeconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

int connectTo(std::uint16_t port) {
    const int fd = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        std::perror("connect");
        std::exit(1);
    }
    return fd;
}

void sendAll(int fd, const std::string& bytes) {
    for (std::size_t sent = 0; sent < bytes.size();) {
        const ssize_t n = send(fd, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (n <= 0)
            return;
        sent += static_cast<std::size_t>(n);
    }
}

/// One handshake to its end; the gate must open, or the comparison would be a lie.
bool handshake(std::uint16_t port, const TlsSettings& settings) {
    const int fd = connectTo(port);
    TlsSession session(settings);
    sendAll(fd, session.takeCiphertext());
    char buffer[16384];
    while (session.state() == TlsSession::State::Handshaking) {
        const ssize_t n = recv(fd, buffer, sizeof buffer, 0);
        if (n <= 0)
            break;
        session.receive(std::string_view(buffer, static_cast<std::size_t>(n)));
        sendAll(fd, session.takeCiphertext());
    }
    const Endpoint endpoint{Protocol::Pop3, settings.serverName, port, Security::ImplicitTls};
    const bool accepted = CertificateGate::open(endpoint, session, "").has_value();
    close(fd);
    return accepted;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 5) {
        std::fputs("usage: tls_bench PORT NAME CA.pem COUNT\n", stderr);
        return 2;
    }
    const auto port = static_cast<std::uint16_t>(std::atoi(argv[1]));
    const int count = std::atoi(argv[4]);
    std::ifstream file(argv[3], std::ios::binary);
    const std::string pem{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    TrustStore trust;
    if (!trust.addPem(pem, argv[3]).empty())
        return 2;
    TlsSettings settings;
    settings.serverName = argv[2];
    settings.trust = &trust;
    settings.now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    if (!handshake(port, settings)) { // also makes the contexts that all sessions share
        std::fputs("the certificate was not accepted\n", stderr);
        return 1;
    }
    const double before = cpuSeconds();
    int accepted = 0;
    for (int i = 0; i < count; ++i)
        accepted += handshake(port, settings);
    const double each = (cpuSeconds() - before) / count;
    std::printf("%d %.6f\n", accepted, each);
    return accepted == count ? 0 : 1;
}
