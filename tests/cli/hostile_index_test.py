#!/usr/bin/env python3
"""Directories that are no index, or that somebody has laid out to do harm: nothing of others is deleted, overwritten or waited for."""
import os
import unittest

from programs import ProgramTest, record


class HostileIndex(ProgramTest):
    def setUp(self):
        super().setUp()
        self.one = self.write_records("one.jsonl", [record(1)])

    def tree(self, path):
        """Every file below a directory, with its content."""
        return {str(file.relative_to(path)): file.read_bytes() for file in path.rglob("*") if file.is_file()}

    def writers(self):
        """Runs everything that changes an index, whatever it says."""
        self.index("add", "--db", self.db, self.one, expect=None)
        self.index("remove", "--db", self.db, "--id", "a1", expect=None)
        self.index("compact", "--db", self.db, expect=None)
        self.index("verify", "--db", self.db, expect=None)

    def test_segments_behind_a_link_are_neither_deleted_nor_written(self):
        self.add(self.one)
        self.index("remove", "--db", self.db, "--id", "a1")  # so that no segment is missing there
        victim = self.write("victim/letter.txt", "dear").parent
        self.write("victim/000001/iamglass", "mine")
        self.write("victim/000009/postlist.glass", "mine")
        before = self.tree(victim)
        (self.db / "segments").rename(self.db / "elsewhere")
        (self.db / "segments").symlink_to(victim)
        run = self.index("compact", "--db", self.db, expect=1)
        self.assertIn("segments", run.stderr)
        self.writers()
        self.assertEqual(self.tree(victim), before)

    def test_a_directory_that_holds_other_things_is_refused_and_left_as_it_is(self):
        for name in ("segments/0001.ts", "segments/ch1/clip.ts", "segments/000001/clip.ts", "segments/000001.gone", "inputs/a", "inputs", "mail"):
            stream = self.write("stream/" + name, "mine").parents[name.count("/")]
            before = self.tree(stream)
            run = self.index("add", "--db", stream, self.one, expect=1)
            self.assertIn("nothing in it was changed", run.stderr)
            self.assertEqual(self.tree(stream), before, name)
            for path in before:
                (stream / path).unlink()
            for path in sorted((p for p in stream.rglob("*")), reverse=True):
                path.rmdir()

    def test_what_others_put_into_an_index_stays(self):
        self.add(self.one)
        strangers = {"segments/notes.txt": b"mine", "segments/000001/notes.txt": b"mine", "segments/000077/clip.ts": b"mine",
                     "letter.txt": b"mine"}
        for name, content in strangers.items():
            self.write("index/" + name, content)
        self.writers()
        found = self.tree(self.db)
        for name, content in strangers.items():
            self.assertEqual(found.get(name), content, name)

    def test_a_directory_in_the_place_of_the_next_segment_is_not_built_over(self):
        self.add(self.one)
        self.write("index/segments/000002/clip.ts", "mine")
        run = self.index("add", "--db", self.db, self.write_records("two.jsonl", [record(2)]), expect=1)
        self.assertIn("000002", run.stderr)
        self.assertEqual(self.ids("headline"), ["a1"])


if __name__ == "__main__":
    unittest.main()
