#!/usr/bin/env python3
"""Learns common/names/spelling_costs.h from groups of romanisations.

usage: learn_spellings.py FILE.tsv... > costs.txt

FILE.tsv: a spelling in its own script, the number of forms, then the forms as "latin:count latin:count …" (lines that begin with # are
comments). The romanisations of Arabic, Hebrew, Korean and Russian names that Wikidata has (CC0) were used; nothing of them but these few
hundred sums is kept. Every step is deterministic.

Expectation maximisation over best alignments: two forms of one group are cut into pairs of one or two letters (or one and nothing) so that
what the pairs tell adds up to most; then each pair's worth is counted anew: log(how often it stands in alignments / how often it would by
chance). Groups hold strangers too (given names beside surnames): pairs of forms that add up to little are left out after each round.
"""
import collections, itertools, math, sys, unicodedata

ROUNDS, FEWEST_DIGRAPHS, LEAST_GAIN, LEAST_SUM = 8, 16, 0.7, 2.0
LETTERS = "abcdefghijklmnopqrstuvwxyz"
PLAIN = {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i", "ŋ": "n", "ə": "e"}


def fold(text):
    text = unicodedata.normalize("NFKD", "".join(PLAIN.get(c, c) for c in text.lower()))
    return "".join(c for c in text if c in LETTERS)


def pairs_of_forms(paths):
    """(form, form, weight), forms different."""
    for path in paths:
        for line in open(path, encoding="utf-8"):
            if line.startswith("#"):
                continue
            forms = [(fold(f.rpartition(":")[0]), int(f.rpartition(":")[2])) for f in line.rstrip("\n").split("\t")[2].split(" ")]
            for (a, x), (b, y) in itertools.combinations([f for f in forms if f[0]], 2):
                if a != b and max(len(a), len(b)) <= 20:
                    yield a, b, min(3.0, math.sqrt(min(x, y)))


def first_guess():
    worth = {}
    for x, y in itertools.product([""] + list(LETTERS), repeat=2):
        vowels = x in "aeiouy" and y in "aeiouy"
        if x and y:
            worth[x, y] = 2.5 if x == y else -0.5 if vowels else -2.5
        elif x or y:
            worth[x, y] = -2.0
    # A digraph against a letter begins a little above its letters one by one, or no alignment would ever have it.
    for x, z, y in itertools.product(LETTERS, repeat=3):
        apart = max(worth[x, y] + worth[z, ""], worth[x, ""] + worth[z, y])
        worth[x + z, y] = worth[y, x + z] = max(-2.5, apart + 0.5)
    return worth


def align(a, b, worth):
    """The best sum, and its pairs."""
    best = {(0, 0): (0.0, None, None)}
    for i in range(len(a) + 1):
        for j in range(len(b) + 1):
            for x, y in ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2)):
                if x > i or y > j:
                    continue
                pair = (a[i - x:i], b[j - y:j])
                if pair not in worth:
                    continue
                told = best[i - x, j - y][0] + worth[pair]
                if (i, j) not in best or told > best[i, j][0]:
                    best[i, j] = (told, (i - x, j - y), pair)
    out, at = [], (len(a), len(b))
    while best[at][1] is not None:
        out.append(best[at][2])
        at = best[at][1]
    return best[len(a), len(b)][0], out


def chances(forms):
    single, double = collections.Counter(LETTERS), collections.Counter(x + y for x in LETTERS for y in LETTERS)
    for form in forms:
        single.update(form)
        double.update(form[i:i + 2] for i in range(len(form) - 1))
    all_single, first = sum(single.values()), collections.Counter()
    for two, count in double.items():
        first[two[0]] += count
    chance = {"": 1.0}
    chance.update({x: single[x] / all_single for x in LETTERS})
    chance.update({two: chance[two[0]] * double[two] / first[two[0]] for two in double})
    return chance


def count_anew(data, worth, chance, least):
    seen = collections.Counter()
    for a, b, weight in data:
        told, pairs = align(a, b, worth)
        if told >= least:
            for x, y in pairs:
                seen[x, y] += weight
                seen[y, x] += weight
    for x, y in itertools.product([""] + list(LETTERS), repeat=2):
        if x or y:
            seen[x, y] += 0.3
    total = sum(seen.values())
    return {(x, y): math.log(n / total) - math.log(chance[x]) - math.log(chance[y])
            for (x, y), n in seen.items() if len(x) + len(y) < 3 or n >= FEWEST_DIGRAPHS}


def without_idle_digraphs(worth):
    """Digraphs that tell hardly more than their letters do one by one are left out."""
    out = dict(worth)
    for pair in sorted(p for p in worth if len(p[0]) + len(p[1]) > 2):
        value = out.pop(pair)
        if value >= align(*pair, out)[0] + LEAST_GAIN:
            out[pair] = value
    return out


def main():
    data = list(pairs_of_forms(sys.argv[1:]))
    chance = chances(form for a, b, _ in data for form in (a, b))
    worth = first_guess()
    for number in range(ROUNDS):
        worth = count_anew(data, worth, chance, 0.0 if number == 0 else LEAST_SUM)
        if number >= 2:
            worth = without_idle_digraphs(worth)
        print("round %d: %d pairs of letters" % (number + 1, len(worth)), file=sys.stderr)
    for x in LETTERS:
        print("{{" + ", ".join(str(round(16 * worth[x, y])) for y in [""] + list(LETTERS)) + "}},  // " + x)
    for x, y in sorted(p for p in worth if len(p[0]) == 2):
        print('{"%s", \'%s\', %d},' % (x, y, round(16 * worth[x, y])))


if __name__ == "__main__":
    main()
