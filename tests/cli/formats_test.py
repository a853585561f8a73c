#!/usr/bin/env python3
"""The formats that other programs read: tables for spreadsheets, feeds for feed readers."""
import csv
import io
import pathlib
import shutil
import subprocess
import unittest
import xml.etree.ElementTree as etree

from programs import ProgramTest, record

GRAMMAR = pathlib.Path(__file__).resolve().parents[1] / "searcher" / "output" / "atom.rng"
ATOM = "{http://www.w3.org/2005/Atom}"

ARTICLES = [
    record(1, headline="=HYPERLINK(\"http://evil.example\")", body="Harbour, first.\n\nSecond \"part\".", published="2020-01-06", byline=["Ann Lee", "Bo Berg"]),
    record(2, headline="Harbour & <b>bridge</b> ]]>", published="2021-05-01T10:00:00+02:00", url="https://news.example/a?b=1&c=2", tags=["a<b", "ships"],
           language="en-GB", section="City", source="The \"Post\""),
    record(3, headline="Harbour undated", body="Harbour of no date.", byline=["=cmd"]),
    record(4, id="an id / with % signs", headline="Harbour of old", body="Harbour.", published="1999-12-31T23:59:59Z", modified="2000-01-01T00:00:00Z"),
]


class Formats(ProgramTest):
    def setUp(self):
        super().setUp()
        self.add("--entities", "none", self.write_records("a.jsonl", ARTICLES))

    def printed(self, *arguments):
        return self.search("query", "--db", self.db, *arguments).stdout

    def test_a_table_is_read_back_by_any_csv_reader(self):
        rows = list(csv.DictReader(io.StringIO(self.printed("--format", "csv", "harbour", "OR", "hyperlink"), newline="")))
        self.assertEqual({row["id"] for row in rows}, {article["id"] for article in ARTICLES})
        by_id = {row["id"]: row for row in rows}
        self.assertEqual(by_id["a1"]["byline"], "Ann Lee; Bo Berg")
        self.assertEqual(by_id["a2"]["source"], 'The "Post"')
        self.assertEqual(by_id["a3"]["published"], "")
        self.assertNotIn("<mark>", by_id["an id / with % signs"]["snippet"])

    def test_no_field_of_a_table_is_a_formula(self):
        for row in csv.reader(io.StringIO(self.printed("--format", "csv", "--snippet", "0", "harbour", "OR", "hyperlink"), newline="")):
            for field in row:
                self.assertNotIn(field[:1], tuple("=+-@\t\r"), row)

    def test_a_count_is_a_table_too(self):
        self.assertEqual(self.printed("--format", "csv", "--count", "harbour"), "total,relation\r\n4,exact\r\n")

    def test_a_feed_has_the_newest_first_unless_told_otherwise(self):
        def titles(*options):
            feed = etree.fromstring(self.printed("--format", "atom", *options, "harbour").encode("utf-8"))
            return [entry.find(ATOM + "title").text for entry in feed.iter(ATOM + "entry")]
        newest = titles()
        self.assertEqual(newest[0], "Harbour & <b>bridge</b> ]]>")
        self.assertEqual(newest[-1], "Harbour undated")
        self.assertEqual(titles("--sort", "oldest")[0], "Harbour of old")

    @unittest.skipUnless(shutil.which("jing"), "jing, which checks RELAX NG, is not installed")
    def test_a_feed_is_what_the_grammar_says(self):
        for number, options in enumerate((["harbour OR hyperlink"], ["harbour", "--snippet", "0"], ["nothing-is-found"], ["", "--sort", "newest"])):
            path = self.write("feed%d.xml" % number, self.printed("--format", "atom", *options))
            checked = subprocess.run(["jing", str(GRAMMAR), str(path)], capture_output=True, text=True, check=False)
                # The wrapper of Debian's package warns of libraries that jing does not need.
            said = [line for line in (checked.stdout + checked.stderr).splitlines() if not line.startswith("[warning]")]
            self.assertEqual((checked.returncode, said), (0, []), path.read_text())


if __name__ == "__main__":
    unittest.main()
