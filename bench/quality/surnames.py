#!/usr/bin/env python3
"""How clearly must a surname belong to one person in the articles around it, before it alone is taken for that person?

usage: surnames.py [--bin build/release/bin] [--data DIR] [--test FILE]... [--folds 5]

Chooses the constants of searcher/search/counting/surname.cc on the pages of DIR/extraction, whose records `dateline-index extract` makes.

An article that names somebody in full and then by the surname alone tells whom the surname means there. It is asked about as if it had said
the surname alone: the answer comes from the other articles (the rule of surname.cc, written here once more), and is right, wrong or none.
Precision is right / (right + wrong), coverage right / all. Such articles are harder than those that it is for: who is well known is named by
the surname alone more often. A wrong answer is taken to cost what nine right ones gain, and the constants that gain most are chosen;
cross-validation chooses them on all surnames but a fold, and judges them on that fold.

--test FILE is annotated as annotated.py says; it is judged with the chosen constants, its documents as of one month.
"""
import collections
import itertools
import json
import re
import unicodedata
import zlib

import annotated
import data

NEAREST = (5, 10, 20)
MONTHS = (1, 12, 36, 60, 120)
FEWEST = (1, 2, 3, 5)
CLEARLY = (0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 1.0)
COST = 9


def fold(text):
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in plain if not unicodedata.combining(c))


def words(name):
    return [word for word in re.split(r"[^\w-]+", fold(name)) if word]


def key(name):
    """One for what differs by initials and middle names alone."""
    parts = [word for word in words(name) if word not in ("jr", "sr")]
    return (parts[0], parts[-1]) if parts else ()


class Article:
    """Whom it names: (key, surname, words, mentions, whether by the surname alone too) of each person with a name in full; its month."""

    def __init__(self, published, persons):
        day = re.match(r"(\d{4})-(\d\d)", published)
        self.month = int(day[1]) * 12 + int(day[2]) if day else None
        self.persons = []
        for name, mentions, forms in persons:
            parts = words(name)
            if len(parts) > 1:
                alone = any(words(form) == parts[-1:] for form in forms)
                self.persons.append((key(name), parts[-1], set(parts), mentions, alone))
        self.persons.sort(key=lambda person: -person[3])


def by_word(articles):
    """The articles that have a word in persons' full names, each with the person whom it names most of those."""
    found = collections.defaultdict(list)
    for number, article in enumerate(articles):
        met = set()
        for person in article.persons:
            for word in person[2] - met:
                found[word].append((number, article.month, person[0], person[1] == word))
            met |= person[2]
    return found


def cases(articles):
    """(number of the article, its month, surname, the person meant)."""
    return [(number, article.month, person[1], person[0]) for number, article in enumerate(articles) for person in article.persons if person[4]]


def around(case, evidence, nearest, months):
    number, month, surname, _ = case
    others = [(abs(at - month) if month is not None and at is not None else None, person, is_surname)
              for other, at, person, is_surname in evidence[surname] if other != number]
    if month is None:
        return others
    near = sorted((one for one in others if one[0] is not None and one[0] <= months), key=lambda one: one[0])
    return [one for one in near if len(near) <= nearest or one[0] <= near[nearest - 1][0]]


def judged(case, evidence, constants):
    """"right", "wrong" or "none"."""
    nearest, months, fewest, clearly = constants
    met = around(case, evidence, nearest, months)
    counts = collections.Counter(person for _, person, _ in met)
    if not counts:
        return "none"
    person, most = counts.most_common(1)[0]
    by_surname = any(is_surname for _, who, is_surname in met if who == person)
    if not by_surname or most < fewest or most < clearly * len(met):
        return "none"
    return "right" if person == case[3] else "wrong"


def measures(verdicts):
    counts = collections.Counter(verdicts)
    told = counts["right"] + counts["wrong"]
    return counts["right"] / max(1, told), counts["right"] / max(1, sum(counts.values())), told


def choose(judgements, chosen_cases):
    """The constants that gain most; of equals the most careful."""
    def gain(constants):
        counts = collections.Counter(judgements[constants][i] for i in chosen_cases)
        return counts["right"] - COST * counts["wrong"], constants[3], constants[2], -constants[1]

    return max(judgements, key=gain)


def from_records(lines):
    for line in lines:
        record = json.loads(line)
        persons = [(e["name"], e["mentions"], e.get("forms", [])) for e in record.get("entities", []) if e["type"] == "person"]
        yield Article(record.get("published", ""), persons)


def from_annotation(path):
    for document in annotated.documents(path):
        named, alone = collections.Counter(), set()
        for sentence in document:
            for first, last, kind in annotated.spans(sentence):
                if kind == "PER":
                    name = " ".join(token for token, _ in sentence[first:last + 1])
                    if first == last:
                        alone.add(name)
                    else:
                        named[name] += 1
        yield Article("2020-01", [(name, count, alone) for name, count in named.items()])


def main():
    parser = data.parser(__doc__)
    parser.add_argument("--records", metavar="FILE", help="records that `dateline-index extract` made, in the place of the pages")
    parser.add_argument("--test", action="append", default=[], metavar="FILE")
    parser.add_argument("--folds", type=int, default=5)
    options = parser.parse_args()
    if options.records:
        articles = list(from_records(data.open_text(options.records)))
    else:
        pages = sorted(str(path) for path in data.folder(options, "extraction").rglob("*.html.gz"))
        printed = data.run(options.bin / "dateline-index", "extract", "--files-from", "-", stdin="\n".join(pages), quiet=True)
        articles = list(from_records(printed.splitlines()))
    evidence, asked = by_word(articles), cases(articles)
    grid = list(itertools.product(NEAREST, MONTHS, FEWEST, CLEARLY))
    judgements = {constants: [judged(case, evidence, constants) for case in asked] for constants in grid}
    fold_of = [zlib.crc32(case[2].encode()) % options.folds for case in asked]
    held_out = []
    for fold_number in range(options.folds):
        constants = choose(judgements, [i for i in range(len(asked)) if fold_of[i] != fold_number])
        held_out += [judgements[constants][i] for i in range(len(asked)) if fold_of[i] == fold_number]
    chosen = choose(judgements, range(len(asked)))
    print("%d articles, %d surnames alone beside a name in full" % (len(articles), len(asked)))
    print("chosen: nearest %d, months around %d, fewest %d, clearly %.2f\n" % chosen)
    rows = [("all surnames, constants chosen on them", *measures(judgements[chosen])), ("cross-validated", *measures(held_out))]
    for path in options.test:
        texts = list(from_annotation(path))
        found = by_word(texts)
        rows.append((path.rsplit("/", 1)[-1], *measures(judged(case, found, chosen) for case in cases(texts))))
    data.print_table(("surnames", "precision", "coverage", "told"), [(name, "%.3f" % p, "%.3f" % c, "%d" % n) for name, p, c, n in rows])
    print("\nby how clearly, the other constants as chosen\n")
    data.print_table(("clearly", "precision", "coverage", "told"),
                     [("%.2f" % clearly, *("%.3f" % x for x in measures(judgements[(*chosen[:3], clearly)])[:2]),
                       "%d" % measures(judgements[(*chosen[:3], clearly)])[2]) for clearly in CLEARLY])


if __name__ == "__main__":
    main()
