#include "net/platform.h"

#include <QtGlobal>

#ifdef Q_OS_WIN
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <arpa/inet.h>
#include <csignal>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fcntl.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

#include <cerrno>
#include <cstring>
#include <algorithm>
#include <memory>

namespace yomikae {

namespace {

struct FreeAddresses {
    void operator()(addrinfo* list) const { ::freeaddrinfo(list); }
};

LookupResult resultOf(int error) {
    switch (error) {
    case EAI_NONAME: return LookupResult::NotFound;
#if defined(EAI_NODATA) && EAI_NODATA != EAI_NONAME
    case EAI_NODATA: return LookupResult::NoAddress;
#endif
#ifdef EAI_ADDRFAMILY
    case EAI_ADDRFAMILY: return LookupResult::NoAddress;
#endif
    default: return LookupResult::Temporary;
    }
}

std::string literalOf(const addrinfo& info) {
    char text[INET6_ADDRSTRLEN] = {};
    if (info.ai_family == AF_INET) {
        sockaddr_in v4{};
        std::memcpy(&v4, info.ai_addr, sizeof v4);
        ::inet_ntop(AF_INET, &v4.sin_addr, text, sizeof text);
    } else {
        sockaddr_in6 v6{};
        std::memcpy(&v6, info.ai_addr, sizeof v6);
        ::inet_ntop(AF_INET6, &v6.sin6_addr, text, sizeof text);
    }
    return text;
}

#ifdef Q_OS_WIN
constexpr int InProgress = WSAEWOULDBLOCK, WasReset = WSAECONNRESET, WasRefused = WSAECONNREFUSED,
              NoNetwork = WSAENETUNREACH, NoHost = WSAEHOSTUNREACH, NoAccess = WSAEACCES, NoRoute = WSAEADDRNOTAVAIL;
using Socket = SOCKET;
int lastError() {
    return WSAGetLastError();
}
#else
constexpr int InProgress = EINPROGRESS, WasReset = ECONNRESET, WasRefused = ECONNREFUSED, NoNetwork = ENETUNREACH,
              NoHost = EHOSTUNREACH, NoAccess = EACCES, NoRoute = EADDRNOTAVAIL;
using Socket = int;
int lastError() {
    return errno;
}
#endif

/// EACCES, EPERM and EINVAL are what Linux says to a "prohibit" or "blackhole" route.
DialResult dialResultOf(int error) {
    switch (error) {
    case 0: return DialResult::Made;
    case InProgress: return DialResult::UnderWay;
    case WasReset: return DialResult::Cut;
    case WasRefused: return DialResult::Refused;
    case NoNetwork:
    case NoHost:
    case NoAccess:
    case NoRoute:
    case EPERM:
    case EINVAL: return DialResult::Unreachable;
    default: return DialResult::Failed;
    }
}

/// The size of the address, 0 where the text is none.
int fill(sockaddr_storage& to, const std::string& address, std::uint16_t port) {
    sockaddr_in v4{};
    sockaddr_in6 v6{};
    if (::inet_pton(AF_INET, address.c_str(), &v4.sin_addr) == 1) {
        v4.sin_family = AF_INET;
        v4.sin_port = htons(port);
        std::memcpy(&to, &v4, sizeof v4);
        return sizeof v4;
    }
    if (::inet_pton(AF_INET6, address.c_str(), &v6.sin6_addr) != 1)
        return 0;
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(port);
    std::memcpy(&to, &v6, sizeof v6);
    return sizeof v6;
}

bool stopBlocking(Socket socket) {
#ifdef Q_OS_WIN
    u_long on = 1;
    return ::ioctlsocket(socket, FIONBIO, &on) == 0;
#else
    return ::fcntl(socket, F_SETFL, O_NONBLOCK) == 0 && ::fcntl(socket, F_SETFD, FD_CLOEXEC) == 0;
#endif
}

} // namespace

Dial beginDial(const std::string& address, std::uint16_t port) {
    sockaddr_storage to{};
    const auto size = static_cast<socklen_t>(fill(to, address, port));
    Dial dial;
    if (size == 0)
        return dial;
    const Socket socket = ::socket(to.ss_family, SOCK_STREAM, 0);
    dial.socket = static_cast<std::intptr_t>(socket);
    if (dial.socket == -1) // no such address family here: IPv6 is switched off
        return {-1, DialResult::Unreachable};
    if (!stopBlocking(socket))
        return dial;
    const bool made = ::connect(socket, reinterpret_cast<const sockaddr*>(&to), size) == 0;
    dial.result = made ? DialResult::Made : dialResultOf(lastError());
    return dial;
}

DialResult endDial(std::intptr_t socket) {
    int error = 0;
    socklen_t size = sizeof error;
    if (::getsockopt(static_cast<Socket>(socket), SOL_SOCKET, SO_ERROR, reinterpret_cast<char*>(&error), &size) != 0)
        return DialResult::Failed;
    return dialResultOf(error);
}

void hangUp(std::intptr_t socket) {
    if (socket == -1)
        return;
#ifdef Q_OS_WIN
    ::closesocket(static_cast<Socket>(socket));
#else
    ::close(static_cast<Socket>(socket));
#endif
}

void prepareProcess() {
#ifndef Q_OS_WIN
    std::signal(SIGPIPE, SIG_IGN);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
#endif
#ifdef Q_OS_LINUX
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

void allowManySockets() {
#ifndef Q_OS_WIN
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0)
        return;
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
#endif
}

void acknowledgeAtOnce([[maybe_unused]] std::intptr_t socket) {
#ifdef TCP_QUICKACK
    const int on = 1;
    ::setsockopt(static_cast<int>(socket), IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
#endif
}

FoundAddresses addressesOf(const std::string& host, AddressFamily family) {
    addrinfo wish{};
    wish.ai_family = family == AddressFamily::V6 ? AF_INET6 : AF_INET;
    wish.ai_socktype = SOCK_STREAM;
    addrinfo* list = nullptr;
    const int error = ::getaddrinfo(host.c_str(), nullptr, &wish, &list);
    if (error != 0)
        return {resultOf(error), {}};
    const std::unique_ptr<addrinfo, FreeAddresses> owner(list);
    FoundAddresses found{LookupResult::Found, {}};
    for (const addrinfo* at = list; at != nullptr; at = at->ai_next) {
        std::string literal = literalOf(*at);
        // a hosts file may give one address twice ("::1 localhost" does)
        if (std::find(found.addresses.begin(), found.addresses.end(), literal) == found.addresses.end())
            found.addresses.push_back(std::move(literal));
    }
    return found;
}

} // namespace yomikae
