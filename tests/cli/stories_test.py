#!/usr/bin/env python3
"""Copies of a story through the real programs: collapsed, counted, shown, merged, removed, folded, backed up."""
import json
import random
import re
import unittest

from programs import ProgramTest, record

SENTENCES = [
    "Negotiators in Geneva broke off talks on the future of the Rhine fisheries on Thursday.",
    "Delegates from Basel and Strasbourg had met for the ninth time since March 2019.",
    "A draft of 41 pages had been agreed by all but two of the parties, officials said.",
    "The dispute turns on quotas for salmon, which returned to the upper river in 2008.",
    "Helene Moser, who led the Swiss side, called the outcome regrettable but not final.",
    "She said that a further round could be held before the summer in Koblenz.",
    "Fishermen at the harbour of Breisach waited for news until late in the evening.",
    "Some 3,400 jobs depend on the catch, according to a study by Freiburg University.",
    "The commission will publish its minutes within 14 days, its secretary told reporters.",
    "Environmental groups welcomed the delay and asked for a ban on nets near the dams.",
]


def text(*numbers):
    return " ".join(SENTENCES[number] for number in numbers)


WHOLE = text(*range(10))
STORY = [
    record(1, headline="Rhine talks fail", source="The Post", published="2020-01-06T10:00:00Z", body=WHOLE),
    record(2, headline="No deal on fish", source="The Herald", published="2020-01-06T12:00:00Z", body=text(0, 1, 2, 3, 4, 5, 6, 7)),
    record(3, headline="Fish: talks end", source="The Times", published="2020-01-07", body=text(0, 2, 1, 3, 5, 4, 6, 8, 7)),
    record(4, headline="Talks on the Rhine", source="The Mail", published="2020-01-06T09:00:00Z", body=WHOLE),
]
OTHER = record(5, headline="Salmon recipes", published="2020-01-06", body="Salmon is best with dill, says a cook. He has tried all herbs of his garden with it.")


class Stories(ProgramTest):
    def stories(self):
        """The story of each article."""
        return {hit["id"]: hit["story"] for hit in self.query("", "--sort", "newest", "--collapse", "none", "--limit", "10000")["hits"]}

    def hit(self, query, *options):
        hits = self.query(query, *options)["hits"]
        self.assertEqual(len(hits), 1, hits)
        return hits[0]

    def test_the_best_copy_stands_for_all_and_says_how_many_and_which_was_first(self):
        self.add(self.write_records("a.jsonl", STORY + [OTHER]))
        answer = self.query("salmon")
        self.assertEqual(len(answer["hits"]), 2)
        self.assertEqual((answer["total"], answer["stories"]), ({"value": 5, "relation": "exact"}, {"value": 2, "relation": "exact"}))
        copies = {hit["id"]: hit["copies"] for hit in answer["hits"]}
        self.assertEqual(copies.pop("a5"), 0)
        self.assertEqual(list(copies.values()), [3])
        hit = self.hit("Breisach")
        self.assertEqual((hit["copies"], hit["earliest"]["id"], hit["earliest"]["source"]), (3, "a4", "The Mail"))
        self.assertIn("3 other copies; the first: The Mail", self.search("query", "--db", self.db, "Breisach").stdout)
        self.assertEqual(self.info()["stories"], 2)

    def test_a_copy_that_does_not_match_counts_all_the_same(self):
        self.add(self.write_records("a.jsonl", STORY))
        self.assertEqual(self.hit("headline:fail")["copies"], 3)

    def test_without_collapsing_each_article_is_a_hit(self):
        self.add(self.write_records("a.jsonl", STORY))
        self.assertEqual(self.ids("Breisach", "--collapse", "none"), ["a1", "a2", "a3", "a4"])
        self.assertEqual(len(set(self.stories().values())), 1)

    def test_counts_and_facets_are_of_articles(self):
        self.add(self.write_records("a.jsonl", STORY))
        self.assertEqual(self.search("query", "--db", self.db, "--count", "Breisach").stdout, "4\n")
        facets = self.query("Breisach", "--facet", "source")["facets"]["source"]
        self.assertEqual(sum(value["count"] for value in facets), 4)

    def test_show_lists_the_copies_with_what_they_have_otherwise(self):
        self.add(self.write_records("a.jsonl", STORY))
        story = json.loads(self.search("show", "--db", self.db, "--format", "json", "--story", "a2").stdout)
        self.assertEqual([copy["id"] for copy in story["copies"]], ["a4", "a1", "a2", "a3"])
        self.assertEqual(story["copies"][1]["diff"], [{"kind": "same", "text": WHOLE}])
        self.assertEqual(story["copies"][2]["diff"][-1], {"kind": "removed", "text": text(8, 9)})
        again = json.loads(self.search("show", "--db", self.db, "--format", "json", "--story", story["story"]).stdout)
        self.assertEqual(again, story)
        self.assertIn("[-The commission will", self.search("show", "--db", self.db, "--story", "a2").stdout)
        self.assertIn("there is no article", self.search("show", "--db", self.db, "--story", "s0123456789abcdef", expect=1).stderr)

    def test_stories_do_not_depend_on_order_runs_or_machines(self):
        self.add(self.write_records("a.jsonl", STORY + [OTHER]))
        expected = self.stories()
        draw = random.Random(5)
        for number in range(6):
            self.db = self.directory / ("other%d" % number)
            records = STORY + [OTHER]
            draw.shuffle(records)
            for part in range(0, 5, 1 + number):
                self.add(self.write_records("part.jsonl", records[part:part + 1 + number]))
            self.assertEqual(self.stories(), expected)
            self.index("compact", "--db", self.db)
            self.assertEqual(self.stories(), expected)

    def test_a_merge_is_recorded_and_kept_by_all_that_writes(self):
        halves = [record(1, headline="Fish talks", published="2020-01-06", body=text(*range(5)) + " " + WHOLE[:0] + "Aldo Berg of Worms spoke for 12 towns. "
                         "The 77 members of the Mannheim council had sent him, he told Radio Speyer, to keep their fleet of 23 boats."),
                  record(2, headline="Nets banned", published="2020-01-06", body=text(*range(5, 10)) + " Dora Klein of Xanten spoke for 34 villages. "
                         "Her cousin Emil, with 18 seats in the Duisburg assembly, had asked for 65 more days before the ban.")]
        both = record(3, headline="Talks and nets", published="2020-01-06", body=halves[0]["body"] + "\n\n" + halves[1]["body"])
        self.add(self.write_records("a.jsonl", halves))
        if len(set(self.stories().values())) != 2:
            self.fail("the halves are no copies of each other, else the test tests nothing")
        self.add(self.write_records("b.jsonl", [both]))
        merged = self.stories()
        self.assertEqual(len(set(merged.values())), 1, merged)
        self.assertEqual(self.info()["stories"], 1)
        self.assertRegex((self.db / "XAPIANDB").read_text(), r"#stories merges=\d+ file=stories\.2\.merged")
        self.assertEqual(self.hit("Geneva OR Xanten")["copies"], 2)
        self.index("verify", "--db", self.db)
        self.index("backup", "--db", self.db, self.directory / "copy")
        self.index("compact", "--db", self.db)
        self.assertEqual(self.stories(), merged)
        self.index("verify", "--db", self.db)
        self.db = self.directory / "copy"
        self.assertEqual(self.stories(), merged)
        self.index("verify", "--db", self.db)
        damaged = next((self.db / "segments").glob("stories.*"))
        damaged.write_bytes(damaged.read_bytes()[:-1] + b"x")
        self.index("verify", "--db", self.db, expect=1)

    def test_what_is_removed_or_replaced_is_no_copy_any_more(self):
        self.add(self.write_records("a.jsonl", STORY))
        self.index("remove", "--db", self.db, "--id", "a4")
        self.assertEqual((self.hit("Breisach")["copies"], self.hit("Breisach")["earliest"]["id"]), (2, "a1"))
        self.add(self.write_records("b.jsonl", [record(1, headline="Withdrawn", body="This article was withdrawn by its editors on Friday.")]))
        self.assertEqual(self.hit("Breisach")["copies"], 1)
        self.assertEqual(self.info()["stories"], 2)

    def test_copies_meet_across_indexes(self):
        self.add(self.write_records("a.jsonl", STORY[:1]))
        first, self.db = self.db, self.directory / "second"
        self.add(self.write_records("b.jsonl", STORY[3:]))
        answer = json.loads(self.search("query", "--db", first, "--db", self.db, "--format", "json", "Breisach").stdout)
        self.assertEqual([(hit["copies"], hit["earliest"]["id"]) for hit in answer["hits"]], [(1, "a4")])

    def test_events_of_one_template_are_stories_of_their_own(self):
        draw = random.Random(2)
        records = []
        for number in range(120):
            body = re.sub(r"N", lambda _: "%.2f" % draw.uniform(1, 900), "Shares in %s closed higher on the day as investors bought what they had sold in the "
                          "week before. The leading index gained N percent to end at N points, its best close in N days. Banks led the advance, with a gain of "
                          "N percent, and insurers followed in thin trade with N percent. Turnover was N million, compared with N million on the day before, "
                          "and dealers said that the rally could go on if the central bank left rates where they are." % draw.choice(["Oslo", "Rome", "Lima"]))
            records.append(record(number, headline="Shares close higher", published="2020-01-%02d" % (1 + number % 5), body=body))
        self.add(self.write_records("a.jsonl", records))
        self.assertEqual(self.info()["stories"], 120)

    def test_short_texts_are_copies_only_word_for_word(self):
        self.add(self.write_records("a.jsonl", [record(number) for number in range(300)] + [
            {"id": "f1", "headline": "Fed raises rates", "published": "2020-01-06"}, {"id": "f2", "headline": "FED RAISES RATES", "published": "2020-01-06"},
            {"id": "f3", "headline": "Fed raises rates", "published": "2020-02-06"}, {"id": "f4", "headline": "???"}, {"id": "f5", "headline": "???"}]))
        stories = self.stories()
        self.assertEqual(len(set(stories.values())), 304)
        self.assertEqual(stories["f1"], stories["f2"])

    def test_any_number_of_the_same_article_is_one_story(self):
        self.add(self.write_records("a.jsonl", [record(number, headline="Rhine talks fail", body=WHOLE) for number in range(20000)]), "--entities", "none")
        self.assertEqual(self.info()["stories"], 1)
        self.assertEqual(self.hit("Breisach")["copies"], 19999)


if __name__ == "__main__":
    unittest.main()
