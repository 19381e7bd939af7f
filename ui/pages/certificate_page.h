// Page 2, 登録証: the paper's fields in the paper's order, with a drawing of such a paper beside them.
#pragma once

#include "ui/page.h"

#include <map>

class QPushButton;
class QVBoxLayout;

namespace yomikae::ui {

class FieldRow;
class HelpBox;
class Notice;
class PaperDrawing;
class PasswordRow;
class PasteBox;
class PlainText;
class ProviderLine;

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
    ProviderLine* providerLine() const { return provider_; }

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
    void takePassword();
    void reload();
    void showFields();
    void showDoubts();
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
    ProviderLine* provider_ = nullptr;
    QPushButton* more_ = nullptr;
    QWidget* moreFields_ = nullptr;
    PasteBox* paste_ = nullptr;
    HelpBox* help_ = nullptr;
    QWidget* paperSide_ = nullptr;
    PaperDrawing* paper_ = nullptr;
    PlainText* paperHint_ = nullptr;
};

} // namespace yomikae::ui
