// Page 2, 登録証: the paper's fields in the paper's order, with a drawing of such a paper beside them.
#pragma once

#include "ui/page.h"

#include <map>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace yomikae::ui {

class FieldRow;
class Notice;
class PaperDrawing;
class PasswordRow;

class CertificatePage : public Page {
    Q_OBJECT

  public:
    explicit CertificatePage(Session& session, QWidget* parent = nullptr);
    void enter() override;
    void leave() override;
    void retranslate() override;
    QString mainButton() const override;
    QWidget* firstFocus() override;
    bool validatePage() override;

    FieldRow* row(PaperField field) const; ///< of a field that has an edit; the password has its own kind
    PasswordRow* passwordRow() const { return password_; }

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    struct Field {
        FieldRow* row = nullptr;
        Notice* folded = nullptr;
        Notice* doubt = nullptr;
    };
    void addForm(QVBoxLayout* column);
    void addField(QVBoxLayout* column, PaperField field);
    void addProviderLine(FieldRow* row);
    void addPaste(QVBoxLayout* column);
    void addHelp(QVBoxLayout* column);
    void takePassword();
    void takePaste();
    void showFields();
    void showProvider();
    void showDoubts();
    void showPasteDoubts();
    void showPaper();
    void mark(PaperField field);
    void fitPaper();
    void clearEdits();
    QString paperLabel(PaperField field) const;
    QString label(PaperField field) const;

    std::map<PaperField, Field> fields_;
    PasswordRow* password_ = nullptr;
    Notice* missing_ = nullptr;
    Notice* practice_ = nullptr;
    Notice* provider_ = nullptr;
    Notice* near_ = nullptr;
    QComboBox* chooser_ = nullptr;
    QPushButton* more_ = nullptr;
    QWidget* moreFields_ = nullptr;
    QPushButton* pasteLink_ = nullptr;
    QWidget* pasteBox_ = nullptr;
    QPlainTextEdit* pasted_ = nullptr;
    QPushButton* takePasteButton_ = nullptr;
    QLabel* pasteResult_ = nullptr;
    QPushButton* helpLink_ = nullptr;
    QWidget* help_ = nullptr;
    QLabel* helpText_ = nullptr;
    QPushButton* support_ = nullptr;
    QWidget* paperSide_ = nullptr;
    PaperDrawing* paper_ = nullptr;
    QLabel* paperHint_ = nullptr;
};

} // namespace yomikae::ui
