"""One walk through practice with a picture of each state. Usage: screenshots.py YOMIKAE FOLDER LANGUAGE THEME PERCENT"""
import os
import subprocess
import sys

from desktop import Desktop
from journey import Journey
from wizard import Wizard
from words import words

NAMES = ["1-start", "2-certificate", "3-translation", "4-before-check", "4-check", "5-result", "6-sheet"]


class Photographer:
    def __init__(self, desktop, wizard, folder, suffix):
        self.desktop, self.wizard, self.folder, self.suffix = desktop, wizard, folder, suffix

    def __call__(self, page):
        self.take(NAMES[page])

    def take(self, name):
        """When two pictures one after the other are the same: everything that was to be painted is painted."""
        path = os.path.join(self.folder, f"{name}-{self.suffix}.png")
        before = None
        for _ in range(20):
            subprocess.run(["import", "-window", self.window(), "-silent", path], check=True)
            now = subprocess.run(["convert", path, "rgb:-"], capture_output=True, check=True).stdout
            if now == before:
                return
            before = now

    @staticmethod
    def window():
        return subprocess.run(["xdotool", "getactivewindow"], capture_output=True, text=True, check=True).stdout.strip()


def main(program, folder, language, theme, percent):
    size = (1280, 900) if percent == "100" else (1600, 1200)
    with Desktop(*size) as desktop:
        desktop.keep_settings(theme, percent)
        subprocess.run(["xdotool", "mousemove", "0", "0"], check=True)  # nothing is under it
        wizard = Wizard(desktop, program, "--lang", language)
        picture = Photographer(desktop, wizard, folder, f"{language}-{theme}-{percent}")
        journey = Journey(wizard, words(language), picture)
        journey.practise()
        for step in [journey.translate, journey.check, journey.result, journey.sheet]:
            step()


main(*sys.argv[1:])
