#!/usr/bin/env python3
"""An index of every format that there has been is read, or refused by name, and what is read is written on.

tests/golden/formats has one of each, as the version wrote it that brought the format: of four articles one for editors alone, and one removed. What has
been put there stays as it is; a new format adds its own.
"""
import json
import tarfile
import unittest

from programs import ROOT, ProgramTest

FORMATS = ROOT / "tests" / "golden" / "formats"
# The formats that this version does not read any more.
REFUSED = set()


class FormatVersion(ProgramTest):
    def unpacked(self, archive):
        target = self.directory / archive.name.split(".")[0]
        with tarfile.open(archive) as tar:
            tar.extractall(target)
        return target / "index"

    def found(self, db, *options):
        return sorted(hit["id"] for hit in self.search_json(db, "harbour", *options)["hits"])

    def search_json(self, db, *arguments):
        return self.json("dateline-search", "query", "--db", db, "--format", "json", *arguments)

    def json(self, program, *arguments):
        return json.loads(self.run_program(program, *arguments).stdout)

    def test_each_format_is_read_written_on_and_folded(self):
        archives = sorted(FORMATS.glob("*.tar.gz"))
        self.assertGreater(len(archives), 0)
        self.write_index()
        written_now = self.version_of(self.db)
        for archive in archives:
            version = archive.name.split(".")[0]
            with self.subTest(format=version):
                db = self.unpacked(archive)
                if version in REFUSED:
                    self.assertIn("version", self.run_program("dateline-search", "query", "--db", db, "harbour", expect=1).stderr)
                    continue
                self.assertEqual(self.found(db), ["a1", "a2", "a3"])
                self.assertEqual(self.found(db, "--groups", ""), ["a1", "a2"])
                self.assertEqual(self.found(db, "person:keller"), ["a1", "a2"])
                self.run_program("dateline-index", "verify", "--db", db)
                more = b'{"id": "a2", "headline": "Harbour works have begun", "body": "So they have."}\n{"id": "a5", "headline": "Harbour"}\n'
                self.run_program("dateline-index", "add", "--db", db, "-", stdin=more)
                self.assertEqual(self.found(db), ["a1", "a2", "a3", "a5"])
                self.run_program("dateline-index", "compact", "--db", db)
                self.run_program("dateline-index", "verify", "--db", db)
                self.assertEqual(self.version_of(db), written_now, "what has been written on is for no older version")
                self.assertEqual(self.found(db, "--groups", "editors"), ["a1", "a2", "a3", "a5"])

    def test_there_is_one_of_the_format_that_is_written(self):
        self.write_index()
        self.assertTrue((FORMATS / ("%d.tar.gz" % self.version_of(self.db))).exists())

    def version_of(self, db):
        return self.json("dateline-index", "info", "--db", db, "--format", "json")["format_version"]

    def write_index(self):
        self.run_program("dateline-index", "add", "--db", self.db, "-", stdin=b'{"id": "a", "headline": "A"}\n')

    def test_a_backup_that_is_restored_finds_what_was_found(self):
        self.write_index()
        self.run_program("dateline-index", "backup", "--db", self.db, self.directory / "kept")
        (self.directory / "kept").rename(self.directory / "restored")
        self.assertEqual([hit["id"] for hit in self.search_json(self.directory / "restored", "headline:a")["hits"]], ["a"])


if __name__ == "__main__":
    unittest.main()
