#!/usr/bin/env python3
"""Who sees what through the service: every door with and without the groups, planted secrets, and those who lie about who they are."""
import base64
import hashlib
import hmac
import json
import time
import unittest
import urllib.parse

from programs import record
from service import ServiceTest

KEY = "0123456789abcdef0123456789abcdef"
# Words that hidden articles alone have, each in a place of its own.
SECRETS = ["zanderheadline", "zanderbody", "Zanderperson", "zanderurl", "zandersource", "zandertag", "zandersection", "zanderstandfirst"]


def hidden(number, group):
    return record(number, headline="Harbour zanderheadline", body="The harbour and the zanderbody plan of Zanderperson Holt. " * 3,
                  standfirst="About the zanderstandfirst.", published="2020-02-0%d" % (number % 9 + 1), url="https://zanderurl.example/%d" % number,
                  source="zandersource", section="zandersection", tags=["zandertag"], access=[group],
                  entities=[{"type": "person", "name": "Zanderperson Holt", "mentions": 3, "forms": ["Zanderperson Holt"]}])


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
        return asked + ["/api/v1/articles/a10", "/api/v1/articles/" + quoted]

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


if __name__ == "__main__":
    unittest.main()
