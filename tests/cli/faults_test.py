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

    def failing(self, verb, at, *arguments, number=errno.EIO, **environment):
        count = self.directory / "count"
        count.unlink(missing_ok=True)
        run = self.index(verb, "--db", self.db, *arguments, expect=None,
                         env={"LD_PRELOAD": SHIM, "FAIL_BELOW": str(self.directory), "FAIL_AT": str(at), "FAIL_ERRNO": str(number),
                              "FAIL_COUNT": str(count), **environment})
        return run, int(count.read_text())

    def test_until_the_new_state_is_on_the_disk_the_old_one_can_come_back(self):
        """A crash after a failed sync brings back the manifest before, which needs its segments."""
        self.fresh_copy("count-compact")
        whole, calls = self.failing("compact", 0)
        self.assertEqual(whole.returncode, 0, whole.stderr)
        # The last ones are the commit.
        for at in sorted({*range(1, calls + 1, self.STEP), *range(calls - 4, calls + 1)}):
            self.fresh_copy("compact-%d" % at)
            manifest = self.db / "XAPIANDB"
            before = manifest.read_bytes()
            run, _ = self.failing("compact", at)
            self.assertEqual(run.returncode, 1, "call %d: %s" % (at, run.stderr))
            self.index("verify", "--db", self.db)
            self.assertEqual(sorted(self.ids("headline")), self.before, "call %d" % at)
            after = manifest.read_bytes()
            for state in (before, after):
                manifest.write_bytes(state)
                self.index("verify", "--db", self.db)
                self.assertEqual(sorted(self.ids("headline")), self.before, "call %d" % at)
            self.index("compact", "--db", self.db)  # once more, with a disk that is well again
            self.index("verify", "--db", self.db)

    def test_what_a_manifest_names_is_synced_before_it(self):
        self.fresh_copy("traced")
        for verb, arguments in (("add", (self.second,)), ("compact", ())):
            trace = self.directory / (verb + "-trace")
            run, _ = self.failing(verb, 0, *arguments, FAIL_TRACE=str(trace))
            self.assertEqual(run.returncode, 0, run.stderr)
            lines = trace.read_text().splitlines()
            commits = [i for i, line in enumerate(lines) if line == "rename %s/XAPIANDB" % self.db]
            self.assertTrue(commits)
            self.assertEqual([lines[i + 1] for i in commits], ["sync %s" % self.db] * len(commits))
            for i in commits:
                self.assertIn("sync %s/segments" % self.db, lines[:i])
                segments = [j for j in range(i) if lines[j].startswith("sync %s/segments/" % self.db)]
                last = max(j for j in range(i) if lines[j] == "sync %s/segments" % self.db)
                self.assertGreater(last, segments[-1], "the directory after what is in it")

    def test_a_backup_that_fails_leaves_nothing_in_the_way_of_the_next(self):
        _, calls = self.failing("backup", 0, self.directory / "copy-0")
        for number in (errno.ENOSPC, errno.EIO):
            for at in range(1, calls + 1, self.STEP):
                copy = self.directory / ("copy-%d-%d" % (number, at))
                run, _ = self.failing("backup", at, copy, number=number)
                self.assertEqual(run.returncode, 1, "call %d: %s" % (at, run.stderr))
                self.assertFalse(copy.exists(), "call %d" % at)
                self.index("backup", "--db", self.db, copy)
                self.index("verify", "--db", copy)


if __name__ == "__main__":
    unittest.main()
