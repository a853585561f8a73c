#!/usr/bin/env python3
"""Learns what the judge of bodies weighs, and says what it is worth on hosts that it was not learned on.

usage: learn.py --data DIR [--bin build/release/bin] [--write] [--ablation] [COLLECTION…]      (all of DIR/extraction where none is named)

--write     puts the judge into indexer/extract/tables/judge_weights.inc and judge_trees.inc
--ablation  says what cross-validation gives without the trees, without each group of features, and with hosts dealt out otherwise

Needs numpy (Debian: python3-numpy).
"""
import pathlib
import re

import examples
import judge
import data  # noqa: I100 (found by way of examples)
import shingles

ROOT = pathlib.Path(__file__).resolve().parents[2]
WEIGHTS = ROOT / "indexer/extract/tables/judge_weights.inc"
TREES = ROOT / "indexer/extract/tables/judge_trees.inc"
HEADER = ROOT / "indexer/extract/body/evidence.h"
LOST_BELOW, LOST_FROM_CHARACTERS = 0.5, 300

GROUPS = {
    "the first way's own standing": ["first"],
    "amounts of prose": ["prose", "share", "little", "prose_after"],
    "place below the headline": ["below_headline", "around_headline", "skipped_prose", "skipped_blocks"],
    "what is left out between": ["gaps", "prose_gaps", "links_between", "wording_between"],
    "shape of the blocks": ["links", "headings", "paragraphs", "long_paragraphs", "stops", "in_list", "digits", "same_parent"],
    "words of headline and description": ["title_words", "lead_words"],
    "the metadata's articleBody": ["stated_precision", "stated_recall"],
    "names of elements": ["named_body", "in_article", "named_navigation", "named_aside", "named_comments", "named_promotion", "named_caption", "named_other"],
}


def feature_names():
    table = HEADER.read_text(encoding="utf-8").split("kFeatureNames", 1)[1].split("});", 1)[0]
    return re.findall(r'^    "(\w+)"', table, re.MULTILINE)


def first_of(page):
    return page.candidates[0][1] if page.candidates else (None, 0.0, 0.0)


def best_of(page):
    return max((overlap for _, overlap in page.candidates), key=lambda overlap: overlap[2], default=(None, 0.0, 0.0))


def lost(results):
    return sum(page.length >= LOST_FROM_CHARACTERS and overlap[2] < LOST_BELOW for page, overlap in results)


def row(name, results):
    return [name, str(len(results)), *("%.4f" % figure for figure in shingles.pooled([overlap for _, overlap in results])), str(lost(results))]


def by_collection(ways):
    """A row a collection: F1 and lost articles of each way."""
    names = sorted({page.collection for page, _ in ways[0]})
    for name in names + ["all"]:
        cells = []
        for results in ways:
            of = [(page, overlap) for page, overlap in results if name in (page.collection, "all")]
            cells += ["%.4f" % shingles.pooled([overlap for _, overlap in of])[0], str(lost(of))]
        yield [name, str(len(of)), *cells]


def ablation(pages, names):
    yield row("weights alone", judge.cross_validated(pages, grown=False))
    for deal in ("second", "third"):
        yield row("all features, a %s deal of hosts" % deal, judge.cross_validated(pages, deal=deal))
    for group, members in GROUPS.items():
        left_out = {names.index(member) for member in members}
        yield row("without " + group, judge.cross_validated(pages, left_out=left_out))


def written(split, names):
    place = split.column % len(names)
    return '%s("%s", %.6g)' % ("own" if split.column < len(names) else "beside", names[place], split.at)


def write(learned, names):
    WEIGHTS.write_text("".join('{"%s", %.4f},\n' % pair for pair in zip(names, learned.weights)), encoding="utf-8")
    TREES.write_text("".join("{{{%s}}, {{%s}}},\n" % (", ".join(written(split, names) for split in tree.splits), ", ".join("%.6g" % leaf for leaf in tree.leaves))
                             for tree in learned.trees), encoding="utf-8")


def main():
    parser = data.parser(__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--ablation", action="store_true")
    parser.add_argument("collections", nargs="*", metavar="COLLECTION")
    options = parser.parse_args()
    names = feature_names()
    pages = examples.read(options.bin / "dateline-extraction-candidates", data.folder(options, "extraction"), options.collections)
    learned = judge.learn(pages)
    ways = [[(page, choose(page)) for page in pages] for choose in (first_of, best_of, lambda page: judge.chosen(learned, page))]
    ways.append(judge.cross_validated(pages))
    data.print_table(["collection", "bodies", "first F1", "lost", "best possible F1", "lost", "fit F1", "lost", "cross-validated F1", "lost"], by_collection(ways))
    if options.ablation:
        print()
        data.print_table(["cross-validated", "bodies", "F1", "P", "R", "lost"], [row("all features", ways[3]), *ablation(pages, names)])
    if options.write:
        write(learned, names)


if __name__ == "__main__":
    main()
