#!/usr/bin/env python3
"""Who sees what through the service: every door with and without the groups, planted secrets, and those who lie about who they are."""
import base64
import datetime
import hashlib
import hmac
import json
import signal
import time
import unittest
import urllib.parse

from programs import record
from service import ServiceTest

KEY = "0123456789abcdef0123456789abcdef"
# Words that hidden articles alone have, each in a place of its own.
SECRETS = ["zanderheadline", "zanderbody", "Zanderperson", "zanderurl", "zandersource", "zandertag", "zandersection", "zanderstandfirst"]


def hidden(number, *groups, **more):
    return record(number, headline="Harbour zanderheadline", body="The harbour and the zanderbody plan of Zanderperson Holt. " * 3,
                  standfirst="About the zanderstandfirst.", published="2020-02-0%d" % (number % 9 + 1), url="https://zanderurl.example/%d" % number,
                  source="zandersource", section="zandersection", tags=["zandertag"], access=list(groups),
                  entities=[{"type": "person", "name": "Zanderperson Holt", "mentions": 3, "forms": ["Zanderperson Holt"]}], **more)


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def token(claims, key=KEY, algorithm="HS256"):
    text = "%s.%s" % (base64url(json.dumps({"alg": algorithm}).encode()), base64url(json.dumps(claims).encode()))
    return text + "." + base64url(hmac.new(key.encode(), text.encode(), hashlib.sha256).digest())


class ServeAccess(ServiceTest):
    def setUp(self):
        super().setUp()
        public = [record(n, headline="Harbour news", body="The harbour is open, said Ada Moor.", published="2020-01-0%d" % (n + 1),
                         entities=[{"type": "person", "name": "Ada Moor", "mentions": 1, "forms": ["Ada Moor"]}]) for n in range(5)]
        self.add("--entities", "none", self.write_records("a.jsonl", public + [hidden(n, "desk") for n in range(10, 14)] + [hidden(20, "board")]))
        self.secret = self.write("secret", "open sesame\n")
        self.keys = self.write("key", KEY)
        self.service = self.serve("--trusted-proxy", "127.0.0.1", "--proxy-secret", self.secret, "--jwt-keys", self.keys,
                                  "--audit-log", "audit.log")

    @staticmethod
    def by_proxy(*groups):
        return {"X-Dateline-Groups": ",".join(groups), "X-Dateline-Secret": "open sesame", "X-Dateline-User": "mara"}

    @staticmethod
    def by_token(**claims):
        return {"Authorization": "Bearer " + token({"exp": time.time() + 600, **claims})}

    def doors(self):
        """Every way to ask that may tell of an article."""
        quoted = urllib.parse.quote("https://zanderurl.example/10", safe="")
        facets = "".join("&facet=" + name for name in ("person", "org", "place", "source", "section", "language", "year"))
        queries = ["harbour", "zanderbody", "zander*", "zanderbodi", "person:Zanderperson", "headline:zanderheadline", "zanderbody OR harbour",
                   "url:zanderurl", "source:zandersource", "tag:zandertag", "id:a10", "harbour NOT zanderbody", '"zanderbody plan"']
        asked = ["/api/v1/search?q=%s&limit=50%s" % (urllib.parse.quote(q), facets) for q in queries]
        asked += ["/feed.atom?q=%s" % urllib.parse.quote(q) for q in queries]
        asked += ["/api/v1/suggest?q=" + typed for typed in ("zand", "zanderp", "har", "harbour+z")]
        asked += ["/api/v1/trend?by=day&q=" + q for q in ("harbour", "zanderbody")]
        asked += ["/api/v1/entity?name=" + name for name in ("Zanderperson", "Ada+Moor")]
        asked += ["/api/v1/%s/a1" % route for route in ("similar", "stories")] + ["/?q=harbour"]
        return asked + ["/api/v1/articles/a10", "/api/v1/articles/" + quoted, "/api/v1/stories/a10", "/api/v1/similar/a10"]

    def test_no_byte_of_any_answer_has_a_secret_of_a_hidden_article(self):
        for target in self.doors():
            answer = self.service.ask(target)
            asked = urllib.parse.unquote_plus(target)
            text = answer.body.decode().lower()
            for secret in SECRETS:
                # What the asker wrote himself comes back as what he asked for.
                if secret.lower() not in asked.lower():
                    self.assertNotIn(secret.lower(), text, target)
            for name in ("a10", "a20"):
                if name not in asked:
                    self.assertNotIn('"%s"' % name, text, target)

    def test_what_is_hidden_and_what_is_not_there_are_answered_alike(self):
        for there, missing in [("articles/a10", "articles/a99"), ("entity?name=Zanderperson", "entity?name=Nanderperson"),
                               ("search?q=zanderbody", "search?q=nanderbody"), ("suggest?q=zanderb", "suggest?q=nanderb")]:
            one, other = (self.service.ask("/api/v1/" + route) for route in (there, missing))
            self.assertEqual(one.status, other.status, there)
            plain = [a.body.replace(b"zander", b"nander").replace(b"Zander", b"Nander") for a in (one, other)]
            parsed = [json.loads(p) for p in plain]
            for answer in parsed:
                answer.pop("took_ms", None)
            self.assertEqual(parsed[0], parsed[1], there)

    def test_each_way_to_vouch_opens_each_door(self):
        for headers, found in [(self.by_proxy("desk"), 4), (self.by_proxy("board", "desk"), 5), (self.by_token(groups=["desk"]), 4),
                               (self.by_token(groups=["board"]), 1), (self.by_token(), 0), (self.by_proxy("other"), 0), ({}, 0)]:
            total = self.service.api("search", headers=headers, q="zanderbody").json()["total"]["value"]
            self.assertEqual(total, found, headers)
        for target in self.doors():
            self.assertEqual(self.service.ask(target, headers=self.by_proxy("desk")).status, 200, target)

    def test_what_one_group_was_sent_is_not_another_ones_answer(self):
        tag = self.service.api("search", headers=self.by_proxy("desk"), q="harbour").headers["ETag"]
        for headers in ({}, self.by_proxy("board"), self.by_token(groups=["board"])):
            answer = self.service.api("search", headers={**headers, "If-None-Match": tag}, q="harbour")
            self.assertEqual(answer.status, 200)
        again = self.service.api("search", headers={**self.by_proxy("desk"), "If-None-Match": tag}, q="harbour")
        self.assertEqual((again.status, again.headers["Cache-Control"]), (304, "private, no-cache"))

    def test_who_lies_about_who_he_is_is_refused(self):
        stranger = self.serve("--trusted-proxy", "192.0.2.1", "--proxy-secret", self.secret)
        good = self.by_proxy("desk")
        public_key_as_secret = token({"groups": ["desk"], "exp": time.time() + 600}, key="x" * 32)
        unsigned = "%s.%s." % (base64url(b'{"alg":"none"}'), base64url(b'{"groups":["desk"],"exp":99999999999}'))
        for service, headers, status in [
            (stranger, good, 403), (stranger, {**good, "X-Forwarded-For": "192.0.2.1"}, 403),
            (self.service, {"X-Dateline-Groups": "desk"}, 403), (self.service, {**good, "X-Dateline-Secret": "open"}, 403),
            (self.service, {"X-Dateline-Groups": "desk", "Authorization": "Bearer " + token({"exp": time.time() + 600})}, 403),
            (self.service, {"Authorization": "Bearer " + token({"groups": ["desk"], "exp": time.time() - 600})}, 401),
            (self.service, {"Authorization": "Bearer " + token({"groups": ["desk"]})}, 401),
            (self.service, {"Authorization": "Bearer " + public_key_as_secret}, 401), (self.service, {"Authorization": "Bearer " + unsigned}, 401),
            (self.service, {"Authorization": "Bearer nonsense"}, 401), (self.service, self.by_token(groups=["desk"], aud="mail"), 401),
        ]:
            answer = service.api("search", headers=headers, q="zanderbody")
            self.assertEqual((answer.status, answer.headers["Content-Type"]), (status, "application/problem+json"), headers)
            self.assertNotIn(b"zanderbody", answer.body)
            self.assertEqual("WWW-Authenticate" in answer.headers, status == 401)
        raw = b"GET /api/v1/search?q=zanderbody HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Dateline-Secret: open sesame\r\n"
        twice = self.service.raw(raw + b"X-Dateline-Groups: desk\r\nx-dateline-groups: other\r\n\r\n")
        self.assertTrue(twice.startswith(b"HTTP/1.1 403 "), "one of the two may be the client's own")

    def test_the_audit_log_says_who_was_sent_what(self):
        self.service.api("search", headers=self.by_proxy("desk"), q="zanderbody")
        self.service.ask("/api/v1/articles/a10", headers=self.by_proxy("desk"))
        self.service.ask("/api/v1/articles/a10")
        self.assertEqual(self.service.stop(), 0)
        lines = [json.loads(line) for line in (self.directory / "audit.log").read_text().splitlines()]
        self.assertEqual([(line["user"], line["groups"], line["action"]) for line in lines],
                         [("mara", ["desk"], "searched"), ("mara", ["desk"], "opened")])
        self.assertEqual(lines[1]["target"], "/api/v1/articles/a10")

    def test_limits_count_the_client_that_the_proxy_asks_for(self):
        service = self.serve("--trusted-proxy", "127.0.0.1", "--access-log", "access.log")
        service.api("search", headers={"X-Forwarded-For": "198.51.100.1, 203.0.113.9"}, q="harbour")
        self.assertEqual(service.stop(), 0)
        self.assertEqual(json.loads((self.directory / "access.log").read_text())["client"], "203.0.113.9")


class ServeEmbargo(ServeAccess):
    """The same doors, where the articles are not another group's but withheld, canceled or under embargo."""

    def setUp(self):
        ServiceTest.setUp(self)
        public = [record(n, headline="Harbour news", body="The harbour is open, said Ada Moor.", published="2020-01-0%d" % (n + 1),
                         entities=[{"type": "person", "name": "Ada Moor", "mentions": 1, "forms": ["Ada Moor"]}]) for n in range(5)]
        kept = [hidden(10, embargo="2999-01-01T00:00:00Z"), hidden(11, embargo="2999-01-01"), hidden(12, status="withheld"),
                hidden(13, status="canceled"), hidden(20, "board", status="canceled")]
        self.add("--entities", "none", self.write_records("a.jsonl", public + kept))
        self.secret = self.write("secret", "open sesame\n")
        self.keys = self.write("key", KEY)
        self.service = self.serve("--trusted-proxy", "127.0.0.1", "--proxy-secret", self.secret, "--jwt-keys", self.keys, "--embargo-group", "desk",
                                  "--audit-log", "audit.log")

    def test_each_way_to_vouch_opens_each_door(self):
        for headers, found in [(self.by_proxy("desk"), 4), (self.by_proxy("board", "desk"), 5), (self.by_token(groups=["desk"]), 4),
                               (self.by_token(groups=["board"]), 0), (self.by_token(), 0), (self.by_proxy("other"), 0), ({}, 0)]:
            total = self.service.api("search", headers=headers, q="zanderbody", collapse="none").json()["total"]["value"]
            self.assertEqual(total, found, headers)
        for target in self.doors():
            self.assertEqual(self.service.ask(target, headers=self.by_proxy("desk")).status, 200, target)

    def test_the_file_names_the_group_and_sighup_takes_another(self):
        for name in ("embargo-group", "embargo_group"):
            config = self.write("serve.toml", 'trusted-proxy = "127.0.0.1"\nproxy-secret = "%s"\n%s = "editors"\n' % (self.secret, name))
            service = self.serve("--config", config)
            self.assertEqual(service.api("search", headers=self.by_proxy("editors"), q="zanderbody").json()["total"]["value"], 4)
            tag = service.api("search", headers=self.by_proxy("desk"), q="zanderbody").headers["ETag"]
            self.write("serve.toml", 'trusted-proxy = "127.0.0.1"\nproxy-secret = "%s"\n%s = "desk"\n' % (self.secret, name))
            service.process.send_signal(signal.SIGHUP)
            asked = {**self.by_proxy("desk"), "If-None-Match": tag}
            answer = service.until(lambda: (lambda a: a if a.status == 200 else None)(service.api("search", headers=asked, q="zanderbody")))  # noqa: B023
            self.assertEqual(answer.json()["total"]["value"], 4, "another group has another answer, whatever the client has kept")

    def test_without_a_group_nobody_sees_them(self):
        service = self.serve("--trusted-proxy", "127.0.0.1", "--proxy-secret", self.secret)
        self.assertEqual(service.api("search", headers=self.by_proxy("desk", ""), q="zanderbody").json()["total"]["value"], 0)

    def test_commands_hide_them_unless_all_statuses_are_asked_for(self):
        for verb, *arguments in [("query", "zander*"), ("query", "--facet", "person", "harbour"), ("show", "a12"), ("similar", "a12"), ("similar", "a1"),
                                 ("suggest", "zander"), ("trend", "zanderbody"), ("entity", "Zanderperson"), ("explain", "zanderbodi"),
                                 ("query", "--format", "atom", "harbour")]:
            for more in ([], ["--all-statuses"]):
                run = self.search(verb, "--db", self.db, *more, *arguments, expect=None)
                plain = run.stdout.lower().replace(arguments[-1].lower(), "")
                if not more:
                    self.assertNotIn("zander", plain, (verb, arguments))
                elif verb not in ("explain", "trend", "similar"):
                    self.assertIn("zander", run.stdout.lower(), (verb, arguments))
        self.assertEqual(self.search("show", "--db", self.db, "a12", expect=1).stdout, "")
        self.assertIn("zanderbody", self.search("show", "--db", self.db, "--all-statuses", "a12").stdout)
        self.assertEqual(json.loads(self.search("query", "--db", self.db, "--format", "json", "--all-statuses", "zanderbody").stdout)["total"]["value"], 5)

    def test_an_assistant_on_the_command_line_sees_them_only_where_that_is_asked_for(self):
        asked = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "search", "arguments": {"q": "zanderbody"}}}) + "\n"
        for more, found in (([], 0), (["--all-statuses"], 5)):
            answer = json.loads(self.search("mcp", "--db", self.db, *more, stdin=asked.encode()).stdout)
            self.assertEqual(answer["result"]["structuredContent"]["total"]["value"], found)

    def test_remove_finds_what_is_hidden(self):
        self.assertIn("5", self.index("remove", "--db", self.db, "--query", "zanderbody").stdout)

    def test_an_embargo_ends_while_the_service_runs_and_no_cache_outlives_it(self):
        soon = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=3)
        self.add("--entities", "none", self.write_records("b.jsonl", [record(40, headline="Ferry", body="Aquila sails.", embargo=soon.isoformat())]))
        first = self.service.until(lambda: (lambda a: a if a.headers.get("ETag") else None)(self.service.api("search", q="aquila")))
        self.assertIn(first.json()["total"]["value"], (0, 1), "the machine may be slow")
        shown = self.service.until(lambda: (lambda a: a if a.status == 200 and a.json()["total"]["value"] else None)(
            self.service.api("search", headers={"If-None-Match": first.headers["ETag"]} if not first.json()["total"]["value"] else {}, q="aquila")))
        self.assertEqual(shown.json()["hits"][0]["id"], "a40")


if __name__ == "__main__":
    unittest.main()
