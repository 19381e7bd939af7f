#include "ui/models/check_model.h"

#include "sheet/endpoint_choice.h"
#include "ui/appearance.h"

#include <QFont>

#include <algorithm>

namespace yomikae::ui {

CheckModel::CheckModel(Session& session, QObject* parent) : QAbstractTableModel(parent), session_(session) {
    connect(&session_, &Session::checkStarted, this, &CheckModel::reload);
    connect(&session_, &Session::attemptChanged, this, &CheckModel::attemptChanged);
    connect(&session_, &Session::checkFinished, this, &CheckModel::retranslate);
    reload();
}

void CheckModel::reload() {
    beginResetModel();
    rows_.clear();
    const RunReport* report = session_.report();
    if (report && !session_.resultIsStale())
        for (const Attempt& attempt : report->attempts)
            rows_.push_back({attempt.candidate.endpoint, attempt.candidate.explainOnly, {}});
    else
        for (const Candidate& candidate : session_.plan().candidates)
            rows_.push_back({candidate.endpoint, candidate.explainOnly, {}});
    const auto same = [](const Row& a, const Row& b) { return a.endpoint == b.endpoint; };
    rows_.erase(std::unique(rows_.begin(), rows_.end(), same), rows_.end());
    assignAttempts();
    endResetModel();
}

/// A door may take several attempts (other names, another run of the same). What is new stands at the end.
void CheckModel::assignAttempts() {
    for (Row& row : rows_)
        row.attempts.clear();
    const RunReport* report = session_.report();
    if (!report || session_.resultIsStale())
        return;
    for (std::size_t i = 0; i < report->attempts.size(); ++i) {
        const Candidate& candidate = report->attempts[i].candidate;
        auto row = std::find_if(rows_.begin(), rows_.end(),
                                [&](const Row& known) { return known.endpoint == candidate.endpoint; });
        if (row == rows_.end())
            row = rows_.insert(rows_.end(), {candidate.endpoint, candidate.explainOnly, {}});
        row->attempts.push_back(i);
    }
}

void CheckModel::attemptChanged(int) {
    const int before = rowCount();
    std::vector<Row> old = rows_;
    assignAttempts();
    if (rowCount() > before) {
        std::swap(old, rows_);
        beginInsertRows({}, before, static_cast<int>(old.size()) - 1);
        rows_ = std::move(old);
        endInsertRows();
    }
    retranslate();
}

void CheckModel::retranslate() {
    if (!rows_.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

/// The attempt that says most: a login that worked, else the latest.
const Attempt* CheckModel::lastOf(const Row& row) const {
    const RunReport* report = session_.report();
    if (!report || row.attempts.empty())
        return nullptr;
    for (std::size_t i : row.attempts)
        if (report->attempts[i].outcome == Outcome::LoginOk)
            return &report->attempts[i];
    return &report->attempts[row.attempts.back()];
}

bool CheckModel::pending(const Attempt& attempt) const {
    return session_.checking() && attempt.outcome == Outcome::Skipped && attempt.reason.empty();
}

CheckModel::State CheckModel::stateAt(int row) const {
    const Attempt* attempt = lastOf(rows_[static_cast<std::size_t>(row)]);
    if (!attempt)
        return State::Waiting;
    if (pending(*attempt))
        return State::UnderWay;
    if (attempt->outcome == Outcome::LoginOk || attempt->outcome == Outcome::Ready)
        return State::Good;
    return rows_[static_cast<std::size_t>(row)].quiet || attempt->outcome == Outcome::Skipped ? State::NotUsed
                                                                                              : State::Refused;
}

int CheckModel::stepsBehind(const Row& row) const {
    const Attempt* attempt = lastOf(row);
    if (!attempt)
        return 0;
    if (attempt->outcome == Outcome::LoginOk)
        return 6;
    return std::min(static_cast<int>(attempt->stage), 5);
}

QString CheckModel::stageText(const Row& row) const {
    const Attempt* attempt = lastOf(row);
    if (!attempt)
        return tr("waiting");
    if (!pending(*attempt))
        return tr("done");
    switch (attempt->stage) {
    case Stage::Resolve: return tr("looking up the name");
    case Stage::Connect: return tr("connecting");
    case Stage::Greeting: return tr("waiting for the greeting");
    case Stage::Tls: return tr("encrypting");
    case Stage::Capabilities: return tr("asking what it can do");
    case Stage::Login:
    case Stage::Sender: return tr("logging in");
    case Stage::Done: break;
    }
    return tr("done");
}

QString CheckModel::resultText(const Row& row) const {
    const Attempt* attempt = lastOf(row);
    if (!attempt || pending(*attempt))
        return {};
    const Judgement* judgement = session_.judgement();
    const auto index = static_cast<std::size_t>(attempt - session_.report()->attempts.data());
    return judgement ? session_.text(judgement->explanations[index]) : QString();
}

QString CheckModel::text(const Row& row, int column) const {
    switch (column) {
    case DoorColumn:
        return tr("%1 %2, port %3")
            .arg(shown(protocolLabel(row.endpoint.protocol)), shown(row.endpoint.host),
                 QString::number(row.endpoint.port));
    case SecurityColumn: return shown(securityLabel(row.endpoint.security, session_.language()));
    case StageColumn: return stageText(row);
    case ResultColumn: return resultText(row);
    default: return {};
    }
}

int CheckModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int CheckModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CheckModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::AccessibleTextRole: {
        QStringList parts;
        for (int column = 0; column < ColumnCount; ++column)
            if (const QString part = text(row, column); !part.isEmpty())
                parts << part;
        return parts.join(QStringLiteral(", "));
    }
    case Qt::ForegroundRole: return row.quiet ? Appearance::current().quiet : Appearance::current().ink;
    case StageRole: return stepsBehind(row);
    case StateRole: return static_cast<int>(stateAt(index.row()));
    case QuietRole: return row.quiet;
    default: return {};
    }
}

QVariant CheckModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case DoorColumn: return tr("Door");
    case SecurityColumn: return tr("Encryption");
    case StageColumn: return tr("Now");
    case ResultColumn: return tr("Result");
    default: return {};
    }
}

} // namespace yomikae::ui
