// Every limit of the program in one place, each with its reason.
#pragma once

#include <chrono>
#include <cstddef>

namespace yomikae::limits {

using namespace std::chrono_literals;

// --- what a server may say -------------------------------------------------------------------------------------------
inline constexpr std::size_t AnswerLine =
    8192; ///< bytes with CRLF; RFC 1939/2449/5321 ask 512, a long AUTH line is 1 KB
inline constexpr std::size_t AnswerLines = 100;       ///< lines in one greeting, EHLO, CAPA; real servers send 8 to 12
inline constexpr std::size_t AnswerBytes = 64 * 1024; ///< bytes in one answer
inline constexpr std::size_t BytesBeforeLogin = 256 * 1024; ///< bytes in one connection before the login
inline constexpr int SaslRounds = 4;                        ///< PLAIN 1, LOGIN 2, CRAM-MD5 1
inline constexpr std::size_t Challenge = 4096;              ///< base64 bytes of one SASL challenge
inline constexpr std::size_t ShownServerText = 500;         ///< characters of a banner that are shown or logged

// --- initial responses: only if the whole command line fits
// ------------------------------------------------------------
inline constexpr std::size_t Pop3CommandLine = 255; ///< RFC 2449 4
inline constexpr std::size_t SmtpCommandLine = 512; ///< RFC 5321 4.5.3.1.4

// --- how long a stage may take, as a whole
// ----------------------------------------------------------------------------
inline constexpr std::chrono::milliseconds DnsFirst = 5s; ///< then a second try
inline constexpr std::chrono::milliseconds DnsAll = 10s;
inline constexpr std::chrono::milliseconds ResolutionDelay = 50ms; ///< RFC 8305 3: wait this long for the other family
inline constexpr std::chrono::milliseconds ConnectAddress = 8s;
inline constexpr std::chrono::milliseconds ConnectKnownHost =
    2s; ///< when the same host answers elsewhere: one SYN was sent again by then
inline constexpr std::chrono::milliseconds NextAddress = 250ms; ///< RFC 8305 5
inline constexpr std::chrono::milliseconds ConnectHost = 15s;
inline constexpr std::chrono::milliseconds HeadStart =
    30ms; ///< of what may log in before what only explains: a dozen handshakes at once keep two processors busy so long
inline constexpr std::chrono::milliseconds Greeting = 20s;      ///< postscreen 6 s, tarpits 8 to 30 s; a person waits
inline constexpr std::chrono::milliseconds SilenceUntilTlsLook =
    3s; ///< honest greetings take less; a port that waits for TLS would keep us for the whole of `Greeting`
inline constexpr std::chrono::milliseconds CommandAnswer = 15s; ///< EHLO, CAPA, STLS
inline constexpr std::chrono::milliseconds Handshake = 15s;
inline constexpr std::chrono::milliseconds AuthChallenge = 20s; ///< Dovecot holds it up to 15 s
inline constexpr std::chrono::milliseconds LoginVerdict = 45s;  ///< Dovecot 17 s, [IN-USE] after 12 s
inline constexpr std::chrono::milliseconds Quit = 3s;
inline constexpr std::chrono::milliseconds Candidate = 100s;
inline constexpr std::chrono::milliseconds Run = 180s;
inline constexpr std::chrono::milliseconds AfterRefusedLogin = 5s;

// --- politeness
// ----------------------------------------------------------------------------------------------------------
inline constexpr int ConnectionsInAll = 16;
inline constexpr int ConnectionsToHostAndPort = 1; ///< and once a second one, beside one that stays silent
inline constexpr int ConnectionsToHostPerMinute = 12;
inline constexpr int ConnectionsKeptForLogins = 2; ///< of those: looks, and TLS tries that only explain, leave them alone
inline constexpr int RefusedLogins = 2; ///< accounts lock at 3 in the field
inline constexpr std::chrono::minutes RefusedLoginCounts{30}; ///< over program runs; locks in the field look back 10 to 30

// --- a batch: many certificates from one place, so a provider sees one address ask for many people
// ----------------------------------
inline constexpr int BatchJobs = 8;      ///< rows at once; a run mostly waits, and holds 16 sockets at most
inline constexpr int BatchMostJobs = 64; ///< 64 runs of 16 sockets are the 1,024 files that many systems allow
inline constexpr int BatchThreads = 8;   ///< event loops; one serves some ten runs without being busy
inline constexpr int BatchRowsAtHost = 2; ///< runs at once that touch one host; Dovecot allows 10 connections a user and address
inline constexpr int BatchBurst = 10;     ///< rows of one host that may begin without a pause: what a person does by hand
inline constexpr std::chrono::milliseconds BatchRowEvery = 2s; ///< after those: 30 rows, some 150 connections, a minute
inline constexpr std::size_t BatchRow = 64 * 1024;  ///< bytes of one row; with every field at its longest 5 KB
inline constexpr std::size_t BatchWaiting = 100'000; ///< rows read ahead past a busy host; some 60 bytes each
inline constexpr std::size_t BatchFound = 1000;      ///< domains whose settings are kept after they were looked for
inline constexpr std::size_t BatchNames = 1000;      ///< host names whose addresses are kept
inline constexpr std::chrono::seconds BatchNamesFor{60}; ///< a resolver's shortest usual time to live

// --- looking for a provider's published settings
// ----------------------------------------------------------------------------------
inline constexpr std::size_t PublishedConfig = 64 * 1024; ///< bytes of one config-v1.1.xml; real ones have 1 to 8 KB
inline constexpr std::size_t PublishedServers = 32;       ///< in one config-v1.1.xml; real ones have 2 to 8
inline constexpr std::size_t RecordsOfOneName = 16;       ///< SRV or MX records; real ones have 1 to 5
inline constexpr int Redirects = 2;
inline constexpr std::chrono::milliseconds OneQuestion = 5s;   ///< a fetch with its redirects, a DNS question
inline constexpr std::chrono::milliseconds AfterAFinding = 1s; ///< for what is still open once servers are known
inline constexpr std::chrono::milliseconds Discovery = 10s;    ///< in all

// --- a message to oneself (--send-test)
// ----------------------------------------------------------------------------------
inline constexpr std::chrono::milliseconds SendTest = 120s;    ///< a person does not wait for greylisting
inline constexpr std::chrono::milliseconds ErrandAnswer = 60s; ///< content filters and searches take their time
inline constexpr std::size_t ErrandBytes = 1024 * 1024;        ///< of one session; ten headers have some 100 KB
inline constexpr std::size_t NewestMessages = 10;              ///< that are looked at; others arrive in between

// --- what a person or a file may hand in
// -----------------------------------------------------------------------------------
inline constexpr std::size_t Password = 1024;
inline constexpr std::size_t UserName = 320;
inline constexpr std::size_t HostName = 253;               ///< RFC 1035 2.3.4
inline constexpr std::size_t MailAddress = 320;            ///< 64 + 1 + 255, RFC 5321 4.5.3.1
inline constexpr std::size_t CertificateFile = 256 * 1024; ///< a paper is a page; text or JSON
inline constexpr std::size_t ProfileFile = 256 * 1024;
inline constexpr std::size_t ConfirmationFile = 16 * 1024; ///< real ones have under 1 KB
inline constexpr int JsonDepth = 32;
inline constexpr std::size_t JsonString = 4096;
inline constexpr std::size_t ProfileEndpoints = 64;
inline constexpr std::size_t ProfileDomains = 4096;
inline constexpr std::size_t Problems = 200; ///< of one file; a file that is not a profile at all has no end of them

} // namespace yomikae::limits
