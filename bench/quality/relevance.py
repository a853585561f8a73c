#!/usr/bin/env python3
"""How well `dateline-search query` ranks test collections with relevance judgements.

usage: relevance.py --data DIR [--bin build/release/bin] [--option OPT]… [COLLECTION…]      (all of DIR/ir where none is named)

A collection is a folder with docs.jsonl, perhaps .gz, {id, headline or title, body or text, date?}; queries.jsonl {id, text}; and qrels.txt, in
TREC's form: query, 0, document, gain. Its documents are indexed once, as English. Each query is asked with `--match any`, its punctuation
replaced by spaces, 1,000 hits deep. --option hands a further option to each query: --option=--sort=newest. Queries without a relevant document
are left out. measures.py says what the figures are.
"""
import collections
import json
import pathlib
import re
import tempfile

import data
import measures
import shingles

DEPTH = 1000


def record(document):
    """A document of a collection as an article record."""
    made = {"id": str(document["id"]), "language": "en"}
    for key, value in (("headline", document.get("headline") or document.get("title")), ("body", document.get("body") or document.get("text"))):
        if value and value.strip():
            made[key] = value
    if re.fullmatch(r"\d{4}-\d\d-\d\d", document.get("date") or ""):
        made["published"] = document["date"]
    return made


def judgements(path):
    """{query: {document: gain}}"""
    gains = collections.defaultdict(dict)
    for line in path.read_text(encoding="utf-8").splitlines():
        query, _, document, gain = line.split()
        gains[query][document] = int(gain)
    return gains


def index(program, folder, database):
    feed = "".join(json.dumps(record(document)) + "\n" for document in data.json_lines(folder / "docs.jsonl"))
    data.run(program, "add", "--db", database, "--input", "jsonl", "--progress", "never", "-", stdin=feed, quiet=True)


def plain(text):
    """A query as words: a collection's questions are no queries of our language."""
    return " ".join(re.sub(r"[^\w\s]", " ", text).lower().split())


def ranked(program, database, query, options):
    printed = data.run(program, "query", "--db", database, "--match", "any", "--collapse", "none", "--limit", DEPTH, "--deadline", 60000,
                       "--format", "json", *options, "--", query)
    return [hit["id"] for hit in json.loads(printed)["hits"]]


def judged(programs, folder, options):
    """[(nDCG@10, average precision, precision at 10)], a query each."""
    gains, figures = judgements(folder / "qrels.txt"), []
    with tempfile.TemporaryDirectory() as temporary:
        database = pathlib.Path(temporary, "db")
        index(programs / "dateline-index", folder, database)
        for query in data.json_lines(folder / "queries.jsonl"):
            wanted = gains[str(query["id"])]
            if measures.relevant(wanted):
                found = ranked(programs / "dateline-search", database, plain(query["text"]), options)
                figures.append((measures.ndcg(found, wanted), measures.average_precision(found, wanted), measures.precision(found, wanted)))
    return figures


def main():
    parser = data.parser(__doc__)
    parser.add_argument("--option", action="append", default=[], metavar="OPT")
    parser.add_argument("collections", nargs="*", metavar="COLLECTION")
    options = parser.parse_args()
    root = data.folder(options, "ir")
    rows = []
    for name in options.collections or sorted(path.parent.name for path in root.glob("*/qrels.txt")):
        figures = judged(options.bin, root / name, options.option)
        rows.append([name, str(len(figures)), *("%.4f" % shingles.mean(each) for each in zip(*figures))])
    data.print_table(["collection", "queries", "nDCG@10", "MAP", "P@10"], rows)


if __name__ == "__main__":
    main()
