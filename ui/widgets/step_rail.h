// The six steps as words, each with a symbol: done, here, to come. Stands at the side, or as one line above the page.
#pragma once

#include "ui/appearance.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QToolButton;
class QPushButton;
class QVBoxLayout;

namespace yomikae::ui {

class PlainText;
class Symbol;

class StepRail : public QWidget {
    Q_OBJECT

  public:
    enum class Shape { Column, Line };
    StepRail(Shape shape, Appearance& appearance, QWidget* parent = nullptr);

    void setSteps(const QStringList& steps);
    void setCurrent(int step);
    void retranslate();
    QSize minimumSizeHint() const override;

  signals:
    void languageAsked(Language language);

  protected:
    bool event(QEvent* event) override;

  private:
    void addFoot();
    void addSteps();
    void showSteps();
    void showStep(int step);

    Shape shape_;
    Appearance& appearance_;
    QStringList steps_;
    int current_ = 0;
    std::vector<Symbol*> marks_; ///< apart from the words, so that all words begin at one edge
    std::vector<PlainText*> labels_;
    PlainText* textSize_ = nullptr;
    QToolButton* smaller_ = nullptr;
    QToolButton* larger_ = nullptr;
    QToolButton* theme_ = nullptr;
    QToolButton* language_ = nullptr;
};

} // namespace yomikae::ui
