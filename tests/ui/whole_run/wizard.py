"""Drives the real program as a person without a mouse does: keys in, and out what a screen reader is told."""
import os
import re
import subprocess
import time

from desktop import TooLate, wait_for

CONTROLS = {"push button", "toggle button", "check box", "radio button", "text", "password text", "combo box", "table",
            "list", "link", "spin button"}


class Part:
    """One accessible object as it was at one moment."""

    def __init__(self, accessible, pyatspi):
        self.accessible = accessible
        states = accessible.getState()
        self.role = accessible.getRoleName()
        self.name = accessible.name or ""
        self.showing = states.contains(pyatspi.STATE_SHOWING)
        self.focused = states.contains(pyatspi.STATE_FOCUSED)
        self.focusable = states.contains(pyatspi.STATE_FOCUSABLE)
        self.enabled = states.contains(pyatspi.STATE_ENABLED)
        self.checked = states.contains(pyatspi.STATE_CHECKED)
        self.depth = 0

    def is_control(self):
        return self.showing and self.focusable and self.role in CONTROLS

    def text(self):
        """What a screen reader would read out of a field."""
        try:
            return self.accessible.queryText().getText(0, -1)
        except NotImplementedError:
            return ""

    def extents(self):
        box = self.accessible.queryComponent().getExtents(0)
        return box.x, box.y, box.width, box.height

    def __str__(self):
        marks = "".join(mark for mark, on in [("*", self.focused), ("-", not self.enabled)] if on)
        return f"{'  ' * self.depth}{self.role} {self.name!r} {marks}"


class Wizard:
    def __init__(self, desktop, program, *arguments):
        import pyatspi  # only now: it connects to the desktop's bus when it is loaded

        self.pyatspi = pyatspi
        pyatspi.setCacheLevel(None)
        self.log = os.path.join(desktop.folder, f"yomikae-{time.monotonic_ns()}.log")
        self.process = desktop.start([program, *arguments], stdout=open(self.log, "wb"), stderr=subprocess.STDOUT)

    # --- what is on the screen

    def application(self):
        for application in self.pyatspi.Registry.getDesktop(0):
            try:
                if application is not None and application.get_process_id() == self.process.pid:
                    return application
            except Exception:  # an application that just ended
                pass
        return None

    def parts(self, root=None):
        """Everything that shows, in the order of the tree. A part that goes away while it is read is not there."""
        found = []
        self.collect(root or self.application(), 0, found)
        return found

    def collect(self, accessible, depth, found):
        if accessible is None:
            return
        try:
            part = Part(accessible, self.pyatspi)
            part.depth = depth
            if depth > 0 and not part.showing:
                return
            found.append(part)
            if part.role in ("table", "tree table"):
                return
            children = [accessible.getChildAtIndex(i) for i in range(accessible.childCount)]
        except Exception:  # GLib.Error: gone
            return
        for child in children:
            self.collect(child, depth + 1, found)

    def windows(self):
        application = self.application()
        return [Part(window, self.pyatspi) for window in application if window] if application else []

    def find(self, name, role=None):
        """The part that shows and is called so, or None."""
        for part in self.parts():
            if part.showing and part.name == name and role in (None, part.role):
                return part
        return None

    def find_containing(self, text):
        for part in self.parts():
            if part.showing and text in part.name:
                return part
        return None

    def focused(self):
        for part in self.parts():
            if part.focused and part.role in CONTROLS | {"label", "heading", "list item", "table cell"}:
                return part
        return None

    def wait(self, what, condition, seconds=30):
        def alive():
            value = condition()
            if not value and self.process.poll() is not None:
                raise TooLate(f"the program ended ({self.process.returncode}) while waiting for: {what}\n{self.output()}")
            return value

        try:
            return wait_for(what, alive, seconds)
        except TooLate as late:
            raise TooLate(f"{late}\n{self.picture()}") from None

    def wait_for_name(self, name, seconds=30):
        return self.wait(f"“{name}” on the screen", lambda: self.find(name), seconds)

    def wait_for_end(self, seconds=15):
        wait_for("the end of the program", lambda: self.process.poll() is not None, seconds)
        return self.process.returncode

    def picture(self):
        return "\n".join(str(part) for part in self.parts() if part.name)

    def output(self):
        with open(self.log, errors="replace") as log:
            return log.read()

    # --- the keyboard

    def key(self, *keys):
        subprocess.run(["xdotool", "key", *keys], check=True)

    def type(self, text):
        """Not as an argument: a password would be in the list of processes."""
        subprocess.run(["xdotool", "type", "--delay", "8", "--file", "-"], input=text.encode(), check=True)

    def tab(self, key="Tab", before=None):
        """One step; the part that has the focus afterwards. `before`: that had it, where it is known."""
        before = before or self.focused()
        self.key(key)

        def moved():
            now = self.focused()
            return now if now and (before is None or now.accessible != before.accessible) else None

        return self.wait(f"the focus to leave {before}", moved, 10)

    def tab_to(self, name, key="Tab", most=40, matches=None):
        matches = matches or (lambda part: part.name == name)
        now = self.focused()
        for _ in range(most):
            if now is not None and matches(now):
                return now
            now = self.tab(key, now)
        raise TooLate(f"“{name}” was not reached with {most} × {key}\n{self.picture()}")

    def press(self, name, key="Tab"):
        self.tab_to(name, key)
        self.key("space")

    def fill(self, pattern, text):
        """Types into the field whose name begins so, which must be reached by Tab, and waits until it is there."""
        field = self.tab_to(pattern, matches=lambda part: part.role in ("text", "password text") and re.match(pattern, part.name))
        self.type(text)
        if field.role == "password text":
            self.wait("the password's length", lambda: field.accessible.queryText().characterCount == len(text))
        else:
            self.wait(f"{text} in the field {pattern}", lambda: field.text() == text)
        return field
