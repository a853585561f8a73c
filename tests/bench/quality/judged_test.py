#!/usr/bin/env python3
"""How well the questions of the collections with judgements are answered, one by one, as tests/golden/quality/judged.txt has it.

The collections are no part of Dateline: docs/quality.md says where each is published, and DATELINE_DATA names the folder in which they are, or else they lie
beside the project. Where they are in neither, nothing is tested, which is said with exit code 77. A mean hides that one question gains what another loses: so each question has its row, nDCG@10 as
bench/quality/relevance.py measures it. --update writes the file anew.
"""
import json
import os
import pathlib
import sys
import tempfile
import unittest

import quality  # noqa: F401 (finds the modules below)
import data
import golden
import measures
import relevance
from programs import BIN, SHARED

COLLECTIONS = ("time", "cranfield", "cisi")
DEPTH = 10
# Two articles of one score may change places where a compiler adds up in another order.
TOLERANCE_OF_A_QUESTION = 0.02
TOLERANCE_OF_A_MEAN = 0.001


def ranked(database, question):
    printed = data.run(BIN / "dateline-search", "query", "--db", database, "--match", "any", "--collapse", "none", "--limit", DEPTH, "--snippet", 0,
                       "--deadline", 60000, "--format", "json", "--", question)
    return [hit["id"] for hit in json.loads(printed)["hits"]]


def figures(folder):
    """{question: nDCG@10} of one collection."""
    gains, found = relevance.judgements(folder / "qrels.txt"), {}
    with tempfile.TemporaryDirectory(prefix="dateline-judged-") as temporary:
        database = pathlib.Path(temporary, "db")
        feed = "".join(json.dumps(relevance.record(document)) + "\n" for document in data.json_lines(folder / "docs.jsonl"))
        # One thread, so that equal scores have the same order in every run.
        data.run(BIN / "dateline-index", "add", "--db", database, "--threads", 1, "--input", "jsonl", "--progress", "never", "-", stdin=feed, quiet=True)
        for question in data.json_lines(folder / "queries.jsonl"):
            wanted = gains[str(question["id"])]
            if measures.relevant(wanted):
                found[str(question["id"])] = measures.ndcg(ranked(database, relevance.plain(question["text"])), wanted)
    return found


def mean(values):
    return sum(values) / len(values)


def committed():
    """{collection: {question: nDCG@10}}"""
    rows = {}
    for line in (golden.GOLDEN / "quality" / "judged.txt").read_text(encoding="utf-8").splitlines():
        collection, question, figure = line.split()
        rows.setdefault(collection, {})[question] = float(figure)
    return rows


class JudgedQuestions(unittest.TestCase):
    maxDiff = None

    def test_each_question_is_answered_as_well_as_before(self):
        measured = {name: figures(FOLDER / name) for name in COLLECTIONS if (FOLDER / name / "qrels.txt").exists()}
        if golden.UPDATE:
            rows = ("%-10s %4s  %.4f\n" % (name, question, figure) for name in measured for question, figure in measured[name].items())
            golden.expect_golden(self, "quality/judged.txt", "".join(rows))
        before = committed()
        for name, now in measured.items():
            self.assertEqual(now.keys(), before[name].keys(), name)
            changed = {question: (before[name][question], round(figure, 4)) for question, figure in now.items()
                       if abs(figure - before[name][question]) > TOLERANCE_OF_A_QUESTION}
            self.assertEqual(changed, {}, "%s: question: (before, now)" % name)
            self.assertAlmostEqual(mean(now.values()), mean(before[name].values()), delta=TOLERANCE_OF_A_MEAN, msg=name)


if __name__ == "__main__":
    FOLDER = pathlib.Path(os.environ.get("DATELINE_DATA") or SHARED / "data", "ir")
    if not any((FOLDER / name / "qrels.txt").exists() for name in COLLECTIONS):
        print("skipped: there are no collections beside the project, and DATELINE_DATA names no folder with any (docs/quality.md)")
        sys.exit(data.NOTHING_MEASURED)
    golden.main()
