#include "cli/commands.h"

namespace yomikae::cli {

namespace {

constexpr Command Commands[] = {
    {"providers", "providers [show ID|DOMAIN|ADDRESS] [--json]", "yomikae-cli providers show taro@agate.plala.or.jp",
     runProviders},
    {"profiles", "profiles check|confirm|report|import …", "yomikae-cli profiles check providers/plala.json", runProfiles},
    {"read", "read FILE|- [--json] [--with-password]", "yomikae-cli read paper.txt", runRead},
    {"translate", "translate FILE|- [--json]", "yomikae-cli translate certificate.json", runTranslate},
    {"check",
     "check FILE|- [--json] [--watch] … | check --batch FILE.csv|.jsonl [--jobs N] [--json-lines] [--out RESULTS] …",
     "yomikae-cli check certificate.json --password-file password.txt", runCheck},
    {"probe",
     "probe --protocol pop3|imap|smtp --host HOST --port N --security tls|starttls|none [--user USER] [--json] …",
     "yomikae-cli probe --protocol smtp --host smtp.example.jp --port 587 --security starttls", runProbe},
    {"sheet", "sheet FILE|- --to OUT.{pdf,html,txt,json} [--app APP] [--unproven] …",
     "yomikae-cli sheet certificate.json --to sheet.pdf", runSheet, true},
    {"practice", "practice [--scenario NAME]", "yomikae-cli practice --scenario modern", runPractice},
};

} // namespace

std::span<const Command> commands() {
    return Commands;
}

const Command* commandNamed(std::string_view name) {
    for (const Command& command : Commands)
        if (command.name == name)
            return &command;
    return nullptr;
}

} // namespace yomikae::cli
