// What one attempt came to: one sentence an outcome, and its special cases.
#include "words/words.h"

#include <array>

namespace yomikae {

namespace {

constexpr std::array Table{
    Phrase{"outcome-account-locked", "サーバーが、このアカウントのログインを止めています。",
           "The server has locked the logins of this account."},
    Phrase{"outcome-account-locked-said",
           "サーバーが、このアカウントのログインを止めています。サーバーの返事:「{text}」",
           "The server has locked the logins of this account. It said: “{text}”"},
    Phrase{"outcome-auth-mechanism-unsupported",
           "サーバーが求めるログインの方式には、このプログラムは対応していません。",
           "The server wants a way to log in that this program does not speak."},
    Phrase{"outcome-auth-needs-action",
           "サーバーは、先に設定が必要だと答えました(アプリ用パスワードや、ウェブでの許可など)。",
           "The server says that something must be set up first (an app password, or a switch on the web)."},
    Phrase{
        "outcome-auth-needs-action-said",
        "サーバーは、先に設定が必要だと答えました(アプリ用パスワードや、ウェブでの許可など)。サーバーの返事:「{text}」",
        "The server says that something must be set up first (an app password, or a switch on the web). It said: "
        "“{text}”"},
    Phrase{"outcome-auth-not-offered", "この入口では、ログインを受け付けていません。", "This port takes no logins."},
    Phrase{
        "outcome-auth-not-offered-smtp",
        "この入口では、送信のためのログインを受け付けていません。プロバイダの回線からだけ使える、古い送信用の入口のよう"
        "です。",
        "This port takes no logins for sending. It seems to be an old one, for use on the provider's own line only."},
    Phrase{"outcome-auth-rejected", "サーバーはログインを受け付けませんでした(理由の説明なし)。",
           "The server did not accept the login (no reason given)."},
    Phrase{"outcome-auth-rejected-said", "サーバーはログインを受け付けませんでした。サーバーの返事:「{text}」",
           "The server did not accept the login. It said: “{text}”"},
    Phrase{"outcome-auth-rejected-user",
           "サーバーはユーザー名 {username} を受け付けませんでした。パスワードは送っていません。",
           "The server did not accept the user name {username}. No password was sent."},
    Phrase{
        "outcome-auth-unclear",
        "ログインの途中で、サーバーが何も言わずに接続を切りました。パスワードが合っていたかどうかは分かりません。",
        "The server closed the connection during the login without a word. Whether the password was right is unknown."},
    Phrase{"outcome-cancelled", "中止しました。ここはまだ確かめていません。", "Stopped. This was not checked."},
    Phrase{"outcome-cert-chain-incomplete",
           "サーバーが、証明書の一部を送ってきません。サーバー側の設定の問題です。パスワードは送っていません。",
           "The server leaves out a part of its certificates. That is for the server's people to mend. No password was "
           "sent."},
    Phrase{"outcome-cert-expired", "サーバーの証明書の期限({until:date})が切れています。パスワードは送っていません。",
           "The server's certificate ended on {until:date}. No password was sent."},
    Phrase{"outcome-cert-name-mismatch",
           "証明書の名前は {names} で、{host} のものではありません。パスワードは送っていません。",
           "The certificate is for {names}, not for {host}. No password was sent."},
    Phrase{"outcome-cert-name-mismatch-25",
           "25番の通信は、途中で別のサーバー({names})"
           "に回されているようです(迷惑メール対策で、そうする回線があります)。パスワードは送っていません。"
           "メールアプリは送信に465番か587番を使うので、25番は要りません。",
           "Port 25 seems to be turned round to another server ({names}) on the way; some networks do that against "
           "junk mail. No password was sent. Mail apps send through port 465 or 587, so port 25 is not needed."},
    Phrase{"outcome-cert-name-mismatch-no-names",
           "証明書に、サーバーの名前の欄がありません({names})。{host} "
           "のものかどうか確かめられないので、パスワードは送っていません。",
           "The certificate has no field with server names ({names}). Whether it is for {host} cannot be checked, so "
           "no password was sent."},
    Phrase{
        "outcome-cert-name-mismatch-nul",
        "証明書の名前({names})"
        "に、見えない文字が隠してあります。だますためのものかもしれないので、止めました。パスワードは送っていません。",
        "The certificate's name ({names}) hides an invisible character. It may be there to deceive, so this was "
        "stopped. No password was sent."},
    Phrase{"outcome-cert-not-yet-valid",
           "サーバーの証明書は{from:date}"
           "からのものです。このパソコンの日付と時計を見てください。パスワードは送っていません。",
           "The server's certificate begins on {from:date}. Look at this computer's date and clock. No password was "
           "sent."},
    Phrase{"outcome-cert-other", "サーバーの証明書に問題があります({detail})。パスワードは送っていません。",
           "There is something wrong with the server's certificate ({detail}). No password was sent."},
    Phrase{"outcome-cert-self-signed",
           "サーバーの証明書は、サーバーが自分で作ったものです。本物のサーバーかどうか確かめられないので、パスワードは"
           "送っていません。",
           "The server made its certificate itself. Whether it is the real server cannot be checked, so no password "
           "was sent."},
    Phrase{"outcome-cert-self-signed-25",
           "25番の通信は、途中で別のサーバー({names})"
           "に回されているようです(迷惑メール対策で、そうする回線があります)。パスワードは送っていません。"
           "メールアプリは送信に465番か587番を使うので、25番は要りません。",
           "Port 25 seems to be turned round to another server ({names}) on the way; some networks do that against "
           "junk mail. No password was sent. Mail apps send through port 465 or 587, so port 25 is not needed."},
    Phrase{"outcome-cert-self-signed-shield",
           "証明書を作ったのは、ウイルス対策ソフトなどのようです({issuer})。パスワードは送っていません。",
           "A virus scanner or proxy seems to have made this certificate ({issuer}). No password was sent."},
    Phrase{"outcome-cert-unknown-ca",
           "サーバーの証明書は、知られていない発行元({issuer})"
           "のものです。本物のサーバーかどうか確かめられないので、パスワードは送っていません。",
           "The server's certificate comes from an unknown issuer ({issuer}). Whether it is the real server cannot be "
           "checked, so no password was sent."},
    Phrase{"outcome-cert-unknown-ca-25",
           "25番の通信は、途中で別のサーバー({names})"
           "に回されているようです(迷惑メール対策で、そうする回線があります)。パスワードは送っていません。"
           "メールアプリは送信に465番か587番を使うので、25番は要りません。",
           "Port 25 seems to be turned round to another server ({names}) on the way; some networks do that against "
           "junk mail. No password was sent. Mail apps send through port 465 or 587, so port 25 is not needed."},
    Phrase{"outcome-cert-unknown-ca-shield",
           "証明書を作ったのは、ウイルス対策ソフトなどのようです({issuer})。パスワードは送っていません。",
           "A virus scanner or proxy seems to have made this certificate ({issuer}). No password was sent."},
    Phrase{"outcome-cert-weak", "サーバーの証明書は、古く弱い作り方のものです。パスワードは送っていません。",
           "The server's certificate is made in an old and weak way. No password was sent."},
    Phrase{"outcome-closed-early", "サーバーが、途中で接続を切りました。",
           "The server closed the connection too early."},
    Phrase{"outcome-connect-refused", "この入口は閉じています({port}番)。", "This port ({port}) is closed."},
    Phrase{
        "outcome-connect-refused-25",
        "25番は閉じています。サーバーどうしがメールを渡す入口で、メールアプリでは使わないので、このままで大丈夫です。",
        "Port 25 is closed. It is where servers hand mail to each other; mail apps do not use it, so this does no "
        "harm."},
    Phrase{"outcome-connect-refused-others-answer",
           "この入口は閉じています({port}番)。同じサーバーのほかの入口は返事をしています。",
           "This port ({port}) is closed. Other ports of the same server answer."},
    Phrase{"outcome-connect-refused-own-network",
           "この入口は、プロバイダ自身の回線からだけ使えます。いまの回線からは閉じています。",
           "This port only works on the provider's own line. From this line it is closed."},
    Phrase{"outcome-connect-timeout", "{seconds}秒待ちましたが、返事がありません。", "No answer within {seconds} s."},
    Phrase{
        "outcome-connect-timeout-25",
        "25番は返事がありません。迷惑メール対策(OP25B)で、多くの回線が閉じている入口です。メールアプリでは使いません。",
        "Port 25 does not answer. Many lines close it against junk mail (OP25B). Mail apps do not use it."},
    Phrase{"outcome-connect-timeout-op25b",
           "25番は返事がありません。迷惑メール対策(OP25B)で閉じている入口です。使わないので、このままで大丈夫です。",
           "Port 25 does not answer. It is closed against junk mail (OP25B). It is not used, so this does no harm."},
    Phrase{
        "outcome-connect-timeout-others-answer",
        "{seconds}秒待ちましたが、この入口({port}番)は返事がありません。同じサーバーのほかの入口は返事をしています。",
        "This port ({port}) did not answer within {seconds} s. Other ports of the same server answer."},
    Phrase{"outcome-connect-timeout-own-network",
           "{seconds}秒待ちましたが、返事がありません。この入口は、プロバイダ自身の回線からだけ使えます。",
           "No answer within {seconds} s. This port only works on the provider's own line."},
    Phrase{"outcome-connect-unreachable", "{host} までの道がありません。この回線からは届かないようです。",
           "There is no way to {host} from this network."},
    Phrase{"outcome-dns-no-address", "{host} という名前はありますが、サーバーの住所(IP アドレス)がありません。",
           "The name {host} exists, but it has no address."},
    Phrase{"outcome-dns-not-found", "{host} という名前のサーバーは見つかりません。",
           "There is no server called {host}."},
    Phrase{"outcome-dns-temporary", "{host} を調べられませんでした。名前を調べるしくみ(DNS)が、いま使えないようです。",
           "{host} could not be looked up. The name service (DNS) does not work just now."},
    Phrase{"outcome-dns-timeout",
           "{host} を調べましたが、返事がありません。名前を調べるしくみ(DNS)が、いま使えないようです。",
           "The look-up of {host} got no answer. The name service (DNS) does not work just now."},
    Phrase{"outcome-input-invalid",
           "入力された文字の中に、メールでは使えないもの(改行など)があります。何も送っていません。",
           "The input holds something that mail cannot carry (a line break, for example). Nothing was sent."},
    Phrase{"outcome-limit-exceeded", "サーバーの返事が終わらないので、ここで止めました。",
           "The server's answer has no end, so it was stopped there."},
    Phrase{"outcome-login-ok", "ログインできました。", "The login succeeded."},
    Phrase{"outcome-login-ok-cleartext",
           "暗号化なしで、ログインできました。パスワードは途中で読まれるおそれがあります。",
           "The login succeeded, without encryption. The password can be read on the way."},
    Phrase{"outcome-login-ok-cleartext-starttls",
           "暗号化なしで、ログインできました。サーバーは暗号化(STARTTLS)に対応しています。STARTTLS "
           "にすれば、パスワードを途中で読まれません。",
           "The login succeeded, without encryption. The server offers encryption (STARTTLS); with it nobody can read "
           "the password on the way."},
    Phrase{"outcome-login-ok-late",
           "ログインできました。このサーバーは、話し始めるまでに{greeting}"
           "秒かかります(迷惑メール対策で、わざと待たせているようです)。故障ではありません。",
           "The login succeeded. This server takes {greeting} s before it begins to talk (it seems to make strangers "
           "wait, against junk mail). Nothing is broken."},
    Phrase{"outcome-login-ok-mailbox", "ログインできました。メールボックスの中身は、いまは読めませんでした。",
           "The login succeeded. The mailbox itself could not be read just now."},
    Phrase{"outcome-login-ok-recipient-refused",
           "ログインできました。ただし、このメールボックスは、いまは新しいメールを受け取れないようです(いっぱいになって"
           "いるなど)。サーバーの返事:「{text}」",
           "The login succeeded. But this mailbox seems to take no new mail just now (it may be full). The server said: "
           "“{text}”"},
    Phrase{"outcome-login-ok-sender-refused",
           "ログインできました。ただし、サーバーはこのメールアドレスからの送信を断りました。サーバーの返事:「{text}」",
           "The login succeeded. But the server refuses mail from this address. It said: “{text}”"},
    Phrase{"outcome-mailbox-busy",
           "ほかのメールアプリが受信中のようで、メールボックスを開けませんでした。",
           "The mailbox could not be opened: another mail app seems to be using it."},
    Phrase{"outcome-mailbox-busy-in-use",
           "パスワードは受け付けられました。ほかのメールアプリが受信中のため、メールボックスだけが開けませんでした。サ"
           "ーバーの返事:「{text}」",
           "The password was taken. Only the mailbox could not be opened, because another mail app is using it. The "
           "server said: “{text}”"},
    Phrase{"outcome-mailbox-busy-said",
           "ほかのメールアプリが受信中のようで、メールボックスを開けませんでした。サーバーの返事:「{text}」",
           "The mailbox could not be opened: another mail app seems to be using it. The server said: “{text}”"},
    Phrase{"outcome-not-this-protocol", "この入口にいるのは {protocol} のサーバーではありません。",
           "What answers here is not a {protocol} server."},
    Phrase{"outcome-not-this-protocol-http", "この入口には、メールではなくウェブのサーバーがいました。",
           "A web server, not a mail server, answered here."},
    Phrase{"outcome-not-this-protocol-imap", "この入口は {protocol} ではなく IMAP の入口です。",
           "This port speaks IMAP, not {protocol}."},
    Phrase{"outcome-not-this-protocol-pop3", "この入口は {protocol} ではなく POP3 の入口です。",
           "This port speaks POP3, not {protocol}."},
    Phrase{"outcome-not-this-protocol-portal",
           "どの入口からも、ウェブのページが返ってきました。ホテルやお店の回線では、先に利用登録の画面が出ることがあり"
           "ます。",
           "Every port answered with a web page. Hotel and shop networks often want you to sign in on a page first."},
    Phrase{"outcome-not-this-protocol-smtp", "この入口は {protocol} ではなく SMTP(送信)の入口です。",
           "This port speaks SMTP (sending), not {protocol}."},
    Phrase{
        "outcome-not-this-protocol-tls",
        "{port}番は、つないだ直後から暗号化(SSL/TLS)で話す入口です。使うときは、この番号の暗号化を「SSL/"
        "TLS」にします(STARTTLS や「なし」ではつながりません)。",
        "Port {port} speaks TLS from the first byte. To use it, set the encryption of this port to SSL/TLS (STARTTLS "
        "or none does not work here)."},
    Phrase{"outcome-oauth-only",
           "この入口は、ブラウザの画面で行うログイン(OAuth)だけを受け付けます。パスワードは使われません。",
           "This port only takes a sign-in through the browser (OAuth). A password is not used here."},
    Phrase{"outcome-plaintext-refused",
           "サーバーは、暗号化しないログインを断りました。安全のための、正しい動きです。暗号化した入口を使います。",
           "The server refuses logins without encryption. That is right and safe; an encrypted port is used instead."},
    Phrase{"outcome-plaintext-refused-consent",
           "この入口には暗号化がありません。許可があるまで、パスワードは送りません。",
           "This port has no encryption. Without your consent no password is sent."},
    Phrase{"outcome-plaintext-refused-consent-starttls",
           "サーバーは暗号化(STARTTLS)に対応しています。暗号化なしでは、許可があるまで、パスワードは送りません。",
           "The server offers encryption (STARTTLS). Without it no password is sent unless you consent."},
    Phrase{"outcome-plaintext-refused-said",
           "サーバーは、暗号化しないログインを断りました。安全のための、正しい動きです。サーバーの返事:「{text}」",
           "The server refuses logins without encryption. That is right and safe. It said: “{text}”"},
    Phrase{"outcome-protocol-error", "サーバーの返事が決まりに合っていないので、ここで止めました。",
           "The server's answers break the rules of the protocol, so it was stopped there."},
    Phrase{"outcome-protocol-error-syntax",
           "サーバーは、ログインのしかたを理解しませんでした。パスワードが合っているかどうかは、わかりません。サーバーの"
           "返事:「{text}」",
           "The server did not understand the way of logging in. Whether the password is right is not known. The server "
           "said: “{text}”"},
    Phrase{"outcome-provider-says", "{meaning} サーバーの返事:「{text}」", "{meaning} The server said: “{text}”"},
    Phrase{"outcome-ready", "つながりました。暗号化も証明書も問題ありません。パスワードは試していません。",
           "It answers. Encryption and certificate are in order. No password was tried."},
    Phrase{"outcome-ready-better-proven", "つながりました。もっとよい入口が使えるので、ここではログインしていません。",
           "It answers. A better port works already, so no login was tried here."},
    Phrase{"outcome-ready-budget", "つながりました。アカウントがロックされないように、これ以上のログインは止めました。",
           "It answers. No more logins were tried, so that the account does not get locked."},
    Phrase{"outcome-ready-cleartext", "つながりました。この入口には暗号化がないので、パスワードは送っていません。",
           "It answers. There is no encryption here, so no password was sent."},
    Phrase{
        "outcome-ready-cleartext-starttls",
        "つながりました。サーバーは暗号化(STARTTLS)に対応していますが、ここでは暗号化なしで確かめたので、パスワードは"
        "送っていません。",
        "It answers. The server offers encryption (STARTTLS), but was spoken to without it here, so no password was "
        "sent."},
    Phrase{"outcome-ready-consent-host",
           "つながりました。暗号化も証明書も問題ありません。{host} "
           "がこのプロバイダのサーバーかどうかは、こちらでは確かめられないので、パスワードは送っていません。",
           "It answers. Encryption and certificate are in order. Whether {host} belongs to this provider is not known "
           "here, so no password was sent."},
    Phrase{"outcome-ready-elsewhere",
           "つながりました。同じアカウントを別のところで確かめているので、ここではログインしていません。",
           "It answers. The same account is being checked elsewhere, so no login was tried here."},
    Phrase{
        "outcome-ready-late",
        "つながりました。暗号化も証明書も問題ありません。パスワードは試していません。このサーバーは、話し始めるまでに"
        "{greeting}秒かかります(迷惑メール対策で、わざと待たせているようです)。故障ではありません。",
        "It answers. Encryption and certificate are in order. No password was tried. This server takes {greeting} s "
        "before it begins to talk (it seems to make strangers wait, against junk mail). Nothing is broken."},
    Phrase{"outcome-ready-locked", "つながりました。サーバーがログインを止めているので、パスワードは試していません。",
           "It answers. The server has locked the logins, so no password was tried."},
    Phrase{"outcome-ready-mailbox-busy",
           "つながりました。メールボックスがほかのメールアプリに使われているので、ここではログインしていません。少しし"
           "てから、もう一度確かめてください。",
           "It answers. The mailbox is in use by another mail app, so no login was tried here. Try again a little "
           "later."},
    Phrase{"outcome-ready-password-refused",
           "つながりました。受信でログインが受け付けられなかったので、ここでは試していません。",
           "It answers. The login for receiving was not accepted, so none was tried here."},
    Phrase{"outcome-ready-same-login", "つながりました。同じログインを繰り返さないために、ここでは試していません。",
           "It answers. The same login was tried already, so it was not tried again."},
    Phrase{
        "outcome-ready-turned-round",
        "つながりました。ただ、25番の通信は、途中で別のサーバーに回されているようです。そこにパスワードを渡さないよう"
        "に、ここではログインしていません。",
        "It answers. But port 25 seems to be turned round to another server, so no login was tried: that server does "
        "not get the password."},
    Phrase{"outcome-server-refused", "サーバーは、この回線からの接続を断りました。",
           "The server refused the connection from here."},
    Phrase{
        "outcome-server-refused-25",
        "25番は、サーバーどうしがメールを渡す入口です。メールアプリでは使わないので、断られてもこのままで大丈夫です。",
        "Port 25 is where servers hand mail to each other. Mail apps do not use it, so being refused here does no "
        "harm."},
    Phrase{"outcome-server-refused-own-network",
           "この入口は、プロバイダ自身の回線からだけ使えます。いまの回線からは断られました。",
           "This port only works on the provider's own line. From this line it refuses."},
    Phrase{"outcome-server-refused-said", "サーバーは接続を断りました。サーバーの返事:「{text}」",
           "The server refused the connection. It said: “{text}”"},
    Phrase{"outcome-skipped", "ここは試していません。", "This was not tried."},
    Phrase{"outcome-skipped-cancelled", "中止したので、ここは試していません。", "Stopped before this was tried."},
    Phrase{"outcome-skipped-deadline", "時間がきたので、ここは試していません。",
           "The time was up before this was tried."},
    Phrase{"outcome-skipped-tls-here",
           "{port}番は、つないだ直後から暗号化(SSL/TLS)で話す入口です。あとから暗号化する方式は試していません。",
           "Port {port} speaks TLS from the first byte, so STARTTLS and clear text were not tried there."},
    Phrase{"outcome-stage-timeout", "サーバーの返事が、途中で止まりました({seconds}秒)。",
           "The server stopped answering ({seconds} s)."},
    Phrase{"outcome-stage-timeout-25",
           "25番はつながりましたが、サーバーが何も言いません({seconds}秒)。サーバーどうしがメールを渡す入口で、メールア"
           "プリでは使わないので、このままで大丈夫です。",
           "Port 25 connects, but the server says nothing ({seconds} s). It is where servers hand mail to each other; "
           "mail apps do not use it, so this does no harm."},
    Phrase{"outcome-stage-timeout-deadline", "全体の時間がきたので、ここで止めました。",
           "The time for the whole run was up, so it was stopped there."},
    Phrase{"outcome-stage-timeout-login",
           "ログインの返事が来ません({seconds}秒)。パスワードが合っているかどうかは、まだ分かりません。",
           "No answer to the login ({seconds} s). Whether the password is right is not known yet."},
    Phrase{"outcome-stage-timeout-perhaps-tls",
           "つながりましたが、サーバーが何も言いません({seconds}秒)。つないだ直後からの暗号化(SSL/"
           "TLS)を待っている入口かもしれません。",
           "It connects, but the server says nothing ({seconds} s). Perhaps this port speaks TLS from the first byte."},
    Phrase{"outcome-stage-timeout-silent",
           "つながりましたが、サーバーが何も言いません({seconds}秒)。暗号化(SSL/"
           "TLS)で話しかけても、返事がありませんでした。",
           "It connects, but the server says nothing ({seconds} s), and TLS from the first byte got no answer either."},
    Phrase{"outcome-stage-timeout-tls",
           "暗号化の準備の途中で、返事が止まりました({seconds}秒)。パスワードは送っていません。",
           "The server stopped answering while encryption was being set up ({seconds} s). No password was sent."},
    Phrase{"outcome-tls-declined", "サーバーは暗号化を始められませんでした。パスワードは送っていません。",
           "The server could not begin encryption. No password was sent."},
    Phrase{"outcome-tls-handshake-failed", "暗号化の準備がうまくいきませんでした。パスワードは送っていません。",
           "Encryption could not be set up. No password was sent."},
    Phrase{"outcome-tls-handshake-failed-client-certificate",
           "このサーバーは、利用者の側にも証明書を求めます。ふつうのメールアプリでは使えない入口です。",
           "This server wants a certificate from the user as well. Ordinary mail apps cannot use this port."},
    Phrase{"outcome-tls-handshake-failed-cut", "暗号化の準備の途中で、接続が切れました。パスワードは送っていません。",
           "The connection was cut while encryption was being set up. No password was sent."},
    Phrase{"outcome-tls-handshake-failed-http", "この入口には、メールではなくウェブのサーバーがいました。",
           "A web server, not a mail server, answered here."},
    Phrase{"outcome-tls-handshake-failed-legacy-renegotiation",
           "このサーバーの暗号化は古いやり方で、いまのパソコンでは使えません。パスワードは送っていません。",
           "This server's way of encrypting is an old one that computers of today refuse. No password was sent."},
    Phrase{"outcome-tls-handshake-failed-name", "サーバーは {host} という名前を知りませんでした。",
           "The server does not know the name {host}."},
    Phrase{"outcome-tls-handshake-failed-not-tls",
           "この入口は、つないだ直後の暗号化(SSL/"
           "TLS)ではなく、あとから暗号化する方式(STARTTLS)か、暗号化なしで話します。パスワードは送っていません。",
           "This port does not begin with encryption (SSL/TLS): it speaks STARTTLS or no encryption at all. No "
           "password was sent."},
    Phrase{"outcome-tls-handshake-failed-portal",
           "どの入口からも、ウェブのページが返ってきました。ホテルやお店の回線では、先に利用登録の画面が出ることがあり"
           "ます。",
           "Every port answered with a web page. Hotel and shop networks often want you to sign in on a page first."},
    Phrase{"outcome-tls-handshake-failed-weak",
           "このサーバーの暗号は弱く、安全とはいえません。パスワードは送っていません。",
           "This server's encryption is too weak to be safe. No password was sent."},
    Phrase{"outcome-tls-injection",
           "暗号化を始めるところに、余計なデータが混ざっていました。だれかが割り込んでいるおそれがあるので、ここで止め"
           "ました。パスワードは送っていません。",
           "Extra data came in just where encryption begins. Somebody may be interfering, so it was stopped there. No "
           "password was sent."},
    Phrase{"outcome-tls-not-offered", "この入口には暗号化がありません。パスワードは送っていません。",
           "This port has no encryption. No password was sent."},
    Phrase{"outcome-tls-not-offered-25",
           "25番の通信は、途中で別のサーバー({greeted})"
           "に回されているようです(迷惑メール対策で、そうする回線があります)。パスワードは送っていません。"
           "メールアプリは送信に465番か587番を使うので、25番は要りません。",
           "Port 25 seems to be turned round to another server ({greeted}) on the way; some networks do that against "
           "junk mail. No password was sent. Mail apps send through port 465 or 587, so port 25 is not needed."},
    Phrase{"outcome-tls-not-offered-others-encrypt",
           "この入口には暗号化がありません。同じサーバーの暗号化した入口が使えるので、このままで大丈夫です。",
           "This port has no encryption. The same server has an encrypted port that works, so this does no harm."},
    Phrase{"outcome-tls-not-offered-overwritten",
           "通信の途中にある機器が、暗号化の合図を消しているようです。パスワードは送っていません。",
           "Something on the way seems to remove the word for encryption. No password was sent."},
    Phrase{"outcome-tls-not-offered-shield",
           "このパソコンのウイルス対策ソフトなどが、サーバーの代わりに返事をしていて、暗号化が見えません。パスワードは"
           "送っていません。",
           "A virus scanner or proxy on this computer seems to answer in the server's place and hides the encryption. "
           "No password was sent."},
    Phrase{"outcome-tls-old-version",
           "このサーバーは、いまは使われない古い暗号化しか話しません。パスワードは送っていません。",
           "This server only speaks an old version of encryption that is no longer used. No password was sent."},
    Phrase{"outcome-tls-old-version-seen",
           "このサーバーは {seen} "
           "という古い暗号化しか話しません。いまのパソコンやスマホでは使えません。パスワードは送っていません。",
           "This server speaks {seen} only, an old version of encryption that computers of today refuse. No password "
           "was sent."},
    Phrase{"outcome-try-later", "サーバーが混んでいるか、休んでいます。時間をおくと使えることがあります。",
           "The server is busy or resting. It may work after a while."},
    Phrase{"outcome-try-later-login",
           "サーバーの都合で、いまはログインを確かめられません。パスワードが合っているかどうかは、まだ分かりません。サ"
           "ーバーの返事:「{text}」",
           "For reasons of its own the server cannot check logins just now. Whether the password is right is not known "
           "yet. It said: “{text}”"},
    Phrase{
        "outcome-try-later-login-delay",
        "このサーバーは、受信の間隔を決めています。少し待ってから、もう一度お試しください。サーバーの返事:「{text}」",
        "This server wants some time between two logins. Wait a little, then try again. It said: “{text}”"},
    Phrase{"outcome-try-later-said",
           "サーバーが混んでいるか、休んでいます。時間をおくと使えることがあります。サーバーの返事:「{text}」",
           "The server is busy or resting. It may work after a while. It said: “{text}”"},
};

} // namespace

Phrases outcomePhrases() {
    return Table;
}

} // namespace yomikae
