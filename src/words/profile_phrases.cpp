// Problems of profile files.
#include "words/words.h"

#include <array>

namespace yomikae {

namespace {

constexpr std::array Table{
    Phrase{
        "confirm-ambiguous",
        "{found} は「{subject}」に2回以上あり(条件が違います)、どれが確かめられたか分かりません。"
        "合うほうの「evidence」を手で proven にし、「proven_on」を書いてください。",
        "{found} is in \"{subject}\" more than once, under different conditions, so which one was proven is not known. "
        "Set \"evidence\" of the right one to proven by hand, with \"proven_on\"."},
    Phrase{"confirm-future", "日付 {found} は、今日({allowed})より先です。この確認は使えません。",
           "The date {found} is later than today ({allowed}). This confirmation cannot be used."},
    Phrase{
        "confirm-inherited",
        "{found} は「{subject}」の中になく、「inherits」のひな形にあります。ひな形を手で直すか、"
        "この入口を「endpoints」に書き写してから、もう一度試してください。",
        "{found} is not in \"{subject}\" but in the template that it inherits from. Correct the template by hand, or "
        "copy its endpoints into the file and try again."},
    Phrase{
        "confirm-no-endpoint",
        "「{subject}」に {found} がありません。正しければ「endpoints」に加えてから(usernames は "
        "{allowed})、もう一度試してください。",
        "\"{subject}\" has no {found}. If it is right, add it to \"endpoints\" (usernames: {allowed}) and try again."},
    Phrase{"confirm-unknown-provider",
           "「{found}」というプロファイルがないか、読めません。yomikae-cli profiles check で確かめてください。",
           "There is no profile \"{found}\", or it cannot be read. Look with yomikae-cli profiles check."},
    Phrase{"confirm-unknown-variant",
           "「{subject}」に「{found}」という variant がありません。あるのは {allowed} です。名前が変わっていれば、"
           "確認のファイルを直してください。",
           "\"{subject}\" has no variant \"{found}\". It has {allowed}. If it was renamed, correct the confirmation."},
    Phrase{
        "confirm-username",
        "ログインできた名前の形は {found} ですが、「{subject}」のこの入口の「usernames」は {allowed} です。"
        "正しければ加えてから、もう一度試してください。",
        "The login used the form {found}, but \"usernames\" of that endpoint in \"{subject}\" has {allowed}. If it is "
        "right, add it and try again."},
    Phrase{"confirmation-text", "「{subject}」に {found} は書けません。使えるのは {allowed} です。",
           "{found} cannot stand for \"{subject}\". Allowed: {allowed}."},
    Phrase{"confirmed-already", "{file}: {protocol} {host} は、すでに {date} に確かめられています。",
           "{file}: {protocol} {host} was proven on {date} already."},
    Phrase{"confirmed-raised", "{file}: {protocol} {host} を「ログインで確認」({date})にしました。",
           "{file}: {protocol} {host} is proven by a login now ({date})."},
    Phrase{"confirmed-renewed", "{file}: {protocol} {host} の確認日を {date} にしました。",
           "{file}: {protocol} {host} has a newer proof now ({date})."},
    Phrase{
        "profile-checked-old",
        "最後に確かめたのが {found} です。2年以上たっています。出典を見直して「checked」を新しくしてください。",
        "Last checked in {found}, more than two years ago. Compare the file with its sources and renew \"checked\"."},
    Phrase{"profile-circle",
           "「{found}」へ渡しても、めぐりめぐってここへ戻ります({allowed})。どれかの「uses」か「to」を直してください。",
           "Handing over to \"{found}\" leads back here ({allowed}). Correct \"uses\" or \"to\" in one of them."},
    Phrase{"profile-date", "「{found}」は日付として読めません。{allowed} の形で書いてください。",
           "\"{found}\" cannot be read as a date. Write it like {allowed}."},
    Phrase{"profile-domain-taken",
           "ドメイン「{found}」は、すでに {allowed} のものです。どちらか1つのファイルだけに書いてください。",
           "The domain \"{found}\" already belongs to {allowed}. Keep it in one of the two files only."},
    Phrase{"profile-empty-list", "リストが空です。{allowed} のように1つ以上書いてください。",
           "The list is empty. Write at least one, such as {allowed}."},
    Phrase{"profile-end-passed",
           "終了日の {found} を過ぎています。「state」を {allowed} に直すか、日付を確かめてください。",
           "The last day, {found}, has passed. Set \"state\" to {allowed} or check the date."},
    Phrase{"profile-ended-recommended",
           "サービスの状態が {found} なので、すすめる設定はありません。「recommended」を {allowed} にしてください。",
           "The service is {found}, so no setting can be recommended. Set \"recommended\" to {allowed}."},
    Phrase{"profile-example",
           "例の「{found}」が、「accepts」や「choices」のどれにも合いません。例か形を直してください。",
           "The example \"{found}\" fits none of \"accepts\" or \"choices\". Correct the example or the forms."},
    Phrase{"profile-host",
           "{found} はサーバー名として使えません。{allowed} のような名前を書いてください(IP "
           "アドレス、空白、記号は使えません)。",
           "{found} cannot be a server name. Write a name such as {allowed} (no IP address, blanks or other signs)."},
    Phrase{"profile-host-open",
           "「{found}」は終わりが決まっていないため、どこへでもつながってしまいます。{allowed} "
           "のように、終わりを決めてください。",
           "\"{found}\" has an open end and could lead anywhere. Give it a fixed end, such as {allowed}."},
    Phrase{"profile-host-outside",
           "「{found}」はこのプロバイダのドメイン({allowed})"
           "の外です。正しければ「hosts」の「patterns」に加え、「note」に理由を書いてください。",
           "\"{found}\" lies outside this provider's own domains ({allowed}). If it is right, add it to \"patterns\" "
           "of \"hosts\" and say why in \"note\"."},
    Phrase{"profile-id", "「{found}」は id に使えません。使えるのは {allowed} です。",
           "\"{found}\" cannot be an id. Allowed: {allowed}."},
    Phrase{"profile-id-not-file",
           "id「{found}」がファイル名と違います。id を「{allowed}」にするか、ファイル名を変えてください。",
           "The id \"{found}\" differs from the file's name. Set it to \"{allowed}\" or rename the file."},
    Phrase{"profile-id-taken", "id「{found}」は、すでに {allowed} で使われています。別の id にしてください。",
           "The id \"{found}\" is already used by {allowed}. Choose another one."},
    Phrase{"profile-itself", "「{found}」は、このファイル自身です。別のプロファイルの id を書くか、消してください。",
           "\"{found}\" is this file itself. Name another profile or delete it."},
    Phrase{"profile-key", "「{found}」は名前に使えません。使えるのは {allowed} です。",
           "\"{found}\" cannot be used as a name here. Allowed: {allowed}."},
    Phrase{"profile-key-taken",
           "「{found}」は質問の名前に使えません(もともとある変数か、使えない文字です)。使えるのは {allowed} です。",
           "\"{found}\" cannot name a question (a built-in variable, or other signs). Allowed: {allowed}."},
    Phrase{"profile-newer-format",
           "このファイルは、新しい版のよみかえのために作られています(形式 {found})。この版が読めるのは形式 {allowed} "
           "までです。よみかえを新しくしてください。",
           "This file was made for a newer version of Yomikae (format {found}). This version reads up to format "
           "{allowed}. Please update Yomikae."},
    Phrase{"profile-no-domain", "どのメールアドレスのプロファイルか分かりません。{allowed} のどれかを書いてください。",
           "Nothing says whose addresses these are. Write one of: {allowed}."},
    Phrase{"profile-pattern", "「{found}」の書き方が正しくありません。使えるのは文字そのものと {allowed} です。",
           "\"{found}\" is not a pattern. It may have plain text and {allowed}."},
    Phrase{"profile-pattern-open",
           "「{found}」は広すぎます。{allowed} のように、終わりを2つ以上の部分で決めてください。",
           "\"{found}\" is too wide. It must end with at least two fixed parts, such as {allowed}."},
    Phrase{"profile-proven-on",
           "「proven_on」は「evidence」が {allowed} のときだけ書けます(ここでは {found})。消してください。",
           "\"proven_on\" goes with \"evidence\" {allowed} only (here it is {found}). Delete it."},
    Phrase{"profile-source-missing",
           "「evidence」が {found} なら「source」(出典の番号)が要ります。出典がなければ {allowed} にしてください。",
           "With \"evidence\" {found} a \"source\" (its number) is needed. Without one, write {allowed}."},
    Phrase{"profile-source-not-official",
           "出典 {found} は公式のものではありません。「evidence」を {allowed} "
           "のどちらかにするか、公式の出典を書いてください。",
           "Source {found} is not an official one. Set \"evidence\" to one of {allowed}, or name an official source."},
    Phrase{"profile-source-range", "出典 {found} はありません。「sources」にある番号は {allowed} です(最初が 0)。",
           "There is no source {found}. The numbers in \"sources\" are {allowed} (the first is 0)."},
    Phrase{"profile-template", "「{found}」の ${ } の書き方が正しくありません。{allowed} の形で書いてください。",
           "The ${ } in \"{found}\" is not written correctly. Write it like {allowed}."},
    Phrase{"profile-too-many", "{found} 個は多すぎます。{allowed} 個まで書けます。",
           "{found} are too many. At most {allowed} are read."},
    Phrase{"profile-twice", "「{found}」が2回書かれています。どちらか1つを消してください。",
           "\"{found}\" is there twice. Delete one of the two."},
    Phrase{
        "profile-two-recommended",
        "同じ条件の {found} に、すすめる設定が2つあります。{allowed} つだけ残すか、「when」で分けてください。",
        "Two settings for {found} are recommended under the same condition. Keep {allowed}, or part them by \"when\"."},
    Phrase{"profile-undefined-variable",
           "「{found}」という変数はどこにも決められていません。ここで使えるのは {allowed} です。",
           "Nothing defines the variable \"{found}\". Known here: {allowed}."},
    Phrase{"profile-unknown-profile", "「{found}」というプロファイルがありません。id を確かめてください。",
           "There is no profile \"{found}\". Check the id."},
    Phrase{"profile-unknown-question", "「{found}」という質問がありません。「questions」にあるのは {allowed} です。",
           "There is no question \"{found}\". \"questions\" has {allowed}."},
    Phrase{"profile-unknown-step", "「{found}」という手順がありません。「steps」にあるのは {allowed} です。",
           "There is no step \"{found}\". \"steps\" has {allowed}."},
    Phrase{"profile-unknown-template", "「{found}」というひな形がありません。あるのは {allowed} です。",
           "There is no template \"{found}\". There are: {allowed}."},
    Phrase{"profile-url", "「{found}」はリンクにできません。{allowed} で始まるものを書いてください。",
           "\"{found}\" cannot be a link. Begin it with one of {allowed}."},
    Phrase{"profile-variant-unreachable",
           "「{found}」には決して届きません。前にある「{allowed}"
           "」の条件が同じか、空だからです。順番か条件を直してください。",
           "\"{found}\" is never reached: \"{allowed}\" before it has the same condition or none. Change the order or "
           "the condition."},
};

} // namespace

Phrases profilePhrases() {
    return Table;
}

} // namespace yomikae
