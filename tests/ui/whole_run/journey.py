"""The way through the six pages, as practice and the lab share it. Texts are the English ones of the source; `tr` gives the window's."""
import os
import subprocess

HEADINGS = ["What would you like to do today?", "Please copy what your paper says",
            "The paper's settings, translated into today's", "Checking with the servers", "The result",
            "Your settings sheet"]


def nothing(_page):
    """No one looks on."""


class Journey:
    """`look(page)` is called on each page when it is complete."""

    def __init__(self, wizard, tr, look=nothing):
        self.wizard, self.tr, self.look = wizard, tr, look
        self.enter_is_enough = look is nothing  # a look may leave the focus anywhere

    def arrive(self, page):
        heading = self.tr(HEADINGS[page])
        self.wizard.wait(f"page {page + 1}, “{heading}”", lambda: any(
            part.name == heading and part.role == "label" for part in self.wizard.parts()))

    def button(self, source):
        return self.wizard.find(self.tr(source), "push button")

    def wait_for_button(self, *sources, seconds=60):
        """One of these."""
        def one():
            found = [button for button in map(self.button, sources) if button and button.enabled]
            return found[0] if found else None
        return self.wizard.wait(f"the button “{' / '.join(map(self.tr, sources))}”", one, seconds)

    def start(self):
        self.arrive(0)
        self.look(0)

    def practise(self, scenario="Everything goes well"):
        """Page 1 to 2 by the door of practice; the sample paper fills the form."""
        self.start()
        self.wizard.press(self.tr("Practise first (Renshu Net)"))
        self.wizard.tab_to(self.tr(scenario))
        self.wizard.key("space")
        self.arrive(1)
        self.wizard.press(self.tr("Fill in from the sample paper"))
        self.wizard.wait("the filled form", lambda: any(
            part.role == "text" and "@" in part.text() for part in self.wizard.parts()))
        self.look(1)

    def translate(self):
        self.press_main("Translate")
        self.arrive(2)
        self.look(2)

    def check(self):
        """Ends when everything was looked at, so that nothing moves any more."""
        self.press_main("Check")
        self.arrive(3)
        self.look(3)
        self.press_main("Start checking")
        self.wait_for_button("Check once more", "Correct the password", "Leave it", seconds=120)
        self.look(4)

    def result(self):
        self.press_main("See the result")
        self.arrive(4)
        self.look(5)

    def sheet(self):
        self.press_main("Make the sheet")
        self.arrive(5)
        self.look(6)

    def press_main(self, source):
        """Enter is the main button, unless a button has the focus: then Enter is that one."""
        self.wait_for_button(source)
        if self.enter_is_enough:
            self.wizard.key("Return")
        else:
            self.wizard.press(self.tr(source))

    def save(self, path):
        """Through the window's own dialog, whose first field is the name."""
        self.wizard.press(self.tr("Save as PDF"))
        self.wizard.wait("the dialog", lambda: any(w.name == self.tr("Save the sheet") for w in self.wizard.windows()))
        self.wizard.wait("the name of the file to have the focus",
                         lambda: (lambda now: now and now.role == "text")(self.wizard.focused()))
        self.wizard.key("ctrl+a")
        self.wizard.type(path)
        self.wizard.key("Return")
        self.wizard.wait("the words that it was saved",
                         lambda: self.wizard.find_containing(self.tr("Saved as %1").replace("%1", path)))

    def close(self):
        self.wizard.press(self.tr("Close"))
        return self.wizard.wait_for_end()


def text_of_pdf(path):
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout


class Proof:
    """Prints one sentence a case, as tests/lab does."""

    def __init__(self):
        self.passed = self.failures = 0

    def is_true(self, sentence, condition, evidence=""):
        if condition:
            self.passed += 1
            print(f"ok      {sentence}", flush=True)
        else:
            self.failures += 1
            print(f"FAILED  {sentence}", *str(evidence).splitlines()[:60], sep="\n          | ", flush=True)

    def same(self, sentence, found, expected):
        self.is_true(sentence, found == expected, f"found    {found!r}\nexpected {expected!r}")

    def run(self, sentence, steps):
        """A whole run; where it does not get to its end, the others are done all the same."""
        try:
            steps()
        except Exception as fault:  # TooLate, or what the desktop's tools say
            self.is_true(sentence, False, f"{type(fault).__name__}: {fault}")

    def end(self):
        print(f"{self.passed} passed, {self.failures} failed", flush=True)
        return 1 if self.failures or not self.passed else 0
