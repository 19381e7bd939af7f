// yomikae-cli read: the text of a paper -> the fields of a certificate and what was not understood.
#include "cli/command_line.h"
#include "cli/json_out.h"
#include "cli/load.h"

#include "certificate/read_json.h"
#include "sheet/sheet.h"

#include <nlohmann/json.hpp>

namespace yomikae::cli {

namespace {

nlohmann::ordered_json fieldJson(const FieldValue& value) {
    struct {
        nlohmann::ordered_json operator()(const std::string& text) const { return text; }
        nlohmann::ordered_json operator()(int number) const { return number; }
        nlohmann::ordered_json operator()(const std::map<std::string, std::string>& map) const { return map; }
    } const convert;
    return std::visit(convert, value);
}

nlohmann::ordered_json certificateJson(const Certificate& certificate, const std::string& password) {
    nlohmann::ordered_json out = {{"format", 1}};
    const auto addPassword = [&] {
        if (!certificate.mailPassword.empty() && !out.contains("mail_password"))
            out["mail_password"] = password;
    };
    for (const auto& [key, value] : certificateFields(certificate)) {
        if (key != "format" && key != "provider" && key != "issued" && key != "mail_address" && key != "mail_account")
            addPassword(); // its place is behind the account
        out[key] = fieldJson(value);
    }
    addPassword();
    return out;
}

void tellText(const nlohmann::ordered_json& certificate, const std::vector<Doubt>& doubts, const Console& console) {
    for (const auto& [key, value] : certificate.items())
        if (key != "format")
            console.out(padded(say("field-" + key, console.language()), 24) +
                        (value.is_string() ? value.get<std::string>() : value.dump()) + "\n");
    for (const Doubt& doubt : doubts)
        console.out("? " +
                    (doubt.line > 0
                         ? say(message("at-line", {{"line", std::to_string(doubt.line)}}), console.language())
                         : "") +
                    say(doubt.message, console.language()) + "\n");
}

} // namespace

int runRead(const QStringList& arguments, Console& console) {
    QCommandLineParser parser;
    addOption(parser, console.language(), "json");
    addOption(parser, console.language(), "with-password");
    addOption(parser, console.language(), "profiles", "DIR");
    if (const auto over = parse(parser, *commandNamed("read"), arguments, 1, 1, console))
        return *over;
    const std::string file = parser.positionalArguments().at(0).toStdString();
    bool nothing = false;
    const auto opened =
        openCertificateFile(file, parser.value(QStringLiteral("profiles")).toStdString(), console, &nothing);
    if (!opened)
        return nothing ? ExitStatus::No : ExitStatus::WrongInput;
    const ReadCertificate& read = opened->read;
    const bool shown = parser.isSet(QStringLiteral("with-password"));
    // --with-password is the person's wish to have it written out, as on a printed sheet
    const auto certificate = certificateJson(
        read.certificate, shown ? std::string(PaperConsent::asked().release(read.certificate.mailPassword).bytes())
                                : std::string(PasswordMask));
    if (parser.isSet(QStringLiteral("json")))
        console.out(jsonText({{"certificate", certificate}, {"doubts", doubtsToJson(read.doubts)}}));
    else
        tellText(certificate, read.doubts, console);
    if (certificate.size() > 1) // more than the format
        return ExitStatus::Yes;
    console.tell({{"paper-nothing-readable", {file, 0, 0, {}}, {}, {}, {}, false}});
    return ExitStatus::No;
}

} // namespace yomikae::cli
