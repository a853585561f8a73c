#!/usr/bin/env python3
"""How well `dateline-index extract` reads pages of which the truth is known.

usage: extraction.py --data DIR [--bin build/release/bin] [--worst N] [COLLECTION…]      (all of DIR/extraction where none is named)

A collection is a folder with truth.jsonl, a line a page {id, file, url, headline?, byline?, published?, body?, doubt?}, and those pages.
They are read as a crawler's manifest would give them: path and URL. A field named in `doubt` is not judged.

body       overlap of four-word shingles (see shingles.py): F1, precision, recall. Not of texts in Chinese, Japanese, Korean and Thai,
           which have no spaces between words. The truth of fundus_parser begins with the standfirst, so there it is judged with the body.
lost       bodies of 300 characters and more whose page has an F1 under .5: the article is gone
headline   the same letters and digits, whatever their case and width
byline     the same set of names, folded in the same way; and the mean over pages of the F1 of the two sets
published  the same calendar day
           R = right / pages whose truth states it; P = right / those of them where something was found
"""
import datetime
import json
import re
import sys
import unicodedata

import data
import shingles

UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
BETWEEN_NAMES = re.compile(r"[;,|&]|\s(?:and|und|et|y)\s")
LOST_BELOW, LOST_FROM_CHARACTERS = 0.5, 300


def folded(text):
    """Letters and digits alone, without differences of case and width."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text or "").casefold() if sign.isalnum())


def names(value):
    """The set of folded names in a list of them, or in a line that joins them."""
    line = "; ".join(value) if isinstance(value, list) else value or ""
    return {folded(name) for name in BETWEEN_NAMES.split(line)} - {""}


def day(text):
    found = re.search(r"(\d{4})-(\d\d)-(\d\d)", text or "")
    try:
        return datetime.date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


FOLDS = {"headline": folded, "byline": names, "published": day}  # two values are equal if these make them so


def set_f1(true, found):
    return 2 * len(true & found) / (len(true) + len(found)) if true or found else 0.0


def is_spaced(text):
    """Whether words have spaces between them: fewer than one sign in five is of a script without."""
    return len(UNSPACED.findall(text)) * 5 < len(text)


class Field:
    """Counts of one field over a collection."""

    def __init__(self):
        self.stated = self.given = self.right = 0
        self.f1 = []

    def judge(self, fold, true, found):
        self.stated += 1
        self.given += bool(found)
        self.right += fold(true) == fold(found)
        if fold is names:
            self.f1.append(set_f1(names(true), names(found)))

    def figures(self):
        if not self.stated:
            return ""
        return "%.3f / %.3f" % (self.right / self.stated, self.right / max(1, self.given)) + (", %.3f" % shingles.mean(self.f1) if self.f1 else "")


class Collection:
    """One collection judged. `records` are by the file that each was read from."""

    def __init__(self, name, truth, records):
        self.name, self.pages, self.records, self.lost = name, len(truth), len(records), 0
        self.bodies = []  # (page's id, overlap)
        self.fields = {field: Field() for field in FOLDS}
        for page in truth:
            record = records.get(page["file"], {})
            self.judge_body(page, record)
            for field, fold in FOLDS.items():
                if fold(page.get(field)) and field not in page.get("doubt", []):
                    self.fields[field].judge(fold, page[field], record.get(field))

    def judge_body(self, page, record):
        if not page.get("body") or not is_spaced(page["body"]):
            return
        found = record.get("body", "")
        if self.name == "fundus_parser" and record.get("standfirst"):
            found = record["standfirst"] + "\n\n" + found
        overlap = shingles.overlap(page["body"], found)
        self.bodies.append((page["id"], overlap))
        self.lost += len(page["body"]) >= LOST_FROM_CHARACTERS and overlap[2] < LOST_BELOW

    def row(self):
        return [self.name, str(self.pages), str(self.records), *body_figures([overlap for _, overlap in self.bodies]), str(self.lost),
                *(field.figures() for field in self.fields.values())]


def body_figures(overlaps):
    return ["%.3f" % figure for figure in shingles.pooled(overlaps)] if overlaps else ["", "", ""]


def records(printed):
    """The records that `extract` printed, by the file that each was read from."""
    return {record["origin"]["path"]: record for record in map(json.loads, printed.splitlines())}


def extracted(program, folder, truth):
    """Records by file, as the truth spells it."""
    manifest = "".join("%s\t%s\n" % (page["file"], page.get("url", "")) for page in truth)
    return records(data.run(program, "extract", "--input", "html", "--progress", "never", "--files-from", "-", stdin=manifest, cwd=folder, quiet=True))


def main():
    parser = data.parser(__doc__)
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="name the N worst bodies of each collection")
    parser.add_argument("collections", nargs="*", metavar="COLLECTION")
    options = parser.parse_args()
    root = data.folder(options, "extraction")
    program = (options.bin / "dateline-index").resolve()
    judged = []
    for name in options.collections or sorted(path.parent.name for path in root.glob("*/truth.jsonl")):
        truth = data.json_lines(root / name / "truth.jsonl")
        judged.append(Collection(name, truth, extracted(program, root / name, truth)))
    rows = [collection.row() for collection in judged]
    bodies = [overlap for collection in judged for _, overlap in collection.bodies]
    rows.append(["all bodies", str(len(bodies)), "", *body_figures(bodies), str(sum(collection.lost for collection in judged)), "", "", ""])
    data.print_table(["collection", "pages", "records", "body F1", "P", "R", "lost", "headline R / P", "byline set R / P, F1", "published R / P"], rows)
    for collection in judged:
        for page, overlap in sorted(collection.bodies, key=lambda body: body[1][2])[:options.worst]:
            print("%s %s: body F1 %.3f" % (collection.name, page, overlap[2]), file=sys.stderr)


if __name__ == "__main__":
    main()
