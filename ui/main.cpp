// yomikae: the wizard.
#include "ui/run_wizard.h"

int main(int argc, char** argv) {
    return yomikae::ui::runWizard(argc, argv);
}
