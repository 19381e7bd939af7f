// For those who keep the provider files, and for those who confirm them.
#include "words/words.h"

#include <array>

namespace yomikae {

namespace {

constexpr std::array Table{
    Phrase{"command-profiles-check", "ファイルやフォルダを検査し、間違いを場所つきですべて出します",
           "validate files or folders; every fault with its place"},
    Phrase{"command-profiles-confirm",
           "だれかがログインできたという確認(check --save-confirmation)を、プロファイルに書き込みます",
           "put confirmations (check --save-confirmation) into the profiles that they prove"},
    Phrase{"command-profiles-import", "Thunderbird の config-v1.1.xml から、プロファイルの下書きを作ります",
           "make a draft of a profile from Thunderbird's config-v1.1.xml"},
    Phrase{"command-profiles-report", "どこまで分かっているか、何が足りないかを表にします",
           "show how much is known about each provider, and what is missing"},
    Phrase{"confirm-nothing-written", "なおすところがあるため、何も書き換えませんでした。",
           "Because of these faults nothing was changed."},
    Phrase{
        "confirmation-none",
        "確認は保存しませんでした。登録されているサーバーに、正しい証明書での暗号化とログインができたときだけ保存でき"
        "ます。",
        "No confirmation was saved. It takes a login, over TLS with a good certificate, at a server that a profile "
        "names."},
    Phrase{
        "confirmation-saved",
        "確認を「{file}」に保存しました。中身は次のものだけです(アドレス、名前、パスワードは入っていません)。"
        "プロバイダのファイルを整えている人に渡すと、役に立ちます。",
        "The confirmation is saved as \"{file}\". This is all that it holds (no address, no name, no password). Hand "
        "it to those who keep the provider files."},
    Phrase{"confirmation-with-batch", "{subject} は {allowed} といっしょには使えません。",
           "{subject} cannot be used with {allowed}."},
    Phrase{"draft-domain", "ドメイン「{found}」は使えないため除きました。",
           "The domain \"{found}\" was left out: it is no domain name."},
    Phrase{"draft-file-exists", "「{subject}」はもうあります。上書きしないので、別の名前を書いてください。",
           "\"{subject}\" exists already and was left alone. Choose another name."},
    Phrase{"draft-hosts", "・「hosts」の「note」: ドメインの外のサーバーが、なぜこのプロバイダのものだと言えるか",
           "- \"note\" of \"hosts\": why servers outside its domains belong to this provider"},
    Phrase{"draft-names", "・「names」: 日本語と英語の名前、読み(kana)、以前の名前(former)、別の呼び方(aliases)",
           "- \"names\": in Japanese and English, the reading (kana), former names and aliases"},
    Phrase{"draft-rest",
           "・昔の紙(documents、labels、old_settings)、先にすること(steps)、おすすめ(recommended)、状態(status)",
           "- the old papers (documents, labels, old_settings), steps, what is recommended, and the status"},
    Phrase{"draft-source",
           "このあと、人が書き込むところ:\n・「sources」の 0 番: この config-v1.1.xml をどこで手に入れたか(URL と題名)",
           "What a person has to fill in now:\n- source 0: where this config-v1.1.xml came from (URL and title)"},
    Phrase{"draft-written", "下書きを作りました: {file}", "The draft is written: {file}"},
    Phrase{"gap-checked-long-ago", "1年以上確認なし", "not checked for a year"},
    Phrase{"gap-end-near", "まもなく終了", "ends soon"},
    Phrase{"gap-end-passed", "終了日を過ぎている", "its end has passed"},
    Phrase{"gap-no-imap", "IMAPなし", "no IMAP"},
    Phrase{"gap-no-incoming", "受信サーバーなし", "no incoming server"},
    Phrase{"gap-no-old-settings", "昔の設定なし", "no old settings"},
    Phrase{"gap-no-outgoing", "送信サーバーなし", "no outgoing server"},
    Phrase{"gap-no-source", "出典なし", "no source"},
    Phrase{"help-profiles-more", "それぞれの使い方: yomikae-cli profiles 命令 --help  書き方: providers/README.md",
           "More about each: yomikae-cli profiles COMMAND --help   The format: providers/README.md"},
    Phrase{"option-draft-to", "下書きを書くファイル(名前が id になります。なければ標準出力)",
           "file for the draft; its name becomes the id (default: standard output)"},
    Phrase{"option-html", "表を1つの HTML ファイルに書きます", "write the table as one HTML file"},
    Phrase{"option-profiles-to-change", "このフォルダのプロファイルを書き換えます",
           "change the profiles of this folder"},
    Phrase{"option-save-confirmation",
           "ログインできたら、匿名の確認(アドレスも名前も入りません)をこのファイルに保存します",
           "after a proven login save an anonymous confirmation (no address, no name) in this file"},
    Phrase{"profiles-command-unknown", "「profiles {word}」という命令はありません。使えるのは次のものです。",
           "There is no command \"profiles {word}\". There are:"},
    Phrase{"report-age", "日数", "age"},
    Phrase{"report-checked", "確認", "checked"},
    Phrase{"report-days", "{days}日", "{days} d"},
    Phrase{"report-gaps", "足りないもの", "gaps"},
    Phrase{"report-id", "id", "id"},
    Phrase{"report-incoming", "受信の根拠", "incoming"},
    Phrase{"report-name", "名前", "name"},
    Phrase{"report-outgoing", "送信の根拠", "outgoing"},
    Phrase{"report-status", "状態", "status"},
    Phrase{"report-sum-all",
           "プロバイダ {providers}、サーバー {endpoints}(うちログインで確認 {proven})、出典 {sources}",
           "{providers} providers, {endpoints} endpoints ({proven} proven by a login), {sources} sources"},
    Phrase{"report-sum-gaps", "足りないもの: {list}", "Gaps: {list}"},
    Phrase{"report-sum-incoming", "受信のいちばん確かな根拠: {list}", "Best evidence, incoming: {list}"},
    Phrase{"report-sum-outgoing", "送信のいちばん確かな根拠: {list}", "Best evidence, outgoing: {list}"},
    Phrase{"report-title", "プロバイダについて分かっていること", "What is known about the providers"},
    Phrase{"report-written", "表を作りました: {file}", "The report is written: {file}"},
};

} // namespace

Phrases knowledgePhrases() {
    return Table;
}

} // namespace yomikae
