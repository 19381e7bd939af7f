// Verdicts, each with its shades, and what to do next.
#include "words/words.h"

#include <array>

namespace yomikae {

namespace {

constexpr std::array Table{
    Phrase{"advice-busy", "ほかのパソコンやスマホのメールアプリを閉じて、数分後にもう一度お試しください。パスワードは合っています。", "Close the mail apps on other devices and try again in a few minutes. The password is right."},
    Phrase{"advice-busy-perhaps", "ほかのパソコンやスマホのメールアプリを閉じて、数分後にもう一度お試しください。", "Close the mail apps on other devices and try again in a few minutes."},
    Phrase{"advice-clock", "このパソコンの日付と時刻が合っているか見てください。ずれていると、正しい証明書も使えません。", "See whether this computer's date and time are right. If not, good certificates are refused too."},
    Phrase{"advice-clock-ahead", "どのサーバーの証明書も、期限が過ぎているように見えます。許可する前に、このパソコンの日付と時刻(とくに「年」)が合っているか見てください。ずれていたら、直してから、もう一度お試しください。", "The certificates of all the servers look out of date. Before you allow anything, see whether this computer's date and time (above all the year) are right. If not, set them right and try again."},
    Phrase{"advice-closing", "このメールは{until:date}に終わる予定です。大切なメールの控えと、新しいアドレスの用意をお勧めします。", "This mail service is to end on {until:date}. Keep copies of important mail and get a new address in time."},
    Phrase{"advice-consent-certificate", "{host} の {port}番は、証明書を確かめられません。中身を見て、それでもつなぐかどうかを決めてください。分からないときは、やめておくのが安全です。", "The certificate of {host}, port {port}, cannot be checked. Look at it and decide whether to connect all the same. If in doubt, leave it."},
    Phrase{"advice-consent-cleartext", "{host} の {port}番には暗号化がありません。パスワードが途中で読まれてもよい場合だけ、許可してください。", "{host}, port {port}, has no encryption. Agree only if it does not matter that the password can be read on the way."},
    Phrase{"advice-consent-host", "{host} がこのプロバイダのサーバーかどうか、書類や公式ページで確かめてください。確かなら、許可すると続けられます。", "Check on the paper or the official pages whether {host} belongs to the provider. If it does, agree to go on."},
    Phrase{"advice-elsewhere", "ほかの窓か別のプログラムが、同じアカウントを確かめています。それが終わってから、もう一度お試しください。", "Another window or program is checking the same account. Try again when it is done."},
    Phrase{"advice-ended", "このアドレスでは、もうメールを受け取れません。サーバーの名前が他人のものになっているおそれがあるので、パスワードは送りません。", "Mail to this address does not arrive any more. The server's name may belong to somebody else today, so no password is sent."},
    Phrase{"advice-ended-note", "{note}", "{note}"},
    Phrase{"advice-imap-instead", "POP3 の入口が使えないので、受信の方式は IMAP になります。IMAP では、メールはサーバーに置いたまま読みます。メールアプリで消すとサーバーからも消え、サーバーがいっぱいになると新しいメールが届かなくなります。", "No port for POP3 can be used, so mail is received by IMAP. With IMAP the mail stays on the server: what is deleted in the mail app is gone from the server too, and when the server is full no new mail arrives."},
    Phrase{"advice-imap-open", "IMAP の入口は開いています。受信の方式を IMAP に変えると、使えるかもしれません。", "A port for IMAP is open. Receiving may work if you choose IMAP."},
    Phrase{"advice-later", "サーバーが休んでいるようです。10分ほど待って、もう一度お試しください。", "The server seems to be resting. Wait about ten minutes and try again."},
    Phrase{"advice-mailbox-full", "設定は、このままで大丈夫です。メールボックスがいっぱいのときは、たまったメールを受信するか、要らないメールを消すと、また届くようになります。", "The settings are right as they are. If the mailbox is full, receive the mail that waits there or delete what you do not need; then new mail arrives again."},
    Phrase{"advice-network", "Wi-Fi やケーブル、機内モードを見てください。ほかのページが開けば、もう一度お試しください。", "Look at Wi-Fi, cable and flight mode. When other pages open, try again."},
    Phrase{"advice-no-endpoint", "このプロバイダの、いまのサーバー名が分かっていません。プロバイダの案内を見てください。", "The names of this provider's servers today are not known. See the provider's own pages."},
    Phrase{"advice-no-more-logins", "続けて何度もログインすると、アカウントが止められることがあります。{minutes}分ほど待ってからお試しください。", "Many logins in a row can lock the account. Wait about {minutes} minutes before the next one."},
    Phrase{"advice-no-such-domain", "{domain} のメールサーバーは1つも見つかりませんでした。アドレスの @ から後ろに打ち間違いがないか、紙と見比べてください。合っていれば、サービスが終わっているか、サーバーが別の名前かもしれません。紙にサーバー名があれば、それも入れてください。", "No mail server of {domain} could be found. Compare what stands behind the @ with the paper. If it is right, the service may have ended or its servers may have other names: if the paper names a server, enter that too."},
    Phrase{"advice-nobody-answered", "どの入口からも返事がありません。ふつうのページが開くか、セキュリティソフトが止めていないかを見て、少したってからもう一度お試しください。", "Nothing answered at all. See whether other pages open and whether a security program is in the way, and try again a little later."},
    Phrase{"advice-note", "{note}", "{note}"},
    Phrase{"advice-oauth", "ブラウザの画面でログインするメールアプリ(OAuth 対応のもの)を使ってください。", "Use a mail app that signs in through the browser (OAuth)."},
    Phrase{"advice-oauth-apps", "ブラウザの画面でログインするメールアプリを使ってください。使えるもの:{apps}", "Use a mail app that signs in through the browser. These can: {apps}"},
    Phrase{"advice-other-name", "{host} の証明書は {other} のものでした。{other} はこのプロバイダのサーバーの名前です。書類の名前の代わりに {other} を入れて、もう一度お試しください。", "The certificate of {host} is for {other}, which is a server name of this provider. Enter {other} instead of the name on the paper and try again."},
    Phrase{"advice-other-network", "スマホの回線など、別の回線でもう一度試すと、この回線のせいかどうかが分かります。", "Try again on another network, such as a phone's. That shows whether this network is the cause."},
    Phrase{"advice-overwritten", "通信の途中にある機器(会社や学校の防火壁など)が、暗号化を消しているようです。別の回線でお試しください。", "Something on the way (a firewall at work or school) seems to remove encryption. Try another network."},
    Phrase{"advice-own-network", "プロバイダ自身の回線(その契約の光回線など)につないだ状態で、もう一度お試しください。", "Try again while connected through the provider's own line."},
    Phrase{"advice-password", "パスワードを入れると、ログインまで確かめられます。", "With the password the login can be proven too."},
    Phrase{"advice-pop3-open", "POP3 の入口は開いています。受信の方式を POP3 に変えると、使えるかもしれません。", "A port for POP3 is open. Receiving may work if you choose POP3."},
    Phrase{"advice-portal", "ブラウザを開いて、この回線の利用登録(ログイン画面)を済ませてから、もう一度お試しください。", "Open a browser, sign in on this network's own page, then try again."},
    Phrase{"advice-question", "{question}", "{question}"},
    Phrase{"advice-sender", "このままでは、このメールアドレスから送ったメールが断られます。書類のメールアドレスとアカウント名が、同じ人(同じ契約)のものか見比べてください。", "As it is, mail from this address is refused. See on the paper whether the mail address and the account name belong together."},
    Phrase{"advice-sending-server", "見つかった送信サーバーは、ログインを受け付けません。プロバイダの案内で、いまの送信サーバーの名前(465番か587番を使うもの)を調べてください。", "The sending server that was found takes no logins. Look up its name of today (one for port 465 or 587) on the provider's pages."},
    Phrase{"advice-shield", "ウイルス対策ソフトの「メールの検査」を一時的に止めて、もう一度お試しください。", "Pause the mail scan of the virus scanner and try again."},
    Phrase{"advice-starttls", "{host} の {port}番は、暗号化(STARTTLS)に対応しています。暗号化を「STARTTLS」にすれば、パスワードを読まれずにログインできます。", "Port {port} of {host} offers encryption (STARTTLS). Set the encryption to STARTTLS; then nobody can read the password on the way."},
    Phrase{"advice-step", "{step}", "{step}"},
    Phrase{"advice-step-url", "{step} {url}", "{step} {url}"},
    Phrase{"advice-step-where", "{step}(場所:{where})", "{step} (where: {where})"},
    Phrase{"advice-step-where-url", "{step}(場所:{where}) {url}", "{step} (where: {where}) {url}"},
    Phrase{"advice-support", "それでもだめなときは、プロバイダの案内を見るか、問い合わせてください。 {url}", "If it still does not work, see the provider's help pages or ask there. {url}"},
    Phrase{"advice-support-page", "プロバイダの案内: {url}", "The provider's help pages: {url}"},
    Phrase{"advice-tls-port", "{host} の {port}番は、つないだ直後から暗号化する入口でした。メールアプリでは、この番号の暗号化を「SSL/TLS」にするか、プロバイダの案内にある番号を使ってください。", "Port {port} of {host} speaks TLS from the first byte. In the mail app set the encryption of this port to SSL/TLS, or use the port that the provider's pages name."},
    Phrase{"advice-turned-round", "25番での送信は、この回線の途中で別のサーバーに回されているようです。そこにパスワードを渡さないように、止めました。プロバイダの案内で、465番か587番を使う送信サーバーを調べてください。", "Sending through port 25 seems to be turned round to another server on this network. Sending there was stopped so that this server does not get the password. Look up the provider's sending server for port 465 or 587."},
    Phrase{"advice-typing", "書類のパスワードとアカウント名を、一文字ずつ見比べてください。大文字と小文字、0(ゼロ)と O(オー)、1(イチ)と l(エル)が似ています。あとで変えたことがあれば、新しいほうです。", "Compare password and account name with the paper, letter by letter: capitals, 0 and O, 1 and l look alike. If you changed it later, the new one counts."},
    Phrase{"advice-unclear", "サーバーが途中で切ったので、パスワードが合っているか分かりません。少し待って、もう一度だけお試しください。", "The server hung up, so nobody knows whether the password is right. Wait a little and try just once more."},
    Phrase{"advice-unknown-provider", "このアドレスのプロバイダは登録がありません。プロバイダの案内で、いまのサーバー名を調べてください。", "This address's provider is not known here. Look up today's server names on the provider's pages."},
    Phrase{"advice-wait", "少なくとも1時間は、ログインを試さずにお待ちください。続けると、止められる時間が延びることがあります。", "Wait for at least an hour without any login. Trying on can make the lock longer."},
    Phrase{"advice-webmail", "同じパスワードで、ウェブメールにログインできるか試してください。入れなければ、パスワードを決め直す手続きが近道です。 {url}", "Try the same password in the web mail. If that fails too, setting a new password is the shortest way. {url}"},
    Phrase{"verdict-incoming-only", "受信だけ使えます。送信は、まだ確認できていません。", "Receiving works. Sending could not be proven yet."},
    Phrase{"verdict-incoming-only-imap-instead", "受信だけ使えます(POP3 が使えなかったので、IMAP でログインを確認しました)。送信は、まだ確認できていません。", "Receiving works (by IMAP, because POP3 could not be used). Sending could not be proven yet."},
    Phrase{"verdict-incoming-only-reached", "受信の入口は開いています(パスワードは試していません)。送信の入口は、まだ確認できていません。", "The port for receiving is open (no password was tried). None for sending could be proven yet."},
    Phrase{"verdict-locked", "安全のため止めました(続けるとアカウントがロックされます)。", "Stopped for safety (going on would lock the account)."},
    Phrase{"verdict-locked-by-server", "サーバーがログインを一時的に止めています。安全のため、ここで止めました。", "The server has locked logins for the time being. It was stopped there for safety."},
    Phrase{"verdict-locked-elsewhere", "同じアカウントを、ほかの窓か別のプログラムが確かめています。安全のため、ここではログインを試していません。", "Another window or program is checking the same account. For safety no login was tried here."},
    Phrase{"verdict-needs-action", "先に設定が必要です。", "Something must be set up first."},
    Phrase{"verdict-needs-consent", "続けるには確認が必要です。", "Your consent is needed to go on."},
    Phrase{"verdict-network-down", "インターネットにつながっていません。", "There is no connection to the internet."},
    Phrase{"verdict-nothing-works", "どの入口も使えませんでした。", "None of the ports could be used."},
    Phrase{"verdict-nothing-works-cancelled", "中止しました。まだ何も確認できていません。", "Stopped. Nothing has been proven yet."},
    Phrase{"verdict-nothing-works-certificates", "安全に使える入口が見つかりませんでした。パスワードは送っていません。", "No port was found that is safe to use. No password was sent."},
    Phrase{"verdict-nothing-works-later", "いまはサーバーの都合で確認できません。時間をおいて、もう一度お試しください。", "The server cannot answer this just now. Try again after a while."},
    Phrase{"verdict-nothing-works-portal", "この回線は、まだインターネットに出ていないようです。", "This network does not seem to let you onto the internet yet."},
    Phrase{"verdict-nothing-works-untried", "確かめる入口が分かりませんでした。", "No port to try is known."},
    Phrase{"verdict-oauth-only", "このメールはアプリ専用のログインが必要です。", "This mail needs an app's own sign-in (OAuth)."},
    Phrase{"verdict-outgoing-only", "送信だけ使えます。受信は、まだ確認できていません。", "Sending works. Receiving could not be proven yet."},
    Phrase{"verdict-outgoing-only-reached", "送信の入口は開いています(パスワードは試していません)。受信の入口は、まだ確認できていません。", "The port for sending is open (no password was tried). None for receiving could be proven yet."},
    Phrase{"verdict-outgoing-only-sender-refused", "送信のログインは確認できましたが、サーバーはこのメールアドレスを差出人として断りました。受信は、まだ確認できていません。", "The login for sending succeeded, but the server refuses this address as the sender. Receiving could not be proven yet."},
    Phrase{"verdict-password-refused", "パスワードかアカウント名が受け付けられませんでした。", "The password or the account name was not accepted."},
    Phrase{"verdict-password-refused-stopped", "パスワードかアカウント名が受け付けられませんでした。アカウントがロックされないように、ここで止めました。", "The password or the account name was not accepted. It was stopped there, so that the account does not get locked."},
    Phrase{"verdict-provider-ended", "このサービスは終わりました。", "This service has ended."},
    Phrase{"verdict-provider-ended-impossible", "このメールは、メールアプリでは使えません。", "This mail cannot be used with a mail app."},
    Phrase{"verdict-provider-ended-on", "このサービスは{until:date}に終わりました。", "This service ended on {until:date}."},
    Phrase{"verdict-reachable", "入口は開いています(パスワードは試していません)。", "The ports are open (no password was tried)."},
    Phrase{"verdict-works", "使えます。受信も送信も、ログインできることを確認しました。", "It works. Receiving and sending were both proven by a login."},
    Phrase{"verdict-works-imap-instead", "使えます。POP3 が使えなかったので、受信は IMAP で、ログインできることを確認しました。送信も確認しました。", "It works. POP3 could not be used, so receiving was proven by a login with IMAP; sending was proven too."},
    Phrase{"verdict-works-recipient-refused", "使えます。受信も送信も、ログインできることを確認しました。ただし、このメールボックスは、いまは新しいメールを受け取れないようです(いっぱいになっているなど)。", "It works. Receiving and sending were both proven by a login. But this mailbox seems to take no new mail just now (it may be full)."},
    Phrase{"verdict-works-sender-refused", "受信も送信もログインできましたが、送信のサーバーは、このメールアドレスを差出人として断りました。このままでは送れません。", "Both logins succeeded, but the server for sending refuses this address as the sender. As it is, no mail can be sent from it."},
};

} // namespace

Phrases verdictPhrases() {
    return Table;
}

} // namespace yomikae
