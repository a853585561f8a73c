#!/usr/bin/env python3
"""Says which pages have a body that breaks a rule which should hold of every one (indexer/extract/body/invariants.h, lists.h).

usage: rules.py --data DIR [--bin build/release/bin] [COLLECTION…]      (all of DIR/extraction where none is named)

Ends with 1 where a page does.
"""
import sys

import examples
import data  # noqa: I100 (found by way of examples)


def main():
    parser = data.parser(__doc__)
    parser.add_argument("collections", nargs="*", metavar="COLLECTION")
    options = parser.parse_args()
    pages = examples.broken(options.bin / "dateline-extraction-candidates", data.folder(options, "extraction"), options.collections)
    broken = [(name, page["id"], rule) for name, page, rules in pages for rule in rules]
    for row in broken:
        print("%s %s: %s" % row)
    print("%d pages, %d broken rules" % (len(pages), len(broken)))
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
