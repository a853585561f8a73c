#!/usr/bin/env python3
"""Programs in C and in C++ that use the library do what they do, see the index that the programs see, and hear nothing else of it."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "cli"))

from service import Service

BIN = pathlib.Path(os.environ["DATELINE_BIN"])


class Programs(unittest.TestCase):
    def run_in_a_directory(self, name, **environment):
        with tempfile.TemporaryDirectory() as directory:
            run = subprocess.run([BIN / name, directory], capture_output=True, text=True, timeout=240, check=False,
                                 env=os.environ | environment)
            self.assertEqual((run.returncode, run.stderr), (0, ""))
            found = subprocess.run([BIN / "dateline-search", "query", "--db", directory + "/index", "--format", "json", "harbour"],
                                   capture_output=True, text=True, timeout=60, check=False)
            return run.stdout, json.loads(found.stdout)

    def test_c(self):
        said, found = self.run_in_a_directory("c_library_test")
        self.assertRegex(said, r"^libdateline %s, Xapian 1\.\d+\.\d+\n$" % os.environ["DATELINE_VERSION"].replace(".", r"\."))
        self.assertEqual(sorted(hit["id"] for hit in found["hits"]), ["a1", "a2"])

    @unittest.skipIf(os.environ.get("DATELINE_SANITIZED"), "once is enough")
    def test_a_locale_that_writes_numbers_otherwise_changes_nothing(self):
        with tempfile.TemporaryDirectory() as locales:
            made = shutil.which("localedef") and subprocess.run(["localedef", "-i", "de_DE", "-f", "UTF-8", locales + "/de_DE.UTF-8"],
                                                                capture_output=True, check=False).returncode in (0, 1)
            if not made or not os.path.exists(locales + "/de_DE.UTF-8"):
                self.skipTest("Debian's locales are not on this machine")
            _, found = self.run_in_a_directory("c_library_test", LOCPATH=locales, LC_ALL="de_DE.UTF-8")
            self.assertEqual(len(found["hits"]), 2)

    @unittest.skipIf(os.environ.get("DATELINE_SANITIZED"), "the sanitizers have looked already")
    @unittest.skipUnless(shutil.which("valgrind"), "valgrind is not on this machine")
    def test_nothing_is_lost_or_misread(self):
        with tempfile.TemporaryDirectory() as directory:
            run = subprocess.run(["valgrind", "-q", "--error-exitcode=9", "--leak-check=full", "--show-leak-kinds=definite",
                                  "--errors-for-leak-kinds=definite", BIN / "c_library_test", directory], capture_output=True, text=True,
                                 timeout=800, check=False)
            self.assertEqual((run.returncode, run.stderr), (0, ""))

    def test_the_programs_have_the_same_version(self):
        for program in ("dateline-index", "dateline-search"):
            said = subprocess.run([BIN / program, "--version"], capture_output=True, text=True, timeout=60, check=False).stdout
            self.assertRegex(said, r"^%s %s \(Xapian 1\.\d+\.\d+\)\n$" % (program, os.environ["DATELINE_VERSION"].replace(".", r"\.")))

    def test_what_the_service_says_of_itself_has_it_too(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.directory = pathlib.Path(scratch.name)
        subprocess.run([BIN / "dateline-index", "add", "--db", self.directory / "index", "-"], input=b'{"id": "a1", "headline": "A"}\n',
                       capture_output=True, check=True)
        service = Service(self, "--db", self.directory / "index")
        self.assertRegex(service.ask("/openapi.yaml").body.decode(), r'"?version"?: "?%s"?\b' % re.escape(os.environ["DATELINE_VERSION"]))
        self.assertEqual(service.stop(), 0)

    def test_what_is_released_has_it_too(self):
        log = (ROOT / "CHANGELOG.md").read_text("utf-8")
        self.assertEqual(re.findall(r"^## (\S+) \(\d{4}-\d\d-\d\d\)$", log, re.M)[0], os.environ["DATELINE_VERSION"])
        elements = json.loads((ROOT / "searcher/web/elements/package.json").read_text("utf-8"))
        self.assertEqual(elements["version"], os.environ["DATELINE_VERSION"])

    def test_cpp(self):
        _, found = self.run_in_a_directory("cpp_library_test")
        self.assertEqual([hit["id"] for hit in found["hits"]], ["c1"])


if __name__ == "__main__":
    unittest.main()
