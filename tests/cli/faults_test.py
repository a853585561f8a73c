#!/usr/bin/env python3
"""A disk that fails at any moment: the run says so, the state before it stays, and the same command completes it afterwards."""
import errno
import os
import unittest

from programs import ProgramTest, record

SHIM = os.environ.get("DATELINE_FAILING_CALLS", "")


@unittest.skipUnless(os.path.exists(SHIM), "the shim that makes calls fail is not built: sanitizers do not go with it")
class Faults(ProgramTest):
    # Every fifth call fails in turn; all of them with 1, which takes minutes.
    STEP = int(os.environ.get("DATELINE_FAULT_STEP", "5"))

    def setUp(self):
        super().setUp()
        self.first = self.write_records("first.jsonl", [record(i) for i in range(10)])
        # Replaces, adds, and meets enough segments to fold some.
        self.second = self.write_records("second.jsonl", [record(i, body="Changed.") for i in range(5, 15)])
        self.add(self.first)
        for i in range(100, 104):
            self.add(self.write_records("more%d.jsonl" % i, [record(i)]))
        self.before = sorted(self.ids("headline"))
        self.base = self.db
        self.assertEqual(len(self.before), 14)

    def fresh_copy(self, name):
        self.db = self.directory / name
        self.index("backup", "--db", self.base, self.db)

    def run_failing(self, at, number, builder):
        count = self.directory / "count"
        count.unlink(missing_ok=True)
        run = self.index("add", "--db", self.db, "--progress", "never", "--builder", builder, self.second, expect=None,
                         env={"LD_PRELOAD": SHIM, "FAIL_BELOW": str(self.db), "FAIL_AT": str(at), "FAIL_ERRNO": str(number),
                              "FAIL_COUNT": str(count)})
        return run, int(count.read_text())

    def check(self, builder, number, message):
        self.fresh_copy("count-" + builder)
        whole, calls = self.run_failing(0, number, builder)
        self.assertEqual(whole.returncode, 0, whole.stderr)
        after = self.ids("headline")
        self.assertEqual(len(after), 19)
        self.assertGreater(calls, 20)
        for at in range(1, calls + 1, self.STEP):
            self.fresh_copy("at-%s-%d" % (builder, at))
            run, _ = self.run_failing(at, number, builder)
            self.assertIn(run.returncode, (0, 1), "call %d: %s" % (at, run.stderr))
            self.index("verify", "--db", self.db)
            found = sorted(self.ids("headline"))
            if run.returncode == 1:
                self.assertIn(message, run.stderr, "call %d" % at)
                self.assertIn(found, (self.before, sorted(after)), "call %d: all of a commit or none" % at)
            else:
                self.assertEqual(found, sorted(after), "call %d" % at)
            self.add(self.second)  # resumes
            self.assertEqual(sorted(self.ids("headline")), sorted(after), "call %d" % at)
            self.assertEqual(len(self.ids("changed")), 10, "call %d" % at)
            self.index("verify", "--db", self.db)

    def test_an_input_output_error_at_every_call(self):
        self.check("glass", errno.EIO, "Input/output error")

    def test_a_full_disk_at_every_call(self):
        self.check("glass", errno.ENOSPC, "space")

    def test_the_other_builder_under_the_same(self):
        self.check("xapian", errno.EIO, "dateline-index: ")


if __name__ == "__main__":
    unittest.main()
