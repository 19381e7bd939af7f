// One half of the result: the values in the order of a mail app's screen, each to be copied.
#pragma once

#include "sheet/sheet.h"
#include "ui/widgets/card.h"

#include <vector>

class QLabel;
class QPushButton;

namespace yomikae::ui {

class PlainText;

class SettingsCard : public Card {
    Q_OBJECT

  public:
    explicit SettingsCard(QWidget* parent = nullptr);

    void show(const SheetPart& part);
    QSize sizeHint() const override;
    void retranslate();
    const std::vector<QPushButton*>& copyButtons() const { return copies_; }
    QPushButton* copyAllButton() const { return all_; }
    /// Label and value of each row, a line each, as "copy all" gives it. Never a password.
    QString allText() const;

  private:
    QWidget* row(const SheetRow& row);
    void copy(QPushButton* button, const QString& text);

    SheetPart part_;
    QLabel* title_;
    PlainText* proof_;
    QWidget* rows_ = nullptr;
    QPushButton* all_;
    std::vector<QPushButton*> copies_;
};

} // namespace yomikae::ui
