#!/usr/bin/env python3
"""A header's name is its source's, and what a comment names is there."""
import re
import unittest

from tracked_files import ROOT, text_of, tracked

# Headers that declare what no source of their name defines.
DECLARED_TOGETHER = {
    "indexer/cli/verbs.h": "each verb is a file, and this lists them",
    "searcher/cli/verbs.h": "each verb is a file, and this lists them",
    "searcher/include/dateline/dateline.h": "the functions of the C library, which searcher/capi and indexer/capi define",
    "tests/library/abi/0.1/dateline/dateline.h": "what that was in 0.1.0",
    "tests/library/c_library_test.h": "the parts of the test in C, whose sources end in .c",
    "common/names/country_tables.h": "the build writes its source",
    "indexer/entities/words/tables.h": "the build writes its source",
}
VERBS = ("indexer/cli/", "searcher/cli/")

# Outside the repository, or made by the build or a run.
NOT_OURS = {"xapian.h"}

# A function that is declared without a body: at the left margin, or as a member of a class there.
DECLARATION = re.compile(r"^(?!inline |constexpr |template|using |static_assert|friend |typedef )"
                         r"[A-Za-z_][^\n{}=;()]*[\w>&*] \w+\([^{};=]*\)(?: const)?(?: noexcept)?;$", re.M)
CLASS = re.compile(r"^(?:class|struct) [^;{]*\{\n(.*?)^\};", re.M | re.S)
COMMENT = re.compile(r"//[^\n]*")
NAMED_FILE = re.compile(r"(?<![\w/.<*-])((?:[\w-]+/)*[\w-]+\.(?:h|cc|md|py|inc|cmake))\b(?!\.?\w)")
NAMED_FOLDER = re.compile(r"(?<![\w/.<*-])((?:common|indexer|searcher|corpus|bench|tests|training|docs|scripts|share)/[\w./-]*\w)")
# A function's name in a comment: "to_bytes()", "TaggerModel::to_bytes()"; not one within quotes.
NAMED_FUNCTION = re.compile(r'(?<![\w."])((?:\w+::)*~?\w+)\(\)')
# Where code declares one: behind its type, as a constructor, as a lambda with a name, as a macro.
DECLARED_FUNCTION = re.compile(r"^ *(?!return\b|else\b|throw\b)(?:\[\[\w+\]\] )?[A-Za-z_][\w:<>,&* \[\]]*[ &*>](?:\w+::)*(~?\w+)\("
                               r"|\bauto (\w+) = \[|^ *(?:explicit )?(\w+)\(|#define (\w+)\(|\b(?:class|struct) (\w+)", re.M)
# Functions of the libraries that comments speak of.
LIBRARY_FUNCTIONS = {"pow", "release", "MSet::fetch"}


def declaration_in(header):
    text = COMMENT.sub("", header)
    members = "".join(re.sub(r"^  ", "", line) for inside in CLASS.findall(text) for line in inside.splitlines(keepends=True))
    return DECLARATION.search(CLASS.sub("", text)) or DECLARATION.search(members)


def is_program_or_test(path, text):
    return path.endswith(("_test.cc", "_bench.cc", "_fuzz.cc")) or re.search(r"^int main\(", text, re.M) is not None


class Names(unittest.TestCase):
    def test_a_source_has_a_header_of_its_name(self):
        files = set(tracked("*.h", "*.cc"))
        faults = [path for path in sorted(files) if path.endswith(".cc") and path[:-3] + ".h" not in files
                  and not path.startswith(VERBS) and not is_program_or_test(path, text_of(path))]
        self.assertEqual(faults, [])

    def test_a_header_that_declares_functions_has_a_source_of_its_name(self):
        files = set(tracked("*.h", "*.cc"))
        faults = []
        for path in sorted(files):
            if path.endswith(".h") and path[:-2] + ".cc" not in files and path not in DECLARED_TOGETHER:
                declared = declaration_in(text_of(path))
                if declared:
                    faults.append("%s: %s" % (path, declared.group(0)))
        self.assertEqual(faults, [])

    def test_the_exceptions_are_there(self):
        self.assertEqual([path for path in DECLARED_TOGETHER if not (ROOT / path).exists()], [])

    def test_files_that_comments_name_exist(self):
        everything = tracked()
        # A path may be told from any folder on: "fields.h", "schema/fields.h".
        names = {"/".join(parts[at:]) for parts in (path.split("/") for path in everything) for at in range(len(parts))}
        faults = []
        for path in tracked("*.h", "*.cc"):
            for comment in COMMENT.findall(text_of(path)):
                for named in NAMED_FILE.findall(comment):
                    if named not in names and named not in NOT_OURS:
                        faults.append("%s names %s" % (path, named))
                for named in NAMED_FOLDER.findall(comment):
                    stem = named.rstrip(".")
                    if not any(other.startswith(stem) for other in everything):
                        faults.append("%s names %s" % (path, named))
        self.assertEqual(sorted(set(faults)), [])

    def test_functions_that_comments_name_are_declared(self):
        declared = set(LIBRARY_FUNCTIONS)
        for path in tracked("*.h", "*.cc", "*.c", "*.inc"):
            for names in DECLARED_FUNCTION.findall(COMMENT.sub("", text_of(path))):
                declared.update(names)
        for path in tracked("*.py"):
            declared.update(re.findall(r"^ *def (\w+)\(", text_of(path), re.M))
        named = [(path, name) for path in tracked("*.h", "*.cc")
                 for comment in COMMENT.findall(text_of(path)) for name in NAMED_FUNCTION.findall(comment)]
        self.assertGreater(len(named), 100)
        self.assertEqual(["%s names %s()" % (path, name) for path, name in named
                          if name not in declared and name.split("::")[-1] not in declared], [])


if __name__ == "__main__":
    unittest.main()
