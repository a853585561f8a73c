#!/usr/bin/env python3
"""`dateline-index pull`: a copy is byte for byte what its source is, by directory or by rsync over ssh, and whatever goes wrong leaves its old state or the new."""
import errno
import getpass
import json
import os
import pathlib
import shutil
import socket
import subprocess
import unittest

from programs import ProgramTest, record
from service import Service

SHIM = os.environ.get("DATELINE_FAILING_CALLS", "")
SSHD = "/usr/sbin/sshd"
# Stands for ssh: runs the command here. rsync calls it as [-l USER] HOST COMMAND…
STAND_IN = '#!/bin/sh\nprintf "%s\\n" "$*" >> "$0.log"\nif [ "$1" = -l ]; then shift 2; fi\nshift\nexec sh -c "$*"\n'


class PullTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.copy = self.directory / "copy"
        self.shell = self.write("shell", STAND_IN)
        self.shell.chmod(0o755)
        self.over_ssh = {"RSYNC_RSH": str(self.shell)}
        self.add(self.write_records("first.jsonl", [record(i) for i in range(40)]))

    def change_source(self):
        """Adds, replaces, removes."""
        self.add(self.write_records("second.jsonl", [record(i, body="Changed.") for i in range(30, 50)]))
        self.index("remove", "--db", self.db, "--id", "a1", "--block")

    def pull(self, source=None, copy=None, expect=0, env=None, options=()):
        run = self.index("pull", "--format", "json", *options, source or self.db, copy or self.copy, expect=expect, env=env)
        return json.loads(run.stdout) if expect == 0 else run.stderr

    def state_of(self, directory):
        directory = pathlib.Path(directory)
        names = [path for path in directory.rglob("*") if path.is_file() and path.name not in ("dateline.lock", "pulled", "inputs", "flintlock")]
        return {str(path.relative_to(directory)): path.read_bytes() for path in names}

    def check_whole(self, copy=None):
        copy = copy or self.copy
        self.assertEqual(self.state_of(copy), self.state_of(self.db))
        self.index("verify", "--db", copy)

    def remote(self):
        return "archive:%s" % self.db


class Pull(PullTest):
    def check_follows(self, source, env=None):
        first = self.pull(source, env=env)
        self.assertEqual((first["changed"], first["articles"], first["segments_copied"]), (True, 40, 1))
        self.check_whole()
        self.change_source()
        self.assertEqual(self.pull(source, env=env)["segments_copied"], 1)
        self.check_whole()
        self.index("compact", "--db", self.db)
        self.pull(source, env=env)
        self.check_whole()
        self.assertFalse(self.pull(source, env=env)["changed"])
        self.assertEqual(sorted(path.name for path in self.copy.iterdir()), ["XAPIANDB", "dateline.lock", "pulled", "segments"])

    def test_a_copy_follows_its_source_byte_for_byte(self):
        self.check_follows(self.db)

    @unittest.skipUnless(shutil.which("rsync"), "rsync is not installed")
    def test_so_does_one_by_rsync(self):
        self.check_follows(self.remote(), self.over_ssh)
        # A name that a shell would read, there and here.
        odd = self.directory / "it's $(touch pwned) * -e"
        self.db.rename(odd)
        self.db = odd
        self.pull(self.remote(), copy=self.directory / "other copy:1", env=self.over_ssh)
        self.check_whole(self.directory / "other copy:1")
        self.assertFalse((self.directory / "pwned").exists())
        for command in pathlib.Path(str(self.shell) + ".log").read_text().splitlines():
            self.assertRegex(command, r"^archive rsync --server --sender [-\w.]+ *(--[-\w=]+ *)*\.?$|^archive rsync --server", "what ssh runs there")
            self.assertNotIn("$", command)

    @unittest.skipUnless(shutil.which("rsync") and os.path.exists(SSHD), "rsync or sshd is not installed")
    def test_so_does_one_over_ssh(self):
        if os.getuid() == 0 and not os.path.isdir("/run/sshd"):
            os.mkdir("/run/sshd", 0o755)
            self.addCleanup(os.rmdir, "/run/sshd")
        for key in ("host", "user"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(self.directory / key)], check=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        settings = self.write("sshd", "Port %d\nListenAddress 127.0.0.1\nHostKey %s\nAuthorizedKeysFile %s\nPidFile none\nStrictModes no\nUsePAM no\n"
                              % (port, self.directory / "host", self.directory / "user.pub"))
        server = subprocess.Popen([SSHD, "-D", "-e", "-f", str(settings)], stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
        self.addCleanup(server.wait)
        self.addCleanup(server.stderr.close)
        self.addCleanup(server.kill)
        if b"listening" not in server.stderr.readline():
            self.skipTest("no sshd can be started here")
        ssh = "ssh -F none -p %d -i %s -o StrictHostKeyChecking=no -o UserKnownHostsFile=%s" % (port, self.directory / "user", self.directory / "known")
        if subprocess.run([*ssh.split(), "-o", "BatchMode=yes", "127.0.0.1", "true"], capture_output=True, check=False).returncode != 0:
            self.skipTest("nobody is let in by this sshd")
        self.check_follows("%s@127.0.0.1:%s" % (getpass.getuser(), self.db), {"RSYNC_RSH": ssh})

    def test_what_goes_wrong_is_said_and_leaves_nothing(self):
        rsync = shutil.which("rsync") is not None
        refusing = self.write("refusing", "#!/bin/sh\necho 'ssh: Could not resolve hostname archive' >&2\nexit 255\n")
        empty_handed = self.write("empty", "#!/bin/sh\necho 'sh: 1: rsync: not found' >&2\nexit 127\n")
        for shell in (refusing, empty_handed):
            shell.chmod(0o755)
        for source, env, code, words in (
                (self.directory / "nowhere", {}, 1, "no index in"),
                ("-oProxyCommand=touch:/x", {}, 2, "no machine is called so"),
                ("archive::module", {}, 2, "not encrypted"),
                ("archive:/x", {"PATH": str(self.directory)}, 1, "needs rsync, which is not here"),
                *([("archive:%s/nowhere" % self.directory, self.over_ssh, 1, "no index in"),
                   ("archive:/x", {"RSYNC_RSH": str(refusing)}, 1, "cannot reach archive by ssh"),
                   ("archive:/x", {"RSYNC_RSH": str(empty_handed)}, 1, "archive has no rsync")] if rsync else [])):
            with self.subTest(source=str(source), words=words):
                run = self.index("pull", "--", source, self.copy, expect=code, env=env)
                self.assertIn(words, run.stderr)
                self.assertIn("\n  ", run.stderr, "what to do")
                self.assertFalse(self.copy.exists())
        self.assertIn("its own copy", self.pull(self.db, copy=self.db, expect=2))
        (self.directory / "first").mkdir()
        self.write("first/letter.txt", "Dear")
        self.assertIn("no index", self.pull(copy=self.directory / "first", expect=1))

    def test_a_damaged_source_is_named_and_the_copy_stays(self):
        self.pull()
        before = self.state_of(self.copy)
        self.change_source()
        table = self.db / "segments" / "000002" / "postlist.glass"
        right = table.read_bytes()
        for wrong in (right[:100] + b"\x55" + right[101:], right[:-1]):
            table.write_bytes(wrong)
            for source, env in [(self.db, {})] + ([(self.remote(), self.over_ssh)] if shutil.which("rsync") else []):
                with self.subTest(source=str(source), bytes=len(wrong)):
                    said = self.pull(source, expect=1, env=env, options=("--replace",))
                    self.assertIn("000002", said)
                    self.assertIn("dateline-index verify", said)
                    self.assertEqual(self.state_of(self.copy), before)
        table.write_bytes(right)
        self.pull()
        self.check_whole()

    def test_a_service_of_the_copy_sees_the_new_state_with_the_next_request(self):
        self.pull()
        service = Service(self, "--db", self.copy)
        total = lambda: service.api("search", q="headline").json()["total"]["value"]
        self.assertEqual(total(), 40)
        self.change_source()
        self.pull()
        self.assertEqual(total(), 49)

    def test_articles_of_others_are_not_replaced_unasked(self):
        self.pull()
        self.index("add", "--db", self.copy, "--progress", "never", self.write_records("own.jsonl", [record(900)]))
        self.change_source()
        self.assertIn("--replace", self.pull(expect=2))
        self.assertTrue(self.pull(options=("--replace",))["changed"])
        self.assertFalse(self.pull()["changed"])
        self.index("verify", "--db", self.copy)
        self.db, copied = self.copy, self.ids("headline")
        self.assertNotIn("a900", copied)


@unittest.skipUnless(os.path.exists(SHIM), "the shim that makes calls fail is not built: sanitizers do not go with it")
class PullUnderFaults(PullTest):
    # Every so many calls in turn; all of them with 1.
    STEP = int(os.environ.get("DATELINE_FAULT_STEP", "13"))

    def setUp(self):
        super().setUp()
        self.bases = {}
        for source in self.sources():
            self.bases[source] = self.directory / ("base-%d" % len(self.bases))
            self.pull(source, copy=self.bases[source], env=self.over_ssh)
        self.before = self.state_of(self.bases[self.db])
        self.change_source()
        self.index("compact", "--db", self.db)
        self.after = self.state_of(self.db)

    def failing(self, at, copy, source, **environment):
        count = self.directory / "count"
        count.unlink(missing_ok=True)
        run = self.index("pull", source, copy, expect=None, env={
            "LD_PRELOAD": SHIM, "FAIL_BELOW": str(copy), "FAIL_AT": str(at), "FAIL_COUNT": str(count), "FAIL_UNLINKS": "1", **self.over_ssh, **environment})
        return run, int(count.read_text()) if count.exists() else 0

    def each_call(self, source, **environment):
        counted = self.fresh(source, "counted")
        _, calls = self.failing(0, counted, source)
        shutil.rmtree(counted)
        self.assertGreater(calls, 10)
        # The calls of rsync are counted in its own processes.
        calls = calls if source == self.db else max(calls, 40)
        for at in range(1, calls + 1, self.STEP):
            copy = self.fresh(source, "at-%d" % at)
            run, _ = self.failing(at, copy, source, **environment)
            with self.subTest(call=at):
                self.index("verify", "--db", copy)
                self.assertIn((copy / "XAPIANDB").read_bytes(), (self.before["XAPIANDB"], self.after["XAPIANDB"]))
                yield run
                self.pull(source, copy=copy, env=self.over_ssh)
                self.check_whole(copy)
            shutil.rmtree(copy)

    def fresh(self, source, name):
        shutil.copytree(self.bases[source], self.directory / name)
        return self.directory / name

    def sources(self):
        return [self.db] + ([self.remote()] if shutil.which("rsync") else [])

    def test_a_kill_at_any_call_leaves_the_old_state_or_the_new(self):
        for source in self.sources():
            killed = sum(run.returncode != 0 for run in self.each_call(source, FAIL_KILLS="1"))
            self.assertGreater(killed * self.STEP, 10)

    def test_a_first_copy_that_was_killed_is_begun_again(self):
        _, calls = self.failing(0, self.directory / "new", self.db)
        for at in range(1, calls + 1, self.STEP * 2):
            copy = self.directory / ("new-%d" % at)
            self.failing(at, copy, self.db, FAIL_KILLS="1")
            self.pull(copy=copy)
            self.check_whole(copy)

    def test_a_full_disk_at_any_call_is_said(self):
        for source in self.sources():
            for run in self.each_call(source, FAIL_ERRNO=str(errno.ENOSPC)):
                if run.returncode != 0:
                    self.assertEqual(run.returncode, 1)
                    self.assertIn("space", run.stderr.lower())


if __name__ == "__main__":
    unittest.main()
