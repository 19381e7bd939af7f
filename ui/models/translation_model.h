// The table of page 3: each field of the paper, then and now.
#pragma once

#include "ui/session.h"

#include <QAbstractTableModel>

#include <vector>

namespace yomikae::ui {

/// Rows are those of `Translation::changes` where the paper or today has something to say, in their order.
class TranslationModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column { FieldColumn, PaperColumn, NowColumn, ColumnCount };
    enum Role { ChangeRole = Qt::UserRole }; ///< Change as int

    explicit TranslationModel(Session& session, QObject* parent = nullptr);

    void reload();
    /// The value behind a row; valid until the next reload.
    const FieldChange& changeAt(int row) const { return rows_[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    QString paperText(const FieldChange& change) const;
    QString nowText(const FieldChange& change) const;
    QString sentence(const FieldChange& change) const;

    Session& session_;
    std::vector<FieldChange> rows_;
};

} // namespace yomikae::ui
