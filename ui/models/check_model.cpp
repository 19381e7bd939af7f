#include "ui/models/check_model.h"

#include "sheet/endpoint_choice.h"
#include "ui/appearance.h"
#include "ui/models/directions.h"

#include <algorithm>
#include <array>

namespace yomikae::ui {

namespace {

using StepOrder = std::array<Stage, 6>;

/// The way of one connection: a TLS port encrypts before the greeting, STARTTLS after the first list of abilities.
StepOrder stepsOf(const Attempt& attempt) {
    if (attempt.candidate.endpoint.security == Security::ImplicitTls)
        return {Stage::Resolve, Stage::Connect, Stage::Tls, Stage::Greeting, Stage::Capabilities, Stage::Login};
    const bool inTls = attempt.tls && attempt.tls->handshakeDone;
    if (attempt.candidate.endpoint.security == Security::StartTls && !inTls && attempt.stage == Stage::Capabilities)
        return {Stage::Resolve, Stage::Connect, Stage::Greeting, Stage::Capabilities, Stage::Tls, Stage::Login};
    return {Stage::Resolve, Stage::Connect, Stage::Greeting, Stage::Tls, Stage::Capabilities, Stage::Login};
}

} // namespace

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
        row->quiet = candidate.explainOnly; // what was in reserve may be used by now
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

CheckModel::State CheckModel::stateAt(int row) const {
    const Attempt* attempt = lastOf(rows_[static_cast<std::size_t>(row)]);
    if (!attempt || (isUnderWay(*attempt) && attempt->stage == Stage::Resolve))
        return State::Waiting;
    if (isUnderWay(*attempt))
        return State::UnderWay;
    if (attempt->outcome == Outcome::LoginOk || attempt->outcome == Outcome::Ready)
        return State::Good;
    return rows_[static_cast<std::size_t>(row)].quiet || attempt->outcome == Outcome::Skipped ? State::NotUsed
                                                                                              : State::Refused;
}

QString CheckModel::stepMarks(int row) const {
    const Attempt* attempt = lastOf(rows_[static_cast<std::size_t>(row)]);
    QString marks(static_cast<int>(StepOrder().size()), QChar(0x00b7));
    if (!attempt)
        return marks;
    const StepOrder order = stepsOf(*attempt);
    const auto here = static_cast<std::size_t>(
        std::find(order.begin(), order.end(), std::min(attempt->stage, Stage::Login)) - order.begin());
    const bool reached = attempt->outcome == Outcome::Ready || attempt->outcome == Outcome::LoginOk;
    for (std::size_t i = 0; i < order.size(); ++i)
        if (i < here || (i == here && reached) || attempt->outcome == Outcome::LoginOk)
            marks[static_cast<int>(order[i])] = QChar(0x2713);
    if (!reached && attempt->outcome != Outcome::Skipped)
        marks[static_cast<int>(order[here])] = stateAt(row) == State::Refused ? QChar(0x2715) : QChar(0x2013);
    if (isUnderWay(*attempt) && attempt->stage != Stage::Resolve)
        marks[static_cast<int>(order[here])] = attempt->stage > Stage::Login ? QChar(0x2713) : QChar(0x25b8);
    if (attempt->candidate.endpoint.security == Security::None)
        marks[static_cast<int>(Stage::Tls)] = QChar(0x2013);
    return marks;
}

QString CheckModel::stageText(const Row& row) const {
    const Attempt* attempt = lastOf(row);
    if (!attempt)
        return tr("waiting");
    if (!isUnderWay(*attempt) &&
        !(session_.checking() && attempt->outcome == Outcome::Ready && attempt->stage == Stage::Login))
        return tr("done");
    switch (attempt->stage) {
    case Stage::Resolve: return tr("waiting");
    case Stage::Connect: return tr("connecting");
    case Stage::Greeting: return tr("waiting for the greeting");
    case Stage::Tls: return tr("encrypting");
    case Stage::Capabilities: return tr("asking what it can do");
    case Stage::Login: return tr("logging in");
    case Stage::Sender: return tr("checking the sender");
    case Stage::Done: break;
    }
    return tr("done");
}

QString CheckModel::resultText(const Row& row) const {
    const Attempt* attempt = lastOf(row);
    if (!attempt || isUnderWay(*attempt))
        return {};
    const Judgement* judgement = session_.judgement();
    const auto index = static_cast<std::size_t>(attempt - session_.report()->attempts.data());
    return judgement ? session_.text(judgement->explanations[index]) : QString();
}

QString CheckModel::text(const Row& row, int column) const {
    switch (column) {
    case DoorColumn:
        return tr("%1\n%2, port %3")
            .arg(shown(row.endpoint.host), shown(protocolLabel(row.endpoint.protocol)),
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
        return parts.join(QStringLiteral(", ")).replace(QLatin1Char('\n'), QLatin1Char(' '));
    }
    case Qt::ForegroundRole: return row.quiet ? Appearance::current().quiet : Appearance::current().ink;
    case StepsRole: return stepMarks(index.row());
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
