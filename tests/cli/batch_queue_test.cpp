#include "cli/batch_queue.h"

#include "base/limits.h"
#include "support/catch.h"

#include <string>
#include <vector>

using namespace yomikae;
using namespace yomikae::cli;

namespace {

/// A queue that is spoken to by rows' numbers.
class Batch {
  public:
    explicit Batch(int jobs) : queue(jobs) {}

    void add(std::uint64_t row, std::vector<std::string> hosts, std::uint64_t account = 0) {
        BatchTask task;
        task.place.row = row;
        task.account = account;
        queue.add(std::move(task), hosts);
    }
    /// All that may begin at `seconds`, in order.
    std::vector<std::uint64_t> begin(double seconds) {
        std::vector<std::uint64_t> rows;
        while (auto begun = queue.next(at(seconds))) {
            rows.push_back(begun->task.place.row);
            ids[begun->task.place.row] = begun->id;
        }
        return rows;
    }
    void end(std::uint64_t row) { queue.ended(ids.at(row)); }
    static Instant at(double seconds) { return Instant(static_cast<std::int64_t>(seconds * 1000)); }

    BatchQueue queue;
    std::map<std::uint64_t, int> ids;
};

using Rows = std::vector<std::uint64_t>;

} // namespace

TEST_CASE("no more rows run than were asked for") {
    Batch batch(3);
    for (std::uint64_t row = 1; row <= 5; ++row)
        batch.add(row, {"host" + std::to_string(row)});
    CHECK(batch.begin(0) == Rows{1, 2, 3});
    CHECK_FALSE(batch.queue.wantsMore());
    batch.end(2);
    CHECK(batch.begin(0) == Rows{4});
    batch.end(1);
    batch.end(3);
    CHECK(batch.begin(0) == Rows{5});
    CHECK(batch.queue.wantsMore());
}

TEST_CASE("two rows at once talk to one host, and rows of other hosts overtake the rest") {
    Batch batch(10);
    for (const std::uint64_t row : {1, 2, 3, 4})
        batch.add(row, {"pop.plala"});
    batch.add(5, {"pop.nifty"});
    CHECK(batch.begin(0) == Rows{1, 2, 5});
    CHECK(batch.queue.waiting() == 2);
    CHECK(batch.queue.wantsMore());
    batch.end(5);
    CHECK(batch.begin(0).empty());
    batch.end(1);
    CHECK(batch.begin(0) == Rows{3});
}

TEST_CASE("a host that two rows share is one host, whatever else they talk to") {
    Batch batch(10);
    batch.add(1, {"pop.a", "smtp.shared"});
    batch.add(2, {"pop.b", "smtp.shared"});
    batch.add(3, {"pop.c", "smtp.shared"});
    batch.add(4, {"pop.a"});
    CHECK(batch.begin(0) == Rows{1, 2, 4});
    batch.end(2);
    CHECK(batch.begin(0) == Rows{3});
}

TEST_CASE("after a burst, one row every two seconds begins at a host") {
    Batch batch(10);
    for (std::uint64_t row = 1; row <= 30; ++row)
        batch.add(row, {"pop.plala"});
    std::uint64_t begun = 0;
    std::vector<double> whenMore;
    for (double second = 0; second < 12; second += 0.5) {
        for (Rows rows = batch.begin(second); !rows.empty(); rows = batch.begin(second)) {
            begun += rows.size();
            for (const std::uint64_t row : rows)
                batch.end(row);
            if (second > 0)
                whenMore.push_back(second);
        }
    }
    CHECK(begun == static_cast<std::uint64_t>(limits::BatchBurst) + 5);
    CHECK(whenMore == std::vector<double>{2, 4, 6, 8, 10});
    CHECK(batch.queue.wakeAt(Batch::at(10.5)) == Batch::at(12));
    CHECK(batch.begin(11.999).empty());
    CHECK(batch.begin(12) == Rows{16});
}

TEST_CASE("a host that was left alone may have its burst again") {
    Batch batch(10);
    for (std::uint64_t row = 1; row <= 40; ++row)
        batch.add(row, {"pop.plala"});
    const auto all = [&](double second) {
        std::size_t begun = 0;
        for (Rows rows = batch.begin(second); !rows.empty(); rows = batch.begin(second)) {
            begun += rows.size();
            for (const std::uint64_t row : rows)
                batch.end(row);
        }
        return begun;
    };
    CHECK(all(0) == limits::BatchBurst);
    CHECK(all(3600) == limits::BatchBurst);
}

TEST_CASE("rows of one account go one after another, in order, past those of others") {
    Batch batch(10);
    batch.add(1, {"a"}, 7);
    batch.add(2, {"a"}, 7);
    batch.add(3, {"b"}, 7);
    batch.add(4, {"a"}, 8);
    CHECK(batch.begin(0) == Rows{1, 4});
    CHECK(batch.queue.waiting() == 2);
    batch.end(4);
    CHECK(batch.begin(0).empty());
    batch.end(1);
    CHECK(batch.begin(0).size() == 1);
    CHECK(batch.queue.running() == 1);
    const std::uint64_t second = batch.ids.count(2) != 0 ? 2 : 3;
    batch.end(second);
    CHECK(batch.begin(0) == Rows{second == 2 ? 3U : 2U});
    batch.end(second == 2 ? 3 : 2);
    CHECK(batch.queue.waiting() == 0);
}

TEST_CASE("nobody is waited for where nothing waits, and running rows are no reason to wake") {
    Batch batch(2);
    CHECK_FALSE(batch.queue.wakeAt(Batch::at(0)));
    for (const std::uint64_t row : {1, 2, 3})
        batch.add(row, {"pop.plala"});
    CHECK(batch.begin(0) == Rows{1, 2});
    CHECK_FALSE(batch.queue.wakeAt(Batch::at(0)));
}

TEST_CASE("reading ahead past a busy host has an end") {
    Batch batch(10);
    for (std::uint64_t row = 1; row <= limits::BatchWaiting + 2; ++row)
        batch.add(row, {"pop.plala"});
    CHECK(batch.begin(0).size() == 2);
    CHECK_FALSE(batch.queue.wantsMore());
}

TEST_CASE("a hundred thousand hosts are not kept in mind") {
    Batch batch(1);
    std::size_t most = 0;
    for (std::uint64_t row = 1; row <= 100'000; ++row) {
        batch.add(row, {"pop.host" + std::to_string(row)});
        REQUIRE(batch.begin(static_cast<double>(row) * 0.01) == Rows{row});
        batch.end(row);
        most = std::max(most, batch.queue.hosts());
    }
    CHECK(most < 1500); // 100 rows a second, each paid for two seconds
}

TEST_CASE("refused logins of an account count for half an hour") {
    BatchRefusals refusals;
    const Instant start = Batch::at(0);
    CHECK(refusals.before(7, start).refused == 0);
    refusals.spent(7, 1, start);
    refusals.spent(7, 0, start);
    refusals.spent(7, 1, Batch::at(600));
    CHECK(refusals.before(7, Batch::at(600)).refused == 2);
    CHECK(refusals.before(7, Batch::at(600)).againIn == Batch::at(1200));
    CHECK(refusals.before(8, Batch::at(600)).refused == 0);
    CHECK(refusals.before(7, Batch::at(1800)).refused == 1);
    CHECK(refusals.before(7, Batch::at(1800)).againIn == Batch::at(600));
    CHECK(refusals.before(7, Batch::at(2400)).refused == 0);
}
