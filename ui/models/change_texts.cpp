#include "ui/models/change_texts.h"

#include "sheet/endpoint_choice.h"
#include "ui/open_page.h"

#include <QCoreApplication>

#include <algorithm>

namespace yomikae::ui {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(yomikae::ui::ChangeTexts)

  public:
    explicit Words(Session& session) : session_(session) {}

    ChangeTexts row(const FieldChange& change) const {
        ChangeTexts texts;
        texts.field = label(change.field);
        texts.paper = paper(change);
        texts.news = isNews(change);
        texts.paperIsStruck = texts.news && !change.paper.empty();
        texts.now = now(change);
        texts.reason = session_.text(change.reason);
        texts.evidence = evidence(change);
        texts.sourceUrl = mayOpen(change.source) ? shown(change.source) : QString();
        texts.sourceName = sourceName(change.source);
        if (const auto own = corrected(change.field); !own.isEmpty())
            putRight(texts, own);
        texts.spoken = tr("%1: on the paper %2, now %3").arg(texts.field, texts.paper, texts.now);
        return texts;
    }

  private:
    static bool isNews(const FieldChange& change) {
        return change.change == Change::Changed || change.change == Change::Added || change.change == Change::Removed;
    }

    /// The paper's own word in Japanese, as on the page before.
    QString label(Field field) const {
        const auto printed = onPaper(field);
        const QString own =
            printed && session_.language() == Language::Japanese ? session_.labelOf(*printed) : QString();
        return own.isEmpty() ? session_.phrase("field-" + std::string(name(field))) : own;
    }

    static std::optional<PaperField> onPaper(Field field) {
        switch (field) {
        case Field::MailAddress: return PaperField::MailAddress;
        case Field::MailAccount: return PaperField::MailAccount;
        case Field::MailPassword: return PaperField::MailPassword;
        case Field::PopServer: return PaperField::PopServer;
        case Field::SmtpServer: return PaperField::SmtpServer;
        default: return std::nullopt;
        }
    }

    QString paper(const FieldChange& change) const {
        if (change.field == Field::MailPassword)
            return session_.passwordGiven() ? tr("(as typed)") : tr("(not typed)");
        return change.paper.empty() ? tr("(not on the paper)") : value(change.field, change.paper);
    }

    /// As it stands on the sheet and in mail apps, not as a file names it.
    QString value(Field field, const std::string& text) const {
        const bool security = field == Field::IncomingSecurity || field == Field::OutgoingSecurity;
        if (security && securityNamed(text))
            return session_.phrase("sheet-security-" + text);
        if (field == Field::OutgoingAuthentication &&
            (text == "none" || text == "pop-before-smtp" || text == "smtp-auth" || text == "oauth2"))
            return session_.phrase("sheet-authentication-" + text);
        return shown(text);
    }

    QString now(const FieldChange& change) const {
        if (change.change == Change::Kept)
            return tr("✓ as it is");
        if (change.change == Change::Removed)
            return tr("→ not needed any more");
        if (change.field == Field::MailPassword && change.now.empty())
            return tr("enter it on the page before");
        return change.now.empty() ? tr("? not known yet") : tr("→ %1").arg(value(change.field, change.now));
    }

    static QString symbol(Evidence evidence) {
        switch (evidence) {
        case Evidence::Proven: return QStringLiteral("✓");
        case Evidence::Official: return QStringLiteral("◎");
        case Evidence::Reported: return QStringLiteral("○");
        case Evidence::Dated: return QStringLiteral("△");
        case Evidence::Unsourced: break;
        }
        return QStringLiteral("?");
    }

    static bool isServer(Field field) { return field == Field::PopServer || field == Field::SmtpServer; }

    QString evidence(const FieldChange& change) const {
        QStringList parts;
        if (change.evidence) {
            const QString word = session_.phrase("evidence-" + std::string(name(*change.evidence)));
            parts << tr("%1 How sure: %2").arg(symbol(*change.evidence), word);
        }
        if (!change.since.empty())
            parts << tr("since %1").arg(shown(dateWords(change.since, session_.language())));
        const bool sure = change.evidence && *change.evidence <= Evidence::Reported;
        if (isServer(change.field) && !sure && change.change != Change::Removed)
            parts << tr("Not checked yet. The next page checks it.");
        return parts.join(tr(" / "));
    }

    QString sourceName(const std::string& source) const {
        if (source.empty())
            return {};
        const QString date = dateOf(source);
        return date.isEmpty() ? tr("Source: %1").arg(shown(source))
                              : tr("Source: %1 (read on %2)").arg(shown(source), date);
    }

    QString dateOf(const std::string& source) const {
        const ProviderProfile* profile = session_.provider();
        if (!profile)
            return {};
        for (const Source& one : profile->sources)
            if (!one.checked.empty() && (one.url == source || one.title == source))
                return shown(dateWords(one.checked, session_.language()));
        return {};
    }

    /// The person's own value for a field, or "".
    QString corrected(Field field) const {
        const bool incoming = field == Field::PopServer || field == Field::PopPort ||
                              field == Field::IncomingSecurity || field == Field::MailAccount;
        const auto own = session_.correction(incoming);
        if (!own)
            return {};
        switch (field) {
        case Field::PopServer:
        case Field::SmtpServer: return shown(own->endpoint.host);
        case Field::PopPort:
        case Field::SmtpPort: return QString::number(own->endpoint.port);
        case Field::IncomingSecurity:
        case Field::OutgoingSecurity: return shown(securityLabel(own->endpoint.security, session_.language()));
        case Field::MailAccount:
        case Field::OutgoingAccount: return shown(own->username);
        default: return {};
        }
    }

    static void putRight(ChangeTexts& texts, const QString& own) {
        texts.news = true;
        texts.now = tr("→ %1").arg(own);
        texts.reason = tr("You entered this value. The next page tries it first.");
        texts.evidence = tr("Not checked yet. The next page checks it.");
        texts.sourceUrl.clear();
        texts.sourceName.clear();
    }

    Session& session_;
};

} // namespace

std::vector<ChangeTexts> changeTexts(Session& session) {
    const Translation* translation = session.translation();
    std::vector<FieldChange> changes = translation ? translation->changes : std::vector<FieldChange>{};
    const auto place = [](const FieldChange& change) { // the paper has the account before the password
        return change.field == Field::MailAddress    ? 0
               : change.field == Field::MailAccount  ? 1
               : change.field == Field::MailPassword ? 2
                                                     : 3;
    };
    std::stable_sort(changes.begin(), changes.end(),
                     [&](const FieldChange& a, const FieldChange& b) { return place(a) < place(b); });
    std::vector<ChangeTexts> rows;
    for (const FieldChange& change : changes)
        rows.push_back(Words(session).row(change));
    return rows;
}

} // namespace yomikae::ui
