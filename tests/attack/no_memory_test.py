#!/usr/bin/env python3
"""A machine without memory: whichever request is the first that is refused, extraction says so and ends as the contract has it."""
import os
import unittest

from attack import AttackTest, rounds

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


if __name__ == "__main__":
    unittest.main()
