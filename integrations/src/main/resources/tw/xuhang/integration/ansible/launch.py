"""Runs one attempt of a playbook at most once: launch.py WORKDIR IDENT INCOMING

Python's standard library only, so that it works with any python3 on the machine. What it promises:

- WORKDIR/locks/IDENT is held by flock for as long as this process or ansible-runner lives.
- WORKDIR/artifacts/IDENT, made by one mkdir, is the claim. Whoever makes it owns the attempt for good.
- artifacts/IDENT/started exists before anything can have an effect, artifacts/IDENT/ended after all is over.
- It adopts what its descendants leave behind, so that ending the attempt ends all of them, also those
  that called setsid. An attempt that ends by itself keeps the daemons it started.

Exit status: 69 ansible-runner is missing, 75 the attempt is running, 76 the attempt has been claimed,
else that of ansible-runner. INCOMING is moved to WORKDIR/runs/IDENT once the claim is taken.
"""

import ctypes
import fcntl
import json
import os
import re
import resource
import signal
import sys
import time

UNAVAILABLE, RUNNING, CLAIMED = 69, 75, 76
PR_SET_CHILD_SUBREAPER = 36
QUICK_START = """import sys, types
sys.argv[0] = "ansible-runner"
try:
    quick = types.ModuleType("pkg_resources")
    quick.iter_entry_points = lambda group: []
    quick.require = lambda name: [types.SimpleNamespace(version="unknown")]
    sys.modules["pkg_resources"] = quick
    from ansible_runner.__main__ import main
except (ImportError, AttributeError):
    for name in [name for name in sys.modules if name.split(".")[0] in ("pkg_resources", "ansible_runner")]:
        del sys.modules[name]
    from ansible_runner.__main__ import main
sys.exit(main())"""
SIGNALS = {signal.SIGCHLD, signal.SIGTERM, signal.SIGINT}


def sync(directory):
    """Makes names in the directory survive a power cut."""
    handle = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def mark(directory, name, content):
    """Writes a whole file or none, and makes it last."""
    staging = os.path.join(directory, name + ".new")
    with open(staging, "w", encoding="utf-8") as file:
        json.dump(content, file)
        file.flush()
        os.fsync(file.fileno())
    os.rename(staging, os.path.join(directory, name))
    sync(directory)


def stat(pid):
    """Parent, session and start time (clock ticks since boot) of a process; None if it is gone or a zombie."""
    try:
        with open(f"/proc/{pid}/stat", "rb") as file:
            fields = file.read().rpartition(b")")[2].split()
    except OSError:
        return None
    if fields[0] in (b"Z", b"X"):
        return None
    return int(fields[1]), int(fields[3]), int(fields[19])


def tree():
    """All living descendants of this process: pid -> (parent, session, start)."""
    everyone = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            fields = stat(name)
            if fields:
                everyone[int(name)] = fields
    found, frontier = {}, {os.getpid()}
    while frontier:
        children = {pid for pid, fields in everyone.items() if fields[0] in frontier and pid not in found}
        found.update((pid, everyone[pid]) for pid in children)
        frontier = children
    return found


def send(number, processes):
    """Signals exactly these processes, never one that took over a pid meanwhile."""
    for pid, fields in processes.items():
        try:
            handle = os.pidfd_open(pid)
        except OSError:
            continue
        try:
            now = stat(pid)
            if now and now[2] == fields[2]:
                signal.pidfd_send_signal(handle, number)
        except OSError:
            pass
        finally:
            os.close(handle)


def locked(path):
    """The lock's descriptor, or None. A probe may hold it shared for a moment, hence the second looks."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    for _ in range(20):
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return handle
        except BlockingIOError:
            time.sleep(0.05)
    return None


class Watch:
    """Follows ansible-runner to its end, or ends it: by limit or by SIGTERM."""

    def __init__(self, order, claim, run, runner):
        self.order, self.claim, self.run, self.runner = order, claim, run, runner
        self.status = None
        self.why = None
        self.began = self.moved = time.monotonic()
        self.seen = None

    def size(self, *path):
        try:
            return os.stat(os.path.join(*path)).st_size
        except OSError:
            return 0

    def limit(self):
        """The limit that is passed, if any. Any new event file moves the idle limit."""
        now = time.monotonic()
        try:
            events = os.stat(os.path.join(self.claim, "job_events")).st_mtime_ns
        except OSError:
            events = None
        if events != self.seen:
            self.seen, self.moved = events, now
        if now - self.began > self.order["total"]:
            return "total"
        if now - self.moved > self.order["idle"]:
            return "idle"
        if self.size(self.claim, "stdout") + self.size(self.run, "out") > self.order["output"]:
            return "output"
        return None

    def reap(self):
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            if pid == self.runner:
                self.status = os.waitstatus_to_exitcode(status)

    def wait(self, seconds):
        """Sleeps until a child ends or a signal comes. True: somebody asked to end the attempt."""
        info = signal.sigtimedwait(SIGNALS, seconds)
        self.reap()
        return info is not None and info.si_signo != signal.SIGCHLD

    def end_tree(self):
        """TERM, time to obey, KILL until nobody is left (or only what the kernel cannot end)."""
        left = tree()
        send(signal.SIGTERM, left)
        patience = time.monotonic() + self.order["grace"]
        while left and time.monotonic() < patience:
            self.wait(0.05)
            left = tree()
        last = time.monotonic() + 10
        while left and time.monotonic() < last:
            send(signal.SIGKILL, left)
            self.wait(0.02)
            left = tree()
        self.reap()
        return sorted(left)

    def playbook_lives(self):
        """Without ansible-runner a playbook goes on to the end of its task: to be waited for."""
        for pid in tree():
            try:
                with open(f"/proc/{pid}/cmdline", "rb") as file:
                    if b"ansible-playbook" in file.read():
                        return True
            except OSError:
                pass
        return False

    def follow(self):
        asked = False
        left = []
        while self.status is None or (self.status < 0 and self.playbook_lives()):
            asked = self.wait(0.2) or asked
            if self.status is not None and self.status >= 0:
                break  # it ended by itself before anybody could end it
            self.why = "abort" if asked else self.limit()
            if self.why:
                left = self.end_tree()
                break
        if self.why is None:
            self.why = "exit" if self.status is not None and self.status >= 0 else "runner"
        return {"why": self.why, "status": self.status, "left": left}


def environment(project):
    """The project's ansible.cfg decides. ansible-runner turns host key checking off unless the variable is set."""
    env = dict(os.environ, ANSIBLE_HOST_KEY_CHECKING="True")
    config = os.path.join(project, "ansible.cfg")
    if os.path.isfile(config):
        env["ANSIBLE_CONFIG"] = config
        with open(config, encoding="utf-8") as file:
            said = re.search(r"^host_key_checking\s*=\s*(\w+)", file.read(), re.MULTILINE)
        if said:
            env["ANSIBLE_HOST_KEY_CHECKING"] = said.group(1)
    return env


def found(tool):
    """The tool's path, or None."""
    for folder in os.environ["PATH"].split(":"):
        path = os.path.join(folder, tool)
        if os.path.isfile(path) and os.access(path, os.X_OK):
            return path
    return None


def quick(runner):
    """Command line that starts ansible-runner without its look for plugins in every installed package.

    The look takes more than half of its start-up (and a plugin could carry events elsewhere).
    """
    with open(runner, "rb") as file:
        head = file.readline(200).decode("utf-8", "replace").strip()
    python = head[2:] if head.startswith("#!") else ""
    if not os.path.isabs(python) or " " in python or "python" not in os.path.basename(python):
        return [runner]
    return [python, "-c", QUICK_START]


def start(command, project, memory, lock, out):
    """Forks ansible-runner; what is ours must not leak into playbooks."""
    env = environment(project)
    memory = memory or os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2
    pid = os.fork()
    if pid:
        return pid
    try:
        os.dup2(out, 1)
        os.dup2(out, 2)
        # The runner keeps the lock open: killing only the launcher does not make the attempt look dead.
        os.set_inheritable(lock, True)
        os.umask(0o022)
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
        os.execvpe(command[0], command, env)
    finally:
        os._exit(71)


def main(workdir, ident, incoming):
    signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    os.umask(0o077)
    try:
        os.setsid()
    except PermissionError:
        pass  # already the leader of its own session
    with open(os.path.join(incoming, "order.json"), encoding="utf-8") as file:
        order = json.load(file)
    runner = found("ansible-runner")
    if runner is None or found("ansible-playbook") is None:
        sys.stderr.write("ansible-runner or ansible-playbook is not on the PATH\n")
        return UNAVAILABLE
    artifacts = os.path.join(workdir, "artifacts")
    claim, run = os.path.join(artifacts, ident), os.path.join(workdir, "runs", ident)
    lock = locked(os.path.join(workdir, "locks", ident))
    if lock is None:
        return RUNNING
    try:
        os.mkdir(claim, 0o700)
    except FileExistsError:
        return CLAIMED
    sync(artifacts)
    os.rename(incoming, run)
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    mark(claim, "started", {"pid": os.getpid(), "start": stat(os.getpid())[2]})
    command = quick(runner) + ["run", run, "--playbook", order["playbook"], "--ident", ident]
    command += ["--artifact-dir", artifacts, "--project-dir", order["project"], "--inventory", order["inventory"]]
    command += ["--omit-env-files", "--json", "--quiet"]
    if order["check"]:
        command.append("--cmdline=--check")
    out = os.open(os.path.join(run, "out"), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    watch = Watch(order, claim, run, start(command, order["project"], order["memory"], lock, out))
    ended = watch.follow()
    for name in ("extravars", "settings"):
        try:
            os.remove(os.path.join(run, "env", name))
        except OSError:
            pass
    mark(claim, "ended", ended)
    return watch.status if watch.status is not None and watch.status >= 0 else 70


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
