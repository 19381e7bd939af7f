// Why a value is what it is today, and what about a paper does not fit. Two short sentences each: what is so, and why.
#include "words/words.h"

#include <array>

namespace yomikae {

namespace {

constexpr std::array Table{
    Phrase{
        "answer-not-accepted",
        "「{subject}」の答え「{found}」は、形が合いませんでした。次のような形で入れてください: {allowed}",
        "The answer \"{found}\" to \"{subject}\" does not have a form that fits. Please enter it like this: {allowed}"},
    Phrase{
        "certificate-address-not-valid",
        "「{found}」は、メールアドレスの形になっていないようです。taro@example.jp のように、@ "
        "とその後ろまで入れてください。",
        "\"{found}\" does not look like a mail address. Please enter all of it, with the @ and what follows, such as "
        "taro@example.jp."},
    Phrase{"certificate-no-address", "メールアドレスがありません。紙の「メールアドレス」の欄を見て入れてください。",
           "There is no mail address. Please enter the one that the paper gives as \"メールアドレス\"."},
    Phrase{"translation-account-added",
           "受信するときのログイン名は {new} です。{provider}のサーバーは、この名前でだれのメール箱かを見分けます。",
           "The name for logging in to receive is {new}. It tells {provider}'s server whose mailbox to open."},
    Phrase{"translation-account-asked",
           "ログイン名は、質問に答えると分かります。{provider}では、メールアドレスとは別の名前を使うためです。",
           "The login name is known once the question is answered. {provider} uses a name that differs from the mail "
           "address."},
    Phrase{"translation-account-changed",
           "ログイン名は {old} から {new} に変わりました。{provider}のサーバーが、今はこちらの名前で見分けるためです。",
           "The login name changed from {old} to {new}. {provider}'s server now tells its users apart by that name."},
    Phrase{"translation-account-is-address",
           "ログイン名には、メールアドレス全体({new})"
           "を使います。同じ名前の人がほかにいても、アドレス全体なら見分けがつくためです。",
           "The login name is the whole mail address ({new}). Two people may share a name, but never a whole address."},
    Phrase{"translation-account-kept", "ログイン名は {new} のままです。入れ直す必要はありません。",
           "The login name is still {new}. It needs no change."},
    Phrase{
        "translation-account-not-address",
        "メールアカウント「{account}」が、メールアドレス {address} "
        "と合っていないようです。紙をもう一度見比べてください。",
        "The mail account \"{account}\" does not seem to belong to the address {address}. Please compare them with the "
        "paper."},
    Phrase{"translation-account-other-id", "「{account}」は、メールのログイン名ではないようです。{what}",
           "\"{account}\" does not seem to be the login name for mail. {what}"},
    Phrase{"translation-account-whole-address",
           "ログイン名は、@ の前だけ({old})ではなく、メールアドレス全体({new})に変わりました。今は1台のサーバーで大勢の"
           "メールを預かるので、@ の後ろもないとだれのものか分からないためです。",
           "The login name is no longer only the part before the @ ({old}), but the whole mail address ({new}). One "
           "server now keeps the mail of many domains, so it needs what follows the @ to know whose mailbox is meant."},
    Phrase{"translation-address-closing",
           "メールアドレスはそのまま使えます。ただし {until:date} "
           "で終わる予定なので、早めに新しいアドレスを用意してください。",
           "The mail address stays as it is. It is to end on {until:date}, so please get a new one in good time."},
    Phrase{"translation-address-closing-soon",
           "メールアドレスはそのまま使えます。ただし終わることが決まっているので、早めに新しいアドレスを用意してくださ"
           "い。",
           "The mail address stays as it is. Its end has been announced, so please get a new one in good time."},
    Phrase{"translation-address-folded",
           "メールアドレス「{typed}」は、半角に直して {address} と読みました。紙と見比べてください。",
           "The mail address \"{typed}\" was read as {address}. Please compare it with the paper."},
    Phrase{"translation-address-kept",
           "メールアドレスはそのまま使えます。変わったのは、メールを受け取り、送り出すための設定のほうです。",
           "The mail address stays as it is. What changed is how mail is fetched and sent."},
    Phrase{"translation-answer-from-paper",
           "「{question}」の答えは、紙のサーバー名 {host} から「{answer}」と読みました。合っているか確かめてください。",
           "The answer to \"{question}\" was read from the server name {host} on the paper: \"{answer}\". Please check "
           "it."},
    Phrase{"translation-answer-not-asked", "「{key}」という質問はないので、答え「{value}」は使いませんでした。",
           "No question is called \"{key}\", so the answer \"{value}\" was not used."},
    Phrase{
        "translation-authentication-added",
        "送信するときにも、名前とパスワードでのログインが必要になりました。他人になりすました迷惑メールを防ぐためです"
        "。",
        "Sending needs a login with name and password now. This keeps strangers from sending junk mail in your name."},
    Phrase{"translation-authentication-as-then",
           "送信するときには、名前とパスワードでログインします。紙には書かれていませんが、その紙のころから必要でした。",
           "Sending needs a login with name and password. The paper does not say so, but it was needed in those days "
           "already."},
    Phrase{
        "translation-authentication-for-pop-before-smtp",
        "昔は「先に受信すれば送信できる」しくみ(POP before SMTP)でしたが、今はなくなりました。送信するときに、名前と"
        "パスワードでログインします。",
        "Sending was once allowed for a while after receiving (POP before SMTP); that is gone. Sending has a login of "
        "its own now, with name and password."},
    Phrase{"translation-authentication-kept",
           "送信するときのログインは、今も必要です。名前とパスワードで、本人だと確かめるためです。",
           "Sending still needs a login. Name and password show that it is really you."},
    Phrase{"translation-authentication-oauth",
           "送信するときは、パスワードの代わりに「サインイン」の画面で本人を確かめます(OAuth)"
           "。対応したメールソフトが必要です。",
           "Sending uses a sign-in page instead of the mail password (OAuth). It takes a mail app that can do this."},
    Phrase{"translation-domain-of-other",
           "{domain} は{provider}のアドレスです。選ばれている会社と合っているか、確かめてください。",
           "{domain} belongs to {provider}. Please check that the chosen provider is the right one."},
    Phrase{"translation-domain-slip",
           "{domain} という会社は見つかりませんでした。もしかすると {proposal} "
           "ではありませんか。紙をもう一度見てください。",
           "No provider is known for {domain}. Could it be {proposal}? Please look at the paper again."},
    Phrase{
        "translation-host-not-known",
        "紙のサーバー {host} "
        "は、{provider}の記録にありません。今はほかの人のものかもしれないので、確かめるまでパスワードは"
        "送りません。",
        "The paper's server {host} is not among those recorded for {provider}. It may belong to someone else today, so "
        "no password goes there before you agree."},
    Phrase{"translation-host-of-other",
           "紙のサーバー {host} "
           "は{owner}のものですが、メールアドレスは{provider}のものです。紙をもう一度見比べてください。",
           "The paper's server {host} belongs to {owner}, but the mail address to {provider}. Please compare them with "
           "the "
           "paper."},
    Phrase{"translation-migrated",
           "{provider}のメールは、{other}に引き継がれました。今の設定は{other}のものを使います。",
           "{provider}'s mail was taken over by {other}. Today's settings are those of {other}."},
    Phrase{
        "translation-no-endpoint",
        "{provider}"
        "の今の設定は、まだ分かっていません。紙の値が今も使えるかどうかも分からないため、決めつけないでおきます。",
        "{provider}'s settings of today are not known yet. Whether the paper's value still works is not known either, "
        "so nothing is claimed."},
    Phrase{"translation-outgoing-account-own",
           "送信するときのログイン名は {new} です。{provider}では、受信とは別に決められています。",
           "The name for logging in to send is {new}. {provider} sets it apart from the one for receiving."},
    Phrase{
        "translation-outgoing-account-same",
        "送信するときのログイン名は、受信と同じ {new} "
        "です。昔の紙にないのは、当時は送信にログインがいらなかったためです。",
        "The name for logging in to send is {new}, the same as for receiving. Old papers lack it because sending once "
        "needed no login."},
    Phrase{"translation-password-by-signing-in",
           "このメールでは、メールソフトにパスワードを入れません。代わりに「サインイン」の画面で本人を確かめます。",
           "Mail apps no longer take a password for this mailbox. A sign-in page confirms who you are instead."},
    Phrase{"translation-password-for-apps",
           "紙のパスワードではなく、メールソフト専用のパスワードを新しく作って使います。万一もれても、ほかのサービスに"
           "入られない"
           "ようにするためです。",
           "Instead of the paper's password, a new one made only for mail apps is used. If it ever leaks, your other "
           "services stay safe."},
    Phrase{"translation-password-kept",
           "パスワードは、紙に書いてあるものをそのまま使います。サーバーが新しくなっても、ご自分で変えるまでパスワード"
           "は変わり"
           "ません。",
           "The password on the paper is still the one to use. New servers do not change it; only you do."},
    Phrase{
        "translation-password-not-given",
        "パスワードはまだ入っていません。紙の「メールパスワード」の欄を見て、あとで入れてください。",
        "The password has not been entered yet. Please look for \"メールパスワード\" on the paper and enter it later."},
    Phrase{"translation-pop-removed",
           "{provider}では、POP という受信のしかたは使えません。代わりに IMAP というしかたで受信します。",
           "{provider} has no POP for receiving. Mail is fetched by IMAP instead."},
    Phrase{"translation-port-465",
           "送信の入り口は {new} 番です。ここは、最初から暗号化してやりとりするための入り口です。",
           "The door for sending is port {new}. Everything that goes through it is encrypted from the start."},
    Phrase{"translation-port-465-for-25",
           "送信の入り口は {new} 番です。昔の25番は、迷惑メールを防ぐために多くの回線で閉じられました(OP25B)。",
           "The door for sending is port {new}. The old port 25 was closed on most lines to stop junk mail (OP25B)."},
    Phrase{"translation-port-587",
           "送信の入り口は {new} 番です。ここは、ログインした人だけが送れる、送信専用の入り口です。",
           "The door for sending is port {new}. It is there only for sending, and only for those who log in."},
    Phrase{
        "translation-port-587-for-25",
        "送信の入り口は {new} 番です。昔の25番は迷惑メールを防ぐために多くの回線で閉じられ(OP25B)、ログインした人だけが"
        "送れる587番に変わりました。",
        "The door for sending is port {new}. The old port 25 was closed on most lines to stop junk mail (OP25B), and "
        "port 587 took its place for those who log in."},
    Phrase{"translation-port-added", "入り口の番号(ポート)は {new} です。紙にない番号なので、書き足してください。",
           "The number of the door (port) is {new}. The paper does not give it, so please add it."},
    Phrase{"translation-port-changed",
           "入り口の番号(ポート)は {old} から {new} "
           "に変わりました。{provider}のサーバーが、今はこの番号で待っているためです。",
           "The number of the door (port) changed from {old} to {new}. {provider}'s server now listens there."},
    Phrase{"translation-port-incoming-tls",
           "受信の入り口は {new} "
           "番です。昔の入り口は中身がそのまま流れたので、最初から暗号化する専用の入り口に変わりました。",
           "The door for receiving is port {new}. Through the old one everything went in the clear, so there is now a "
           "door "
           "that is encrypted from the start."},
    Phrase{"translation-port-kept", "入り口の番号(ポート)は {new} のままです。入れ直す必要はありません。",
           "The number of the door (port) is still {new}. It needs no change."},
    Phrase{"translation-provider-by-host",
           "紙のサーバー名 {host} から、{provider}のメールだと考えました。違うときは、会社を選び直してください。",
           "The server name {host} on the paper points to {provider}. If that is not so, please choose the provider."},
    Phrase{"translation-provider-not-known",
           "「{name}」という会社は、まだ登録されていません。メールアドレスとサーバー名から探しました。",
           "A provider called \"{name}\" is not known here yet. The mail address and server names were used instead."},
    Phrase{"translation-provider-other-name",
           "紙には「{name}」とありますが、設定は{provider}のものを使いました。合っているか確かめてください。",
           "The paper says \"{name}\", but the settings are those of {provider}. Please check that this is right."},
    Phrase{"translation-security-kept", "暗号化のしかたは今までと同じです。入れ直す必要はありません。",
           "The encryption is the same as before. It needs no change."},
    Phrase{"translation-security-starttls",
           "つないだあとに暗号化(STARTTLS)"
           "をしてから、パスワードやメールを送ります。昔は暗号化がなく、途中でだれかに読まれる"
           "おそれがありました。",
           "After connecting, encryption is switched on (STARTTLS) before the password or mail goes out. There was "
           "none in "
           "the old days, and someone on the way could read along."},
    Phrase{"translation-security-still-none",
           "この入り口には暗号化がありません。パスワードを人に読まれるおそれがあるので、同意なしには使いません。",
           "This door has no encryption. Someone could read the password, so it is not used unless you agree."},
    Phrase{
        "translation-security-tls",
        "最初から暗号化(SSL/TLS)してつなぎます。昔は暗号化がなく、パスワードやメールを途中でだれかに読まれるおそれが"
        "ありました。",
        "The connection is encrypted from the start (SSL/TLS). There was no encryption in the old days, and someone on "
        "the way could read passwords and mail."},
    Phrase{"translation-served-by-other",
           "{provider}のこのコースのメールは、{other}のサーバーで扱われています。今の設定は{other}のものを使います。",
           "Mail of this part of {provider} is kept by {other}. Today's settings are those of {other}."},
    Phrase{"translation-server-added", "サーバーの名前は {new} です。{provider}が今使っている名前です。",
           "The server is called {new}. It is the one that {provider} uses today."},
    Phrase{"translation-server-added-unproven",
           "サーバーの名前は {new} と考えられます。まだ確かな裏づけがないので、実際につないで確かめます。",
           "The server is probably {new}. There is no firm proof yet, so it is checked by connecting to it."},
    Phrase{"translation-server-asked",
           "サーバーの名前は、質問に答えると分かります。{provider}では、人によってサーバーの名前が違うためです。",
           "The server's name is known once the question is answered. At {provider} it differs from person to person."},
    Phrase{"translation-server-kept", "サーバーの名前は {new} のままです。入れ直す必要はありません。",
           "The server is still called {new}. It needs no change."},
    Phrase{"translation-server-moved",
           "サーバーの名前は {old} から {new} に変わりました。{provider}が、メールを新しいサーバーに移したためです。",
           "The server changed from {old} to {new}. {provider} moved its mail to a newer server."},
    Phrase{"translation-server-moved-unproven",
           "サーバーの名前は {old} から {new} "
           "に変わったと考えられます。まだ確かな裏づけがないので、実際につないで確かめます。",
           "The server probably changed from {old} to {new}. There is no firm proof yet, so it is checked by "
           "connecting to "
           "it."},
    Phrase{"translation-service-ended", "{provider}のメールは終わりました。この設定でつながるところはもうありません。",
           "{provider}'s mail service has ended. There is nothing left to connect to."},
    Phrase{"translation-service-without-apps",
           "{provider}のメールは、ふつうのメールソフトでは使えません。会社が決めた方法でお使いください。",
           "{provider}'s mail cannot be used with ordinary mail apps. Please use the way that the provider offers."},
    Phrase{
        "translation-subdomain-not-known",
        "{domain} という{provider}のアドレスは、記録に見つかりませんでした。@ の後ろを紙と見比べてください。",
        "{domain} is not among the recorded domains of {provider}. Please compare what follows the @ with the paper."},
    Phrase{
        "translation-unknown-provider",
        "この会社の今の設定は、まだ登録されていません。紙の値が今も使えるかどうか分からないため、決めつけないでおきます"
        "。",
        "This provider's settings of today are not known here. Whether the paper's value still works is not known, so "
        "nothing is claimed."},
};

} // namespace

Phrases translationPhrases() {
    return Table;
}

} // namespace yomikae
