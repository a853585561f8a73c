#!/usr/bin/env python3
"""What dateline-search offers: completions, other queries where nothing is found, synonyms."""
import json
import unittest

from programs import ROOT, ProgramTest, record

ARTICLES = [
    record(1, headline="Troops leave Iraq", body="The troops left after the non-binding vote, said Mark Esper.", language="en",
           entities=[{"type": "person", "name": "Mark Esper", "mentions": 1, "forms": ["Mark Esper"]}]),
    record(2, headline="Parliament votes", body="A car and an automobile met the troops near Erdo\u011fan's house.", language="en"),
    record(3, headline="Motor show", body="Every motor car was there.", language="en"),
]


class Suggest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.add("--entities", "none", self.write_records("a.jsonl", ARTICLES))

    def suggest(self, typed, *options):
        run = self.search("suggest", "--db", self.db, "--format", "json", *options, "--", typed)
        answer = json.loads(run.stdout)
        self.assertEqual(answer["prefix"], typed)
        return {(s["kind"], s["text"], s["count"]) for s in answer["suggestions"]}

    def test_words_names_and_headlines_complete_a_beginning(self):
        self.assertEqual(self.suggest("TRO"), {("word", "troops", 2), ("headline", "Troops leave Iraq", 1)})
        self.assertIn(("person", "Mark Esper", 1), self.suggest("esp"))
        self.assertIn(("word", "erdogan", 1), self.suggest("erdo\u011f"))
        self.assertIn(("word", "troops", 2), self.suggest("torop"))
        self.assertEqual(self.suggest("qqq"), set())

    def texts(self, typed, *options):
        run = self.search("suggest", "--db", self.db, "--format", "json", *options, "--", typed)
        return [(s["kind"], s["text"]) for s in json.loads(run.stdout)["suggestions"]]

    def test_one_entity_is_one_row_and_stands_before_words(self):
        self.db = self.directory / "names"
        names = ["Volodymyr Zelensky", "Volodymyr Zelenskyy", "Zelenskiy", "Volodymyr Zelensky", "Alexandra Tavares", "Alexandra Tavares", "Alexandra Tavares", "Tavares"]
        self.add(self.write_records("n.jsonl", [
            record(n, body="A zeltation and a tavarish word.", entities=[{"type": "person", "name": name, "mentions": 1, "forms": [name, name.split()[-1]]}])
            for n, name in enumerate(names)]))
        self.assertEqual(self.texts("zel"), [("person", "Volodymyr Zelensky"), ("word", "zeltation")])
        self.assertEqual(self.texts("volod"), [("person", "Volodymyr Zelensky")])
        self.assertEqual(self.texts("tava"), [("person", "Alexandra Tavares"), ("word", "tavarish")])
        written = [text for kind, text in self.texts("zel", "--names", "written") if kind == "person"]
        self.assertEqual(sorted(written), ["Volodymyr Zelensky", "Volodymyr Zelenskyy", "Zelenskiy"])
        self.assertGreater(len([kind for kind, _ in self.texts("zel", "--aliases", "none") if kind == "person"]), 1)

    def test_no_stop_word_follows_a_word(self):
        self.db = self.directory / "stops"
        self.add("--entities", "none", self.write_records("s.jsonl", [
            record(1, body="Miners and the anthem of miners.", language="en"), record(2, body="Miners und andere Unken.", language="de")]))
        self.assertEqual(self.texts("miners an"), [("word", "miners anthem")])
        self.assertEqual(self.texts("miners u"), [("word", "miners unken")])

    def test_limit_and_text(self):
        self.assertEqual(len(self.suggest("tro", "--limit", "1")), 1)
        self.assertEqual(self.search("suggest", "--db", self.db, "tro").stdout.splitlines()[0], "troops  word, 2")
        self.assertIn("at most", self.search("suggest", "--db", self.db, "--limit", "101", "tro", expect=2).stderr)
        self.search("suggest", "--db", self.db, expect=2)

    def test_other_queries_are_offered_where_nothing_is_found_and_none_is_run(self):
        answer = self.query("tropps iraq")
        self.assertEqual(answer["hits"], [])
        self.assertEqual(answer["suggestions"][0], {"text": "troops iraq", "query": "troops iraq"})
        text = self.search("query", "--db", self.db, "tropps", "iraq")
        self.assertIn("Did you mean: troops iraq\n", text.stderr)
        self.assertEqual(text.stdout, "")
        relaxed = self.query("parliament iraq")["suggestions"]
        self.assertIn({"text": "any of these", "query": "parliament OR iraq"}, relaxed)
        self.assertEqual(self.query("troops")["suggestions"], [])

    def test_every_offer_finds_something(self):
        for query in ("tropps", "\"troops votes\"", "headline:(parlament troops)", "person:espre date:2031", "iraqtroops zzzz"):
            for offer in self.query(query)["suggestions"]:
                self.assertGreater(self.query(offer["query"])["total"]["value"], 0, offer)

    def test_synonyms_are_looked_for_and_named(self):
        path = ROOT / "docs" / "examples" / "synonyms.txt"
        self.assertEqual(self.ids("car"), ["a2", "a3"])
        self.assertEqual(self.ids("automobile"), ["a2"])
        self.assertEqual(self.ids("automobile", "--synonyms", path), ["a2", "a3"])
        self.assertEqual(self.query("automobile", "--synonyms", path)["notices"][0]["code"], "synonyms")
        self.assertEqual(self.ids("automobile", "--synonyms", "none"), ["a2"])
        shown = json.loads(self.search("explain", "--db", self.db, "--format", "json", "automobile", env={"DATELINE_SYNONYMS": str(path)}).stdout)
        self.assertIn('"motor car"', shown["rewritten"])
        self.assertEqual(shown["notices"][0]["code"], "synonyms")

    def test_a_wrong_synonym_file_is_named_with_its_line(self):
        path = self.write("s.txt", "car, automobile\n# fine\nlonely\n")
        run = self.search("query", "--db", self.db, "--synonyms", path, "car", expect=2)
        self.assertIn("s.txt:3: a group has two members or more", run.stderr)
        self.search("query", "--db", self.db, "--synonyms", self.directory / "none.txt", "car", expect=1)


if __name__ == "__main__":
    unittest.main()
