// Page 4, 確かめる: what each server answers.
#pragma once

#include "ui/page.h"

namespace yomikae::ui {

class CheckPage : public Page {
    Q_OBJECT

  public:
    explicit CheckPage(Session& session, QWidget* parent = nullptr);
    void enter() override;
    void retranslate() override;
    QString mainButton() const override;
};

} // namespace yomikae::ui
