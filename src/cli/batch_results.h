// --out: the file that keeps a batch's results, a line a row, so that a batch can be ended at any time and go on later.
#pragma once

#include "base/problem.h"
#include "cli/batch_done.h"

#include <QFile>
#include <QLockFile>

#include <memory>
#include <string>
#include <vector>

namespace yomikae::cli {

class BatchResults {
  public:
    /// Reads what is there already. A last line without its end (the program was killed, the computer went off) is cut
    /// off: its row is done again. Problems, with nothing written: file-…, batch-out-foreign (another file: it is left
    /// alone), batch-out-in-use.
    static Result<std::unique_ptr<BatchResults>> open(const std::string& file);

    const DoneRows& done() const { return done_; }
    /// One whole line, at once on its way to the disk. False where it cannot be written.
    bool append(const std::string& line);

  private:
    explicit BatchResults(const std::string& file);
    std::vector<Problem> start();
    std::vector<Problem> readLines();

    std::string name_;
    QFile file_;
    QLockFile lock_;
    DoneRows done_;
};

} // namespace yomikae::cli
