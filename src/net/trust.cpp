#include "net/trust.h"

#include <QtGlobal>

#ifndef Q_OS_LINUX
#include <QSslCertificate>
#include <QSslConfiguration>
#endif

namespace yomikae {

TrustStore systemTrust() {
    TrustStore store;
#ifdef Q_OS_LINUX
    store.addSystemDefaults();
#else
    for (const QSslCertificate& certificate : QSslConfiguration::systemCaCertificates())
        store.addDer(certificate.toDer().toStdString());
#endif
    return store;
}

} // namespace yomikae
