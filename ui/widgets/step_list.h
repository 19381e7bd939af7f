// Things to do first, each to be ticked off, with where and why and a page to open.
#pragma once

#include "ui/session.h"

#include <QWidget>

class QCheckBox;
class QVBoxLayout;

namespace yomikae::ui {

class StepList : public QWidget {
    Q_OBJECT

  public:
    explicit StepList(Session& session, QWidget* parent = nullptr);

    /// The steps of the translation; nothing where there are none.
    void reload();
    const std::vector<QCheckBox*>& boxes() const { return boxes_; }

  signals:
    void linkAsked(const QString& url);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    QWidget* row(const TranslatedStep& step);

    Session& session_;
    QVBoxLayout* column_;
    QWidget* rows_ = nullptr;
    std::vector<QCheckBox*> boxes_;
};

} // namespace yomikae::ui
