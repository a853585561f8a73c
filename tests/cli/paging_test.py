#!/usr/bin/env python3
"""Paging to the last hit, and all hits as a stream of lines."""
import json
import os
import subprocess
import unittest

from programs import BIN, ProgramTest, record

SANITIZED = "DATELINE_FAILING_CALLS" not in os.environ


class Paging(ProgramTest):
    def make(self, count, **fields):
        records = [record(i, published="2020-01-%02d" % (1 + i % 28), **fields) for i in range(count)]
        self.add("--entities", "none", self.write_records("feed.jsonl", records))

    def pages(self, text, *options, between=lambda: None):
        """The ids of all pages, in their order."""
        ids, after = [], []
        while True:
            answer = self.query(text, *options, *after)
            ids += [hit["id"] for hit in answer["hits"]]
            self.assertEqual([hit["rank"] for hit in answer["hits"]], list(range(len(ids) - len(answer["hits"]) + 1, len(ids) + 1)))
            if "next" not in answer:
                return ids
            after = ["--after", answer["next"]]
            between()

    def lines(self, text, *options):
        run = self.search("query", "--db", self.db, "--format", "jsonl", *options, "--", text)
        return [json.loads(line)["id"] for line in run.stdout.splitlines()], run.stderr

    def test_pages_behind_next_are_the_list_to_its_last_hit(self):
        self.make(95)
        for sort in ("relevance", "newest", "oldest"):
            for collapse in ("story", "none"):
                options = ("--sort", sort, "--collapse", collapse)
                whole = [hit["id"] for hit in self.query("article", "--limit", "1000", *options)["hits"]]
                self.assertEqual(self.pages("article", *options), whole)
                self.assertEqual(self.pages("article", "--limit", "95", *options), whole)
                self.assertEqual(self.lines("article", *options)[0], whole)

    def test_by_date_what_is_indexed_meanwhile_neither_loses_nor_repeats_a_hit(self):
        self.make(60)
        added = iter(range(1000, 2000))

        def grow():
            number = next(added)
            self.add(self.write_records("more.jsonl", [record(number, published="2020-01-%02d" % (1 + number % 28))]))

        ids = self.pages("article", "--sort", "newest", "--limit", "9", between=grow)
        self.assertEqual(len(ids), len(set(ids)))
        self.assertLessEqual({"a%d" % i for i in range(60)}, set(ids))

    def test_a_cursor_is_refused_that_is_damaged_or_of_another_question(self):
        self.make(30)
        after = self.query("article", "--sort", "newest")["next"]
        for options, why in (
                (["--after", after[:-1], "article"], "no cursor"),
                (["--after", "0" + after, "article"], "no cursor"),
                (["--after", "x" * 100000, "article"], "no cursor"),
                (["--after", after, "body"], "another question"),
                (["--after", after, "--sort", "oldest", "article"], "another question"),
                (["--after", after, "--collapse", "none", "article"], "another question"),
                (["--after", after, "--offset", "10", "article"], "offset and after")):
            with self.subTest(options):
                sort = [] if "--sort" in options else ["--sort", "newest"]
                run = self.search("query", "--db", self.db, *sort, *options, expect=2)
                self.assertIn(why, run.stderr)
                self.assertEqual(run.stdout, "")
        self.search("query", "--db", self.db, "--sort", "newest", "--after", after, "--limit", "3", "--snippet", "0", "article")

    def test_lines_are_all_hits_unless_fewer_are_asked_for(self):
        count = 10500
        self.make(count)
        ids, remarks = self.lines("article", "--sort", "oldest", "--snippet", "0")
        self.assertEqual(len(set(ids)), count)
        self.assertIn("10,500 shown", remarks)
        self.assertEqual(self.lines("article", "--sort", "oldest", "--snippet", "0", "--limit", "10400", "--offset", "50")[0], ids[50:10450])
        run = self.search("query", "--db", self.db, "--limit", "10001", "article", expect=2)
        self.assertIn("limit 10001 is over the bound of 10000", run.stderr)

    def test_who_reads_no_further_ends_the_stream(self):
        self.make(2000)
        run = subprocess.run(["bash", "-o", "pipefail", "-c", "'%s' query --db '%s' --format jsonl article | head -1" % (BIN / "dateline-search", self.db)],
                             capture_output=True, check=False, timeout=60)
        self.assertEqual((run.returncode, run.stdout.count(b"\n")), (0, 1))

    @unittest.skipIf(SANITIZED, "sanitizers take memory of their own")
    def test_a_stream_takes_no_more_memory_for_more_hits(self):
        self.make(9000, body="harbour " * 400)
        peaks = []
        for limit in (1000, 9000):
            with subprocess.Popen([BIN / "dateline-search", "query", "--db", self.db, "--format", "jsonl", "--collapse", "none", "--limit", str(limit),
                                   "harbour"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
                _, status, used = os.wait4(run.pid, 0)
                run.returncode = os.waitstatus_to_exitcode(status)
            self.assertEqual(run.returncode, 0)
            peaks.append(used.ru_maxrss)
        # Their bodies alone are 29 MB; what grows is the window, of some 100 bytes a hit, and pages of the index that are read.
        self.assertLess(peaks[1] - peaks[0], 10 << 10, peaks)


if __name__ == "__main__":
    unittest.main()
