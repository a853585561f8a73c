#!/usr/bin/env python3
"""Memory: --memory bounds a run whatever its inputs are, and a run that the system gives too little says so, keeps what was
committed, and can be completed."""
import itertools
import json
import os
import string
import subprocess
import sys
import unittest

from programs import BIN, ProgramTest, record

SANITIZED = "DATELINE_FAILING_CALLS" not in os.environ


def different_words():
    for length in (3, 4, 5):
        for letters in itertools.product(string.ascii_lowercase, repeat=length):
            yield "".join(letters)


def filled(pieces, size):
    """Pieces with spaces between them, of `size` characters."""
    out, count = [], 0
    for piece in pieces:
        out.append(piece)
        count += len(piece) + 1
        if count >= size:
            break
    return " ".join(out)


def body(text):
    return json.dumps(record(1, body=text), ensure_ascii=False) + "\n"


def page(text):
    return "<html><body><h1>Bridge closed after the storm</h1><p>" + text


# Documents of about `size` bytes that are made of hardly anything but one thing.
SHAPES = {
    "different.jsonl": lambda size: body(filled(different_words(), size)),
    "hyphens.jsonl": lambda size: body(filled((w + "-" + w[::-1] + "q" for w in different_words()), size)),
    "one-word.jsonl": lambda size: body("a " * (size // 2)),
    "long-words.jsonl": lambda size: body(filled(("%0400x" % (7 ** 570 * i) for i in range(1, 10 ** 6)), size)),
    "prose.jsonl": lambda size: body(filled(("word%d" % (i * i % 30011) for i in range(10 ** 7)), size)),
    "chinese.jsonl": lambda size: body("".join(chr(0x4E00 + i * i % 20011) for i in range(size // 3))),
    "entities.jsonl": lambda size: json.dumps(record(1, entities=[
        {"type": "person", "name": "A%d B%d" % (i, i)} for i in range(size // 46)])) + "\n",
    "tags.jsonl": lambda size: json.dumps(record(1, tags=["tag%d" % i for i in range(size // 12)])) + "\n",
    "values.jsonl": lambda size: '{"id":"a","headline":"x","body":"y","z":[' + "{}," * (size // 3) + "{}]}\n",
    "lines.txt": lambda size: "Bridge closed after the storm\n\n" + "a\n" * (size // 2),
    "elements.html": lambda size: page("a<p>" * (size // 4)),
    "different.html": lambda size: page(filled(different_words(), size)),
}


@unittest.skipIf(SANITIZED, "sanitizers take memory of their own")
class Bound(ProgramTest):
    """Peaks are those of the whole program. A document that needs more than its share is named, and said what to do."""

    def peak(self, memory, *inputs):
        """Exit code, what was said, and the most memory that was resident, in megabytes. A small process stands between, for a
        child's peak counts what its parent held when they parted."""
        command = [str(BIN / "dateline-index"), "add", "--db", str(self.db), "--memory", memory, "--threads", "2", "--progress",
                   "never", *map(str, inputs)]
        between = ("import resource, subprocess, sys\n"
                   "run = subprocess.run(sys.argv[1:], capture_output=True)\n"
                   "peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss\n"
                   "sys.stdout.buffer.write(b'%d %d\\n' % (run.returncode, peak) + run.stdout + run.stderr)\n")
        told = subprocess.run([sys.executable, "-c", between] + command, stdout=subprocess.PIPE, cwd=self.directory, check=True)
        figures, said = told.stdout.decode("utf-8", "replace").split("\n", 1)
        code, kilobytes = map(int, figures.split())
        return code, said, kilobytes / 1024

    def check(self, memory, bound, size, copies):
        refused = set()
        for name, make in SHAPES.items():
            self.db = self.directory / ("index-" + name)
            inputs = [self.write("%d-%s" % (i, name), make(size)) for i in range(copies)]
            code, said, peak = self.peak(memory, *inputs)
            self.assertIn(code, (0, 3), said)
            if "[too-large]" in said:
                refused.add(name)
                self.assertRegex(said, r"run it with --memory \d+M|more than", name)
            self.assertLess(peak, bound, "%s: %s" % (name, said))
        return refused

    def test_small_memory_and_large_documents(self):
        refused = self.check("128M", 128 * 1.15, 7_900_000, 1)
        self.assertIn("different.jsonl", refused)

    def test_small_memory_and_documents_that_it_has_room_for(self):
        refused = self.check("128M", 128 * 1.15, 120_000, 8)
        self.assertFalse(refused - {"hyphens.jsonl"}, "these were indexed before")

    def test_more_memory_takes_what_less_refuses(self):
        big = self.write("prose.jsonl", SHAPES["prose.jsonl"](7_900_000))
        code, said, _ = self.peak("128M", big)
        self.assertEqual(code, 3, said)
        code, said, peak = self.peak("1G", big)
        self.assertEqual(code, 0, said)
        self.assertLess(peak, 1024)

    def test_many_tiny_articles(self):
        tiny = self.write_records("tiny.jsonl", ({"id": "a%d" % i, "headline": "h%d" % i, "body": "w%d x%d" % (i, i)}
                                                 for i in range(40_000)))
        code, said, peak = self.peak("128M", tiny)
        self.assertEqual(code, 0, said)
        self.assertLess(peak, 128 * 1.15)


@unittest.skipIf(SANITIZED, "sanitizers take address space of their own")
class OutOfMemory(ProgramTest):
    # From too little for two threads to a little more than is needed.
    SIZES = [(140 + 20 * i) << 20 for i in range(12)]

    def test_every_bound_ends_well(self):
        words = lambda i: " ".join("w%dx%d" % (i, j) for j in range(4000))
        articles = self.write_records("articles.jsonl", [record(i, body=words(i)) for i in range(60)])
        codes = set()
        for size in self.SIZES:
            self.db = self.directory / ("index-%d" % size)
            run = self.index("add", "--db", self.db, "--memory", "256M", "--threads", "2", "--progress", "never", articles,
                             expect=None, address_space=size)
            codes.add(run.returncode)
            self.assertIn(run.returncode, (0, 1, 3), "%d: %s" % (size, run.stderr))
            if run.returncode == 1:
                self.assertIn("dateline-index: ", run.stderr)
                self.assertNotIn("unexpected: std::bad_alloc", run.stderr)
        self.assertIn(1, codes, "no bound was too tight: the test tests nothing")
        self.db = self.directory / ("index-%d" % self.SIZES[0])
        self.add(articles, "--memory", "256M", "--threads", "2")
        self.index("verify", "--db", self.db)
        self.assertEqual(len(self.ids("headline")), 60)


if __name__ == "__main__":
    unittest.main()
