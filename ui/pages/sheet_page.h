// Page 6, シート: the sheet that the person keeps.
#pragma once

#include "paper/paper.h"
#include "ui/page.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QPrinter;
class QPushButton;

namespace yomikae::ui {

class Notice;
class PlainText;
class SheetPreview;
class SideBySide;

class SheetPage : public Page {
    Q_OBJECT

  public:
    explicit SheetPage(Session& session, QWidget* parent = nullptr);
    void enter() override;
    void retranslate() override;
    QString mainButton() const override;
    QWidget* firstFocus() override;
    void onMainButton() override; ///< prints

    QComboBox* language() const { return language_; }
    QComboBox* app() const { return app_; }
    QCheckBox* largePrint() const { return largePrint_; }
    Notice* phone() const { return phone_; }
    QCheckBox* password() const { return password_; }
    QPushButton* saveButton() const { return save_; }
    SheetPreview* preview() const { return preview_; }
    Notice* outcome() const { return outcome_; }

    /// False, with a notice, where the file cannot be written.
    bool savePdf(const QString& path);
    bool printOn(QPrinter& printer);

  private:
    QWidget* buildChoices();
    void reload();
    void fillApps();
    void showWarnings(const Sheet& sheet);
    void showPhone();
    PaperOptions paperOptions() const;
    void askWhereToSave();
    void tell(bool good, const QString& outcome);

    SheetPreview* preview_;
    SideBySide* pair_;
    QLabel* appTitle_;
    QComboBox* app_;
    Notice* appWarning_;
    Notice* phone_;
    QLabel* languageTitle_;
    QComboBox* language_;
    QCheckBox* largePrint_;
    QLabel* passwordTitle_;
    QCheckBox* password_;
    PlainText* passwordHint_;
    QPushButton* save_;
    Notice* outcome_;
    Notice* unproven_;
    PlainText* afterwards_;
};

} // namespace yomikae::ui
