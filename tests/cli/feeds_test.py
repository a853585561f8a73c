#!/usr/bin/env python3
"""Feeds as files, through the real program."""
import gzip
import json
import unittest

from programs import ProgramTest

ITEM = ("<item><title>Title %d</title><link>https://news.example/%d</link><pubDate>Sat, 02 Mar 2024 07:15:0%d +0100</pubDate>"
        "<content:encoded><![CDATA[<p>First of %d.</p><p>Second.</p>]]></content:encoded></item>")


def rss(numbers, more="", built="one"):
    return ('<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Eastport Courier</title>'
            "<link>https://news.example/</link><lastBuildDate>%s</lastBuildDate>%s%s</channel></rss>" % (built, "".join(ITEM % (n, n, n, n) for n in numbers), more))


class Feeds(ProgramTest):
    def test_items_with_their_content_are_articles(self):
        for name, data in (("feed.xml", rss(range(3)).encode()), ("feed", gzip.compress(rss(range(3)).encode()))):
            path = self.write(name, data)
            run = self.index("extract", path)
            records = [json.loads(line) for line in run.stdout.splitlines()]
            self.assertEqual([(one["headline"], one["url"], one["source"]) for one in records],
                             [("Title %d" % n, "https://news.example/%d" % n, "Eastport Courier") for n in range(3)])
            self.assertEqual([one["origin"]["offset"] for one in records], [rss(range(3)).index("<title>Title %d" % n) - 6 for n in range(3)])
            self.assertEqual(records[0]["body"], "First of 0.\n\nSecond.")

    def test_items_that_are_still_there_are_not_read_again(self):
        path = self.write("feed.xml", rss([1, 2]))
        self.assertEqual(self.add(path)["added"], 2)
        self.write("feed.xml", rss([3, 1, 2], built="two"))
        summary = self.add(path)
        self.assertEqual((summary["added"], summary["unchanged"], summary["replaced"]), (1, 2, 0))

    def test_summaries_are_named_and_kept_only_when_asked_for(self):
        path = self.write("feed.xml", rss([1], "<item><title>Short</title><link>https://news.example/s</link><description>In short.</description></item>"))
        log = self.directory / "rejects.jsonl"
        self.assertEqual(self.add("--rejects", log, path, expect=3)["added"], 1)
        told = json.loads(log.read_text())
        self.assertEqual(told["code"], "summary")
        self.assertIn("“Short” (https://news.example/s)", told["reason"])
        self.assertEqual(self.add("--keep-all", path)["articles"], 2)

    def test_a_broken_item_costs_no_other(self):
        path = self.write("feed.xml", rss([1, 2, 3]).replace("Title 2", "Title & <b>2"))
        run = self.index("extract", path, expect=3)
        self.assertEqual([json.loads(line)["headline"] for line in run.stdout.splitlines()], ["Title 1", "Title 3"])
        self.assertIn("bad-markup", run.stderr)

    def test_json_feeds_and_atom_are_told_by_content(self):
        feed = {"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "1", "url": "https://news.example/j", "title": "Of JSON", "content_text": "Text."}]}
        atom = ('<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>Of Atom</title><link href="https://news.example/a"/>'
                '<content type="html">&lt;p&gt;Text.&lt;/p&gt;</content></entry></feed>')
        for data in (json.dumps(feed), json.dumps(feed, indent=2), atom):
            run = self.index("extract", self.write("x", data))
            self.assertIn(json.loads(run.stdout)["headline"], ("Of JSON", "Of Atom"))


if __name__ == "__main__":
    unittest.main()
