"""One walk through practice with a picture of each state. Usage: screenshots.py YOMIKAE FOLDER LANGUAGE THEME PERCENT [WIDTHxHEIGHT]"""
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


class Camera:
    """One window after the other on one desktop."""

    def __init__(self, desktop, program, folder, language, suffix, size):
        self.desktop, self.program, self.folder = desktop, program, folder
        self.language, self.suffix, self.size = language, suffix, size

    def open(self):
        subprocess.run(["xdotool", "mousemove", "0", "0"], check=True)  # nothing is under it
        wizard = Wizard(self.desktop, self.program, "--lang", self.language)
        picture = Photographer(self.desktop, wizard, self.folder, self.suffix)
        if self.size:
            wizard.wait_for_name(words(self.language)("What would you like to do today?"))
            subprocess.run(["xdotool", "windowsize", "--sync", picture.window(), *self.size.split("x")], check=True)
        return wizard, picture

    def close(self, wizard):
        wizard.process.kill()
        wizard.process.wait()

    def all_goes_well(self):
        wizard, picture = self.open()
        journey = Journey(wizard, words(self.language), picture)
        journey.practise()
        for step in [journey.translate, journey.check, journey.result, journey.sheet]:
            step()
        self.close(wizard)

    def trouble(self, scenario, name, result=True):
        """The check of one practice scenario, and what the result says."""
        wizard, picture = self.open()
        journey = Journey(wizard, words(self.language))
        journey.practise(scenario)
        journey.translate()
        journey.check()
        picture.take(f"4-{name}")
        if result:
            journey.result()
            picture.take(f"5-{name}")
        self.close(wizard)

    def old_paper_of_a_provider(self):
        """A real profile, up to where something would be contacted."""
        tr = words(self.language)
        wizard, picture = self.open()
        journey = Journey(wizard, tr)
        journey.start()
        wizard.key("Return")
        journey.arrive(1)
        wizard.type("taro@agate.plala.or.jp")
        wizard.key("Tab")
        wizard.type("taro")
        wizard.key("Tab")
        picture.take("2-typing")
        journey.translate()
        picture.take("3-closing")
        wizard.key("Tab")
        wizard.key("space")
        picture.take("3-reason")
        wizard.press(tr("Something here is wrong"))
        wizard.key("Tab")
        picture.take("3-correction")
        self.close(wizard)


def main(program, folder, language, theme, percent, size=""):
    screen = (1280, 900) if percent == "100" else (1600, 1200)
    with Desktop(*screen) as desktop:
        desktop.keep_settings(theme, percent)
        camera = Camera(desktop, program, folder, language, f"{language}-{theme}-{percent}{'-' + size if size else ''}", size)
        camera.all_goes_well()
        if theme == "light":
            camera.trouble("An old server without encryption", "consent", result=False)
            camera.trouble("The password on the paper is an old one", "refused")
            camera.old_paper_of_a_provider()


main(*sys.argv[1:])
