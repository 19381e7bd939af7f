// Page 6, シート: the sheet that the person keeps.
#pragma once

#include "ui/page.h"

namespace yomikae::ui {

class SheetPage : public Page {
    Q_OBJECT

  public:
    explicit SheetPage(Session& session, QWidget* parent = nullptr);
    void enter() override;
    void retranslate() override;
    QString mainButton() const override;
};

} // namespace yomikae::ui
