#include "cli/batch_run.h"

#include "base/limits.h"
#include "cli/terminal.h"
#include "net/data_files.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace yomikae::cli {

namespace {

constexpr int LookForInterrupt = 50;       ///< ms; a signal only sets a flag
constexpr int TimeToEnd = 200;             ///< ms for QUITs and the last results after Ctrl-C
constexpr qint64 LongestWithoutALook = 20; ///< ms of reading rows before anything else is looked at
constexpr int ShowProgress = 250;          ///< ms

int workersFor(int jobs) {
    const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    return std::min({cores, jobs, limits::BatchThreads});
}

} // namespace

std::shared_ptr<const Discovery> FoundByDomain::of(const std::string& domain) const {
    const auto at = found_.find(domain);
    return at == found_.end() ? nullptr : at->second;
}

void FoundByDomain::add(const std::string& domain, std::shared_ptr<const Discovery> found) {
    if (!found_.emplace(domain, std::move(found)).second)
        return;
    order_.push_back(domain);
    if (order_.size() <= limits::BatchFound)
        return;
    found_.erase(order_.front());
    order_.pop_front();
}

BatchRun::BatchRun(BatchFile& file, const BatchKnowledge& knowledge, BatchResults* results, const BatchOptions& options,
                   Console& console)
    : file_(file), knowledge_(knowledge), results_(results), options_(options), console_(console),
      queue_(options.jobs) {
    wake_.setSingleShot(true);
    connect(&wake_, &QTimer::timeout, this, &BatchRun::pump);
}

int BatchRun::run() {
    terminal::catchInterrupts();
    clock_.start();
    if (console_.isTerminal())
        progress_.all = countRows(options_.file);
    startWorkers();
    QTimer lookTimer;
    connect(&lookTimer, &QTimer::timeout, this, &BatchRun::look);
    lookTimer.start(LookForInterrupt);
    QTimer progressTimer;
    connect(&progressTimer, &QTimer::timeout, this, &BatchRun::showProgress);
    progressTimer.start(ShowProgress);
    pumpSoon();
    loop_.exec();
    for (const auto& worker : workers_)
        worker->quit();
    workers_.clear();
    console_.endProgress();
    progress_.elapsed = now();
    return end();
}

/// The last line is for a log or a mail as well as for a terminal.
int BatchRun::end() {
    const bool nothing = atEnd_ && !file_.failed() && progress_.done + progress_.skipped == 0;
    if (nothing)
        console_.tell({fileProblem(file_.shape().format == BatchFormat::Csv ? "batch-only-header" : "batch-no-rows",
                                   options_.file)});
    else
        console_.note(endLine(progress_, console_.language()) + "\n");
    if (stopping_)
        return ExitStatus::Interrupted;
    if (nothing)
        return ExitStatus::WrongInput;
    if (file_.failed()) {
        console_.tell({Problem{"file-unreadable", {options_.file, 0, 0, {}}, options_.file, {}, {}, false}});
        return ExitStatus::WrongInput;
    }
    return allYes_ ? ExitStatus::Yes : ExitStatus::No;
}

void BatchRun::startWorkers() {
    const auto reply = [this](BatchReply given) {
        auto shared = std::make_shared<BatchReply>(std::move(given)); // a queued call is copied; results are large
        QMetaObject::invokeMethod(
            this, [this, shared] { onReply(*shared); }, Qt::QueuedConnection);
    };
    for (int i = 0; i < workersFor(options_.jobs); ++i)
        workers_.push_back(std::make_unique<BatchWorker>(knowledge_, reply));
    load_.assign(workers_.size(), 0);
}

void BatchRun::pumpSoon() {
    if (std::exchange(pumpAsked_, true))
        return;
    QMetaObject::invokeMethod(this, &BatchRun::pump, Qt::QueuedConnection);
}

/// Begins what may begin, and reads on while somebody is free. In small pieces: results and Ctrl-C must not wait.
void BatchRun::pump() {
    pumpAsked_ = false;
    QElapsedTimer since;
    since.start();
    while (!stopping_) {
        while (auto begun = queue_.next(now()))
            dispatch(std::move(*begun));
        if (atEnd_ || !queue_.wantsMore())
            break;
        if (since.elapsed() > LongestWithoutALook)
            return pumpSoon();
        atEnd_ = !readOne();
    }
    if (atEnd_ && queue_.running() == 0 && queue_.waiting() == 0)
        loop_.quit();
    else if (const auto wake = queue_.wakeAt(now()))
        wake_.start(std::max(*wake - now(), Milliseconds(1)));
}

/// False at the end of the file.
bool BatchRun::readOne() {
    auto raw = file_.next();
    if (!raw)
        return false;
    PreparedRow row = prepareRow(std::move(raw->bytes), raw->tooLong, raw->place, knowledge_);
    if (results_ != nullptr) {
        row.place.twin = twins_.next(row.row.key);
        if (const auto answer = results_->done().answerOf(keyOfTwin(row.row.key, row.place.twin))) {
            skip(*answer);
            return true;
        }
    }
    if (row.translation)
        takeUp(row, nullptr);
    else
        write(faultyResult(row, knowledge_));
    return true;
}

/// To the queue: as a question to its domain first, where nobody knows its servers yet.
void BatchRun::takeUp(const PreparedRow& row, std::shared_ptr<const Discovery> found) {
    if (!found && asksDomain(row, knowledge_.options)) {
        found = found_.of(row.domain);
        if (!found)
            return queue_.add({row.place, accountOf(row.domain), true, nullptr}, {row.domain});
    }
    const CheckOptions& options = knowledge_.options;
    const Plan plan = planCandidates(translationOf(row, found.get(), knowledge_), options.preference, options.consents);
    queue_.add({row.place, row.account, false, std::move(found)}, hostsOf(plan));
}

void BatchRun::dispatch(BatchQueue::Begun begun) {
    std::string bytes = file_.again(begun.task.place);
    if (begun.task.discover) { // an earlier row of the domain may have found it by now
        const PreparedRow row = prepareRow(std::string(bytes), false, begun.task.place, knowledge_);
        if (row.translation && found_.of(row.domain)) {
            wipe(bytes);
            queue_.ended(begun.id);
            return takeUp(row, nullptr);
        }
    }
    const std::size_t worker = idlestWorker();
    ++load_[worker];
    workerOf_[begun.id] = worker;
    const auto refused = refusals_.before(begun.task.account, now());
    workers_[worker]->take({begun.id, std::move(begun.task), std::move(bytes), refused});
}

void BatchRun::onReply(const BatchReply& reply) {
    --load_[workerOf_[reply.id]];
    workerOf_.erase(reply.id);
    queue_.ended(reply.id);
    refusals_.spent(reply.task.account, reply.loginsSpent, now());
    if (!reply.cancelled && reply.found) {
        found_.add(reply.domain, reply.found);
        const PreparedRow row = prepareRow(file_.again(reply.task.place), false, reply.task.place, knowledge_);
        if (row.translation)
            takeUp(row, reply.found);
        else
            write(faultyResult(row, knowledge_));
    } else if (!reply.cancelled) {
        write(reply.result);
    }
    if (stopping_ && queue_.running() == 0)
        loop_.quit();
    pumpSoon();
}

void BatchRun::write(const RowResult& result) {
    count(result.answer);
    ++progress_.done;
    progress_.yes += result.answer == RowAnswer::Yes;
    progress_.no += result.answer == RowAnswer::No;
    progress_.faulty += result.answer == RowAnswer::Faulty;
    progress_.later += result.answer == RowAnswer::Later;
    const bool shared = terminal::isTerminal(stdout); // by results and progress
    if (shared)
        console_.endProgress();
    console_.out(options_.jsonLines ? result.json : result.text);
    if (shared)
        showProgress();
    const bool kept = results_ == nullptr || results_->append(result.json);
    if (!kept)
        console_.tell(message("batch-out-failed", {{"file", options_.out}}));
    if (!kept || !console_.outputOk())
        stop();
}

void BatchRun::skip(RowAnswer answer) {
    count(answer);
    ++progress_.skipped;
}

void BatchRun::count(RowAnswer answer) {
    allYes_ = allYes_ && answer == RowAnswer::Yes;
}

void BatchRun::look() {
    if (terminal::interrupted() && !stopping_)
        stop();
}

void BatchRun::stop() {
    if (std::exchange(stopping_, true))
        return;
    for (const auto& worker : workers_)
        worker->cancel();
    QTimer::singleShot(queue_.running() == 0 ? 0 : TimeToEnd, &loop_, &QEventLoop::quit);
}

void BatchRun::showProgress() {
    progress_.elapsed = now();
    progress_.waiting = queue_.waiting();
    console_.progress(progressLine(progress_, console_.language()));
}

std::size_t BatchRun::idlestWorker() const {
    return static_cast<std::size_t>(std::min_element(load_.begin(), load_.end()) - load_.begin());
}

} // namespace yomikae::cli
