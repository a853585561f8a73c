#!/usr/bin/env python3
"""The Model Context Protocol's own SDK as the client of `mcp` and of /mcp: what it takes for right is right.

The SDK is npm's, of the version that tests/mcp_sdk names, and is installed once beside the build. Where there is no Node or npm reaches no
registry, the test says that it was skipped, and why.
"""
import hashlib
import json
import re
import shutil
import subprocess
import unittest

from programs import BIN, ROOT, record
from service import PATIENCE, ServiceTest

SOURCE = ROOT / "tests" / "mcp_sdk"
INSTALLED = BIN.parent / "mcp_sdk"
# What npm says where it reaches nobody; all else that goes wrong is a fault of ours.
UNREACHABLE = re.compile(r"ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|network")
CALLS = [{"name": "search", "arguments": {"q": "harbour", "limit": 5, "facet": ["person", "year"]}}, {"name": "article", "arguments": {"id": "a1"}},
         {"name": "similar", "arguments": {"id": "a1"}}, {"name": "trend", "arguments": {"q": ["harbour"], "by": "year"}},
         {"name": "entity", "arguments": {"name": "Ada Moor"}}, {"name": "suggest", "arguments": {"q": "harb"}},
         {"name": "search", "arguments": {"q": "harbour AND"}}, {"name": "search", "arguments": {"q": "zandersecret"}}, {"name": "remove", "arguments": {}}]


def install():
    """None, or why the SDK is not there."""
    for program in ("node", "npm"):
        if not shutil.which(program):
            return "%s is not on this machine (scripts/bootstrap test installs it)" % program
    wanted = hashlib.sha256((SOURCE / "package-lock.json").read_bytes()).hexdigest()
    mark = INSTALLED / "installed"
    if not mark.exists() or mark.read_text() != wanted:
        INSTALLED.mkdir(exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(SOURCE / name, INSTALLED / name)
        run = subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=INSTALLED, capture_output=True, text=True,
                             timeout=600, check=False)
        if run.returncode != 0 and UNREACHABLE.search(run.stderr):
            return "npm reaches no registry: " + run.stderr[-300:]
        if run.returncode != 0:
            raise AssertionError(run.stderr)
        mark.write_text(wanted)
    shutil.copy(SOURCE / "client.mjs", INSTALLED / "client.mjs")
    return None


class McpSdk(ServiceTest):
    @classmethod
    def setUpClass(cls):
        missing = install()
        if missing:
            raise unittest.SkipTest("SKIPPED, the protocol's SDK was not asked: " + missing)

    def setUp(self):
        super().setUp()
        person = {"type": "person", "name": "Ada Moor", "mentions": 1, "forms": ["Ada Moor"]}
        self.add("--entities", "none", self.write_records("a.jsonl", [
            record(1, headline="Harbour news", body="The harbour is open, said Ada Moor of the board.", published="2020-01-01",
                   url="https://news.example/a", source="Example", entities=[person]),
            record(2, headline="Harbour plan", body="The harbour zandersecret plan of the board.", access=["desk"])]))

    def talk(self, way, *place):
        run = subprocess.run(["node", str(INSTALLED / "client.mjs"), way, json.dumps(CALLS), *[str(p) for p in place]], cwd=self.directory,
                             capture_output=True, text=True, timeout=PATIENCE, check=False)
        self.assertEqual(run.returncode, 0, run.stderr)
        return json.loads(run.stdout)

    def check(self, told, sees_the_desk):
        self.assertEqual(told["server"]["name"], "dateline")
        self.assertIn("Cite", told["instructions"])
        tools = {tool["name"]: tool["inputSchema"] for tool in told["tools"]}
        self.assertLessEqual({"search", "article", "similar", "trend", "entity", "suggest"}, set(tools))
        self.assertIn("q", tools["search"]["required"])
        *good, wrong_query, secret, no_tool = told["results"]
        for call, result in zip(CALLS, good):
            self.assertFalse(result.get("isError"), (call, result))
            self.assertEqual(json.loads(result["content"][0]["text"]), result["structuredContent"], call)
        hit = next(h for h in good[0]["structuredContent"]["hits"] if h["id"] == "a1")
        self.assertEqual((hit["url"], hit["source"], hit["published"]), ("https://news.example/a", "Example", "2020-01-01"), "what one cites")
        self.assertTrue(wrong_query["isError"])
        self.assertIn("nothing follows AND", wrong_query["content"][0]["text"])
        self.assertEqual(secret["structuredContent"]["total"]["value"], 1 if sees_the_desk else 0)
        self.assertEqual(no_tool["code"], -32602)

    def test_the_sdk_speaks_with_the_program_over_standard_input_and_output(self):
        self.check(self.talk("stdio", BIN / "dateline-search", "mcp", "--db", self.db), sees_the_desk=True)
        self.check(self.talk("stdio", BIN / "dateline-search", "mcp", "--db", self.db, "--groups", ""), sees_the_desk=False)

    def test_the_sdk_speaks_with_the_service_by_its_rules_of_access(self):
        service = self.serve("--mcp", "--trusted-proxy", "127.0.0.1", "--proxy-secret", self.write("secret", "s"))
        url = "http://%s:%d/mcp" % (service.host, service.port)
        self.check(self.talk("http", url), sees_the_desk=False)
        self.check(self.talk("http", url, json.dumps({"X-Dateline-Groups": "desk", "X-Dateline-Secret": "s"})), sees_the_desk=True)
        self.assertEqual(service.stop(), 0)


if __name__ == "__main__":
    unittest.main()
