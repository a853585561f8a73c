#!/usr/bin/env python3
"""Programs that were compiled with the header of an earlier release run with this library.

tests/library/abi has what the header of each release declared. What stands there stays as it is; a release that declares more adds its own.
"""
import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

from exports_test import HEADER, LIBRARY, ROOT, in_library

KEPT = sorted((ROOT / "tests" / "library" / "abi").iterdir())
BIN = pathlib.Path(os.environ["DATELINE_BIN"])


def declarations(header):
    """Each function, type and number of an enumeration as one line, whatever its comments and line feeds are."""
    text = re.sub(r"//[^\n]*|/\*.*?\*/", " ", header.read_text("utf-8"), flags=re.S)
    text = re.sub(r"^#.*$", "", text, flags=re.M)
    text = re.sub(r"\s+", " ", re.sub(r"\s*([(){},;*])\s*", r" \1 ", text))
    numbers = re.findall(r"DATELINE_\w+ = \d+", text)
    enums = re.findall(r"typedef enum (\w+) \{", text)
    rest = re.sub(r"typedef enum .*?\}[^;]*;", "", text)
    return set(numbers) | {"enum " + name for name in enums} | {part.strip() for part in rest.split(";") if "dateline" in part}


class Abi(unittest.TestCase):
    def test_what_was_declared_is_declared(self):
        now = declarations(HEADER)
        self.assertGreater(len(KEPT), 0)
        for folder in KEPT:
            with self.subTest(release=folder.name):
                before = declarations(folder / "dateline" / "dateline.h")
                self.assertGreater(len(before), 85)
                self.assertEqual(sorted(before - now), [])

    def test_what_was_exported_is_exported_under_the_same_version(self):
        exported = dict(in_library())
        for folder in KEPT:
            names = re.findall(r"\b(dateline_\w+) *\(", " ".join(declarations(folder / "dateline" / "dateline.h")))
            self.assertGreater(len(names), 50)
            self.assertEqual([name for name in names if exported.get(name) is None], [])
            if folder.name == "0.1":
                self.assertEqual({exported[name] for name in names}, {"DATELINE_0.1"})

    @unittest.skipIf(os.environ.get("DATELINE_SANITIZED"), "a plain program cannot use a sanitized library")
    def test_a_program_that_was_compiled_then_runs(self):
        library = pathlib.Path(LIBRARY).parent
        with tempfile.TemporaryDirectory() as directory:
            index, program = directory + "/index", directory + "/find"
            subprocess.run([BIN / "dateline-index", "add", "--db", index, "-"], input=b'{"id": "a1", "headline": "Harbour opens"}\n',
                           capture_output=True, check=True)
            for folder in KEPT:
                subprocess.run(["cc", "-std=c11", "-Wall", "-Werror", "-I", folder, ROOT / "tests" / "library" / "foreign" / "find.c",
                                "-o", program, "-L", library, "-ldateline", "-Wl,-rpath,%s" % library], check=True)
                found = json.loads(subprocess.run([program, index, "harbour"], capture_output=True, timeout=60, check=True).stdout)
                self.assertEqual((folder.name, [hit["id"] for hit in found["hits"]]), (folder.name, ["a1"]))


if __name__ == "__main__":
    unittest.main()
