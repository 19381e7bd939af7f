// The sheet as it will come out of the printer, painted by the same code.
#pragma once

#include "paper/paper.h"
#include "sheet/sheet.h"

#include <QPixmap>
#include <QWidget>

#include <optional>

namespace yomikae::ui {

class SheetPreview : public QWidget {
    Q_OBJECT

  public:
    explicit SheetPreview(QWidget* parent = nullptr);

    void show(const std::optional<Sheet>& sheet, const PaperOptions& options);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    QRect paper() const;
    void render();

    std::optional<Sheet> sheet_;
    PaperOptions options_;
    QPixmap page_;
};

} // namespace yomikae::ui
