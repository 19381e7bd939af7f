// DNS questions of a discovery: SRV and MX.
#pragma once

#include "discovery/service_records.h"

#include <QObject>

#include <functional>
#include <string>
#include <vector>

namespace yomikae {

/// Each asks once; an empty answer is no such name, nothing there, or no answer at all. Called from the event loop, and
/// never once `receiver` is gone. `nameServer`: an IP literal instead of the system's ("" = the system's).
void askServices(const std::string& name, const std::string& nameServer, QObject* receiver,
                 std::function<void(std::vector<ServiceRecord>)> then);
void askExchanges(const std::string& name, const std::string& nameServer, QObject* receiver,
                  std::function<void(std::vector<MailExchange>)> then);

/// Questions of this process that still wait. Qt holds a process that quits until they are answered (measured: 10 to
/// 45 s while DNS is silent): where there are any, end it by std::_Exit after its clean-up.
int dnsQuestionsUnderWay();

} // namespace yomikae
