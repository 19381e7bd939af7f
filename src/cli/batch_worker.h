// One event loop of a batch, with the rows that run in it.
#pragma once

#include "cli/batch_check.h"
#include "cli/batch_queue.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QThread>

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace yomikae::cli {

/// A row that may begin.
struct BatchJob {
    int id = 0;
    BatchTask task;
    std::string bytes; ///< of the row; wiped when they were read
    BatchRefusals::Before refused;
};

/// What became of a job. `found` only for one that asked a domain; else `result`.
struct BatchReply {
    int id = 0;
    BatchTask task;
    std::string domain;
    std::shared_ptr<const Discovery> found;
    RowResult result;
    int loginsSpent = 0;
    bool cancelled = false; ///< there is no result: the row has to be done again
};

/// Lives in its own thread and is spoken to from another. Replies are given in the worker's thread.
class BatchWorker {
  public:
    /// `knowledge` must outlive this object.
    BatchWorker(const BatchKnowledge& knowledge, std::function<void(BatchReply)> reply);
    /// Ends what still runs, and waits for the thread as long as a person does not mind since `quit`.
    ~BatchWorker();
    BatchWorker(const BatchWorker&) = delete;
    BatchWorker& operator=(const BatchWorker&) = delete;

    void take(BatchJob job);
    /// Nothing but QUIT and the end of the connections follows; every job is replied to.
    void cancel();
    /// No more is taken. Said to all workers first, they end at the same time.
    void quit();

  private:
    class Loop;
    QDeadlineTimer patience_; ///< begins with `quit`
    QThread* thread_;         ///< left behind where something holds it
    Loop* loop_;              ///< lives in `thread_`
};

} // namespace yomikae::cli
