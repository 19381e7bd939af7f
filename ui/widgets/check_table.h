// The live matrix: a table of doors that a screen reader reads row by row, with six small steps in each row.
#pragma once

#include <QStyledItemDelegate>
#include <QTableView>

namespace yomikae::ui {

class CheckModel;

/// Paints the six marks of a row, and the words of its step under them.
class StepsDelegate : public QStyledItemDelegate {
    Q_OBJECT

  public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

  private:
    static void paintMark(QPainter* painter, const QRect& cell, const QString& mark);
};

class CheckTable : public QTableView {
    Q_OBJECT

  public:
    explicit CheckTable(CheckModel& model, QWidget* parent = nullptr);

  signals:
    void rowOpened(int row); ///< by Enter or a click

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void focusInEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    int widthOf(int column) const; ///< that its longest line needs
    int heightOf(int row) const;   ///< that its result needs
    void fit();
    void showCurrentRow();
};

} // namespace yomikae::ui
