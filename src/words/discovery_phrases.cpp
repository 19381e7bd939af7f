// What was found, or not, when a domain was asked for its mail settings.
#include "words/words.h"

#include <array>

namespace yomikae {

namespace {

constexpr std::array Table{
    Phrase{"discovery-config-authentication",
           "ログインの方法「{found}」はここでは使えないため、このサーバーは除きました。使えるのは {allowed} です。",
           "This server was left out: the way to log in \"{found}\" cannot be used here. Known: {allowed}."},
    Phrase{"discovery-config-doctype", "DOCTYPE や ENTITY の入ったファイルは安全のため読みません。",
           "A file with DOCTYPE or ENTITY is not read, to be on the safe side."},
    Phrase{"discovery-config-found",
           "{host} "
           "が公開しているメール設定を見つけました。サーバー名を確かめてから、ログインに使うかどうかを選んでください。",
           "{host} publishes mail settings. Look at the host names before you agree to log in there."},
    Phrase{"discovery-config-host", "「{found}」はサーバー名ではないため、このサーバーは除きました。",
           "This server was left out: \"{found}\" is not a host name."},
    Phrase{"discovery-config-no-server", "使えるサーバーが1つも書かれていません。",
           "It holds no server that can be used."},
    Phrase{"discovery-config-not-used", "{host} が公開しているメール設定は使いませんでした。理由は次のとおりです。",
           "The mail settings that {host} publishes were not used, for the next reason."},
    Phrase{"discovery-config-not-xml", "XML として読めませんでした({found})。",
           "It could not be read as XML ({found})."},
    Phrase{"discovery-config-port",
           "ポート「{found}」は使えないため、このサーバーは除きました。使えるのは {allowed} です。",
           "This server was left out: \"{found}\" is not a port ({allowed})."},
    Phrase{"discovery-config-security",
           "暗号化の言葉「{found}」を知らないため、このサーバーは除きました。使えるのは {allowed} です。",
           "This server was left out: the security word \"{found}\" is not known. Known: {allowed}."},
    Phrase{"discovery-config-too-large", "ファイルが大きすぎます。{allowed} バイトまで読めます。",
           "It is too large. At most {allowed} bytes are read."},
    Phrase{"discovery-config-too-many", "サーバーの数が多すぎます。{allowed} 個まで読みました。",
           "It names too many servers. The first {allowed} were read."},
    Phrase{"discovery-config-type",
           "「{found}」という種類のサーバーは扱えないため除きました。使えるのは {allowed} です。",
           "This server was left out: its type \"{found}\" is not known. Known: {allowed}."},
    Phrase{"discovery-config-username",
           "ユーザー名の形「{found}」がわからないため、このサーバーは除きました。使えるのは {allowed} です。",
           "This server was left out: the form of user name \"{found}\" is not known. Known: {allowed}."},
    Phrase{"discovery-config-wrong-root",
           "メール設定のファイルではありません(「{found}」で始まっています。始まりは {allowed} のはずです)。",
           "This is not a file of mail settings: it begins with \"{found}\", not with {allowed}."},
    Phrase{"discovery-ispdb-found",
           "Thunderbird の公開データベースに {domain} "
           "の設定がありました。プロバイダ自身の案内ではないので、サーバー名を確かめてください。",
           "Thunderbird's public database holds settings for {domain}. They are not the provider's own words: look at "
           "the host names."},
    Phrase{"discovery-ispdb-not-asked",
           "Thunderbird の公開データベースには問い合わせていません。問い合わせると、ドメイン {domain} "
           "がその運営者に伝わります(アドレスの @ より前は伝わりません)。",
           "Thunderbird's public database was not asked. Asking tells its operator the domain {domain} (never the part "
           "before the @)."},
    Phrase{"discovery-looking", "{domain} の公開しているメール設定を探しています…",
           "Looking for the mail settings that {domain} publishes…"},
    Phrase{"discovery-mx-known",
           "{domain} "
           "あてのメールは「{provider}」のサーバー({mx})が受け取っています。そこで「{provider}"
           "」の設定を案内します。契約先がここかどうか、確かめてください。",
           "Mail for {domain} goes to a server of {provider} ({mx}), so the settings of {provider} are shown. Please "
           "make sure that this is your provider."},
    Phrase{"discovery-mx-none",
           "{domain} は、メールを受け取らないと宣言しています。アドレスの @ より後ろを確かめてください。",
           "{domain} declares that it takes no mail. Please look at the part of the address behind the @."},
    Phrase{"discovery-mx-other",
           "{domain} "
           "あてのメールは「{provider}」のサーバー({mx})"
           "が受け取っています。案内している設定が合わないときは、こちらかもしれません。",
           "Mail for {domain} goes to a server of {provider} ({mx}). If the settings shown do not fit, it may be the "
           "one."},
    Phrase{"discovery-mx-unknown",
           "{domain} あてのメールを受け取っているのは {mx} です。契約先を思い出す手がかりになります。",
           "Mail for {domain} goes to {mx}. It may help to remember whose customer you are."},
    Phrase{"discovery-not-offered", "{domain} は、{protocol} を提供していないと公表しています。",
           "{domain} says that it does not offer {protocol}."},
    Phrase{"discovery-not-trusted",
           "{host} の証明書を確かめられなかったため、そこで公開されている設定は使いませんでした。",
           "The certificate of {host} could not be verified, so nothing that it publishes was used."},
    Phrase{"discovery-nothing-found", "{domain} の公開しているメール設定は見つかりませんでした。",
           "No mail settings published by {domain} were found."},
    Phrase{"discovery-redirect-not-used",
           "{host} は別の場所({found})を案内しましたが、暗号化された安全な場所ではないため、読みませんでした。",
           "{host} pointed to another place ({found}) that is not a safe, encrypted one. It was not read."},
    Phrase{"discovery-srv-found",
           "{domain} は DNS "
           "でメールサーバーを公表しています。サーバー名を確かめてから、ログインに使うかどうかを選んでください。",
           "{domain} names its mail servers in DNS. Look at the host names before you agree to log in there."},
};

} // namespace

Phrases discoveryPhrases() {
    return Table;
}

} // namespace yomikae
