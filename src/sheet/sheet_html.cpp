// The sheet as one HTML document: own style, nothing from elsewhere, every text escaped.
#include "base/html.h"
#include "sheet/sheet.h"
#include "sheet/sheet_style.h"

namespace yomikae {

namespace {

std::string element(const std::string& tag, const std::string& className, std::string_view text) {
    return "<" + tag + (className.empty() ? "" : " class=\"" + className + "\"") + ">" + htmlEscaped(text) + "</" +
           tag + ">\n";
}

class HtmlPage {
  public:
    explicit HtmlPage(const Sheet& sheet) : sheet_(sheet) {}

    std::string make() {
        begin();
        list("sheet-steps", "steps", sheet_.steps);
        for (const std::string& way : sheet_.ways)
            html_ += element("p", "way", way);
        part(sheet_.incoming);
        part(sheet_.outgoing);
        changes();
        list("sheet-not-proven", "open", sheet_.notProven);
        list("sheet-notes", "notes", notesOf(sheet_));
        html_ += element("footer", "", sheet_.footer) + "</main>\n</body>\n</html>\n";
        return std::move(html_);
    }

  private:
    std::string word(std::string_view code) const { return say(code, sheet_.language); }

    void begin() {
        html_ =
            std::string("<!DOCTYPE html>\n<html lang=\"") + (sheet_.language == Language::Japanese ? "ja" : "en") +
            "\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta name=\"format-detection\" content=\"telephone=no\">\n" +
            element("title", "", sheet_.title + " " + sheet_.subtitle) + "<style>\n" + std::string(SheetStyle) +
            "</style>\n</head>\n<body>\n<main>\n";
        html_ += element("h1", "", sheet_.title) + element("p", "subtitle", sheet_.subtitle);
        html_ += element("p", sheet_.works ? "verdict works" : "verdict", (sheet_.works ? "✓ " : "") + sheet_.verdict);
        if (!sheet_.status.empty())
            html_ += element("p", "status", sheet_.status);
        for (const SheetAlert& alert : sheet_.alerts)
            html_ += element("p", alert.blocks ? "alert blocks" : "alert", (alert.blocks ? "✕ " : "") + alert.text);
    }

    void list(std::string_view code, const std::string& className, const std::vector<std::string>& texts) {
        if (texts.empty())
            return;
        html_ += "<section class=\"" + className + "\">\n" + element("h2", "", word(code)) + "<ul>\n";
        for (const std::string& text : texts)
            html_ += element("li", "", text);
        html_ += "</ul>\n</section>\n";
    }

    void part(const SheetPart& part) {
        if (part.rows.empty())
            return;
        html_ += "<section class=\"settings\">\n" + element("h2", "", part.heading) + "<table>\n";
        for (const SheetRow& row : part.rows)
            html_ += "<tr>" + element("th", "", row.label) +
                     (row.value.empty() ? "<td class=\"box\"></td>\n" : element("td", "value", row.value)) +
                     element("td", row.proven ? "mark proven" : "mark", (row.proven ? "✓ " : "") + row.mark) +
                     "</tr>\n";
        if (!sheet_.passwordLabel.empty())
            html_ +=
                "<tr>" + element("th", "", sheet_.passwordLabel) +
                (sheet_.password ? element("td", "value", sheet_.password->bytes()) : "<td class=\"box\"></td>\n") +
                "<td></td></tr>\n";
        html_ += "</table>\n" +
                 element("p", part.proven ? "proof proven" : "proof", (part.proven ? "✓ " : "") + part.proof) +
                 "</section>\n";
    }

    void changes() {
        if (sheet_.changes.empty())
            return;
        html_ += "<section class=\"changes\">\n" + element("h2", "", word("sheet-changes")) + "<dl>\n";
        for (const SheetChange& change : sheet_.changes)
            html_ += element("dt", "", change.label) + "<dd>" +
                     (change.old.empty() ? element("span", "absent", word("sheet-not-on-paper"))
                                         : element("del", "", change.old)) +
                     "<span class=\"arrow\">→</span>\n" +
                     (change.now.empty() ? element("span", "absent", word("sheet-removed"))
                                         : element("ins", "", change.now)) +
                     element("p", "", change.why) + "</dd>\n";
        html_ += "</dl>\n</section>\n";
    }

    const Sheet& sheet_;
    std::string html_;
};

} // namespace

std::string sheetHtml(const Sheet& sheet) {
    return HtmlPage(sheet).make();
}

} // namespace yomikae
