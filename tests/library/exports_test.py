#!/usr/bin/env python3
"""The library exports what its header declares and its symbol list has, and nothing else; all of them have one version."""
import os
import pathlib
import re
import subprocess
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
HEADER = ROOT / "searcher/include/dateline/dateline.h"
SYMBOL_LIST = ROOT / "searcher/capi/libdateline.map"
LIBRARY = os.environ["DATELINE_LIBRARY"]


def in_header():
    text = re.sub(r"//[^\n]*", "", HEADER.read_text(encoding="utf-8"))
    return re.findall(r"^DATELINE_API [^;(]*?\b(dateline_\w+)\(", text, re.M)


def in_list():
    text = re.sub(r"/\*.*?\*/", "", SYMBOL_LIST.read_text(encoding="utf-8"), flags=re.S)
    return re.findall(r"^\s+(\w+);", text.split("local:")[0], re.M)


def in_library():
    """(name, version) of each symbol that another program could be linked to."""
    lines = subprocess.run(["nm", "-D", "--defined-only", "--with-symbol-versions", LIBRARY], check=True,
                           capture_output=True, text=True).stdout.splitlines()
    symbols = [line.split()[-1] for line in lines if line.split()[-2] != "A"]
    return sorted(tuple(re.split("@+", symbol)) for symbol in symbols)


class Exports(unittest.TestCase):
    def test_the_library_exports_what_the_header_declares(self):
        self.assertGreater(len(in_header()), 50)
        self.assertEqual(sorted(name for name, _ in in_library()), sorted(in_header()))

    def test_the_symbol_list_is_that_of_the_library(self):
        self.assertEqual(in_list(), sorted(in_list()))
        self.assertEqual(in_library(), [(name, "DATELINE_0.1") for name in in_list()])

    def test_every_name_begins_with_that_of_the_library(self):
        text = re.sub(r"//[^\n]*|/\*.*?\*/", "", HEADER.read_text(encoding="utf-8"), flags=re.S)
        declared = re.findall(r"\btypedef (?:struct|enum) \w+ (\w+);|^}\s*(\w+);|^\s+([A-Z]\w+) = \d|#define (\w+)", text, re.M)
        names = ["".join(groups) for groups in declared]
        self.assertGreater(len(names), 20)
        self.assertEqual([name for name in names if not name.lower().startswith("dateline_")], [])

    def test_the_library_goes_by_its_major_version(self):
        dynamic = subprocess.run(["readelf", "-d", LIBRARY], check=True, capture_output=True, text=True).stdout
        self.assertIn("[libdateline.so.0]", dynamic)
        self.assertNotIn("RUNPATH", dynamic)

    def test_the_header_has_the_version_of_the_project(self):
        parts = re.findall(r"#define DATELINE_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)", HEADER.read_text(encoding="utf-8"))
        self.assertEqual(".".join(parts), os.environ["DATELINE_VERSION"])


if __name__ == "__main__":
    unittest.main()
