// The look of the HTML sheet. Compiled in, since the engine opens no files; the same colours as on the PDF.
#pragma once

#include <string_view>

namespace yomikae {

inline constexpr std::string_view SheetStyle = R"css(@page { size: A4; margin: 14mm; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1a1a1a; font: 12pt/1.5 "IPAexGothic", "IPAGothic", "Hiragino Sans", "Yu Gothic", "Meiryo", sans-serif; }
main { max-width: 182mm; margin: 0 auto; padding: 4mm; }
h1 { margin: 0; color: #26337f; font-size: 22pt; line-height: 1.3; }
h2 { margin: 0; color: #26337f; font-size: 13pt; }
.subtitle { margin: 0 0 3mm; font-size: 14pt; overflow-wrap: anywhere; }
.verdict { margin: 0 0 3mm; padding: 2mm 4mm; border: 2px solid #26337f; border-radius: 2mm; font-size: 15pt; font-weight: bold; }
.works { border-color: #19692c; color: #19692c; }
.status { margin: 0 0 3mm; padding: 2mm 4mm; border-left: 2mm solid #b5301c; font-size: 12pt; }
.alert { margin: 0 0 2mm; padding: 1mm 4mm; border-left: 2mm solid #b5301c; font-size: 11pt; }
.blocks { border: 2px solid #b5301c; border-left-width: 2mm; color: #b5301c; font-weight: bold; }
.way { margin: 0 0 2mm; color: #444; font-size: 10.5pt; }
section { margin: 0 0 4mm; break-inside: avoid; }
ul { margin: 0; padding-left: 6mm; }
.steps ul { list-style: "□ "; }
.settings { border: 1.5px solid #26337f; border-radius: 2mm; overflow: hidden; }
.settings h2 { padding: 1mm 4mm; background: #26337f; color: #fff; }
table { width: 100%; border-collapse: collapse; }
th { width: 42mm; padding: 1mm 2mm 1mm 4mm; text-align: left; font-weight: normal; }
td { padding: 1mm 2mm; }
.value { font-size: 16pt; font-weight: bold; white-space: nowrap; }
.box { height: 9mm; border: 1.5px solid #1a1a1a; background: #fff; }
.mark { width: 24mm; font-size: 10pt; white-space: nowrap; }
.proven { color: #19692c; }
.proof { margin: 0; padding: 1mm 4mm 2mm; font-size: 11pt; }
dl { margin: 0; }
dt { font-weight: bold; }
dd { margin: 0 0 2mm 4mm; }
dd p { margin: 0; font-size: 10pt; color: #444; }
del { color: #555; text-decoration: line-through; text-decoration-color: #b5301c; text-decoration-thickness: 2px; white-space: nowrap; }
ins { color: #b5301c; font-weight: bold; text-decoration: underline; white-space: nowrap; }
.arrow { margin: 0 2mm; color: #b5301c; }
.absent { color: #555; }
.open, .notes { font-size: 10.5pt; }
footer { color: #444; font-size: 9pt; }
)css";

} // namespace yomikae
