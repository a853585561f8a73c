#!/usr/bin/env python3
"""What openapi.yaml says against the service that serves it: every path, every parameter, every status."""
import concurrent.futures
import unittest
import urllib.parse

import yaml

from programs import record
from service import ServiceTest

# A right value of each parameter, and what a wrong one looks like (None: any text is right).
SAMPLES = {
    "q": ("harbour", None), "name": ("Ada Moor", None), "match": ("any", "some"), "spelling": ("exact", "us"), "from": ("2019", "never"),
    "to": ("2031-02", "2020-02-30"), "limit": ("3", "x"), "offset": ("0", "-1"), "sort": ("newest", "best"), "collapse": ("none", "all"),
    "count": ("true", "yes"), "facet": ("year:3", "colour"), "snippet": ("80", "long"), "by": ("day", "decade"), "tz": ("Europe/Berlin", "Mars"),
    "deadline": ("1000", "soon"), "recency": ("30d", "soon"), "expand": ("true", "yes"), "after": ("", "nonsense"), "significant": ("3", "x"), "background": ("true", "yes"),
    "names": ("written", "joined"),
}
# Each of these is asked for by a test below.
STATUSES = {"200", "304", "400", "401", "403", "404", "405", "414", "429", "503", "default"}


class OpenApi(ServiceTest):
    def setUp(self):
        super().setUp()
        self.add("--entities", "none", self.write_records("a.jsonl", [
            record(1, headline="Harbour news", body="The harbour is open, said Ada Moor.", published="2020-01-01",
                   entities=[{"type": "person", "name": "Ada Moor", "mentions": 1, "forms": ["Ada Moor"]}])]))
        self.keys = self.write("key", "0123456789abcdef" * 2)
        self.service = self.serve("--jwt-keys", self.keys, "--trusted-proxy", "127.0.0.1", "--proxy-secret", self.write("secret", "s"))
        self.document = yaml.safe_load(self.service.ask("/openapi.yaml").body)

    def operations(self):
        """(path with its parts filled in, operation) of each that asks an index."""
        for path, item in self.document["paths"].items():
            if "parameters" in item["get"]:
                yield path.replace("{index}", "index").replace("{id}", "a1"), item["get"]

    @staticmethod
    def named(operation):
        return {p["name"]: p for p in operation["parameters"] if p["in"] == "query"}

    def url(self, path, operation, **more):
        """The path with what it needs, and with more."""
        given = {name: SAMPLES[name][0] for name, p in self.named(operation).items() if p["required"] or name == "q"}
        return path + "?" + urllib.parse.urlencode({**given, **more})

    def test_each_path_is_answered_with_the_type_that_is_described(self):
        for path, item in self.document["paths"].items():
            operation = item["get"]
            target = path.replace("{index}", "index").replace("{id}", "a1")
            answer = self.service.ask(self.url(target, operation) if "parameters" in operation else target)
            self.assertEqual(answer.status, 200, target)
            (described,) = operation["responses"]["200"]["content"]
            self.assertEqual(answer.headers["Content-Type"].split(";")[0], described.split(";")[0], target)

    def test_each_parameter_is_taken_and_its_wrong_values_refused(self):
        met = set()
        for path, operation in self.operations():
            for name, parameter in self.named(operation).items():
                right, wrong = SAMPLES[name]
                met.add(name)
                self.assertEqual(self.service.ask(self.url(path, operation, **{name: right})).status, 200, (path, name))
                if wrong:
                    self.assertEqual(self.service.ask(self.url(path, operation, **{name: wrong})).status, 400, (path, name))
                choices = parameter["schema"].get("enum", [])
                for choice in choices:
                    self.assertEqual(self.service.ask(self.url(path, operation, **{name: choice})).status, 200, (path, name, choice))
                if parameter["required"]:
                    self.assertEqual(self.service.ask(path).status, 400, path)
                twice = self.url(path, operation) + "&" + urllib.parse.urlencode([(name, right), (name, right)])
                if "array" != parameter["schema"]["type"]:
                    self.assertEqual(self.service.ask(twice).status, 400, twice)
        self.assertEqual(met, set(SAMPLES), "each sample is of some parameter")

    def test_what_is_not_described_is_refused(self):
        for path, operation in self.operations():
            for name in ("groups", "nonsense", "format"):
                self.assertEqual(self.service.ask(self.url(path, operation, **{name: "x"})).status, 400, (path, name))

    def test_each_status_is_met(self):
        for path, operation in self.operations():
            self.assertEqual(set(operation["responses"]), STATUSES, path)
            url = self.url(path, operation)
            tag = self.service.ask(url).headers["ETag"]
            for status, options in [
                ("304", {"headers": {"If-None-Match": tag}}), ("401", {"headers": {"Authorization": "Bearer x"}}),
                ("403", {"headers": {"X-Dateline-Groups": "desk"}}), ("405", {"method": "DELETE"}),
            ]:
                self.assertEqual(str(self.service.ask(url, **options).status), status, url)
            self.assertEqual(self.service.ask(url + "&x=" + "a" * 9000).status, 414)
            self.assertEqual(self.service.ask(url.replace("/index/", "/none/").replace("/a1", "/none").replace("Ada+Moor", "Nobody")
                                              .replace("/api/v1/s", "/api/v1/x").replace("/api/v1/t", "/api/v1/x").replace("feed", "f").replace("suggestions", "s")).status, 404)

    def flood(self, service, headers_of, status):
        """Asks on many connections at once, until one is told that there are too many."""
        def one(number):
            return service.api("search", headers=headers_of(number), q="harbour OR h* OR o*", facet=["year", "person"])

        def all_at_once():
            with concurrent.futures.ThreadPoolExecutor(32) as clients:
                answers = list(clients.map(one, range(200)))
            return [a for a in answers if a.status == status]

        refused = service.until(all_at_once)[0]
        self.assertEqual((refused.headers["Retry-After"], refused.headers["Content-Type"]), ("1", "application/problem+json"))
        self.assertEqual(service.ask("/healthz").status, 200)

    def test_too_many_requests_of_one_client_or_of_all_are_refused(self):
        few = ["--workers", "1", "--trusted-proxy", "127.0.0.1"]
        self.flood(self.serve(*few, "--queue-of-one", "1"), lambda number: {}, 429)
        self.flood(self.serve(*few, "--queue", "1"), lambda number: {"X-Forwarded-For": "192.0.2.%d" % number}, 503)


if __name__ == "__main__":
    unittest.main()
