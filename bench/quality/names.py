#!/usr/bin/env python3
"""How well `dateline-index names` tells spellings of one name from other names.

usage: names.py --data DIR [--bin build/release/bin] [--seed 1] [--pairs 1000000]

Reads DIR/entities/variants: romanisation groups (forms of one native spelling with their counts) and the aliases of a sanctions
list. Prints for each list of single words the recall over pairs of one group and the rate of false matches over random pairs of different
groups, and for whole names the recall over aliases and the rate over random pairs of different persons. Pairs are drawn with a fixed seed.
"""
import collections, itertools, os, random, subprocess, tempfile, time

import data


def rows(path):
    for line in open(path, encoding="utf-8"):
        if not line.startswith("#"):
            yield line.rstrip("\n").split("\t")


def compare(binary, pairs, kind="person"):
    """True or false for each pair, and pairs a second of the whole process."""
    with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8") as file:
        file.writelines("%s\t%s\t%s\n" % (kind, a, b) for a, b in pairs)
        file.flush()
        began = time.time()
        out = subprocess.run([binary, "names", file.name], stdout=subprocess.PIPE, check=True).stdout
    verdicts = [line.startswith(b"same") for line in out.splitlines()]
    assert len(verdicts) == len(pairs), (len(verdicts), len(pairs))
    return verdicts, len(pairs) / (time.time() - began)


def groups(path):
    out = []
    for columns in rows(path):
        forms = []
        for form in columns[2].split(" "):
            text, _, count = form.rpartition(":")
            if any(c.isalpha() for c in text):
                forms.append((text, int(count)))
        out.append(forms)
    return out


def random_pairs(members, count, rng):
    """Pairs of different groups and different text; `members` is a list of (group, text)."""
    out = []
    while len(out) < count:
        (ga, a), (gb, b) = rng.choice(members), rng.choice(members)
        if ga != gb and a.lower() != b.lower():
            out.append((a, b))
    return out


def words(binary, name, listed, rng):
    pairs = [(a, b) for forms in listed for a, b in itertools.combinations(forms, 2)]
    verdicts, _ = compare(binary, [(a[0], b[0]) for a, b in pairs])
    figures = collections.OrderedDict()
    for what, weight in (("all pairs", lambda a, b: 1), ("forms met twice and more", lambda a, b: a[1] > 1 and b[1] > 1),
                         ("by their counts", lambda a, b: a[1] * b[1])):
        total = sum(weight(a, b) for a, b in pairs)
        figures[what] = sum(weight(a, b) for (a, b), same in zip(pairs, verdicts) if same) / total
    members = [(number, form) for number, forms in enumerate(listed) for form, _ in forms]
    false, _ = compare(binary, random_pairs(members, 200000, rng))
    print("%-10s pairs %6d  recall %s  | false %.2f in 1,000 random pairs" % (
        name, len(pairs), ", ".join("%s %.3f" % f for f in figures.items()), 1000 * sum(false) / len(false)), flush=True)
    return [(name, m) for m in members]


def persons(binary, path, rng, count):
    names, aliases = collections.defaultdict(set), []
    for number, kind, primary, _, alias in rows(path):
        if kind == "individual":
            names[number] |= {primary, alias}
            aliases.append((primary, alias))
    verdicts, _ = compare(binary, aliases)
    print("aliases    pairs %6d  recall %.3f (noms de guerre and other names among them)" % (len(aliases), sum(verdicts) / len(verdicts)))
    members = [(number, name) for number, all_names in names.items() for name in sorted(all_names)]
    pairs = random_pairs(members, count, rng)
    false, rate = compare(binary, pairs)
    print("persons    pairs %d  false %d, %.2f in 1,000,000 random pairs; %.0f pairs/s with reading and printing" % (
        len(pairs), sum(false), 1e6 * sum(false) / len(pairs), rate))
    for pair, same in zip(pairs, false):
        if same:
            print("    " + " | ".join(pair))


def main():
    parser = data.parser(__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pairs", type=int, default=1000000, help="random pairs of persons")
    options = parser.parse_args()
    folder, binary = data.folder(options, "entities", "variants"), options.bin / "dateline-index"
    rng = random.Random(options.seed)
    everything = []
    for language in ("arabic", "hebrew", "korean", "russian"):
        listed = groups(os.path.join(folder, "wikidata-namevariants-%s.tsv" % language))
        everything += [((language, group), form) for language, (group, form) in words(binary, language, listed, rng)]
    false, _ = compare(binary, random_pairs(everything, 500000, rng))
    print("all words  false %.2f in 1,000 random pairs" % (1000 * sum(false) / len(false)))
    persons(binary, os.path.join(folder, "ofac-sdn-aliases.tsv"), rng, options.pairs)


if __name__ == "__main__":
    main()
