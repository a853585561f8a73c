#!/usr/bin/env python3
"""All verbs over the shipped fixtures, compared with the transcripts in tests/golden/verbs (see transcripts.py).

A difference fails and is shown. `golden_test.py --update`, or DATELINE_UPDATE_GOLDEN=1, writes the transcripts anew: read the
difference before it is committed. To add a case, write its line behind `$ ` into a transcript, and update.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

from programs import BIN, FIXTURES, ROOT
from transcripts import repeated

sys.path.append(str(ROOT / "tests" / "support"))
import golden

TRANSCRIPTS = golden.GOLDEN / "verbs"


class Golden(unittest.TestCase):
    """Every transcript runs where the fixtures are, with an index of all of them in DATELINE_DB."""

    @classmethod
    def setUpClass(cls):
        cls.directory = pathlib.Path(tempfile.mkdtemp(prefix="dateline-golden-"))
        cls.addClassCleanup(shutil.rmtree, cls.directory)
        for name in ("pages", "text", "feed.jsonl", "manifest.tsv"):
            (cls.directory / name).symlink_to(FIXTURES / name)
        kept = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_") and name != "COLUMNS"}
        cls.environment = kept | {"PATH": "%s:%s" % (BIN, os.environ["PATH"]), "DATELINE_DB": "index", "TZ": "UTC", "LC_ALL": "C.UTF-8",
                                  "EXAMPLES": str(ROOT / "docs" / "examples"), "SHARE": str(ROOT / "share"),
                                  "LIST_ENTITIES": str(ROOT / "tests" / "cli" / "list_entities.py"), "PYTHONDONTWRITEBYTECODE": "1"}
        # One thread, so that documents have the same numbers in every run, and with them equal scores their order.
        subprocess.run([BIN / "dateline-index", "add", "--threads", "1", "--files-from", "manifest.tsv", "feed.jsonl"],
                       cwd=cls.directory, env=cls.environment, capture_output=True, check=False)

    def test_each_transcript_says_what_the_programs_print(self):
        for path in sorted(TRANSCRIPTS.glob("*.txt")):
            with self.subTest(path.name):
                printed = repeated(path.read_text(encoding="utf-8"), self.directory, self.environment)
                golden.expect_golden(self, "verbs/" + path.name, printed)


if __name__ == "__main__":
    golden.main()
