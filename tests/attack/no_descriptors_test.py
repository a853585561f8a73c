#!/usr/bin/env python3
"""Too few file descriptors, from none to enough: the programs say so, and nobody's segments are taken for unused."""
import resource
import shutil
import subprocess
import unittest

from attack import BIN, AttackTest, record


class NoDescriptors(AttackTest):
    MOST = 64

    def setUp(self):
        super().setUp()
        for i in range(6):
            self.add(self.write_records("part%d.jsonl" % i, [record(j) for j in range(i * 5, i * 5 + 5)]))
        self.more = self.write_records("more.jsonl", [record(i, body="Changed.") for i in range(25, 35)])

    def bounded(self, descriptors, program, *arguments):
        return self.survive(program, *arguments, about="with %d descriptors" % descriptors,
                            limits=[(resource.RLIMIT_NOFILE, descriptors)])

    def test_reading_says_so_or_answers(self):
        answered = False
        for descriptors in range(4, self.MOST):
            for verb in (("query", "headline"), ("suggest", "hea"), ("show", "a3")):
                run = self.bounded(descriptors, "dateline-search", verb[0], "--db", self.db, *verb[1:])
                answered = answered or run.code == 0
            self.bounded(descriptors, "dateline-index", "verify", "--db", self.db)
        self.assertTrue(answered)

    def test_writing_leaves_all_of_a_commit_or_none(self):
        sound = self.directory / "sound"
        shutil.copytree(self.db, sound)
        for descriptors in range(4, self.MOST, 3):
            for arguments in (("add", "--progress", "never", "--db", self.db, self.more), ("compact", "--db", self.db),
                              ("remove", "--db", self.db, "--id", "a3"), ("backup", "--db", self.db, self.directory / "copy")):
                shutil.rmtree(self.db)
                shutil.rmtree(self.directory / "copy", ignore_errors=True)
                shutil.copytree(sound, self.db)
                run = self.bounded(descriptors, "dateline-index", *arguments)
                self.index("verify", "--db", self.db)
                self.add(self.more)
                left = (35,)
                if arguments[0] == "remove":  # all of it or nothing, whatever failed after its commit
                    left = {0: (34,)}.get(run.code, (34, 35))
                self.assertIn(self.info()["articles"], left)

    def test_a_reader_keeps_its_segments_beside_a_writer_without_descriptors(self):
        for descriptors in range(8, 40, 2):
            # The reader answers into a pipe that nobody empties yet.
            with subprocess.Popen([BIN / "dateline-search", "query", "--db", self.db, "--format", "jsonl", "--limit", "30", "headline"],
                                  stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as reader:
                self.bounded(descriptors, "dateline-index", "compact", "--db", self.db)
                self.bounded(descriptors, "dateline-index", "add", "--progress", "never", "--db", self.db, self.more)
                lines = reader.stdout.read().decode("utf-8").splitlines()
                self.assertEqual(reader.wait(), 0, "with %d descriptors" % descriptors)
                self.assertGreaterEqual(len(lines), 30)


if __name__ == "__main__":
    unittest.main()
