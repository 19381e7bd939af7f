// The corrected settings sheet: one page for the person to keep. Values only; text, HTML, JSON and (in `paper`) PDF
// render it.
#pragma once

#include "mailapp/mail_app.h"
#include "probe/report.h"
#include "tls/tls_facts.h"
#include "translation/translation.h"
#include "verdict/verdict.h"
#include "words/words.h"

#include <optional>
#include <string>
#include <vector>

namespace yomikae {

struct SheetRow {
    std::string label; ///< 受信サーバー …
    std::string value; ///< exact, never wrapped in the middle; "" = nobody knows it, a line to write on
    std::string mark;  ///< 確認済み / 未確認 / ""
    std::string key;   ///< "mail_address", "server", "port", "security", "authentication", "username": for JSON
    bool proven = false;
    friend bool operator==(const SheetRow&, const SheetRow&) = default;
};

struct SheetChange {
    std::string label;
    std::string old; ///< struck through
    std::string now;
    std::string why;
    friend bool operator==(const SheetChange&, const SheetChange&) = default;
};

struct SheetPart {
    std::string heading; ///< 受信 / 送信
    std::vector<SheetRow> rows;
    std::string proof;   ///< what was proven and when, or that nothing was
    bool proven = false; ///< by a login
    friend bool operator==(const SheetPart&, const SheetPart&) = default;
};

/// What the person's mail app cannot take, or may fail at.
struct SheetAlert {
    std::string text;
    bool blocks = false; ///< it cannot work with this app
    friend bool operator==(const SheetAlert&, const SheetAlert&) = default;
};

/// Everything that stands on the page, in its order, in one language. A part without rows is left out (a service that
/// has ended). Like the secret that it may hold, it cannot be compared.
struct Sheet {
    Language language = Language::Japanese;
    std::string title;
    std::string subtitle;           ///< provider, address, for which app
    std::string app;                ///< the id of the app whose words these are, or ""
    std::string verdict;            ///< one sentence
    bool works = false;             ///< both directions proven by a login, and the app can take it: a tick is due
    std::string status;             ///< "… ends on …", or ""
    std::vector<SheetAlert> alerts; ///< about the app, the worst first
    std::vector<std::string> steps; ///< to do first, in order
    std::vector<std::string> ways;  ///< where in the app all this is entered
    SheetPart incoming;
    SheetPart outgoing;
    std::vector<SheetChange> changes;
    std::vector<std::string>
        notProven; ///< what was not proven, and (where not all works) other endpoints that answered
    std::vector<std::string> notes;
    std::string passwordLabel; ///< "" = this mail is not opened by a password (OAuth, ended): no box
    bool passwordGiven = false;
    std::optional<ReleasedSecret> password; ///< only where the person asked for it on paper
    std::string footer;                     ///< made when, by what, knowledge checked when
};

/// The person's wish to have the password printed on this one sheet.
class PaperConsent {
  public:
    static PaperConsent asked() { return {}; }
    ReleasedSecret release(const Secret& secret) const { return ReleasedSecret(secret); }
};

struct SheetOptions {
    Language language = Language::Japanese;
    WallTime made{};
    int utcOffsetMinutes = 9 * 60; ///< for the times printed
    const MailApp* app = nullptr;  ///< null: neutral words; must outlive the call
};

/// `report` and `judgement` are null for a sheet that was not checked (--unproven): it says so plainly.
Sheet makeSheet(const Translation& translation, const RunReport* report, const Judgement* judgement,
                const SheetOptions& options);

/// The sheet's notes; where the password is on it, a word about that comes first.
std::vector<std::string> notesOf(const Sheet& sheet);

std::string sheetText(const Sheet& sheet);
std::string sheetHtml(const Sheet& sheet); ///< whole document, own style, no remote parts, everything escaped
std::string sheetJson(const Sheet& sheet); ///< {"password": null, "given": …}; never the password

} // namespace yomikae
