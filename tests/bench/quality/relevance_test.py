#!/usr/bin/env python3
"""How well planted words are ranked in a generated corpus, as tests/golden/quality/relevance.txt has it, with the measures.

Each planted query of the generator is asked with `--match any`, where what it finds with `--match all` is relevant: what has all its words is to
come first. Graded queries say of each planted word what an article that has it is worth, a headline more than a body. --update writes the file
anew.
"""
import json
import pathlib
import tempfile
import unittest

import quality  # noqa: F401 (finds the modules below)
import data
import golden
import measures
import relevance
from programs import BIN

ARTICLES = 1000
# Query, and what an article i is worth: the sum of the gains whose remainder is i % modulus (see corpus/generator/stories/plants.cc).
GRADED = [
    ("grelvox", [(13, 0, 2), (13, 1, 1)]),  # in a headline, in a body
    ("m7x m31x m127x", [(7, 0, 1), (31, 0, 2), (127, 0, 3)]),  # the rarer, the more
    ("m3x m7x m31x", [(3, 0, 1), (7, 0, 1), (31, 0, 1)]),  # the more of them, the better
    ("m7x m31x^5", [(7, 0, 1), (31, 0, 5)]),  # a weight
    ("grelvox stelvix", [(13, 0, 3), (13, 1, 1), (17, 4, 2)]),  # headline, body, standfirst
    ("florvex drumpash", [(11, 3, 2), (11, 5, 1), (11, 7, 1)]),  # as a phrase, apart, turned round
    ("headline:grelvox OR body:grelvox", [(13, 0, 2), (13, 1, 1)]),
    ("vrelt* zorvunk", [(41, 1, 1), (41, 2, 1), (37, 1, 1), (37, 2, 1), (37, 3, 1)]),
]


def line(kind, query, gains, found):
    figures = measures.ndcg(found, gains), measures.average_precision(found, gains), measures.precision(found, gains)
    best = " ".join(str(gains.get(document, 0)) for document in found[:10])
    return "%-10s %-38s %4d relevant   nDCG@10 %.3f  MAP %.3f  P@10 %.3f   first ten: %s" % (
        kind, query, len(measures.relevant(gains)), *figures, best or "none")


class Relevance(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="dateline-relevance-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        data.run(BIN / "dateline-corpus", "--articles", ARTICLES, "--seed", 7, "--mean-words", 120, "--output", self.folder,
                 "--facts", self.folder / "facts.json", quiet=True)
        self.ids = [article["id"] for article in data.json_lines(self.folder / "articles.jsonl")]
        # One thread, so that equal scores have the same order in every run.
        data.run(BIN / "dateline-index", "add", "--db", self.folder / "db", "--threads", 1, "--entities", "none", "--progress", "never",
                 self.folder / "articles.jsonl")

    def found(self, query):
        return relevance.ranked(BIN / "dateline-search", self.folder / "db", query, ["--snippet", "0"])

    def gains(self, worth):
        """{id: what `worth`, a function of the article's number, says}"""
        return {name: worth(number) for number, name in enumerate(self.ids) if worth(number)}

    def test_planted_words_are_ranked_as_well_as_before(self):
        lines = []
        for planted in json.loads((self.folder / "facts.json").read_text(encoding="utf-8"))["queries"]:
            if planted["articles"] and "period" in planted:
                gains = self.gains(lambda number, said=planted: int(number % said["period"] in said["remainders"]))
                lines.append(line(planted["kind"], planted["query"], gains, self.found(planted["query"])))
        lines.append("")
        for query, plants in GRADED:
            gains = self.gains(lambda number, said=plants: sum(gain for modulus, rest, gain in said if number % modulus == rest))
            lines.append(line("graded", query, gains, self.found(query)))
        golden.expect_golden(self, "quality/relevance.txt", "\n".join(lines) + "\n")


if __name__ == "__main__":
    golden.main()
