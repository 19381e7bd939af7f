#include "ui/models/attempt_text.h"

#include "sheet/endpoint_choice.h"

#include <QCoreApplication>
#include <QStringList>

namespace yomikae::ui {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(yomikae::ui::AttemptText)

  public:
    static QString seconds(Milliseconds time) {
        return QString::number(static_cast<double>(time.count()) / 1000.0, 'f', 1);
    }

    static QString day(WallTime time, Language language) {
        const QDateTime when = QDateTime::fromSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC);
        return shown(dateWords(when.date().toString(Qt::ISODate).toStdString(), language));
    }

    static QString facts(const Attempt& attempt, Language language) {
        QStringList lines;
        if (!attempt.address.empty())
            lines << tr("Address: %1").arg(shown(attempt.address));
        if (attempt.took.count() > 0)
            lines
                << tr("Time: %1 s, from second %2 of the check on").arg(seconds(attempt.took), seconds(attempt.began));
        const Security security = attempt.candidate.endpoint.security;
        lines << (attempt.tls && !attempt.tls->version.empty()
                      ? tr("Encryption: %1 (%2, %3)")
                            .arg(shown(securityLabel(security, language)), shown(attempt.tls->version),
                                 shown(attempt.tls->cipher))
                      : tr("Encryption: %1").arg(shown(securityLabel(security, language))));
        if (!attempt.username.empty())
            lines << tr("User name: %1").arg(shown(attempt.username));
        return lines.join(QLatin1Char('\n'));
    }

    /// In groups, so that it can be compared and wrapped.
    static QString fingerprint(const std::string& sha256) {
        QStringList groups;
        for (std::size_t at = 0; at < sha256.size(); at += 4)
            groups << shown(std::string_view(sha256).substr(at, 4));
        return groups.join(QLatin1Char(' '));
    }

    static QString certificate(const CertificateFacts& leaf, Language language) {
        QStringList names;
        for (const std::string& one : leaf.names)
            names << shown(one);
        QStringList lines;
        lines << tr("Certificate of: %1").arg(shown(leaf.subject));
        lines << tr("For the servers: %1").arg(names.join(QStringLiteral(", ")));
        lines << tr("Made by: %1").arg(shown(leaf.issuer));
        lines << tr("Valid from %1 to %2").arg(day(leaf.notBefore, language), day(leaf.notAfter, language));
        lines << tr("Fingerprint (SHA-256): %1").arg(fingerprint(leaf.sha256));
        return lines.join(QLatin1Char('\n'));
    }

    static QString mark(TranscriptLine::From from) {
        switch (from) {
        case TranscriptLine::From::Client: return QStringLiteral("C:");
        case TranscriptLine::From::Server: return QStringLiteral("S:");
        case TranscriptLine::From::Note: break;
        }
        return QStringLiteral("*");
    }
};

} // namespace

QString certificateText(const Attempt& attempt, Language language) {
    return attempt.tls && !attempt.tls->leaf.sha256.empty() ? Words::certificate(attempt.tls->leaf, language)
                                                            : QString();
}

QString attemptText(const Attempt& attempt, Language language) {
    QStringList parts{Words::facts(attempt, language), certificateText(attempt, language)};
    parts.removeAll(QString());
    return parts.join(QLatin1Char('\n'));
}

QString conversationText(const Attempt& attempt) {
    QStringList lines;
    for (const TranscriptLine& line : attempt.transcript)
        lines << QStringLiteral("%1 s  %2 ").arg(Words::seconds(line.at), Words::mark(line.from)) + shown(line.text);
    return lines.join(QLatin1Char('\n'));
}

} // namespace yomikae::ui
