#!/usr/bin/env python3
"""What an agency says of an article through the programs, in whatever order it arrives."""
import itertools
import json
import signal
import subprocess
import unittest

from agency_test import item, message
from programs import BIN, ProgramTest, record

LATE = "older versions of articles that are there"


def kill(guid, version):
    return '<newsItem guid="%s" version="%d"><itemMeta><pubStatus qcode="stat:canceled"/></itemMeta></newsItem>' % (guid, version)


class Arrival(ProgramTest):
    def test_the_outcome_is_the_same_in_every_order(self):
        words = {"1": item("a", "Ferry one", 1), "2": kill("a", 2), "3": item("a", "Ferry three", 3)}
        for kinds in (*itertools.permutations(words), ("1", "2"), ("2", "1")):
            self.db = self.directory / "".join(kinds)
            for kind in kinds:
                self.add(self.write("wire/%s.xml" % kind, words[kind]))
            self.assertEqual([hit["headline"] for hit in self.query("ferry")["hits"]], ["Ferry three"] if "3" in kinds else [], kinds)
        self.index("verify", "--db", self.db)

    def test_the_same_within_one_message(self):
        for number, items in enumerate(itertools.permutations((item("a", "Ferry one", 1), kill("a", 2), item("b", "Ferry back", 1)))):
            self.db = self.directory / str(number)
            self.add(self.write("feed%d.xml" % number, message(*items)))
            self.assertEqual(self.ids("ferry"), ["b"])

    def test_what_comes_too_late_is_counted_and_not_read_again(self):
        wire = self.directory / "wire"
        self.write("wire/1.xml", item("a", "Ferry two", 2))
        self.write("wire/2.xml", item("a", "Ferry one", 1))
        summary = self.add(wire)
        self.assertEqual((summary["added"], summary["replaced"], summary["passed_over"]), (1, 0, {LATE: 1}))
        self.assertIn("1 " + LATE, self.index("add", "--db", self.directory / "other", wire).stdout)
        for options in ((), ("--dry-run",)):
            again = self.add(wire, *options)
            self.assertEqual((again["added"], again["replaced"], again["articles"]), (0, 0, 1))
        self.assertEqual(self.query("ferry")["hits"][0]["headline"], "Ferry two")

    def test_records_say_it_with_their_version_and_status(self):
        self.add(self.write_records("a.jsonl", [record(1, version="1.10"), record(2, status="withheld", version=2)]))
        self.add(self.write_records("b.jsonl", [record(1, version="1.9", headline="Old"), record(2, version=1)]))
        self.assertEqual(self.query("article")["hits"][0]["headline"], "Headline 1")
        self.assertEqual(self.ids("article"), ["a1"])
        self.add(self.write_records("c.jsonl", [record(2, status="usable", version=3)]))
        self.assertEqual(self.ids("article"), ["a1", "a2"])

    def test_of_pages_and_of_records_without_either_the_last_stands(self):
        self.add(self.write_records("a.jsonl", [record(1, modified="2024-03-02T12:00:00Z")]))
        self.add(self.write_records("b.jsonl", [record(1, modified="2024-03-01T12:00:00Z", headline="Second")]))
        self.assertEqual(self.query("article")["hits"][0]["headline"], "Second")

    def test_a_kill_outlives_a_writer_that_is_killed_a_fold_and_a_backup(self):
        self.add(self.write("kill.xml", kill("a", 2)), self.write("b.xml", item("b", "Ferry back")))
        writer = subprocess.Popen([str(BIN / "dateline-index"), "add", "--db", str(self.db), "--batch", "1", "--input", "jsonl", "-"], stdin=subprocess.PIPE,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        writer.stdin.write((json.dumps(record(9, id="a", headline="Ferry one", version=1)) + "\n").encode())
        writer.stdin.flush()
        writer.send_signal(signal.SIGKILL)
        writer.stdin.close()
        writer.wait()
        self.index("compact", "--db", self.db)
        self.index("backup", "--db", self.db, self.directory / "copy")
        for self.db in (self.db, self.directory / "copy"):
            self.add(self.write("original.xml", item("a", "Ferry one", 1)))
            self.assertEqual(self.ids("ferry"), ["b"])
            self.index("remove", "--db", self.db, "--id", "a")
            self.add(self.directory / "original.xml")
            self.assertEqual(self.ids("ferry"), ["a", "b"], "who removes the kill takes the word back")


if __name__ == "__main__":
    unittest.main()
