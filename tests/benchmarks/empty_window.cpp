// The least that a Qt program can do: the yardstick for the wizard's start. Ends once its window is painted, at once:
// what a program does to end is not counted, here as little as with the wizard. Arguments are lines of text in that
// window: what letters cost, fonts and all. A line that begins with * is a heading, larger and bold.
#include <QApplication>
#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>
#include <QWidget>

#include <cstdlib>

namespace {

class Window : public QWidget {
  protected:
    void paintEvent(QPaintEvent* event) override {
        QWidget::paintEvent(event);
        QTimer::singleShot(0, qApp, &QCoreApplication::quit);
    }
};

QLabel* line(const QString& text) {
    const bool heading = text.startsWith(QLatin1Char('*'));
    auto* label = new QLabel(heading ? text.mid(1) : text);
    label->setWordWrap(true);
    QFont font = label->font();
    font.setPointSizeF(heading ? 18 : 12);
    font.setBold(heading);
    label->setFont(font);
    return label;
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    Window window;
    window.resize(960, 680);
    QVBoxLayout column(&window);
    for (int i = 1; i < argc; ++i)
        column.addWidget(line(QString::fromLocal8Bit(argv[i])));
    window.show();
    std::_Exit(QApplication::exec());
}
