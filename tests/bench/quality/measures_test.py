#!/usr/bin/env python3
"""The measures of bench/quality, on examples small enough to be checked by hand."""
import math
import pathlib
import tempfile
import unittest

import quality  # noqa: F401 (finds the modules below)
import annotated
import entities
import extraction
import measures
import shingles


class Measures(unittest.TestCase):
    def test_a_ranking_is_judged_by_where_its_relevant_documents_stand(self):
        gains = {"a": 1, "b": 1, "n": 0}
        self.assertEqual(measures.average_precision(["x", "a", "y", "b"], gains), (1 / 2 + 2 / 4) / 2)
        self.assertEqual(measures.average_precision(["a"], gains), 1 / 2)
        self.assertEqual(measures.precision(["x", "a", "n", "b"], gains), 2 / 10)
        self.assertAlmostEqual(measures.ndcg(["x", "a", "y", "b"], gains), (1 / math.log2(3) + 1 / math.log2(5)) / (1 + 1 / math.log2(3)))
        self.assertEqual(measures.ndcg(["b", "a", "n"], gains), 1)
        self.assertLess(measures.ndcg(["a", "b"], {"a": 1, "b": 2}), 1)

    def test_nothing_found_and_nothing_relevant_are_worth_nothing(self):
        for measure in (measures.average_precision, measures.ndcg, measures.precision):
            self.assertEqual(measure([], {"a": 1}), 0)
            self.assertEqual(measure(["a"], {}), 0)

    def test_bodies_are_compared_by_runs_of_four_words(self):
        self.assertEqual(shingles.overlap("a b c d", "a b c d e")[:2], (1 / 2, 1))
        self.assertEqual(shingles.overlap("one two", "one two!"), (1, 1, 1))
        self.assertEqual(shingles.overlap("a b c d e", ""), (None, 0, 0))
        self.assertEqual(shingles.overlap("", ""), (None, None, 1))
        self.assertEqual(shingles.overlap("a a a a a", "a a a a")[:2], (1, 1 / 2))

    def test_means_of_precision_and_recall_are_joined_after_averaging(self):
        f1, precision, recall = shingles.pooled([(1, 0.5, 0.9), (None, 0.0, 0.0), (0.5, 1, 0.1)])
        self.assertEqual((precision, recall), (0.75, 0.5))
        self.assertEqual(f1, 0.6)


class Extraction(unittest.TestCase):
    def test_values_are_equal_whatever_their_case_signs_and_form(self):
        self.assertEqual(extraction.folded("“Ｗho’s\tthere?”"), extraction.folded("who's there"))
        self.assertEqual(extraction.names(["Ann Lee", "Bo Ek"]), extraction.names("ANN LEE and Bo Ek"))
        self.assertEqual(extraction.day("2020-01-06T23:59:00-05:00"), extraction.day("2020-01-06"))
        self.assertIsNone(extraction.day("2020-13-01"))

    def test_recall_counts_what_is_stated_and_precision_what_is_given(self):
        truth = [{"id": "1", "file": "1", "headline": "One"}, {"id": "2", "file": "2", "headline": "Two"},
                 {"id": "3", "file": "3", "headline": "Three"}, {"id": "4", "file": "4", "headline": "Four", "doubt": ["headline"]}]
        records = {"1": {"headline": "ONE"}, "2": {"headline": "No"}, "4": {"headline": "Wrong"}}
        field = extraction.Collection("c", truth, records).fields["headline"]
        self.assertEqual((field.stated, field.given, field.right), (3, 2, 1))
        self.assertEqual(field.figures(), "0.333 / 0.500")

    def test_an_article_is_lost_if_less_than_half_of_it_is_there(self):
        body = " ".join("word%d" % number for number in range(100))
        truth = [{"id": name, "file": name, "body": body} for name in ("whole", "gone", "half")]
        records = {"whole": {"body": body}, "half": {"body": body[:200]}}
        self.assertEqual(extraction.Collection("c", truth, records).lost, 2)


class Entities(unittest.TestCase):
    FILE = "# newdoc id = 1\nMark\tB-PER\nEsper\tI-PER\nmet\tO\nNATO\tB-ORG\n\nParis\tB-LOC\nOscars\tB-MISC\n# newdoc id = 2\nLi\tI-PER\n"

    def texts(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "a.tsv")
            path.write_text(self.FILE, encoding="utf-8")
            return [annotated.Text(document) for document in annotated.documents(path)]

    def test_documents_become_text_whose_tokens_are_known_by_their_bytes(self):
        first, second = self.texts()
        self.assertEqual(first.text, "Mark Esper met NATO\nParis Oscars\n")
        self.assertEqual(first.annotated(), {(0, 0, 1, "PER"), (0, 3, 3, "ORG"), (1, 0, 0, "LOC")})
        self.assertEqual(second.annotated(), {(0, 0, 0, "PER")})
        self.assertEqual(first.located({"start": 0, "end": 10, "type": "person"}), (0, 0, 1, "PER"))

    def test_a_name_is_right_if_its_bounds_and_type_are(self):
        first, _ = self.texts()
        found = [{"start": 0, "end": 10, "type": "person"}, {"start": 15, "end": 19, "type": "place"}, {"start": 21, "end": 25, "type": "place"}]
        counts = entities.Counts()
        counts.judge(first, first.annotated(), {first.located(span) for span in found})
        self.assertEqual(counts.figures(), (1 / 3, 1 / 3, 1 / 3))
        self.assertEqual(counts.figures(("PER",)), (1, 1, 1))
        self.assertIn("missed ORG NATO", counts.faults)


if __name__ == "__main__":
    unittest.main()
