#!/usr/bin/env python3
"""All hits as JSON lines: to the last one, once each, for those who may see them, at the client's own pace."""
import json
import socket
import unittest

from programs import record
from service import PATIENCE, ServiceTest

LINES = {"Accept": "application/x-ndjson"}
MANY = 1700


class Stream(ServiceTest):
    def setUp(self):
        super().setUp()
        articles = [record(n, headline="Harbour %d" % n, body="The harbour, number %d. %s" % (n, "More of it. " * 20),
                           published="20%02d-%02d-%02d" % (n % 20, n % 12 + 1, n % 28 + 1)) for n in range(MANY)]
        articles += [record(9000 + n, headline="Harbour secret", body="The harbour.", access=["desk"]) for n in range(30)]
        self.add("--entities", "none", self.write_records("a.jsonl", articles))

    def test_each_hit_comes_once_in_the_order_of_the_pages(self):
        service = self.serve("--reach", "100000")
        for sort in ("relevance", "newest"):
            answer = service.api("search", headers=LINES, q="harbour", collapse="none", sort=sort, snippet="0")
            self.assertEqual((answer.status, answer.headers["Content-Type"], answer.headers["Cache-Control"]), (200, "application/x-ndjson", "no-store"))
            hits = [json.loads(line) for line in answer.body.splitlines()]
            self.assertEqual(len({hit["id"] for hit in hits}), MANY)
            self.assertEqual([hit["rank"] for hit in hits], list(range(1, MANY + 1)))
            page = service.api("search", q="harbour", collapse="none", sort=sort, snippet="0", offset="500", limit="1000").json()["hits"]
            self.assertEqual([hit["id"] for hit in page], [hit["id"] for hit in hits[500:1500]])

    def test_a_limit_bounds_it_and_what_is_wrong_is_a_problem(self):
        service = self.serve()
        self.assertEqual(len(service.api("search", headers=LINES, q="harbour", collapse="none", limit="700").body.splitlines()), 700)
        self.assertEqual(service.api("search", headers=LINES, q="zeppelin").body, b"")
        wrong = service.api("search", headers=LINES, q="harbour AND")
        self.assertEqual((wrong.status, wrong.headers["Content-Type"]), (400, "application/problem+json"))
        self.assertEqual(service.ask("/api/v1/search?q=harbour", headers=LINES, method="HEAD").body, b"")

    def test_who_does_not_read_holds_no_worker(self):
        service = self.serve("--workers", "1")
        slow = socket.create_connection((service.host, service.port), timeout=PATIENCE)
        self.addCleanup(slow.close)
        slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        slow.sendall(b"GET /api/v1/search?q=harbour&collapse=none&snippet=2000 HTTP/1.1\r\nHost: x\r\nAccept: application/x-ndjson\r\n\r\n")
        self.assertTrue(slow.recv(10))
        for _ in range(5):
            self.assertEqual(service.api("search", q="harbour").status, 200)
        self.assertEqual(service.ask("/healthz").status, 200)

    def test_the_audit_log_calls_it_an_export(self):
        service = self.serve("--audit-log", "audit.log")
        service.api("search", headers=LINES, q="harbour")
        self.assertEqual(service.stop(), 0)
        self.assertEqual(json.loads((self.directory / "audit.log").read_text())["action"], "exported")


if __name__ == "__main__":
    unittest.main()
