#!/usr/bin/env python3
"""How often `dateline-search similar` finds articles of the same topic, and by which parameters.

usage: similar.py [--bin build/bench/bin] [--data DIR] [--articles N] [--db INDEX] [--learn] [SETTING]…

The wire stories of 1987 in DIR/reuters21578 are indexed without their topics (or --db has them so already). Of N articles that have topics, drawn with a
fixed seed, the ten likest are found, none of the article's own story: which part of them has a topic of the article's? Places that stay empty count
against it. The first half of the articles is for learning (dev), the other for reporting (test).

Without --learn, the parameters that are in use are compared with two plain queries of the same index: the 30 stems of highest tf·idf by BM25, with
Xapian's parameters and with Lucene's; and with each SETTING ("similar time=0 terms=30", see bench/likeness/setting.h).

With --learn, the parameters are chosen on dev: from those in use on, each in turn gets the value of GRID that finds most, until none changes. That is done
once for each of five folds too, on the other four, and what the fold then finds is its cross-validated figure.
"""
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import data

SEED = 1987
FOLDS = 5
PLAIN = ["plain terms=30 k1=1 b=0.5", "plain terms=30 k1=1.2 b=0.75"]
ROUNDS = 3
# standfirst is not among them: these stories have none.
GRID = {
    "rarity_power": [0.6, 0.8, 1, 1.2],
    "occurrence_power": [0.5, 0.6, 0.7, 0.85, 1],
    "length_influence": [0.6, 0.75, 0.9, 1],
    "saturation": [0.8, 1.2, 2],
    "least_length": [0.05, 0.1, 0.25, 0.5],
    "stop_word": [0, 0.3, 1],
    "feedback_share": [0, 0.3, 0.5, 0.7],
    "feedback_articles": [10, 20, 30],
    "terms": [30, 60, 100, 150],
    "time": [0, 0.05, 0.1, 0.15, 0.2],
    "half_life_days": [30, 90, 120, 180],
    "headline": [1, 2, 3, 5, 8],
    "lead": [0, 2, 5, 10],
    "lead_words": [25, 50, 100, 200],
    "name": [0, 0.05, 0.15],
    "core": [10, 20, 40],
}


def records(folder):
    """The stories as article records without topics, and the topics of each that has any."""
    made, topics = [], {}
    for story in data.json_lines(folder / "docs.jsonl"):
        record = {"id": str(story["id"]), "language": "en", "headline": story.get("headline") or "",
                  "body": "\n\n".join(" ".join(part.split()) for part in (story.get("body") or "").split("\n    "))}
        if story.get("date"):
            record["published"] = story["date"][:19] + "Z"
        if not record["headline"] and not record["body"]:
            continue
        made.append(record)
        if story["topics"]:
            topics[record["id"]] = set(story["topics"])
    return made, topics


def drawn(topics, count):
    """(dev, test): ids."""
    ids = sorted(topics, key=int)
    random.Random(SEED).shuffle(ids)
    ids = ids[:count]
    return ids[:count // 2], ids[count // 2:]


class Finder:
    """What settings find, each asked once for each article."""

    def __init__(self, program, database, topics):
        self.program, self.database, self.topics, self.known = program, database, topics, {}

    def shares(self, settings, ids):
        """For each setting, the share of each article's ten that has a topic of it."""
        missing = [setting for setting in dict.fromkeys(settings) if any((setting, one) not in self.known for one in ids)]
        if missing:
            self.ask(missing, ids)
        return [[self.known[setting, one] for one in ids] for setting in settings]

    def ask(self, settings, ids):
        with tempfile.NamedTemporaryFile("w", suffix=".ids") as file:
            file.write("\n".join(ids) + "\n")
            file.flush()
            done = subprocess.run([str(self.program), "--db", str(self.database), "--ids", file.name], input="\n".join(settings) + "\n",
                                  stdout=subprocess.PIPE, encoding="utf-8", check=False)
        if done.returncode != 0:
            sys.exit("dateline-likeness: exit code %d" % done.returncode)
        for line in done.stdout.splitlines():
            number, asked, *found = line.split("\t")
            shared = sum(1 for one in found if self.topics[asked] & self.topics.get(one, set()))
            self.known[settings[int(number)], asked] = shared / 10


def mean(values):
    return sum(values) / len(values)


def text_of(chosen):
    return " ".join(["similar", *("%s=%g" % pair for pair in sorted(chosen.items()))])


def learned(finder, ids, start):
    """The parameters that find most for ids."""
    chosen = dict(start)
    for _ in range(ROUNDS):
        before = dict(chosen)
        for name, values in GRID.items():
            candidates = [dict(chosen, **{name: value}) for value in values]
            figures = [mean(each) for each in finder.shares([text_of(one) for one in candidates], ids)]
            # Of equal ones the first, which costs least.
            chosen = candidates[max(range(len(values)), key=lambda place: (round(figures[place], 6), -place))]
        if chosen == before:
            break
    return chosen


def learn(finder, dev, start):
    folds = [dev[fold::FOLDS] for fold in range(FOLDS)]
    held_out = []
    for fold in folds:
        chosen = learned(finder, [one for one in dev if one not in set(fold)], start)
        print("fold: %s" % text_of(chosen), flush=True)
        held_out += finder.shares([text_of(chosen)], fold)[0]
    print("cross-validated over %d folds of dev: %.4f" % (FOLDS, mean(held_out)))
    chosen = learned(finder, dev, start)
    print("chosen on dev: %s" % text_of(chosen))
    return chosen


def interval(ours, plain):
    """Between which ratios nine in ten lie of those that articles drawn anew would have given."""
    draw, ratios = random.Random(SEED), []
    for _ in range(1000):
        places = [draw.randrange(len(ours)) for _ in ours]
        ratios.append(sum(ours[place] for place in places) / sum(plain[place] for place in places))
    ratios.sort()
    return ratios[50], ratios[949]


def report(finder, settings, dev, test):
    rows = []
    figures = {name: finder.shares(PLAIN + settings, ids) for name, ids in (("dev", dev), ("test", test))}
    best_plain = max(figures["test"][:len(PLAIN)], key=mean)
    for place, setting in enumerate(PLAIN + settings):
        test_figures = figures["test"][place]
        low, high = interval(test_figures, best_plain)
        rows.append([setting, "%.4f" % mean(figures["dev"][place]), "%.4f" % mean(test_figures),
                     "%.3f" % (mean(test_figures) / mean(best_plain)), "%.3f to %.3f" % (low, high)])
    data.print_table(["way", "dev, %d articles" % len(dev), "test, %d articles" % len(test), "times the better plain one", "nine in ten"], rows)


def main():
    parser = data.parser(__doc__)
    parser.set_defaults(bin=pathlib.Path("build/bench/bin"))
    parser.add_argument("--articles", type=int, default=2000, metavar="N", help="dev and test together (default: %(default)s)")
    parser.add_argument("--db", type=pathlib.Path, metavar="INDEX", help="an index of the stories, made before; made if it is not there")
    parser.add_argument("--learn", action="store_true", help="choose the parameters on dev, and report them on test")
    parser.add_argument("settings", nargs="*", metavar="SETTING")
    options = parser.parse_args()
    stories, topics = records(data.folder(options, "reuters21578"))
    with tempfile.TemporaryDirectory(prefix="dateline-similar-") as directory:
        database = options.db or pathlib.Path(directory, "db")
        if not database.exists():
            data.run(options.bin / "dateline-index", "add", "--db", database, "--progress", "never", "--input", "jsonl", "-",
                     stdin="".join(json.dumps(story) + "\n" for story in stories), quiet=True)
        dev, test = drawn(topics, options.articles)
        finder = Finder(options.bin / "dateline-likeness", database, topics)
        settings = ["similar", *options.settings]
        if options.learn:
            settings.append(text_of(learn(finder, dev, {})))
        report(finder, settings, dev, test)


if __name__ == "__main__":
    main()
