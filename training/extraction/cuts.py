#!/usr/bin/env python3
"""What each rule cuts out of bodies, and how much of that the truth has: a rule that cuts much of it is wrong as often as right.

usage: cuts.py --data DIR [--bin build/release/bin] [--show REASON] [COLLECTION…]      (all of DIR/extraction where none is named)

Lines of 60 bytes and more that stand in the body's container and are no part of it, by the reason why they were left out. One is in the truth if
half of its four-word shingles are there. --show prints those of one reason that are.
"""
import collections

import examples
import data  # noqa: I100 (found by way of examples)
import shingles


def main():
    parser = data.parser(__doc__)
    parser.add_argument("--show", metavar="REASON")
    parser.add_argument("collections", nargs="*", metavar="COLLECTION")
    options = parser.parse_args()
    cut, wrong = collections.Counter(), collections.Counter()
    pages_cut, pages_wrong = collections.defaultdict(set), collections.defaultdict(set)
    for collection, page, lines in examples.cuts(options.bin / "dateline-extraction-candidates", data.folder(options, "extraction"), options.collections):
        for line in lines:
            reason, precision = line["reason"], shingles.overlap(page["body"], line["text"])[0]
            cut[reason] += 1
            pages_cut[reason].add(page["id"])
            if precision is not None and precision >= 0.5:
                wrong[reason] += 1
                pages_wrong[reason].add(page["id"])
                if reason == options.show:
                    print("%s %s: %s" % (collection, page["id"], line["text"][:200]))
    rows = [[reason, str(count), str(len(pages_cut[reason])), str(wrong[reason]), str(len(pages_wrong[reason])), "%.2f" % (wrong[reason] / count)]
            for reason, count in cut.most_common()]
    data.print_table(["reason", "lines", "pages", "of the truth", "pages", "share"], rows)


if __name__ == "__main__":
    main()
