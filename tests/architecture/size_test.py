#!/usr/bin/env python3
"""Functions and files stay small enough to be read at once, and tests keep pace with what they test."""
import re
import unittest

from tracked_files import text_of, tracked

# The sources of the programs that are shipped. Tables of data are .inc files or made by the build, and not counted.
SHIPPED = ("common/", "indexer/", "searcher/")
MOST_LINES_OF_A_FUNCTION = 60
MOST_LINES_OF_NINE_IN_TEN_FUNCTIONS = 25
MOST_LINES_OF_A_FILE = 400

# Lines of tests for each line of source.
LEAST_TESTS = 0.6
# Rooms whose rules are many and whose inputs are hostile: their own tests alone.
LEAST_TESTS_OF_A_ROOM = {"indexer/entities/": 0.5, "indexer/extract/": 0.5}

# A function's definition as clang-format leaves it: at the edge of a namespace, or one or two levels inside a class; with a list of
# parameters, no word of the language that opens another block, and a brace at the end.
HEAD = re.compile(r"^(?: {2}| {4})?[A-Za-z_~\[][^;{}]*\)[^;(){}]*\{$")
OTHER_BLOCK = re.compile(r"^\s*(?:(?:if|for|while|switch|else|do|namespace|struct|class|enum|union|try|catch|return|extern)\b|\w+(?:\.\w+)* = )")


def ends_a_piece(line):
    return line.endswith(("{", ";", "}", ":")) or not line.strip() or line.lstrip().startswith(("//", "#"))


def functions_of(lines):
    """(number of the first line, how many lines) of each function whose body has lines of its own."""
    found = []
    head = ""  # it may run over several lines
    first = 0
    for number, line in enumerate(lines):
        if not head:
            first = number
        head = head + " " + line.strip() if head else line
        if not ends_a_piece(line):
            continue
        if HEAD.match(head) and not OTHER_BLOCK.match(head):
            indent = len(lines[first]) - len(lines[first].lstrip())
            closing = re.compile(r"^ {%d}\}" % indent)
            last = next((n for n in range(number + 1, len(lines)) if closing.match(lines[n])), number)
            found.append((first + 1, last - first + 1))
        head = ""
    return found


def lines_of(path):
    return text_of(path).splitlines()


def all_functions():
    return [(size, "%s:%d" % (path, line)) for path in tracked("*.h", "*.cc") if path.startswith(SHIPPED)
            for line, size in functions_of(lines_of(path))]


def lines_below(folder):
    return sum(len(lines_of(path)) for path in tracked("*.h", "*.cc", "*.c", "*.py") if path.startswith(folder))


class Size(unittest.TestCase):
    def test_functions_are_found(self):
        text = ["int f(int a) {", "  return a;", "}", "", "class C {", "  int g(int a,", "        int b) const {",
                "    if (a) {", "      return b;", "    }", "    return a + b;", "  }", "};", "struct D {", "  int one;", "};"]
        self.assertEqual(functions_of(text), [(1, 3), (6, 7)])
        self.assertGreater(len(all_functions()), 1000)

    def test_no_function_is_too_long(self):
        self.assertEqual([f for f in sorted(all_functions(), reverse=True) if f[0] > MOST_LINES_OF_A_FUNCTION], [])

    def test_nine_in_ten_functions_are_short(self):
        sizes = sorted(size for size, _ in all_functions())
        self.assertLessEqual(sizes[len(sizes) * 9 // 10], MOST_LINES_OF_NINE_IN_TEN_FUNCTIONS)

    def test_no_file_is_too_long(self):
        self.assertEqual([(len(lines_of(path)), path) for path in tracked("*.h", "*.cc", "*.py")
                          if len(lines_of(path)) > MOST_LINES_OF_A_FILE], [])

    def test_tests_keep_pace_with_sources(self):
        self.assertGreaterEqual(lines_below("tests/") / sum(map(lines_below, SHIPPED)), LEAST_TESTS)
        for room, least in LEAST_TESTS_OF_A_ROOM.items():
            self.assertGreaterEqual(lines_below("tests/" + room) / lines_below(room), least, room)


if __name__ == "__main__":
    unittest.main()
