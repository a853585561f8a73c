#!/usr/bin/env python3
"""Wrong input gets a clear message and the right exit code, and costs nothing else: the rest of the batch is indexed."""
import gzip
import json
import os
import re
import subprocess
import time
import unittest

from programs import BIN, ProgramTest, record


class WrongInput(ProgramTest):
    user = None  # whom the programs run as; None: whoever runs the tests

    def add_beside(self, *paths, code, says, options=()):
        """Adds `paths` beside two good records: these must be indexed, and the fault named on stderr and in the rejects."""
        good = self.write_records("good.jsonl", [record(1), record(2)])
        rejects = self.directory / "rejects.jsonl"
        run = self.index("add", "--db", self.db, "--rejects", rejects, *options, *paths, good, expect=3, user=self.user)
        lines = [json.loads(line) for line in rejects.read_text().splitlines()]
        self.assertEqual([line["code"] for line in lines], [code] * len(lines))
        self.assertGreaterEqual(len(lines), 1)
        self.assertEqual(set(lines[0]), {"path", "offset", "code", "reason"})
        self.assertIn(says, lines[0]["reason"])
        self.assertIn(lines[0]["path"], run.stderr)
        self.assertEqual(self.ids("body"), ["a1", "a2"])
        self.index("verify", "--db", self.db)
        return lines

    def test_a_missing_file(self):
        [line] = self.add_beside("none.html", code="missing", says="No such file")
        self.assertEqual(line["path"], "none.html")

    def test_an_unreadable_directory(self):
        locked = self.directory / "locked"
        locked.mkdir(mode=0o000)
        self.addCleanup(locked.chmod, 0o700)
        if os.access(locked, os.R_OK):  # root reads everything: somebody else must try
            self.user = 65534
            self.directory.chmod(0o777)
            try:
                self.run_program("dateline-index", "--version", user=self.user)
            except PermissionError:
                self.skipTest("another user than root may not run the programs from here")
        self.add_beside(locked, code="unreadable", says="Permission denied")

    def test_a_truncated_gzip(self):
        whole = gzip.compress(b"<html><body><p>" + os.urandom(5000).hex().encode() + b"</p></body></html>")
        self.add_beside(self.write("cut.html.gz", whole[: len(whole) // 2]), code="bad-compression", says="gz")

    def test_two_hundred_megabytes_of_zeros(self):
        path = self.directory / "zeros"
        with open(path, "wb") as fh:
            fh.truncate(200 * 1000 * 1000)
        lines = self.add_beside(path, code="binary", says="", options=("--memory", "256M"))
        self.assertEqual(len(lines), 1)

    def test_a_compressed_bomb(self):
        bomb = gzip.compress(b"\0" * (300 * 1000 * 1000))
        good = self.write_records("good.jsonl", [record(1)])
        self.index("add", "--db", self.db, self.write("bomb.html.gz", bomb), good, expect=3)
        self.assertEqual(self.ids("body"), ["a1"])

    def test_html_nested_a_hundred_thousand_deep(self):
        page = "<html><body>" + "<div>" * 100000 + "text" + "</div>" * 100000
        run = self.index("add", "--db", self.db, self.write("deep.html", page), self.write_records("g.jsonl", [record(1)]), expect=None)
        self.assertIn(run.returncode, (0, 3))
        self.assertIn("a1", self.ids("body:article"))

    def test_invalid_utf8(self):
        path = self.write("bad.jsonl", b'{"id":"x","headline":"caf\xe9","body":"b"}\n')
        self.add_beside(path, code="bad-json", says="UTF-8")

    def test_a_page_of_invalid_utf8_is_repaired(self):
        page = b"<html><head><meta charset=utf-8><title>T</title></head><body><h1>Caf\xe9 opens</h1>" + b"<p>The caf\xe9 opened its doors on Monday morning, said the owner of the house, who had waited.</p>" * 3
        self.index("add", "--db", self.db, self.write("a.html", page))
        self.assertEqual(len(self.ids("opened")), 1)

    def test_an_empty_file(self):
        self.add_beside(self.write("empty.html", ""), code="empty", says="")

    def test_a_line_that_is_not_json(self):
        lines = [json.dumps(record(7)), "{not json", json.dumps(record(8))]
        path = self.write("mixed.jsonl", "\n".join(lines) + "\n")
        run = self.index("add", "--db", self.db, "--rejects", "r.jsonl", path, expect=3)
        [rejected] = [json.loads(line) for line in (self.directory / "r.jsonl").read_text().splitlines()]
        self.assertEqual(rejected["code"], "bad-json")
        self.assertEqual(rejected["offset"], len(lines[0]) + 1)
        self.assertIn("mixed.jsonl", run.stderr)
        self.assertEqual(self.ids("body"), ["a7", "a8"])

    def test_a_record_with_neither_headline_nor_body(self):
        self.add_beside(self.write_records("bad.jsonl", [{"id": "x", "section": "World"}]), code="no-text", says="headline")

    def test_a_record_with_a_wrong_type_where_it_makes_another_article(self):
        for field, value in (("id", 9), ("headline", ["a"]), ("body", {}), ("access", "desk")):
            self.add_beside(self.write_records("bad.jsonl", [record(9, **{field: value})]), code="bad-record", says=field)

    def test_a_bad_value_elsewhere_is_left_out_with_a_warning_unless_strictness_is_asked_for(self):
        for field, value in (("byline", "Ann Lee"), ("published", "2020-02-30"), ("urgency", "high")):
            feed = self.write_records("bad.jsonl", [record(9, **{field: value})])
            run = self.index("add", "--db", self.db, "--progress", "never", "--rejects", "r.jsonl", feed)
            self.assertIn("bad.jsonl: %s is left out: it must be" % field, run.stderr)
            self.assertIn("[bad-value]", run.stderr)
            self.assertEqual((self.directory / "r.jsonl").read_text(), "")
            shown = json.loads(self.search("show", "--db", self.db, "--format", "json", "a9").stdout)
            self.assertNotIn(field, shown)
            self.assertEqual(shown["headline"], "Headline 9")
            self.index("remove", "--db", self.db, "--id", "a9")
            self.add_beside(feed, code="bad-record", says=field, options=("--strict",))

    def test_strictness_is_for_values_that_no_article_can_have_too(self):
        feed = self.write_records("bad.jsonl", [record(9, url="javascript:alert(1)")])
        self.add_beside(feed, code="bad-record", says="no address on the web", options=("--strict",))

    def test_a_value_that_no_article_can_have_is_left_out_and_named(self):
        feed = self.write_records("feed.jsonl", [
            record(1, url="javascript:alert(1)", canonical_url="https://news.example/a", published="9999-12-31"),
            record(2, modified="0001-01-01")])
        run = self.index("add", "--db", self.db, "--progress", "never", feed)
        for warning in ('feed.jsonl: url is left out: "javascript:alert(1)" is no address on the web',
                        "feed.jsonl: published is left out: 9999-12-31 is over a year ahead",
                        ": modified is left out: 0001-01-01 is before the year 1600"):
            self.assertIn(warning, run.stderr)
        shown = json.loads(self.search("show", "--db", self.db, "--format", "json", "a1").stdout)
        self.assertEqual(shown["canonical_url"], "https://news.example/a")
        self.assertNotIn("url", shown)
        self.assertNotIn("published", shown)
        printed = self.index("extract", feed)
        self.assertIn("published is left out", printed.stderr)
        self.assertNotIn("9999", printed.stdout)

    def test_a_feed_of_bad_values_does_not_flood_the_terminal(self):
        feed = self.write_records("feed.jsonl", [record(i, published="9999-12-31") for i in range(150)])
        run = self.index("add", "--db", self.db, "--progress", "never", feed)
        self.assertEqual(run.stderr.count("is over a year ahead"), 100)
        self.assertIn("50 more values were left out", run.stderr)

    def test_a_record_of_too_many_keys(self):
        wide = self.write_records("wide.jsonl", [record(1, **{"key%d" % i: 1 for i in range(2000)}), record(2)])
        run = self.index("add", "--db", self.db, "--progress", "never", wide, expect=3)
        self.assertIn("more than 1,024 keys in one object [bad-record]", run.stderr)

    def test_an_unknown_option_or_verb(self):
        self.assertIn("--frobnicate", self.index("add", "--db", self.db, "--frobnicate", "x", expect=2).stderr)
        self.index("frobnicate", expect=2)
        self.search("frobnicate", expect=2)
        self.assertIn("--memory", self.index("add", "--db", self.db, "--memory", "lots", "x", expect=2).stderr)

    def test_no_index_is_named(self):
        self.assertIn("--db", self.index("add", self.write_records("a.jsonl", [record(1)]), expect=2).stderr)
        self.assertIn("--db", self.search("query", "x", expect=2).stderr)

    def test_help_and_version_on_every_verb(self):
        for program, verbs in (("dateline-index", ("add", "extract", "remove", "info", "verify", "compact")),
                               ("dateline-search", ("query", "show", "explain"))):
            self.assertIn("0.", self.run_program(program, "--version").stdout)
            self.assertIn(verbs[0], self.run_program(program, "--help").stdout)
            for verb in verbs:
                self.assertIn("--db" if verb != "extract" else "--input", self.run_program(program, verb, "--help").stdout)
                self.assertIn("0.", self.run_program(program, verb, "--version").stdout)


class WrongIndex(ProgramTest):
    def setUp(self):
        super().setUp()
        self.add(self.write_records("a.jsonl", [record(1)]))

    def set_format(self, version):
        manifest = self.db / "XAPIANDB"
        text, count = re.subn(rb"(?m)^(#dateline format=)\d+", rb"\g<1>" + version, manifest.read_bytes())
        self.assertEqual(count, 1)
        manifest.write_bytes(text)

    def test_an_index_of_another_version(self):
        self.set_format(b"9")
        for run in (self.search("query", "--db", self.db, "x", expect=1),
                    self.index("add", "--db", self.db, "a.jsonl", expect=1),
                    self.index("info", "--db", self.db, expect=1)):
            self.assertIn("version 9", run.stderr)
            self.assertIn("index the articles again", run.stderr)

    def test_an_index_that_is_locked_by_another_writer(self):
        command = [str(BIN / "dateline-index"), "add", "--db", str(self.db), "--input", "jsonl", "-"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as holder:
            self.wait_for_lock(holder.pid)
            run = self.index("add", "--db", self.db, self.write_records("b.jsonl", [record(2)]), expect=1)
            self.assertIn(str(holder.pid), run.stderr)
            self.assertEqual(self.ids("body"), ["a1"])  # readers do not mind
            holder.stdin.write(json.dumps(record(3)).encode() + b"\n")
            holder.stdin.close()
            self.assertEqual(holder.wait(60), 0)
        self.assertEqual(self.ids("body"), ["a1", "a3"])

    def wait_for_lock(self, pid):
        for _ in range(1000):
            if ("process %d," % pid) in (self.db / "dateline.lock").read_text():
                return
            time.sleep(0.02)
        self.fail("the other writer never took its lock")

    def test_no_index_there(self):
        run = self.search("query", "--db", self.directory / "none", "x", expect=1)
        self.assertIn("dateline-index add", run.stderr)


class WrongQuery(ProgramTest):
    def setUp(self):
        super().setUp()
        self.add(self.write_records("a.jsonl", [record(1)]))

    def refused(self, query, caret_under, says):
        """The caret stands under the byte `caret_under` of the query, and the message says what is wrong."""
        run = self.search("query", "--db", self.db, "--", query, expect=2)
        lines = run.stderr.splitlines()
        [at] = [i for i, line in enumerate(lines) if line.strip() == "^"]
        self.assertEqual(lines[at].index("^") - lines[at - 1].index(query), caret_under, run.stderr)
        self.assertIn(says, run.stderr)
        self.assertEqual(run.stdout, "")

    def test_an_open_bracket(self):
        self.refused("iraq (troops OR soldiers", 5, ")")

    def test_a_query_that_looks_like_an_option(self):
        run = self.search("query", "--db", self.db, "-iraq", expect=2)
        self.assertIn("dateline-search query -- -word", run.stderr)

    def test_a_closing_bracket_too_many(self):
        self.refused("iraq) troops", 4, "(")

    def test_an_operator_without_its_left_side(self):
        self.refused("AND foo", 0, "AND")

    def test_an_unknown_field(self):
        self.refused("headlin:iraq", 0, "headline")

    def test_a_date_that_does_not_exist(self):
        self.refused("iraq date:2020-02-30", 10, "2020-02-30")

    def test_fifty_thousand_brackets(self):
        for query in ("(" * 50000 + "x" + ")" * 50000, "(" * 2000 + "x" + ")" * 2000):
            run = self.search("query", "--db", self.db, "--", query, expect=2)
            self.assertLess(len(run.stderr), 2000)

    def test_a_query_of_too_many_bytes(self):
        self.assertIn("4096", self.search("query", "--db", self.db, "--", "x " * 3000, expect=2).stderr)


if __name__ == "__main__":
    unittest.main()
