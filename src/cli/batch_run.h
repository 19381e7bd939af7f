// The middle of a batch: reads rows, lets the queue say which may begin, deals them out to the workers, writes what
// comes back.
#pragma once

#include "cli/batch.h"
#include "cli/batch_file.h"
#include "cli/batch_progress.h"
#include "cli/batch_queue.h"
#include "cli/batch_results.h"
#include "cli/batch_worker.h"
#include "cli/console.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QObject>
#include <QTimer>

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace yomikae::cli {

/// Settings that domains published, for rows that come later; the oldest give way.
class FoundByDomain {
  public:
    std::shared_ptr<const Discovery> of(const std::string& domain) const;
    void add(const std::string& domain, std::shared_ptr<const Discovery> found);

  private:
    std::unordered_map<std::string, std::shared_ptr<const Discovery>> found_;
    std::deque<std::string> order_;
};

class BatchRun : public QObject {
  public:
    /// `results` may be null. All must outlive this object.
    BatchRun(BatchFile& file, const BatchKnowledge& knowledge, BatchResults* results, const BatchOptions& options,
             Console& console);

    /// Until every row has its result, or the person interrupts. An exit status.
    int run();

  private:
    Instant now() const { return Instant(clock_.elapsed()); }
    int end();
    void startWorkers();
    void pump();
    void pumpSoon();
    bool readOne();
    void takeUp(const PreparedRow& row, std::shared_ptr<const Discovery> found);
    void dispatch(BatchQueue::Begun begun);
    void onReply(const BatchReply& reply);
    void write(const RowResult& result);
    void skip(RowAnswer answer);
    void count(RowAnswer answer);
    void look();
    void stop();
    void showProgress();
    std::size_t idlestWorker() const;

    BatchFile& file_;
    const BatchKnowledge& knowledge_;
    BatchResults* results_;
    const BatchOptions& options_;
    Console& console_;
    BatchQueue queue_;
    BatchRefusals refusals_;
    FoundByDomain found_;
    Twins twins_; ///< of the rows that were read; only results that are kept need it
    std::vector<std::unique_ptr<BatchWorker>> workers_;
    std::vector<int> load_;               ///< jobs of each worker
    std::map<int, std::size_t> workerOf_; ///< by job
    QElapsedTimer clock_;
    QEventLoop loop_;
    QTimer wake_;
    BatchProgress progress_;
    bool allYes_ = true;
    bool atEnd_ = false;
    bool stopping_ = false;
    bool pumpAsked_ = false;
};

} // namespace yomikae::cli
