#!/usr/bin/env python3
"""The real data beside the project: wire stories and saved pages in one index, and its answers against a linear scan."""
import json
import os
import subprocess
import unittest

from programs import BIN, ProgramTest, open_text


def wire_story(raw):
    """A story of the wire collection, whose keys are its own, as an article record."""
    story = {"id": "wire-%s" % raw["id"], "language": "en", "source": "Reuters"}
    for ours, theirs in (("headline", "headline"), ("body", "body"), ("dateline", "dateline_place"), ("tags", "topics")):
        if raw.get(theirs):
            story[ours] = raw[theirs]
    if raw.get("date"):
        story["published"] = raw["date"][:10]
    entities = [{"type": kind, "name": name} for kind, key in (("person", "people"), ("organisation", "orgs"), ("place", "places"))
                for name in raw.get(key) or []]
    if entities:
        story["entities"] = entities
    return story


class SharedCorpus(ProgramTest):
    STORIES = int(os.environ.get("DATELINE_SHARED_STORIES", "21578"))
    QUERIES = os.environ.get("DATELINE_SHARED_QUERIES", "400")
    EVERY_PAGE = int(os.environ.get("DATELINE_SHARED_EVERY_PAGE", "1"))  # 8: every eighth

    def wire_records(self):
        folder = self.shared("data/reuters21578")
        [feed] = sorted(p for p in folder.iterdir() if p.name.startswith("docs.jsonl"))
        with open_text(feed) as lines:
            stories = [wire_story(json.loads(line)) for _, line in zip(range(self.STORIES), lines)]
        return self.write_records("wire.jsonl", stories)

    def page_list(self):
        rows = []
        for folder in sorted(p for p in self.shared("data/extraction").iterdir() if p.is_dir()):
            with open_text(folder / "truth.jsonl") as lines:
                for line in lines:
                    row = json.loads(line)
                    rows.append("%s\t%s\n" % (folder / row["file"], row.get("url", "")))
        rows = rows[::self.EVERY_PAGE]
        return self.write("pages.tsv", "".join(rows)), len(rows)

    def test_everything_in_one_index_answers_as_a_linear_scan_does(self):
        wire = self.wire_records()
        pages, count = self.page_list()
        extracted = self.index("extract", "--input", "html", "--entities", "none", "--rejects", "r1.jsonl", "--files-from", pages, expect=None)
        self.assertIn(extracted.returncode, (0, 3))
        rejected = len((self.directory / "r1.jsonl").read_text().splitlines())
        self.assertEqual(len(extracted.stdout.splitlines()) + rejected, count, "every page gives a record or a named rejection")
        first = self.add(wire, expect=None)
        second = self.add("--input", "html", "--files-from", pages, expect=None)
        self.assertEqual(second["added"] + second["replaced"] + second["unchanged"] + second["rejected"], count)
        self.index("verify", "--db", self.db)
        records = self.write("records.jsonl", wire.read_text(encoding="utf-8") + extracted.stdout)
        check = subprocess.run([str(BIN / "scan_check"), str(self.db), str(records), self.QUERIES, "7"], capture_output=True, text=True, check=False)
        self.assertEqual(check.returncode, 0, check.stdout[-4000:])
        self.assertGreater(first["articles"], 0.99 * self.STORIES)

    def test_the_first_article(self):
        """The saved text of one page, furniture and all, that this project began with."""
        [text] = sorted(self.shared("data/seed").glob("*.txt"))
        self.add("--input", "text", text)
        [hit] = self.query('"onward movement" AND headline:pentagon')["hits"]
        article = json.loads(self.search("show", "--db", self.db, "--format", "json", hit["id"]).stdout)
        self.assertEqual(article["headline"], "'Honest mistake': Pentagon denies plans to withdraw troops from Iraq")
        self.assertTrue(article["standfirst"].startswith("The U.S. has made no decision about withdrawing troops"))
        self.assertEqual(article["agencies"], ["AP"])
        for furniture in ("Share this article", "You might also like", "Find Us", "Close Button", "cognitive decline"):
            self.assertNotIn(furniture, article["body"])
        self.assertTrue(article["body"].rstrip().endswith("expulsion of the American forces."))


if __name__ == "__main__":
    unittest.main()
