#!/usr/bin/env python3
"""What a cluster costs, and how it bears faults: processes on loopback, a service in front that keeps its connections.

usage: bench/cluster/measure.py --bin build/bench/bin [--articles 20000] [--only rounds,overhead,faults]

Prints a table for each part; bench/runs keeps the dated ones.
"""
import argparse
import json
import os
import pathlib
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "cli"))

QUERIES = ("treaty", "treaty harbour", "treaty OR glacier", "minister NOT strike", '"treaty harbour"', "treaty NEAR/5 glacier",
           '"treaty harbour" NEAR/9 minister', "stateoftheart", "trea*", "harbor~", "headline:treaty", "date:2010 treaty", 'person:"Ilse Brandt"')


class Service:
    def __init__(self, binary, directory, *options):
        from shard_servers import free_port
        self.port = free_port()
        self.process = subprocess.Popen([str(binary / "dateline-search"), "serve", "--listen", "127.0.0.1:%d" % self.port, "--workers", "2", *map(str, options)],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=directory)
        for _ in range(500):
            try:
                self.get("/healthz")
                return
            except OSError:
                time.sleep(0.02)
        raise RuntimeError("the service did not start")

    def get(self, target):
        with urllib.request.urlopen("http://127.0.0.1:%d%s" % (self.port, target), timeout=30) as reply:
            return json.loads(reply.read() or b"{}")

    def search(self, query, **options):
        return self.get("/api/v1/search?" + urllib.parse.urlencode({"q": query, **options}))

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()


def milliseconds(ask, rounds):
    times = []
    for _ in range(rounds):
        begin = time.perf_counter()
        ask()
        times.append(1000 * (time.perf_counter() - begin))
    return times


def build(binary, directory, records, count):
    from shard_servers import shard_of, write_records
    places = []
    for shard in range(count):
        place = directory / ("of%d-%d" % (count, shard))
        mine = records if count == 1 else [record for record in records if shard_of(record, count) == shard]
        path = write_records(directory / "records.jsonl", mine)
        subprocess.run([str(binary / "dateline-index"), "add", "--db", str(place), "--entities", "none", "--progress", "never", str(path)],
                       check=True, capture_output=True)
        places.append(place)
    return places


def rounds(binary, directory, places):
    from relay import Relay
    from shard_servers import ShardServers
    servers = ShardServers(directory, places)
    relays = [Relay(port) for port in servers.ports]
    file = directory / "relayed"
    file.write_text("".join("%d 127.0.0.1:%d\n" % (number, relay.port) for number, relay in enumerate(relays)))
    service = Service(binary, directory, "--cluster", file)
    print("| query, asked for the first time | turns | bytes up | bytes down, the shard with most |\n|---|---|---|---|")
    service.search("warm")
    for query in QUERIES + ("treaty&facets",):
        for relay in relays:
            relay.reset()
        options = {"facet": "source"} if query.endswith("&facets") else {}
        service.search(query.split("&")[0], **options)
        counted = [relay.counted() for relay in relays]
        print("| `%s` | %d | %d | %d |" % (query, max(one["turns"] for one in counted), max(one["up"] for one in counted), max(one["down"] for one in counted)))
    service.stop()
    servers.stop()


def overhead(binary, directory, records):
    from shard_servers import ShardServers
    whole = build(binary, directory, records, 1)
    local = Service(binary, directory, "--db", whole[0])
    for query in QUERIES:
        local.search(query)
    alone = statistics.median(t for query in QUERIES for t in milliseconds(lambda query=query: local.search(query), 15))
    local.stop()
    print("| shards | p50, ms | beyond one index, ms | bound, 0.3 N + 2 |\n|---|---|---|---|\n| (one index) | %.2f | | |" % alone)
    for count in (1, 2, 4, 8, 16, 32):
        servers = ShardServers(directory, whole if count == 1 else build(binary, directory, records, count))
        service = Service(binary, directory, "--cluster", servers.cluster_file("of%d" % count))
        for query in QUERIES:
            for _ in range(4):
                service.search(query)
        p50 = statistics.median(t for query in QUERIES for t in milliseconds(lambda query=query: service.search(query), 15))
        print("| %d | %.2f | %.2f | %.1f |" % (count, p50, p50 - alone, 0.3 * count + 2), flush=True)
        service.stop()
        servers.stop()


def watched(service, seconds, act):
    """Answers and times of queries one after the other, with `act` in their midst."""
    answers, begin, acted = [], time.monotonic(), False
    while time.monotonic() - begin < seconds:
        if not acted and time.monotonic() - begin > seconds / 4:
            act()
            acted = True
            since = time.monotonic()
        start = time.monotonic()
        try:
            answer = service.search("treaty harbour", deadline=2000)
            answers.append((acted, 1000 * (time.monotonic() - start), answer["partial"], time.monotonic() - since if acted else 0))
        except (OSError, urllib.error.URLError):
            answers.append((acted, 1000 * (time.monotonic() - start), None, 0))
    return answers


def faults(binary, directory, places):
    from shard_servers import ShardServers
    print("| fault | replicas | failed | partial | p50 before, ms | longest after, ms | p50 after the longest, ms | whole again after, s |\n|---|---|---|---|---|---|---|---|")
    for name in ("kill -9", "SIGSTOP"):
        for replicas in (2, 1):
            servers = ShardServers(directory, places * replicas)
            rows = [[shard + len(places) * copy for copy in range(replicas)] for shard in range(len(places))]
            service = Service(binary, directory, "--cluster", servers.cluster_file("faulty", rows))
            service.search("treaty harbour")
            act = servers.kill if name == "kill -9" else servers.pause
            answers = watched(service, 6, lambda: act(1))
            before = statistics.median(t for acted, t, _, _ in answers if not acted)
            after = sorted((t for acted, t, _, _ in answers if acted), reverse=True)
            begin = time.monotonic()
            if name == "kill -9":
                servers.start(1)
            else:
                servers.resume(1)
            back = None
            while time.monotonic() - begin < 10:
                if not service.search("treaty harbour")["partial"]:
                    back = time.monotonic() - begin
                    break
                time.sleep(0.02)
            print("| %s | %d | %d | %d of %d | %.1f | %.0f | %.1f | %s |" % (
                name, replicas, sum(partial is None for _, _, partial, _ in answers), sum(partial is True for _, _, partial, _ in answers), len(answers),
                before, after[0], statistics.median(after[1:]), "%.2f" % back if back is not None else "not within 10"), flush=True)
            service.stop()
            servers.stop()


def slow(binary, directory, places):
    from relay import Relay
    from shard_servers import ShardServers
    servers = ShardServers(directory, places)
    print("| each message delayed by, ms | answered after, ms | partial |\n|---|---|---|")
    for delay in (0.1, 1.0):
        relays = [Relay(port) for port in servers.ports]
        file = directory / "slow"
        file.write_text("".join("%d 127.0.0.1:%d\n" % (number, relay.port) for number, relay in enumerate(relays)))
        service = Service(binary, directory, "--cluster", file)
        service.search("warm")
        relays[1].delay = delay
        begin = time.monotonic()
        answer = service.search("treaty harbour", deadline=2000)
        print("| %d | %.0f | %s |" % (1000 * delay, 1000 * (time.monotonic() - begin), "yes" if answer["partial"] else "no"), flush=True)
        service.stop()
    servers.stop()


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--bin", required=True, type=pathlib.Path)
    options.add_argument("--articles", type=int, default=20_000)
    options.add_argument("--only", default="rounds,overhead,faults,slow")
    given = options.parse_args()
    os.environ["DATELINE_BIN"] = str(given.bin.resolve())
    from shard_servers import articles
    parts = given.only.split(",")
    with tempfile.TemporaryDirectory(prefix="dateline-cluster-") as name:
        directory = pathlib.Path(name)
        records = articles(given.articles, seed=7)
        binary = given.bin.resolve()
        places = build(binary, directory, records, 4) if set(parts) & {"rounds", "faults", "slow"} else []
        if "rounds" in parts:
            rounds(binary, directory, places)
        if "overhead" in parts:
            overhead(binary, directory, records)
        if "faults" in parts:
            faults(binary, directory, places)
        if "slow" in parts:
            slow(binary, directory, places)


if __name__ == "__main__":
    main()
