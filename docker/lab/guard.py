"""Tears a lab down when its owner ends, also by kill -9.

usage: guard.py PREFIX OWNER LAB   PREFIX - means every lab there is.
Started by `lab up --owner`, which also finds and ends it by these arguments, and by `enter`.
"""

import fcntl
import os
import pathlib
import select
import signal
import subprocess
import sys

NETNS = pathlib.Path("/run/netns")


def wait_for_end(pid):
    try:
        owner = os.pidfd_open(pid)  # holds on to this very process: a reused number cannot fool it
    except ProcessLookupError:
        return
    poll = select.poll()
    poll.register(owner, select.POLLIN)
    poll.poll()


def labs(prefix):
    if prefix != "-":
        return [prefix]
    return [path.name.removesuffix("-counter") for path in NETNS.glob("*-counter")]


def main():
    prefix, owner, lab = sys.argv[1:4]
    for unwanted in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
        signal.signal(unwanted, signal.SIG_IGN)
    wait_for_end(int(owner))
    # Taken before the first `lab down`: a new `lab up` that came first ends this guard, and keeps its new lab.
    lock = os.open(NETNS, os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_EX)
    for name in labs(prefix):
        spared = {"XUHANG_LAB": name, "XUHANG_LAB_LOCKED": str(os.getpid())}
        subprocess.run([lab, "down"], env={**os.environ, **spared}, check=False)


main()
