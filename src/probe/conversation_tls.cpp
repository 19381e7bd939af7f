// The part of a conversation that is TLS: the handshake, and the gate behind it.
#include "probe/conversation.h"

#include "base/limits.h"
#include "base/text.h"

namespace yomikae {

using From = TranscriptLine::From;

void Conversation::startTls() {
    TlsSettings tls;
    tls.serverName = endpoint_.host;
    tls.trust = settings_.trust;
    tls.now = settings_.wallClock;
    tls.legacyRenegotiation = settings_.candidate.legacyRenegotiation;
    tls.explainOnly = settings_.lax;
    tls_.emplace(tls);
    waitFor(limits::Handshake);
    flushTls();
}

void Conversation::flushTls() {
    if (tls_)
        out_ += tls_->takeCiphertext();
}

void Conversation::advanceTls() {
    if (handshaking()) {
        if (tls_->state() == TlsSession::State::Handshaking)
            return flushTls();
        flushTls(); // the last flight, or the alert that says why
        if (!tls_->facts().handshakeDone)
            return handshakeFailed();
        openGate();
        if (over_)
            return;
    }
    reader_.add(tls_->takePlaintext());
    readLines();
    if (!over_ && tls_->state() != TlsSession::State::Established)
        connectionEnded(false);
    flushTls();
}

/// Between the handshake and everything else: without an accepted certificate not one more word is said.
void Conversation::openGate() {
    const TlsFacts& facts = tls_->facts();
    note(From::Note, facts.version + " " + facts.cipher);
    peer_ = CertificateGate::open(endpoint_, *tls_, settings_.agreedSha256);
    if (!peer_)
        return refuseCertificate();
    waitFor(limits::Greeting);
    if (endpoint_.security == Security::StartTls) {
        reader_.add(tls_->takePlaintext());
        act(dialogue_->tlsEstablished());
    }
}

void Conversation::refuseCertificate() {
    const TlsFacts& facts = tls_->facts();
    if (CertificateGate::mayAsk(facts) && !facts.faults.empty())
        attempt_.consent = ConsentNeeded{ConsentKind::Certificate, endpoint_, facts.leaf.sha256};
    conclude(outcomeOf(facts), Stage::Tls, facts.failure);
    finish();
}

void Conversation::lookedForTls(const TlsFacts& seen, bool answered, Instant now) {
    now_ = now;
    attempt_.laxTls = seen;
    const bool web = speakerOf(seen.plainBytes) == "http"; // which never speaks first
    if (!answered && !web)
        return;
    if (web)
        attempt_.serverText = transcript_.shown(trimmed(seen.plainBytes));
    conclude(Outcome::NotThisProtocol, Stage::Greeting, web ? "http" : "tls");
    finish();
}

void Conversation::handshakeFailed() {
    const TlsFacts& facts = tls_->facts();
    if (!facts.plainBytes.empty()) {
        note(From::Server, facts.plainBytes);
        if (endpoint_.security == Security::StartTls) // behind its yes to TLS nothing in clear may come
            return act(dialogue_->unasked(trimmed(facts.plainBytes)));
        attempt_.serverText = transcript_.shown(trimmed(facts.plainBytes));
    }
    conclude(outcomeOf(facts), Stage::Tls, facts.failure);
    finish();
}

} // namespace yomikae
