// Doubts about a paper, and problems of a certificate that is handed in.
#include "words/words.h"

#include <array>

namespace yomikae {

namespace {

constexpr std::array Table{
    Phrase{"certificate-address-missing", "メールアドレスが見つかりませんでした。「メールアドレス」の欄を確かめて、書き足してください。",
           "No mail address was found. Look for \"メールアドレス\" on the paper and add it."},
    Phrase{"certificate-address-without-label", "「{value}」を、見出しのないままメールアドレスとして読みました。紙と見比べてください。",
           "\"{value}\" was taken as the mail address although no label says so. Compare it with the paper."},
    Phrase{"certificate-at-unused", "「{value}」には @ がありますが、何に使うものか分からなかったので使いませんでした。",
           "\"{value}\" holds an @, but it is not clear what it is for, so it was not used."},
    Phrase{"certificate-date-without-label", "{value} を、見出しのないまま発行日として読みました。紙と見比べてください。",
           "{value} was taken as the date of issue although no label says so. Compare it with the paper."},
    Phrase{"certificate-folded", "全角の文字を半角に直して「{value}」と読みました。",
           "Full-width characters were read as half-width ones: \"{value}\"."},
    Phrase{"certificate-host-not-used", "サーバー名「{value}」は、ほかのサーバー名がすでにあるので使いませんでした。",
           "The server name \"{value}\" was not used because the paper gives another one."},
    Phrase{"certificate-host-without-label", "「{value}」を、見出しのないままサーバー名として読みました。紙と見比べてください。",
           "\"{value}\" was taken as a server name although no label says so. Compare it with the paper."},
    Phrase{"certificate-id-not-for-mail", "「{label}」はメールのログインに使うものではないようなので、使いませんでした。",
           "\"{label}\" does not seem to be for logging in to mail, so it was not used."},
    Phrase{"certificate-label-guessed", "「{label}」は知らない見出しですが、ことばの終わりから意味を読み取りました。合っているか確かめてください。",
           "\"{label}\" is not a known label; its meaning was taken from its last words. Check that it is right."},
    Phrase{"certificate-more-of-a-kind", "同じようなところが、ほかに {count} か所あります。",
           "There are {count} more like this."},
    Phrase{"certificate-no-value", "「{label}」の値が見つかりませんでした。紙に書いてあれば、書き足してください。",
           "No value was found for \"{label}\". If it is on the paper, add it."},
    Phrase{"certificate-not-a-date", "「{label}」の「{value}」を日付として読めませんでした。",
           "\"{value}\" under \"{label}\" could not be read as a date."},
    Phrase{"certificate-not-a-host", "「{label}」の「{value}」をサーバー名として読めませんでした。紙と見比べてください。",
           "\"{value}\" under \"{label}\" could not be read as a server name. Compare it with the paper."},
    Phrase{"certificate-not-a-port", "「{label}」の「{value}」をポート番号(1〜65535)として読めませんでした。",
           "\"{value}\" under \"{label}\" could not be read as a port number (1 to 65535)."},
    Phrase{"certificate-not-a-security", "「{label}」の「{value}」から、暗号化の種類を決められませんでした。",
           "\"{value}\" under \"{label}\" does not say which kind of encryption is meant."},
    Phrase{"certificate-not-an-account", "「{label}」の「{value}」をユーザー名として読めませんでした。",
           "\"{value}\" under \"{label}\" could not be read as a user name."},
    Phrase{"certificate-not-an-address", "「{label}」の「{value}」をメールアドレスとして読めませんでした。紙と見比べてください。",
           "\"{value}\" under \"{label}\" could not be read as a mail address. Compare it with the paper."},
    Phrase{"certificate-not-used", "「{label}」の値は、もっとはっきりした見出しの値がほかにあるので使いませんでした。",
           "The value under \"{label}\" was not used because another label says more clearly what it is."},
    Phrase{"certificate-password-folded", "パスワードの全角の文字を半角に直して読みました。",
           "Full-width characters in the password were read as half-width ones."},
    Phrase{"certificate-password-goes-on",
           "パスワードの途中に空白があるようです。空白の前までを読みました。紙と見比べてください。",
           "There seems to be a blank inside the password. It was read up to the blank. Compare it with the paper."},
    Phrase{"certificate-password-look-alikes",
           "パスワードに見分けにくい文字(エル・イチ・アイ、オー・ゼロなど)があります。紙と1文字ずつ見比べてください。",
           "The password holds characters that look alike (such as el, one and capital i, or oh and zero). Compare it with the "
           "paper letter by letter."},
    Phrase{"certificate-password-masked", "パスワードは伏せ字(********)なので、入力なしとして扱います。",
           "The password is masked (********), so it counts as not given."},
    Phrase{"certificate-password-not-ascii", "パスワードに日本語などの文字があります。メールのパスワードはふつう半角の英数字です。",
           "The password holds characters other than plain letters, digits and marks. Mail passwords rarely do."},
    Phrase{"certificate-password-not-read", "「{label}」にパスワードらしい文字が見つかりませんでした。手元の控えから入力してください。",
           "Nothing that looks like a password stands under \"{label}\". Type it in from your own notes."},
    Phrase{"certificate-password-of-what",
           "「{label}」はメール用ではないIDのすぐ後にあるので、メールのパスワードではないかもしれません。確かめてください。",
           "\"{label}\" stands right behind an ID that is not for mail, so it may not be the mail password. Please check."},
    Phrase{"certificate-port-of-what", "「{label}」の「{value}」は、受信用か送信用か分からなかったので使いませんでした。",
           "\"{value}\" under \"{label}\" was not used: it is not clear whether it is for receiving or sending."},
    Phrase{"certificate-rest-not-used", "「{label}」の「{value}」は、はじめの部分だけを使いました。紙と見比べてください。",
           "Only the first part of \"{value}\" under \"{label}\" was used. Compare it with the paper."},
    Phrase{"certificate-same-as-what", "「{label}」の「{value}」が何を指すのか分かりませんでした。",
           "It is not clear what \"{value}\" under \"{label}\" refers to."},
    Phrase{"certificate-several-addresses",
           "メールアドレスがいくつもあり、どれか決められませんでした: {values}。自分のものを選んで入力してください。",
           "There are several mail addresses and none could be chosen: {values}. Type in the one that is yours."},
    Phrase{"certificate-two-passwords", "メールのパスワードが2とおり書かれています。先に書かれているほうを使います。",
           "The paper gives two different mail passwords. The first one is used."},
    Phrase{"certificate-two-values", "同じ項目に「{value}」と「{other}」の2とおりが書かれています。先の「{value}」を使います。",
           "The paper gives both \"{value}\" and \"{other}\" for the same thing. The first, \"{value}\", is used."},
    Phrase{"input-not-a-date", "「{found}」は日付として読めません。次のように書いてください: {allowed}。",
           "\"{found}\" is not a date. Write it as one of these: {allowed}."},
    Phrase{"input-not-a-host", "「{found}」はサーバー名として使えません。{allowed} のように書いてください。",
           "\"{found}\" is not a server name. Write it like {allowed}."},
    Phrase{"input-not-an-address", "「{found}」はメールアドレスとして使えません。{allowed} のように書いてください。",
           "\"{found}\" is not a mail address. Write it like {allowed}."},
    Phrase{"input-password-line-break", "パスワードに改行などの送れない文字が入っています。入力し直してください。",
           "The password holds a line break or another character that cannot be sent. Type it in again."},
    Phrase{"input-password-too-long", "パスワードが長すぎます。{allowed} バイトまで使えます。",
           "The password is too long. At most {allowed} bytes can be used."},
    Phrase{"paper-is-document",
           "これは文書のファイル({found})なので、このままでは読み取れません。開いて文字を写し、文字だけのファイル(テキスト)として保存してください。"
           "紙を写した画像だけのときは、紙の文字を打ち込んでください。",
           "This is a document ({found}) and cannot be read as it is. Open it, copy its words and save them as plain text. "
           "Where it only holds a picture of the paper, type in what the paper says."},
    Phrase{"paper-is-no-text",
           "これは文字のファイル(テキスト)ではないので、読み取れません。紙の文字を打ち込んで、文字だけのファイル(テキスト)として保存してください。",
           "This is not a text file, so nothing can be read from it. Type in what the paper says and save it as plain text."},
    Phrase{"paper-is-picture",
           "これは写真や画像({found})です。ここから文字は読み取れません。紙の文字を打ち込んで、文字だけのファイル(テキスト)として保存してください。",
           "This is a photo or picture ({found}); words cannot be read from it. Type in what the paper says and save it as "
           "plain text."},
    Phrase{"paper-nothing-readable",
           "メールの設定として読めるところがありませんでした。「メールアドレス」「POPサーバ」などが書かれたところを、そのまま写してください。",
           "Nothing here could be read as mail settings. Copy the part of the paper that says メールアドレス, POPサーバ and so on."},
};

} // namespace

Phrases certificatePhrases() {
    return Table;
}

} // namespace yomikae
