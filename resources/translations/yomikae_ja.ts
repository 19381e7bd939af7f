<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en_US">
<context>
    <name>yomikae::ui::AttemptDetails</name>
    <message>
        <source>The conversation (C: this computer, S: the server; secrets are struck out)</source>
        <translation>やりとり(C:このパソコン、S:サーバー。秘密の文字は伏せてあります)</translation>
    </message>
    <message>
        <source>The conversation with the server</source>
        <translation>サーバーとのやりとり</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>くわしい表示を閉じる</translation>
    </message>
    <message>
        <source>Nothing is known about this door yet.</source>
        <translation>この入口のことは、まだ何も分かっていません。</translation>
    </message>
</context>
<context>
    <name>yomikae::ui::AttemptText</name>
    <message>
        <source>Address: %1</source>
        <translation>つないだ先(IP アドレス):%1</translation>
    </message>
    <message>
        <source>Time: %1 s, from second %2 of the check on</source>
        <translation>時間:%1 秒(始めてから %2 秒の時点から)</translation>
    </message>
    <message>
        <source>User name: %1</source>
        <translation>ユーザー名:%1</translation>
    </message>
    <message>
        <source>Certificate of: %1</source>
        <translation>証明書の持ち主:%1</translation>
    </message>
    <message>
        <source>For the servers: %1</source>
        <translation>対象のサーバー:%1</translation>
    </message>
    <message>
        <source>Made by: %1</source>
        <translation>発行元:%1</translation>
    </message>
    <message>
        <source>Valid from %1 to %2</source>
        <translation>期限:%1から%2まで</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256): %1</source>
        <translation>指紋(SHA-256):%1</translation>
    </message>
    <message>
        <source>Encryption: %1 (%2, %3)</source>
        <translation>暗号化:%1(%2、%3)</translation>
    </message>
    <message>
        <source>Encryption: %1</source>
        <translation>暗号化:%1</translation>
    </message>
</context>
<context>
    <name>yomikae::ui::CertificatePage</name>
    <message>
        <source>The list of providers is still being read. One moment, please.</source>
        <translation>プロバイダの一覧を読み込んでいます。少しお待ちください。</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>貼り付けから</translation>
    </message>
    <message>
        <source>Full-width letters were made half-width.</source>
        <translation>全角の文字を半角に直しました。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>✓ taken over</source>
        <translation>✓ 受け取りました</translation>
    </message>
    <message>
        <source>This is practice: only servers inside this program are contacted.</source>
        <translation>いまは練習です。このプログラムの中のサーバーとだけ話します。</translation>
    </message>
    <message>
        <source>Fill in from the sample paper</source>
        <translation>見本のとおりに入れる</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>This was not understood as a date.</source>
        <translation>日付として読めませんでした。</translation>
    </message>
    <message>
        <source>This is no port number (1 to 65535).</source>
        <translation>ポート番号は1から65535までの数字です。</translation>
    </message>
    <message>
        <source>Please copy what your paper says</source>
        <translation>紙に書いてあるとおりに入れてください</translation>
    </message>
    <message>
        <source>Port numbers or a date are there too</source>
        <translation>ポート番号や発行日も書いてある</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>読み替える</translation>
    </message>
    <message>
        <source>Look at the part of your paper that is marked with ▶ here.</source>
        <translation>お手もとの紙の、▶ の印の項目を見てください。</translation>
    </message>
</context>
<context>
    <name>yomikae::ui::ChangeTexts</name>
    <message>
        <source>%1: on the paper %2, now %3</source>
        <translation>%1。紙では %2、いまは %3</translation>
    </message>
    <message>
        <source>(as typed)</source>
        <translation>(入力済み)</translation>
    </message>
    <message>
        <source>(not typed)</source>
        <translation>(まだ入れていません)</translation>
    </message>
    <message>
        <source>(not on the paper)</source>
        <translation>(紙にはありません)</translation>
    </message>
    <message>
        <source>✓ as it is</source>
        <translation>✓ そのまま</translation>
    </message>
    <message>
        <source>→ not needed any more</source>
        <translation>→ いまは使いません</translation>
    </message>
    <message>
        <source>enter it on the page before</source>
        <translation>前のページで入れられます</translation>
    </message>
    <message>
        <source>? not known yet</source>
        <translation>? まだ分かりません</translation>
    </message>
    <message>
        <source>→ %1</source>
        <translation>→ %1</translation>
    </message>
    <message>
        <source>%1 How sure: %2</source>
        <translation>%1 確かさ:%2</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1から</translation>
    </message>
    <message>
        <source>Not checked yet. The next page checks it.</source>
        <translation>まだ確かめていません。次のページで確かめます。</translation>
    </message>
    <message>
        <source> / </source>
        <translation> / </translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>出典:%1</translation>
    </message>
    <message>
        <source>Source: %1 (read on %2)</source>
        <translation>出典:%1(%2に確認)</translation>
    </message>
    <message>
        <source>You entered this value. The next page tries it first.</source>
        <translation>ご自分で入れた値です。次のページで、まずこれを確かめます。</translation>
    </message>
</context>
<context>
    <name>yomikae::ui::CheckModel</name>
    <message>
        <source>waiting</source>
        <translation>待っています</translation>
    </message>
    <message>
        <source>done</source>
        <translation>終わりました</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>つないでいます</translation>
    </message>
    <message>
        <source>waiting for the greeting</source>
        <translation>挨拶を待っています</translation>
    </message>
    <message>
        <source>encrypting</source>
        <translation>暗号化しています</translation>
    </message>
    <message>
        <source>asking what it can do</source>
        <translation>使える機能を聞いています</translation>
    </message>
    <message>
        <source>logging in</source>
        <translation>ログインしています</translation>
    </message>
    <message>
        <source>%1
%2, port %3</source>
        <translation>%1
%2 %3番</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>入口</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>暗号化</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>いま</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>checking the sender</source>
        <translation>送信元を確かめています</translation>
    </message>
</context>
<context>
    <name>yomikae::ui::CheckPage</name>
    <message>
        <source>Checking with the servers</source>
        <translation>サーバーで確かめます</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Check once more</source>
        <translation>もう一度確かめる</translation>
    </message>
    <message>
        <source>Correct the password</source>
        <translation>パスワードを直す</translation>
    </message>
    <message>
        <source>Every door. Choose a row to see the conversation. The six marks: name, connection, greeting, encryption, abilities, login.</source>
        <translation>すべての入口です。行を選ぶと、やりとりが見られます。6つの印は、名前・接続・挨拶・暗号・機能・ログインの順です。</translation>
    </message>
    <message>
        <source>Every door and what it answered</source>
        <translation>すべての入口と、その返事</translation>
    </message>
    <message>
        <source>Start checking</source>
        <translation>つないで確かめる</translation>
    </message>
    <message>
        <source>See the result</source>
        <translation>結果を見る</translation>
    </message>
    <message>
        <source>This computer&apos;s date looks wrong. Please set date and time first, or no certificate can be checked.</source>
        <translation>このパソコンの日付が違うようです。日付と時刻を合わせてから確かめてください。ずれていると、証明書を確かめられません。</translation>
    </message>
    <message>
        <source>Nothing is contacted</source>
        <translation>どこにもつなぎません</translation>
    </message>
    <message>
        <source>This mail cannot be reached by a mail app any more. Its servers&apos; names may belong to somebody else today, so nothing is sent there.</source>
        <translation>このメールは、もうメールアプリでは使えません。サーバーの名前が他人のものになっているおそれがあるので、何も送りません。</translation>
    </message>
    <message>
        <source>No server is known that could be tried. Go back to answer the question, or to enter a server under &quot;Something here is wrong&quot;.</source>
        <translation>確かめるサーバーが分かりません。前のページに戻って、質問に答えるか、「この内容は違う(自分で直す)」にサーバー名を入れてください。</translation>
    </message>
    <message>
        <source>This is practice: everything happens inside this computer.</source>
        <translation>練習です。すべてこのパソコンの中だけで行います。</translation>
    </message>
    <message>
        <source>This computer will connect to these servers</source>
        <translation>これから、次のサーバーにつなぎます</translation>
    </message>
    <message>
        <source>No password was entered, so none is sent. How far the servers answer can still be seen.</source>
        <translation>パスワードは入っていないので、送りません。サーバーの入口までを確かめます。</translation>
    </message>
    <message>
        <source>This mail is opened by a sign-in page; the password is not sent.</source>
        <translation>このメールは専用の画面でログインするので、パスワードは送りません。</translation>
    </message>
    <message>
        <source>Some servers take their time to answer: %1 s more at most.</source>
        <translation>返事に時間のかかるサーバーがあります。あと長くても %1 秒です。</translation>
    </message>
    <message>
        <source>Servers that you entered (the password is sent there too):</source>
        <translation>ご自分で入れたサーバー(パスワードも送ります):</translation>
    </message>
    <message>
        <source>Servers that you entered:</source>
        <translation>ご自分で入れたサーバー:</translation>
    </message>
    <message>
        <source>The password goes only to the servers that you entered, and only encrypted.</source>
        <translation>パスワードは、ご自分で入れたサーバーにだけ、暗号化して送ります。</translation>
    </message>
    <message>
        <source>The password goes only to the provider&apos;s own servers and to those that you entered, and only encrypted.</source>
        <translation>パスワードは、プロバイダ自身のサーバーと、ご自分で入れたサーバーにだけ、暗号化して送ります。</translation>
    </message>
    <message>
        <source>Make the sheet without checking</source>
        <translation>確かめずにシートを作る</translation>
    </message>
    <message>
        <source>The password goes only to the provider&apos;s own servers, and only encrypted.</source>
        <translation>パスワードは、プロバイダ自身のサーバーにだけ、暗号化して送ります。</translation>
    </message>
    <message>
        <source>Receiving and sending are settled. The other doors are looked at; you need not wait.</source>
        <translation>受信も送信も分かりました。ほかの入口も見ていますが、待たなくてもだいじょうぶです。</translation>
    </message>
    <message>
        <source>Checking. This usually takes some ten seconds, %1 s at most.</source>
        <translation>確かめています。ふつうは10秒ほどで終わります(長くても %1 秒)。</translation>
    </message>
    <message>
        <source>Servers of the provider:</source>
        <translation>プロバイダのサーバー</translation>
    </message>
    <message>
        <source>Only to see whether they answer, without a password:</source>
        <translation>返事があるかどうかだけを見る相手(パスワードは送りません)</translation>
    </message>
    <message>
        <source>First %1 is asked what it publishes about its mail (without your name).</source>
        <translation>はじめに、%1 が公開しているメールの設定を調べます(お名前は送りません)。</translation>
    </message>
    <message>
        <source>Asking what %1 publishes about its mail: %2 s at most.</source>
        <translation>%1 が公開している設定を調べています。あと長くても %2 秒。</translation>
    </message>
</context>
<context>
    <name>yomikae::ui::ConfirmationBox</name>
    <message>
        <source>What worked can be handed on to those who look after the list of providers, without your name: the file holds this text and nothing else. It is not sent anywhere.</source>
        <translation>確認できたことを、名前なしのファイルにできます。プロバイダの一覧を手入れする人に渡すと、ほかの人の役に立ちます。ファイルに入るのは、下の文字だけです。どこにも送りません。</translation>
    </message>
    <message>
        <source>What will be saved</source>
        <translation>保存される内容</translation>
    </message>
    <message>
        <source>Save the proven settings without names</source>
        <translation>確認できた設定を、名前なしで保存する</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>保存しました:%1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 に保存できませんでした:%2</translation>
    </message>
</context>
<context>
    <name>yomikae::ui::ConsentCard</name>
    <message>
        <source>Leave it</source>
        <translation>やめておく</translation>
    </message>
    <message>
        <source>Go on, this once</source>
        <translation>今回だけ続ける</translation>
    </message>
    <message>
        <source>Send the password without encryption?</source>
        <translation>暗号化なしで、パスワードを送りますか?</translation>
    </message>
    <message>
        <source>%1, port %2, has no encryption (SSL/TLS).</source>
        <translation>%1 の %2番には、暗号化(SSL/TLS)がありません。</translation>
    </message>
    <message>
        <source>Anybody on the way, for example on the same Wi-Fi, could read the password and the mail.</source>
        <translation>同じ Wi-Fi の人など、途中にいるだれかが、パスワードやメールを読めてしまいます。</translation>
    </message>
    <message>
        <source>Trust this server&apos;s certificate?</source>
        <translation>このサーバーの証明書を信用しますか?</translation>
    </message>
    <message>
        <source>The certificate of %1, port %2, cannot be checked.</source>
        <translation>%1 の %2番は、証明書を確かめられません。</translation>
    </message>
    <message>
        <source>It may be another server that only pretends to be this one. It would get the password.</source>
        <translation>本物のふりをした別のサーバーかもしれません。その場合、パスワードが知られてしまいます。</translation>
    </message>
    <message>
        <source>Does this server belong to your provider?</source>
        <translation>これは、お使いのプロバイダのサーバーですか?</translation>
    </message>
    <message>
        <source>The password would go to %1, port %2, encrypted. No list of ours names this server.</source>
        <translation>続けると、%1 の %2番に、暗号化してパスワードを送ります。このサーバーは、こちらの一覧にありません。</translation>
    </message>
    <message>
        <source>An old name may belong to a stranger today. Go on only if the paper or the provider&apos;s own pages name this server.</source>
        <translation>古い名前は、いまは知らない人のものかもしれません。紙やプロバイダの公式ページに、この名前があるときだけ続けてください。</translation>
    </message>
</context>
<context>
    <name>yomikae::ui::CorrectionForm</name>
    <message>
        <source>Receiving</source>
        <translation>受信</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>ポート番号</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>暗号化</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>ユーザー名</translation>
    </message>
    <message>
        <source>Check with these values</source>
        <translation>この値を使う</translation>
    </message>
    <message>
        <source>Back to the provider&apos;s values</source>
        <translation>もとの値に戻す</translation>
    </message>
    <message>
        <source>This is not the name of a server. It looks like mail.example.jp.</source>
        <translation>サーバーの名前の形になっていません。mail.example.jp のような形で入れてください。</translation>
    </message>
    <message>
        <source>The user name holds something that mail cannot carry.</source>
        <translation>ユーザー名に、メールでは使えない文字があります。</translation>
    </message>
</context>
<context>
    <name>yomikae::ui::HalfCard</name>
    <message>
        <source>Receiving</source>
        <translation>受信</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>– no server is known</source>
        <translation>– サーバーが分かりません</translation>
    </message>
    <message>
        <source>○ waiting</source>
        <translation>○ 待っています</translation>
    </message>
    <message>
        <source>… connecting</source>
        <translation>… つないでいます</translation>
    </message>
    <message>
        <source>… logging in</source>
        <translation>… ログインしています</translation>
    </message>
    <message>
        <source>? your answer is needed</source>
        <translation>? 確認が必要です</translation>
    </message>
    <message>
        <source>✓ open (no password tried)</source>
        <translation>✓ 入口は開いています(パスワードは試していません)</translation>
    </message>
    <message>
        <source>✓ proven</source>
        <translation>✓ 確認できました</translation>
    </message>
    <message>
        <source>✕ not proven</source>
        <translation>✕ 確認できませんでした</translation>
    </message>
    <message>
        <source>%1, port %2, %3</source>
        <translation>%1 %2番 %3</translation>
    </message>
    <message>
        <source>… checking the sender</source>
        <translation>… 送信元を確かめています</translation>
    </message>
</context>
<context>
    <name>yomikae::ui::HelpBox</name>
    <message>
        <source>No paper, or no password?</source>
        <translation>紙やパスワードがないとき</translation>
    </message>
    <message>
        <source>The provider can send the paper again or give you a new password. Have ready: the name of the contract&apos;s holder, address, telephone number, and if you have it the customer number (it is on bills, too). If mail still works on another device, that device knows server and account name.</source>
        <translation>プロバイダに頼むと、書類を送り直してもらうか、パスワードを新しくしてもらえます。契約した人の名前、住所、電話番号と、わかればお客様番号(請求書にもあります)を用意してください。ほかのパソコンでメールが使えているなら、そのメールアプリの設定に、サーバーとアカウントの名前があります。</translation>
    </message>
    <message>
        <source>Open the provider&apos;s help pages</source>
        <translation>プロバイダの案内を開く</translation>
    </message>
</context>
<context>
    <name>yomikae::ui::PasswordRow</name>
    <message>
        <source>may be left empty</source>
        <translation>空でも大丈夫です</translation>
    </message>
    <message>
        <source>the one from the pasted text</source>
        <translation>貼り付けた文字から受け取りました</translation>
    </message>
    <message>
        <source>Without a password the servers can still be reached and looked at.</source>
        <translation>パスワードなしでも、サーバーの入口までは確かめられます。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>見せる</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>パスワードを見せる</translation>
    </message>
    <message>
        <source>l (small L) and 1 (one), O (letter) and 0 (zero) look alike. Tick &quot;Show&quot; to compare.</source>
        <translation>l(小文字のエル)と1(いち)、O(英字のオー)と0(ゼロ)は似ています。「見せる」で見比べられます。</translation>
    </message>
    <message>
        <source>There are full-width or Japanese letters in it. Passwords rarely have them.</source>
        <translation>全角の文字か日本語が入っています。日本語入力がオンになっていませんか?</translation>
    </message>
    <message>
        <source>It begins or ends with a blank. Is that on the paper?</source>
        <translation>最初か最後に空白が入っています。紙のとおりですか?</translation>
    </message>
    <message>
        <source>Make them half-width</source>
        <translation>半角に直す</translation>
    </message>
    <message>
        <source>Take the blank away</source>
        <translation>空白を取る</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on: letters come out as capitals.</source>
        <translation>Caps Lock がオンのようです。文字が大文字になります。</translation>
    </message>
</context>
<context>
    <name>yomikae::ui::PasteBox</name>
    <message>
        <source>Nothing in this text looked like the settings of a paper.</source>
        <translation>貼り付けた文字の中に、メールの設定らしいものが見つかりませんでした。</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>%1行目: %2</translation>
    </message>
    <message>
        <source>✓ All of it was understood.</source>
        <translation>✓ すべて読み取れました。</translation>
    </message>
    <message>
        <source>Please look at this again:</source>
        <translation>もう一度、紙と見比べてください:</translation>
    </message>
    <message>
        <source>Paste the text of a paper</source>
        <translation>書類の文字を貼り付ける</translation>
    </message>
    <message>
        <source>Text of the paper</source>
        <translation>書類の文字</translation>
    </message>
    <message>
        <source>Paste it here, all of it. Nothing is sent anywhere.</source>
        <translation>書類の文字を、ここに全部貼り付けてください。どこにも送りません。</translation>
    </message>
    <message>
        <source>Put it into the fields</source>
        <translation>上の欄に入れる</translation>
    </message>
</context>
<context>
    <name>yomikae::ui::ProviderLine</name>
    <message>
        <source>Do you mean %1?</source>
        <translation>%1 のことですか?</translation>
    </message>
    <message>
        <source>Yes, correct it</source>
        <translation>はい、直す</translation>
    </message>
    <message>
        <source>There are letters other than a to z in %1. Its name on the network is %2. Is that what the paper says?</source>
        <translation>%1 には、ふつうの英字(a〜z)でない文字があります。通信では %2 という名前になります。紙のとおりですか。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>The provider of this address is not in the list. We find out as we go.</source>
        <translation>このアドレスのプロバイダは登録がありません。調べながら進めます。</translation>
    </message>
    <message>
        <source>Choose it by name</source>
        <translation>名前で選ぶ</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>プロバイダ</translation>
    </message>
    <message>
        <source>(not in this list)</source>
        <translation>(この一覧にない)</translation>
    </message>
</context>
<context>
    <name>yomikae::ui::QuestionCard</name>
    <message>
        <source>Answer</source>
        <translation>答える</translation>
    </message>
    <message>
        <source>Change the last answer</source>
        <translation>前の答えを直す</translation>
    </message>
    <message>
        <source>✓ The questions are answered</source>
        <translation>✓ 質問は終わりました</translation>
    </message>
    <message>
        <source>One question</source>
        <translation>教えてください(1つ)</translation>
    </message>
    <message numerus="yes">
        <source>%n questions, one at a time</source>
        <translation>
            <numerusform>教えてください(%n つを、1つずつ)</numerusform>
        </translation>
    </message>
    <message>
        <source>(for example: %1)</source>
        <translation>(例:%1)</translation>
    </message>
</context>
<context>
    <name>yomikae::ui::ResultPage</name>
    <message>
        <source>✓ Copied</source>
        <translation>✓ コピーしました</translation>
    </message>
    <message>
        <source>Copy the record</source>
        <translation>記録をコピー</translation>
    </message>
    <message>
        <source>The result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>What is left to do</source>
        <translation>まだ残っていること</translation>
    </message>
    <message>
        <source>Check once more</source>
        <translation>もう一度確かめる</translation>
    </message>
    <message>
        <source>Correct the password</source>
        <translation>パスワードを直す</translation>
    </message>
    <message>
        <source>The provider&apos;s help pages</source>
        <translation>プロバイダの案内を開く</translation>
    </message>
    <message>
        <source>More</source>
        <translation>くわしく</translation>
    </message>
    <message>
        <source>Every door</source>
        <translation>すべての入口</translation>
    </message>
    <message>
        <source>Every door and what it answered</source>
        <translation>すべての入口と、その返事</translation>
    </message>
    <message>
        <source>A record for the provider&apos;s support desk. There is no password in it.</source>
        <translation>プロバイダに問い合わせるときの記録です。パスワードは入っていません。</translation>
    </message>
    <message>
        <source>Make the sheet</source>
        <translation>シートを作る</translation>
    </message>
    <message>
        <source>The password is the one on your paper, or the one you set later. It is not shown here.</source>
        <translation>パスワードは、紙に書いてあるもの(あとで変えたときは新しいもの)です。ここには出しません。</translation>
    </message>
    <message>
        <source>! These values have not been checked with the servers yet.</source>
        <translation>! これらの値は、まだサーバーで確かめていません。</translation>
    </message>
</context>
<context>
    <name>yomikae::ui::SettingsCard</name>
    <message>
        <source>(not known)</source>
        <translation>(分かりません)</translation>
    </message>
    <message>
        <source>Copy all of these</source>
        <translation>まとめてコピー</translation>
    </message>
    <message>
        <source>Copy all: %1</source>
        <translation>まとめてコピー:%1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>コピー:%1</translation>
    </message>
    <message>
        <source>✓ Copied</source>
        <translation>✓ コピーしました</translation>
    </message>
</context>
<context>
    <name>yomikae::ui::SheetPage</name>
    <message>
        <source>Your settings sheet</source>
        <translation>設定シート</translation>
    </message>
    <message>
        <source>Words of the mail app</source>
        <translation>どのメールアプリの言葉で書くか</translation>
    </message>
    <message>
        <source>Language of the sheet</source>
        <translation>シートの言葉</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Print it on the sheet</source>
        <translation>シートに印刷する</translation>
    </message>
    <message>
        <source>Print the password on the sheet</source>
        <translation>パスワードをシートに印刷する</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF に保存する</translation>
    </message>
    <message>
        <source>Nothing stays on this computer but what you print or save.</source>
        <translation>印刷や保存をしたもののほかは、このパソコンに何も残りません。</translation>
    </message>
    <message>
        <source>How the sheet will look</source>
        <translation>シートの見本</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷する</translation>
    </message>
    <message>
        <source>Any app</source>
        <translation>どのアプリでも</translation>
    </message>
    <message>
        <source>%1 (no longer looked after)</source>
        <translation>%1(サポート終了)</translation>
    </message>
    <message>
        <source>No password was entered. The sheet has an empty box to write it in.</source>
        <translation>パスワードは入っていません。シートには、手で書く空欄があります。</translation>
    </message>
    <message>
        <source>The password stands on the sheet. Keep it where nobody else sees it.</source>
        <translation>シートにパスワードが入ります。人に見られない所にしまってください。</translation>
    </message>
    <message>
        <source>The sheet has an empty box to write it in. That is safer.</source>
        <translation>シートには空欄ができます。あとで手で書くほうが安全です。</translation>
    </message>
    <message>
        <source>These values have not been checked with the servers. The sheet says so.</source>
        <translation>サーバーで確かめていない値です。シートにもそう書きます。</translation>
    </message>
    <message>
        <source>Mail settings</source>
        <translation>メール設定シート</translation>
    </message>
    <message>
        <source>Print the sheet</source>
        <translation>シートの印刷</translation>
    </message>
    <message>
        <source>The sheet was sent to the printer.</source>
        <translation>シートをプリンターに送りました。</translation>
    </message>
    <message>
        <source>The printer did not take the sheet. Look whether it is on and has paper.</source>
        <translation>プリンターが受け付けませんでした。電源と紙を見てください。</translation>
    </message>
    <message>
        <source>Save the sheet</source>
        <translation>シートの保存</translation>
    </message>
    <message>
        <source>mail-settings.pdf</source>
        <translation>メール設定シート.pdf</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>保存しました:%1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 に保存できませんでした:%2</translation>
    </message>
    <message>
        <source>Large print</source>
        <translation>大きな文字にする</translation>
    </message>
    <message>
        <source>On a phone: put the sheet beside it and type the values in its order. The words are those on the phone&apos;s screen.</source>
        <translation>スマホに入れるときは、シートを横に置いて、上から順に打ち込んでください。項目の名前は、スマホの画面と同じです。</translation>
    </message>
    <message>
        <source>In large print</source>
        <translation>大きな文字にする</translation>
    </message>
</context>
<context>
    <name>yomikae::ui::StartPage</name>
    <message>
        <source>Practice could not be started: this computer gave no free port.</source>
        <translation>練習を始められませんでした。このパソコンで、空いているポートが見つかりませんでした。</translation>
    </message>
    <message>
        <source>The date of this computer (%1) seems to be wrong. Please set it first: with a wrong date no server can be checked.</source>
        <translation>このパソコンの日付(%1)が合っていないようです。先に日付を直してください。日付がずれていると、サーバーを確かめられません。</translation>
    </message>
    <message>
        <source>What would you like to do today?</source>
        <translation>きょうは何をしますか</translation>
    </message>
    <message>
        <source>Set up mail on a new PC or phone</source>
        <translation>新しいパソコンやスマホにメールを設定する</translation>
    </message>
    <message>
        <source>Turns the settings on your paper into those that work today.</source>
        <translation>紙に書いてある設定を、いま使える設定に直します。</translation>
    </message>
    <message>
        <source>A mail app stopped working, or was upgraded</source>
        <translation>メールアプリが急に使えなくなった・新しくなった</translation>
    </message>
    <message>
        <source>Finds out what changed and tells you how to mend it.</source>
        <translation>どこが変わったのかを調べて、直し方をお伝えします。</translation>
    </message>
    <message>
        <source>Print the right settings on paper</source>
        <translation>正しい設定を紙に印刷する</translation>
    </message>
    <message>
        <source>Makes one sheet for you to keep.</source>
        <translation>手もとに残せる1枚のシートを作ります。</translation>
    </message>
    <message>
        <source>Practise first (Renshu Net)</source>
        <translation>練習してみる(れんしゅうネット)</translation>
    </message>
    <message>
        <source>Nothing real is contacted. Which situation would you like to practise?</source>
        <translation>本物のサーバーにはつなぎません。どの場面を練習しますか?</translation>
    </message>
    <message>
        <source>The password on the paper is an old one</source>
        <translation>紙のパスワードが古い場面</translation>
    </message>
    <message>
        <source>Port 25 is closed</source>
        <translation>25番が閉じている場面</translation>
    </message>
    <message>
        <source>An old server without encryption</source>
        <translation>暗号化のない古いサーバーの場面</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has run out</source>
        <translation>サーバーの証明書が期限切れの場面</translation>
    </message>
    <message>
        <source>Everything goes well</source>
        <translation>すべてうまくいく場面</translation>
    </message>
    <message>
        <source>What you type stays on this computer. The password is only ever sent to the provider&apos;s own servers, encrypted, when you check; it is saved nowhere.</source>
        <translation>入力したことは、このパソコンの中だけで使います。パスワードは、確かめるときにプロバイダのサーバーへ暗号化して送るだけで、どこにも保存しません。</translation>
    </message>
</context>
<context>
    <name>yomikae::ui::StepList</name>
    <message>
        <source>Where: %1</source>
        <translation>場所:%1</translation>
    </message>
    <message>
        <source>Open the page %1</source>
        <translation>%1 のページを開く</translation>
    </message>
</context>
<context>
    <name>yomikae::ui::StepRail</name>
    <message>
        <source>%1: done</source>
        <translation>%1: 済みました</translation>
    </message>
    <message>
        <source>%1: you are here</source>
        <translation>%1: いまここです</translation>
    </message>
    <message>
        <source>%1: to come</source>
        <translation>%1: このあとです</translation>
    </message>
    <message>
        <source>Text size and colours</source>
        <translation>文字の大きさと色</translation>
    </message>
    <message>
        <source>Smaller letters</source>
        <translation>文字を小さく</translation>
    </message>
    <message>
        <source>Smaller letters (Ctrl −)</source>
        <translation>文字を小さく (Ctrl −)</translation>
    </message>
    <message>
        <source>Larger letters</source>
        <translation>文字を大きく</translation>
    </message>
    <message>
        <source>Larger letters (Ctrl +)</source>
        <translation>文字を大きく (Ctrl +)</translation>
    </message>
    <message>
        <source>Light or dark colours</source>
        <translation>明るい色・暗い色</translation>
    </message>
</context>
<context>
    <name>yomikae::ui::TranslationPage</name>
    <message>
        <source>The paper&apos;s settings, translated into today&apos;s</source>
        <translation>紙の設定を、いまの設定に読み替えました</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>紙</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>いま</translation>
    </message>
    <message>
        <source>Choose a row to read why.</source>
        <translation>行を選ぶと、理由が読めます。</translation>
    </message>
    <message>
        <source>To do first</source>
        <translation>先にしておくこと</translation>
    </message>
    <message>
        <source>How to receive</source>
        <translation>受信のしかた</translation>
    </message>
    <message>
        <source>Mail is fetched to this computer.</source>
        <translation>メールをこのパソコンに取り込みます。</translation>
    </message>
    <message>
        <source>Mail stays on the server, for several devices.</source>
        <translation>メールをサーバーに置いたまま、いくつもの機器で読みます。</translation>
    </message>
    <message>
        <source>Something here is wrong</source>
        <translation>この内容は違う(自分で直す)</translation>
    </message>
    <message>
        <source>Put the values right here, as the provider&apos;s own pages give them. The next page tries them first. The password goes to these servers too, only with encryption.</source>
        <translation>プロバイダの案内にあるとおりに直してください。次のページで、まずこの値を確かめます。パスワードも、暗号化してこのサーバーに送ります。</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>確かめる</translation>
    </message>
    <message>
        <source>%1: this provider is not known here. What the paper says is compared with what the servers answer.</source>
        <translation>%1:このアドレスのプロバイダは登録がありません。紙の内容を、サーバーの返事で確かめながら進めます。</translation>
    </message>
    <message>
        <source> (knowledge of %1)</source>
        <translation> (%1に調べた情報です)</translation>
    </message>
    <message>
        <source>The end of %1&apos;s mail has been announced.</source>
        <translation>%1のメールは、終わることが決まっています。</translation>
    </message>
    <message>
        <source>%1&apos;s mail is to end on %2.</source>
        <translation>%1のメールは%2に終わる予定です。</translation>
    </message>
    <message>
        <source>Until then it works. Keep copies of important mail, and get a new address in time.</source>
        <translation>それまでは使えます。大切なメールの控えと、新しいアドレスの用意をお勧めします。</translation>
    </message>
    <message>
        <source>More about it</source>
        <translation>くわしく</translation>
    </message>
    <message>
        <source>Mail on the old computer stays there; it does not move by itself. Keep that computer until you have what you need. In the new mail app, turn on &quot;leave a copy on the server&quot;, so that no mail is lost while both are in use.</source>
        <translation>古いパソコンにあるメールは、ひとりでには移りません。必要なメールを移し終わるまで、古いパソコンは残しておいてください。新しいメールアプリでは「サーバーにメッセージのコピーを残す」を入れておくと、両方を使う間もメールがなくなりません。</translation>
    </message>
</context>
<context>
    <name>yomikae::ui::Wizard</name>
    <message>
        <source>Yomikae</source>
        <translation>読み替え</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>はじめる</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>登録証</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>読み替え</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>確かめる</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>シート</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>終わる</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Quit now? What you typed is not kept.</source>
        <translation>やめますか? 入力したことは残りません。</translation>
    </message>
    <message>
        <source>Go on here</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>すべて消す</translation>
    </message>
    <message>
        <source>Erase everything that was typed, the password too, and begin anew?</source>
        <translation>入力したことを、パスワードもふくめて全部消して、最初に戻りますか?</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>消す</translation>
    </message>
</context>
</TS>
