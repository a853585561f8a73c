"""Runs the real programs for the end-to-end tests, each test in a directory of its own."""
import gzip
import json
import os
import pathlib
import resource
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BIN = pathlib.Path(os.environ.get("DATELINE_BIN", ROOT / "build" / "dev" / "bin"))
FIXTURES = ROOT / "corpus" / "fixtures"
SHARED = ROOT.parent / "shared"


class ProgramTest(unittest.TestCase):
    """A temporary directory, and the programs as methods."""

    def setUp(self):
        self.directory = pathlib.Path(tempfile.mkdtemp(prefix="dateline-test-"))
        self.addCleanup(shutil.rmtree, self.directory, ignore_errors=True)
        self.db = self.directory / "index"

    def run_program(self, name, *arguments, expect=0, stdin=None, env=None, timeout=300, user=None,
                    address_space=None):
        """The completed process, its output decoded; fails the test if the exit code is not `expect` (None: any). `address_space`
        bounds the process's memory, in bytes, as `ulimit -v` does."""
        environment = {k: v for k, v in os.environ.items() if k not in ("DATELINE_DB", "NO_COLOR")}
        environment.update(env or {})

        def limited():
            resource.setrlimit(resource.RLIMIT_AS, (address_space, address_space))

        run = subprocess.run([str(BIN / name)] + [str(a) for a in arguments], input=stdin, capture_output=True,
                             env=environment, cwd=self.directory, timeout=timeout, check=False, user=user,
                             preexec_fn=limited if address_space else None)
        run.stdout = run.stdout.decode("utf-8")
        run.stderr = run.stderr.decode("utf-8", "replace")
        if expect is not None:
            self.assertEqual(run.returncode, expect, "%s %s\n%s%s" % (name, arguments, run.stdout[-2000:], run.stderr[-2000:]))
        return run

    def index(self, verb, *arguments, **options):
        return self.run_program("dateline-index", verb, *arguments, **options)

    def search(self, verb, *arguments, **options):
        return self.run_program("dateline-search", verb, *arguments, **options)

    def add(self, *arguments, **options):
        """Adds, and returns the closing summary."""
        run = self.index("add", "--db", self.db, "--progress", "never", "--format", "json", *arguments, **options)
        return json.loads(run.stdout) if run.stdout else None

    def query(self, text, *options):
        """The JSON answer."""
        return json.loads(self.search("query", "--db", self.db, "--format", "json", *options, "--", text).stdout)

    def ids(self, text, *options):
        return sorted(hit["id"] for hit in self.query(text, "--limit", "10000", *options)["hits"])

    def info(self):
        return json.loads(self.index("info", "--db", self.db, "--format", "json").stdout)

    def write(self, name, content):
        path = self.directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def write_records(self, name, records):
        return self.write(name, "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records))

    def shared(self, name):
        """A folder of the data beside the project; skips the test, saying so, where it is not there."""
        path = SHARED / name
        if not path.exists():
            self.skipTest("the shared data %s is not on this machine" % name)
        return path


def open_text(path):
    """A text file, gzip or not."""
    return gzip.open(path, "rt", encoding="utf-8") if str(path).endswith(".gz") else open(path, encoding="utf-8")


def record(number, **fields):
    """A small article record; keyword arguments replace or add keys."""
    return {"id": "a%d" % number, "headline": "Headline %d" % number, "body": "Body of article number %d." % number, **fields}
