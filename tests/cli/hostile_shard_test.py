#!/usr/bin/env python3
"""Messages to a shard that no front sends, and answers to a front that no shard gives: neither ends anything but a connection."""
import collections
import json
import os
import random
import socket
import sys
import threading
import time
import unittest
from unittest import mock

from programs import ProgramTest
from remote_messages import GET_MATCHES, QUERY, RESULTS, STATISTICS, Middle, message, payloads_of_ours, read_length, read_message, length, spoiled, tampered, \
    with_name, with_payload
from service import Service
from shard_servers import ShardServers, articles, write_records

# A hundred thousand take some minutes: before a release, or after a change to what a shard reads.
ROUNDS = int(os.environ.get("DATELINE_HOSTILE_MESSAGES", "2000"))
FRONT_ROUNDS = int(os.environ.get("DATELINE_HOSTILE_ANSWERS", "150"))
SEED = int(os.environ.get("DATELINE_HOSTILE_SEED", "1"))
PATIENCE = 60

# Of each kind of message a shard is sent one at least.
CALLS = (("query", "treaty harbour"), ("query", '"treaty harbour" NEAR/9 minister'), ("query", "--facet", "source", "--facet", "year", "--facet", "person", "treaty"),
         ("query", "trea*"), ("query", "harbuor~"), ("query", "--recency", "30d", "minister"), ("query", "--sort", "newest", "treaty"),
         ("query", "--groups", "board", "zebedee"), ("query", "--count", "date:2008..2012 treaty"), ("query", "state-of-the-art"), ("query", "tretay"),
         ("trend", "--by", "year", "treaty"), ("suggest", "tre"), ("show", "n1"))

NAMES = (b"dateline.Question", b"dateline.Gone", b"dateline.Deadline", b"dateline.Near", b"dateline.Recency", b"dateline.OwnList")


class HostileTest(ProgramTest):
    def setUp(self):
        super().setUp()
        for name, seed in (("shard0", 3), ("shard1", 4)):
            records = [dict(record, id=name + record["id"] if seed == 4 else record["id"]) for record in articles(60, seed)]
            self.index("add", "--db", self.directory / name, "--progress", "never", write_records(self.directory / "records.jsonl", records))
        self.signalled = self.directory / "signalled"
        preloaded = {"LD_PRELOAD": os.environ.get("DATELINE_SIGNALLED_CHILDREN", ""), "DATELINE_SIGNALLED": str(self.signalled)}
        with mock.patch.dict(os.environ, preloaded):
            self.servers = ShardServers(self.directory, [self.directory / "shard0", self.directory / "shard1"])
        self.addCleanup(self.servers.stop)
        for process in self.servers.processes:
            # Xapian says on standard error why it closes a connection; nobody would read on.
            threading.Thread(target=collections.deque, args=(process.stderr, 0), daemon=True).start()

    def connect(self):
        connection = socket.create_connection(("127.0.0.1", self.servers.ports[0]), timeout=PATIENCE)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection

    def recorded(self):
        """What fronts send to a shard, as (kind, payload) by connection."""
        connections, lock = [], threading.Lock()

        def keep(is_up, kind, payload):
            with lock:
                if is_up:
                    connections[-1].append((kind, payload))
            return message(kind, payload)

        middle = Middle(self.servers.ports[0], keep)
        self.addCleanup(middle.stop)
        cluster = self.write("recorded", "0 127.0.0.1:%d\n" % middle.port)
        for call in CALLS:
            connections.append([])
            self.search(call[0], "--cluster", cluster, *call[1:])
        return connections

    def answer(self):
        cluster = self.write("plain", "0 %s\n" % self.servers.address(0))
        answer = json.loads(self.search("query", "--cluster", cluster, "--format", "json", "treaty harbour").stdout)
        return answer["partial"], answer["total"], [hit["id"] for hit in answer["hits"]]


class HostileFronts(HostileTest):
    def until_closed(self, data):
        """Sends these bytes and no more, and reads what comes until the shard closes the connection."""
        with self.connect() as connection:
            try:
                connection.sendall(data)
                connection.shutdown(socket.SHUT_WR)
                while connection.recv(65536):
                    pass
            except ConnectionError:
                pass
            except TimeoutError:
                self.fail("no end came for %r" % data)

    def unframed(self, chance):
        stream = b"".join(message(*one) for one in chance.choice(self.connections))
        kind = chance.randrange(5)
        if kind == 0:
            return chance.randbytes(chance.randint(1, 300))
        if kind == 1:
            return stream[:chance.randrange(len(stream))]
        if kind == 2:
            return spoiled(chance, stream, most=8)
        kind, payload = chance.choice(self.messages)
        if kind == 3:
            wrong = chance.choice((0, 1, 254, 255, 256, len(payload) + 1, max(len(payload) - 1, 0), 1 << 31, (1 << 35) - 1))
            return bytes([kind]) + length(wrong) + payload
        return message(chance.randrange(256), spoiled(chance, payload, most=8))

    def framed(self, chance, ours):
        """A query's message whose lengths are right, with something wrong in what is ours of it, or anywhere."""
        query = chance.choice(self.queries)
        if not ours:
            return spoiled(chance, query)
        places = payloads_of_ours(query)
        for _ in range(chance.randint(1, 2)):
            place = chance.choice(payloads_of_ours(query) or places)
            payload = query[place[1]:place[2]]
            if chance.random() < 0.1:
                payload = chance.choice(self.payloads)
            payload = tampered(chance, payload) if chance.random() < 0.7 else spoiled(chance, payload)
            query = with_payload(query, place, payload)
            if chance.random() < 0.1:
                query = with_name(query, place, chance.choice(NAMES))
        return query

    def put(self, chance, ours):
        """One such message on the connection that is open; whether it may be used again."""
        self.open = self.open or (self.connect(), bytearray())
        connection, buffer = self.open
        try:
            if not self.greeted:
                self.greeted = read_message(connection, buffer) is not None
            connection.sendall(message(QUERY, self.framed(chance, ours)))
            reply = read_message(connection, buffer)
            self.met["ran" if reply and reply[0] == STATISTICS else "refused" if reply else "closed"] += 1
            if reply and reply[0] == STATISTICS:
                matches = chance.choice(self.matches)
                connection.sendall(message(GET_MATCHES, spoiled(chance, matches) if not ours and chance.random() < 0.2 else matches))
                reply = read_message(connection, buffer)
                self.met["answered" if reply and reply[0] == RESULTS else "unanswered"] += 1
        except ConnectionError:
            self.met["closed"] += 1
            reply = None
        if reply is None:
            connection.close()
            self.open, self.greeted = None, False

    def test_no_message_ends_the_listener_or_the_process_of_a_connection(self):
        before = self.answer()
        self.assertTrue(before[2])
        self.connections = self.recorded()
        self.messages = [one for connection in self.connections for one in connection]
        self.queries = sorted({payload for kind, payload in self.messages if kind == QUERY})
        self.matches = sorted({payload for kind, payload in self.messages if kind == GET_MATCHES})
        self.payloads = sorted({query[place[1]:place[2]] for query in self.queries for place in payloads_of_ours(query)})
        # Sources of single terms are in few queries: they come by other names alone.
        for name in NAMES[:-1]:
            self.assertTrue(any(name in query for query in self.queries), name)
        self.met = dict.fromkeys(("ran", "refused", "closed", "answered", "unanswered"), 0)
        self.open, self.greeted = None, False
        chance = random.Random(SEED)
        begin = time.monotonic()
        for number in range(ROUNDS * 4 // 5):
            self.put(chance, ours=True)
            if ROUNDS > 2000 and number % 5000 == 0:
                print("%d messages" % number, file=sys.stderr, flush=True)
        ended = self.ended(before)
        for _ in range(ROUNDS * 3 // 20):
            self.put(chance, ours=False)
        for _ in range(ROUNDS // 20):
            self.until_closed(self.unframed(chance))
        took = time.monotonic() - begin
        ended_at_last = self.ended(before)
        if ROUNDS > 2000:
            print("%d messages in %.0f s: %s; processes of connections that signals have ended: %s, by what is ours: %s" % (
                ROUNDS, took, self.met, ended_at_last, ended))
        # Some of what is wrong is found at each stage.
        for outcome in ("ran", "refused", "answered"):
            self.assertGreater(self.met[outcome], ROUNDS / 100, self.met)
        self.assertIsNone(self.servers.processes[0].poll())
        # Xapian's own reading of a query's tree does not bear everything (one without a branch where one must be): that ends the connection's
        # process, and no more. What is ours bears it all.
        self.assertEqual(ended, [])

    def ended(self, before):
        """The signals that have ended processes of connections; a query is answered as before."""
        if self.open:
            self.open[0].close()
            self.open, self.greeted = None, False
        # The listener waits for those that have ended when somebody connects.
        for _ in range(2):
            self.assertEqual(self.answer(), before)
        return self.signalled.read_text().split("\n")[:-1] if self.signalled.exists() else []


class HostileShards(HostileTest):
    """One honest shard, and one that answers as it likes."""

    TARGETS = ("search?q=treaty+harbour", "search?q=treaty&facet=source&facet=year&facet=person", "search?q=trea*", "search?q=harbuor~", "search?q=tretay",
               "search?q=treaty&sort=newest", "search?q=%22treaty+harbour%22+NEAR%2F9+minister", "search?q=minister&recency=30d", "search?q=treaty&count=true",
               "trend?q=treaty&by=year", "suggest?q=tre", "articles/shard1n1", "articles/n1")

    def tamper(self, is_up, kind, payload):
        if is_up or self.honest:
            return message(kind, payload)
        with self.lock:
            return self.wrong(self.chance, kind, payload) if self.chance.random() < 0.2 else message(kind, payload)

    def wrong(self, chance, kind, payload):
        way = chance.randrange(10)
        self.lies += 1
        if kind == RESULTS and way < 7:
            # What our own questions are answered stands first.
            try:
                size, begin = read_length(payload, 0)
                answer = payload[begin:begin + size]
                for _ in range(chance.choice((1, 1, 3))):
                    answer = tampered(chance, answer)
                return message(kind, length(len(answer)) + answer + payload[begin + size:])
            except IndexError:
                pass
        if way == 7:
            return None
        if way == 8:
            return chance.randbytes(chance.randint(1, 300))
        return message(chance.randrange(24) if way == 9 else kind, spoiled(chance, payload))

    def test_a_front_bears_any_answer_of_a_shard(self):
        self.chance, self.lock, self.honest, self.lies = random.Random(SEED), threading.Lock(), True, 0
        middle = Middle(self.servers.ports[1], self.tamper)
        self.addCleanup(middle.stop)
        cluster = self.write("cluster", "0 %s\n1 127.0.0.1:%d\n" % (self.servers.address(0), middle.port))
        service = Service(self, "--cluster", cluster, "--workers", "2")
        before = {target: service.ask("/api/v1/" + target) for target in self.TARGETS}
        self.assertEqual({target: answer.status for target, answer in before.items()}, dict.fromkeys(self.TARGETS, 200))
        self.honest = False
        statuses = {}
        for number in range(FRONT_ROUNDS):
            # A front that waits for longer than PATIENCE hangs.
            target = self.TARGETS[number % len(self.TARGETS)]
            answer = service.ask("/api/v1/" + target + ("&deadline=500" if target.startswith("search") else ""))
            statuses[answer.status] = statuses.get(answer.status, 0) + 1
            # It is JSON, whatever a shard puts into it.
            answer.json()
            self.assertIsNone(service.process.poll())
        if FRONT_ROUNDS > 150:
            print("%d requests, %d answers of a shard changed: %s" % (FRONT_ROUNDS, self.lies, statuses))
        # A shard that was found to be silent is asked again in the background, so how many there are depends on the machine.
        self.assertGreater(self.lies, 0)
        self.assertLessEqual(set(statuses), {200, 400, 404, 500, 502, 503, 504})
        self.honest = True
        service.until(lambda: service.ask("/api/v1/" + self.TARGETS[0]).json().get("partial") is False)
        self.assertEqual(service.ask("/api/v1/" + self.TARGETS[0]).json()["total"], before[self.TARGETS[0]].json()["total"])
        self.assertEqual(service.stop(), 0)

    def test_a_command_leaves_out_what_is_no_shard_at_all(self):
        chance = random.Random(SEED)
        listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.addCleanup(listener.close)

        def answer_anything():
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                with connection:
                    try:
                        connection.sendall(chance.choice((b"HTTP/1.1 400 Bad Request\r\n\r\n", b"SSH-2.0-OpenSSH\r\n", b"", bytes(70000), b"\xff" * 300,
                                                          chance.randbytes(100), message(0, chance.randbytes(60)), message(0, b""), message(1, b""))))
                    except OSError:
                        pass

        threading.Thread(target=answer_anything, daemon=True).start()
        cluster = self.write("cluster", "0 %s\n1 127.0.0.1:%d\n" % (self.servers.address(0), listener.getsockname()[1]))
        alone = self.write("alone", "0 127.0.0.1:%d\n" % listener.getsockname()[1])
        for _ in range(12):
            answer = json.loads(self.search("query", "--cluster", cluster, "--format", "json", "treaty").stdout)
            self.assertTrue(answer["partial"])
            self.assertIn("shard 1 ", " ".join(notice["text"] for notice in answer["notices"]))
            self.assertIn("no shard of the cluster answers", self.search("query", "--cluster", alone, "treaty", expect=1).stderr)


if __name__ == "__main__":
    unittest.main()
