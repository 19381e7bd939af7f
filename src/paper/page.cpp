#include "paper/page.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace yomikae {

namespace {

const QColor Ink(0x1a, 0x1a, 0x1a);
const QColor Grey(0x4d, 0x4d, 0x4d);
const QColor Indigo(0x26, 0x33, 0x7f);
const QColor Vermilion(0xb5, 0x30, 0x1c);
const QColor Green(0x19, 0x69, 0x2c);

constexpr qreal Left = 480;
constexpr qreal Right = PageWidth - 480;
constexpr qreal Top = 340;
constexpr qreal Bottom = 280;
constexpr qreal LabelWidth = 1180;
constexpr qreal MarkWidth = 800;
constexpr qreal WhyIndent = 560;

QFont plain(QFont font) {
    font.setBold(false);
    return font;
}

/// Where the first sentence ends; a dot inside a host name is no end.
qsizetype firstSentenceEnd(const QString& text) {
    const qsizetype japanese = text.indexOf(QChar(0x3002));
    if (japanese >= 0)
        return japanese + 1;
    const qsizetype english = text.indexOf(QStringLiteral(". "));
    return english >= 0 ? english + 1 : text.size();
}

/// A reason says first what changed, which stands above it already, and then why.
QString withoutFirstSentence(const QString& text) {
    const QString rest = text.mid(firstSentenceEnd(text)).trimmed();
    return rest.isEmpty() ? text : rest;
}

} // namespace

Page::Page(QPainter& painter, const Sheet& sheet, const Density& density, Mode mode)
    : painter_(painter), sheet_(sheet), density_(density), mode_(mode), families_(paperFamilies()) {}

qreal Page::lay() {
    y_ = Top;
    head();
    verdict();
    status();
    alerts();
    list("sheet-steps", sheet_.steps, sheet_.steps.size(), true);
    ways();
    settings(sheet_.incoming);
    settings(sheet_.outgoing);
    careForPassword();
    changes();
    list("sheet-not-proven", sheet_.notProven, density_.open, false);
    list("sheet-notes", sheet_.notes, density_.notes, false);
    footer();
    return y_;
}

// ---- blocks ----

void Page::head() {
    const QString title = text8(sheet_.title);
    text(title, font(23, true), Indigo, Left, y_);
    y_ += 330;
    const QString subtitle = text8(sheet_.subtitle);
    const QFont subtitleFont = fitted(subtitle, font(15), Right - Left);
    text(subtitle, subtitleFont, Ink, Left, y_);
    y_ += 225;
    if (painting())
        painter_.fillRect(QRectF(Left, y_, Right - Left, 14), Indigo);
    y_ += 14 + density_.gap;
}

void Page::verdict() {
    const QColor colour = sheet_.works ? Green : Indigo;
    const qreal top = y_;
    const qreal indent = sheet_.works ? 180 + 150 * density_.large : 120;
    y_ += 70;
    paragraph(text8(sheet_.verdict), font(15 * density_.large, true), colour, Left + indent,
              Right - Left - indent - 120);
    y_ += 55;
    if (painting()) {
        painter_.setPen(QPen(colour, 14));
        painter_.setBrush(Qt::NoBrush);
        painter_.drawRoundedRect(QRectF(Left, top, Right - Left, y_ - top), 50, 50);
    }
    if (sheet_.works)
        tick(Left + 110, top + 80, 150 * density_.large, colour);
    y_ += density_.gap;
}

void Page::status() {
    if (sheet_.status.empty())
        return;
    const qreal top = y_;
    const QString whole = text8(sheet_.status);
    paragraph(density_.shortStatus ? whole.left(firstSentenceEnd(whole)) : whole, font(std::max(density_.points, 11.0)),
              Vermilion, Left + 120, Right - Left - 120);
    if (painting())
        painter_.fillRect(QRectF(Left, top, 50, y_ - top), Vermilion);
    y_ += density_.gap;
}

/// About the app: what cannot work in bold letters.
void Page::alerts() {
    for (const SheetAlert& alert : sheet_.alerts) {
        const qreal top = y_;
        paragraph(text8(alert.text), font(std::max(density_.points - 1, 10.0), alert.blocks),
                  alert.blocks ? Vermilion : Ink, Left + 120, Right - Left - 120);
        if (painting())
            painter_.fillRect(QRectF(Left, top, 50, y_ - top), Vermilion);
        y_ += density_.gap * 0.5;
    }
}

void Page::ways() {
    for (const std::string& way : sheet_.ways)
        paragraph(text8(way), font(std::max(9.0, density_.points - 2)), Grey, Left, Right - Left);
    if (!sheet_.ways.empty())
        y_ += density_.gap * 0.4;
}

void Page::settings(const SheetPart& part) {
    if (part.rows.empty())
        return;
    const qreal top = y_;
    band(part);
    for (const SheetRow& row : part.rows)
        settingsRow(text8(row.label), text8(row.value), &row);
    if (!sheet_.passwordLabel.empty()) {
        QString password;
        if (sheet_.password)
            password = QString::fromUtf8(sheet_.password->bytes().data(),
                                         static_cast<qsizetype>(sheet_.password->bytes().size()));
        settingsRow(text8(sheet_.passwordLabel), password, nullptr);
        password.fill(QChar(0));
    }
    if (painting()) {
        painter_.setPen(QPen(Indigo, 14));
        painter_.setBrush(Qt::NoBrush);
        painter_.drawRect(QRectF(Left, top, Right - Left, y_ - top));
    }
    y_ += density_.gap;
}

void Page::settingsRow(const QString& label, const QString& value, const SheetRow* row) {
    const qreal large = density_.large;
    const qreal room = Right - Left - (LabelWidth + MarkWidth) * large;
    QFont valueFont = fitted(value, valueFontOf(16 * large), room);
    const bool wide = valueFont.pixelSize() < 110 * large; // a smaller value gets a line of its own
    const qreal labelHeight = labelLines(label, density_.row - (wide ? 40 : 0));
    const qreal height = labelHeight + (wide ? 40 + 108 * large : 0);
    if (wide) {
        valueFont = fitted(value, valueFontOf(16 * large), Right - Left - 240);
        text(value, valueFont, Ink, Left + 120, y_ + height - 40 - QFontMetricsF(valueFont).height());
    } else if (!value.isEmpty())
        text(value, valueFont, Ink, Left + LabelWidth * large, centred(valueFont, height));
    else
        box(QRectF(Left + LabelWidth * large, y_ + 25, room - 120, height - 50));
    if (row)
        mark(*row);
    y_ += height;
    if (painting()) {
        painter_.setPen(QPen(QColor(0xc8, 0xcc, 0xe0), 5));
        painter_.drawLine(QPointF(Left, y_), QPointF(Right, y_));
    }
}

/// A label in its column; on several lines where it is a sentence, as tick boxes have them. Gives the height that it
/// takes, `least` or more.
qreal Page::labelLines(const QString& whole, qreal least) {
    const qreal smallest = 9 * density_.large;
    const qreal room = LabelWidth * density_.large - 160;
    QFont labelFont = fitted(whole, font(11 * density_.large), room);
    std::vector<QString> parts{whole};
    if (labelFont.pixelSize() < smallest * 10) {
        labelFont = font(smallest);
        parts = evenLines(whole, labelFont, room);
    }
    const qreal step = QFontMetricsF(labelFont).height();
    const qreal height = std::max(least, step * static_cast<qreal>(parts.size()) + 40);
    qreal top = y_ + (height - step * static_cast<qreal>(parts.size())) / 2;
    for (const QString& part : parts) {
        text(part, labelFont, Grey, Left + 120, top);
        top += step;
    }
    return height;
}

void Page::mark(const SheetRow& row) {
    const qreal large = density_.large;
    const QFont markFont = font(9.5 * large);
    const qreal top = centred(markFont, density_.row);
    const qreal left = Right - MarkWidth * large;
    if (row.proven)
        tick(left + 30, top + 10, 95 * large, Green);
    text(text8(row.mark), markFont, row.proven ? Green : Grey, left + 30 + 140 * large, top);
}

void Page::box(const QRectF& area) {
    if (!painting())
        return;
    painter_.setPen(QPen(Ink, 10));
    painter_.setBrush(Qt::NoBrush);
    painter_.drawRect(area);
}

/// The heading of a part, and at its right end what was proven and when.
void Page::band(const SheetPart& part) {
    const qreal large = density_.large;
    const qreal height = 240 * large;
    if (painting())
        painter_.fillRect(QRectF(Left, y_, Right - Left, height), Indigo);
    const QFont headingFont = font(13 * large, true);
    const QString headingText = text8(part.heading);
    text(headingText, headingFont, Qt::white, Left + 120, centred(headingFont, height));
    const qreal room = Right - Left - width(headingText, headingFont) - (part.proven ? 600 : 400);
    const QString proofText = text8(part.proof);
    const QFont proofFont = fitted(proofText, font(11 * large, part.proven), room);
    const qreal x = Right - 120 - width(proofText, proofFont);
    text(proofText, proofFont, Qt::white, x, centred(proofFont, height));
    if (part.proven)
        tick(x - 170, y_ + 60, 120, Qt::white);
    y_ += height;
}

/// Never left out, however full the page is.
void Page::careForPassword() {
    if (!sheet_.password)
        return;
    paragraph(word("sheet-password-care"), font(10.5, true), Vermilion, Left, Right - Left);
    y_ += density_.gap * 0.5;
}

void Page::changes() {
    if (sheet_.changes.empty())
        return;
    heading(word("sheet-changes"));
    for (std::size_t i = 0; i < sheet_.changes.size(); ++i) {
        const bool sameReasonFollows =
            i + 1 < sheet_.changes.size() && sheet_.changes[i + 1].why == sheet_.changes[i].why;
        change(sheet_.changes[i], !sameReasonFollows);
    }
    y_ += density_.gap * 0.6;
}

/// Label, old value struck through in red, arrow, new value; the reason under it.
void Page::change(const SheetChange& change, bool sayWhy) {
    const qreal size = density_.points + 1;
    const QFont small = font(density_.points);
    const qreal height = QFontMetricsF(font(size)).height() * 1.15;
    const qreal start = Left + LabelWidth + 60;
    const QString label = text8(change.label);
    text(label, fitted(label, small, LabelWidth), Ink, Left, y_ + 8);
    const QString old = change.old.empty() ? word("sheet-not-on-paper") : text8(change.old);
    const QString now = change.now.empty() ? word("sheet-removed") : text8(change.now);
    const QFont oldFont = fitted(old, change.old.empty() ? font(size) : plain(valueFontOf(size)), Right - start);
    const QString arrow = QStringLiteral("→");
    qreal x = start;
    if (change.old.empty())
        text(old, oldFont, Grey, x, y_);
    else
        struck(old, oldFont, x, y_);
    x += width(old, oldFont) + 90;
    if (x + 260 + width(now, valueFontOf(size)) > Right) { // a long pair takes two lines
        y_ += height;
        x = start;
    }
    text(arrow, font(size), Vermilion, x, y_);
    x += width(arrow, font(size)) + 90;
    text(now, fitted(now, valueFontOf(size), Right - x), change.now.empty() ? Grey : Vermilion, x, y_);
    y_ += height;
    if (sayWhy && density_.why != Density::Why::None && !change.why.empty())
        paragraph(reasonToSay(text8(change.why)), font(std::max(9.0, density_.points - 1)), Grey, Left + WhyIndent,
                  Right - Left - WhyIndent);
    y_ += density_.gap * 0.2;
}

QString Page::reasonToSay(const QString& why) const {
    if (density_.why == Density::Why::Whole)
        return why;
    const QString reason = withoutFirstSentence(why);
    return density_.why == Density::Why::Reason ? reason : reason.left(firstSentenceEnd(reason));
}

void Page::struck(const QString& value, const QFont& valueFont, qreal x, qreal y) {
    text(value, valueFont, Grey, x, y);
    const QFontMetricsF metrics(valueFont);
    if (painting()) {
        const qreal end = x + width(value, valueFont);
        painter_.setPen(QPen(Vermilion, 16));
        const qreal middle = y + metrics.ascent() * 0.62;
        painter_.drawLine(QPointF(x - 20, middle), QPointF(end + 20, middle));
    }
}

void Page::list(const char* code, const std::vector<std::string>& texts, std::size_t most, bool boxes) {
    if (texts.empty() || most == 0)
        return;
    heading(word(code));
    const QFont itemFont = font(boxes ? std::max(density_.points, 10.0) : density_.points);
    for (std::size_t i = 0; i < std::min(most, texts.size()); ++i) {
        if (painting()) {
            const qreal size = boxes ? 100 : 28;
            const qreal centre = y_ + QFontMetricsF(itemFont).height() / 2;
            painter_.setPen(QPen(Ink, 8));
            painter_.setBrush(boxes ? QBrush(Qt::NoBrush) : QBrush(Ink));
            if (boxes)
                painter_.drawRect(QRectF(Left + 20, centre - size / 2, size, size));
            else
                painter_.drawEllipse(QPointF(Left + 60, centre), size / 2, size / 2);
        }
        paragraph(text8(texts[i]), itemFont, Ink, Left + 190, Right - Left - 190);
        y_ += density_.gap * 0.12;
    }
    y_ += density_.gap * 0.6;
}

void Page::heading(const QString& line) {
    const QFont headingFont = font(12.5, true);
    text(line, headingFont, Indigo, Left, y_);
    y_ += QFontMetricsF(headingFont).height() * 1.2;
}

void Page::footer() {
    const QFont footerFont = font(9 * density_.large);
    const qreal height = QFontMetricsF(footerFont).height();
    y_ = std::max(y_, PageHeight - Bottom - height);
    const QString line = text8(sheet_.footer);
    text(line, fitted(line, footerFont, Right - Left), Grey, Left, y_);
    y_ += height + Bottom;
}

} // namespace yomikae
