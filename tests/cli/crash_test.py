#!/usr/bin/env python3
"""A page that kills the program kills it once: the next run rejects that page by name and indexes all others."""
import json
import os
import signal
import unittest

from programs import ProgramTest

SHIM = os.environ.get("DATELINE_CRASHING_CALLS", "")
PAGE = "<title>%s</title><h1>%s</h1><p>The bridge was closed on Friday night, officials said, after the storm had damaged it.</p>"


@unittest.skipUnless(os.path.exists(SHIM), "the shim that crashes the parser is not built: sanitizers do not go with it")
class Crash(ProgramTest):
    PAGES = 30

    def setUp(self):
        super().setUp()
        for i in range(self.PAGES):
            title = "Harbour bridge %d closed after storm" % i
            self.write("pages/%02d.html" % i, PAGE % (title, title))
        self.write("pages/10.html", PAGE % ("Deadlyword in the harbour", "Deadlyword in the harbour today"))
        self.rejects = self.directory / "rejects.jsonl"

    def run_add(self, threads, env=None, expect=None):
        return self.index("add", "--db", self.db, "--progress", "never", "--format", "json", "--threads", threads, "--rejects",
                          self.rejects, self.directory / "pages", env=env, expect=expect)

    def test_the_next_run_goes_on_without_it(self):
        crashing = {"LD_PRELOAD": SHIM, "CRASH_AT": "Deadlyword"}
        for threads in (1, 4):
            self.db = self.directory / ("index%d" % threads)
            self.assertEqual(self.run_add(threads, crashing).returncode, -signal.SIGSEGV)
            for _ in range(2):  # and every later one
                run = self.run_add(threads, crashing, expect=3)
                self.assertEqual(json.loads(run.stdout)["articles"], self.PAGES - 1)
                rejected = [json.loads(line) for line in self.rejects.read_text().splitlines()]
                self.assertEqual([r["code"] for r in rejected], ["crashed"])
                self.assertTrue(rejected[0]["path"].endswith("10.html"))
            # A program that reads it takes it, without being told to.
            self.assertEqual(json.loads(self.run_add(threads, expect=0).stdout)["articles"], self.PAGES)
            self.assertFalse((self.db / "underway").exists())

    def test_what_was_in_hand_when_somebody_killed_the_run_is_innocent(self):
        killed = {"LD_PRELOAD": SHIM, "CRASH_AT": "Harbour bridge 7 "}
        self.run_add(4, killed)
        self.assertTrue((self.db / "underway").exists())
        self.assertEqual(json.loads(self.run_add(4, expect=0).stdout)["articles"], self.PAGES)


if __name__ == "__main__":
    unittest.main()
