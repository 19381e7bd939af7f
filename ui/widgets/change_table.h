// The table of page 3: a row for each value of the paper, what it was and what it is, and the reason under it.
#pragma once

#include <QFrame>

#include <array>
#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace yomikae::ui {

class Fold;
class PlainText;
class ValueText;

/// What one row shows. Plain texts.
struct ChangeTexts {
    QString field;
    QString paper;
    QString now;
    bool news = false; ///< `now` is not what the paper says: the red pencil
    bool paperIsStruck = false;
    QString reason;     ///< why
    QString evidence;   ///< how sure, since when
    QString sourceName; ///< the words of the link, or of the source where it has no address
    QString sourceUrl;  ///< "" = none
    QString spoken;     ///< the row in one breath
    friend bool operator==(const ChangeTexts&, const ChangeTexts&) = default;
};

class ChangeRow : public QFrame {
    Q_OBJECT

  public:
    explicit ChangeRow(QWidget* parent = nullptr);

    void show(const ChangeTexts& texts);
    bool isOpen() const;
    void setOpen(bool open);
    /// Under each other, where the window is too narrow for three columns.
    void setStacked(bool stacked);
    /// Room that a column (0 to 2) needs; the same for all rows of a table.
    int widthWanted(int column) const;
    void setTitles(const QString& paper, const QString& now); ///< beside the values, where no heading stands over them
    bool isStacked() const { return stacked_; }
    void setWidths(const std::array<int, 3>& widths);
    QToolButton* button() const { return button_; }

  signals:
    void linkAsked(const QString& url);

  protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void place();

    QGridLayout* grid_;
    QToolButton* button_;
    PlainText* paperTitle_;
    PlainText* nowTitle_;
    ValueText* paper_;
    ValueText* now_;
    QFrame* why_;
    QLabel* reason_;
    PlainText* evidence_;
    PlainText* source_;
    QPushButton* link_;
    QString url_;
    bool stacked_ = false;
    std::array<int, 3> widths_{};
};

class ChangeTable : public QFrame {
    Q_OBJECT

  public:
    explicit ChangeTable(QWidget* parent = nullptr);

    void setHeadings(const QString& field, const QString& paper, const QString& now);
    /// Rows that are there keep their place and stay open.
    void show(const std::vector<ChangeTexts>& rows);
    const std::vector<ChangeRow*>& rows() const { return rows_; }

  signals:
    void linkAsked(const QString& url);

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void arrange();
    std::vector<bool> tooLong() const;
    std::array<int, 3> widest(const std::vector<bool>& stacked) const;
    int room(const std::array<int, 3>& widths) const; ///< for the values

    QVBoxLayout* column_;
    QWidget* headings_;
    QGridLayout* headingRow_;
    QLabel* fieldHeading_;
    QLabel* paperHeading_;
    QLabel* nowHeading_;
    std::vector<ChangeRow*> rows_;
};

} // namespace yomikae::ui
