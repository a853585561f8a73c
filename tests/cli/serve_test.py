#!/usr/bin/env python3
"""The service over real sockets: routes, errors, limits, caches, signals, commits that come meanwhile."""
import gzip
import json
import re
import signal
import socket
import unittest
import xml.etree.ElementTree

from programs import record
from service import PATIENCE, Service, ServiceTest, UnixConnection

ARTICLES = [
    record(1, headline="Ferry sails again", body="The ferry left the harbour after the storm. " * 60, published="2020-01-06T10:00:00Z",
           url="https://news.example/ferry?a=1", source="Example",
           entities=[{"type": "person", "name": "Mara Linden", "mentions": 1, "forms": ["Mara Linden"]}]),
    record(2, headline="Harbour bridge closed", body="The bridge at the harbour is closed.", published="2020-01-07T10:00:00Z"),
    record(3, headline="Budget of the board", body="The secret ferry plan of the board.", published="2020-01-08", access=["board"]),
]


class Serve(ServiceTest):
    def setUp(self):
        super().setUp()
        self.add("--entities", "none", self.write_records("a.jsonl", ARTICLES))

    def test_the_json_is_that_of_the_command_line(self):
        service = self.serve()
        for route, parameters, command in [
            ("search", {"q": "harbour", "facet": ["year", "source:3"], "limit": "5", "snippet": "80"},
             ["query", "--facet", "year", "--facet", "source:3", "--limit", "5", "--snippet", "80", "harbour"]),
            ("articles/a1", {}, ["show", "a1"]),
            ("articles/https%3A%2F%2Fnews.example%2Fferry%3Fa%3D1", {}, ["show", "https://news.example/ferry?a=1"]),
            ("suggest", {"q": "har", "limit": "3"}, ["suggest", "--limit", "3", "har"]),
            ("trend", {"q": ["ferry", "bridge"], "by": "day"}, ["trend", "--by", "day", "ferry", "bridge"]),
            ("entity", {"name": "linden"}, ["entity", "linden"]),
        ]:
            answer = service.api(route, **parameters)
            self.assertEqual((answer.status, answer.headers["Content-Type"]), (200, "application/json"), answer.body)
            groups = ["--groups", ""]
            printed = json.loads(self.search(command[0], "--db", self.db, "--format", "json", *groups, *command[1:]).stdout)
            for one in (printed, answer.json()):
                one.pop("took_ms", None)
            self.assertEqual(answer.json() | {"took_ms": None}, printed | {"took_ms": None}, route)

    def test_each_error_has_its_status_and_says_nothing_of_the_machine(self):
        service = self.serve()
        for target, status, code in [
            ("/api/v1/search?q=ferry+AND", 400, "query"), ("/api/v1/search", 400, "query"), ("/api/v1/search?q=a&limit=x", 400, "usage"),
            ("/api/v1/search?q=a&limit=1001", 400, "usage"), ("/api/v1/search?q=a&q=b", 400, "usage"), ("/api/v1/search?q=a&groups=board", 400, "usage"),
            ("/api/v1/search?q=%ff", 400, "usage"), ("/api/v1/trend", 400, "usage"), ("/api/v1/entity", 400, "usage"), ("/api/v1/entity?name=-", 400, "usage"),
            ("/api/v1/suggest?q=" + "a" * 300, 400, "usage"), ("/api/v1/search?q=a&tz=Mars", 400, "usage"),
            ("/api/v1/articles/none", 404, "not-found"), ("/api/v1/articles/a3", 404, "not-found"), ("/api/v1/entity?name=Nobody", 404, "not-found"),
            ("/api/v1/other/search?q=a", 404, "not-found"), ("/none", 404, "not-found"), ("/api/v1/search?q=" + "a" * 9000, 414, "target"),
        ]:
            answer = service.ask(target)
            self.assertEqual((answer.status, answer.headers["Content-Type"]), (status, "application/problem+json"), target)
            problem = answer.json()
            self.assertEqual((problem["type"], problem["status"]), ("urn:x-dateline:problem:" + code, status), target)
            self.assertNotIn(str(self.directory), answer.body.decode())
        wrong = service.api("search", q="ferry AND").json()
        self.assertEqual((wrong["offset"], wrong["length"]), (6, 3))
        self.assertIn("\n      ^\n", wrong["detail"])

    def test_hidden_articles_are_as_good_as_not_there(self):
        service = self.serve()
        self.assertEqual(service.api("search", q="ferry").json()["total"]["value"], 1)
        self.assertEqual(service.api("search", q="secret").json()["hits"], [])
        self.assertEqual(service.ask("/api/v1/articles/a3").body, service.ask("/api/v1/articles/a3").body)
        self.assertEqual(service.ask("/api/v1/articles/a3").status, service.ask("/api/v1/articles/a4").status)

    def test_a_client_that_has_the_answer_is_sent_none_until_there_is_a_commit(self):
        service = self.serve()
        first = service.api("search", q="ferry")
        tag = first.headers["ETag"]
        again = service.api("search", q="ferry", headers={"If-None-Match": tag})
        self.assertEqual((again.status, again.body, again.headers["ETag"]), (304, b"", tag))
        self.assertEqual(service.api("search", q="bridge", headers={"If-None-Match": tag}).status, 200)
        self.assertEqual(service.api("search", q="ferry", headers={"If-None-Match": "*"}).status, 200)
        self.add("--entities", "none", self.write_records("b.jsonl", [record(9, headline="Ferry", body="A ferry.")]))
        self.assertEqual(service.api("search", q="ferry").json()["total"]["value"], 2, "a commit is seen at once")
        renewed = service.until(lambda: (lambda a: a if a.status == 200 else None)(
            service.api("search", q="ferry", headers={"If-None-Match": tag})))
        self.assertEqual(renewed.json()["total"]["value"], 2)

    def test_long_answers_are_compressed_for_who_reads_gzip(self):
        service = self.serve()
        plain = service.api("search", q="ferry", snippet="2000")
        packed = service.api("search", q="ferry", snippet="2000", headers={"Accept-Encoding": "gzip"})
        self.assertEqual(packed.headers["Content-Encoding"], "gzip")
        unpacked = json.loads(gzip.decompress(packed.body))
        self.assertEqual(unpacked["hits"], plain.json()["hits"])
        self.assertIn("Accept-Encoding", plain.headers["Vary"])

    def test_head_options_and_other_methods(self):
        service = self.serve("--cors", "https://portal.example")
        full = service.api("search", q="ferry")
        head = service.ask("/api/v1/search?q=ferry", method="HEAD")
        self.assertEqual((head.status, head.body), (200, b""))
        self.assertEqual(head.headers["ETag"], full.headers["ETag"])
        # An answer to a search also says how long it took, in as many figures as that needs; a feed does not.
        head, full = (service.ask("/feed.atom?q=ferry", method=method) for method in ("HEAD", "GET"))
        self.assertEqual((head.body, head.headers["Content-Length"]), (b"", str(len(full.body))))
        asked = {"Origin": "https://portal.example", "Access-Control-Request-Method": "GET"}
        options = service.ask("/api/v1/search", method="OPTIONS", headers=asked)
        self.assertEqual((options.status, options.headers["Access-Control-Allow-Origin"]), (204, "https://portal.example"))
        self.assertEqual(service.api("search", q="a", headers=asked).headers["Access-Control-Allow-Origin"], "https://portal.example")
        self.assertIsNone(service.api("search", q="a", headers={"Origin": "https://else.example"}).headers["Access-Control-Allow-Origin"])
        for method in ("POST", "PUT", "DELETE", "PATCH"):
            answer = service.ask("/api/v1/search?q=ferry", method=method, body=b"{}")
            self.assertEqual((answer.status, answer.headers["Allow"]), (405, "GET, HEAD, OPTIONS"), method)

    def test_feed_description_health_metrics_and_openapi(self):
        service = self.serve("--base-path", "/news")
        feed = service.ask("/news/feed.atom?q=harbour")
        self.assertEqual(feed.headers["Content-Type"], "application/atom+xml; charset=utf-8")
        titles = [e.text for e in xml.etree.ElementTree.fromstring(feed.body).iter("{http://www.w3.org/2005/Atom}title")]
        self.assertEqual(titles, ["harbour", "Harbour bridge closed", "Ferry sails again"])
        described = service.ask("/news/opensearch.xml").body.decode()
        self.assertIn('template="http://%s:%d/news/feed.atom?q={searchTerms}' % (service.host, service.port), described)
        health = service.ask("/news/healthz").json()
        self.assertEqual((health["status"], health["ready"], health["indexes"][0]["articles"]), ("ok", True, 3))
        self.assertIn(b'dateline_requests_total{route="feed",status="200"} 1', service.ask("/news/metrics").body)
        self.assertTrue(service.ask("/news/openapi.yaml").body.startswith(b'"openapi": "3.1.0"'))
        self.assertEqual(service.ask("/healthz").status, 404)

    def test_several_indexes_have_names(self):
        other = self.directory / "other"
        self.index("add", "--db", other, "--entities", "none", "--progress", "never",
                   self.write_records("o.jsonl", [record(7, headline="Old ferry", body="Once.")]))
        service = Service(self, "--db", "news=%s" % self.db, "--db", "archive=%s" % other)
        self.assertEqual(service.api("search", q="ferry").json()["hits"][0]["id"], "a1")
        self.assertEqual(service.api("news/search", q="ferry").json()["hits"][0]["id"], "a1")
        self.assertEqual(service.api("archive/search", q="ferry").json()["hits"][0]["id"], "a7")
        self.assertEqual(service.ask("/api/v1/archive/articles/a7").json()["headline"], "Old ferry")
        self.assertEqual(service.ask("/api/v1/archive/articles/a1").status, 404)

    def test_a_unix_socket_is_taken_over_from_a_killed_service_and_gone_at_the_end(self):
        path = self.directory / "socket"
        first = self.serve(listen="unix:%s" % path)
        first.process.kill()
        first.process.wait(PATIENCE)
        service = self.serve(listen="unix:%s" % path)
        connection = UnixConnection(path)
        self.assertEqual(service.ask("/healthz", connection=connection).status, 200)
        connection.close()
        self.assertEqual(service.stop(), 0)
        self.assertFalse(path.exists())

    def test_sockets_of_systemd_are_served(self):
        notified = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.addCleanup(notified.close)
        notified.bind(str(self.directory / "notify"))
        notified.settimeout(PATIENCE)
        with socket.create_server(("127.0.0.1", 0)) as listening:
            number = listening.fileno()
            # A service knows by its own number that the sockets are meant for it.
            as_systemd = ["sh", "-c", 'exec 3<&%d; LISTEN_PID=$$ LISTEN_FDS=1 exec "$@"' % number, "sh"]
            service = self.serve(listen=None, prefix=as_systemd, pass_fds=(number,), env={"NOTIFY_SOCKET": str(self.directory / "notify")})
            self.assertEqual(service.port, listening.getsockname()[1])
        self.assertEqual(notified.recv(100), b"READY=1")
        self.assertEqual(service.ask("/healthz").status, 200)
        self.assertEqual(service.stop(), 0)
        self.assertEqual(notified.recv(100), b"STOPPING=1")

    def test_connections_are_kept_and_what_is_sent_ahead_is_answered_in_order(self):
        service = self.serve()
        connection = service.connection()
        for _ in range(3):
            self.assertEqual(service.ask("/healthz", connection=connection).status, 200)
        connection.close()
        many = b"".join(b"GET /api/v1/articles/%s HTTP/1.1\r\nHost: x\r\n\r\n" % name for name in (b"a1", b"none", b"a2"))
        end = b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
        answers = service.raw(many + end)
        self.assertEqual(re.findall(rb"HTTP/1\.1 (\d\d\d) ", answers), [b"200", b"404", b"200", b"200"])
        self.assertIn(b"Connection: close", answers)
        self.assertTrue(service.raw(b"GET /healthz HTTP/1.0\r\n\r\n").startswith(b"HTTP/1.0 200 OK"))

    def test_what_is_no_request_is_answered_and_the_connection_ends(self):
        service = self.serve("--head-bytes", "2048", "--body-bytes", "100")
        for data, status in [
            (b"nonsense\r\n\r\n", 400), (b"GET  / HTTP/1.1\r\n\r\n", 400), (b"GET / HTTP/1.1\r\n\r\n", 400),
            (b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400), (b"GET / HTTP/9.9\r\nHost: a\r\n\r\n", 400),
            (b"GET / HTTP/1.1\r\nHost: a\r\nBad Header: x\r\n\r\n", 400),
            (b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
            (b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n", 400),
            (b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"x" * 3000 + b"\r\n\r\n", 431),
            (b"POST /api/v1/search HTTP/1.1\r\nHost: a\r\nContent-Length: 101\r\n\r\n" + b"x" * 101, 413),
        ]:
            answer = service.raw(data)
            self.assertTrue(answer.startswith(b"HTTP/1.1 %d " % status), (data[:80], answer[:200]))
            self.assertIn(b"Connection: close", answer)
        self.assertEqual(service.ask("/healthz").status, 200)

    def test_who_sends_or_does_nothing_is_cut_off(self):
        service = self.serve("--head-time", "200", "--idle-time", "200", "--connections", "40")
        sockets = [socket.create_connection((service.host, service.port), timeout=PATIENCE) for _ in range(20)]
        for number, one in enumerate(sockets):
            self.addCleanup(one.close)
            if number % 2:
                one.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\nX: ")
        for one in sockets:
            self.assertEqual(one.recv(1), b"", "the connection has ended")
        self.assertIn(b'dateline_refused_total{reason="time"} 10', service.ask("/metrics").body)

    def test_connections_are_bounded_in_all_and_for_one_address(self):
        service = self.serve("--connections-of-one", "3")
        kept = [service.connection() for _ in range(3)]
        for one in kept:
            self.addCleanup(one.close)
            self.assertEqual(service.ask("/healthz", connection=one).status, 200)
        refused = service.raw(b"", wait_for_end=True)
        self.assertTrue(refused.startswith(b"HTTP/1.1 503 "), refused)
        kept[0].close()
        service.until(lambda: service.raw(b"GET /healthz HTTP/1.0\r\n\r\n").startswith(b"HTTP/1.0 200"))

    def test_it_ends_in_good_order(self):
        service = self.serve()
        idle = service.connection()
        self.addCleanup(idle.close)
        self.assertEqual(service.ask("/healthz", connection=idle).status, 200)
        self.assertEqual(service.stop(), 0)
        self.assertEqual(self.serve().stop(signal.SIGINT), 130)

    def test_a_hangup_reads_the_configuration_again(self):
        config = self.write("serve.toml", 'cors = ["https://one.example"]\naccess-log = "access.log"\n')
        service = self.serve("--config", config)
        headers = {"Origin": "https://two.example"}
        self.assertIsNone(service.api("search", q="a", headers=headers).headers["Access-Control-Allow-Origin"])
        (self.directory / "access.log").rename(self.directory / "access.log.1")
        self.write("serve.toml", 'cors = ["https://two.example"]\naccess-log = "access.log"\n')
        service.process.send_signal(signal.SIGHUP)
        service.until(lambda: service.api("search", q="a", headers=headers).headers["Access-Control-Allow-Origin"])
        self.assertTrue((self.directory / "access.log").exists(), "a log that was moved away is opened anew")
        self.write("serve.toml", "cors = 7\n")
        service.process.send_signal(signal.SIGHUP)
        self.assertIn(b"serve.toml:1", service.process.stderr.readline() + service.process.stderr.readline())
        self.assertEqual(service.ask("/healthz").status, 200)

    def test_logs_are_json_and_have_no_query_unless_asked(self):
        service = self.serve("--access-log", "access.log", "--unanswered-log", "none.log")
        service.api("search", q="ferry", headers={"X-Request-ID": "r-1", "traceparent": "00-%s-%s-01" % ("a" * 32, "b" * 16)})
        service.api("search", q="zeppelin")
        self.assertEqual(service.stop(), 0)
        lines = [json.loads(line) for line in (self.directory / "access.log").read_text().splitlines()]
        self.assertEqual([(line["route"], line["status"], line["found"]) for line in lines], [("search", 200, 1), ("search", 200, 0)])
        self.assertEqual((lines[0]["request_id"], lines[0]["trace_id"], lines[0]["client"]), ("r-1", "a" * 32, "127.0.0.1"))
        self.assertNotIn("query", lines[0])
        unanswered = [json.loads(line) for line in (self.directory / "none.log").read_text().splitlines()]
        self.assertEqual([line["query"] for line in unanswered], ["zeppelin"])

    def test_an_index_whose_manifest_cannot_be_read_is_served_as_it_was(self):
        service = self.serve()
        manifest = self.db / "XAPIANDB"
        text = manifest.read_bytes()
        manifest.write_bytes(b"nonsense\n")
        health = service.until(lambda: (lambda h: h if h["status"] == "degraded" else None)(service.ask("/healthz").json()))
        self.assertTrue(health["ready"])
        self.assertEqual(service.api("search", q="ferry").json()["total"]["value"], 1)
        manifest.write_bytes(text)
        service.until(lambda: service.ask("/healthz").json()["status"] == "ok")

    def test_the_readers_zone_is_what_the_request_names(self):
        service = self.serve(env={"TZ": "Asia/Tokyo"})
        parsed = {service.api("search", q="date:today", tz=zone).status for zone in ("UTC", "Europe/Berlin", "Asia/Tokyo")}
        self.assertEqual(parsed, {200})

    def test_check_says_what_is_wrong_and_where(self):
        config = self.write("serve.toml", 'db = "index"\nlisten = "nowhere"\nwrokers = 2\n')
        run = self.search("serve", "--check", "--config", config, expect=2)
        self.assertIn("serve.toml:2: “nowhere” is no address to listen on", run.stderr)
        self.assertIn("serve.toml:3: “wrokers” is no setting", run.stderr)
        self.assertIn("did you mean workers?", run.stderr)
        good = self.write("good.toml", 'db = "index"\nlisten = ["127.0.0.1:0"]\n')
        self.assertIn("is right", self.search("serve", "--check", "--config", good).stderr)
        self.search("serve", "--check", "--db", "nowhere", expect=1)
        self.search("serve", "--check", expect=2)
        self.search("serve", "--check", "--db", self.db, "--access-log", "/none/x", expect=1)

    def test_a_place_that_is_taken_is_an_error(self):
        service = self.serve()
        run = self.search("serve", "--db", self.db, "--listen", "127.0.0.1:%d" % service.port, expect=1)
        self.assertIn("cannot listen on 127.0.0.1:%d" % service.port, run.stderr)


if __name__ == "__main__":
    unittest.main()
