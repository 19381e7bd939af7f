// IMAP: EXAMINE, SELECT, UID SEARCH, UID FETCH, UID STORE (RFC 9051 6.3, 6.4; RFC 3501), UID EXPUNGE (RFC 4315).
#include "wire/pickup.h"

#include "base/limits.h"
#include "base/text.h"
#include "wire/capabilities.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace yomikae {

namespace {

using Then = ErrandStep::Then;

class ImapPickup final : public PickupErrand {
  public:
    using PickupErrand::PickupErrand;

    /// Looking alone changes nothing: the mailbox is opened read-only.
    ErrandStep begin() override { return ask(State::Select, request_.remove ? "SELECT INBOX" : "EXAMINE INBOX"); }
    ErrandStep line(std::string_view line) override;

  private:
    enum class State { Select, Search, Fetch, Capability, Store, Expunge };
    enum class Event { Yes, No, Farewell, Untagged, Odd };
    struct Row {
        State at;
        Event event;
        ErrandStep (ImapPickup::*action)(std::string_view line);
    };
    static const Row Table[];

    ErrandStep ask(State next, const std::string& command) {
        state_ = next;
        return say(tag() + command);
    }
    /// Of our own, so that none is used twice on one connection.
    std::string tag() { return "y" + std::to_string(++tag_) + ' '; }
    Event eventOf(std::string_view line) const;
    std::string uid() const { return std::to_string(uids_.back()); }

    ErrandStep wait(std::string_view) { return {}; }
    ErrandStep opened(std::string_view line);
    ErrandStep mailboxFailed(std::string_view line) { return failed("mailbox", line); }
    ErrandStep hit(std::string_view line);
    ErrandStep searchFailed(std::string_view line) { return failed("search", line); }
    ErrandStep nextHit(std::string_view);
    ErrandStep shown(std::string_view line);
    ErrandStep fetched(std::string_view line);
    ErrandStep capability(std::string_view line);
    ErrandStep mark(std::string_view line);
    ErrandStep marked(std::string_view line);
    ErrandStep notRemoved(std::string_view line) { return failed("not-removed", line); }
    ErrandStep gone(std::string_view);

    State state_ = State::Select;
    int tag_ = 0;
    std::vector<unsigned> uids_; ///< the newest is looked at first
    bool shownUid_ = false;
    bool writable_ = true;
    bool uidPlus_ = false;
};

const ImapPickup::Row ImapPickup::Table[] = {
    {State::Select, Event::Untagged, &ImapPickup::wait},
    {State::Select, Event::Yes, &ImapPickup::opened},
    {State::Select, Event::No, &ImapPickup::mailboxFailed},
    {State::Search, Event::Untagged, &ImapPickup::hit},
    {State::Search, Event::Yes, &ImapPickup::nextHit},
    {State::Search, Event::No, &ImapPickup::searchFailed},
    {State::Fetch, Event::Untagged, &ImapPickup::shown},
    {State::Fetch, Event::Odd, &ImapPickup::shown},
    {State::Fetch, Event::Yes, &ImapPickup::fetched},
    {State::Fetch, Event::No, &ImapPickup::searchFailed},
    {State::Capability, Event::Untagged, &ImapPickup::capability},
    {State::Capability, Event::Yes, &ImapPickup::mark},
    {State::Capability, Event::No, &ImapPickup::mark},
    {State::Store, Event::Untagged, &ImapPickup::wait},
    {State::Store, Event::Yes, &ImapPickup::marked},
    {State::Store, Event::No, &ImapPickup::notRemoved},
    {State::Expunge, Event::Untagged, &ImapPickup::wait},
    {State::Expunge, Event::Yes, &ImapPickup::gone},
    {State::Expunge, Event::No, &ImapPickup::notRemoved},
};

ErrandStep ImapPickup::line(std::string_view line) {
    const Event event = eventOf(line);
    for (const Row& row : Table)
        if (row.at == state_ && row.event == event)
            return (this->*row.action)(line);
    return failed(pickup_.found ? "not-confirmed" : "mailbox", line, Then::Close);
}

/// A literal holds nothing but the two fields that were asked for, so its lines cannot look like answers of ours.
ImapPickup::Event ImapPickup::eventOf(std::string_view line) const {
    const std::string ours = "y" + std::to_string(tag_) + ' ';
    if (line.substr(0, 2) == "* ")
        return lowerAscii(line.substr(2, 3)) == "bye" ? Event::Farewell : Event::Untagged;
    if (line.substr(0, ours.size()) != ours)
        return Event::Odd;
    const std::string word = lowerAscii(line.substr(ours.size(), 3));
    return word == "ok" || word == "ok " ? Event::Yes : Event::No;
}

ErrandStep ImapPickup::opened(std::string_view line) {
    writable_ = lowerAscii(line).find("[read-only]") == std::string::npos;
    return ask(State::Search, "UID SEARCH OR HEADER Message-ID \"" + request_.mark.id + "\" HEADER X-Yomikae-Test \"" +
                                  request_.mark.token + "\"");
}

ErrandStep ImapPickup::hit(std::string_view line) {
    const auto words = wordsOf(line);
    if (words.size() < 2 || lowerAscii(words[1]) != "search")
        return {};
    for (std::size_t i = 2; i < words.size(); ++i) {
        unsigned uid = 0;
        const auto [end, error] = std::from_chars(words[i].data(), words[i].data() + words[i].size(), uid);
        if (error == std::errc{} && end == words[i].data() + words[i].size() && uid != 0)
            uids_.push_back(uid);
    }
    std::sort(uids_.begin(), uids_.end());
    if (uids_.size() > limits::NewestMessages) // a server that finds everything finds nothing
        uids_.erase(uids_.begin(), uids_.end() - static_cast<std::ptrdiff_t>(limits::NewestMessages));
    return {};
}

/// What the search found is believed only where the header says it too: it may be about to be removed.
ErrandStep ImapPickup::nextHit(std::string_view) {
    pickup_.looked = true;
    if (uids_.empty())
        return done();
    seeker_.reset();
    shownUid_ = false;
    return ask(State::Fetch, "UID FETCH " + uid() + " (UID BODY.PEEK[HEADER.FIELDS (Message-ID X-Yomikae-Test)])");
}

ErrandStep ImapPickup::shown(std::string_view line) {
    std::string words(line);
    for (char& c : words)
        c = c == '(' || c == ')' ? ' ' : c;
    const auto all = wordsOf(words);
    for (std::size_t i = 0; i + 1 < all.size(); ++i)
        shownUid_ = shownUid_ || (lowerAscii(all[i]) == "uid" && all[i + 1] == uid());
    seeker_.line(line);
    return {};
}

ErrandStep ImapPickup::fetched(std::string_view line) {
    if (!seeker_.seen() || !shownUid_) {
        uids_.pop_back();
        return nextHit(line);
    }
    pickup_.found = true;
    if (!request_.remove)
        return done();
    if (!writable_)
        return failed("read-only", line);
    pickup_.trouble = "not-confirmed"; // until the server says that it is gone
    return ask(State::Capability, "CAPABILITY");
}

ErrandStep ImapPickup::capability(std::string_view line) {
    const auto words = wordsOf(line);
    const auto has = [&](std::string_view word) {
        return std::any_of(words.begin(), words.end(), [&](auto each) { return equalsIgnoringCase(each, word); });
    };
    uidPlus_ = uidPlus_ ||
               (words.size() > 1 && equalsIgnoringCase(words[1], "CAPABILITY") && (has("UIDPLUS") || has("IMAP4rev2")));
    return {};
}

ErrandStep ImapPickup::mark(std::string_view) {
    return ask(State::Store, "UID STORE " + uid() + " +FLAGS.SILENT (\\Deleted)");
}

ErrandStep ImapPickup::marked(std::string_view line) {
    pickup_.marked = true;
    if (!uidPlus_)
        return failed("no-uidplus", line);
    return ask(State::Expunge, "UID EXPUNGE " + uid());
}

ErrandStep ImapPickup::gone(std::string_view) {
    pickup_.removed = true;
    pickup_.trouble.clear();
    return done();
}

} // namespace

std::shared_ptr<PickupErrand> makeImapPickup(const PickupRequest& request) {
    return std::make_shared<ImapPickup>(request);
}

} // namespace yomikae
