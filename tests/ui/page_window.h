// The wizard with one page open, for the tests of pages 3 to 6.
#pragma once

#include "ui/window.h"
#include "ui/wizard.h"

#include <QTemporaryDir>

#include <string>

namespace yomikae::test {

/// A folder with one profile, "mail.test": POP3 and SMTP on these ports of 127.0.0.1, a question, a step, an end date.
/// Its texts hold markup.
class OneProfile {
  public:
    explicit OneProfile(std::uint16_t pop = 1, std::uint16_t smtp = 1, const char* checked = "2026-11-01");
    ui::SessionOptions options() const;

  private:
    QTemporaryDir folder_;
    std::uint16_t pop_;
    std::uint16_t smtp_;
};

/// The practice provider behind the ordinary session, as any provider is: its profile in a folder, its authority in a
/// file.
class OrdinaryProvider {
  public:
    /// Without a profile its domain is an unknown one.
    explicit OrdinaryProvider(bool withProfile = true, const std::string& furtherCas = {});
    ui::SessionOptions options() const;
    /// The address and the password, as typed.
    void fillIn(ui::Session& session) const;
    const PracticeProvider& servers() const { return servers_; }
    std::string password() const { return servers_.paperPassword(); }

  private:
    QTemporaryDir folder_;
    PracticeProvider servers_;
};

struct PageWindow {
    ReadySession session;
    ui::Wizard wizard;

    explicit PageWindow(ui::SessionOptions options = {});
    /// Practice, its paper pasted, the page shown; from page 5 on with the check made.
    void practise(PracticeScenario scenario, ui::PageId page);
    void goTo(ui::PageId page);
    /// The one on the practice paper.
    QString password() const;
    template <class PageType> PageType& page(ui::PageId id) { return static_cast<PageType&>(*wizard.pageAt(id)); }
    /// Every label of the page that is to be seen, a line each.
    QString words() const;
};

} // namespace yomikae::test
