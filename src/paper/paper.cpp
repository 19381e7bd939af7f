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

/// Letters for weak eyes: 22 points for what is typed in, no explanation below 11. Where even the bare settings do not
/// fit they are a little smaller, but still larger than usual.
constexpr Density LargeDensities[] = {{14.0, Density::Why::Whole, 8, 8, 340, 110, false, 1.4},
                                      {13.0, Density::Why::Reason, 4, 3, 320, 90, false, 1.4},
                                      {13.0, Density::Why::ReasonInOneSentence, 4, 0, 320, 80, true, 1.4},
                                      {13.0, Density::Why::ReasonInOneSentence, 0, 0, 310, 70, true, 1.4},
                                      {13.0, Density::Why::None, 0, 0, 300, 60, true, 1.4},
                                      {13.0, Density::Why::None, 0, 0, 270, 50, true, 1.25}};

/// The first density that fits; the last one where none does (the page is then scaled down as a whole).
template <std::size_t Count>
const Density& firstThatFits(const Density (&densities)[Count], QPainter& painter, const Sheet& sheet) {
    for (const Density& density : densities)
        if (Page(painter, sheet, density, Page::Mode::Measure).lay() <= PageHeight)
            return density;
    return densities[Count - 1];
}

const Density& densityFor(QPainter& painter, const Sheet& sheet, const PaperOptions& options) {
    return options.largePrint ? firstThatFits(LargeDensities, painter, sheet)
                              : firstThatFits(Densities, painter, sheet);
}

} // namespace

void paintSheet(QPainter& painter, const QRectF& page, const Sheet& sheet, const PaperOptions& options) {
    const Density& density = densityFor(painter, sheet, options);
    const qreal height = Page(painter, sheet, density, Page::Mode::Measure).lay();
    const qreal scale = std::min(page.width() / PageWidth, page.height() / std::max(height, PageHeight));
    painter.save();
    painter.translate(page.left() + (page.width() - PageWidth * scale) / 2, page.top());
    painter.scale(scale, scale);
    painter.setRenderHint(QPainter::Antialiasing);
    Page(painter, sheet, density, Page::Mode::Paint).lay();
    painter.restore();
}

bool writePdf(const Sheet& sheet, QIODevice& device, const PaperOptions& options) {
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
    paintSheet(painter, QRectF(0, 0, writer.width(), writer.height()), sheet, options);
    return painter.end() && device.write(pdf.data()) == pdf.size();
}

} // namespace yomikae
