// The sheet as JSON. The password is never here, whatever stands on the paper.
#include "sheet/sheet.h"

#include <nlohmann/json.hpp>

namespace yomikae {

namespace {

using Json = nlohmann::ordered_json;

Json toJson(const SheetPart& part) {
    Json rows = Json::array();
    for (const SheetRow& row : part.rows)
        rows.push_back({{"key", row.key},
                        {"label", row.label},
                        {"value", row.value.empty() ? Json(nullptr) : Json(row.value)},
                        {"proven", row.proven},
                        {"mark", row.mark}});
    return {{"heading", part.heading}, {"proven", part.proven}, {"proof", part.proof}, {"rows", rows}};
}

Json toJson(const SheetChange& change) {
    const auto orNull = [](const std::string& value) { return value.empty() ? Json(nullptr) : Json(value); };
    return {{"label", change.label}, {"old", orNull(change.old)}, {"now", orNull(change.now)}, {"why", change.why}};
}

} // namespace

std::string sheetJson(const Sheet& sheet) {
    Json changes = Json::array();
    for (const SheetChange& change : sheet.changes)
        changes.push_back(toJson(change));
    Json alerts = Json::array();
    for (const SheetAlert& alert : sheet.alerts)
        alerts.push_back({{"text", alert.text}, {"blocks", alert.blocks}});
    const Json json{{"format", 1},
                    {"language", sheet.language == Language::Japanese ? "ja" : "en"},
                    {"title", sheet.title},
                    {"subtitle", sheet.subtitle},
                    {"app", sheet.app.empty() ? Json(nullptr) : Json(sheet.app)},
                    {"verdict", sheet.verdict},
                    {"works", sheet.works},
                    {"status", sheet.status},
                    {"alerts", alerts},
                    {"steps", sheet.steps},
                    {"ways", sheet.ways},
                    {"incoming", toJson(sheet.incoming)},
                    {"outgoing", toJson(sheet.outgoing)},
                    {"changes", changes},
                    {"not_proven", sheet.notProven},
                    {"notes", sheet.notes},
                    {"password", nullptr},
                    {"given", sheet.passwordGiven},
                    {"footer", sheet.footer}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace yomikae
