#!/usr/bin/env python3
"""Foreign dumps by a map, through the real program."""
import csv
import gzip
import io
import json
import unittest

from programs import ROOT, ProgramTest

MAPS = ROOT / "share" / "maps"
# One article as each of the dumps that a map ships for has it.
DUMPS = {
    "gdelt": {"date": "2020-01-06T14:32:10Z", "url": "https://news.example/a", "title": "Bridge shut", "desc": "In short.", "author": "Ann Lee", "outletName": "Eastport Courier",
              "domain": "news.example", "lang": "en"},
    "mediacloud": {"id": 5, "publish_date": "2020-01-06 14:32:10", "url": "https://news.example/a", "title": "Bridge shut", "media_name": "Eastport Courier", "language": "en",
                   "text": "It was shut."},
    "news-please": {"authors": ["Ann Lee"], "date_publish": "2020-01-06 14:32:10", "date_modify": None, "description": "In short.", "language": "en", "maintext": "It was shut.",
                    "title": "Bridge shut", "source_domain": "Eastport Courier", "url": "https://news.example/a"},
    "cc-news": {"title": "Bridge shut", "text": "It was shut.", "domain": "Eastport Courier", "date": "2020-01-06 14:32:10", "description": "In short.",
                "url": "https://news.example/a", "image_url": ""},
    "elasticsearch": {"_index": "news", "_id": "x7", "_score": 1, "_source": {"title": "Bridge shut", "body": "It was shut.", "@timestamp": "2020-01-06T14:32:10.000Z",
                                                                           "source": {"name": "Eastport Courier"}, "tags": ["storm"]}},
    "columns": {"headline": "Bridge shut", "published": "2020-01-06T14:32:10Z", "tags": "storm; bridges", "source": "Eastport Courier"},
}


def csv_of(rows, **form):
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(rows[0]), **form)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


class Maps(ProgramTest):
    def extracted(self, *arguments, expect=0):
        run = self.index("extract", "--entities", "none", *arguments, expect=expect)
        return [json.loads(line) for line in run.stdout.splitlines()], run

    def test_every_map_that_ships_reads_its_dump(self):
        self.assertEqual({path.stem for path in MAPS.glob("*.toml")}, set(DUMPS))
        for name, dump in DUMPS.items():
            records, _ = self.extracted("--map", MAPS / (name + ".toml"), self.write(name + ".jsonl", json.dumps(dump) + "\n"))
            self.assertEqual((records[0]["headline"], records[0]["published"], records[0]["source"]),
                             ("Bridge shut", "2020-01-06T14:32:10Z", "Eastport Courier"), name)

    def test_lines_an_array_an_object_and_tables_give_the_same_articles(self):
        rows = [{"title": "Title %d" % n, "text": 'Line one of %d,\nand "two".' % n, "date": "2020-01-0%d" % n, "keys": "a;b"} for n in range(1, 6)]
        toml = self.write("m.toml", '[map]\nheadline = "title"\nbody = "text"\npublished = "date"\ntags = {key = "keys", separator = ";"}\n')
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        bare = lambda records: [{key: value for key, value in one.items() if key not in ("origin", "id")} for one in records]
        expected = None
        for name, data in (("a.jsonl", lines.encode()), ("a.json", json.dumps(rows).encode()), ("a.csv", csv_of(rows)), ("a.tsv", csv_of(rows, dialect="excel-tab")),
                           ("semicolons", csv_of(rows, delimiter=";")), ("a.csv.gz", gzip.compress(csv_of(rows)))):
            records, _ = self.extracted("--map", toml, self.write(name, data))
            expected = expected or bare(records)
            self.assertEqual(bare(records), expected, name)
        self.assertEqual([one["headline"] for one in expected], [row["title"] for row in rows])
        self.assertEqual(expected[0]["tags"], ["a", "b"])
        records, _ = self.extracted("--map", toml, self.write("one.json", json.dumps({"uri": "x", "bodies": [], **rows[0]}, indent=1)))
        self.assertEqual(records[0]["headline"], "Title 1")

    def test_a_row_keeps_its_place_and_damage_its_row(self):
        table = b'title,text\r\nA,one\r\nB,"two\r\nC,three,four\r\nD,five\r\n'
        path = self.write("a.csv", table)
        toml = self.write("m.toml", '[map]\nheadline = "title"\nbody = "text"\n')
        records, run = self.extracted("--map", toml, path, expect=3)
        self.assertEqual([(one["headline"], one["origin"]["offset"]) for one in records], [("A", table.index(b"A,")), ("D", table.index(b"D,"))])
        self.assertIn("bad-record", run.stderr)

    def test_another_map_has_unchanged_input_read_again(self):
        path = self.write("a.jsonl", '{"a": "Bridge shut", "b": "It was shut."}\n')
        one, other = self.write("1.toml", '[map]\nheadline = "a"\n'), self.write("2.toml", '[map]\nheadline = "a"\nbody = "b"\n')
        self.assertEqual(self.add("--map", one, path)["added"], 1)
        self.assertEqual(self.add("--map", one, path)["unchanged"], 1)
        self.assertEqual(self.add("--map", other, path)["replaced"], 1)
        self.assertEqual(self.query("body:shut")["total"]["value"], 1)

    def test_a_wrong_map_is_said_with_its_line(self):
        path = self.write("a.jsonl", "{}\n")
        run = self.index("extract", "--map", self.write("m.toml", '[map]\nheadline = "a"\nheading = "b"\n'), path, expect=2)
        self.assertIn("m.toml:3: “heading” is no key of a record that can be mapped", run.stderr)
        self.index("extract", "--map", self.directory / "none.toml", path, expect=1)
        run = self.index("extract", "--strict", "--map", self.write("d.toml", '[map]\nheadline = "a"\npublished = "d"\n'),
                         self.write("d.jsonl", '{"a": "x", "d": "3/4/2020"}\n'), expect=3)
        self.assertIn("could be several days", run.stderr)


if __name__ == "__main__":
    unittest.main()
