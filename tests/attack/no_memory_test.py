#!/usr/bin/env python3
"""A machine without memory: whichever request is the first that is refused, extraction says so and ends as the contract has it, and an
index that was being added to is sound, and completed by the same command later.

Adding itself may be ended by a signal: destructors of the libraries that it rests on (JSON values, Xapian's query trees) ask for memory
themselves, and no program can go on from that. A search is no test here for that reason: it writes nothing that could be lost.
"""
import os
import unittest

from attack import AttackTest, BIN, Run, record, rounds

SHIM = os.environ.get("DATELINE_FAILING_MEMORY", "")


@unittest.skipUnless(os.path.exists(SHIM), "the shim that refuses memory is not built: sanitizers do not go with it")
class NoMemory(AttackTest):
    def setUp(self):
        super().setUp()
        self.page = self.write("page.html", "<html><head><title>Bridge opens</title></head><body><article><h1>Bridge opens</h1>" +
                               "<p>The mayor of Springfield, Mark Esper, opened the bridge on Monday after years of work.</p>" * 20 +
                               "</article></body></html>")

    def counted(self, program, *arguments):
        """How often the program asks for memory in all."""
        count = self.directory / "count"
        self.survive(program, *arguments, env={"LD_PRELOAD": SHIM, "MEMORY_COUNT": str(count)})
        return int(count.read_text())

    def refused_at(self, at, length, program, *arguments):
        return self.survive(program, *arguments, about="request %d, %d of them refused" % (at, length),
                            env={"LD_PRELOAD": SHIM, "MEMORY_FAIL_AT": str(at), "MEMORY_FAIL_FOR": str(length)})

    def attack(self, usual, program, *arguments):
        # What the libraries ask for before main() begins is theirs: the loader ends a program that gets nothing there.
        start = self.counted(program, "--version")
        end = self.counted(program, *arguments)
        for random in rounds(usual):
            self.refused_at(random.randrange(start + 1, end + 1), random.choice((0, 1)), program, *arguments)

    def test_extracting(self):
        self.attack(40, "dateline-index", "extract", "--threads", "1", self.page)

    def test_a_parser_that_gets_nothing_more(self):
        # Left to itself, libxml2 follows a null pointer at the first of these and asks for one name for ever at others.
        command = ["dateline-index", "extract", "--threads", "1", self.page]
        whole = self.survive(*command).stdout
        start = self.counted("dateline-index", "--version")
        for at in range(start + 1, start + 400, 8):
            run = self.refused_at(at, 0, *command)
            self.assertIn(run.stdout, ("", whole), "request %d: half an article" % at)

    def test_adding_loses_nothing_of_the_index(self):
        inputs = self.write_records("articles.jsonl", [record(i, published="2020-01-05", more={"a": [1, {"b": 2}]}) for i in range(8)])
        command = ["dateline-index", "add", "--threads", "1", "--db", self.directory / "counted", inputs]
        start, end = self.counted("dateline-index", "--version"), self.counted(*command)
        for number, random in enumerate(rounds(8)):
            db = self.directory / ("db-%d" % number)
            self.check_call("dateline-index", "add", "--db", db, self.write_records("before.jsonl", [record(100)]))
            at, length = random.randrange(start + 1, end + 1), random.choice((0, 1))
            about = "request %d, %d of them refused" % (at, length)
            Run([BIN / "dateline-index", "add", "--threads", "1", "--db", db, inputs], self.directory,
                {"LD_PRELOAD": SHIM, "MEMORY_FAIL_AT": str(at), "MEMORY_FAIL_FOR": str(length)})
            self.check_call("dateline-index", "verify", "--db", db, about=about)
            self.check_call("dateline-index", "add", "--db", db, inputs, about=about)
            found = self.survive("dateline-search", "query", "--count", "--db", db, "date:2020", about=about)
            self.assertEqual(found.stdout.strip().split()[0], "8", about)

    def check_call(self, program, *arguments, about=""):
        self.assertEqual(self.survive(program, *arguments, about=about).code, 0, about)


if __name__ == "__main__":
    unittest.main()
