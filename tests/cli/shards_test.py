#!/usr/bin/env python3
"""Building in shards: each record is in one shard's file, adding the files gives the articles of one machine, and what is exported can be added again."""
import json
import os
import shutil
import signal
import subprocess
import unittest

from programs import BIN, FIXTURES, ROOT, ProgramTest, record

SLURM = ROOT / "share" / "slurm"
SHARDS = 3
BODY = ("The harbour board said on Monday that the old swing bridge would close for eleven weeks while its bearings are replaced, the longest closure since "
        "it opened in 1931. Ferries will run every twenty minutes from the eastern quay, and the fare is waived for residents. Traders on the island asked for "
        "a second boat at the weekend, when most of their customers come over, and were told that one would be hired from the estuary company if the tides allow it. ")


def articles():
    """Dated and undated, for some groups, withheld, under embargo, of several versions, with all that a record may have."""
    made = [record(i, published="2020-01-%02dT10:00:00+01:00" % (1 + i % 28), source="Example", tags=["harbour", "tag %d" % (i % 5)]) for i in range(60)]
    made[3]["access"] = ["desk", "board"]
    made[4]["status"] = "withheld"
    made[5]["status"] = "canceled"
    made[6]["embargo"] = "2999-01-01T00:00:00Z"
    made[7] |= {"version": "2", "modified": "2020-02-01T00:00:00Z", "urgency": 1, "agencies": ["AP"], "byline": ["Mara Linden"]}
    made[8] |= {"entities": [{"type": "person", "name": "Mara Linden", "mentions": 2, "forms": ["Mara Linden", "Linden"]}], "extra": {"mood": "fair"}}
    made[9] |= {"url": "https://news.example/a", "standfirst": "What follows.", "section": "Sea", "dateline": "CROSSHAVEN", "language": "en-GB"}
    del made[10]["published"]
    made[11]["published"] = "2020-01-06"
    made[12]["headline"] = "Überraschung – “quoted” \\ \U0001f6a2"
    # Copies, word for word, under ids that lie in other shards.
    made += [record(i, body=BODY + BODY, published="2020-03-01") for i in range(100, 106)]
    return made


class ShardTest(ProgramTest):
    def exported(self, db=None):
        return [json.loads(line) for line in self.index("export", "--db", db or self.db).stdout.splitlines()]

    def without_origin(self, records):
        return sorted(({key: value for key, value in one.items() if key != "origin"} for one in records), key=lambda one: one["id"])

    def extract(self, *inputs, shards=SHARDS, output=None, expect=0, **options):
        return self.index("extract", "--progress", "never", "--partition", shards, "--output", output or self.directory / "records", *inputs,
                          expect=expect, **options)

    def shard_files(self, shards=SHARDS):
        return [self.directory / "records" / ("shard-%03d-of-%03d.jsonl" % (i, shards)) for i in range(shards)]


class Export(ShardTest):
    def test_what_is_exported_can_be_added_again(self):
        self.add(self.write_records("a.jsonl", articles()))
        self.add(self.write_records("b.jsonl", [record(20, body="Changed.")]))  # replaced
        self.index("remove", "--db", self.db, "--id", "a21")
        first = self.index("export", "--db", self.db).stdout
        records = [json.loads(line) for line in first.splitlines()]
        self.assertEqual(len(records), 65)
        self.assertNotIn("a21", [one["id"] for one in records])
        dates = [one.get("published", "9999")[:10] for one in records]
        self.assertEqual(dates, sorted(dates), "oldest first")
        self.write("export.jsonl", first)
        for options in ((), ("--keep-origin",)):
            again = self.directory / ("again%d" % len(options))
            self.index("add", "--db", again, "--progress", "never", *options, self.directory / "export.jsonl")
            found = self.exported(again)
            self.assertEqual(self.without_origin(found), self.without_origin(records))
            if options:
                self.assertEqual(self.index("export", "--db", again).stdout, first, "byte for byte, origins too")
            else:
                self.assertTrue(all(one["origin"]["path"].endswith("export.jsonl") for one in found))
            for query in ("harbour", "access", "mara", "headline"):
                shown = lambda db: sorted(hit["id"] for hit in json.loads(self.search(
                    "query", "--db", db, "--format", "json", "--limit", "200", "--collapse", "none", query).stdout)["hits"])
                self.assertEqual(shown(again), shown(self.db), query)

    def test_versions_that_arrive_late_stay_out_after_it_too(self):
        self.add(self.write_records("a.jsonl", [record(1, version="2", status="canceled")]))
        self.write("export.jsonl", self.index("export", "--db", self.db).stdout)
        self.db = self.directory / "again"
        self.add(self.directory / "export.jsonl")
        self.add(self.write_records("late.jsonl", [record(1, version="1", body="Earlier.")]))
        self.assertEqual([(one["version"], one["status"]) for one in self.exported()], [("2", "canceled")])

    def test_an_origin_is_believed_only_where_that_is_asked_for(self):
        self.write("secret.txt", "secret")
        one = record(1, origin={"path": str(self.directory / "secret.txt"), "offset": 0})
        self.add(self.write_records("a.jsonl", [one]))
        self.assertTrue(self.exported()[0]["origin"]["path"].endswith("a.jsonl"))
        self.add("--keep-origin", self.write_records("a.jsonl", [one]))
        self.assertEqual(self.exported()[0]["origin"], one["origin"])

    def test_a_closed_pipe_is_success_and_no_index_is_an_error(self):
        self.add(self.write_records("a.jsonl", [record(i, body=BODY * 20) for i in range(400)]))
        run = subprocess.run(["bash", "-c", 'set -o pipefail; "$0" export --db "$1" | head -1', str(BIN / "dateline-index"), str(self.db)],
                             capture_output=True, check=False)
        self.assertEqual((run.returncode, run.stderr), (0, b""))
        self.assertIn("no index", self.index("export", "--db", self.directory / "none", expect=1).stderr)


class Partition(ShardTest):
    def test_each_record_is_once_in_the_file_of_its_shard(self):
        made = articles()
        self.extract(self.write_records("a.jsonl", made))
        self.assertEqual(sorted(path.name for path in (self.directory / "records").iterdir()), [path.name for path in self.shard_files()])
        whole = [json.loads(line) for line in self.index("extract", "--progress", "never", self.directory / "a.jsonl").stdout.splitlines()]
        found = []
        for number, path in enumerate(self.shard_files()):
            lines = [json.loads(line) for line in path.read_text().splitlines()]
            self.assertGreater(len(lines), 5)
            order = [one["id"] for one in lines]
            self.assertEqual(order, [one["id"] for one in whole if one["id"] in set(order)], "in the order of the inputs")
            if shutil.which("xxhsum"):
                for one in lines:
                    digest = subprocess.run(["xxhsum", "-H2"], input=one["id"].encode(), capture_output=True, check=True).stdout.split()[0]
                    self.assertEqual(int(digest, 16) % SHARDS, number)
            found += lines
        self.assertEqual(sorted(found, key=lambda one: one["id"]), sorted(whole, key=lambda one: one["id"]))

    def test_a_run_replaces_what_the_one_before_wrote_and_fails_whole(self):
        self.extract(self.write_records("a.jsonl", [record(i) for i in range(30)]))
        before = [path.read_bytes() for path in self.shard_files()]
        self.assertIn("another number", self.extract(self.directory / "a.jsonl", shards=5, expect=2).stderr)
        self.extract("--files-from", self.directory / "none", expect=1)
        self.assertEqual([path.read_bytes() for path in self.shard_files()], before)
        self.extract(self.write_records("b.jsonl", [record(1), record(2)]))
        self.assertEqual(sum(len(path.read_text().splitlines()) for path in self.shard_files()), 2)
        self.assertEqual(len(list((self.directory / "records").iterdir())), SHARDS)

    def test_what_is_rejected_is_named_and_the_rest_is_there(self):
        path = self.write("a.jsonl", json.dumps(record(1)) + "\n{broken\n")
        self.assertIn("a.jsonl", self.extract(path, expect=3).stderr)
        self.assertEqual(sum(len(one.read_text().splitlines()) for one in self.shard_files()), 1)

    def test_wrong_options_are_told(self):
        path = self.write_records("a.jsonl", [record(1)])
        self.index("extract", "--partition", "4", path, expect=2)
        self.index("extract", "--output", self.directory / "records", path, expect=2)
        self.index("extract", "--partition", "0", "--output", self.directory / "records", path, expect=2)
        self.index("extract", "--partition", "4", "--output", self.directory / "records", "--explain", path, expect=2)


class Shards(ShardTest):
    """The scripts that Slurm and GNU parallel run, without them."""

    def setUp(self):
        super().setUp()
        self.add(self.write_records("a.jsonl", articles()), FIXTURES / "feed.jsonl")
        self.extract(self.directory / "a.jsonl", FIXTURES / "feed.jsonl")
        self.indexes = self.directory / "indexes"
        self.environment = os.environ | {"PATH": "%s:%s" % (BIN, os.environ["PATH"]), "ADD_SHARD_PAUSE": "0", "ADD_SHARD": str(SLURM / "add-shard")}
        self.environment.pop("DATELINE_DB", None)

    def run_script(self, name, *arguments, expect=0, **environment):
        run = subprocess.run([str(SLURM / name), *[str(a) for a in arguments]], env=self.environment | environment, capture_output=True, text=True, check=False)
        self.assertEqual(run.returncode, expect, run.stdout + run.stderr)
        return run

    def shards(self):
        return [self.indexes / ("shard-%03d" % i) for i in range(SHARDS)]

    def check_same_as_one_machine(self):
        whole = self.exported()
        parts = [one for shard in self.shards() for one in self.exported(shard)]
        self.assertEqual(self.without_origin(parts), self.without_origin(whole))
        for shard in self.shards():
            self.index("verify", "--db", shard)
        places = [word for shard in self.shards() for word in ("--db", shard)]
        for query in ("harbour", "headline bridge", '"swing bridge"'):
            ask = lambda *dbs: json.loads(self.search("query", *dbs, "--format", "json", "--limit", "500", "--collapse", "none", "--all-statuses", query).stdout)
            one, several = ask("--db", self.db), ask(*places)
            self.assertEqual(one["total"], several["total"])
            self.assertEqual({hit["id"]: round(hit["score"], 6) for hit in one["hits"]}, {hit["id"]: round(hit["score"], 6) for hit in several["hits"]})

    def test_one_add_a_shard_gives_the_articles_of_one_machine(self):
        for shard in range(SHARDS):
            self.run_script("add-shard", self.directory / "records", self.indexes, shard, "--memory", "128M", "--threads", "1")
        self.check_same_as_one_machine()
        again = self.run_script("add-shard", self.directory / "records", self.indexes, 0)
        self.assertIn("0 added", again.stdout, "what is there is recognised")

    def test_another_number_of_shards_is_made_of_what_they_export(self):
        for shard in range(SHARDS):
            self.run_script("add-shard", self.directory / "records", self.indexes, shard)
        exports = b"".join(self.index("export", "--db", shard).stdout.encode() for shard in self.shards())
        self.extract("--keep-origin", "--input", "jsonl", "-", shards=5, output=self.directory / "more", stdin=exports)
        more = self.directory / "indexes5"
        for shard in range(5):
            self.run_script("add-shard", self.directory / "more", more, shard, "--keep-origin")
        before = [one for shard in self.shards() for one in self.exported(shard)]
        after = [one for shard in range(5) for one in self.exported(more / ("shard-%03d" % shard))]
        by_id = lambda records: sorted(records, key=lambda one: one["id"])
        self.assertEqual(by_id(after), by_id(before), "origins too")

    def test_copies_word_for_word_are_one_story_in_all_shards(self):
        for shard in range(SHARDS):
            self.run_script("add-shard", self.directory / "records", self.indexes, shard)
        self.assertGreater(sum("a10" in path.read_text() and BODY[:40] in path.read_text() for path in self.shard_files()), 1, "they lie in several")
        places = [word for shard in self.shards() for word in ("--db", shard)]
        answer = json.loads(self.search("query", *places, "--format", "json", "bearings").stdout)
        self.assertEqual([hit["copies"] for hit in answer["hits"]], [5])

    def test_a_job_that_was_killed_is_run_again(self):
        bin_directory = self.directory / "bin"
        bin_directory.mkdir()
        # The first add dies on its way; the next ones are real.
        fake = self.write("bin/dateline-index", "#!/bin/sh\nif [ ! -e '%s/died' ]; then touch '%s/died'; '%s' \"$@\" & kill -9 $!; kill -9 $$; fi\nexec '%s' \"$@\"\n"
                          % (self.directory, self.directory, BIN / "dateline-index", BIN / "dateline-index"))
        fake.chmod(0o755)
        died = subprocess.run([str(SLURM / "add-shard"), str(self.directory / "records"), str(self.indexes), "0"], capture_output=True, check=False,
                              env=self.environment | {"PATH": "%s:%s" % (bin_directory, os.environ["PATH"])})
        self.assertIn(died.returncode, (137, -signal.SIGKILL))
        for shard in range(SHARDS):
            self.run_script("add-shard", self.directory / "records", self.indexes, shard)
        self.check_same_as_one_machine()

    def test_an_index_that_is_being_written_is_tried_again(self):
        fake = self.write("bin/dateline-index", "#!/bin/sh\necho \"$1\" >> '%s/calls'\n[ $(grep -c . '%s/calls') -ge 3 ]\n" % (self.directory, self.directory))
        fake.chmod(0o755)
        self.run_script("add-shard", self.directory / "records", self.indexes, 0, PATH="%s:%s" % (fake.parent, os.environ["PATH"]))
        self.assertEqual((self.directory / "calls").read_text().split(), ["add", "add", "add", "verify"])

    def test_wrong_arguments_are_told(self):
        self.assertIn("usage", self.run_script("add-shard", "x", expect=2).stderr)
        self.assertIn("shard-007", self.run_script("add-shard", self.directory / "records", self.indexes, 7, expect=2).stderr)

    def test_the_array_gives_each_job_its_shard(self):
        for shard in range(SHARDS):
            self.run_script("add-shards.sbatch", self.directory / "records", self.indexes, "--memory", "128M", SLURM_ARRAY_TASK_ID=str(shard))
        self.check_same_as_one_machine()

    @unittest.skipUnless(shutil.which("parallel"), "GNU parallel is not installed")
    def test_so_does_parallel(self):
        self.run_script("add-shards-parallel", SHARDS, self.directory / "records", self.indexes, "--jobs", "2")
        self.check_same_as_one_machine()


if __name__ == "__main__":
    unittest.main()
