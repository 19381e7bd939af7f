// Page 5, 結果: the verdict and the values.
#pragma once

#include "ui/page.h"

namespace yomikae::ui {

class ResultPage : public Page {
    Q_OBJECT

  public:
    explicit ResultPage(Session& session, QWidget* parent = nullptr);
    void enter() override;
    void retranslate() override;
    QString mainButton() const override;
};

} // namespace yomikae::ui
