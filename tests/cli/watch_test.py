#!/usr/bin/env python3
"""What arrives in a directory, through the real program. Everything is waited for; nothing is concluded from what has not happened yet."""
import json
import os
import signal
import subprocess
import time
import unittest

from programs import BIN, ProgramTest, record
from warc_test import page

PATIENCE = 150


class Watch(ProgramTest):
    def setUp(self):
        super().setUp()
        self.inbox = self.directory / "inbox"
        self.inbox.mkdir()

    def start(self, *arguments):
        watcher = subprocess.Popen([str(BIN / "dateline-index"), "watch", "--db", str(self.db), "--format", "json", "--delay", "0.1", *arguments, str(self.inbox)],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.watcher = watcher
        self.addCleanup(watcher.stderr.close)
        self.addCleanup(watcher.stdout.close)
        self.addCleanup(watcher.wait)
        self.addCleanup(watcher.kill)
        return watcher

    def arrive(self, name, *records):
        """As programs should write: under a hidden name, then renamed."""
        hidden = self.write("inbox/." + name, "".join(json.dumps(one) + "\n" for one in records))
        hidden.rename(hidden.with_name(name))

    def until(self, articles):
        """Waits until the index has that many articles; a watcher that ended does not bring them."""
        began = time.monotonic()
        while time.monotonic() - began < PATIENCE:
            run = self.index("info", "--db", self.db, "--format", "json", expect=None)
            if run.returncode == 0 and json.loads(run.stdout)["articles"] >= articles:
                return
            time.sleep(0.05)
        self.watcher.kill()
        print(*self.watcher.communicate())
        self.fail("not %d articles after %d seconds" % (articles, PATIENCE))

    def stop(self, watcher, how=signal.SIGTERM):
        watcher.send_signal(how)
        return watcher.communicate(timeout=PATIENCE)

    def test_what_arrives_is_found_and_a_restart_neither_misses_nor_repeats(self):
        self.arrive("before.jsonl", record(0))
        os.utime(self.inbox / "before.jsonl", (0, 0))
        watcher = self.start()
        self.until(1)
        self.arrive("one.jsonl", record(1))
        (self.inbox / "sub").mkdir()
        self.write("inbox/sub/two.jsonl", json.dumps(record(2)) + "\n")
        self.until(3)
        self.assertEqual(self.ids("article"), ["a0", "a1", "a2"])
        out, errors = self.stop(watcher)
        self.assertEqual(watcher.returncode, 143, errors)
        self.assertEqual(sum(json.loads(line)["added"] for line in out.splitlines()), 3)
        self.assertIn(b"stopped; what was read is committed", errors)
        self.arrive("three.jsonl", record(3))
        watcher = self.start()
        self.until(4)
        self.arrive("four.jsonl", record(4))
        self.until(5)
        watcher.kill()
        watcher.wait()
        self.arrive("five.jsonl", record(5))
        watcher = self.start()
        self.until(6)
        out, _ = self.stop(watcher, signal.SIGINT)
        self.assertEqual(watcher.returncode, 130)
        self.assertEqual(sum(json.loads(line)["added"] for line in out.splitlines()), 1)
        self.assertEqual(self.info()["articles"], 6)

    def test_a_changed_file_replaces_and_a_bad_one_is_named(self):
        watcher = self.start()
        self.arrive("one.jsonl", record(1, headline="Ferry late"))
        self.until(1)
        self.arrive("bad.pdf", {})
        (self.inbox / "bad.html").write_bytes(b"%PDF-1.7")
        self.arrive("one.jsonl", record(1, headline="Ferry early"), record(2))
        self.until(2)
        self.assertEqual(self.ids("headline:early"), ["a1"])
        _, errors = self.stop(watcher)
        self.assertIn(b"bad.html", errors)

    def test_pages_have_the_addresses_that_add_gives_them(self):
        self.write("inbox/2024/.pier.html", page(1)).rename(self.inbox / "2024" / "pier.html")
        watcher = self.start("--base-url", "https://news.example/")
        self.until(1)
        self.stop(watcher)
        self.assertEqual([hit["url"] for hit in self.query("pier")["hits"]], ["https://news.example/2024/pier.html"])
        self.assertEqual(self.add("--base-url", "https://news.example/", self.inbox)["unchanged"], 1)

    def test_another_writer_is_waited_for(self):
        first = self.write_records("first.jsonl", [record(0)])
        self.add(first)
        holder = subprocess.Popen([str(BIN / "dateline-index"), "add", "--db", str(self.db), "--input", "jsonl", "-"], stdin=subprocess.PIPE,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(holder.wait)
        self.addCleanup(holder.kill)
        began = time.monotonic()
        while str(holder.pid) not in (self.db / "dateline.lock").read_text(errors="replace"):
            self.assertLess(time.monotonic() - began, PATIENCE)
            time.sleep(0.05)
        watcher = self.start()
        self.arrive("one.jsonl", record(1))
        self.assertIn(b"waiting for it", watcher.stderr.readline())
        holder.stdin.close()
        holder.wait()
        self.until(2)
        self.stop(watcher)

    def test_looking_finds_what_arrives_too(self):
        watcher = self.start("--poll", "--interval", "0.2")
        self.arrive("one.jsonl", record(1))
        self.until(1)
        self.stop(watcher)
        self.assertEqual(watcher.returncode, 143)

    def test_what_is_no_directory_is_said(self):
        run = self.index("watch", "--db", self.db, self.directory / "none", expect=1)
        self.assertIn("is no directory", run.stderr)
        self.assertFalse(self.db.exists())


if __name__ == "__main__":
    unittest.main()
