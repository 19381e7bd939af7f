// Page 3, 読み替え: what was, what is, and why.
#pragma once

#include "ui/page.h"

namespace yomikae::ui {

class TranslationPage : public Page {
    Q_OBJECT

  public:
    explicit TranslationPage(Session& session, QWidget* parent = nullptr);
    void enter() override;
    void retranslate() override;
    QString mainButton() const override;
};

} // namespace yomikae::ui
