// Problems of any JSON file that is read (certificates, profiles, reports).
#include "words/words.h"

#include <array>

namespace yomikae {

namespace {

constexpr std::array Table{
    Phrase{"file-too-large", "このファイルは大きすぎます({found} バイト)。{allowed} バイトまで読めます。",
           "This file is too large ({found} bytes). At most {allowed} bytes are read."},
    Phrase{"json-depth", "入れ子が深すぎます。{allowed} 段まで読めます。", "Too deeply nested. At most {allowed} levels are read."},
    Phrase{"json-duplicate-key", "「{found}」が2回書かれています。どちらか1つを消してください。",
           "\"{found}\" is written twice. Delete one of the two."},
    Phrase{"json-empty", "ファイルが空です。", "The file is empty."},
    Phrase{"json-ends-early", "ファイルが途中で終わっています。最後の } や ] や \" が足りないようです。",
           "The file ends too early. A closing }, ] or \" seems to be missing at the end."},
    Phrase{"json-missing-key", "「{subject}」がありません。書き足してください。", "\"{subject}\" is missing. Add it."},
    Phrase{"json-not-allowed", "「{found}」は使えません。使えるのは {allowed} です。",
           "\"{found}\" cannot be used here. Allowed: {allowed}."},
    Phrase{"json-not-utf8", "文字コードが UTF-8 ではありません。UTF-8 で保存し直してください。",
           "The text is not UTF-8. Save the file again as UTF-8."},
    Phrase{"json-out-of-range", "{found} は使えません。{allowed} の整数を書いてください。",
           "{found} cannot be used here. Write a whole number, {allowed}."},
    Phrase{"json-string-too-long", "文字列が長すぎます。{allowed} バイトまで書けます。",
           "This text is too long. At most {allowed} bytes are read."},
    Phrase{"json-syntax", "ここで JSON として読めなくなりました(「{found}」)。直前のコンマ、かっこ、引用符を確かめてください。",
           "From here on this is not JSON (\"{found}\"). Check the comma, bracket or quotation mark just before it."},
    Phrase{"json-text", "{found} は使えません。1〜{allowed} 文字の文字列を書いてください(改行などの制御文字は使えません)。",
           "{found} cannot be used here. Write a text of 1 to {allowed} characters without control characters."},
    Phrase{"json-too-many-keys", "1つのかたまりの中の項目が多すぎます。", "There are too many keys in one object."},
    Phrase{"json-unknown-key", "「{found}」という項目はありません。使えるのは {allowed} です。",
           "There is no key \"{found}\". Allowed: {allowed}."},
    Phrase{"json-unknown-key-near", "「{found}」という項目はありません。「{subject}」のことですか? 使えるのは {allowed} です。",
           "There is no key \"{found}\". Did you mean \"{subject}\"? Allowed: {allowed}."},
    Phrase{"json-wrong-type", "{found} は使えません。ここには {allowed} の形で書いてください。",
           "{found} cannot be used here. Write it as {allowed}."},
};

} // namespace

Phrases basePhrases() {
    return Table;
}

} // namespace yomikae
