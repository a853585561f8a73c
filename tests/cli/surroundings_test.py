#!/usr/bin/env python3
"""What surrounds a program: closed descriptors, pipes, files that may not be read, names that a terminal would obey."""
import contextlib
import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

from programs import BIN, ProgramTest, record

PAGE = ("<html><body><article><h1>Harbour reopens after the storm</h1><p>%s</p></article></body></html>"
        % ("The harbour was opened again on Monday, officials said. " * 20))


class ClosedDescriptors(ProgramTest):
    def test_no_message_goes_into_a_table(self):
        articles = self.write_records("a.jsonl", [record(i) for i in range(50)] + [{"id": "bad"}])
        for closed in ("<&- >&- 2>&-", "<&-", ">&-", "2>&-"):
            for builder in ("glass", "xapian"):
                shutil.rmtree(self.db, ignore_errors=True)
                command = '"$0" add --db "$1" --builder %s --input jsonl "$2" %s' % (builder, closed)
                run = subprocess.run(["sh", "-c", command, str(BIN / "dateline-index"), str(self.db), str(articles)],
                                     capture_output=True, check=False, timeout=300)
                self.assertEqual(run.returncode, 3, closed)
                self.index("verify", "--db", self.db)
                self.assertEqual(len(self.ids("headline")), 50)


class Pipes(ProgramTest):
    def start(self, *arguments):
        return subprocess.Popen([str(BIN / "dateline-index")] + [str(a) for a in arguments], stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, cwd=self.directory)

    def pipe(self, name="pipe"):
        path = self.directory / name
        os.mkfifo(path)
        return path

    @staticmethod
    def open_files(process):
        """Of a program that opens and closes others meanwhile: what is gone when it is looked at is not open."""
        folder, files = "/proc/%d/fd" % process.pid, set()
        with contextlib.suppress(FileNotFoundError):
            for name in os.listdir(folder):
                with contextlib.suppress(FileNotFoundError):
                    files.add(os.readlink(os.path.join(folder, name)))
        return files

    def wait_for_opening(self, process, path):
        """Until the program has the pipe open, so that it waits for who writes."""
        until = time.monotonic() + 60
        while time.monotonic() < until:
            if process.poll() is None and os.path.realpath(path) in self.open_files(process):
                return
            time.sleep(0.02)
        process.kill()
        self.fail("the program does not open the pipe without waiting")

    def test_a_pipe_that_nobody_writes_to_obeys_signals(self):
        pipe = self.pipe()
        for arguments in (("add", "--db", self.db, pipe), ("add", "--db", self.db, "--files-from", pipe), ("extract", pipe),
                          ("tag", pipe), ("names", pipe)):
            process = self.start(*arguments)
            self.wait_for_opening(process, pipe)
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=60)
            self.assertEqual(process.returncode, 128 + signal.SIGTERM, arguments)

    def test_a_named_pipe_is_read(self):
        pipe = self.pipe()
        process = self.start("add", "--db", self.db, "--input", "jsonl", pipe)
        with open(pipe, "w", encoding="utf-8") as out:
            for i in range(5):
                out.write(json.dumps(record(i)) + "\n")
                out.flush()
        process.communicate(timeout=60)
        self.assertEqual(process.returncode, 0)
        self.assertEqual(len(self.ids("headline")), 5)

    def test_a_walk_passes_pipes_over(self):
        self.write("d/a.html", PAGE)
        self.pipe("d/pipe")
        self.assertEqual(self.add("d")["added"], 1)


class Unreadable(ProgramTest):
    @unittest.skipUnless(os.getuid() == 0, "needs a user whom permissions bind, beside the one who sets them")
    def test_sync_never_removes_what_it_cannot_read(self):
        os.chmod(self.directory, 0o777)
        self.write("d/a.html", PAGE)
        self.write("d/sub/b.html", PAGE.replace("Harbour", "Airport"))
        self.write("d/gone.html", PAGE.replace("Harbour", "Bridge"))
        odd = os.fsencode(self.directory / "d") + b"/caf\xe9.html"
        with open(odd, "w", encoding="utf-8") as file:
            file.write(PAGE.replace("Harbour", "Station"))
        arguments = ("--sync", "d")
        self.assertEqual(self.add(*arguments, user=65534)["added"], 4)
        for path in (self.directory / "d/a.html", self.directory / "d/sub", odd):
            os.chmod(path, 0)
        os.unlink(self.directory / "d/gone.html")
        after = self.add(*arguments, user=65534, expect=3)
        self.assertEqual((after["removed"], after["articles"], after["rejected"]), (1, 3, 3))

    def test_sync_keeps_files_whose_names_are_not_utf8(self):
        os.makedirs(self.directory / "d")
        with open(os.fsencode(self.directory / "d") + b"/caf\xe9.html", "w", encoding="utf-8") as file:
            file.write(PAGE)
        self.assertEqual(self.add("--sync", "d")["added"], 1)
        for _ in range(2):
            again = self.add("--sync", "d")
            self.assertEqual((again["unchanged"], again["removed"]), (1, 0))


class FullStandardError(ProgramTest):
    @unittest.skipUnless(os.path.exists("/dev/full"), "no /dev/full on this machine")
    def test_what_was_done_is_done(self):
        articles = self.write_records("a.jsonl", [record(i) for i in range(5)] + [{"id": "bad"}])
        with open("/dev/full", "w", encoding="utf-8") as full:
            run = subprocess.run([str(BIN / "dateline-index"), "add", "--db", str(self.db), "--progress", "always",
                                  str(articles)], stdout=subprocess.PIPE, stderr=full, check=False, timeout=300)
        self.assertEqual(run.returncode, 3)
        self.assertEqual(len(self.ids("headline")), 5)


class Terminals(ProgramTest):
    OBEYED = "\x1b]0;x\x07\u202e\u2028\x7f\u009b"

    def check(self, run):
        for text in (run.stdout, run.stderr):
            for character in self.OBEYED.replace("]0;x", ""):
                self.assertNotIn(character, text)

    def test_names_are_shown_and_not_obeyed(self):
        name = os.fsencode("odd" + self.OBEYED) + b"\xff.html"
        os.makedirs(self.directory / "d")
        with open(os.fsencode(self.directory / "d") + b"/" + name, "w", encoding="utf-8") as file:
            file.write(PAGE.replace("Harbour", "Harbour &#27;]0;x&#7; &#x202e;"))
        with open(os.fsencode(self.directory / "d") + b"/bad" + name, "w", encoding="utf-8") as file:
            file.write("  ")
        self.check(self.index("extract", "--explain", "d", expect=3))
        self.check(self.index("add", "--db", self.db, "d", expect=3))
        self.check(self.index("add", "--db", "x" + self.OBEYED + "/y/z", "none", expect=None))
        for arguments in (("extract", "--explain", "--format", "json", "d"), ("extract", "d"), ("tag", "d")):
            run = self.index(*arguments, expect=None)
            for line in run.stdout.strip().split("\n"):
                json.loads(line)

    def test_rejects_are_json_whatever_the_path(self):
        path = os.fsencode(self.directory) + b"/n\xff\x1b.html"
        with open(path, "w", encoding="utf-8"):
            pass
        run = self.index("extract", "--rejects", "rejects.jsonl", ".", expect=3)
        self.check(run)
        for line in (self.directory / "rejects.jsonl").read_text(encoding="utf-8").strip().split("\n"):
            self.assertIn("path", json.loads(line))


if __name__ == "__main__":
    unittest.main()
