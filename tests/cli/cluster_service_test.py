#!/usr/bin/env python3
"""A service in front of a cluster: few messages, small ones, and answers while shards come, go and change."""
import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import threading
import unittest
import urllib.error
import urllib.parse
import urllib.request

from programs import BIN, ProgramTest
from relay import Relay
from shard_servers import ShardServers, articles, free_port, shard_of, wait_until, write_records

SHARDS = 3


def tearDownModule():
    shutil.rmtree(ClusterService.place, ignore_errors=True)


class ClusterService(ProgramTest):
    place = pathlib.Path(tempfile.mkdtemp(prefix="dateline-cluster-"))
    records = articles(400, seed=11)

    def setUp(self):
        super().setUp()
        self.shards = [self.place / ("shard%d" % number) for number in range(SHARDS)]
        for number, shard in enumerate(self.shards):
            if not shard.exists():
                mine = [record for record in self.records if shard_of(record, SHARDS) == number]
                self.index("add", "--db", shard, "--entities", "none", "--progress", "never", write_records(self.directory / "records.jsonl", mine))

    def servers(self, places):
        servers = ShardServers(self.directory, places)
        self.addCleanup(servers.stop)
        return servers

    def serve(self, cluster):
        self.port = free_port()
        service = subprocess.Popen([str(BIN / "dateline-search"), "serve", "--cluster", "news=%s" % cluster, "--listen", "127.0.0.1:%d" % self.port, "--workers", "2"],
                                   stderr=subprocess.DEVNULL, cwd=self.directory, env={k: v for k, v in os.environ.items() if k != "DATELINE_DB"})

        def stop():
            service.send_signal(signal.SIGTERM)
            self.assertEqual(service.wait(timeout=60), 0)

        self.addCleanup(stop)
        self.assertTrue(wait_until(self.is_there, 60))

    def is_there(self):
        try:
            return self.get("/healthz") is not None
        except OSError:
            return False

    def get(self, target):
        with urllib.request.urlopen("http://127.0.0.1:%d%s" % (self.port, target), timeout=60) as reply:
            return json.loads(reply.read())

    def ask(self, query, **options):
        return self.get("/api/v1/search?" + urllib.parse.urlencode({"q": query, **options}))

    def test_few_rounds_of_small_messages_are_enough(self):
        servers = self.servers(self.shards)
        relays = [Relay(port) for port in servers.ports]
        cluster = self.write("relayed", "".join("%d 127.0.0.1:%d\n" % (number, relay.port) for number, relay in enumerate(relays)))
        self.serve(cluster)
        # Each of the two workers connects, and learns what it is connected to.
        for _ in range(8):
            self.ask("warm")
        # A question of ours or a match is two messages and their replies.
        for query, rounds, most in (("treaty", 4, 64), ("treaty harbour", 4, 64), ("treaty OR glacier", 4, 64), ('"treaty harbour"', 4, 64),
                                    ("trea*", 8, 256), ("harbor~", 8, 256), ("banck~", 8, 256), ('"state of the art" NEAR/6 wait', 8, 64)):
            with self.subTest(query=query):
                for relay in relays:
                    relay.reset()
                self.assertFalse(self.ask(query)["partial"])
                for relay in relays:
                    counted = relay.counted()
                    self.assertLessEqual(counted["turns"], 2 * rounds)
                    self.assertLessEqual(counted["up"] + counted["down"], most << 10)

    def test_no_answer_is_lost_where_a_replica_dies(self):
        servers = self.servers(self.shards * 2)
        self.serve(servers.cluster_file(replicas=[[shard, shard + SHARDS] for shard in range(SHARDS)]))
        whole = self.ask("treaty")
        answers, stop = [], threading.Event()

        def client():
            while not stop.is_set():
                answers.append(self.ask("treaty"))

        clients = [threading.Thread(target=client) for _ in range(2)]
        for one in clients:
            one.start()
        self.assertTrue(wait_until(lambda: len(answers) > 4, 60))
        servers.kill(1)
        after = len(answers)
        self.assertTrue(wait_until(lambda: len(answers) > after + 8, 60))
        stop.set()
        for one in clients:
            one.join()
        self.assertEqual({answer["partial"] for answer in answers}, {False})
        self.assertEqual({answer["total"]["value"] for answer in answers}, {whole["total"]["value"]})

    def test_a_shard_that_comes_back_is_taken_up(self):
        servers = self.servers(self.shards)
        self.serve(servers.cluster_file())
        whole = self.ask("treaty")["total"]
        servers.kill(0)
        self.assertTrue(wait_until(lambda: self.ask("treaty")["partial"], 60))
        servers.start(0)
        self.assertTrue(wait_until(lambda: not self.ask("treaty")["partial"], 60))
        self.assertEqual(self.ask("treaty")["total"], whole)

    def test_commits_and_folds_go_on_beside_it(self):
        growing = self.directory / "growing"
        shutil.copytree(self.shards[0], growing)
        servers = self.servers([growing, *self.shards[1:]])
        self.serve(servers.cluster_file())
        # Each worker sees a commit within a second.
        for number in range(4):
            late = dict(self.records[0], id="late%d" % number, headline="Late news", body="Quintessence number %d." % number)
            self.index("add", "--db", growing, "--entities", "none", "--progress", "never", self.write_records("late.jsonl", [late]))
            self.assertTrue(wait_until(lambda number=number: self.ask("quintessence", collapse="none")["total"]["value"] == number + 1, 60))
            if number == 2:
                self.index("compact", "--db", growing)
                self.assertTrue(wait_until(lambda: self.ask("quintessence", collapse="none")["total"]["value"] == 3, 60))

    def test_connections_that_ended_leave_no_process(self):
        servers = self.servers(self.shards[:1])
        cluster = servers.cluster_file()
        for _ in range(3):
            self.search("query", "--cluster", cluster, "treaty")
        server = servers.processes[0].pid

        def children():
            return pathlib.Path("/proc/%d/task/%d/children" % (server, server)).read_text(encoding="ascii").split()

        self.assertTrue(wait_until(lambda: not children(), 60))

    def test_other_routes_answer_too(self):
        servers = self.servers(self.shards)
        self.serve(servers.cluster_file())
        identifier = self.ask("treaty")["hits"][0]["id"]
        self.assertEqual(self.get("/api/v1/articles/" + identifier)["id"], identifier)
        self.assertTrue(self.get("/api/v1/suggest?q=tre")["suggestions"])
        self.assertEqual(self.get("/api/v1/news/trend?q=treaty&by=year")["by"], "year")
        with self.assertRaises(urllib.error.HTTPError) as refused:
            self.get("/api/v1/entity?name=Ilse+Brandt")
        self.assertEqual(refused.exception.code, 400)
        refused.exception.close()


if __name__ == "__main__":
    unittest.main()
