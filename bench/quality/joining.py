#!/usr/bin/env python3
"""Of persons named by one word that ends a longer person's name in the same article, how many `dateline-index tag` joins to it.

usage: joining.py --bin build/release/bin/dateline-index FILE.tsv [--faults N]

FILE: annotated tokens as in ../shared/data/entities/dev. The annotation tells the persons; words written to the same letters are one.
Two longer names are one person if first and last word agree. Where two persons of the article share the last word, the short name may be
joined to neither. Short names that the tagger does not find as persons count as not joined.
"""
import argparse, collections, json, os, subprocess, tempfile


def documents(path):
    document, sentence, out = [], [], []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            if document:
                out.append(document)
            document = []
        elif line.startswith("# ") and "\t" not in line:
            continue
        elif line.strip():
            sentence.append(line.split("\t")[:2])
        elif sentence:
            document.append(sentence)
            sentence = []
    return out + [document + [sentence] if sentence else document]


def persons(sentence):
    """(first token, one behind the last) of each."""
    at = 0
    while at < len(sentence):
        end = at + 1
        if sentence[at][1].endswith("-PER"):
            while end < len(sentence) and sentence[end][1] == "I-PER":
                end += 1
            yield at, end
        at = end


def written(document):
    """The text, and its persons as (offset, words)."""
    text, offset, out = [], 0, []
    for sentence in document:
        offsets = []
        for token, _ in sentence:
            offsets.append(offset)
            offset += len(token.encode()) + 1
        out += [(offsets[a], [t for t, _ in sentence[a:b]]) for a, b in persons(sentence)]
        text.append(" ".join(t for t, _ in sentence))
    return "\n".join(text) + "\n", out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True)
    parser.add_argument("--faults", type=int, default=0)
    parser.add_argument("file")
    options = parser.parse_args()
    counts, faults = collections.Counter(), []
    with tempfile.TemporaryDirectory() as folder:
        for document in documents(options.file):
            text, people = written(document)
            path = os.path.join(folder, "article.txt")
            open(path, "w", encoding="utf-8").write(text)
            answer = json.loads(subprocess.run([options.bin, "tag", path], stdout=subprocess.PIPE, check=True).stdout)
            found = {s["start"]: s for s in answer["spans"] if s["type"] == "person"}
            bearers = collections.defaultdict(set)
            for _, words in people:
                if len(words) > 1:
                    bearers[words[-1].lower()].add(words[0].lower())
            for offset, words in people:
                if len(words) > 1 or words[0].lower() not in bearers:
                    continue
                span = found.get(offset)
                name = span["name"].lower().split() if span else []
                joined = len(name) > 1 and name[-1] == words[0].lower()
                kind = "one bearer" if len(bearers[words[0].lower()]) == 1 else "several bearers"
                counts[kind] += 1
                counts[kind, joined] += 1
                if joined != (kind == "one bearer"):
                    faults.append("%s: %s, %s" % (kind, words[0], span["name"] if span else "not found"))
    for kind in ("one bearer", "several bearers"):
        print("%s: %d short names, %d joined (%.3f)" % (kind, counts[kind], counts[kind, True], counts[kind, True] / max(1, counts[kind])))
    print("\n".join(faults[:options.faults]))


if __name__ == "__main__":
    main()
