#!/usr/bin/env python3
"""How often the names of corpus/fixtures/cast.tsv are found in the fixtures that have them, as tests/golden/quality/entities.txt has it.

A name stands in an article if its headline, standfirst or body has it, and not as part of a longer one of the cast. It is right if an entity of
its type goes by that name there, of another type if one of another type alone does, and else missed; each name counts once an article.
--update writes the file anew.
"""
import collections
import re
import unittest

import quality  # noqa: F401 (finds the modules below)
import data
import extraction
import golden
from programs import BIN, FIXTURES

VERDICTS = ("right", "of another type", "missed")


def cast():
    """{name: (type, first name)}"""
    members = {}
    for line in (FIXTURES / "cast.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            kind, names = line.split("\t")
            members.update({name: (kind, names.split("|")[0]) for name in names.split("|")})
    return members


def standing(text, members):
    """The names of the cast that stand in a text; of those that overlap, the longest."""
    longest_first = "|".join(re.escape(name) for name in sorted(members, key=len, reverse=True))
    return set(re.findall(r"(?<![\w-])(?:%s)(?![\w-])" % longest_first, text))


def verdict(name, kind, entities):
    types = {entity["type"] for entity in entities if name in (entity["name"], *entity["forms"])}
    return "right" if kind in types else "of another type" if types else "missed"


def line(kind, name, counts):
    stated = sum(counts.values())
    return "%-12s  %-38s %3d times  R %.3f%s" % (kind, name, stated, counts["right"] / stated, "".join(
        "  %d %s" % (counts[said], said) for said in VERDICTS[1:] if counts[said]))


class EntitiesQuality(unittest.TestCase):
    def test_the_cast_is_found_as_well_as_before(self):
        members, judged = cast(), collections.defaultdict(collections.Counter)
        manifest = "".join("%s\t%s\n" % (page["file"], page["url"]) for page in data.json_lines(FIXTURES / "truth.jsonl"))
        printed = data.run(BIN / "dateline-index", "extract", "--progress", "never", "--files-from", "-", stdin=manifest, cwd=FIXTURES, quiet=True)
        for record in extraction.records(printed).values():
            text = "\n".join(record.get(field, "") for field in ("headline", "standfirst", "body"))
            for name in standing(text, members):
                kind, first = members[name]
                said = verdict(name, kind, record.get("entities", []))
                judged[kind, first][said] += 1
                judged["all", kind][said] += 1
        golden.expect_golden(self, "quality/entities.txt", "".join(line(*key, judged[key]) + "\n" for key in sorted(judged)))


if __name__ == "__main__":
    golden.main()
