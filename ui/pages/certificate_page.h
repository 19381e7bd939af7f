// Page 2, 登録証: the paper's fields in the paper's order.
#pragma once

#include "ui/page.h"

namespace yomikae::ui {

class CertificatePage : public Page {
    Q_OBJECT

  public:
    explicit CertificatePage(Session& session, QWidget* parent = nullptr);
    void enter() override;
    void retranslate() override;
    QString mainButton() const override;
};

} // namespace yomikae::ui
