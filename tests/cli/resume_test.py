#!/usr/bin/env python3
"""A run that dies at any moment loses nothing that was committed, and running it again completes it: every article exactly once."""
import json
import os
import random
import signal
import subprocess
import time
import unittest

from programs import BIN, ProgramTest, record

WORDS = "harbour council minister storm bridge engine ballot winter grain signal market tunnel".split()


def long_record(number):
    chosen = random.Random(number)
    body = "\n\n".join(" ".join(chosen.choice(WORDS) for _ in range(60)) for _ in range(4))
    return record(number, body=body + " marker%d" % number)


class Resume(ProgramTest):
    ARTICLES = int(os.environ.get("DATELINE_KILL_ARTICLES", "1500"))
    KILLS = int(os.environ.get("DATELINE_KILLS", "20"))

    def setUp(self):
        super().setUp()
        self.feed = self.write_records("feed.jsonl", [long_record(i) for i in range(self.ARTICLES)])
        # Small batches, so that kills fall between and inside commits.
        self.command = [str(BIN / "dateline-index"), "add", "--db", str(self.db), "--progress", "never", "--memory", "128M",
                        "--threads", "2", "--batch", "100", str(self.feed)]
        self.quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}

    def check_complete(self):
        summary = self.add(self.feed)
        self.assertEqual(summary["articles"], self.ARTICLES)
        self.assertEqual(summary["rejected"], 0)
        self.index("verify", "--db", self.db)
        hits = self.ids("headline")
        self.assertEqual(len(hits), self.ARTICLES)
        self.assertEqual(len(set(hits)), self.ARTICLES)

    def test_kill_at_random_moments_then_run_again(self):
        started = time.monotonic()
        subprocess.run(self.command, check=True, **self.quiet)
        whole = time.monotonic() - started
        chosen = random.Random(20200106)
        for _ in range(self.KILLS):
            self.db = self.directory / ("index%d" % _)
            self.command[3] = str(self.db)
            for _ in range(2):  # killed, resumed, killed again
                with subprocess.Popen(self.command, **self.quiet) as run:
                    time.sleep(chosen.random() * whole)
                    run.kill()
                if (self.db / "XAPIANDB").exists():
                    verified = self.index("verify", "--db", self.db, expect=None)
                    self.assertIn(verified.returncode, (0,), verified.stderr)
            self.check_complete()

    def test_backups_beside_a_writer_are_sound_and_whole(self):
        self.add(self.write_records("first.jsonl", [long_record(10000 + i) for i in range(20)]))
        taken = []
        with subprocess.Popen(self.command, **self.quiet) as run:
            while run.poll() is None or not taken:
                copy = self.directory / ("copy%d" % len(taken))
                self.index("backup", "--db", self.db, copy)
                taken.append(copy)
        for copy in taken:
            self.index("verify", "--db", copy)
            articles = json.loads(self.index("info", "--db", copy, "--format", "json").stdout)["articles"]
            # Commits come after every hundred articles.
            self.assertEqual((articles - 20) % 100, 0, articles)

    def test_a_polite_stop_commits_and_says_how_to_go_on(self):
        for number, expected in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
            self.db = self.directory / ("index-%d" % number)
            command = [str(BIN / "dateline-index"), "add", "--db", str(self.db), "--progress", "never", "--input", "jsonl", "-"]
            with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as run:
                run.stdin.write(json.dumps(long_record(1)).encode() + b"\n")
                run.stdin.flush()
                self.wait_for_lock(run.pid)
                run.send_signal(number)
                try:
                    run.stdin.write(json.dumps(long_record(2)).encode() + b"\n")
                    run.stdin.close()
                except BrokenPipeError:
                    pass
                self.assertEqual(run.wait(60), expected)
                self.assertIn("again", run.stderr.read().decode())
            # What was read before the signal is there; the rest comes with the next run.
            self.index("verify", "--db", self.db)
            both = self.write_records("both.jsonl", [long_record(1), long_record(2)])
            self.add(both)
            self.assertEqual(self.ids("headline"), ["a1", "a2"])

    def wait_for_lock(self, pid):
        lock = self.db / "dateline.lock"
        for _ in range(3000):
            if lock.exists() and ("process %d," % pid) in lock.read_text():
                return
            time.sleep(0.01)
        self.fail("the writer never took its lock")


if __name__ == "__main__":
    unittest.main()
