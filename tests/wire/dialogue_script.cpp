#include "dialogue_script.h"

#include "base/base64.h"
#include "released.h"
#include "support/files.h"
#include "wire/pickup.h"
#include "wire/smtp_delivery.h"

#include <algorithm>
#include <sstream>

namespace yomikae::test {

namespace {

std::string unescaped(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char next = i + 1 < text.size() ? text[i + 1] : '\0';
        if (text[i] != '\\') {
            out += text[i];
        } else if (next == 'x') {
            out += static_cast<char>(std::stoi(text.substr(i + 2, 2), nullptr, 16));
            i += 3;
        } else {
            out += next == 'r' ? '\r' : next == 'n' ? '\n' : next == 't' ? '\t' : next;
            ++i;
        }
    }
    return out;
}

ScriptLine scriptLine(const std::string& raw, int number) {
    ScriptLine line;
    line.number = number;
    const bool server = raw[0] == 'S' && raw.find(':') != std::string::npos;
    const auto end = server || raw.compare(0, 2, "C:") == 0 ? raw.find(':') : std::min(raw.find(' '), raw.size());
    line.word = raw.substr(0, end);
    const std::size_t skip = raw[std::min(end, raw.size() - 1)] == ':' ? 2 : 1;
    line.text = end + skip <= raw.size() ? unescaped(raw.substr(end + skip)) : "";
    const auto star = line.word.find('*');
    if (server && star != std::string::npos) {
        line.times = static_cast<std::size_t>(std::stoul(line.word.substr(star + 1)));
        line.word.resize(star);
    }
    return line;
}

std::vector<std::string> split(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> words;
    for (std::string word; in >> word;)
        words.push_back(word);
    return words;
}

std::string orDash(const std::string& text) {
    return text.empty() ? "-" : text;
}

std::string described(const Finding& f) {
    const std::string code = f.replyCode != 0 ? std::to_string(f.replyCode) : orDash(f.responseCode);
    return std::string(name(f.outcome)) + ' ' + std::string(name(f.stage)) + ' ' + orDash(f.reason) + ' ' + code;
}

std::string expectCommand(Owner& owner, const std::string& command) {
    if (owner.sent.empty())
        return "nothing was sent instead of " + command;
    const std::string sent = owner.sent.front();
    owner.sent.erase(owner.sent.begin());
    return sent == command + "\r\n" ? "" : "sent " + sent + "instead of " + command;
}

std::string serverSays(Owner& owner, const ScriptLine& line, std::string& held) {
    if (!owner.sent.empty())
        return "unexpected command " + owner.sent.front();
    std::string bytes;
    for (std::size_t i = 0; i < line.times; ++i)
        bytes += line.text + (line.word == "S=" ? "" : "\r\n");
    held += bytes;
    if (line.word == "S+")
        return "";
    owner.receive(held);
    held.clear();
    return "";
}

std::string expectFinding(Owner& owner, const std::string& words) {
    if (!owner.sent.empty())
        return "unexpected command " + owner.sent.front();
    if (owner.findings.size() != 1)
        return std::to_string(owner.findings.size()) + " findings instead of " + words;
    const std::string found = described(owner.findings[0]);
    return found == words ? "" : "found " + found + " instead of " + words;
}

std::string step(Owner& owner, const ScriptLine& line, std::string& held) {
    if (line.word[0] == 'S')
        return serverSays(owner, line, held);
    if (line.word == "C")
        return expectCommand(owner, line.text);
    if (line.word == "~")
        return owner.lastShown == line.text + "\r\n" ? "" : "shown as " + owner.lastShown;
    if (line.word == "=>")
        return expectFinding(owner, line.text);
    if (line.word == "==")
        return owner.errandCameTo() == line.text ? "" : "the errand came to " + owner.errandCameTo();
    if (line.word == "READY" || line.word == "LOGIN") {
        if (!owner.ready)
            return "not ready";
        if (line.word == "LOGIN")
            owner.login(line.text);
        return "";
    }
    if (line.word == "TLS") {
        if (!owner.wantsTls)
            return "did not ask for TLS";
        owner.tls();
        return "";
    }
    if (line.word == "AHEAD")
        owner.askAhead(line.text);
    else if (line.word == "QUIT")
        owner.quit();
    else if (line.word == "CLOSE")
        owner.close();
    else
        return "unknown word " + line.word;
    return "";
}

} // namespace

Script readScript(const std::string& path) {
    Script script;
    script.path = path;
    script.protocol = path.find("/pop3/") != std::string::npos   ? Protocol::Pop3
                      : path.find("/imap/") != std::string::npos ? Protocol::Imap
                                                                 : Protocol::Smtp;
    std::istringstream in(sourceFile(path));
    int number = 0;
    for (std::string raw; std::getline(in, raw);) {
        ++number;
        if (raw.empty() || raw[0] == '#')
            continue;
        if (raw.compare(0, 9, "security ") == 0)
            script.options.security = securityNamed(raw.substr(9)).value();
        else if (raw.compare(0, 5, "ehlo ") == 0)
            script.options.ehloName = raw.substr(5);
        else if (raw.compare(0, 7, "sender ") == 0)
            script.options.sender = raw.substr(7);
        else if (raw.compare(0, 7, "errand ") == 0)
            script.errand = raw.substr(7);
        else
            script.lines.push_back(scriptLine(raw, number));
    }
    return script;
}

Owner::Owner(Protocol protocol, const DialogueOptions& options)
    : dialogue(makeDialogue(protocol, options)), options_(options) {}

std::string Owner::errandCameTo() const {
    if (const auto* delivery = dynamic_cast<SmtpDelivery*>(options_.errand.get())) {
        const Delivery& got = delivery->delivery();
        return orDash(std::string(name(got.at))) + (got.taken ? " taken " : " not-taken ") + std::to_string(got.code) +
               ' ' + orDash(got.enhanced);
    }
    const auto* errand = dynamic_cast<PickupErrand*>(options_.errand.get());
    if (!errand)
        return "none";
    const Pickup& got = errand->pickup();
    return std::string(got.looked ? "looked" : "-") + (got.found ? " found" : " -") +
           (got.removed  ? " removed "
            : got.marked ? " marked "
                         : " - ") +
           orDash(got.trouble);
}

/// Each play of a script has an errand of its own: one serves one login.
DialogueOptions optionsOf(const Script& script) {
    DialogueOptions options = script.options;
    const PickupRequest request{{"<yomikae.0123456789@example.jp>", "0123456789"}, script.errand == "remove"};
    if (script.errand == "find" || script.errand == "remove")
        options.errand = makePickup(script.protocol, request);
    else if (script.errand.compare(0, 5, "send ") == 0)
        options.errand = std::make_shared<SmtpDelivery>(script.errand.substr(5),
                                                        "Subject: test\r\n\r\n.a line with a dot\r\nend\r\n");
    return options;
}

void Owner::receive(std::string_view bytes) {
    reader_.add(bytes);
    while (const auto line = reader_.next()) {
        if (closing)
            return;
        const Step step = dialogue->line(*line);
        const bool goesOn = !step.finding && (step.startTls || !step.bytes.empty());
        apply(goesOn && !reader_.empty() ? dialogue->unasked(reader_.drain()) : step);
    }
    if (reader_.tooLong() && !closing)
        apply(dialogue->lineTooLong(reader_.drain()));
}

void Owner::tls() {
    wantsTls = false;
    tlsDone = true;
    apply(dialogue->tlsEstablished());
}

namespace {

std::vector<Mechanism> mechanismsIn(const std::vector<std::string>& words, std::size_t from) {
    std::vector<Mechanism> mechanisms;
    for (std::size_t i = from; i < words.size(); ++i)
        mechanisms.push_back(mechanismNamed(words[i]).value());
    return mechanisms;
}

} // namespace

void Owner::askAhead(const std::string& mechanisms) {
    apply(dialogue->askAhead(mechanismsIn(split(mechanisms), 0)));
}

void Owner::login(const std::string& text) {
    const auto words = split(text);
    username = words.at(0);
    password = words.at(1);
    const ReleasedSecret released = SecretInput::released(std::string(password));
    const LoginRequest request{username, released, mechanismsIn(words, 2), options_.security != Security::None};
    loginCalled = true;
    ready = false;
    apply(dialogue->login(request));
}

void Owner::quit() {
    apply(dialogue->quit());
}

void Owner::close() {
    apply(dialogue->closed());
    closing = true;
}

void Owner::apply(const Step& step) {
    checkSecrets(step);
    if (!step.bytes.empty()) {
        sent.push_back(step.bytes);
        lastShown = step.shown;
    }
    wantsTls = wantsTls || step.startTls;
    ready = ready || step.ready;
    closing = closing || step.close;
    if (step.finding)
        findings.push_back(*step.finding);
}

void Owner::checkSecrets(const Step& step) {
    if (step.secret && !loginCalled)
        leaks += "a secret before the login; ";
    if (step.secret && options_.security == Security::StartTls && !tlsDone)
        leaks += "a secret before TLS; ";
    if (password.empty())
        return;
    const std::string plain = base64(std::string("\0", 1) + username + std::string("\0", 1) + password);
    const auto holds = [&](const std::string& text) {
        return text.find(password) != std::string::npos || text.find(base64(password)) != std::string::npos ||
               text.find(plain) != std::string::npos;
    };
    if (holds(step.shown))
        leaks += "the password is shown; ";
    if (holds(step.bytes) && !step.secret)
        leaks += "the password is not marked as secret; ";
}

std::string play(const Script& script) {
    Owner owner(script.protocol, optionsOf(script));
    std::string held;
    for (const ScriptLine& line : script.lines) {
        const std::string wrong = step(owner, line, held);
        if (!wrong.empty())
            return script.path + ":" + std::to_string(line.number) + ": " + wrong;
    }
    if (!owner.sent.empty())
        return script.path + ": at the end, unexpected command " + owner.sent.front();
    return owner.leaks.empty() ? "" : script.path + ": " + owner.leaks;
}

} // namespace yomikae::test
