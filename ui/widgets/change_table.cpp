#include "ui/widgets/change_table.h"

#include "ui/appearance.h"
#include "ui/widgets/fold_button.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/texts.h"
#include "ui/widgets/value_text.h"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace yomikae::ui {

namespace {

constexpr int Columns = 3;
constexpr int Gap = 12;
constexpr int Margin = 8;
constexpr int SmallestShare = 75; ///< per cent of the room that the values want

PlainText* heading(QWidget* parent) {
    auto* label = new PlainText(parent);
    label->setQuiet(true);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return label;
}

} // namespace

ChangeRow::ChangeRow(QWidget* parent) : QFrame(parent) {
    setProperty("changeRow", true);
    grid_ = new QGridLayout(this);
    grid_->setContentsMargins(Margin, 3, Margin, 3);
    grid_->setHorizontalSpacing(Gap);
    grid_->setVerticalSpacing(2);
    button_ = new FoldButton(this);
    button_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    button_->installEventFilter(this);
    paperTitle_ = heading(this);
    nowTitle_ = heading(this);
    for (QLabel* title : {paperTitle_, nowTitle_})
        title->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    paper_ = new ValueText(this);
    now_ = new ValueText(this);
    why_ = new QFrame(this);
    auto* column = new QVBoxLayout(why_);
    column->setContentsMargins(28, 0, 8, 8);
    column->setSpacing(2);
    reason_ = new PlainText(why_);
    evidence_ = new PlainText(why_);
    source_ = new PlainText(why_);
    evidence_->setQuiet(true);
    source_->setQuiet(true);
    link_ = linkButton(why_);
    for (QWidget* part :
         {static_cast<QWidget*>(reason_), static_cast<QWidget*>(evidence_), static_cast<QWidget*>(source_)})
        column->addWidget(part);
    column->addWidget(link_, 0, Qt::AlignLeft);
    connect(button_, &QToolButton::toggled, this, &ChangeRow::setOpen);
    connect(link_, &QPushButton::clicked, this, [this] { emit linkAsked(url_); });
    place();
    setOpen(false);
}

void ChangeRow::place() {
    for (QWidget* part :
         {static_cast<QWidget*>(button_), static_cast<QWidget*>(paperTitle_), static_cast<QWidget*>(nowTitle_),
          static_cast<QWidget*>(paper_), static_cast<QWidget*>(now_), static_cast<QWidget*>(why_)})
        grid_->removeWidget(part);
    paperTitle_->setVisible(stacked_);
    nowTitle_->setVisible(stacked_);
    if (stacked_) {
        for (int i = 0; i < Columns; ++i)
            grid_->setColumnStretch(i, i == 1 ? 1 : 0);
        grid_->addWidget(button_, 0, 0, 1, Columns);
        grid_->addWidget(paperTitle_, 1, 0);
        grid_->addWidget(paper_, 1, 1, 1, Columns - 1);
        grid_->addWidget(nowTitle_, 2, 0);
        grid_->addWidget(now_, 2, 1, 1, Columns - 1);
        grid_->addWidget(why_, 3, 0, 1, Columns);
        return;
    }
    for (int i = 0; i < Columns; ++i) // shares, not minimums: the window must be free to become narrower
        grid_->setColumnStretch(i, widths_[static_cast<std::size_t>(i)]);
    grid_->addWidget(button_, 0, 0);
    grid_->addWidget(paper_, 0, 1);
    grid_->addWidget(now_, 0, 2);
    grid_->addWidget(why_, 1, 0, 1, Columns);
}

void ChangeRow::setTitles(const QString& paper, const QString& now) {
    paperTitle_->setText(paper);
    nowTitle_->setText(now);
}

void ChangeRow::show(const ChangeTexts& texts) {
    button_->setText(texts.field);
    button_->setAccessibleName(texts.spoken);
    paper_->setText(texts.paper);
    now_->setText(texts.now);
    paper_->setQuiet(texts.news || texts.paper.isEmpty());
    paper_->setStruck(texts.paperIsStruck);
    now_->setInk(texts.news ? &Colours::changed : &Colours::ink);
    now_->setLetters(1, texts.news);
    reason_->setText(texts.reason);
    evidence_->setText(texts.evidence);
    evidence_->setVisible(!texts.evidence.isEmpty());
    url_ = texts.sourceUrl;
    source_->setText(texts.sourceName);
    source_->setVisible(url_.isEmpty() && !texts.sourceName.isEmpty());
    link_->setText(texts.sourceName);
    link_->setVisible(!url_.isEmpty());
    button_->setAccessibleDescription(isOpen() ? texts.reason : QString());
}

bool ChangeRow::isOpen() const {
    return button_->isChecked();
}

void ChangeRow::setOpen(bool open) {
    button_->setChecked(open);
    why_->setVisible(open);
    button_->setAccessibleDescription(open ? reason_->text() : QString());
}

void ChangeRow::setStacked(bool stacked) {
    if (stacked == stacked_)
        return;
    stacked_ = stacked;
    place();
}

int ChangeRow::widthWanted(int column) const {
    const QWidget* const parts[] = {button_, paper_, now_};
    return parts[column]->sizeHint().width() + 4;
}

void ChangeRow::setWidths(const std::array<int, 3>& widths) {
    if (widths == widths_)
        return;
    widths_ = widths;
    place();
}

/// The whole row is the target, not only its button.
void ChangeRow::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || why_->geometry().contains(event->pos()))
        return;
    button_->setFocus(Qt::MouseFocusReason);
    setOpen(!isOpen());
}

bool ChangeRow::eventFilter(QObject* watched, QEvent* event) {
    if (watched != button_ || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Right: setOpen(true); return true;
    case Qt::Key_Left: setOpen(false); return true;
    case Qt::Key_Down: focusNextChild(); return true;
    case Qt::Key_Up: focusPreviousChild(); return true;
    default: return false;
    }
}

ChangeTable::ChangeTable(QWidget* parent) : QFrame(parent) {
    setProperty("card", true);
    column_ = new QVBoxLayout(this);
    column_->setContentsMargins(2, 6, 2, 6);
    column_->setSpacing(0);
    headings_ = new QWidget(this);
    headingRow_ = new QGridLayout(headings_);
    headingRow_->setContentsMargins(Margin, 0, Margin, 2);
    headingRow_->setHorizontalSpacing(Gap);
    fieldHeading_ = heading(headings_);
    paperHeading_ = heading(headings_);
    nowHeading_ = heading(headings_);
    int at = 0;
    for (QLabel* label : {fieldHeading_, paperHeading_, nowHeading_})
        headingRow_->addWidget(label, 0, at++);
    column_->addWidget(headings_);
}

void ChangeTable::setHeadings(const QString& field, const QString& paper, const QString& now) {
    fieldHeading_->setText(field);
    paperHeading_->setText(paper);
    nowHeading_->setText(now);
    for (ChangeRow* row : rows_)
        row->setTitles(paper, now);
}

void ChangeTable::show(const std::vector<ChangeTexts>& rows) {
    while (rows_.size() > rows.size()) {
        delete rows_.back();
        rows_.pop_back();
    }
    while (rows_.size() < rows.size()) {
        auto* row = new ChangeRow(this);
        connect(row, &ChangeRow::linkAsked, this, &ChangeTable::linkAsked);
        row->setTitles(paperHeading_->text(), nowHeading_->text());
        column_->addWidget(row);
        rows_.push_back(row);
    }
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows_[i]->show(rows[i]);
    arrange();
}

/// The widest of each column, of the rows whose values stand beside each other.
std::array<int, 3> ChangeTable::widest(const std::vector<bool>& stacked) const {
    std::array<int, 3> widths{};
    for (std::size_t at = 0; at < rows_.size(); ++at)
        for (std::size_t i = 0; i < Columns; ++i)
            if (i == 0 || !stacked[at])
                widths[i] = std::max(widths[i], rows_[at]->widthWanted(static_cast<int>(i)));
    return widths;
}

/// A row with a long value is put under each other before all the others have to be; where it is most of them, it is
/// all.
std::vector<bool> ChangeTable::tooLong() const {
    std::vector<bool> stacked(rows_.size());
    for (std::size_t count = 0; count < rows_.size(); ++count) {
        const auto widths = widest(stacked);
        if (room(widths) >= (widths[1] + widths[2]) * SmallestShare / 100)
            return count * 2 > rows_.size() ? std::vector<bool>(rows_.size(), true) : stacked;
        std::size_t longest = rows_.size();
        const auto values = [&](std::size_t at) { return rows_[at]->widthWanted(1) + rows_[at]->widthWanted(2); };
        for (std::size_t at = 0; at < rows_.size(); ++at)
            if (!stacked[at] && (longest == rows_.size() || values(at) > values(longest)))
                longest = at;
        stacked[longest] = true;
    }
    return stacked;
}

int ChangeTable::room(const std::array<int, 3>& widths) const {
    return width() - (Columns - 1) * Gap - 2 * (Margin + 4) - widths[0];
}

/// Every column as wide as its widest value; what is left over goes between them. A little too narrow makes the longest
/// values smaller, far too narrow puts them under each other.
void ChangeTable::arrange() {
    const std::vector<bool> stacked = tooLong();
    std::array<int, 3> widths = widest(stacked);
    const int here = room(widths);
    const int values = widths[1] + widths[2];
    if (here >= values) {
        widths[0] += (here - values) / 3;
        widths[1] += (here - values) / 3;
    } else if (values > 0) {
        widths[1] = widths[1] * here / values;
        widths[2] = here - widths[1];
    }
    headings_->setVisible(std::find(stacked.begin(), stacked.end(), false) != stacked.end());
    for (int i = 0; i < Columns; ++i)
        headingRow_->setColumnStretch(i, widths[static_cast<std::size_t>(i)]);
    for (std::size_t at = 0; at < rows_.size(); ++at) {
        rows_[at]->setStacked(stacked[at]);
        rows_[at]->setWidths(widths);
    }
}

void ChangeTable::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    arrange();
}

void ChangeTable::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        arrange();
}

} // namespace yomikae::ui
