// Page 1, はじめる: three doors and practice.
#pragma once

#include "ui/page.h"

namespace yomikae::ui {

class StartPage : public Page {
    Q_OBJECT

  public:
    explicit StartPage(Session& session, QWidget* parent = nullptr);
    void enter() override;
    void retranslate() override;
    QString mainButton() const override;
};

} // namespace yomikae::ui
