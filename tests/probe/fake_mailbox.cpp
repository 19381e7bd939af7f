#include "probe/fake_mailbox.h"

#include <algorithm>
#include <utility>

namespace yomikae::test {

namespace {

bool begins(const std::string& text, const std::string& with) {
    return text.compare(0, with.size(), with) == 0;
}

std::string headerOf(const std::string& mail) {
    return mail.substr(0, mail.find("\r\n\r\n") + 4);
}

} // namespace

struct FakeMailServers {
    static Reply textLine(FakeMailbox& box, Session& session, const FakeServer& incoming, const std::string& line) {
        if (line != ".") {
            box.text += line.substr(begins(line, "..") ? 1 : 0) + "\r\n";
            return {};
        }
        session.user.clear();
        box.taken.push_back(std::exchange(box.text, {}));
        if (begins(box.answerToText.text, "250") && !box.loses) {
            box.pending.push_back(box.taken.back());
            box.appearsAt = incoming.connections + box.hiddenFor;
        }
        return box.answerToText;
    }

    static void arrive(FakeMailbox& box, const FakeServer& incoming) {
        if (incoming.connections <= box.appearsAt)
            return;
        for (std::string& mail : box.pending)
            box.mails.push_back(std::move(mail));
        box.pending.clear();
    }

    static void remove(FakeMailbox& box) {
        for (auto at = box.deleted.rbegin(); at != box.deleted.rend(); ++at) {
            box.removed.push_back(box.mails.at(*at));
            box.mails.erase(box.mails.begin() + static_cast<std::ptrdiff_t>(*at));
        }
        box.deleted.clear();
    }
};

void takesMail(FakeServer& smtp, FakeMailbox& mailbox, FakeServer& incoming) {
    smtp.also = [&](Session& session, const std::string& line) -> std::optional<Reply> {
        if (session.user == "text")
            return FakeMailServers::textLine(mailbox, session, incoming, line);
        if (line != "DATA" || smtp.instead.count("DATA") != 0)
            return std::nullopt;
        session.user = "text";
        return Reply{"354 go ahead\r\n"};
    };
}

void showsMailByPop(FakeServer& pop, FakeMailbox& box) {
    pop.also = [&](Session&, const std::string& line) -> std::optional<Reply> {
        const std::string word = line.substr(0, line.find(' '));
        if (pop.instead.count(word) != 0)
            return std::nullopt;
        if (word == "STAT") {
            FakeMailServers::arrive(box, pop);
            return Reply{"+OK " + std::to_string(box.mails.size()) + " 1200\r\n"};
        }
        if (word == "TOP") {
            ++box.shown;
            return Reply{"+OK\r\n" + headerOf(box.mails.at(std::stoul(line.substr(4)) - 1)) + ".\r\n"};
        }
        if (word == "DELE") {
            box.deleted.insert(std::stoul(line.substr(5)) - 1);
            return Reply{"+OK marked\r\n"};
        }
        if (word == "QUIT")
            FakeMailServers::remove(box);
        return std::nullopt;
    };
}

void showsMailByImap(FakeServer& imap, FakeMailbox& box) {
    imap.also = [&](Session&, const std::string& line) -> std::optional<Reply> {
        if (!begins(line, "y"))
            return std::nullopt;
        const std::string tag = line.substr(0, line.find(' '));
        const std::string command = line.substr(tag.size() + 1);
        const auto done = [&](const std::string& before) { return Reply{before + tag + " OK done\r\n"}; };
        if (begins(command, "EXAMINE") || begins(command, "SELECT")) {
            FakeMailServers::arrive(box, imap);
            return done("* " + std::to_string(box.mails.size()) + " EXISTS\r\n");
        }
        if (begins(command, "UID SEARCH")) { // a lazy server: it finds everything
            std::string found = "* SEARCH";
            for (std::size_t i = 0; i < box.mails.size(); ++i)
                found += ' ' + std::to_string(i + 1);
            return done(found + "\r\n");
        }
        if (begins(command, "UID FETCH ")) {
            ++box.shown;
            const auto uid = std::stoul(command.substr(10));
            const std::string header = headerOf(box.mails.at(uid - 1));
            return done("* " + std::to_string(uid) + " FETCH (UID " + std::to_string(uid) + " BODY[] {" +
                        std::to_string(header.size()) + "}\r\n" + header + ")\r\n");
        }
        if (begins(command, "CAPABILITY"))
            return done("* CAPABILITY IMAP4rev1 " + box.capability + "\r\n");
        if (begins(command, "UID STORE "))
            box.deleted.insert(std::stoul(command.substr(10)) - 1);
        if (begins(command, "UID EXPUNGE "))
            FakeMailServers::remove(box);
        return done("");
    };
}

std::string otherMail(int n) {
    return "Message-ID: <other-" + std::to_string(n) + "@example.test>\r\nSubject: hello\r\n\r\nhello\r\n";
}

} // namespace yomikae::test
