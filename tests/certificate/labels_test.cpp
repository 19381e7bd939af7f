#include "certificate/labels.h"
#include "support/catch.h"
#include "support/files.h"

using namespace yomikae;

TEST_CASE("the common labels are read without a problem") {
    CHECK(readLabels(test::sourceFile("resources/labels.json"), "labels.json").problems.empty());
}
