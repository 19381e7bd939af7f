#include "paper/paper_font.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QStringList>

#include <initializer_list>

namespace yomikae {

namespace {

QString firstOf(std::initializer_list<const char*> wanted) {
    const QStringList families = QFontDatabase::families();
    for (const char* family : wanted)
        if (families.contains(QLatin1String(family)))
            return QLatin1String(family);
    return QGuiApplication::font().family();
}

} // namespace

PaperFamilies paperFamilies() {
    return {firstOf({"IPAexGothic", "IPAGothic", "IPAPGothic"}), firstOf({"IPAPGothic", "IPAexGothic", "IPAGothic"})};
}

} // namespace yomikae
