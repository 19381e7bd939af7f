// The letters of the paper.
#pragma once

#include <QString>

namespace yomikae {

struct PaperFamilies {
    QString values; ///< every letter as wide as the next, so that nothing in a host name can be overlooked
    QString words;  ///< for running text in Latin letters
};

/// IPA Gothics where they are installed, else the system's font. Qt 6.4 writes some kanji of Noto CJK into the PDF's
/// text layer as radicals (U+2F00 and up: measured), so that a copied or searched text is wrong; the IPA fonts come out
/// exactly.
PaperFamilies paperFamilies();

} // namespace yomikae
