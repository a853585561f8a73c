"""Indexes cut into shards, and their servers, for the tests of clusters."""
import hashlib
import json
import os
import random
import signal
import socket
import subprocess
import time
import unittest

from programs import BIN

WORDS = ("treaty harbour minister strike flood inquiry election budget engine bridge school vaccine harvest railway tribunal senate "
         "earthquake refinery ceasefire embargo parliament dockworkers reservoir verdict delegation shipyard curfew auction glacier "
         "orchestra satellite pipeline ferry drought archive statement mayor coalition referendum airport").split()
NAMES = ["Mark Esperson", "Ilse Brandt", "Rosa Delgado", "Tomasz Nowak", "Hanna Lindqvist", "Peter Okafor"]
PLACES = ["Veltria", "Port Maren", "Costa Brenn", "Lindholm"]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def articles(count, seed):
    """Records about invented events, some of them copies of others, some for a group alone."""
    rng = random.Random(seed)
    # Few words are frequent and many are rare, as in news.
    weights = [1.0 / (rank + 1) for rank in range(len(WORDS))]

    def sentence():
        words = rng.choices(WORDS, weights, k=rng.randint(6, 14))
        return " ".join(words).capitalize() + "."

    records = []
    for number in range(count):
        if number % 9 == 8:
            copied = rng.choice([record for record in records if "access" not in record and "status" not in record])
            records.append(dict(copied, id="n%d" % number, source="Copying Post"))
            continue
        name, place = rng.choice(NAMES), rng.choice(PLACES)
        body = [sentence() for _ in range(rng.randint(2, 8))]
        body.insert(1, "%s said in %s that the state-of-the-art %s would wait." % (name, place, rng.choice(WORDS)))
        record = {"id": "n%d" % number, "headline": sentence()[:-1], "body": "\n\n".join(body), "language": "en",
                  "source": rng.choice(["Harbour Times", "Veltria Wire", "Northern Echo Service"]),
                  "section": rng.choice(["politics", "economy", "culture"]),
                  "byline": rng.choice(NAMES),
                  "published": "20%02d-%02d-%02dT%02d:00:00Z" % (rng.randint(5, 24), rng.randint(1, 12), rng.randint(1, 28), rng.randint(0, 23))}
        if number % 97 == 5:
            record["status"] = "withheld"
            record["body"] += "\n\nNobody is to know of quintilla."
        if number % 17 == 3:
            record["access"] = ["board"]
            record["body"] += "\n\nOnly the board knows of zebedee."
        records.append(record)
    return records


def shard_of(record, count):
    return int(hashlib.md5(record["id"].encode()).hexdigest(), 16) % count


class ShardServers:
    """Servers of shards. Each is a process; `stop`, `pause`, `resume` and `start` take its number."""

    def __init__(self, directory, places):
        self.directory, self.places = directory, places
        self.ports = [free_port() for _ in places]
        self.processes = [None] * len(places)
        for number in range(len(places)):
            self.start(number)

    def start(self, number):
        self.processes[number] = subprocess.Popen(
            [str(BIN / "dateline-search"), "serve-shard", "--db", str(self.places[number]), "--listen", self.address(number)],
            stderr=subprocess.PIPE, start_new_session=True)
        # It says when it takes connections.
        line = self.processes[number].stderr.readline().decode()
        if "this build serves no shard" in line:
            raise unittest.SkipTest("this build serves no shard: Xapian's headers could not be had (scripts/xapian-headers)")
        if "serving" not in line:
            raise RuntimeError("a shard's server did not start: " + line)

    def address(self, number):
        return "127.0.0.1:%d" % self.ports[number]

    def kill(self, number):
        os.killpg(self.processes[number].pid, signal.SIGKILL)
        self.processes[number].wait()
        self.processes[number].stderr.close()

    def pause(self, number):
        os.killpg(self.processes[number].pid, signal.SIGSTOP)

    def resume(self, number):
        os.killpg(self.processes[number].pid, signal.SIGCONT)

    def stop(self):
        for process in self.processes:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGCONT)
                process.terminate()
        for process in self.processes:
            process.wait(timeout=20)
            process.stderr.close()

    def cluster_file(self, name="cluster", replicas=None):
        """A file that names each shard with its own server, or `replicas`: for each shard the numbers of its servers."""
        path = self.directory / name
        rows = replicas or [[number] for number in range(len(self.places))]
        path.write_text("# shards\n" + "".join(
            "%d %s\n" % (shard, "|".join(self.address(number) for number in row)) for shard, row in enumerate(rows)))
        return path


def write_records(path, records):
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    return path


def wait_until(condition, seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return False
