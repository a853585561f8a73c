#!/usr/bin/env python3
"""The array of share/slurm on Debian's Slurm: two nodes on this machine, of which one dies in the middle of an add. Its job is queued again, and the shards
have the articles of one machine.

`scripts/test-slurm` runs it: slurm-wlm and munge have to be installed, and it takes most of a minute, nearly all of it until Slurm believes that a node is gone.
"""
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))
from programs import BIN, ROOT, ProgramTest, record  # noqa: E402

SHARDS = 4
ARTICLES = 1200
# Nothing takes so long unless something is broken.
PATIENCE = 120
SETTINGS = """ClusterName=test
SlurmctldHost=localhost
SlurmctldPort={ports[0]}
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
AuthInfo=socket={home}/munge.socket,cred_expire=5
CredType=cred/munge
StateSaveLocation={home}/state
SlurmdSpoolDir={home}/spool-%n
SlurmctldPidFile={home}/slurmctld.pid
SlurmdPidFile={home}/slurmd-%n.pid
SlurmctldLogFile={home}/slurmctld.log
SlurmdLogFile={home}/slurmd-%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
JobAcctGatherType=jobacct_gather/none
MpiDefault=none
ReturnToService=2
SlurmdTimeout=5
NodeName=n1 NodeHostname=localhost NodeAddr=127.0.0.1 Port={ports[1]} CPUs=1
NodeName=n2 NodeHostname=localhost NodeAddr=127.0.0.1 Port={ports[2]} CPUs=1
PartitionName=all Nodes=n1,n2 Default=YES State=UP
"""
# Stands before the real program: the first add of shard 1 begins, and hangs once the index is half made.
WRAPPER = """#!/bin/sh
if [ "$1" = add ] && [ "$SLURM_ARRAY_TASK_ID" = 1 ] && mkdir '{home}/begun' 2>/dev/null; then
  '{program}' "$@" &
  while ! ls '{home}'/indexes/shard-001/segments/*/* >/dev/null 2>&1; do kill -0 $! || exit 9; done
  kill -STOP $!
  echo "$SLURMD_NODENAME" > '{home}/middle.new'
  mv '{home}/middle.new' '{home}/middle'
  wait
fi
exec '{program}' "$@"
"""


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


@unittest.skipUnless(all(shutil.which(name) for name in ("slurmctld", "slurmd", "munged", "sbatch")), "Slurm is not installed")
class TwoNodes(ProgramTest):
    def setUp(self):
        super().setUp()
        self.directory.chmod(0o755)
        home = self.directory
        self.write("munge.key", os.urandom(64)).chmod(0o400)
        self.write("slurm.conf", SETTINGS.format(home=home, user=subprocess.check_output(["id", "-un"], text=True).strip(), ports=free_ports(3)))
        (home / "state").mkdir()
        self.write("bin/dateline-index", WRAPPER.format(home=home, program=BIN / "dateline-index")).chmod(0o755)
        self.environment = os.environ | {"SLURM_CONF": str(home / "slurm.conf"), "PATH": "%s/bin:%s" % (home, os.environ["PATH"]),
                                         "ADD_SHARD": str(ROOT / "share/slurm/add-shard"), "ADD_SHARD_PAUSE": "1"}
        self.addCleanup(self.end_all)
        self.call("munged", "--force", "--key-file=%s/munge.key" % home, "--socket=%s/munge.socket" % home, "--pid-file=%s/munge.pid" % home,
                  "--log-file=%s/munge.log" % home, "--seed-file=%s/munge.seed" % home)
        self.call("slurmctld", "-f", home / "slurm.conf")
        for node in ("n1", "n2"):
            self.call("slurmd", "-N", node, "-f", home / "slurm.conf")
        self.wait_for(lambda: self.call("sinfo", "-h", "-t", "idle", "-o", "%D").strip() == "2")

    def call(self, *command):
        run = subprocess.run([str(word) for word in command], env=self.environment, cwd=self.directory, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                             timeout=PATIENCE, check=False)
        self.assertEqual(run.returncode, 0, "%s\n%s%s" % (command, run.stdout, run.stderr))
        return run.stdout

    def wait_for(self, holds):
        end = time.monotonic() + PATIENCE
        while not holds():
            self.assertLess(time.monotonic(), end, "it never came")
            time.sleep(0.2)

    def processes(self, words):
        """Of ours, by what their command line or their environment says."""
        found = []
        for path in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                text = (path / "cmdline").read_bytes() + b"\0" + (path / "environ").read_bytes()
            except OSError:
                continue
            parts = text.split(b"\0")
            if str(self.directory).encode() in text and all(any(word.encode() == part for part in parts) for word in words):
                found.append(int(path.name))
        return found

    def watchers_of(self, process):
        """The processes above it that Slurm watches the job with."""
        while process > 1:
            stat = pathlib.Path("/proc/%d/stat" % process).read_text()
            process = int(stat.rpartition(")")[2].split()[1])
            if "slurmstepd" in stat:
                yield int(stat.split()[0])

    def kill_node(self, node):
        """As when the machine loses its power: first whatever could still tell that something has ended."""
        jobs = self.processes(["SLURMD_NODENAME=" + node])
        watchers = {one for job in jobs for one in self.watchers_of(job)}
        self.assertTrue(jobs and watchers)
        daemon = int((self.directory / ("slurmd-%s.pid" % node)).read_text())
        for process in [daemon, *watchers, *jobs]:
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                pass

    def end_all(self):
        for name in ("slurmctld", "slurmd-n1", "slurmd-n2", "munge"):
            try:
                os.kill(int((self.directory / (name + ".pid")).read_text()), signal.SIGKILL)
            except (OSError, ValueError):
                pass
        for node in ("n1", "n2"):
            for process in self.processes(["SLURMD_NODENAME=" + node]):
                os.kill(process, signal.SIGKILL)

    def records_of(self, *indexes):
        lines = [json.loads(line) for index in indexes for line in self.index("export", "--db", index).stdout.splitlines()]
        return sorted(({key: value for key, value in one.items() if key != "origin"} for one in lines), key=lambda one: one["id"])

    def test_a_node_that_dies_costs_nothing_but_time(self):
        records = self.write_records("a.jsonl", [record(i, published="2020-01-%02d" % (1 + i % 28), body="Word %d of the harbour. " % i * 40) for i in range(ARTICLES)])
        self.add(records)
        self.index("extract", "--progress", "never", "--partition", SHARDS, "--output", self.directory / "records", records)
        job = self.call("sbatch", "--parsable", "--array=0-%d" % (SHARDS - 1), "--output=%s/job-%%a.log" % self.directory,
                        ROOT / "share/slurm/add-shards.sbatch", self.directory / "records", self.directory / "indexes").strip()
        self.wait_for((self.directory / "middle").exists)
        node = (self.directory / "middle").read_text().strip()
        self.kill_node(node)
        self.wait_for(lambda: self.call("squeue", "-h", "-j", job).strip() == "")
        shown = self.call("scontrol", "show", "job", "-o", job)
        states = dict(re.findall(r"ArrayTaskId=(\d+) .*?JobState=(\S+)", shown))
        logs = "".join(path.read_text() for path in sorted(self.directory.glob("job-*.log")))
        self.assertEqual(states, {str(i): "COMPLETED" for i in range(SHARDS)}, logs)
        self.assertEqual(dict(re.findall(r"ArrayTaskId=(\d+) .*?Restarts=(\d+)", shown))["1"], "1", "the job of the node that died ran again")
        shards = [self.directory / "indexes" / ("shard-%03d" % i) for i in range(SHARDS)]
        self.assertEqual(self.records_of(*shards), self.records_of(self.db))
        for shard in shards:
            self.index("verify", "--db", shard)
        print("%s died; shard 1 ran again, %d articles in %d shards" % (node, len(self.records_of(*shards)), SHARDS))


if __name__ == "__main__":
    unittest.main()
