#!/usr/bin/env python3
"""Taking down: receipts, what is kept away when it comes again, and that nothing of it is left on the disk."""
import json
import re
import signal
import subprocess
import unittest
import zlib

from programs import BIN, ProgramTest, record

BLOCKED = "articles that are blocked"


def page(number):
    return record(number, url="https://news.example/%d" % number, canonical_url="https://www.news.example/%d" % number)


def unpacked(data):
    """What any part of `data` is where a stream of deflate begins there: the tables of an index are compressed in places."""
    for start in range(len(data)):
        if data[start] & 6 == 6:  # no such kind of block
            continue
        try:
            yield zlib.decompressobj(-15).decompress(data[start:start + 8192], 16384)
        except zlib.error:
            pass


class Remove(ProgramTest):
    def setUp(self):
        super().setUp()
        self.feed = self.write_records("feed.jsonl", [page(i) for i in range(6)])
        self.add(self.feed)

    def remove(self, *arguments, **options):
        return json.loads(self.index("remove", "--db", self.db, "--format", "json", *arguments, **options).stdout)

    def test_a_receipt_says_what_went_when_and_with_which_commit(self):
        before = self.info()["revision"]
        run = self.index("remove", "--db", self.db, "--format", "json", "--id", "a1", "--url", "http://news.example/2", "--query", "headline:3")
        receipt = json.loads(run.stdout)
        self.assertEqual((receipt["removed"], receipt["articles"], sorted(receipt["ids"])), (3, 3, ["a1", "a2", "a3"]))
        self.assertGreater(receipt["revision"], before)
        self.assertEqual(receipt["revision"], self.info()["revision"])
        self.assertRegex(receipt["time"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        self.assertIn("backups", run.stderr)
        text = self.index("remove", "--db", self.db, "--id", "a4").stdout
        self.assertRegex(text, r"\A1 removed; 2 articles in the index\nrevision \d+ at .*Z\nremoved a4\n\Z")
        nothing = self.index("remove", "--db", self.db, "--id", "none")
        self.assertEqual((nothing.stdout, nothing.stderr), ("0 removed; 2 articles in the index\n", ""))

    def test_what_is_blocked_stays_away_by_its_id_and_its_addresses(self):
        receipt = self.remove("--block", "--id", "a1")
        self.assertEqual(receipt["blocked"], [{"id": "a1", "urls": ["https://news.example/1", "https://www.news.example/1"]}])
        again = self.add(self.feed)
        self.assertEqual((again["added"], again["unchanged"], again["passed_over"]), (0, 5, {BLOCKED: 1}))
        other = self.write_records("other.jsonl", [record(7, url="http://news.example/1?utm_source=x"), record(1, headline="Another"), record(8)])
        self.assertEqual(self.add(other)["passed_over"], {BLOCKED: 2})
        self.assertEqual(self.add("--dry-run", "--input", "json", self.write("one.json", json.dumps(record(1))))["passed_over"], {BLOCKED: 1})
        self.assertEqual(self.ids("article"), ["a0", "a2", "a3", "a4", "a5", "a8"])

    def test_info_shows_it_and_unblock_undoes_it_wholly(self):
        self.assertNotIn("blocked", self.info())
        self.remove("--block", "--id", "a1", "--id", "later", "--url", "https://news.example/x")
        rows = [{"id": "a1", "urls": ["https://news.example/1", "https://www.news.example/1"]}, {"id": "later"}, {"urls": ["https://news.example/x"]}]
        self.assertCountEqual(self.info()["blocked"], rows)
        self.assertRegex(self.index("info", "--db", self.db).stdout, r"\nblocked +a1 https://news\.example/1 https://www")
        self.assertEqual(self.remove("--block", "--id", "a1").get("blocked"), None)
        self.assertEqual(self.remove("--unblock", "--url", "https://www.news.example/1")["unblocked"], 1)
        self.assertEqual(self.add(self.feed)["added"], 1)
        self.assertIn("a1", self.ids("article"))
        self.remove("--unblock", "--id", "later", "--url", "http://news.example/x")
        self.assertNotIn("blocked", self.info())
        self.assertEqual([p.name for p in (self.db / "segments").glob("blocked.*")], [])

    def test_the_list_outlives_a_fold_a_backup_and_writers_that_are_killed(self):
        self.remove("--block", "--id", "a1")
        for _ in range(3):
            writer = subprocess.Popen([str(BIN / "dateline-index"), "remove", "--db", str(self.db), "--block", "--query", "headline:2"],
                                      stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            writer.send_signal(signal.SIGKILL)
            writer.wait()
        self.index("compact", "--db", self.db)
        self.index("backup", "--db", self.db, self.directory / "copy")
        for self.db in (self.db, self.directory / "copy"):
            self.assertIn("a1", [row["id"] for row in self.info()["blocked"]])
            self.index("verify", "--db", self.db)
            self.add(self.feed)
            self.assertNotIn("a1", self.ids("article"))
        [path] = (self.db / "segments").glob("blocked.*.list")
        path.write_bytes(path.read_bytes()[:-1])
        self.assertIn("damaged", self.index("verify", "--db", self.db, expect=1).stdout + self.index("info", "--db", self.db, expect=1).stderr)

    def test_wrong_command_lines_say_so(self):
        self.assertIn("--query", self.index("remove", "--db", self.db, "--unblock", "--query", "x", expect=2).stderr)
        self.assertIn("address", self.index("remove", "--db", self.db, "--block", "--url", "x", expect=2).stderr)
        self.index("remove", "--db", self.db, "--block", "--unblock", "--id", "x", expect=2)
        self.assertEqual(self.info()["articles"], 6)

    def test_after_compact_no_byte_of_it_is_left_in_any_file(self):
        """Sought in all files, as it is and in all that can be unpacked from anywhere in them."""
        secret = "Zwetschgenknoedel"
        words = re.compile(rb"zwetschg|knoedel", re.I)
        secrets = [record(20 + i, headline="%s the %dth" % (secret, i), standfirst=secret + "s", byline=["Ann " + secret], tags=[secret], section=secret,
                          source=secret, body="%s. " % secret * 40, url="https://%s.example/%d" % (secret, i), id="%s-%d" % (secret, i)) for i in range(3)]
        self.add(self.write_records("secret.jsonl", secrets), self.write_records("more.jsonl", [page(i) for i in range(30, 40)]))
        files = lambda: [p for p in self.db.rglob("*") if p.is_file()]
        found = lambda: [p.name for p in files() if words.search(p.read_bytes()) or any(words.search(part) for part in unpacked(p.read_bytes()))]
        self.assertIn("docdata.glass", found(), "the search would find it")
        self.assertEqual(self.remove("--query", secret)["removed"], 3)
        self.index("compact", "--db", self.db)
        self.assertEqual(found(), [])
        self.assertEqual(self.info()["articles"], 16)


if __name__ == "__main__":
    unittest.main()
