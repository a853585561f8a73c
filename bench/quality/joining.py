#!/usr/bin/env python3
"""Of persons named by one word that ends a longer person's name in the same article, how many `dateline-index tag` joins to it.

usage: joining.py [--bin build/release/bin] [--faults N] FILE

FILE is annotated as annotated.py says. The annotation tells the persons; words written to the same letters are one. Two longer names are one
person if first and last word agree. Where two persons of the article share the last word, the short name may be joined to neither. Short names
that the tagger does not find as persons count as not joined.
"""
import collections

import annotated
import data
import entities


def persons(text):
    """(offset, words) of each person annotated in a text."""
    begins = {place: offset for offset, place in text.begins.items()}
    for number, sentence in enumerate(text.document):
        for first, last, kind in annotated.spans(sentence):
            if kind == "PER":
                yield begins[number, first], [token.lower() for token, _ in sentence[first:last + 1]]


def short_names(text):
    """(offset, word, how many longer names end in it) of each person named by one word only."""
    bearers = collections.defaultdict(set)
    for _, words in persons(text):
        if len(words) > 1:
            bearers[words[-1]].add(words[0])
    for offset, words in persons(text):
        if len(words) == 1 and words[0] in bearers:
            yield offset, words[0], len(bearers[words[0]])


def main():
    parser = data.parser(__doc__)
    parser.add_argument("--faults", type=int, default=0, metavar="N", help="name the first N that were joined wrongly or not at all")
    parser.add_argument("file", metavar="FILE")
    options = parser.parse_args()
    texts = [annotated.Text(document) for document in annotated.documents(options.file)]
    counts, faults = collections.Counter(), []
    for text, spans in zip(texts, entities.tagged(options.bin / "dateline-index", texts)):
        found = {span["start"]: span["name"] for span in spans if span["type"] == "person"}
        for offset, word, bearers in short_names(text):
            name = found.get(offset, "not found")
            joined = len(name.split()) > 1 and name.lower().split()[-1] == word
            kind = "one bearer" if bearers == 1 else "several bearers"
            counts[kind] += 1
            counts[kind, joined] += 1
            if joined != (bearers == 1):
                faults.append("%s: %s, %s" % (kind, word, name))
    for kind in ("one bearer", "several bearers"):
        print("%s: %d short names, %d joined (%.3f)" % (kind, counts[kind], counts[kind, True], counts[kind, True] / max(1, counts[kind])))
    print("\n".join(faults[:options.faults]))


if __name__ == "__main__":
    main()
