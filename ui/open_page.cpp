#include "ui/open_page.h"

#include <QDesktopServices>
#include <QString>
#include <QUrl>

namespace yomikae::ui {

bool mayOpen(const std::string& url) {
    const QUrl parsed(QString::fromStdString(url), QUrl::StrictMode);
    return parsed.isValid() &&
           (parsed.scheme() == QStringLiteral("https") || parsed.scheme() == QStringLiteral("mailto"));
}

bool openPage(const std::string& url) {
    return mayOpen(url) && QDesktopServices::openUrl(QUrl(QString::fromStdString(url), QUrl::StrictMode));
}

} // namespace yomikae::ui
