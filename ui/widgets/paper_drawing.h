// A drawing of such a paper, with what was typed in its places and the field in hand marked.
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

namespace yomikae::ui {

struct PaperLine {
    QString label;
    QString value;
};

class PaperDrawing : public QWidget {
    Q_OBJECT

  public:
    explicit PaperDrawing(QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setLines(const QList<PaperLine>& lines);
    void setCurrent(int line); ///< -1 = none
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void paintLine(QPainter& painter, const QRectF& area, const PaperLine& line, bool current) const;

    QString title_;
    QList<PaperLine> lines_;
    int current_ = -1;
};

} // namespace yomikae::ui
