#!/usr/bin/env python3
"""How well `dateline-index tag` finds persons, organisations and places in annotated text.

usage: entities.py --data DIR [--bin build/release/bin] [--faults N] [FILE…]      (DIR/entities/dev/*.tsv where none is named)

FILE is annotated as annotated.py says. A name is right when its first and last token and its type are all right; miscellaneous names are
left out of account. F1, precision and recall are over all names of a file; the last columns are F1 of each type.
"""
import collections
import json
import pathlib
import sys
import tempfile

import annotated
import data


class Counts:
    """Names by type: right, extra (found and not annotated), missed; and the commonest faults."""

    def __init__(self):
        self.right, self.extra, self.missed = (collections.Counter() for _ in range(3))
        self.faults = collections.Counter()

    def judge(self, text, true, found):
        for count, spans in ((self.right, true & found), (self.extra, found - true), (self.missed, true - found)):
            count.update(span[3] for span in spans)
        for what, spans in (("extra", found - true), ("missed", true - found)):
            self.faults.update("%s %s %s" % (what, span[3], text.words(span)) for span in spans)

    def figures(self, types=tuple(annotated.TYPES.values())):
        """(F1, precision, recall)"""
        right, extra, missed = (sum(count[kind] for kind in types) for count in (self.right, self.extra, self.missed))
        if not right:
            return 0.0, 0.0, 0.0
        return 2 * right / (2 * right + extra + missed), right / (right + extra), right / (right + missed)


def tagged(program, texts):
    """The spans found in each text."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder, "%06d.txt" % number) for number in range(len(texts))]
        for path, text in zip(paths, texts):
            path.write_text(text.text, encoding="utf-8")
        printed = data.run(program, "tag", "--files-from", "-", stdin="".join("%s\n" % path for path in paths))
        spans = {record["path"]: record["spans"] for record in map(json.loads, printed.splitlines())}
        return [spans.get(str(path), []) for path in paths]


def judged(program, path):
    texts = [annotated.Text(document) for document in annotated.documents(path)]
    counts = Counts()
    for text, spans in zip(texts, tagged(program, texts)):
        counts.judge(text, text.annotated(), {text.located(span) for span in spans})
    return texts, counts


def row(path, texts, counts):
    tokens = sum(len(sentence) for text in texts for sentence in text.document)
    each = [counts.figures((kind,))[0] for kind in annotated.TYPES.values()]
    return [path.name, str(len(texts)), str(tokens), *("%.3f" % figure for figure in (*counts.figures(), *each))]


def main():
    parser = data.parser(__doc__)
    parser.add_argument("--faults", type=int, default=0, metavar="N", help="name the N commonest faults of each file")
    parser.add_argument("files", nargs="*", type=pathlib.Path, metavar="FILE")
    options = parser.parse_args()
    files = options.files or sorted(path for path in data.folder(options, "entities", "dev").glob("*.tsv") if path.name != "alias_pairs.tsv")
    rows = []
    for path in files:
        texts, counts = judged(options.bin / "dateline-index", path)
        rows.append(row(path, texts, counts))
        for fault, count in counts.faults.most_common(options.faults):
            print("%s: %4d %s" % (path.name, count, fault), file=sys.stderr)
    data.print_table(["file", "documents", "tokens", "F1", "P", "R", *(kind + " F1" for kind in annotated.TYPES)], rows)


if __name__ == "__main__":
    main()
