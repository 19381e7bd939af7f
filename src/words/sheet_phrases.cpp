// Headings and labels of the sheet, in the words of mail apps.
#include "words/words.h"

#include <array>

namespace yomikae {

namespace {

constexpr std::array Table{
    Phrase{"sheet-app-no-tick", "チェックを外す", "Leave unticked"},
    Phrase{"sheet-app-off", "オフ", "Off"},
    Phrase{"sheet-app-on", "オン", "On"},
    Phrase{"sheet-app-tick", "チェックを入れる", "Tick"},
    Phrase{"sheet-app-words-unknown", "{app} の画面の言葉は調べきれていないので、項目の名前は一般的な言葉で書いてあります。",
           "The words on the screens of {app} are not known well enough, so the fields have general names here."},
    Phrase{"sheet-authentication", "認証", "Authentication"},
    Phrase{"sheet-authentication-encrypted", "あり(暗号化されたパスワード認証)", "Yes (encrypted password)"},
    Phrase{"sheet-authentication-none", "なし", "None"},
    Phrase{"sheet-authentication-oauth2", "OAuth2(ブラウザの画面でログイン)", "OAuth2 (sign-in through the browser)"},
    Phrase{"sheet-authentication-pop-before-smtp", "先に受信する方式(POP before SMTP)",
           "Receive first (POP before SMTP)"},
    Phrase{"sheet-authentication-smtp-auth", "あり(通常のパスワード認証)", "Yes (normal password)"},
    Phrase{"sheet-changes", "紙から変わったところ", "What changed since the paper"},
    Phrase{"sheet-checked", "プロバイダの情報は{checked:date}に調べたものです。",
           "Knowledge of the provider: {checked:date}."},
    Phrase{"sheet-field-incoming-security", "受信の暗号化", "Encryption, incoming"},
    Phrase{"sheet-field-mail-account", "受信のユーザー名", "User name, incoming"},
    Phrase{"sheet-field-mail-address", "メールアドレス", "Mail address"},
    Phrase{"sheet-field-mail-password", "パスワード", "Password"},
    Phrase{"sheet-field-outgoing-account", "送信のユーザー名", "User name, outgoing"},
    Phrase{"sheet-field-outgoing-authentication", "送信の認証", "Authentication, outgoing"},
    Phrase{"sheet-field-outgoing-security", "送信の暗号化", "Encryption, outgoing"},
    Phrase{"sheet-field-pop-port", "受信のポート番号", "Port, incoming"},
    Phrase{"sheet-field-pop-server", "受信サーバー", "Incoming server"},
    Phrase{"sheet-field-smtp-port", "送信のポート番号", "Port, outgoing"},
    Phrase{"sheet-field-smtp-server", "送信サーバー", "Outgoing server"},
    Phrase{"sheet-for-app", "{app} 用", "for {app}"},
    Phrase{"sheet-found-login", "実際に確かめたところ、いまはこの値でログインできました。",
           "It was tried: today the login works with this value."},
    Phrase{"sheet-found-reached", "実際に確かめたところ、いまはこの値でつながりました。",
           "It was tried: today the server answers with this value."},
    Phrase{"sheet-from-to", "紙:{old} → いま:{now}", "paper: {old} → now: {now}"},
    Phrase{"sheet-incoming", "受信({protocol})", "Receiving ({protocol})"},
    Phrase{"sheet-made", "{day:date} {time}、Yomikae で作りました。", "Made with Yomikae, {day:date} {time}."},
    Phrase{"sheet-mark-open", "未確認", "not proven"},
    Phrase{"sheet-mark-proven", "確認済み", "proven"},
    Phrase{"sheet-not-on-paper", "記載なし", "not on the paper"},
    Phrase{"sheet-not-proven", "まだ確かめていないこと", "Not proven yet"},
    Phrase{"sheet-not-proven-incoming", "受信は、ログインできることをまだ確かめていません。",
           "Receiving has not been proven by a login yet."},
    Phrase{"sheet-not-proven-outgoing", "送信は、ログインできることをまだ確かめていません。",
           "Sending has not been proven by a login yet."},
    Phrase{"sheet-notes", "知っておくこと", "Good to know"},
    Phrase{"sheet-other-login", "ほかに使える入口:{protocol} {host} {port}番 {security}(ログインも確認済み)",
           "Also works: {protocol} {host}, port {port}, {security} (login proven too)"},
    Phrase{"sheet-other-ready", "ほかに開いている入口:{protocol} {host} {port}番 {security}(ログインは未確認)",
           "Also open: {protocol} {host}, port {port}, {security} (login not proven)"},
    Phrase{"sheet-outgoing", "送信({protocol})", "Sending ({protocol})"},
    Phrase{"sheet-password", "パスワード", "Password"},
    Phrase{"sheet-password-care", "このシートにはパスワードが書いてあります。人に見られない所にしまってください。",
           "The password stands on this sheet. Keep it where nobody else sees it."},
    Phrase{"sheet-port", "ポート番号", "Port"},
    Phrase{"sheet-proof-login", "確認済み {when}(ログインできました)", "Proven {when} (the login succeeded)"},
    Phrase{"sheet-proof-none", "未確認", "Not proven"},
    Phrase{"sheet-proof-reached", "入口まで確認済み {when}(ログインは未確認)", "Reached {when} (login not proven)"},
    Phrase{"sheet-proof-unknown", "いまのサーバー名が分かりません。プロバイダに聞いて、書き込んでください。",
           "Today's server is not known. Ask the provider and write it down here."},
    Phrase{"sheet-removed", "なくなりました", "no longer exists"},
    Phrase{"sheet-security", "暗号化", "Encryption"},
    Phrase{"sheet-security-none", "なし", "None"},
    Phrase{"sheet-security-starttls", "STARTTLS", "STARTTLS"},
    Phrase{"sheet-security-tls", "SSL/TLS", "SSL/TLS"},
    Phrase{"sheet-server-incoming", "受信サーバー", "Incoming server"},
    Phrase{"sheet-server-outgoing", "送信サーバー", "Outgoing server"},
    Phrase{"sheet-settings", "メールアプリに入れる値", "What to enter in the mail app"},
    Phrase{"sheet-status-ended", "このメールのサービスは終わりました。", "This mail service has ended."},
    Phrase{"sheet-status-ended-on", "このメールのサービスは{until:date}に終わりました。",
           "This mail service ended on {until:date}."},
    Phrase{"sheet-status-impossible", "このメールは、メールアプリでは使えません。",
           "This mail cannot be used with a mail app."},
    Phrase{"sheet-steps", "先にしておくこと", "To do first"},
    Phrase{"sheet-title", "メール設定シート", "Mail settings sheet"},
    Phrase{"sheet-unchecked", "サーバーではまだ確かめていない設定です。",
           "These settings have not been checked with the servers yet."},
    Phrase{"sheet-unknown", "分かりません", "unknown"},
    Phrase{"sheet-username", "ユーザー名", "User name"},
    Phrase{"sheet-way-new", "新しく作るとき: {way}", "To make a new account: {way}"},
    Phrase{"sheet-way-old", "直すとき: {way}", "To change an account: {way}"},
};

} // namespace

Phrases sheetPhrases() {
    return Table;
}

} // namespace yomikae
