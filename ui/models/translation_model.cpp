#include "ui/models/translation_model.h"

#include "ui/appearance.h"

#include <QFont>

namespace yomikae::ui {

TranslationModel::TranslationModel(Session& session, QObject* parent) : QAbstractTableModel(parent), session_(session) {
    reload();
}

void TranslationModel::reload() {
    beginResetModel();
    rows_.clear();
    if (const Translation* translation = session_.translation())
        for (const FieldChange& change : translation->changes)
            rows_.push_back(change);
    endResetModel();
}

int TranslationModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int TranslationModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString TranslationModel::paperText(const FieldChange& change) const {
    if (change.field == Field::MailPassword)
        return session_.passwordGiven() ? tr("(as typed)") : tr("(not typed)");
    return change.paper.empty() ? tr("(not on the paper)") : shown(change.paper);
}

QString TranslationModel::nowText(const FieldChange& change) const {
    if (change.change == Change::Kept)
        return tr("✓ as it is");
    if (change.change == Change::Removed)
        return tr("→ not needed any more");
    return change.now.empty() ? tr("? not known yet") : tr("→ %1").arg(shown(change.now));
}

/// A row in one breath, for a screen reader.
QString TranslationModel::sentence(const FieldChange& change) const {
    return tr("%1: on the paper %2, now %3")
        .arg(session_.phrase("field-" + std::string(name(change.field))), paperText(change), nowText(change));
}

QVariant TranslationModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const FieldChange& change = changeAt(index.row());
    const bool news =
        change.change == Change::Changed || change.change == Change::Added || change.change == Change::Removed;
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == FieldColumn)
            return session_.phrase("field-" + std::string(name(change.field)));
        return index.column() == PaperColumn ? paperText(change) : nowText(change);
    case Qt::AccessibleTextRole: return sentence(change);
    case ChangeRole: return static_cast<int>(change.change);
    case Qt::FontRole: {
        QFont font;
        font.setBold(index.column() == NowColumn && news);
        font.setStrikeOut(index.column() == PaperColumn && news && !change.paper.empty());
        return font;
    }
    case Qt::ForegroundRole:
        if (index.column() == NowColumn && news)
            return Appearance::current().changed;
        return index.column() == PaperColumn && news ? Appearance::current().quiet : Appearance::current().ink;
    default: return {};
    }
}

QVariant TranslationModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case FieldColumn: return tr("Item");
    case PaperColumn: return tr("Paper");
    case NowColumn: return tr("Now");
    default: return {};
    }
}

} // namespace yomikae::ui
