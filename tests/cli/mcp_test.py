#!/usr/bin/env python3
"""Assistants: the Model Context Protocol on standard input and output, and at /mcp with the service's rules of access."""
import json
import unittest

from programs import record
from service import ServiceTest

ARTICLES = [
    record(1, headline="Harbour news", body="The harbour is open, said Ada Moor.", published="2020-01-01", url="https://news.example/a", source="Example",
           entities=[{"type": "person", "name": "Ada Moor", "mentions": 1, "forms": ["Ada Moor"]}]),
    record(2, headline="Harbour plan", body="The harbour zandersecret.", access=["desk"]),
]


def message(number, method, /, **params):
    return {"jsonrpc": "2.0", "id": number, "method": method, "params": params}


def call(number, tool, /, **arguments):
    return message(number, "tools/call", name=tool, arguments=arguments)


class Mcp(ServiceTest):
    def setUp(self):
        super().setUp()
        self.add("--entities", "none", self.write_records("a.jsonl", ARTICLES))

    def talk(self, *messages, options=()):
        """The answers to these messages, by their numbers."""
        sent = "".join((m if isinstance(m, str) else json.dumps(m)) + "\n" for m in messages)
        out = self.search("mcp", "--db", self.db, *options, stdin=sent.encode()).stdout
        return {answer["id"]: answer for answer in map(json.loads, out.splitlines())}

    def test_an_assistant_begins_lists_and_calls_tools(self):
        answers = self.talk(message(1, "initialize", protocolVersion="2025-06-18", capabilities={}, clientInfo={"name": "t", "version": "1"}),
                            {"jsonrpc": "2.0", "method": "notifications/initialized"}, message(2, "tools/list"), call(3, "search", q="harbour"),
                            call(4, "article", id="https://news.example/a"), call(5, "trend", q=["harbour", "bridge"], by="year"),
                            call(6, "entity", name="Moor"), call(7, "suggest", q="har"), message(8, "ping"))
        self.assertEqual(sorted(answers), [1, 2, 3, 4, 5, 6, 7, 8])
        self.assertEqual(answers[1]["result"]["protocolVersion"], "2025-06-18")
        names = {tool["name"] for tool in answers[2]["result"]["tools"]}
        self.assertLessEqual({"search", "article", "trend", "entity", "suggest"}, names)
        for number in range(3, 8):
            result = answers[number]["result"]
            self.assertFalse(result["isError"], result)
            self.assertEqual(json.loads(result["content"][0]["text"]), result["structuredContent"])
        hit = next(h for h in answers[3]["result"]["structuredContent"]["hits"] if h["id"] == "a1")
        self.assertEqual((hit["url"], hit["source"], hit["published"]), ("https://news.example/a", "Example", "2020-01-01"))

    def test_what_is_wrong_is_said_so_that_the_assistant_can_mend_it(self):
        answers = self.talk(call(1, "search", q="harbour AND"), call(2, "search", q="harbour", lmit=3), call(3, "article", id="none"),
                            call(4, "remove", id="a1"), message(5, "resources/list"), "nonsense", "x" * 2000000, call(6, "suggest", q="har"))
        for number, words in [(1, "nothing follows AND"), (2, "did you mean limit?"), (3, "not-found")]:
            self.assertTrue(answers[number]["result"]["isError"])
            self.assertIn(words, answers[number]["result"]["content"][0]["text"])
        self.assertEqual((answers[4]["error"]["code"], answers[5]["error"]["code"], answers[None]["error"]["code"]), (-32602, -32601, -32700))
        self.assertFalse(answers[6]["result"]["isError"])

    def test_the_command_line_sees_every_group_unless_it_is_narrowed(self):
        total = lambda *options: self.talk(call(1, "search", q="harbour"), options=options)[1]["result"]["structuredContent"]["total"]["value"]  # noqa: E731
        self.assertEqual((total(), total("--groups", ""), total("--groups", "desk")), (2, 1, 2))

    def test_the_service_answers_at_mcp_by_its_rules_where_it_is_told_to(self):
        self.assertEqual(self.serve().ask("/mcp", method="POST", body=json.dumps(message(1, "ping"))).status, 404)
        service = self.serve("--mcp", "--trusted-proxy", "127.0.0.1", "--proxy-secret", self.write("secret", "s"), "--cors", "https://portal.example")

        def ask(body, **headers):
            return service.ask("/mcp", method="POST", body=json.dumps(body), headers={"Content-Type": "application/json", **headers})
        hidden = ask(call(1, "search", q="zandersecret"))
        self.assertEqual(hidden.json()["result"]["structuredContent"]["total"]["value"], 0)
        seen = ask(call(1, "search", q="zandersecret"), **{"X-Dateline-Groups": "desk", "X-Dateline-Secret": "s"})
        self.assertEqual(seen.json()["result"]["structuredContent"]["total"]["value"], 1)
        self.assertTrue(ask(call(1, "search", q="harbour", groups=["desk"])).json()["result"]["isError"])
        self.assertEqual(ask(call(1, "search", q="a"), **{"X-Dateline-Groups": "desk"}).status, 403)
        self.assertEqual(ask({"jsonrpc": "2.0", "method": "notifications/initialized"}).status, 202)
        self.assertEqual(ask(message(1, "ping"), Origin="https://else.example").status, 403)
        self.assertEqual(ask(message(1, "ping"), Origin="https://portal.example").status, 200)
        self.assertEqual(service.ask("/mcp").status, 405)


if __name__ == "__main__":
    unittest.main()
