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
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

#include <cstring>
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

} // namespace

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
    for (const addrinfo* at = list; at != nullptr; at = at->ai_next)
        found.addresses.push_back(literalOf(*at));
    return found;
}

} // namespace yomikae
