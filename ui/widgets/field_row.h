// One field of the paper: its label, the edit, where its text comes from, and what there is to say about it.
#pragma once

#include "ui/widgets/notice.h"

#include <QLineEdit>

class QCheckBox;
class QLabel;
class QHBoxLayout;
class QVBoxLayout;

namespace yomikae::ui {

class PlainText;

class FieldRow : public QWidget {
    Q_OBJECT

  public:
    explicit FieldRow(QWidget* parent = nullptr);

    QLineEdit* edit() const { return edit_; }
    void setLabel(const QString& label, const QString& description = {});
    void setOrigin(const QString& words); ///< 貼り付けから, or ""
    /// A further notice below the edit; hidden until it has a text.
    Notice* addNotice(Tone tone);
    QVBoxLayout* column() const { return column_; }

  signals:
    void entered(); ///< the focus came
    void left();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    QVBoxLayout* column_;
    QLineEdit* edit_;
    QHBoxLayout* editLine_;

  private:
    QLabel* label_;
    PlainText* origin_;
};

/// The password: masked, unknown to input methods, shown only while ticked. Says what may be wrong with the keyboard
/// while it is typed; changes nothing by itself.
class PasswordRow : public FieldRow {
    Q_OBJECT

  public:
    explicit PasswordRow(QWidget* parent = nullptr);
    void retranslate();
    /// Overwrites what can be reached; nothing is left to undo.
    void forget();
    /// A password was taken from a pasted text: the edit is empty, and there is nothing to show.
    void setUnseen(bool unseen);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void look();
    void mend();

    QCheckBox* show_;
    Notice* keyboard_; ///< Caps Lock, input method
    Notice* odd_;      ///< full width, blanks
    PlainText* alike_;
    bool capsLock_ = false;
    bool unseen_ = false;
};

} // namespace yomikae::ui
