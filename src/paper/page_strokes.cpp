// The brush strokes of the page: fonts, measuring, lines of text. What stands where is in page.cpp.
#include "paper/page.h"

#include "sheet/columns.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace yomikae {

namespace {

constexpr qreal LineSpacing = 1.19;

} // namespace

QString text8(const std::string& text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString Page::word(const char* code) const {
    return text8(say(code, sheet_.language));
}

QFont Page::font(qreal points, bool bold) const {
    QFont made(sheet_.language == Language::Japanese ? families_.values : families_.words);
    made.setPixelSize(std::max(1, qRound(points * 10)));
    made.setBold(bold);
    made.setHintingPreference(QFont::PreferNoHinting);
    made.setStyleStrategy(QFont::PreferAntialias);
    return made;
}

QFont Page::valueFontOf(qreal points) const {
    QFont made = font(points, true);
    made.setFamily(families_.values);
    return made;
}

qreal Page::centred(const QFont& lineFont, qreal height) const {
    return y_ + (height - QFontMetricsF(lineFont).height()) / 2;
}

qreal Page::width(const QString& line, const QFont& lineFont) const {
    return QFontMetricsF(lineFont).horizontalAdvance(line);
}

QFont Page::fitted(const QString& line, QFont lineFont, qreal room) const {
    const qreal needed = width(line, lineFont);
    if (needed > room)
        lineFont.setPixelSize(std::max(1, static_cast<int>(lineFont.pixelSize() * room / needed)));
    return lineFont;
}

void Page::text(const QString& line, const QFont& lineFont, const QColor& colour, qreal x, qreal y) {
    if (!painting())
        return;
    painter_.setFont(lineFont);
    painter_.setPen(colour);
    painter_.drawText(QPointF(x, y + QFontMetricsF(lineFont).ascent()), line);
}

std::vector<QString> Page::lines(const QString& whole, const QFont& lineFont, qreal room) const {
    std::vector<QString> found;
    QString line;
    for (const std::string& piece : unbreakable(whole.toStdString())) {
        const QString next = text8(piece);
        if (!line.isEmpty() && width(line + next, lineFont) > room) {
            found.push_back(line.trimmed());
            line.clear();
        }
        if (!(line.isEmpty() && piece == " "))
            line += next;
    }
    found.push_back(line);
    return found;
}

/// As many lines, but none with a lonely character.
std::vector<QString> Page::evenLines(const QString& whole, const QFont& lineFont, qreal room) const {
    std::vector<QString> found = lines(whole, lineFont, room);
    for (qreal narrower = room - 40; found.size() > 1 && narrower > room / 2; narrower -= 40) {
        std::vector<QString> next = lines(whole, lineFont, narrower);
        if (next.size() != found.size())
            break;
        found = std::move(next);
    }
    return found;
}

void Page::paragraph(const QString& whole, const QFont& lineFont, const QColor& colour, qreal x, qreal room) {
    for (const QString& line : lines(whole, lineFont, room)) {
        text(line, fitted(line, lineFont, room), colour, x, y_);
        y_ += QFontMetricsF(lineFont).height() * LineSpacing;
    }
}

void Page::tick(qreal x, qreal y, qreal size, const QColor& colour) {
    if (!painting())
        return;
    QPainterPath path(QPointF(x, y + size * 0.55));
    path.lineTo(x + size * 0.38, y + size * 0.92);
    path.lineTo(x + size, y + size * 0.1);
    painter_.setPen(QPen(colour, size * 0.18, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter_.setBrush(Qt::NoBrush);
    painter_.drawPath(path);
}

} // namespace yomikae
