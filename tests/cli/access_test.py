#!/usr/bin/env python3
"""Who may see what is added: add --access decides for what does not say so itself, and query --groups obeys."""
import json
import unittest

from programs import ProgramTest, record

PAGE = ("<!doctype html><html><head><title>Ferry slip reopens</title></head><body><article><h1>Ferry slip reopens</h1>"
        + "<p>The harbour board voted on Tuesday evening to reopen the eastern ferry slip after nine months of repairs.</p>" * 3
        + "</article></body></html>")


class Access(ProgramTest):
    def seen(self, *groups):
        """The ids of all that these groups see; with none, what everybody sees."""
        asked = [part for group in groups or ("",) for part in ("--groups", group)]
        run = self.search("query", "--db", self.db, "--format", "json", "--limit", "50", *asked, "body OR ferry")
        return sorted(hit["id"] for hit in json.loads(run.stdout)["hits"])

    def access_of(self, article):
        return json.loads(self.search("show", "--db", self.db, "--format", "json", article).stdout).get("access")

    def test_pages_texts_and_records_get_the_groups_and_a_record_keeps_its_own(self):
        page = self.write("slip.html", PAGE)
        text = self.write("note.txt", "Ferry note\n\nThe ferry sails again, said the harbour master in the evening.\n")
        feed = self.write_records("feed.jsonl", [record(1), record(2, access=["board"]), record(3, access=[])])
        self.add("--access", "desk", "--access", "editors", page, text, feed)
        self.assertEqual(self.seen(), [])
        self.assertEqual(self.seen("board"), ["a2"])
        self.assertEqual(len(self.seen("desk")), 4)
        self.assertEqual(self.seen("editors"), self.seen("desk"))
        self.assertEqual(self.access_of("a1"), ["desk", "editors"])
        self.assertEqual(self.access_of("a2"), ["board"])

    def test_adding_unchanged_input_under_other_groups_takes_effect(self):
        feed = self.write_records("feed.jsonl", [record(1)])
        self.add("--access", "desk", feed)
        self.assertEqual(self.add("--access", "desk", feed)["unchanged"], 1)
        self.assertEqual(self.add("--access", "board", feed)["replaced"], 1)
        self.assertEqual((self.seen("desk"), self.seen("board")), ([], ["a1"]))
        self.assertEqual(self.add(feed)["replaced"], 1)
        self.assertEqual(self.seen(), ["a1"])

    def test_a_bad_access_never_opens_a_record_to_everybody(self):
        feed = self.write_records("feed.jsonl", [record(1, access="desk"), record(2)])
        run = self.index("add", "--db", self.db, "--progress", "never", feed, expect=3)
        self.assertIn('"access" must be an array of strings [bad-record]', run.stderr)
        self.assertEqual(self.seen(), ["a2"])

    def test_extract_prints_the_groups(self):
        printed = self.index("extract", "--access", "desk", self.write_records("feed.jsonl", [record(1)])).stdout
        self.assertEqual(json.loads(printed)["access"], ["desk"])

    def test_a_group_without_a_name_is_a_wrong_command_line(self):
        for name in ("", " ", "desk "):
            run = self.index("add", "--db", self.db, "--access", name, self.write_records("f.jsonl", [record(1)]), expect=2)
            self.assertIn("--access", run.stderr)


if __name__ == "__main__":
    unittest.main()
