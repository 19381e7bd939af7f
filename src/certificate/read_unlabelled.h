// What is unmistakable without a label: a mail address, a host that says what it is for, a date that stands alone.
#pragma once

#include "certificate/paper_lines.h"
#include "certificate/paper_notes.h"

#include <vector>

namespace yomikae {

/// Fills fields that no label filled, each with a doubt, and says which lines with an '@' were not used at all.
void readWithoutLabels(std::vector<PaperLine>& lines, PaperNotes& notes);

} // namespace yomikae
