"""The sample paper of Plala, typed field by field, against the lab's servers. Usage: lab_run.py YOMIKAE CA-FILE, in the lab."""
import os
import re
import sys

from desktop import Desktop
from journey import Journey, Proof, text_of_pdf
from practice_run import rows_of
from wizard import Wizard
from words import words

PASSWORD = os.environ["YOMIKAE_LAB_PASSWORD"]
FIELDS = [("メールアドレス", "taro@agate.plala.or.jp"), ("メールアカウント", "taro"), ("メールパスワード", PASSWORD),
          ("POPサーバ", "agate.mail.plala.or.jp"), ("SMTPサーバ", "agate.mail.plala.or.jp")]
MORE_FIELDS = [("POP.*ポート", "110"), ("SMTP.*ポート", "25"), ("発行日", "2004-05-31")]
USER, PROVEN = ("ユーザー名", "taro@agate.plala.or.jp", "確認済み"), "確認済み"
EXPECTED = [("受信サーバー", "secure.plala.or.jp", PROVEN), ("ポート番号", "995", PROVEN), ("暗号化", "SSL/TLS", PROVEN), USER,
            ("送信サーバー", "secure.plala.or.jp", PROVEN), ("ポート番号", "465", PROVEN), ("暗号化", "SSL/TLS", PROVEN),
            ("認証", "あり(通常のパスワード認証)", PROVEN), USER]


def type_paper(wizard, tr):
    for label, value in FIELDS:
        wizard.fill(label, value)
    wizard.press(tr("Port numbers or a date are there too"))
    for label, value in MORE_FIELDS:
        wizard.fill(label, value)


def answer_question(wizard, tr):
    """Plala asks for the first name of the address's domain."""
    fields = [part for part in wizard.parts() if part.role == "text" and part.is_control()]
    if not fields:
        return
    wizard.fill(re.escape(fields[0].name), "taro-mail")
    wizard.press(tr("Answer"))
    wizard.wait("the question to be settled", lambda: wizard.find(tr("✓ The questions are answered")))


def run(desktop, program, ca_file, proof):
    path, tr = os.path.join(desktop.folder, "plala.pdf"), words("ja")
    wizard = Wizard(desktop, program, "--lang", "ja", "--ca-file", ca_file)
    journey = Journey(wizard, tr)
    journey.start()
    wizard.press(tr("Set up mail on a new PC or phone"))
    journey.arrive(1)
    type_paper(wizard, tr)
    proof.is_true("the provider is recognised by the typed address", wizard.find_containing("ぷらら"), wizard.picture())
    journey.translate()
    answer_question(wizard, tr)
    journey.enter_is_enough = False
    journey.check()
    journey.result()
    proof.is_true("the result says that it works", wizard.find_containing("✓ 使えます"), wizard.picture())
    journey.sheet()
    journey.save(path)
    told = [str(part) for part in wizard.parts() if PASSWORD in part.name + part.text()]
    proof.same("no page tells the password", told, [])
    proof.same("the program ends well", journey.close(), 0)
    text = text_of_pdf(path)
    proof.same("the sheet holds what the real servers proved", rows_of(text, "ja"), EXPECTED)
    proof.is_true("the sheet has no password on it", PASSWORD not in text, text)
    proof.same("the program said nothing on its standard error", wizard.output(), "")
    proof.same("no file that the program wrote holds the password", files_with(desktop.folder, PASSWORD), [])


def files_with(folder, secret):
    found = []
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            if os.path.isfile(path):
                with open(path, "rb") as file:
                    found += [path] if secret.encode() in file.read() else []
    return found


def main(program, ca_file):
    proof = Proof()
    with Desktop() as desktop:
        proof.run("Plala's sample paper, typed, against the lab", lambda: run(desktop, program, ca_file, proof))
    return proof.end()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
