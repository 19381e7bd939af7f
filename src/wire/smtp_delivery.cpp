// SMTP: RFC 5321 3.3, 4.1.1.2 to 4.1.1.4, 4.5.2.
#include "wire/smtp_delivery.h"

#include <algorithm>
#include <utility>

namespace yomikae {

namespace {

using At = Delivery::At;
using Then = ErrandStep::Then;

/// What the server says yes with, and what follows then. 251 = not here, but it will be forwarded.
struct Row {
    At at;
    int yes;
    int alsoYes;
    At next;
};

constexpr Row Table[] = {
    {At::Sender, 250, 250, At::Recipient},
    {At::Recipient, 250, 251, At::Data},
    {At::Data, 354, 354, At::Text},
    {At::Text, 250, 250, At::Text},
};

const Row* rowOf(At at) {
    const auto row = std::find_if(std::begin(Table), std::end(Table), [&](const Row& each) { return each.at == at; });
    return row == std::end(Table) ? nullptr : row;
}

std::string command(At at, const std::string& address) {
    switch (at) {
    case At::Sender: return "MAIL FROM:<" + address + ">\r\n";
    case At::Recipient: return "RCPT TO:<" + address + ">\r\n";
    case At::Data: return "DATA\r\n";
    case At::Text:
    case At::NotBegun: break;
    }
    return {};
}

} // namespace

std::string_view name(At at) {
    switch (at) {
    case At::NotBegun: break;
    case At::Sender: return "mail";
    case At::Recipient: return "rcpt";
    case At::Data: return "data";
    case At::Text: return "text";
    }
    return {};
}

bool standsInPath(std::string_view address) {
    return !address.empty() && std::all_of(address.begin(), address.end(), [](char c) {
        return c > ' ' && c < 0x7f && c != '<' && c != '>' && c != '"' && c != '\\';
    });
}

std::string asMailData(std::string_view message) {
    std::string data;
    while (!message.empty()) {
        const std::size_t end = std::min(message.find_first_of("\r\n"), message.size());
        if (message[0] == '.')
            data += '.';
        data += message.substr(0, end);
        data += "\r\n";
        message.remove_prefix(end);
        if (!message.empty())
            message.remove_prefix(message.substr(0, 2) == "\r\n" ? 2 : 1);
    }
    return data + ".\r\n";
}

SmtpDelivery::SmtpDelivery(std::string address, std::string message)
    : address_(std::move(address)), text_(asMailData(message)) {}

ErrandStep SmtpDelivery::begin() {
    return say(At::Sender);
}

ErrandStep SmtpDelivery::say(At at) {
    delivery_.at = at;
    std::string bytes = at == At::Text ? text_ : command(at, address_);
    std::string shown = at == At::Text ? bytes.substr(0, bytes.find("\r\n")) + " …\r\n" : bytes;
    return {std::move(bytes), std::move(shown), Then::GoOn};
}

ErrandStep SmtpDelivery::line(std::string_view line) {
    switch (reader_.add(line)) {
    case SmtpReplyReader::State::More: return {};
    case SmtpReplyReader::State::Whole: break;
    case SmtpReplyReader::State::NoReply:
    case SmtpReplyReader::State::MixedCodes: delivery_.serverText = line; return {{}, {}, Then::Close};
    }
    return decided(reader_.take());
}

ErrandStep SmtpDelivery::decided(const SmtpReply& reply) {
    const Row* row = rowOf(delivery_.at);
    const bool yes = row && (reply.code == row->yes || reply.code == row->alsoYes);
    if (yes && delivery_.at != At::Text)
        return say(row->next);
    delivery_.serverText = reply.first;
    const int kind = reply.code / 100;
    if (!yes && kind != 4 && kind != 5)
        return {{}, {}, Then::Close};
    delivery_.taken = yes;
    delivery_.code = reply.code;
    delivery_.enhanced = reply.enhanced;
    return {{}, {}, reply.code == 421 ? Then::Close : Then::Quit};
}

} // namespace yomikae
