"""Golden files of the Python tests: an output as it should be, kept in tests/golden and reviewed like code.

`TEST.py --update`, or DATELINE_UPDATE_GOLDEN=1, writes what is printed now in the place of what is there; the difference is to be read before it
is committed.
"""
import difflib
import os
import pathlib
import sys
import unittest

GOLDEN = pathlib.Path(__file__).resolve().parents[1] / "golden"
UPDATE = "--update" in sys.argv or "DATELINE_UPDATE_GOLDEN" in os.environ


def expect_golden(test, name, actual):
    """Fails `test` if `actual` is not what tests/golden/`name` holds, and shows the lines that differ."""
    path = GOLDEN / name
    if UPDATE:
        path.write_text(actual, encoding="utf-8")
        return
    expected = path.read_text(encoding="utf-8") if path.exists() else ""
    if actual != expected:
        lines = difflib.unified_diff(expected.splitlines(), actual.splitlines(), "tests/golden/" + name, "as it is", lineterm="", n=6)
        test.fail("not what is expected (--update writes it anew):\n" + "\n".join(lines))


def main():
    """unittest's main, which knows --update too."""
    unittest.main(module="__main__", argv=[argument for argument in sys.argv if argument != "--update"])
