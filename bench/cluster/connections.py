#!/usr/bin/env python3
"""What a connection to a shard takes of memory: fronts that keep theirs, and the own memory of the process that the shard has for each.

usage: bench/cluster/connections.py --bin build/bench/bin [--articles 20000] [--fronts 40]

A front is an assistant (dateline-search mcp --cluster). Own memory is Private_Clean + Private_Dirty of /proc/PID/smaps_rollup: what the
processes share, as programs, the index's files and what the first of them had in memory, is not in it. bench/runs keeps the dated results.
"""
import argparse
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "cli"))

CALLS = (("search", {"q": "treaty harbour"}), ("search", {"q": "treaty", "facet": ["source", "year"]}), ("search", {"q": "harbuor~"}),
         ("search", {"q": '"treaty harbour" NEAR/9 minister'}), ("trend", {"q": ["treaty"], "by": "year"}), ("suggest", {"q": "tre"}))


class Front:
    def __init__(self, binary, cluster):
        self.process = subprocess.Popen([str(binary / "dateline-search"), "mcp", "--cluster", str(cluster)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL)
        self.number = 0
        self.say("initialize", protocolVersion="2025-06-18", capabilities={}, clientInfo={"name": "bench", "version": "1"})

    def say(self, method, **parameters):
        self.number += 1
        self.process.stdin.write(json.dumps({"jsonrpc": "2.0", "id": self.number, "method": method, "params": parameters}).encode() + b"\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())["result"]

    def call(self, name, arguments):
        """Whether there is an answer; asks up to three times, for a front takes a shard that is slow for one that is silent."""
        for _ in range(3):
            if not self.say("tools/call", name=name, arguments=arguments)["isError"]:
                return True
            time.sleep(0.6)
        return False

    def stop(self):
        self.process.stdin.close()
        self.process.wait()


def children_of(process):
    return [int(number) for number in pathlib.Path("/proc/%d/task/%d/children" % (process, process)).read_text().split()]


def own_memory(process):
    lines = (line.split() for line in open("/proc/%d/smaps_rollup" % process))
    return sum(int(line[1]) for line in lines if line[0] in ("Private_Clean:", "Private_Dirty:"))


def records_of(count):
    """Articles in batches, each from a seed of its own: making a batch takes time with the square of its size."""
    from shard_servers import articles
    for first in range(0, count, 5000):
        for record in articles(min(5000, count - first), first):
            yield dict(record, id="%d-%s" % (first, record["id"]))


def told(what, server):
    sizes = []
    for child in children_of(server):
        try:
            sizes.append(own_memory(child))
        except (FileNotFoundError, ProcessLookupError):
            pass  # a front has connected anew
    print("| %s | %d | %d KB | %d KB | %d KB |" % (what, len(sizes), min(sizes), statistics.median(sizes), max(sizes)), flush=True)


def main():
    from shard_servers import ShardServers, write_records
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", type=pathlib.Path, required=True)
    parser.add_argument("--articles", type=int, default=20000)
    parser.add_argument("--fronts", type=int, default=40)
    options = parser.parse_args()
    import shard_servers
    shard_servers.BIN = options.bin.resolve()
    with tempfile.TemporaryDirectory() as place:
        directory = pathlib.Path(place)
        records = write_records(directory / "records.jsonl", records_of(options.articles))
        subprocess.run([str(options.bin / "dateline-index"), "add", "--db", str(directory / "shard"), "--entities", "none", "--progress", "never", str(records)],
                       check=True, capture_output=True)
        servers = ShardServers(directory, [directory / "shard"])
        server = servers.processes[0].pid
        fronts = [Front(options.bin.resolve(), servers.cluster_file()) for _ in range(options.fronts)]
        print("| %d articles in the shard; after | answered | processes | least | median | most |\n|---|---|---|---|---|---|" % options.articles)
        try:
            for name, arguments in CALLS:
                answered = sum(front.call(name, arguments) for front in fronts)
                told("`%s` %s | %d" % (name, json.dumps(arguments), answered), server)
        finally:
            for front in fronts:
                front.stop()
            servers.stop()


if __name__ == "__main__":
    main()
