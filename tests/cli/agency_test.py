#!/usr/bin/env python3
"""Agencies' items through the programs: each gives its article from its own place, and what an agency holds back is not shown."""
import json
import unittest

from programs import ProgramTest, record


def story(identifier):
    """Each its own: copies of one text are one hit."""
    return "The ferry is late: " + " ".join("%s%d" % (identifier * 4, word) for word in range(30)) + "."


def item(guid, headline, version=1, status="usable", extra=""):
    return ('<newsItem guid="%s" version="%d"><itemMeta><itemClass qcode="ninat:text"/>%s<pubStatus qcode="stat:%s"/></itemMeta><contentMeta>'
            "<headline>%s</headline></contentMeta><contentSet><inlineData>%s</inlineData></contentSet></newsItem>"
            % (guid, version, extra, status, headline, story(guid)))


def message(*items):
    return "<?xml version='1.0'?><newsMessage><header/><itemSet>" + "".join(items) + "</itemSet></newsMessage>"


def nitf(identifier, headline):
    return ('<nitf><head><docdata><doc-id id-string="%s"/></docdata></head><body><body.head><hedline><hl1>%s</hl1></hedline></body.head>'
            "<body.content><p>%s</p></body.content></body></nitf>" % (identifier, headline, story(identifier)))


def ninjs(identifier, **more):
    return dict({"uri": identifier, "type": "text", "versioncreated": "2024-03-02", "headline_main": "Ferry notice " + identifier,
                 "body_text": story(identifier)}, **more)


class Agency(ProgramTest):
    def rejected(self, *arguments):
        """What the run said of each input that it did not take."""
        log = self.directory / "rejects.jsonl"
        self.add("--rejects", log, *arguments, expect=3)
        return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]

    def test_every_format_is_told_by_its_content_and_found(self):
        self.write("wire/a", nitf("a", "Ferry back"))
        self.write("wire/b", message(item("b1", "Ferry back"), item("b2", "Ferry late")))
        self.write("wire/c", item("c", "Ferry back"))
        self.write("wire/d", json.dumps(ninjs("d"), indent=1))
        self.write("wire/e", json.dumps(ninjs("e1")) + "\n" + json.dumps(record(7, body="The ferry again.")) + "\n" + json.dumps(ninjs("e2")))
        summary = self.add(self.directory / "wire")
        self.assertEqual((summary["added"], summary["rejected"]), (8, 0))
        self.assertEqual(self.ids("ferry"), ["a", "a7", "b1", "b2", "c", "d", "e1", "e2"])
        self.assertEqual(self.add(self.directory / "wire")["unchanged"], 8)

    def test_an_item_that_was_changed_in_its_message_is_read_anew_and_alone(self):
        feed = self.write("feed.xml", message(item("a", "Ferry back"), item("b", "Ferry late")))
        self.add(feed)
        self.write("feed.xml", message(item("a", "Ferry back"), item("b", "Ferry gone")))
        summary = self.add(feed)
        self.assertEqual((summary["unchanged"], summary["replaced"]), (1, 1))

    def test_what_is_no_text_is_named_and_costs_its_neighbours_nothing(self):
        feed = self.write("feed.xml", message("<packageItem guid='p'/>", item("a", "Ferry back"), "<newsItem guid='x'><b></newsItem>",
                                              item("b", "Ferry late")))
        told = self.rejected(feed)
        self.assertEqual([one["code"] for one in told], ["not-text", "bad-markup"])
        self.assertEqual(told[0]["offset"], feed.read_text(encoding="utf-8").index("<packageItem"))
        self.assertIn("packageItem", told[0]["reason"])
        self.assertEqual(self.ids("ferry"), ["a", "b"])

    def test_a_kill_takes_the_articles_place_and_is_not_shown(self):
        self.add(self.write("first.xml", item("a", "Ferry back")), self.write("other.xml", nitf("b", "Ferry back")))
        self.assertEqual(self.ids("ferry"), ["a", "b"])
        summary = self.add(self.write("kill.xml", '<newsItem guid="a" version="2"><itemMeta><pubStatus qcode="stat:canceled"/></itemMeta></newsItem>'))
        self.assertEqual(summary["replaced"], 1)
        self.assertEqual(self.ids("ferry"), ["b"])
        self.search("show", "--db", self.db, "a", expect=1)
        self.index("verify", "--db", self.db)

    def test_a_correction_replaces_what_it_corrects(self):
        self.add(self.write("first.xml", nitf("a", "Ferry back")))
        self.add(self.write("second.xml", nitf("a2", "Ferry late").replace("<docdata>", '<docdata><correction id-string="a"/>')))
        self.assertEqual(self.query("ferry")["hits"][0]["headline"], "Ferry late")
        self.assertEqual(self.ids("ferry"), ["a"])

    def test_what_is_withheld_or_under_embargo_is_not_shown(self):
        self.add(self.write("feed.xml", message(item("a", "Ferry back", status="withheld"), item("b", "Ferry late", extra="<embargoed>2999-01-01T00:00:00Z</embargoed>"),
                                                item("c", "Ferry gone", extra="<embargoed>2001-01-01T00:00:00Z</embargoed>"))))
        self.assertEqual(self.ids("ferry"), ["c"])
        self.assertEqual(self.ids("ferry", "--all-statuses"), ["a", "b", "c"])


if __name__ == "__main__":
    unittest.main()
