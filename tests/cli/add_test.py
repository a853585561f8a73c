#!/usr/bin/env python3
"""dateline-index add, extract, remove, info, verify and compact, as a user runs them."""
import gzip
import json
import subprocess
import unittest

from programs import BIN, ProgramTest, record

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Harbour reopens - The Tidewater Post</title>
<meta property="og:site_name" content="The Tidewater Post"><meta property="og:title" content="Harbour reopens">
<meta property="article:published_time" content="2024-03-02T07:15:00+01:00"></head><body><nav><a href="/">Home</a></nav>
<article><h1>Harbour reopens</h1><p>The harbour of Tidewater reopened on Saturday after three days of repairs to its sea wall,
the port authority said.</p><p>Ships had waited outside the bay since the storm on Wednesday, and the first of them, a grain carrier,
came in at dawn.</p><p>Engineers will examine the wall again in the spring, when the water is low.</p></article></body></html>"""


class Add(ProgramTest):
    def test_the_summary_has_every_count_and_adds_up(self):
        summary = self.add(self.write_records("a.jsonl", [record(1), record(2), record(3)]))
        self.assertEqual({k: summary[k] for k in ("added", "replaced", "unchanged", "removed", "rejected", "articles")},
                         {"added": 3, "replaced": 0, "unchanged": 0, "removed": 0, "rejected": 0, "articles": 3})
        self.assertGreater(summary["bytes"], 100)
        self.assertGreaterEqual(summary["seconds"], 0)

    def test_an_unchanged_article_is_skipped_and_a_changed_one_replaced(self):
        path = self.write_records("a.jsonl", [record(1), record(2)])
        self.add(path)
        self.assertEqual(self.add(path)["unchanged"], 2)
        self.write_records("a.jsonl", [record(1), record(2, body="Something else entirely.")])
        summary = self.add(path)
        self.assertEqual((summary["unchanged"], summary["replaced"], summary["articles"]), (1, 1, 2))
        self.assertEqual(self.ids("entirely"), ["a2"])
        self.assertEqual(self.ids("body:number"), ["a1"])

    def test_one_id_is_one_article_wherever_it_comes_from(self):
        self.add(self.write_records("a.jsonl", [record(1), record(1, headline="Second")]))
        self.add(self.write_records("b.jsonl", [record(1, headline="Third")]))
        self.assertEqual(self.info()["articles"], 1)
        self.assertEqual(self.ids("headline:third"), ["a1"])
        self.assertEqual(self.ids("headline:second"), [])

    def test_pages_come_as_files_folders_lists_and_standard_input(self):
        self.write("pages/one.html", PAGE)
        self.write("pages/deep/two.html.gz", gzip.compress(PAGE.replace("Harbour", "Airport").encode()))
        listed = self.write("three.html", PAGE.replace("Harbour", "Station"))
        manifest = self.write("list.tsv", "%s\thttps://news.example/station\n\n" % listed)
        self.assertEqual(self.add("pages")["added"], 2)
        self.assertEqual(self.add("--files-from", manifest)["added"], 1)
        self.assertEqual(self.add("--base-url", "https://news.example/stdin", "-", stdin=PAGE.encode())["added"], 1)
        self.assertEqual(len(self.ids("headline:airport")), 1)
        [hit] = self.query("headline:station")["hits"]
        self.assertEqual(hit["url"], "https://news.example/station")
        self.assertEqual(hit["source"], "The Tidewater Post")
        self.assertEqual(hit["published"], "2024-03-02T07:15:00+01:00")

    def test_the_url_of_a_page_decides_what_it_replaces(self):
        first = self.write("a.html", PAGE)
        second = self.write("b.html", PAGE.replace("three days", "four days"))
        manifest = self.write("list.tsv", "%s\thttps://news.example/x\n%s\thttps://news.example/x?utm_source=mail\n" % (first, second))
        summary = self.add("--files-from", manifest)
        self.assertEqual((summary["added"], summary["replaced"], summary["articles"]), (1, 1, 1))

    def test_a_dry_run_changes_nothing(self):
        summary = self.add("--dry-run", self.write_records("a.jsonl", [record(1)]))
        self.assertEqual(summary["added"], 1)
        self.assertFalse(self.db.exists() and any(self.db.glob("*.glass")))

    def test_the_result_does_not_depend_on_the_number_of_threads(self):
        path = self.write_records("a.jsonl", [record(i % 70, headline="Round %d of %d" % (i, i % 7)) for i in range(300)])
        answers = []
        for threads in ("1", "2", "5"):
            self.db = self.directory / ("index" + threads)
            self.add("--threads", threads, path)
            answers.append([(h["id"], h["headline"], h["score"]) for h in self.query("round", "--limit", "100")["hits"]])
        self.assertEqual(len(answers[0]), 70)
        self.assertEqual(answers[0], answers[1])
        self.assertEqual(answers[0], answers[2])

    def test_the_index_may_be_named_in_the_environment(self):
        path = self.write_records("a.jsonl", [record(1)])
        self.index("add", path, env={"DATELINE_DB": str(self.db)})
        self.search("query", "body", env={"DATELINE_DB": str(self.db)})

    def test_entities_given_in_a_record_are_taken_as_they_are(self):
        given = [{"type": "person", "name": "Mira Oduya", "mentions": 1, "forms": ["Oduya"]}]
        self.add(self.write_records("a.jsonl", [record(1, entities=given)]))
        self.assertEqual(self.ids('person:"Mira Oduya"'), ["a1"])
        self.assertEqual(self.ids("person:oduya"), ["a1"])
        self.assertEqual(self.ids("entity:oduya"), ["a1"])
        self.assertEqual(self.ids("place:oduya"), [])

    def test_entities_may_be_left_out(self):
        body = "President Mira Oduya spoke in Germany on Monday. Oduya said the talks went well."
        path = self.write_records("a.jsonl", [record(1, body=body)])
        self.add("--entities", "none", path)
        self.assertEqual(self.ids("person:oduya"), [])
        self.db = self.directory / "with"
        self.add(path)
        self.assertEqual(self.ids("person:oduya"), ["a1"])
        self.assertEqual(self.ids("place:germany"), ["a1"])


class Extract(ProgramTest):
    def test_prints_one_record_a_line_and_indexes_nothing(self):
        path = self.write("a.html", PAGE)
        run = self.index("extract", path, path)
        records = [json.loads(line) for line in run.stdout.splitlines()]
        self.assertEqual([r["headline"] for r in records], ["Harbour reopens"] * 2)
        self.assertEqual(records[0]["body"].count("\n\n"), 2)
        self.assertNotIn("Home", records[0]["body"])

    def test_what_extract_prints_add_reads(self):
        run = self.index("extract", self.write("a.html", PAGE))
        self.assertEqual(self.add(self.write("a.jsonl", run.stdout))["added"], 1)
        self.assertEqual(len(self.ids('"grain carrier"')), 1)

    def test_explain_says_where_a_field_came_from(self):
        run = self.index("extract", "--explain", self.write("a.html", PAGE))
        self.assertIn("headline", run.stdout)
        self.assertIn("article:published_time", run.stdout)

    def test_a_closed_pipe_is_success(self):
        paths = " ".join([str(self.write("a.html", PAGE))] * 200)
        line = "%s extract %s | head -n 1 >/dev/null; exit ${PIPESTATUS[0]}" % (BIN / "dateline-index", paths)
        self.assertEqual(subprocess.run(["bash", "-c", line], check=False, stderr=subprocess.DEVNULL).returncode, 0)


class Upkeep(ProgramTest):
    def setUp(self):
        super().setUp()
        self.add(self.write_records("a.jsonl", [record(i, url="https://news.example/%d" % i) for i in range(1, 11)]))

    def test_remove_by_id_url_and_query_says_how_many(self):
        self.assertIn("1", self.index("remove", "--db", self.db, "--id", "a3").stdout)
        self.assertIn("1", self.index("remove", "--db", self.db, "--url", "https://news.example/4?utm_source=x").stdout)
        self.assertIn("2", self.index("remove", "--db", self.db, "--query", "headline:(5 OR 6)").stdout)
        self.assertIn("0", self.index("remove", "--db", self.db, "--id", "none").stdout)
        self.assertEqual(self.info()["articles"], 6)
        self.assertEqual(self.ids("headline"), ["a1", "a10", "a2", "a7", "a8", "a9"])

    def test_a_removed_article_can_be_added_again(self):
        self.index("remove", "--db", self.db, "--id", "a3")
        self.assertEqual(self.add("a.jsonl")["added"], 1)

    def test_info_has_the_keys_of_the_contract(self):
        info = self.info()
        self.assertEqual(info["articles"], 10)
        self.assertEqual(set(info), {"articles", "stories", "segments", "bytes", "format_version", "revision", "updated"})
        self.assertIn("10", self.index("info", "--db", self.db).stdout)

    def test_verify_finds_nothing_wrong_and_compact_loses_nothing(self):
        self.index("verify", "--db", self.db)
        self.index("compact", "--db", self.db)
        self.index("verify", "--db", self.db)
        self.assertEqual(len(self.ids("headline")), 10)
        self.assertEqual(self.add("a.jsonl")["unchanged"], 10)

    def test_backup_is_a_sound_copy(self):
        copy = self.directory / "copy"
        self.index("backup", "--db", self.db, copy)
        self.index("verify", "--db", copy)
        self.assertIn("10", self.index("info", "--db", copy).stdout)
        self.index("backup", "--db", self.db, copy, expect=2)

    def test_stock_tools_read_the_index(self):
        delve = subprocess.run(["xapian-delve", str(self.db)], capture_output=True, text=True, check=True)
        self.assertIn("number of documents = 10", delve.stdout)

    def test_verify_finds_a_damaged_table(self):
        table = next(self.db.glob("segments/*/postlist.glass"))
        content = bytearray(table.read_bytes())
        content[len(content) // 2:] = b"\x55" * (len(content) - len(content) // 2)
        table.write_bytes(content)
        run = self.index("verify", "--db", self.db, expect=1)
        self.assertIn("postlist", run.stdout + run.stderr)


if __name__ == "__main__":
    unittest.main()
