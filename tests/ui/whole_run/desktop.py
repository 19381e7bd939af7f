"""A desktop of its own for one test: X server, window manager, D-Bus session, home folder. Nothing of it outlives the test."""
import ctypes
import os
import shutil
import signal
import subprocess
import tempfile
import time

PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER = 1, 36
libc = ctypes.CDLL(None)


class TooLate(Exception):
    """Something that was waited for did not happen."""


def wait_for(what, condition, seconds=30):
    """The first true value of `condition`. A loaded machine may take long; a healthy one does not wait."""
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise TooLate(f"waited {seconds} s for: {what}")
        time.sleep(0.05)


def die_with_parent():
    libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


class Desktop:
    """with Desktop() as desktop: … Afterwards everything that was started is gone, grandchildren too."""

    def __init__(self, width=1280, height=900):
        self.size = f"{width}x{height}x24"
        self.folder = tempfile.mkdtemp(prefix="yomikae-desktop-")
        self.programs = []

    def __enter__(self):
        libc.prctl(PR_SET_CHILD_SUBREAPER, 1)
        signal.signal(signal.SIGTERM, lambda *_: exit(143))
        try:
            self.env = self.clean_environment()
            self.env["DISPLAY"] = ":" + self.start_and_read(["Xvfb", "-screen", "0", self.size, "-nolisten", "tcp",
                                                            "-noreset", *self.lock(), "-displayfd"])
            self.env["DBUS_SESSION_BUS_ADDRESS"] = self.start_and_read(["dbus-daemon", "--session", "--nofork",
                                                                        "--print-address"], joined="=")
            self.start_window_manager()
        except BaseException:
            self.__exit__()
            raise
        # this process looks at the desktop, too
        os.environ.clear()
        os.environ.update(self.env)
        return self

    def __exit__(self, *_):
        for _ in range(100):
            children = self.children()
            for child in children:
                try:
                    os.kill(child, signal.SIGKILL)
                    os.waitpid(child, 0)
                except (ProcessLookupError, ChildProcessError):
                    pass
            if not children:
                break
        shutil.rmtree(self.folder, ignore_errors=True)

    @staticmethod
    def lock():
        """In the lab's namespaces the sockets are private (wizard_lab_test.sh), and /tmp, where the locks are, is not."""
        return ["-nolock"] if os.environ.get("YOMIKAE_LAB_INSIDE") else []

    def clean_environment(self):
        """The machine's own settings, bus and display must not be seen: a person's desktop would answer."""
        env = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "GSETTINGS_BACKEND": "memory",
               "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb", "NO_AT_BRIDGE": "0"}
        for variable, name in [("HOME", "home"), ("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data"),
                               ("XDG_STATE_HOME", "state"), ("XDG_CACHE_HOME", "cache"), ("XDG_RUNTIME_DIR", "runtime")]:
            env[variable] = os.path.join(self.folder, name)
            os.makedirs(env[variable], mode=0o700, exist_ok=True)
        return env

    def keep_settings(self, theme="light", percent=100):
        """As if chosen the last time."""
        folder = os.path.join(self.env["XDG_CONFIG_HOME"], "yomikae")
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, "yomikae.conf"), "w") as file:
            file.write(f"[General]\ntheme={['system', 'light', 'dark'].index(theme)}\ntextPercent={percent}\n")

    def start(self, command, **options):
        program = subprocess.Popen(command, env=self.env, stdin=subprocess.DEVNULL, preexec_fn=die_with_parent, **options)
        self.programs.append(program)
        return program

    def start_and_read(self, command, joined=None):
        """Starts a server that writes one line to a file descriptor when it is ready."""
        reader, writer = os.pipe()
        command = command[:-1] + [f"{command[-1]}={writer}"] if joined else command + [str(writer)]
        log = open(os.path.join(self.folder, os.path.basename(command[0]) + ".log"), "wb")
        self.start(command, pass_fds=[writer], stdout=log, stderr=log)
        os.close(writer)
        with os.fdopen(reader) as ready:
            line = ready.readline().strip()
        if not line:
            raise TooLate(f"{command[0]} did not start: {open(log.name).read()}")
        return line

    def start_window_manager(self):
        ready = os.path.join(self.folder, "openbox-is-ready")
        log = open(os.path.join(self.folder, "openbox.log"), "wb")
        self.start(["openbox", "--sm-disable", "--startup", f"touch {ready}"], stdout=log, stderr=log)
        wait_for("the window manager", lambda: os.path.exists(ready))

    def children(self):
        found = []
        for name in filter(str.isdigit, os.listdir("/proc")):
            try:
                with open(f"/proc/{name}/stat") as stat:
                    if int(stat.read().rpartition(")")[2].split()[1]) == os.getpid():
                        found.append(int(name))
            except OSError:
                pass
        return found
