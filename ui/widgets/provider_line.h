// What the address says about its provider, under the address: who it is, whether it is a slip of the pen, how its
// domain is written for machines, and the list to choose from.
#pragma once

#include "ui/session.h"

#include <QWidget>

class QComboBox;

namespace yomikae::ui {

class Notice;

class ProviderLine : public QWidget {
    Q_OBJECT

  public:
    explicit ProviderLine(Session& session, QWidget* parent = nullptr);
    void retranslate();
    void reload();
    void closeChooser();

    Notice* whose() const { return whose_; }
    Notice* nearDomain() const { return near_; }
    Notice* asciiDomain() const { return ascii_; }
    QComboBox* chooser() const { return chooser_; }

  private:
    void showWhose();

    Session& session_;
    Notice* whose_;
    Notice* near_;
    Notice* ascii_;
    QComboBox* chooser_;
};

} // namespace yomikae::ui
