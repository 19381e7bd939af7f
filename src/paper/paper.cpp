#include "paper/paper.h"

#include "paper/page.h"

#include <QBuffer>
#include <QIODevice>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>

namespace yomikae {

namespace {

/// From the roomiest: shorter reasons first, then smaller letters, then fewer explanations. The settings never change.
constexpr Density Densities[] = {{12.0, Density::Why::Whole, 8, 8, 275, 130},
                                 {11.0, Density::Why::Whole, 8, 8, 262, 110},
                                 {10.0, Density::Why::Whole, 8, 8, 250, 100},
                                 {10.0, Density::Why::Reason, 8, 8, 236, 100},
                                 {9.0, Density::Why::Whole, 8, 8, 230, 80},
                                 {9.0, Density::Why::Reason, 8, 8, 222, 80},
                                 {9.0, Density::Why::Reason, 4, 3, 222, 60},
                                 {9.0, Density::Why::Reason, 4, 0, 222, 60},
                                 {9.0, Density::Why::Reason, 0, 1, 222, 50, true},
                                 {9.0, Density::Why::Reason, 0, 0, 222, 50, true},
                                 {9.0, Density::Why::ReasonInOneSentence, 0, 1, 222, 50, true},
                                 {9.0, Density::Why::ReasonInOneSentence, 0, 0, 222, 50, true},
                                 {9.0, Density::Why::None, 2, 0, 222, 60, true},
                                 {9.0, Density::Why::None, 0, 0, 222, 50, true}};

/// The first density that fits; the last one where none does (the page is then scaled down as a whole).
Density densityFor(QPainter& painter, const Sheet& sheet) {
    for (const Density& density : Densities)
        if (Page(painter, sheet, density, Page::Mode::Measure).lay() <= PageHeight)
            return density;
    return *std::prev(std::end(Densities));
}

} // namespace

void paintSheet(QPainter& painter, const QRectF& page, const Sheet& sheet) {
    const Density density = densityFor(painter, sheet);
    const qreal height = Page(painter, sheet, density, Page::Mode::Measure).lay();
    const qreal scale = std::min(page.width() / PageWidth, page.height() / std::max(height, PageHeight));
    painter.save();
    painter.translate(page.left() + (page.width() - PageWidth * scale) / 2, page.top());
    painter.scale(scale, scale);
    painter.setRenderHint(QPainter::Antialiasing);
    Page(painter, sheet, density, Page::Mode::Paint).lay();
    painter.restore();
}

bool writePdf(const Sheet& sheet, QIODevice& device) {
    QBuffer pdf; // QPdfWriter does not say when its device fails
    pdf.open(QIODevice::WriteOnly);
    QPdfWriter writer(&pdf);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setResolution(1200);
    writer.setTitle(QString::fromStdString(sheet.title + " " + sheet.subtitle));
    writer.setCreator(QStringLiteral("Yomikae"));
    QPainter painter;
    if (!painter.begin(&writer))
        return false;
    paintSheet(painter, QRectF(0, 0, writer.width(), writer.height()), sheet);
    return painter.end() && device.write(pdf.data()) == pdf.size();
}

} // namespace yomikae
