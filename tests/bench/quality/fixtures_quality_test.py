#!/usr/bin/env python3
"""Which fields of the fixtures are read rightly and which are not, page by page, as tests/golden/quality/fixtures.txt has it.

Fields are compared to the letter, but languages by their primary tag; a body by its overlap with the true one (bench/quality/shingles.py). A
time of change that is the time of publication is none. `wrong` is another value than the truth's, `missing` none where the page states one,
`extra` a value that the page does not state. --update writes the file anew.
"""
import unittest

import quality  # noqa: F401 (finds the modules below)
import data
import extraction
import golden
import shingles
from programs import BIN, FIXTURES

FIELDS = ("headline", "standfirst", "byline", "agencies", "published", "modified", "source", "section", "tags", "language", "dateline", "canonical_url")


def compared(record, field):
    """A field's value in the form in which two are compared."""
    value = record.get(field)
    if field == "language":
        return value and value.split("-")[0]
    if field in ("published", "modified"):
        value = value and value.replace("+00:00", "Z")
        return None if field == "modified" and value == compared(record, "published") else value
    return value


def verdict(true, found):
    if true == found:
        return "right" if true else ""
    return "missing" if not found else "extra" if not true else "wrong"


def page_line(page, record, overlap):
    verdicts = {field: verdict(compared(page, field), compared(record, field)) for field in FIELDS}
    faults = ["%s %s" % (field, said) for field, said in verdicts.items() if said not in ("", "right")]
    return verdicts, "%s: body F1 %.3f%s" % (page["file"], overlap[2], "".join("; " + fault for fault in faults))


def field_line(field, verdicts):
    counts = {said: verdicts.count(said) for said in ("right", "wrong", "missing", "extra")}
    stated, given = len(verdicts) - verdicts.count("") - counts["extra"], len(verdicts) - verdicts.count("") - counts["missing"]
    return "%-14s %3d right %3d wrong %3d missing %3d extra   R %.3f  P %.3f" % (
        field, *counts.values(), counts["right"] / max(1, stated), counts["right"] / max(1, given))


class FixturesQuality(unittest.TestCase):
    def test_fields_are_read_as_well_as_before(self):
        pages = data.json_lines(FIXTURES / "truth.jsonl")
        records = extracted(pages)
        articles = [page for page in pages if page["kind"] in ("article", "live")]
        overlaps = [shingles.overlap(page.get("body", ""), records.get(page["file"], {}).get("body", "")) for page in articles]
        judged = [page_line(page, records.get(page["file"], {}), overlap) for page, overlap in zip(articles, overlaps)]
        lines = ["%d articles; body F1 %.3f, P %.3f, R %.3f" % (len(articles), *shingles.pooled(overlaps))]
        lines += [field_line(field, [verdicts[field] for verdicts, _ in judged]) for field in FIELDS]
        lines += ["", *(line for _, line in judged), ""]
        lines += ["%s: %s, %s" % (page["file"], page["kind"], "kept" if page["file"] in records else "rejected")
                  for page in pages if page not in articles]
        golden.expect_golden(self, "quality/fixtures.txt", "\n".join(lines) + "\n")


def extracted(pages):
    """Records by file; what kind of input each is, is told by its content."""
    manifest = "".join("%s\t%s\n" % (page["file"], page["url"]) for page in pages)
    return extraction.records(data.run(BIN / "dateline-index", "extract", "--entities", "none", "--progress", "never", "--files-from", "-",
                                       stdin=manifest, cwd=FIXTURES, quiet=True))


if __name__ == "__main__":
    golden.main()
