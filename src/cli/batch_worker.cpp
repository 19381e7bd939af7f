#include "cli/batch_worker.h"

#include "cli/discovered.h"
#include "cli/run_plan.h"
#include "net/discover.h"
#include "net/run_driver.h"

#include "base/mail_address.h"

#include <chrono>
#include <utility>

namespace yomikae::cli {

namespace {

/// A thread that something holds is left behind; the process ends soon.
constexpr qint64 WaitForThread = 150; ///< ms

} // namespace

/// The part that lives in the thread.
class BatchWorker::Loop : public QObject {
  public:
    Loop(const BatchKnowledge& knowledge, std::function<void(BatchReply)> reply)
        : knowledge_(knowledge), reply_(std::move(reply)) {}

    void take(BatchJob job) {
        const int id = job.id;
        Run& run = runs_[id];
        run.task = job.task;
        run.row = prepareRow(std::move(job.bytes), false, job.task.place, knowledge_);
        if (cancelled_)
            finish(id, {}, true);
        else if (!run.row.translation) // the file was changed while it was read
            finish(id, faultyResult(run.row, knowledge_), false);
        else if (job.task.discover)
            discover(id, run);
        else
            check(id, run, job.refused);
    }

    void cancel() {
        cancelled_ = true;
        for (auto& [id, run] : runs_) {
            if (run.discovery)
                run.discovery->cancel();
            if (run.driver)
                run.driver->cancel();
        }
    }

  private:
    struct Run {
        BatchTask task;
        PreparedRow row;
        Translation translation;
        std::string madeAt;
        std::unique_ptr<DiscoveryDriver> discovery;
        std::unique_ptr<RunDriver> driver;
    };

    void discover(int id, Run& run) {
        const auto address = mailAddress(run.row.translation->mailAddress);
        run.discovery =
            std::make_unique<DiscoveryDriver>(discoverySettings(*address, knowledge_.options), knowledge_.catalog);
        connect(run.discovery.get(), &DiscoveryDriver::finished, this, [this, id] { discovered(id); });
        run.discovery->start();
    }

    void discovered(int id) {
        Run& run = runs_.at(id);
        BatchReply reply{id, run.task, run.row.domain, {}, {}, 0, cancelled_};
        reply.found = std::make_shared<const Discovery>(run.discovery->discovery());
        end(id, std::move(reply));
    }

    void check(int id, Run& run, const BatchRefusals::Before& refused) {
        const CheckOptions& options = knowledge_.options;
        run.madeAt = isoNow();
        run.translation = translationOf(run.row, run.task.found.get(), knowledge_);
        RunSettings settings = runSettings(options.login ? run.row.row.read->certificate.mailPassword : Secret{},
                                           options, knowledge_.trust);
        settings.refusedBefore = refused.refused;
        settings.loginAgainIn = refused.againIn;
        const Plan plan = planCandidates(run.translation, options.preference, options.consents);
        run.driver = std::make_unique<RunDriver>(
            plan, std::move(settings), std::make_unique<LoginMemory>(stateFolder(), run.translation.mailAddress));
        connect(run.driver.get(), &RunDriver::finished, this, [this, id] { checked(id); });
        run.driver->start();
    }

    void checked(int id) {
        const Run& run = runs_.at(id);
        const RunReport& report = run.driver->report();
        RowResult result;
        if (!report.cancelled)
            result = checkedResult(run.row, run.translation, report, run.madeAt, knowledge_);
        finish(id, std::move(result), report.cancelled);
    }

    void finish(int id, RowResult result, bool cancelled) {
        const Run& run = runs_.at(id);
        const int spent = run.driver ? run.driver->report().loginsSpent : 0;
        end(id, {id, run.task, {}, {}, std::move(result), spent, cancelled});
    }

    /// The driver may be the one that is speaking: it goes when it has spoken.
    void end(int id, BatchReply reply) {
        Run& run = runs_.at(id);
        if (run.driver)
            run.driver.release()->deleteLater();
        if (run.discovery)
            run.discovery.release()->deleteLater();
        runs_.erase(id);
        reply_(std::move(reply));
    }

    const BatchKnowledge& knowledge_;
    std::function<void(BatchReply)> reply_;
    std::map<int, Run> runs_;
    bool cancelled_ = false;
};

BatchWorker::BatchWorker(const BatchKnowledge& knowledge, std::function<void(BatchReply)> reply)
    : patience_(QDeadlineTimer::Forever), thread_(new QThread), loop_(new Loop(knowledge, std::move(reply))) {
    loop_->moveToThread(thread_);
    QObject::connect(thread_, &QThread::finished, loop_, &QObject::deleteLater);
    thread_->start();
}

BatchWorker::~BatchWorker() {
    quit();
    if (thread_->wait(patience_))
        delete thread_;
}

void BatchWorker::quit() {
    if (!patience_.isForever())
        return;
    patience_.setRemainingTime(WaitForThread);
    thread_->quit();
}

void BatchWorker::take(BatchJob job) {
    auto shared = std::make_shared<BatchJob>(std::move(job)); // a queued call is copied; the row's bytes are not
    QMetaObject::invokeMethod(
        loop_, [loop = loop_, shared] { loop->take(std::move(*shared)); }, Qt::QueuedConnection);
}

void BatchWorker::cancel() {
    QMetaObject::invokeMethod(
        loop_, [loop = loop_] { loop->cancel(); }, Qt::QueuedConnection);
}

} // namespace yomikae::cli
