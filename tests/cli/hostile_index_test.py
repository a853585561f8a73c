#!/usr/bin/env python3
"""Directories that are no index, or that somebody has laid out to do harm: nothing of others is deleted, overwritten or waited for."""
import fcntl
import os
import subprocess
import unittest

from programs import BIN, ProgramTest, record


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

    def test_nothing_is_written_through_a_link_or_to_a_file_of_another_name(self):
        for name in ("dateline.lock", "XAPIANDB.tmp", "inputs.tmp", "inputs", "segments/000002", "segments/000001.2.gone",
                     "segments/000001.2.gone.tmp"):
            for link in (os.symlink, os.link):
                self.db = self.directory / ("index-%s-%s" % (name.replace("/", "-"), link.__name__))
                self.add(self.one)
                victim = self.write("bashrc", "alias")
                place = self.db / name
                place.unlink(missing_ok=True)
                link(victim, place)
                self.writers()
                self.index("add", "--db", self.db, self.write_records("two.jsonl", [record(2)]), expect=None)
                self.assertEqual(victim.read_text(), "alias", "%s by %s" % (name, link.__name__))

    def test_pipes_are_not_waited_for(self):
        for name in ("dateline.lock", "inputs", "XAPIANDB", "segments/000001/iamglass", "segments/000001/position.glass",
                     "segments/000001/sums", "segments/000001/stranger"):
            self.db = self.directory / ("index-" + name.replace("/", "-"))
            self.add(self.one)
            (self.db / name).unlink(missing_ok=True)
            os.mkfifo(self.db / name)
            self.search("query", "--db", self.db, "headline", expect=None, timeout=60)
            self.index("info", "--db", self.db, expect=None, timeout=60)
            self.index("verify", "--db", self.db, expect=None, timeout=60)
            self.index("add", "--db", self.db, self.one, expect=None, timeout=60)

    @unittest.skipIf("DATELINE_SANITIZED" in os.environ, "sanitizers need memory and descriptors of their own")
    def test_a_sparse_file_does_not_fill_the_memory(self):
        self.add(self.write_records("three.jsonl", [record(i) for i in range(3)]))
        self.index("remove", "--db", self.db, "--id", "a1")
        limit = "ulimit -v 2000000; exec "
        for name in (self.db / "inputs", next(self.db.glob("segments/*.gone"))):
            with open(name, "ab") as file:
                file.truncate(3_500_000_000)
            for program, arguments in (("dateline-search", "query --db %s headline" % self.db),
                                       ("dateline-index", "verify --db %s" % self.db),
                                       ("dateline-index", "add --db %s %s --memory 128M" % (self.db, self.one))):
                run = subprocess.run(["sh", "-c", limit + "%s/%s %s" % (BIN, program, arguments)], capture_output=True, timeout=120,
                                     check=False)
                self.assertIn(run.returncode, (0, 1), (name, program, run.stderr))
                self.assertNotIn(b"alloc", run.stderr)
        run = self.search("query", "--db", self.db, "headline", expect=1)
        self.assertIn(".gone", run.stderr)

    def test_a_lock_that_a_reader_takes_stops_nobody(self):
        self.add(self.one)
        with open(self.db / "segments" / "000001" / "iamglass", "rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            self.assertEqual(self.ids("headline"), ["a1"])
            self.index("verify", "--db", self.db)
            self.add(self.write_records("two.jsonl", [record(2)]))
            self.index("compact", "--db", self.db)
            self.assertTrue((self.db / "segments" / "000001" / "iamglass").exists(), "who has the lock may be reading")
        self.assertEqual(self.ids("headline"), ["a1", "a2"])

    @unittest.skipUnless(os.geteuid() == 0, "only root can become another user")
    def test_verify_needs_no_permission_to_write(self):
        self.add(self.one)
        self.directory.chmod(0o755)
        self.index("verify", "--db", self.db, user="nobody")
        (self.db / "dateline.lock").unlink()
        self.index("verify", "--db", self.db, user="nobody")
        self.assertFalse((self.db / "dateline.lock").exists())

    def test_a_damaged_segment_is_not_folded_into_a_sound_one(self):
        self.add(self.one)
        self.add(self.write_records("two.jsonl", [record(2)]))
        table = self.db / "segments" / "000001" / "docdata.glass"
        content = bytearray(table.read_bytes())
        content[len(content) // 2] ^= 4
        table.write_bytes(content)
        before = self.tree(self.db / "segments")
        for verb, arguments in (("compact", ()), ("backup", (self.directory / "copy",))):
            run = self.index(verb, "--db", self.db, *arguments, expect=1)
            self.assertIn("segments/000001", run.stderr)
        self.assertFalse((self.directory / "copy").exists())
        self.assertEqual(self.tree(self.db / "segments"), before)
        self.index("verify", "--db", self.db, expect=1)
        # And when there are so many segments that adding folds them.
        codes = [self.index("add", "--db", self.db, self.write_records("%d.jsonl" % i, [record(i)]), expect=None) for i in range(3, 7)]
        self.assertEqual(codes[-1].returncode, 1)
        self.assertIn("segments/000001", codes[-1].stderr)
        self.assertTrue(table.exists())
        self.index("verify", "--db", self.db, expect=1)

    @unittest.skipIf("DATELINE_SANITIZED" in os.environ, "sanitizers need memory and descriptors of their own")
    def test_with_too_few_open_files_the_reason_and_the_remedy_are_said(self):
        for i in range(4):
            self.add(self.write_records("%d.jsonl" % i, [record(i)]))
        before = self.tree(self.db)
        for verb in ("compact --db %s" % self.db, "verify --db %s" % self.db, "add --db %s %s" % (self.db, self.one)):
            run = subprocess.run(["sh", "-c", "ulimit -n 16; exec %s/dateline-index %s" % (BIN, verb)], capture_output=True, text=True,
                                 check=False, timeout=120)
            self.assertEqual(run.returncode, 1, run.stderr)
            self.assertIn("open files", run.stderr)
            self.assertIn("ulimit -n", run.stderr)
        self.index("verify", "--db", self.db)
        self.assertEqual({k: v for k, v in self.tree(self.db).items() if k.startswith("segments")},
                         {k: v for k, v in before.items() if k.startswith("segments")})


if __name__ == "__main__":
    unittest.main()
