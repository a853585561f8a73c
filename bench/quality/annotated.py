"""Annotated text: a token a line with its tag (IOB2) behind a tab, an empty line between sentences, "# newdoc" before each document.

A document is written for `dateline-index tag` a sentence a line, its tokens with one space between, so that what is found there, as offsets in
bytes, can be set beside what is annotated.
"""
import data

TYPES = {"person": "PER", "organisation": "ORG", "place": "LOC"}


def documents(path):
    """Lists of sentences, which are lists of (token, tag)."""
    documents, sentences, sentence = [], [], []
    with data.open_text(path) as file:
        for line in [*file, "", "# newdoc"]:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                if sentence:
                    sentences.append(sentence)
                if sentences:
                    documents.append(sentences)
                sentences, sentence = [], []
            elif line.startswith("# ") and "\t" not in line:
                pass
            elif line.strip():
                sentence.append(tuple(line.split("\t")[:2]))
            elif sentence:
                sentences.append(sentence)
                sentence = []
    return documents


def spans(sentence):
    """(first token, last token, type) of the persons, organisations and places of a sentence; other types are passed over."""
    found, first, kind = [], None, None
    for at, (_, tag) in enumerate([*sentence, ("", "O")]):
        if first is not None and tag != "I-" + kind:
            found.append((first, at - 1, kind))
            first = None
        if tag[0] == "B" or (tag[0] == "I" and first is None):
            first, kind = at, tag[2:]
    return [span for span in found if span[2] in TYPES.values()]


class Text:
    """A document as text, and the bytes where each of its tokens begins and ends."""

    def __init__(self, document):
        self.document = document
        self.text = "".join(" ".join(token for token, _ in sentence) + "\n" for sentence in document)
        self.begins, self.ends = {}, {}  # offset -> (sentence, token)
        offset = 0
        for number, sentence in enumerate(document):
            for at, (token, _) in enumerate(sentence):
                self.begins[offset] = self.ends[offset + len(token.encode())] = (number, at)
                offset += len(token.encode()) + 1

    def annotated(self):
        """The set of (sentence, first token, last token, type)."""
        return {(number, *span) for number, sentence in enumerate(self.document) for span in spans(sentence)}

    def located(self, span):
        """A span that `tag` printed, in the form of `annotated`; one that ends within a token, or in another sentence, equals none of those."""
        begin, end = self.begins.get(span["start"]), self.ends.get(span["end"])
        if begin is None or end is None or begin[0] != end[0]:
            return ("between tokens", span["start"], span["end"], TYPES[span["type"]])
        return (*begin, end[1], TYPES[span["type"]])

    def words(self, span):
        number, first, last, _ = span
        return "" if number == "between tokens" else " ".join(token for token, _ in self.document[number][first:last + 1])
