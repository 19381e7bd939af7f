// The sheet on A4: as a PDF, and painted on any painter (print preview, printer). Needs a QGuiApplication, the
// offscreen one is enough.
#pragma once

#include "sheet/sheet.h"

class QIODevice;
class QPainter;
class QRectF;

namespace yomikae {

struct PaperOptions {
    /// The settings in letters that are read at arm's length; explanations give way to them sooner.
    bool largePrint = false;
};

/// One page of PDF with the font in it; false where the device does not take it. The password is on it only where the
/// sheet has it.
bool writePdf(const Sheet& sheet, QIODevice& device, const PaperOptions& options = {});

/// Fits the sheet into `page` (in the painter's units), keeping A4's shape. The settings keep their size; explanations
/// become shorter, then smaller, then fewer until all fits on the one page.
void paintSheet(QPainter& painter, const QRectF& page, const Sheet& sheet, const PaperOptions& options = {});

} // namespace yomikae
