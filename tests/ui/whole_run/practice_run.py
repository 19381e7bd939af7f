"""The whole way against the practice provider, from the first page to a saved PDF, in both languages. Usage: practice_run.py YOMIKAE"""
import os
import re
import sys

from desktop import Desktop
from journey import Journey, Proof, text_of_pdf
from wizard import Wizard
from words import words

ROWS = {"ja": ["受信サーバー", "送信サーバー", "ポート番号", "暗号化", "認証", "ユーザー名"],
        "en": ["Incoming server", "Outgoing server", "Port", "Encryption", "Authentication", "User name"]}
PROVEN = {"ja": "確認済み", "en": "proven"}
PASSWORD_AUTHENTICATION = {"ja": "あり(通常のパスワード認証)", "en": "Yes (normal password)"}
VERDICT = {"ja": "使えます", "en": "It works."}


def rows_of(text, language):
    """The sheet's table as (label, value, mark)."""
    label = "|".join(ROWS[language])
    return [match.groups() for match in re.finditer(rf"^ *({label}) {{2,}}(\S.*?) {{2,}}(\S+)$", text, re.MULTILINE)]


def expected_rows(language, ports):
    incoming, outgoing, port, security, authentication, user = ROWS[language]
    proven = PROVEN[language]
    both = lambda value: [(port, value, proven), (security, "SSL/TLS", proven)]
    name = (user, "taro@renshu.example", proven)
    return ([(incoming, "pop.renshu.example", proven)] + both(ports[0]) + [name] +
            [(outgoing, "smtp.renshu.example", proven)] + both(ports[1]) +
            [(authentication, PASSWORD_AUTHENTICATION[language], proven), name])


def run(desktop, program, language, proof):
    path = os.path.join(desktop.folder, f"sheet-{language}.pdf")
    wizard = Wizard(desktop, program, "--lang", language)
    journey = Journey(wizard, words(language))
    journey.practise()
    journey.translate()
    journey.check()
    journey.result()
    verdict = wizard.find_containing(VERDICT[language])
    proof.is_true(f"{language}: the result says that it works", verdict and verdict.name.startswith("✓"), wizard.picture())
    # the practice provider takes free ports, so they are different each time
    ports = [part.name for part in wizard.parts() if re.fullmatch(r"\d{4,5}", part.name)]
    journey.sheet()
    journey.save(path)
    proof.same(f"{language}: the program ends well", journey.close(), 0)
    text = text_of_pdf(path)
    proof.same(f"{language}: the sheet holds what was proven", rows_of(text, language), expected_rows(language, ports))
    proof.is_true(f"{language}: the sheet says so in one sentence", VERDICT[language] in text, text)
    proof.is_true(f"{language}: the paper's password is not on it", not re.search(r"renshu\d", text), text)
    proof.same(f"{language}: the program said nothing on its standard error", wizard.output(), "")


def main(program):
    proof = Proof()
    with Desktop() as desktop:
        for language in ["ja", "en"]:
            proof.run(f"{language}: practice from the first page to a saved sheet",
                      lambda: run(desktop, program, language, proof))
    return proof.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
