#!/usr/bin/env python3
"""Articles like one, or like a draft, through the real program."""
import json
import unittest

from programs import ProgramTest, record

ARTICLES = [
    record(1, headline="Dockers strike at Port Ellen", body="The harbour of Port Ellen is closed. Dockers ask for shorter shifts.",
           published="2020-03-01", url="https://news.example/strike", language="en"),
    record(2, headline="Why dockers are angry", body="Shifts at the harbour of Port Ellen have grown longer since 2015.", published="2019-05-01",
           language="en"),
    record(3, headline="Dockers back at work", body="The harbour of Port Ellen is open again, with shorter shifts.", published="2020-03-09",
           language="en"),
    record(4, headline="Tea harvest begins", body="Tea is picked early this year, growers say.", published="2020-03-01", language="en"),
    record(5, headline="Dockers' union plans for the strike", body="Shifts and pay: a list of the harbour's dockers.", published="2020-02-01",
           access=["desk"], language="en"),
]
WIRE = ("A ferry with sixty people on board ran aground off Cape Lorn on Sunday evening, the coast guard said. All passengers were taken off by two "
        "lifeboats before midnight. The ferry Maid of Lorn had left the harbour of Port Ellen at six. Divers will look at the hull on Monday, said "
        "Ruth Aldane of the coast guard. The line has cancelled its crossings until Wednesday. It was the third such accident in 12 years.")


class Similar(ProgramTest):
    def setUp(self):
        super().setUp()
        self.add(self.write_records("a.jsonl", ARTICLES))

    def similar(self, *arguments, draft=None):
        run = self.search("similar", "--db", self.db, "--format", "json", *arguments, stdin=draft.encode("utf-8") if draft is not None else None)
        return json.loads(run.stdout)

    def like(self, *arguments, draft=None):
        return [hit["id"] for hit in self.similar(*arguments, draft=draft)["hits"]]

    def test_an_article_is_named_by_id_or_url_and_left_out_itself(self):
        found = self.like("a1")
        self.assertEqual(sorted(found), ["a2", "a3", "a5"])
        self.assertEqual(self.like("https://news.example/strike"), found)
        self.assertEqual(self.similar("a1")["query"], "a1")

    def test_background_prefers_what_came_before(self):
        self.assertEqual(self.like("--groups", "", "a1")[0], "a3")
        self.assertEqual(self.like("--background", "--groups", "", "a1")[0], "a2")

    def test_a_draft_is_text_or_a_record_by_what_it_is(self):
        text = "Dockers at Port Ellen want shorter shifts."
        self.assertEqual(sorted(self.like("-", draft=text)), ["a1", "a2", "a3", "a5"])
        as_record = json.dumps({"headline": "Tea", "body": "What growers say of the harvest.", "published": "2020-04-01"})
        self.assertEqual(self.like("-", draft=as_record), ["a4"])
        self.assertEqual(self.like("-", draft="{not JSON} tea"), ["a4"])

    def test_the_story_of_an_article_and_of_a_draft_is_left_out(self):
        copies = [record(11, headline="Ferry aground", body=WIRE, published="2020-05-01"), record(12, headline="Ferry runs aground off Cape Lorn",
                  body=WIRE, published="2020-05-01"), record(13, headline="Ferry Maid of Lorn sails again", body="Cape Lorn has its ferry back.",
                                                             published="2020-06-01")]
        self.add(self.write_records("b.jsonl", copies))
        self.assertEqual([name for name in self.like("a11") if name > "a10" and len(name) == 3], ["a13"])
        changed = WIRE.replace("sixty", "some seventy").replace(" on Sunday evening", "")
        self.assertFalse({"a11", "a12"} & set(self.like("-", draft=changed)))
        self.assertIn("a13", self.like("-", draft=changed))

    def test_what_the_asker_may_not_see_is_no_article(self):
        hidden = self.search("similar", "--db", self.db, "--groups", "", "a5", expect=1)
        nowhere = self.search("similar", "--db", self.db, "--groups", "", "a99", expect=1)
        self.assertEqual(hidden.stderr.replace("a5", "X"), nowhere.stderr.replace("a99", "X"))
        self.assertIn("there is no article a5", hidden.stderr)
        self.assertNotIn("a5", self.like("--groups", "", "a1"))
        self.assertIn("a1", self.like("--groups", "desk", "a5"))

    def test_an_empty_draft_is_refused_and_one_of_unknown_words_finds_nothing(self):
        for draft in ("", " \n", "{}", "…"):
            run = self.search("similar", "--db", self.db, "-", stdin=draft.encode("utf-8"), expect=2)
            self.assertIn("the draft has no words", run.stderr)
        self.assertIn("no UTF-8", self.search("similar", "--db", self.db, "-", stdin=b"caf\xe9", expect=2).stderr)
        self.assertIn("limit", self.search("similar", "--db", self.db, "-", stdin=b"x" * (2 << 20), expect=2).stderr)
        answer = self.similar("-", draft="zyzzyva")
        self.assertEqual((answer["hits"], answer["notices"][0]["code"]), ([], "no-terms"))

    def test_options_of_hits_apply_and_those_of_words_do_not(self):
        self.assertEqual(self.like("--from", "2020-03", "a1"), ["a3"])
        self.assertEqual(self.like("--sort", "oldest", "--limit", "1", "--offset", "1", "a1"), ["a5"])
        self.assertEqual(self.similar("--facet", "year", "a1")["facets"]["year"], [{"value": "2019", "count": 1}, {"value": "2020", "count": 2}])
        self.assertEqual(self.search("similar", "--db", self.db, "--count", "a1").stdout, "3\n")
        self.search("similar", "--db", self.db, "--match", "any", "a1", expect=2)

    def test_several_segments_answer_as_one(self):
        before = self.like("a1")
        for article in ARTICLES[1:3]:
            self.add(self.write_records("again.jsonl", [dict(article, section="Ports")]))
        self.assertEqual(sorted(self.like("a1")), sorted(before))


if __name__ == "__main__":
    unittest.main()
