#!/usr/bin/env python3
"""Names at the query: other spellings, aliases, facets, and what the index says of one entity."""
import json
import unittest

from programs import ProgramTest, record


def entity(kind, name, *forms, mentions=2):
    return {"type": kind, "name": name, "mentions": mentions, "forms": [name, *forms]}


QASSEM = entity("person", "Qassem Soleimani", "Soleimani")
GHASEM = entity("person", "Ghasem Suleimani", "Suleimani")
ESPER = entity("person", "Mark Esper", "Esper")
SULLIVAN = entity("person", "Jake Sullivan", "Sullivan")
IRAQ = entity("place", "Iraq")

ARTICLES = [
    record(1, published="2020-01-03", source="Associated Press", language="en", entities=[QASSEM, ESPER, IRAQ, entity("organisation", "Pentagon")]),
    record(2, published="2020-01-06", source="Reuters", language="en", entities=[GHASEM, entity("place", "Tehran")]),
    record(3, published="2020-02-06", source="Reuters", language="en", entities=[entity("person", "Mark T. Esper"), entity("place", "U.S."), IRAQ]),
    record(4, published="2021-02-06", source="Reuters", language="de", entities=[entity("place", "United States"), SULLIVAN]),
    record(5, published="2021-03-06", source="Reuters", language="en", entities=[SULLIVAN]),
]


class Entities(ProgramTest):
    def setUp(self):
        super().setUp()
        self.add(self.write_records("a.jsonl", ARTICLES))

    def run_search(self, verb, *arguments, expect):
        return self.search(verb, "--db", self.db, *arguments, expect=expect)

    def answer(self, verb, *arguments):
        return json.loads(self.run_search(verb, "--format", "json", *arguments, expect=0).stdout)

    def test_any_spelling_of_a_name_finds_it(self):
        for query in ("person:Suleimani", "person:soleimani", "entity:soleymani~", 'person:"Kassem Soleimany"', 'person:"Qassem Soleimani"'):
            self.assertEqual(self.ids(query), ["a1", "a2"], query)
        self.assertEqual(self.ids('person:"Mark Esper"'), ["a1", "a3"])
        self.assertEqual(self.ids("person:Sullivan"), ["a4", "a5"])
        self.assertEqual(self.ids("person:=Suleimani"), ["a2"])

    def test_the_written_name_comes_first_and_the_others_are_told(self):
        answer = self.answer("query", "person:Suleimani")
        self.assertEqual([hit["id"] for hit in answer["hits"]], ["a2", "a1"])
        self.assertIn("other-names", [notice["code"] for notice in answer["notices"]])
        answer = self.answer("query", 'person:"Marc Espre"')
        self.assertEqual(sorted(hit["id"] for hit in answer["hits"]), ["a1", "a3"])
        self.assertIn("other-names", [notice["code"] for notice in answer["notices"]])

    def test_a_country_is_found_by_all_its_names_and_by_no_other_countrys(self):
        for query in ("place:America", "place:U.S.", 'place:"United States"', "place:USA"):
            self.assertEqual(self.ids(query), ["a3", "a4"], query)
        self.assertEqual(self.ids("place:Iran"), [])

    def test_aliases_win_and_need_no_indexing(self):
        aliases = self.write("aliases.toml", '[[entity]]\nname = "Qassem Soleimani"\ntype = "person"\nalso = ["Hajj Qassem", "Shadow Commander"]\n')
        self.assertEqual(self.ids('person:"Shadow Commander"'), [])
        self.assertEqual(self.ids('person:"Shadow Commander"', "--aliases", aliases), ["a1"])
        self.assertEqual(self.ids('person:"Qassem Soleimani"', "--aliases", aliases), ["a1"])

    def test_names_that_ship_are_looked_for_together_and_told(self):
        self.db = self.directory / "agencies"
        self.add(self.write_records("b.jsonl", [
            record(1, entities=[entity("organisation", "Associated Press")]),
            record(2, entities=[entity("organisation", "AP")]),
            record(3, entities=[entity("organisation", "AP Exams")]),
            record(4, entities=[entity("person", "Moammar Gadhafi")]),
            record(5, entities=[entity("person", "Muammar Qaddafi")]),
        ]))
        for query in ("org:AP", 'org:"Associated Press"', 'entity:"associated press"'):
            answer = self.answer("query", query)
            self.assertLessEqual({"a1", "a2"}, {hit["id"] for hit in answer["hits"]}, query)
            self.assertIn("alias", [notice["code"] for notice in answer["notices"]], query)
        self.assertIn("a3", self.ids("org:AP"), "a name that has the word is found as ever")
        self.assertEqual(self.ids('person:"Muammar Gaddafi"'), ["a4", "a5"])
        self.assertEqual(self.ids('org:"Associated Press"', "--aliases", "none"), ["a1"])
        self.assertEqual(self.ids("org:=AP"), ["a2", "a3"], "this spelling alone")

    def test_a_file_of_aliases_stands_in_the_place_of_those_that_ship(self):
        self.db = self.directory / "agencies"
        self.add(self.write_records("b.jsonl", [record(1, entities=[entity("organisation", "Associated Press")]),
                                                record(2, entities=[entity("organisation", "AP")])]))
        aliases = self.write("aliases.toml", '[[entity]]\nname = "Amateur Press"\ntype = "organisation"\nalso = ["AP"]\n')
        self.assertEqual(self.ids('org:"Amateur Press"', "--aliases", aliases), ["a2"])
        self.assertEqual(self.ids('org:"Associated Press"', "--aliases", aliases), ["a1"])

    def test_a_wrong_alias_file_is_named_with_its_line(self):
        aliases = self.write("aliases.toml", '[[entity]]\nname = "A B"\ntype = "perso"\n')
        out = self.run_search("query", "--aliases", aliases, "x", expect=2)
        self.assertIn("aliases.toml:1", out.stderr)

    def test_facets_count_articles_and_fold_spellings(self):
        facets = self.answer("query", "--limit", "1", "--facet", "person:2", "--facet", "place", "--facet", "source", "--facet", "year",
                             "--facet", "language", "date:2020..2021")["facets"]
        self.assertEqual([value["count"] for value in facets["person"]], [2, 2])
        self.assertEqual({value["value"]: value["count"] for value in facets["source"]}, {"Reuters": 4, "Associated Press": 1})
        self.assertEqual(facets["year"], [{"value": "2020", "count": 3}, {"value": "2021", "count": 2}])
        self.assertEqual({value["value"]: value["count"] for value in facets["language"]}, {"en": 4, "de": 1})
        self.assertEqual(sorted(value["count"] for value in facets["place"]), [1, 2, 2])

    def test_facets_do_not_depend_on_how_the_index_grew(self):
        answers = []
        for name, batches in (("whole", [ARTICLES[:3]]), ("grown", [[article] for article in ARTICLES[:3]])):
            self.db = self.directory / name
            for batch in batches:
                self.add(self.write_records("batch.jsonl", batch))
            facets = self.answer("query", "--limit", "1", "--facet", "person", "--facet", "place", "--facet", "source", "date:2020..2021")["facets"]
            answers.append({kind: sorted((value["value"], value["count"]) for value in values) for kind, values in facets.items()})
        self.assertEqual(answers[0], answers[1])

    def test_a_wrong_facet_is_a_wrong_command_line(self):
        for facet in ("colour", "person:0", "person:x", "person:100000"):
            self.run_search("query", "--facet", facet, "x", expect=2)

    def test_an_entity_is_told_by_any_of_its_names(self):
        profile = self.answer("entity", "Soleymani")
        self.assertIn(profile["name"], ("Qassem Soleimani", "Ghasem Suleimani"))
        self.assertEqual((profile["type"], profile["articles"], profile["first"], profile["last"]),
                         ("person", 2, "2020-01-03", "2020-01-06"))
        self.assertEqual({form["text"] for form in profile["forms"]}, {"Qassem Soleimani", "Soleimani", "Ghasem Suleimani", "Suleimani"})
        self.assertEqual(profile["months"], [{"start": "2020-01-01", "articles": 2}])
        self.assertNotIn("Ghasem Suleimani", [associate["name"] for associate in profile["associates"]])
        self.assertIn("Mark Esper", [associate["name"] for associate in profile["associates"]])
        self.assertTrue(all(associate["score"] > 0 for associate in profile["associates"]))

    def esper(self):
        """Twelve articles of one Esper, one of another, two that say Esper alone, a year of each."""
        self.db = self.directory / "espers"
        tom = entity("person", "Tom Esper", "Esper")
        self.add(self.write_records("e.jsonl", [record(n, published="2020-01-%02d" % n, entities=[ESPER]) for n in range(1, 13)]
                                    + [record(13, published="2020-02-01", entities=[tom])]
                                    + [record(n, published="2020-03-%02d" % n, entities=[entity("person", "Esper")]) for n in (14, 15)]))

    def test_who_goes_by_a_name_is_told_and_never_mixed(self):
        self.esper()
        profile = self.answer("entity", "Esper")
        self.assertEqual((profile["name"], profile["articles"], profile["first"], profile["last"]), ("Mark Esper", 14, "2020-01-01", "2020-03-15"))
        self.assertEqual(profile["others"], [{"name": "Tom Esper", "type": "person", "articles": 1}])
        self.assertEqual(self.answer("entity", "Tom", "Esper")["others"], [])
        text = self.run_search("entity", "Esper", expect=0).stdout
        self.assertIn("by that name also: Tom Esper, person (1 article)\n", text)
        written = self.answer("entity", "--names", "written", "Esper")
        self.assertEqual((written["name"], written["articles"]), ("Mark Esper", 12))
        self.assertEqual([(other["name"], other["articles"]) for other in written["others"]], [("Esper", 2), ("Tom Esper", 1)])

    def test_a_person_is_found_by_the_surname_alone_where_it_means_nobody_else(self):
        self.esper()
        answer = self.answer("query", "--limit", "20", 'person:"Mark Esper"')
        self.assertEqual(answer["total"]["value"], 14)
        self.assertIn("surnames", [notice["code"] for notice in answer["notices"]])
        self.assertLess({"a14", "a15"}, {hit["id"] for hit in answer["hits"]})
        for query in ('person:"Tom Esper"', "person:=Tom"):
            self.assertEqual(self.ids(query), ["a13"], query)
        self.assertEqual(self.answer("query", "--names", "written", 'person:"Mark Esper"')["total"]["value"], 12)
        self.assertEqual(len(self.ids('entity:"Mark Esper"')), 14)

    def test_a_surname_alone_is_one_row_with_the_name_that_it_means(self):
        self.esper()
        answer = self.answer("query", "--facet", "person", "date:2020")
        self.assertEqual(answer["facets"]["person"], [{"value": "Mark Esper", "count": 14}, {"value": "Tom Esper", "count": 1}])
        self.assertIn("surnames", [notice["code"] for notice in answer["notices"]])
        answer = self.answer("query", "--facet", "person", "--names", "written", "date:2020")
        self.assertEqual(answer["facets"]["person"], [{"value": "Mark Esper", "count": 12}, {"value": "Esper", "count": 2}, {"value": "Tom Esper", "count": 1}])
        self.assertNotIn("surnames", [notice["code"] for notice in answer["notices"]])
        self.run_search("query", "--names", "joined", "x", expect=2)

    def test_a_name_that_no_article_has_is_not_found(self):
        self.run_search("entity", "Nobody", expect=1)
        self.run_search("entity", "...", expect=2)

    def test_names_answers_each_line(self):
        pairs = self.write("pairs.tsv", "person\tJohn Paul I\tJohn Paul II\nFDA\tFood and Drug Administration\nno pair\nplace\tU.S.\tAmerica\n")
        out = self.index("names", pairs, expect=3)
        self.assertEqual([line.split("\t")[0] for line in out.stdout.splitlines()], ["different", "same", "different", "same"])
        self.assertIn("pairs.tsv", out.stderr)


if __name__ == "__main__":
    unittest.main()
