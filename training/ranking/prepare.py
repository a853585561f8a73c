#!/usr/bin/env python3
"""Indexes a collection with judgements, and writes its queries as dateline-train-ranking reads them.

usage: prepare.py [--bin build/release/bin] COLLECTION FOLDER

FOLDER gets `index` and `queries.tsv`: the query's number, its words, and ARTICLE:GAIN of each relevant article. What a collection looks like, how it
is indexed and how its questions become queries is what bench/quality/relevance.py says, which measures the same.
"""
import argparse
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "bench" / "quality"))
import data  # noqa: E402
import measures  # noqa: E402
import relevance  # noqa: E402


def lines(collection):
    gains = relevance.judgements(collection / "qrels.txt")
    for query in data.json_lines(collection / "queries.jsonl"):
        wanted = gains[str(query["id"])]
        if measures.relevant(wanted):
            judged = " ".join("%s:%d" % (document, wanted[document]) for document in sorted(measures.relevant(wanted)))
            yield "%s\t%s\t%s\n" % (query["id"], relevance.plain(query["text"]), judged)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", type=pathlib.Path, default=pathlib.Path("build/release/bin"))
    parser.add_argument("collection", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    relevance.index(options.bin / "dateline-index", options.collection, options.folder / "index")
    (options.folder / "queries.tsv").write_text("".join(lines(options.collection)), encoding="utf-8")


if __name__ == "__main__":
    main()
