#include "ui/widgets/check_table.h"

#include "ui/appearance.h"
#include "ui/models/check_model.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QTimer>

#include <algorithm>

namespace yomikae::ui {

namespace {

constexpr int Steps = 6;
constexpr int CellPadding = 8; ///< as in the style sheet
constexpr int LeastResult = 8; ///< heights of a line

QColor inkOf(CheckModel::State state) {
    const Colours& colours = Appearance::current();
    switch (state) {
    case CheckModel::State::Good: return colours.good;
    case CheckModel::State::Refused: return colours.bad;
    case CheckModel::State::UnderWay: return colours.accent;
    default: return colours.quiet;
    }
}

} // namespace

void StepsDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem plain = option;
    initStyleOption(&plain, index);
    const QString words = plain.text;
    plain.text.clear();
    plain.widget->style()->drawControl(QStyle::CE_ItemViewItem, &plain, painter, plain.widget);
    const auto state = static_cast<CheckModel::State>(index.data(CheckModel::StateRole).toInt());
    painter->save();
    const QRect area = option.rect.adjusted(CellPadding, 2, -4, -2);
    const int cell = option.fontMetrics.height();
    const QString all = index.data(CheckModel::StepsRole).toString();
    painter->setPen(inkOf(state));
    const int top = area.center().y() - cell;
    for (int step = 0; step < Steps; ++step)
        paintMark(painter, QRect(area.left() + step * cell, top, cell, cell), all.mid(step, 1));
    painter->setPen(Appearance::current().quiet);
    painter->drawText(QRect(area.left(), top + cell, area.width(), cell), Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(words, Qt::ElideRight, area.width()));
    painter->restore();
}

/// What is to come is a small circle: a dot in the middle of a line is too faint to be counted.
void StepsDelegate::paintMark(QPainter* painter, const QRect& cell, const QString& mark) {
    if (mark != QStringLiteral("·")) {
        painter->drawText(cell, Qt::AlignCenter, mark);
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(Appearance::current().edge, 1.5));
    painter->setBrush(Qt::NoBrush);
    const qreal radius = cell.height() * 0.16;
    painter->drawEllipse(QRectF(cell).center(), radius, radius);
    painter->restore();
}

QSize StepsDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {option.fontMetrics.height() * Steps + 16, option.fontMetrics.height() * 2 + 12};
}

CheckTable::CheckTable(CheckModel& model, QWidget* parent) : QTableView(parent) {
    setModel(&model);
    setItemDelegateForColumn(CheckModel::StageColumn, new StepsDelegate(this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(true);
    setTextElideMode(Qt::ElideRight);
    setShowGrid(false);
    setAlternatingRowColors(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // all rows are shown; only the page scrolls
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    connect(this, &QTableView::clicked, this, [this](const QModelIndex& index) { emit rowOpened(index.row()); });
    connect(&model, &QAbstractItemModel::modelReset, this, &CheckTable::fit);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &CheckTable::fit);
    connect(&model, &QAbstractItemModel::dataChanged, this, [this, &model] {
        if (!model.isLive())
            fit();
    });
    fit();
}

void CheckTable::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (enter && currentIndex().isValid()) {
        emit rowOpened(currentIndex().row());
        return;
    }
    QTableView::keyPressEvent(event);
}

void CheckTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    showCurrentRow();
}

void CheckTable::focusInEvent(QFocusEvent* event) {
    QTableView::focusInEvent(event);
    QTimer::singleShot(0, this, &CheckTable::showCurrentRow); // after the page has moved to the table as a whole
}

/// The page follows the arrow keys.
void CheckTable::showCurrentRow() {
    const QModelIndex current = currentIndex();
    QWidget* above = parentWidget();
    while (above && !qobject_cast<QScrollArea*>(above))
        above = above->parentWidget();
    if (!current.isValid() || !above || !hasFocus())
        return;
    auto* page = static_cast<QScrollArea*>(above);
    const QRect row = visualRect(current);
    const QPoint at = viewport()->mapTo(page->widget(), row.center());
    page->ensureVisible(at.x(), at.y(), 0, row.height());
}

int CheckTable::widthOf(int column) const {
    QFont bold = font();
    bold.setBold(true);
    int widest = QFontMetrics(bold).horizontalAdvance(model()->headerData(column, Qt::Horizontal).toString());
    for (int row = 0; row < model()->rowCount(); ++row)
        for (const QString& line : model()->index(row, column).data().toString().split(QLatin1Char('\n')))
            widest = std::max(widest, fontMetrics().horizontalAdvance(line));
    return widest + 24;
}

int CheckTable::heightOf(int row) const {
    const QString result = model()->index(row, CheckModel::ResultColumn).data().toString();
    const int wide = columnWidth(CheckModel::ResultColumn) - 2 * CellPadding - 8;
    const int high = fontMetrics().boundingRect(0, 0, wide, 10'000, Qt::TextWordWrap, result).height();
    return std::max(verticalHeader()->defaultSectionSize(), high + 14);
}

/// While a check runs every row has the same height, so that nothing jumps when a result comes; at its end each is as
/// high as its sentence.
void CheckTable::fit() {
    const int line = fontMetrics().height();
    verticalHeader()->setDefaultSectionSize(line * 2 + 14);
    const int doors = widthOf(CheckModel::DoorColumn);
    const int words = widthOf(CheckModel::SecurityColumn);
    const int steps = line * Steps + 24; // the words of a step are cut where they are longer
    const int room = viewport()->width();
    const bool narrow = doors + words + steps + line * LeastResult > room;
    setColumnHidden(CheckModel::SecurityColumn, narrow); // it stands in the details too
    const int result = std::max(room - doors - steps - (narrow ? 0 : words), line * LeastResult);
    setColumnWidth(CheckModel::DoorColumn, doors);
    setColumnWidth(CheckModel::SecurityColumn, words);
    setColumnWidth(CheckModel::StageColumn, steps);
    setColumnWidth(CheckModel::ResultColumn, result);
    const bool live = static_cast<const CheckModel*>(model())->isLive();
    int rows = 0;
    for (int row = 0; row < model()->rowCount(); ++row) {
        setRowHeight(row, live ? verticalHeader()->defaultSectionSize() : heightOf(row));
        rows += rowHeight(row);
    }
    const int bar = doors + (narrow ? 0 : words) + steps + result > room ? 16 : 0;
    setFixedHeight(std::max(rows, verticalHeader()->defaultSectionSize()) + horizontalHeader()->sizeHint().height() +
                   bar + 4);
}

void CheckTable::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange ||
        event->type() == QEvent::LanguageChange)
        fit();
}

void CheckTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fit();
}

} // namespace yomikae::ui
