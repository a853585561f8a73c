"""What every attack of the campaign is made of: rounds by a seed, programs run under bounds, and what they may never do.

The sizes come from the environment, so that the same scripts run for seconds in the tests and for a night by hand:

    DATELINE_ATTACK_ROUNDS   how many rounds each attack makes (default: a few)
    DATELINE_ATTACK_SEED     the first round's seed; round n uses seed + n, so that one round can be repeated alone
"""
import json
import os
import pathlib
import random
import resource
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))
from programs import BIN, ProgramTest, record  # noqa: E402  pylint: disable=wrong-import-position

SEED = int(os.environ.get("DATELINE_ATTACK_SEED", "1"))
# A program that needs longer than this for small inputs hangs. It is no measure of speed.
HANG_SECONDS = int(os.environ.get("DATELINE_ATTACK_HANG", "120"))
# What the contract lets a program end with.
EXIT_CODES = (0, 1, 2, 3)
# How the sanitizers' reports begin; such a program ends with an exit code of its own.
REPORTS = ("ERROR: AddressSanitizer", "runtime error:", "WARNING: ThreadSanitizer")


def rounds(usual):
    """The random generators of this run's rounds."""
    count = int(os.environ.get("DATELINE_ATTACK_ROUNDS", usual))
    return [random.Random(seed) for seed in range(SEED, SEED + count)]


class Run:
    """A program that has ended: exit code (negative for a signal), output, seconds, and its peak resident memory in bytes."""

    def __init__(self, arguments, directory, env=None, limits=()):
        """`limits`: pairs of a resource's number and its bound (module resource)."""
        environment = {k: v for k, v in os.environ.items() if k not in ("DATELINE_DB", "NO_COLOR")}
        environment.update(env or {})
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            started = time.monotonic()
            child = subprocess.Popen([str(a) for a in arguments], stdin=subprocess.DEVNULL, stdout=out, stderr=err, cwd=directory,
                                     env=environment, preexec_fn=lambda: [resource.setrlimit(r, (b, b)) for r, b in limits])
            self.hung = not self._wait(child, started)
            self.seconds = time.monotonic() - started
            out.seek(0)
            err.seek(0)
            self.stdout = out.read().decode("utf-8", "replace")
            self.stderr = err.read().decode("utf-8", "replace")

    def _wait(self, child, started):
        while True:
            pid, status, usage = os.wait4(child.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() - started > HANG_SECONDS:
                child.kill()
                _, status, usage = os.wait4(child.pid, 0)
                self.code, self.peak_bytes = os.waitstatus_to_exitcode(status), usage.ru_maxrss * 1024
                return False
            time.sleep(0.002)
        child.returncode = self.code = os.waitstatus_to_exitcode(status)
        self.peak_bytes = usage.ru_maxrss * 1024
        return True


class AttackTest(ProgramTest):
    """A test whose programs may fail, but only as the contract says."""

    def survive(self, program, *arguments, env=None, about="", limits=()):
        """Runs the program; fails where it crashes, hangs, or ends in a way that the contract does not know."""
        run = Run([BIN / program, *arguments], self.directory, env, limits)
        told = "%s %s\n%s %s" % (program, " ".join(map(str, arguments))[:2000], about, run.stderr[-2000:])
        self.assertFalse(run.hung, "hangs: " + told)
        self.assertIn(run.code, EXIT_CODES, "ended by %d: %s" % (run.code, told))
        self.assertFalse([r for r in REPORTS if r in run.stderr], told)
        if run.code == 1:
            self.assertTrue(run.stderr.strip(), "fails without a word: " + told)
        return run

    def survive_json(self, program, *arguments, **options):
        """The same; what is printed is JSON where the program succeeds."""
        run = self.survive(program, *arguments, **options)
        return run, json.loads(run.stdout) if run.code == 0 and run.stdout else None


__all__ = ["AttackTest", "Run", "record", "rounds", "BIN"]
