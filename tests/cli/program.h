// Runs the built program as a person would: arguments, files, a terminal or none.
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>
#include <string>

namespace yomikae::test {

/// How a run ended.
struct Ran {
    int status = -1; ///< -1 = it had to be stopped, or ended by a signal
    std::string out;
    std::string err;
};

/// An empty folder to run in, with a home of its own, so that nothing of this machine's user is read or written.
class Workplace {
  public:
    Workplace();
    void write(const char* name, const QByteArray& bytes) const;
    QByteArray read(const char* name) const; ///< "(none)" where there is no such file
    QString path(const char* name) const { return dir_.filePath(QString::fromUtf8(name)); }
    QStringList files() const; ///< hidden ones too, sorted

    Ran run(const QStringList& arguments, const QByteArray& input = {}) const;
    /// The same through bash, where "$cli" is the program: for redirections and limits.
    Ran shell(const QString& script) const;
    /// `during` sees the running program before its end is waited for.
    Ran watch(const QStringList& arguments, const std::function<void(QProcess&)>& during) const;

  private:
    void prepare(QProcess& process) const;
    QTemporaryDir dir_;
};

/// The practice provider in a process of its own, until this goes.
class Practice {
  public:
    Practice(const Workplace& place, const QString& scenario);
    ~Practice();
    /// "check FILE --profiles … --resolve …", as the practice provider says it.
    const QStringList& checkArguments() const { return arguments_; }
    QString file(const char* name) const; ///< of its folder
    const std::string& printed() const { return printed_; }
    int end(); ///< as by Ctrl-C; its exit status

  private:
    QProcess process_;
    QStringList arguments_;
    std::string printed_;
};

} // namespace yomikae::test
