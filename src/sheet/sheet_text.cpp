// The sheet as plain text, aligned for a monospaced East Asian font.
#include "sheet/columns.h"
#include "sheet/sheet.h"

#include <algorithm>

namespace yomikae {

namespace {

constexpr std::size_t PageColumns = 78;
constexpr std::size_t LabelColumns = 28; ///< a longer one has a line of its own

class TextPage {
  public:
    explicit TextPage(const Sheet& sheet) : sheet_(sheet) {}

    std::string make() {
        head();
        list("sheet-steps", sheet_.steps, "[ ] ");
        ways();
        settings();
        changes();
        list("sheet-not-proven", sheet_.notProven, "- ");
        list("sheet-notes", notesOf(sheet_), "- ");
        line("");
        paragraph(sheet_.footer, "", "");
        return std::move(text_);
    }

  private:
    std::string word(std::string_view code) const { return say(code, sheet_.language); }
    void line(const std::string& text) { text_ += text + "\n"; }

    void paragraph(const std::string& text, const std::string& first, const std::string& next) {
        bool begun = false;
        for (const std::string& part : wrapped(text, PageColumns - columns(first))) {
            line((begun ? next : first) + part);
            begun = true;
        }
    }

    void heading(const std::string& text) {
        line("");
        line(text);
        line(std::string(columns(text), '-'));
    }

    void head() {
        line(sheet_.title);
        line(std::string(PageColumns, '='));
        line(sheet_.subtitle);
        line("");
        paragraph(sheet_.verdict, "* ", "  ");
        if (!sheet_.status.empty())
            paragraph(sheet_.status, "! ", "  ");
        for (const SheetAlert& alert : sheet_.alerts)
            paragraph(alert.text, alert.blocks ? "X " : "! ", "  ");
    }

    void list(std::string_view code, const std::vector<std::string>& texts, const std::string& mark) {
        if (texts.empty())
            return;
        heading(word(code));
        for (const std::string& text : texts)
            paragraph(text, mark, std::string(mark.size(), ' '));
    }

    void ways() {
        if (!sheet_.ways.empty())
            line("");
        for (const std::string& way : sheet_.ways)
            paragraph(way, "> ", "  ");
    }

    void settings() {
        std::size_t widest = columns(sheet_.passwordLabel);
        for (const SheetPart* part : {&sheet_.incoming, &sheet_.outgoing})
            for (const SheetRow& row : part->rows)
                if (columns(row.label) <= LabelColumns)
                    widest = std::max(widest, columns(row.label));
        for (const SheetPart* part : {&sheet_.incoming, &sheet_.outgoing})
            settings(*part, widest + 2);
    }

    void settings(const SheetPart& part, std::size_t labelWidth) {
        if (part.rows.empty())
            return;
        heading(part.heading);
        for (const SheetRow& row : part.rows)
            line(label(row.label, labelWidth) + (row.value.empty() ? std::string(24, '_') : row.value) +
                 (row.mark.empty() ? "" : "  (" + row.mark + ")"));
        if (!sheet_.passwordLabel.empty())
            line(label(sheet_.passwordLabel, labelWidth) + password());
        line("  " + part.proof);
    }

    /// A label that is a whole sentence, as tick boxes have them, stands on a line of its own.
    static std::string label(const std::string& text, std::size_t width) {
        return columns(text) < width ? "  " + padded(text, width) : "  " + text + "\n  " + padded("", width);
    }

    std::string password() const {
        return sheet_.password ? std::string(sheet_.password->bytes()) : "[" + std::string(24, ' ') + "]";
    }

    void changes() {
        if (sheet_.changes.empty())
            return;
        heading(word("sheet-changes"));
        for (const SheetChange& change : sheet_.changes) {
            line("  " + change.label);
            const std::string old = change.old.empty() ? "(" + word("sheet-not-on-paper") + ")" : change.old;
            const std::string now = change.now.empty() ? "(" + word("sheet-removed") + ")" : change.now;
            line("    " + say(Message{"sheet-from-to", {{"old", old}, {"now", now}}}, sheet_.language));
            paragraph(change.why, "    ", "    ");
        }
    }

    const Sheet& sheet_;
    std::string text_;
};

} // namespace

std::string sheetText(const Sheet& sheet) {
    return TextPage(sheet).make();
}

} // namespace yomikae
