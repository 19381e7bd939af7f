// The wizard from the start of the process to its first painted page, then the end. Compare with empty_window.
#include "net/platform.h"
#include "ui/appearance.h"
#include "ui/command_line.h"
#include "ui/session.h"
#include "ui/wizard.h"

#include <QApplication>
#include <QEvent>
#include <QTimer>

#include <cstdlib>

namespace {

/// Ends the program once the watched window was painted.
class UntilPainted : public QObject {
  public:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint)
            QTimer::singleShot(0, qApp, &QCoreApplication::quit);
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

int main(int argc, char** argv) {
    yomikae::prepareProcess();
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("yomikae"));
    QApplication::setApplicationName(QStringLiteral("yomikae"));
    const auto line = yomikae::ui::readCommandLine(QApplication::arguments());
    yomikae::ui::Appearance appearance(application);
    yomikae::ui::Session session(line.options);
    yomikae::ui::Wizard wizard(session, appearance);
    UntilPainted painted;
    wizard.installEventFilter(&painted);
    wizard.show();
    const int status = QApplication::exec();
    std::_Exit(status); // profiles may still be read in their own thread
}
