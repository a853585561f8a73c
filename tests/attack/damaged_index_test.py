#!/usr/bin/env python3
"""An index whose files were damaged, by a disk or by an enemy: nothing crashes or hangs, and `verify` finds all of it.

Each round copies a sound index, damages one file of it in one way, and runs every verb on it. What a damaged file may cost is its
answers; what it may never do is pass for sound.
"""
import shutil
import unittest

from attack import AttackTest, record, rounds

WORDS = "town bridge mayor council harbour ferry report inquiry river market museum train minister union".split()


def flip_bits(random, content):
    for _ in range(random.choice((1, 1, 2, 8, 40))):
        content[random.randrange(len(content))] ^= 1 << random.randrange(8)


def overwrite(random, content):
    for _ in range(random.choice((1, 2, 8, 40))):
        content[random.randrange(len(content))] = random.choice((0, 255, 127, 128, random.randrange(256)))


def cut(random, content):
    del content[random.randrange(len(content)):]


def grow(random, content):
    content.extend(random.randbytes(random.choice((1, 100, 8192))))


def swap_blocks(random, content):
    block = 512
    a, b = (random.randrange(max(1, len(content) // block)) * block for _ in range(2))
    content[a:a + block], content[b:b + block] = content[b:b + block], content[a:a + block]


def empty(_, content):
    content.clear()


DAMAGES = (flip_bits, flip_bits, overwrite, cut, grow, swap_blocks, empty)


class DamagedIndex(AttackTest):
    def setUp(self):
        super().setUp()
        self.number = 0
        self.sound = self.directory / "sound"
        self.db = self.sound
        self.add(self.write_records("first.jsonl", [self.article(i) for i in range(60)]))
        # Articles that are replaced leave tombstones in the first segment.
        self.add(self.write_records("second.jsonl", [self.article(i, headline="Ferry number %d" % i) for i in range(50, 70)]))
        self.files = sorted(p.relative_to(self.sound) for p in self.sound.rglob("*")
                            if p.is_file() and p.name != "dateline.lock" and p.stat().st_size > 0)

    @staticmethod
    def article(number, **fields):
        words = " ".join(WORDS[(number * 7 + i * i) % len(WORDS)] for i in range(80))
        return record(number, body="Mark Esper of Springfield said: " + words, published="2020-01-%02d" % (1 + number % 28), **fields)

    def damaged_copy(self, random, name):
        self.number += 1
        self.db = self.directory / ("damaged-%d" % self.number)
        shutil.copytree(self.sound, self.db)
        path = self.db / name
        before = path.read_bytes()
        content = bytearray(before)
        damage = random.choice(DAMAGES)
        damage(random, content)
        path.write_bytes(content)
        return bytes(content) != before, "%s in %s" % (damage.__name__, name)

    def run_every_verb(self, about):
        db = ("--db", self.db)
        for arguments in (("query", *db, "--facet", "person", "--format", "json", 'the* OR "of springfield" OR town date:2015..'),
                          ("query", *db, "--sort", "newest", "bridge NEAR/3 may*"), ("query", *db, "--count", "ferri~ -harbour"),
                          ("suggest", *db, "to"), ("entity", *db, "esper"), ("explain", *db, "--id", "a5", "town~"), ("show", *db, "a5")):
            self.survive("dateline-search", *arguments, about=about)
        self.survive("dateline-index", "info", *db, about=about)

    def check(self, random, name):
        changed, about = self.damaged_copy(random, name)
        self.run_every_verb(about)
        verified = self.survive("dateline-index", "verify", "--db", self.db, about=about)
        if changed and name.parts[0] == "segments":
            self.assertEqual(verified.code, 1, "verify finds nothing: " + about)
        # Writing to it either refuses or leaves the damage where verify still finds it.
        self.survive("dateline-index", "compact", "--db", self.db, about=about)
        if verified.code == 1:
            self.assertEqual(self.survive("dateline-index", "verify", "--db", self.db).code, 1, "compact hides it: " + about)
        backup = self.directory / "backup"
        if self.survive("dateline-index", "backup", "--db", self.db, backup, about=about).code == 0:
            self.assertEqual(self.survive("dateline-index", "verify", "--db", backup).code, verified.code, "backup hides it: " + about)
        shutil.rmtree(backup, ignore_errors=True)
        shutil.rmtree(self.db)

    def test_no_damage_crashes_and_none_of_a_segment_is_hidden(self):
        for random in rounds(20):
            self.check(random, random.choice(self.files))

    def test_a_missing_file_is_told(self):
        for name in self.files:
            self.number += 1
            self.db = self.directory / ("missing-%d" % self.number)
            shutil.copytree(self.sound, self.db)
            (self.db / name).unlink()
            self.run_every_verb("without %s" % name)
            verified = self.survive("dateline-index", "verify", "--db", self.db)
            if name.parts[0] == "segments":
                self.assertEqual(verified.code, 1, "verify does not miss %s" % name)
            shutil.rmtree(self.db)


if __name__ == "__main__":
    unittest.main()
