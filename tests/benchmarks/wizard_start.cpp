// The wizard from the start of the process to its first painted page, then the end. Compare with empty_window.
// With --words alone: prints what its first page says, a line each, as empty_window takes it.
#include "net/platform.h"
#include "ui/appearance.h"
#include "ui/command_line.h"
#include "ui/session.h"
#include "ui/wizard.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace {

/// Ends the program once the watched window was painted, before anything that waits for that begins.
class UntilPainted : public QObject {
  public:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint)
            QTimer::singleShot(0, qApp, [] { std::_Exit(0); });
        return QObject::eventFilter(watched, event);
    }
};

/// Empty where nothing is written.
QString wordsOf(const QWidget* part) {
    if (const auto* label = qobject_cast<const QLabel*>(part))
        return label->text();
    if (qobject_cast<const QPushButton*>(part) || qobject_cast<const QToolButton*>(part))
        return static_cast<const QAbstractButton*>(part)->text();
    return {};
}

void printWords(const QWidget& window) {
    for (const QWidget* part : window.findChildren<QWidget*>())
        if (const QString words = wordsOf(part); part->isVisible() && !words.isEmpty())
            std::puts(((part->font().bold() ? QStringLiteral("*") : QString()) + words).toUtf8().constData());
}

} // namespace

int main(int argc, char** argv) {
    yomikae::prepareProcess();
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("yomikae"));
    QApplication::setApplicationName(QStringLiteral("yomikae"));
    const bool words = argc == 2 && argv[1] == std::string_view("--words");
    const auto line = yomikae::ui::readCommandLine(words ? QStringList(QString()) : QApplication::arguments());
    yomikae::ui::Appearance appearance(application);
    yomikae::ui::Session session(line.options);
    yomikae::ui::Wizard wizard(session, appearance);
    UntilPainted painted;
    wizard.installEventFilter(&painted);
    wizard.show();
    if (words) {
        printWords(wizard);
        return 0;
    }
    return QApplication::exec();
}
