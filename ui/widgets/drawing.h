// Small line drawings in the theme's colours; vector, so that they are sharp at any size.
#pragma once

#include <QIcon>
#include <QWidget>

class QPainter;

namespace yomikae::ui {

enum class Picture { NewDevice, AppStopped, PrintSheet, AppIcon };

/// Paints `picture` into `area`.
void paintPicture(QPainter& painter, Picture picture, const QRectF& area);

/// A sheet of paper whose one line is corrected in red.
QIcon appIcon();

/// Only to be looked at: no focus, nothing for a screen reader.
class Drawing : public QWidget {
    Q_OBJECT

  public:
    explicit Drawing(Picture picture, QWidget* parent = nullptr);
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    Picture picture_;
};

} // namespace yomikae::ui
