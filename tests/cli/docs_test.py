#!/usr/bin/env python3
"""The examples in the pages of the verbs, run over the shipped fixtures: a page shows what the programs print.

An example is a block of ```console: a line behind `$ ` is run by bash, and what it prints, on standard output and standard error as a terminal shows them, stands
below it. `docs_test.py --update`, or DATELINE_UPDATE_GOLDEN=1, writes what is printed into the pages: read the difference before it is committed.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from programs import BIN, FIXTURES, ROOT
from transcripts import normalised

PAGES = [*sorted((ROOT / "docs" / "verbs").glob("*.md")), ROOT / "docs" / "similar.md"]
BLOCK = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.MULTILINE | re.DOTALL)
UPDATE = "DATELINE_UPDATE_GOLDEN"


def commands_of(block):
    return [line[2:] for line in block.splitlines() if line.startswith("$ ")]


class Docs(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.directory = pathlib.Path(tempfile.mkdtemp(prefix="dateline-docs-"))
        cls.addClassCleanup(shutil.rmtree, cls.directory)
        for name in ("pages", "text", "feed.jsonl", "manifest.tsv"):
            (cls.directory / name).symlink_to(FIXTURES / name)
        kept = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_") and name != "COLUMNS"}
        cls.environment = kept | {"PATH": "%s:%s" % (BIN, os.environ["PATH"]), "DATELINE_DB": "index", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
        subprocess.run([BIN / "dateline-index", "add", "--threads", "1", "--files-from", "manifest.tsv", "feed.jsonl"], cwd=cls.directory,
                       env=cls.environment, capture_output=True, check=False)

    def printed(self, command):
        done = subprocess.run(["bash", "-c", command], cwd=self.directory, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              timeout=120, check=False)
        return normalised(done.stdout.decode("utf-8"), self.directory)

    def run_again(self, block):
        """The block with what its commands print now."""
        return "".join("$ %s\n%s" % (command, "".join(line.rstrip() + "\n" for line in self.printed(command).splitlines()))
                       for command in commands_of(block))

    def test_each_page_shows_what_the_programs_print(self):
        for path in PAGES:
            with self.subTest(path.name):
                text = path.read_text(encoding="utf-8")
                again = BLOCK.sub(lambda match: self.run_again(match.group(1)), text)
                if os.environ.get(UPDATE):
                    path.write_text(again, encoding="utf-8")
                else:
                    self.assertEqual(text, again)

    def test_each_verb_has_its_page_which_runs_it(self):
        verbs = subprocess.run([BIN / "dateline-search", "--help"], env=self.environment, capture_output=True, check=True, encoding="utf-8").stdout
        for verb in re.findall(r"^  ([a-z-]+) ", verbs.split("Subcommands:")[1], re.MULTILINE):
            with self.subTest(verb):
                page = next(path for path in PAGES if path.stem == verb)
                commands = [command for block in BLOCK.findall(page.read_text(encoding="utf-8")) for command in commands_of(block)]
                self.assertTrue(any("dateline-search " + verb in command for command in commands))


if __name__ == "__main__":
    if "--update" in sys.argv:
        sys.argv.remove("--update")
        os.environ[UPDATE] = "1"
    unittest.main()
