#include "certificate/read_text.h"

#include "base/text.h"
#include "certificate/code_points.h"
#include "certificate/paper_lines.h"
#include "certificate/paper_notes.h"
#include "certificate/paper_section.h"
#include "certificate/paper_values.h"
#include "certificate/read_unlabelled.h"

#include <algorithm>

namespace yomikae {

namespace {

bool hasAsciiWord(std::string_view text) {
    return std::any_of(text.begin(), text.end(), isAsciiWord);
}

bool isSecretLabel(std::string_view label) {
    for (const std::string_view word : {"パスワ", "暗証", "assword"})
        if (label.find(word) != std::string_view::npos)
            return true;
    return false;
}

/// Reads one paper from its first line to its last.
class PaperReader {
  public:
    PaperReader(std::string_view utf8, const Labels& labels) : lines_(paperLines(utf8)), labels_(labels) {}
    PaperReader(const PaperReader&) = delete;
    PaperReader& operator=(const PaperReader&) = delete;
    ~PaperReader() {
        for (PaperLine& line : lines_) {
            wipe(line.text);
            wipe(line.original);
        }
    }

    std::optional<ReadCertificate> read() {
        for (at_ = 0; at_ < lines_.size(); ++at_)
            if (!lines_[at_].used)
                readLine();
        giveUpPending();
        whatSaysTheSame();
        doubtTheUnanswered();
        readWithoutLabels(lines_, notes_);
        if (notes_.nothing())
            return std::nullopt;
        return notes_.finished(wholeText());
    }

  private:
    /// A label that still waits for its value.
    struct Pending {
        LabelledValue label;
        int line;
        std::size_t column = 0; ///< of the columns in its line
        std::size_t columns = 0;
    };
    /// "POPサーバと同じ": to be filled in when all is read.
    struct Same {
        ValueOrigin found;
        std::string text;
    };

    void readLine() {
        PaperLine& line = lines_[at_];
        if (isRule(line.text))
            return;
        std::vector<LabelledValue> values = labelledValues(line.text, labels_);
        if (values.empty()) {
            givePending();
            return;
        }
        dropHeadings(values.front().field);
        giveUpPending();
        line.used = true;
        emptyHeaderRow(values);
        for (const LabelledValue& value : values)
            take(value, line.number);
        findColumns();
    }

    /// "メールアドレス  パスワード  部屋番号": the last column is a label that nobody knows, not the password.
    static void emptyHeaderRow(std::vector<LabelledValue>& values) {
        const bool header = values.size() > 1 && !hasAsciiWord(values.back().value) &&
                            std::all_of(values.begin(), values.end() - 1,
                                        [](const LabelledValue& value) { return value.value.empty(); });
        if (header)
            values.back().value.clear();
    }

    /// "メールアドレス  部屋番号  パスワード": which values below belong to labels that are known.
    void findColumns() {
        const std::vector<std::string> columns = columnsOf(lines_[at_].text);
        std::size_t column = 0;
        for (Pending& waiting : pending_) {
            while (column < columns.size() && columns[column].find(waiting.label.label) == std::string::npos)
                ++column;
            waiting.column = column++;
            waiting.columns = columns.size();
        }
    }

    /// "受信メールサーバー" above "サーバー名: …" and "ポート番号: …" was a heading.
    void dropHeadings(PaperField next) {
        if (pending_.size() == 1 && next >= PaperField::Server && next <= PaperField::Security) {
            pending_.clear();
            section_.dropHeading();
        }
    }

    void giveUpPending() {
        for (const Pending& waiting : pending_)
            if (waiting.label.field == PaperField::Other)
                notes_.doubt("id-not-for-mail", PaperField::Other, waiting.line, {{"label", waiting.label.label}});
            else if (waiting.label.field < PaperField::Incoming)
                unanswered_.push_back({section_.fieldOf(waiting.label.field), waiting.label.rank, false,
                                       waiting.label.label, waiting.line});
        pending_.clear();
    }

    /// Where the value stands elsewhere the label was a heading.
    void doubtTheUnanswered() {
        for (const ValueOrigin& label : unanswered_)
            if (!notes_.has(label.field))
                notes_.doubt("no-value", label.field, label.line, {{"label", label.label}});
    }

    void givePending() {
        PaperLine& line = lines_[at_];
        if (pending_.empty() || !hasAsciiWord(line.text))
            return;
        const std::vector<std::string> columns = valuesForPending(line.text);
        if (columns.empty()) {
            giveUpPending();
            return;
        }
        line.used = true;
        const std::vector<Pending> waiting = std::move(pending_);
        pending_.clear();
        for (std::size_t i = 0; i < waiting.size(); ++i) {
            LabelledValue value = waiting[i].label;
            value.value = columns[i];
            take(value, line.number);
        }
    }

    /// One for each label that waits, in their order; none where they cannot be told apart.
    std::vector<std::string> valuesForPending(const std::string& text) const {
        const std::vector<std::string> columns = columnsOf(text);
        if (pending_.size() == 1 && pending_.front().columns <= 1)
            return {trimmed(text)};
        if (columns.size() == pending_.size())
            return columns;
        std::vector<std::string> values;
        for (const Pending& waiting : pending_)
            if (waiting.columns == columns.size() && waiting.column < columns.size())
                values.push_back(columns[waiting.column]);
        if (values.size() == pending_.size())
            return values;
        return pending_.size() == 1 ? std::vector{trimmed(text)} : std::vector<std::string>();
    }

    void take(const LabelledValue& value, int line) {
        if (value.field == PaperField::Other) {
            otherId(value, line);
            return;
        }
        section_.enter(value);
        const bool sharedServer = value.field == PaperField::Server && section_.isOpen();
        if (value.value.empty() || (sharedServer && saysTheSame(value.value))) {
            pending_.push_back({value, line});
            return;
        }
        if (value.guessed)
            notes_.doubt("label-guessed", section_.fieldOf(value.field), line, {{"label", value.label}});
        ValueOrigin found{section_.fieldOf(value.field), value.rank, lastWasOther_, value.label, line};
        lastWasOther_ = lastWasOther_ && value.rank == LabelRank::General;
        takeValue(found, value.value);
    }

    /// Its value may stand below it.
    void otherId(const LabelledValue& value, int line) {
        lastWasOther_ = true;
        if (value.value.empty()) {
            pending_.push_back({value, line});
            return;
        }
        notes_.doubt("id-not-for-mail", PaperField::Other, line, {{"label", value.label}});
        if (isSecretLabel(value.label))
            if (auto secret = passwordIn(value.value))
                notes_.keepSecret(std::move(*secret));
    }

    void takeValue(ValueOrigin found, const std::string& text) {
        switch (found.field) {
        case PaperField::Provider: keep(found, text); break;
        case PaperField::Issued: takeDate(found, text); break;
        case PaperField::MailAddress: takeAddress(found, text); break;
        case PaperField::MailAccount:
        case PaperField::SmtpAccount: takeAccount(found, text); break;
        case PaperField::MailPassword: takePassword(found, text); break;
        case PaperField::PopServer:
        case PaperField::SmtpServer:
        case PaperField::ImapServer:
        case PaperField::Server: takeHost(found, text); break;
        case PaperField::PopPort:
        case PaperField::SmtpPort:
        case PaperField::ImapPort:
        case PaperField::Port: takePort(found, text); break;
        default: takeSecurity(found, text); break;
        }
    }

    void takeDate(const ValueOrigin& found, const std::string& text) {
        if (const auto date = dateIn(text))
            keep(found, toString(*date));
        else
            notUnderstood("not-a-date", found, text);
    }

    void takeAddress(const ValueOrigin& found, const std::string& text) {
        std::optional<std::string> address;
        for (const std::string& candidate : {withNextLine(text), text})
            if (address = addressIn(candidate); address) {
                markJoined(candidate != text);
                keep(found, *address);
                return;
            }
        notUnderstood("not-an-address", found, text);
    }

    void takeHost(ValueOrigin found, const std::string& text) {
        if (saysTheSame(text)) {
            same_.push_back({found, text});
            return;
        }
        const std::string joined = withNextLine(text);
        const auto host = hostIn(joined);
        if (!host) {
            notUnderstood("not-a-host", found, text);
            return;
        }
        markJoined(joined != text);
        if (found.field == PaperField::PopServer && startsWith(host->host, "imap"))
            found.field = PaperField::ImapServer;
        if (host->portForTls)
            notUnderstood("rest-not-used", found, text);
        const bool both = found.field == PaperField::Server;
        for (const PaperField field :
             both ? std::vector{PaperField::PopServer, PaperField::SmtpServer} : std::vector{found.field}) {
            found.field = field;
            keep(found, host->host);
            if (host->port && !both)
                putPort(found, *host->port);
        }
    }

    void putPort(ValueOrigin found, std::uint16_t port) {
        found.field = found.field == PaperField::SmtpServer   ? PaperField::SmtpPort
                      : found.field == PaperField::ImapServer ? PaperField::ImapPort
                                                              : PaperField::PopPort;
        notes_.put(found, std::to_string(port));
    }

    void takePort(const ValueOrigin& found, const std::string& text) {
        const auto port = portIn(text);
        if (!port)
            notUnderstood("not-a-port", found, text);
        else if (found.field == PaperField::Port)
            notUnderstood("port-of-what", found, text);
        else
            keep(found, std::to_string(*port));
    }

    void takeSecurity(const ValueOrigin& found, const std::string& text) {
        const auto security = securityIn(text);
        if (!security || found.field == PaperField::Security)
            notUnderstood("not-a-security", found, text);
        else
            notes_.put(found, std::string(name(*security)));
    }

    void takeAccount(ValueOrigin found, const std::string& text) {
        const bool ofItsOwn = section_.isUnderHeading() || notes_.has(PaperField::MailAccount);
        if (section_.isOutgoing() && found.rank == LabelRank::General && ofItsOwn)
            found.field = PaperField::SmtpAccount;
        if (saysTheSame(text))
            same_.push_back({found, text});
        else if (const auto account = accountIn(text)) {
            keep(found, *account);
            if (goesOn(text))
                notUnderstood("rest-not-used", found, text);
        } else
            notUnderstood("not-an-account", found, text);
    }

    void takePassword(const ValueOrigin& found, const std::string& text) {
        auto password = passwordIn(text);
        if (!password || password->empty()) {
            notes_.doubt("password-not-read", found.field, found.line, {{"label", found.label}});
            return;
        }
        if (wasFolded(*password, lineOf(found)))
            notes_.doubt("password-folded", found.field, found.line);
        if (goesOn(text))
            notes_.doubt("password-goes-on", found.field, found.line);
        notes_.put(found, std::move(*password));
    }

    void keep(const ValueOrigin& found, const std::string& value) {
        if (wasFolded(value, lineOf(found)))
            notes_.doubt("folded", found.field, found.line, {{"value", value}});
        notes_.put(found, value);
    }

    void notUnderstood(std::string_view code, const ValueOrigin& found, const std::string& text) {
        notes_.doubt(code, found.field, found.line, {{"label", found.label}, {"value", text}});
    }

    const PaperLine& lineOf(const ValueOrigin& found) const { return lines_[static_cast<std::size_t>(found.line) - 1]; }

    /// Papers break long addresses and host names behind '@' or beside a dot.
    std::string withNextLine(const std::string& text) const {
        if (at_ + 1 >= lines_.size() || lines_[at_ + 1].text.size() > 300)
            return text;
        const std::string next = trimmed(lines_[at_ + 1].text);
        const char last = text.back();
        const bool broken = last == '@' || last == '.' || last == '-' || startsWith(next, "@") || startsWith(next, ".");
        const bool continues = !next.empty() && std::all_of(next.begin(), next.end(), [](char c) {
            return isAsciiWord(c) || c == '@' || c == '.' || c == '-' || c == '_';
        });
        if (!broken || !continues || !labelledValues(next, labels_).empty())
            return text;
        return text + next;
    }

    void markJoined(bool joined) {
        if (joined)
            lines_[at_ + 1].used = true;
    }

    void whatSaysTheSame() {
        for (const Same& same : same_) {
            const bool account =
                same.found.field == PaperField::MailAccount || same.found.field == PaperField::SmtpAccount;
            const PaperField server =
                same.found.field == PaperField::SmtpServer ? PaperField::PopServer : PaperField::SmtpServer;
            const bool address = same.text.find("アドレス") != std::string::npos;
            const PaperField from = !account ? server : address ? PaperField::MailAddress : PaperField::MailAccount;
            if (from != same.found.field && notes_.has(from))
                notes_.put(same.found, notes_.value(from));
            else
                notUnderstood("same-as-what", same.found, same.text);
        }
    }

    std::string wholeText() const {
        std::string text;
        for (const PaperLine& line : lines_)
            text += line.text + "\n";
        return text;
    }

    std::vector<PaperLine> lines_;
    const Labels& labels_;
    PaperNotes notes_;
    std::vector<Pending> pending_;
    std::vector<Same> same_;
    std::vector<ValueOrigin> unanswered_; ///< labels without a value
    std::size_t at_ = 0;
    PaperSection section_;
    bool lastWasOther_ = false;
};

} // namespace

Result<ReadCertificate> readPaperText(std::string_view utf8, std::string file, const Labels& labels) {
    Result<ReadCertificate> result;
    result.value = PaperReader(utf8, labels).read();
    if (!result.value)
        result.problems.push_back({"paper-nothing-readable", {std::move(file), 0, 0, {}}, {}, {}, {}, false});
    return result;
}

} // namespace yomikae
