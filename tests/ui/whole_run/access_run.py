"""What a screen reader and a keyboard find on every page. Usage: access_run.py YOMIKAE"""
import sys

from desktop import Desktop, TooLate
from journey import HEADINGS, Journey, Proof
from wizard import Wizard
from words import words

TITLES = ["page 1", "page 2", "page 3", "page 4 before the check", "page 4 after the check", "page 5", "page 6"]
BUTTON_DEPTH = 3  # of the wizard's own buttons in the tree; what is on a page is deeper
SECRET = "renshu7436"  # the practice paper's: with another one the way would end early


def name_of(part, pyatspi):
    """Combo boxes tell their choice as their name and are named by their label, as screen readers expect it."""
    for relation in part.accessible.getRelationSet():
        if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY:
            return relation.getTarget(0).name
    return "" if part.role == "combo box" else part.name


def is_rail(place, heading):
    """The rail stands at the left of the heading, or above it where letters are large."""
    return place[0] < heading[0] or place[1] < heading[1]


class Looker:
    def __init__(self, wizard, proof, percent):
        self.wizard, self.proof, self.percent = wizard, proof, percent

    def __call__(self, page):
        title = f"{TITLES[page]} at {self.percent} %"
        parts = self.wizard.parts()
        controls = [part for part in parts if part.is_control() and part.enabled]
        nameless = [str(part) for part in controls if not name_of(part, self.wizard.pyatspi).strip()]
        self.proof.same(f"{title}: every control has a name", nameless, [])
        self.proof.is_true(f"{title}: the focus starts on something that is named",
                           any(part.focused and part.name for part in parts), self.wizard.picture())
        told = [part for part in parts if SECRET in part.name + part.text() + part.accessible.description]
        self.proof.same(f"{title}: the password is not told", list(map(str, told)), [])
        self.walk(title, controls)

    def walk(self, title, controls):
        """Tab until it comes round: every control once, in the order in which they are read."""
        try:
            first = now = self.wizard.tab()
            order = []
            while len(order) < 80 and (not order or now.accessible != first.accessible):
                now.place = now.extents()
                order.append(now)
                now = self.wizard.tab(before=now)
        except TooLate as late:
            self.proof.is_true(f"{title}: Tab goes on from control to control", False, late)
            return
        reached = {part.accessible for part in order}
        missed = [str(part) for part in controls if part.accessible not in reached and not self.in_group(part, order)]
        self.proof.same(f"{title}: Tab reaches every control", missed, [])
        self.proof.same(f"{title}: what has the focus can be seen", self.unseen(order), [])
        self.proof.same(f"{title}: Tab goes in the order of reading", self.jumps(order, self.wizard.parts()), [])

    @staticmethod
    def unseen(order):
        """Stops on the page that were scrolled away, under the heading or behind the buttons, when Tab came to them."""
        heading = next(part.place for part in order if part.role == "label")
        top = heading[1] + heading[3]
        buttons = [part for part in order if part.depth == BUTTON_DEPTH]
        bottom = min(part.place[1] for part in buttons)
        body = [part for part in order if part.depth > BUTTON_DEPTH and part.role != "label" and not is_rail(part.place, heading)]
        return [f"{part} {part.place}" for part in body
                if part.place[1] < top - 2 or part.place[1] + min(part.place[3], 40) > bottom + 2]

    @staticmethod
    def in_group(part, order):
        """Radio buttons are one stop, with arrow keys between them."""
        return part.role == "radio button" and any(other.role == "radio button" for other in order)

    def jumps(self, order, parts):
        """Where the order is not that of reading: first the page from its heading on, then what is the same on all of them (buttons,
        rail); in each of them downwards, and up only to the top of a column further right."""
        stops = {part.accessible for part in order}
        places = {part.accessible: part.extents() for part in parts if part.accessible in stops}
        heading = next(i for i, part in enumerate(order) if part.role == "label")
        order = order[heading:] + order[:heading]
        corner = places[order[0].accessible]

        def area(part):
            return "buttons" if part.depth == BUTTON_DEPTH else "rail" if is_rail(places[part.accessible], corner) else "page"

        def reaches(order, top, y):
            """The column that begins at `top` goes down to where the one before it ended: they stand side by side."""
            column = order[order.index(top):]
            depth = 0
            for stop in column:
                depth = max(depth, places[stop.accessible][1])
                if places[stop.accessible][1] + 12 < depth:
                    break
            return depth + 60 > y

        found = []
        for before, after in zip(order, order[1:]):
            (x, y, width, _), (x2, y2, _, _) = places[before.accessible], places[after.accessible]
            backwards = area(after) == "page" != area(before)
            up = area(after) == area(before) and y2 + 12 < y
            if backwards or (up and (x2 < x + width // 2 or not reaches(order, after, y))):
                found.append(f"{before} ({x}, {y}) → {after} ({x2}, {y2})")
        return found


def leaving(wizard, tr, proof):
    """Esc asks when something would be lost, and Esc again goes on here."""
    question = tr("Quit now? What you typed is not kept.")
    wizard.key("Escape")
    wizard.wait_for_name(question)
    proof.is_true("Esc asks when something would be lost", True)
    wizard.key("Escape")
    wizard.wait("the question to go", lambda: not wizard.find(question))
    proof.is_true("a second Esc stays in the program", wizard.process.poll() is None and wizard.find(tr(HEADINGS[1])))


def typing_a_password(wizard, tr, proof):
    field = wizard.fill(".*メールパスワード", SECRET)
    proof.is_true("the password field is told as one", field.role == "password text")
    proof.is_true("a screen reader gets none of its letters", not set(field.text()) & set(SECRET), field.text())


def nothing_typed(desktop, program, tr, proof):
    wizard = Wizard(desktop, program, "--lang", "ja")
    Journey(wizard, tr).start()
    wizard.key("Escape")
    proof.same("Esc ends the program where nothing would be lost", wizard.wait_for_end(), 0)


def whole_walk(desktop, program, language, percent, proof):
    tr = words(language)
    desktop.keep_settings(percent=percent)
    wizard = Wizard(desktop, program, "--lang", language)
    journey = Journey(wizard, tr, Looker(wizard, proof, percent))
    journey.practise()
    typing_a_password(wizard, tr, proof)
    leaving(wizard, tr, proof)
    for step in [journey.translate, journey.check, journey.result, journey.sheet]:
        step()
    proof.same("the program ends well", journey.close(), 0)


def main(program):
    proof = Proof()
    with Desktop() as desktop:
        proof.run("Esc on the first page", lambda: nothing_typed(desktop, program, words("ja"), proof))
        for language, percent in [("ja", 100), ("en", 200)]:
            proof.run(f"all pages by keyboard and screen reader, {language}, {percent} %",
                      lambda: whole_walk(desktop, program, language, percent, proof))
    return proof.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
