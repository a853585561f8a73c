#!/usr/bin/env python3
"""Whether copies become one story, and nothing else does.

usage: stories.py [--bin build/release/bin] [--data DIR] [--articles N] [--mean-words N] [generated|templates|reuters21578]...

generated     an archive of dateline-corpus in which a fifth of each copy's sentences is dropped, a fifth written anew and a fifth moved, under other
              headlines ("edited"), and one whose copies are as they mostly are ("usual"). Of all pairs of articles of one story, how many are found
              to be one (R), and of all pairs found, how many are (P)
templates     closing prices, quarterly results, the weather: each article is an event of its own, told in the words of all others of its kind, many on
              one day. How many are found to be copies of another, which none is
reuters21578  the wire stories of 1987 in DIR/reuters21578 (docs.jsonl.gz; exact_dup_groups.json has those that are the same). How many groups are
              one story; and how many articles of no group are found to be copies, which nobody has judged: corrected and repeated stories mostly
"""
import collections
import json
import pathlib
import random
import sys
import tempfile

import data

PAGE = 10000  # hits that a query shows at most


def stories_in(options, database):
    """The story of each article by its id."""
    stories = {}
    for offset in range(0, 1000000, PAGE):
        printed = data.run(options.bin / "dateline-search", "query", "--db", database, "--sort", "newest", "--collapse", "none", "--limit", PAGE,
                           "--offset", offset, "--snippet", 0, "--deadline", 60000, "--format", "jsonl", "", quiet=True)
        hits = [json.loads(line) for line in printed.splitlines()]
        stories.update((hit["id"], hit["story"]) for hit in hits)
        if len(hits) < PAGE:
            return stories
    sys.exit("the archive has too many articles for this measurement")


def indexed(options, directory, records):
    """The stories of records, indexed in several runs so that copies meet in one segment and across segments."""
    parts = 4
    for part in range(parts):
        path = pathlib.Path(directory, "%d.jsonl" % part)
        path.write_text("".join(json.dumps(record) + "\n" for record in records[part::parts]), encoding="utf-8")
        data.run(options.bin / "dateline-index", "add", "--db", pathlib.Path(directory, "db"), "--entities", "none", "--progress", "never", "--input",
                 "jsonl", path, quiet=True)
    return stories_in(options, pathlib.Path(directory, "db"))


def pairs(counts):
    return sum(count * (count - 1) // 2 for count in counts)


def precision_and_recall(truth, found):
    """Over pairs of articles; both tell the story of each article."""
    both = pairs(collections.Counter((truth[article], found[article]) for article in truth).values())
    said = pairs(collections.Counter(found.values()).values())
    true = pairs(collections.Counter(truth.values()).values())
    return both / said if said else 1.0, both / true if true else 1.0


def generated(options):
    rows = []
    for name, more in (("edited", ["--edits", "0.2"]), ("usual", [])):
        with tempfile.TemporaryDirectory(prefix="dateline-stories-") as directory:
            list_of_stories = pathlib.Path(directory, "stories.tsv")
            printed = data.run(options.bin / "dateline-corpus", "--articles", options.articles, "--copies", 0.3, "--mean-words", options.mean_words,
                               "--stories", list_of_stories, *more)
            records = [json.loads(line) for line in printed.splitlines()]
            random.Random(1).shuffle(records)
            truth = dict(line.split("\t") for line in list_of_stories.read_text(encoding="utf-8").splitlines())
            found = indexed(options, directory, records)
            precision, recall = precision_and_recall(truth, found)
            rows.append(["generated, " + name, str(len(truth)), str(len(set(truth.values()))), str(len(set(found.values()))),
                         "%.4f" % precision, "%.4f" % recall])
    data.print_table(["archive", "articles", "stories", "found", "P", "R"], rows)


CITIES = ["Tokyo", "Seoul", "Taipei", "Mumbai", "Sydney", "Jakarta", "Manila", "Bangkok", "Milan", "Madrid", "Paris", "Zurich", "Vienna", "Warsaw",
          "Oslo", "Lisbon", "Athens", "Dublin", "Toronto", "Santiago"]
NAMES = ["Aldane", "Borrick", "Castor", "Delvin", "Emmer", "Farrow", "Gantry", "Hallam", "Ionic", "Jarvis", "Keller", "Lomax", "Merrow", "Norden",
         "Orrin", "Paxton", "Quill", "Rennick", "Sorrel", "Tarrant", "Ullman", "Vesper", "Wexley", "Yarrow", "Zeller"]
ENDS = ["Industries", "Holdings", "Bank", "Motors", "Foods", "Systems", "Energy", "Textiles"]


def market(draw, day):
    city, change = draw.choice(CITIES), draw.uniform(0.1, 3)
    up = draw.random() < 0.5
    firms = ["%s %s" % (draw.choice(NAMES), draw.choice(ENDS)) for _ in range(3)]
    return "Shares close %s in %s" % ("higher" if up else "lower", city), (
        "Shares in %s closed %s on the day as investors weighed the outlook for interest rates. The leading index %s %.2f percent to end at %s points, its "
        "%s close in a month.\n\nBanks led the move, with %s %s %.1f percent and insurers following in thin trade. Among exporters, %s %s %.1f percent after "
        "it had %s its forecast for the year, while %s ended little changed.\n\nTurnover was %s million, compared with %s million on the day before. Dealers "
        "in %s said that the move could go on if the central bank left rates as they are, but warned that prices had run ahead of earnings." % (
            city, "higher" if up else "lower", "gained" if up else "lost", change, format(draw.uniform(900, 40000), ",.2f"), "best" if up else "worst",
            firms[0], "up" if up else "down", draw.uniform(0.5, 6), firms[1], "rose" if up else "fell", draw.uniform(0.5, 6),
            "raised" if up else "cut", firms[2], format(draw.randrange(100, 9000), ","), format(draw.randrange(100, 9000), ","), city))


def results(draw, day):
    firm, quarter = "%s %s" % (draw.choice(NAMES), draw.choice(ENDS)), draw.choice(["first", "second", "third", "fourth"])
    million = lambda: "%.1f million" % draw.uniform(10, 900)
    return "%s profit %s in %s quarter" % (firm, draw.choice(["rises", "falls"]), quarter), (
        "%s reported a net profit of %s for the %s quarter, compared with %s in the same period of the year before. Revenue came to %s, against %s.\n\nNet "
        "profit a share was %.2f, against %.2f. The operating margin stood at %.1f percent. Orders on hand at the end of the quarter were worth %s.\n\nThe "
        "chief executive, %s %s, said in a statement that demand had been in line with what the company had expected, and that it kept its outlook for the "
        "year. The board proposed a dividend of %d cents a share, payable to holders of record at the end of next month." % (
            firm, million(), quarter, million(), million(), million(), draw.uniform(0.1, 9), draw.uniform(0.1, 9), draw.uniform(2, 30), million(),
            draw.choice(["Ann", "Paul", "Ruth", "Carl", "Ines"]), draw.choice(NAMES), draw.randrange(3, 90)))


def weather(draw, day):
    city, other, third = draw.sample(CITIES, 3)
    return "Weather for %s" % city, (
        "%s will be %s on %s, with temperatures between %d and %d degrees and winds of up to %d kilometres an hour from the %s. The chance of rain is %d "
        "percent, rising to %d percent in the evening.\n\nThe outlook for the following days is little changed. In %s, a high of %d degrees is expected, and in "
        "%s, one of %d. The sun rises at %d:%02d and sets at %d:%02d. Motorists are asked to drive with care where roads are wet, and to allow more time for "
        "their journeys than they otherwise would." % (
            city, draw.choice(["sunny", "cloudy", "wet", "windy"]), day, draw.randrange(0, 12), draw.randrange(13, 35), draw.randrange(11, 90),
            draw.choice(["north", "south", "east", "west"]), draw.randrange(10, 50), draw.randrange(51, 99), other, draw.randrange(12, 36), third,
            draw.randrange(12, 36), draw.randrange(4, 8), draw.randrange(60), draw.randrange(16, 21), draw.randrange(60)))


def templates(options):
    rows = []
    for make in (market, results, weather):
        draw, records = random.Random(3), []
        for number in range(1500):
            day = "2020-%02d-%02d" % (1 + number // 50 % 12, 1 + number % 28)
            headline, body = make(draw, day)
            records.append({"id": "%s-%d" % (make.__name__, number), "headline": headline, "body": body, "published": day})
        with tempfile.TemporaryDirectory(prefix="dateline-stories-") as directory:
            counts = collections.Counter(indexed(options, directory, records).values())
        joined = sum(count for count in counts.values() if count > 1)
        rows.append([make.__name__, str(len(records)), str(joined), "%.4f" % (1 - joined / len(records)), str(max(counts.values()))])
    data.print_table(["template", "articles", "taken for copies", "not", "largest story"], rows)


def reuters21578(options):
    folder = data.folder(options, "reuters21578")
    groups = json.loads((folder / "exact_dup_groups.json").read_text(encoding="utf-8"))
    records = []
    for story in data.json_lines(folder / "docs.jsonl"):
        record = {"id": str(story["id"]), "headline": story.get("headline") or "", "body": "\n\n".join(
            " ".join(part.split()) for part in (story.get("body") or "").split("\n    "))}
        if story.get("date"):
            record["published"] = story["date"][:10]
        if record["headline"] or record["body"]:
            records.append(record)
    with tempfile.TemporaryDirectory(prefix="dateline-stories-") as directory:
        found = indexed(options, directory, records)
    whole = [group for group in groups if len({found.get(str(number)) for number in group}) == 1]
    grouped = {str(number) for group in groups for number in group}
    counts = collections.Counter(found.values())
    others = sum(1 for article, story in found.items() if counts[story] > 1 and article not in grouped)
    print("%d of %d groups are one story each; %d other articles of %d are found to be copies; the largest story has %d articles" % (
        len(whole), len(groups), others, len(found) - len(grouped), max(counts.values())))
    for group in groups:
        if group not in whole:
            print("  parted: %s" % group)


def main():
    parser = data.parser(__doc__)
    parser.add_argument("--articles", type=int, default=20000, metavar="N", help="of the generated archives (default: %(default)s)")
    parser.add_argument("--mean-words", type=int, default=400, metavar="N", help="of their bodies (default: %(default)s)")
    parser.add_argument("what", nargs="*", default=["generated", "templates", "reuters21578"], metavar="generated|templates|reuters21578")
    options = parser.parse_args()
    for part in options.what:
        print("\n### %s\n" % part)
        {"generated": generated, "templates": templates, "reuters21578": reuters21578}[part](options)


if __name__ == "__main__":
    main()
