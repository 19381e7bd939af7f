// The table of page 3 where it is narrow.
#include "ui/widgets/change_table.h"

#include "support/catch.h"
#include "ui/window.h"

#include <QLabel>

using namespace yomikae;
using namespace yomikae::ui;
using namespace yomikae::test;

namespace {

ChangeTexts row(const QString& field, const QString& paper, const QString& now) {
    ChangeTexts texts;
    texts.field = field;
    texts.paper = paper;
    texts.now = now;
    return texts;
}

struct Table : ChangeTable {
    explicit Table(int width) {
        setHeadings("Item", "Paper", "Now");
        const QString tooLong(60, QLatin1Char('m'));
        show({row("Address", "taro", "as it is"), row("Server", tooLong, "short"), row("Port", "110", "995")});
        setAttribute(Qt::WA_DontShowOnScreen);
        QWidget::show();
        resize(width, 300);
        QCoreApplication::processEvents();
    }
    QStringList seenIn(std::size_t row) const {
        QStringList words;
        for (const QLabel* label : rows()[row]->findChildren<QLabel*>())
            if (label->isVisible())
                words << label->text();
        return words;
    }
};

} // namespace

TEST_CASE("one long value goes under the other, and only there it is said which is which") {
    application();
    Table table(500);
    CHECK_FALSE(table.rows()[0]->isStacked());
    REQUIRE(table.rows()[1]->isStacked());
    CHECK_FALSE(table.rows()[2]->isStacked());
    CHECK(table.seenIn(1).contains("Paper"));
    CHECK(table.seenIn(1).contains("Now"));
    CHECK_FALSE(table.seenIn(0).contains("Paper"));
}

TEST_CASE("where nothing has room every row says which value is which") {
    application();
    Table table(110);
    for (std::size_t row = 0; row < 3; ++row) {
        CHECK(table.rows()[row]->isStacked());
        CHECK(table.seenIn(row).contains("Now"));
    }
}

TEST_CASE("with room enough nothing is stacked") {
    application();
    Table table(1500);
    for (const ChangeRow* row : table.rows())
        CHECK_FALSE(row->isStacked());
}
