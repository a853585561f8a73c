#!/usr/bin/env python3
"""A machine without memory: whichever request is the first that is refused, the program says so and the index stays whole."""
import os
import shutil
import unittest

from attack import AttackTest, record, rounds

SHIM = os.environ.get("DATELINE_FAILING_MEMORY", "")


@unittest.skipUnless(os.path.exists(SHIM), "the shim that refuses memory is not built: sanitizers do not go with it")
class NoMemory(AttackTest):
    def setUp(self):
        super().setUp()
        self.add(self.write_records("first.jsonl", [record(i) for i in range(10)]))
        self.page = self.write("page.html", "<html><head><title>Bridge opens</title></head><body><article><h1>Bridge opens</h1>" +
                               "<p>The mayor of Springfield, Mark Esper, opened the bridge on Monday after years of work.</p>" * 20 +
                               "</article></body></html>")
        self.second = self.write_records("second.jsonl", [record(i, body="Changed.") for i in range(5, 15)])

    def counted(self, program, *arguments):
        """How often the program asks for memory in all."""
        count = self.directory / "count"
        self.survive(program, *arguments, env={"LD_PRELOAD": SHIM, "MEMORY_COUNT": str(count)})
        return int(count.read_text())

    def refused_at(self, at, length, program, *arguments):
        return self.survive(program, *arguments, about="request %d, %d of them refused" % (at, length),
                            env={"LD_PRELOAD": SHIM, "MEMORY_FAIL_AT": str(at), "MEMORY_FAIL_FOR": str(length)})

    def attack(self, usual, program, make_arguments, check=lambda run: None):
        # What the libraries ask for before main() begins is theirs: the loader ends a program that gets nothing there.
        start = self.counted(program, "--version")
        end = self.counted(program, *make_arguments())
        for random in rounds(usual):
            run = self.refused_at(random.randrange(start + 1, end + 1), random.choice((0, 1)), program, *make_arguments())
            check(run)

    def test_extracting(self):
        self.attack(40, "dateline-index", lambda: ("extract", "--threads", "1", self.page))

    def test_adding_keeps_the_index_whole_and_is_completed_by_the_next_run(self):
        sound = self.directory / "sound"
        shutil.copytree(self.db, sound)

        def arguments():
            shutil.rmtree(self.db)
            shutil.copytree(sound, self.db)
            return ("add", "--db", self.db, "--progress", "never", "--threads", "2", "--entities", "on", self.page, self.second)

        def check(_):
            self.index("verify", "--db", self.db)
            self.add(self.page, self.second)
            self.assertEqual(self.info()["articles"], 16)
        self.attack(40, "dateline-index", arguments, check)

    def test_searching(self):
        for verb in (("query", "--facet", "person", "--format", "json", "head* NEAR/4 numb~"), ("suggest", "hea"), ("entity", "Esper"),
                     ("explain", "--id", "a3", "headline"), ("show", "a3")):
            self.attack(15, "dateline-search", lambda verb=verb: (verb[0], "--db", self.db, *verb[1:]))


if __name__ == "__main__":
    unittest.main()
