// The live matrix of page 4: a row for every door, which keeps its place from before the run to its end.
#pragma once

#include "ui/session.h"

#include <QAbstractTableModel>

#include <vector>

namespace yomikae::ui {

class CheckModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column { DoorColumn, SecurityColumn, StageColumn, ResultColumn, ColumnCount };
    enum Role {
        StepsRole = Qt::UserRole, ///< six marks (name, connection, greeting, encryption, abilities, login): ✓ behind
                                  ///< us, ▸ here, ✕ where it ended, – not needed, · to come
        StateRole,                ///< State as int
        QuietRole                 ///< only there to be explained
    };
    enum class State { Waiting, UnderWay, Good, Refused, NotUsed };

    explicit CheckModel(Session& session, QObject* parent = nullptr);

    /// Indices into report()->attempts that belong to the row, in their order; empty before the run.
    const std::vector<std::size_t>& attemptsAt(int row) const { return rows_[static_cast<std::size_t>(row)].attempts; }
    const Endpoint& endpointAt(int row) const { return rows_[static_cast<std::size_t>(row)].endpoint; }
    State stateAt(int row) const;
    bool isLive() const { return session_.checking(); } ///< texts still change several times a second

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// The plan as it would be tried now; rows of a run that is known stay.
    void reload();
    /// Texts in another language.
    void retranslate();

  private:
    struct Row {
        Endpoint endpoint;
        bool quiet = false;
        std::vector<std::size_t> attempts;
    };
    void attemptChanged(int attempt);
    void assignAttempts();
    const Attempt* lastOf(const Row& row) const;
    QString stepMarks(int row) const;
    QString stageText(const Row& row) const;
    QString resultText(const Row& row) const;
    QString text(const Row& row, int column) const;

    Session& session_;
    std::vector<Row> rows_;
};

} // namespace yomikae::ui
