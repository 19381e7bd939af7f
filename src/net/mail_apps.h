// The mail apps whose words are known: resources/mailapps of the data folder.
#pragma once

#include "mailapp/mail_app.h"

#include <vector>

namespace yomikae {

/// By file name. A file that cannot be used costs only its app; what is wrong with it is a problem (`value` is always
/// there).
Result<std::vector<MailApp>> mailApps();

} // namespace yomikae
