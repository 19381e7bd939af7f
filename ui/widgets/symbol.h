// A mark beside words: drawn, not written, so that a screen reader hears the words alone.
#pragma once

#include "ui/appearance.h"

#include <QString>
#include <QWidget>

namespace yomikae::ui {

class Symbol : public QWidget {
    Q_OBJECT

  public:
    explicit Symbol(QWidget* parent = nullptr);
    void show(const QString& mark, Ink ink, bool bold = true);
    QString mark() const { return mark_; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QFont letters() const;

    QString mark_;
    Ink ink_;
    bool bold_ = true;
};

} // namespace yomikae::ui
