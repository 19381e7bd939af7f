"""The window's texts: English is in the source, Japanese is looked up as the program does it."""
import os
import xml.etree.ElementTree

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))


def words(language):
    """words("ja")("Back") is 戻る. A text that is not there is a fault of the test, and says so."""
    known = {}
    for message in xml.etree.ElementTree.parse(f"{ROOT}/resources/translations/yomikae_ja.ts").iter("message"):
        source = message.find("source").text
        translation = message.find("translation")
        known.setdefault(source, source if language == "en" else translation.text)
    return lambda source: known[source]
