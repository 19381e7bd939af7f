// A message to oneself: the message itself, what became of it, and what is said meanwhile.
#include "words/words.h"

#include <array>

namespace yomikae {

namespace {

constexpr std::array Table{
    Phrase{"heading-send-test", "送受信の確認", "Sending and receiving"},
    Phrase{"option-remove-test-message",
           "--send-test の確認メールを、見つけたあとに削除します(付けないときは、端末なら尋ね、ほかでは残します)",
           "remove the message of --send-test once it is found (else a terminal is asked, and it stays)"},
    Phrase{"option-send-test", "受信と送信を確かめたあと、自分あてに確認メールを1通送り、届いたかを調べます",
           "then send one message to oneself and find it again"},
    Phrase{"send-test-ask-removal", "確認メールを受信箱から削除しますか? [y/N] ",
           "Remove the test message from the inbox? [y/N] "},
    Phrase{"send-test-cancelled", "中断しました。確認メールは送っていません。",
           "Stopped. The test message was not sent."},
    Phrase{"send-test-cancelled-sent",
           "中断しました。確認メールは送りましたが、まだ見つけていません。あとで受信箱(と迷惑メールフォルダ)"
           "を見てください。",
           "Stopped. The test message was sent; not yet found. Look into your inbox (and spam folder) later."},
    Phrase{
        "send-test-cancelled-unclear",
        "中断しました。確認メールが送られたかどうかはわかりません。あとで受信箱(と迷惑メールフォルダ)を見てください。",
        "Stopped. Whether the test message was sent is not known. Look into your inbox (and spam folder) later."},
    Phrase{"send-test-deferred",
           "サーバーは確認メールを今は受け付けませんでした(「{said}」)"
           "。一時的な断りです。しばらくしてから、もう一度お試しください。",
           "The server did not take the test message for now (\"{said}\"). Try again in a while."},
    Phrase{"send-test-found", "自分あてに送った確認メールが、約{seconds}秒で届きました。",
           "The message to yourself arrived after about {seconds} s."},
    Phrase{
        "send-test-found-marked",
        "自分あてに送った確認メールが、約{seconds}秒で届きました。削除の印を付けました("
        "このサーバーでは、ほかのメールに触れずに消しきることができません)。",
        "The message to yourself arrived after about {seconds} s. It is marked as deleted; this server cannot erase it "
        "without touching other mail."},
    Phrase{"send-test-found-not-removed",
           "自分あてに送った確認メールが、約{seconds}"
           "秒で届きました。削除は確かめられませんでした。残っていたら、メールアプリで消してください。",
           "The message to yourself arrived after about {seconds} s. Its removal could not be confirmed; where it is "
           "still "
           "there, delete it in your mail app."},
    Phrase{"send-test-found-removed",
           "自分あてに送った確認メールが、約{seconds}秒で届きました。そのメールは削除しました。",
           "The message to yourself arrived after about {seconds} s, and was removed."},
    Phrase{"send-test-mail-subject", "読み替え 送受信の確認 / Yomikae: sending and receiving",
           "読み替え 送受信の確認 / Yomikae: sending and receiving"},
    Phrase{
        "send-test-mail-text",
        "これは "
        "Yomikae(読み替え)が、送信と受信の設定を確かめるために、あなたのアドレスから同じアドレスへ送ったメールです。"
        "消してかまいません。返信は要りません。",
        "Yomikae sent this from your address to itself, to test that sending and receiving work. You may delete it; no "
        "reply is needed."},
    Phrase{"send-test-not-done-address",
           "確認メールは送りませんでした。このメールアドレスの形では、送る命令を安全に書けません。",
           "No test message was sent: this form of address cannot be written safely into the command."},
    Phrase{"send-test-not-done-budget",
           "確認メールは送りませんでした。断られたログインの回数が限度に達しているためです。しばらくしてからお試しくだ"
           "さい。",
           "No test message was sent: as many logins were refused as may be. Try again in a while."},
    Phrase{"send-test-not-done-mailbox",
           "確認メールは送りませんでした。ログインはできましたが、受信箱を開けなかったためです。",
           "No test message was sent: the login worked, but the mailbox could not be opened."},
    Phrase{"send-test-not-done-no-login", "確認メールは送りませんでした。--no-login ではログインをしないためです。",
           "No test message was sent: with --no-login there is no login."},
    Phrase{"send-test-not-done-no-password",
           "確認メールは送りませんでした。パスワードがないとログインできないためです。",
           "No test message was sent: without a password there is no login."},
    Phrase{"send-test-not-done-not-proven",
           "確認メールは送りませんでした。受信と送信の両方がログインで確かめられたときだけ送ります。",
           "No test message was sent: that needs receiving and sending both proven by a login."},
    Phrase{"send-test-not-done-sender-refused",
           "確認メールは送りませんでした。サーバーが、このアドレスを差出人とする送信を認めていないためです。",
           "No test message was sent: the server does not let this address send."},
    Phrase{"send-test-not-sent",
           "送信サーバーに確認メールを渡せませんでした。送っていません。しばらくしてからお試しください。",
           "The test message could not be handed to the server for sending; it was not sent. Try again in a while."},
    Phrase{"send-test-not-sent-login",
           "確認メールを送るためのログインに、送信サーバーが応じませんでした。送っていません。ログインは繰り返していま"
           "せん。",
           "The server for sending did not take the login this time. The test message was not sent, and the login not "
           "repeated."},
    Phrase{"send-test-progress-looking", "確認メールを受信箱で探しています({n}回目)",
           "looking into the inbox (number {n})"},
    Phrase{"send-test-progress-removing", "確認メールを削除しています", "removing the test message"},
    Phrase{"send-test-progress-sending", "確認メールを送っています", "sending the test message"},
    Phrase{"send-test-progress-waiting", "確認メールを送りました。{seconds}秒後に受信箱を見ます(Ctrl-C でやめられます)",
           "the test message was sent; looking into the inbox in {seconds} s (Ctrl-C stops)"},
    Phrase{"send-test-refused", "サーバーは確認メールを受け付けませんでした(「{said}」)。ログインはできています。",
           "The server refused the test message (\"{said}\"). The login itself works."},
    Phrase{"send-test-removal-needs-send-test", "--remove-test-message は --send-test といっしょに使います。",
           "--remove-test-message goes with --send-test."},
    Phrase{
        "send-test-sent-not-found",
        "確認メールは送れましたが、2分のうちには受信箱に見つかりませんでした。あとで受信箱(と迷惑メールフォルダ)"
        "を見てください。",
        "The test message was sent; not yet found within two minutes. Look into your inbox (and spam folder) later."},
    Phrase{"send-test-sent-not-looked",
           "確認メールは送れましたが、受信箱を見ることができませんでした。あとで受信箱(と迷惑メールフォルダ)"
           "を見てください。",
           "The test message was sent, but the mailbox could not be looked at. Look into your inbox (and spam folder) "
           "later."},
    Phrase{
        "send-test-sent-not-looked-login",
        "確認メールは送れましたが、受信サーバーが2回目のログインに応じませんでした。ログインは繰り返していません。あと"
        "で受信箱を見てください。",
        "The test message was sent, but the server for receiving did not take another login. It was not repeated. Look "
        "into your inbox later."},
    Phrase{"send-test-sent-not-looked-login-delay",
           "確認メールは送れました。このサーバーは続けてのログインに長い間隔を求めるので、受信箱は見ていません。あとで"
           "見てください。",
           "The test message was sent. This server wants a long pause between logins, so the mailbox was not looked "
           "at. Look "
           "later."},
    Phrase{"send-test-sent-not-looked-top",
           "確認メールは送れましたが、このサーバーではメールの見出しだけを読むことができないので、探せませんでした。あ"
           "とで受信箱を見てください。",
           "The test message was sent, but this server does not show headers, so it could not be looked for. Look into "
           "your "
           "inbox later."},
    Phrase{"send-test-unclear",
           "確認メールを送ったあとで通信が途切れ、受信箱にも見つかりませんでした。送られたかどうかはわかりません。あと"
           "で受信箱を見てください。",
           "The connection broke behind the test message, and it was not found. Whether it was sent is not known. Look "
           "into "
           "your inbox later."},
};

} // namespace

Phrases sendTestPhrases() {
    return Table;
}

} // namespace yomikae
