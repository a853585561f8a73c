#!/usr/bin/env python3
"""Crawls of real pages: what the program reads of them agrees, record by record, with a second reader and with the pages by themselves."""
import http.server
import io
import json
import pathlib
import shutil
import subprocess
import sys
import threading
import unittest

import warc_reader
from programs import BIN, ROOT, ProgramTest

sys.path.append(str(ROOT / "corpus" / "crawls"))
import make_crawl


class Served(http.server.BaseHTTPRequestHandler):
    """Every other page in chunks."""
    protocol_version = "HTTP/1.1"
    pages = {}

    def do_GET(self):
        body, in_chunks = self.pages[self.path], int(self.path.strip("/")) % 2 == 1
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header(*(("Transfer-Encoding", "chunked") if in_chunks else ("Content-Length", str(len(body)))))
        self.end_headers()
        self.wfile.write(b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body) if in_chunks else body)

    def log_message(self, *_):
        pass


class Crawls(ProgramTest):
    def setUp(self):
        super().setUp()
        self.pages = make_crawl.read_pages(self.shared("data/extraction") / "aeb" / "html")[::3]

    def extracted(self, *arguments):
        """Records by their origins, and the origins of what was rejected with its codes."""
        rejects = self.directory / "rejects.jsonl"
        run = subprocess.run([BIN / "dateline-index", "extract", "--entities", "none", "--rejects", rejects, *arguments], capture_output=True, check=False)
        self.assertIn(run.returncode, (0, 3), run.stderr)
        records = list(map(json.loads, run.stdout.splitlines()))
        rejected = list(map(json.loads, rejects.read_text(encoding="utf-8").splitlines())) if rejects.exists() else []
        return [(one.pop("origin"), one) for one in records], rejected

    def by_themselves(self, pages):
        """What the program makes of each of these (address, bytes) from a file of its own: a record, or the code of a rejection."""
        listed = []
        for number, (url, body) in enumerate(pages):
            listed.append("%s\t%s\n" % (self.write("alone/%d.html" % number, body), url))
        records, rejected = self.extracted("--files-from", self.write("list.tsv", "".join(listed)))
        number_of = lambda path: int(pathlib.Path(path).stem)
        made = {number_of(origin["path"]): record for origin, record in records}
        made.update({number_of(one["path"]): one["code"] for one in rejected})
        return [made[number] for number in range(len(pages))]

    def agree(self, path):
        """The numbers of pages and of what is damaged, on which both readers agree."""
        pages, damage = warc_reader.read(path.read_bytes())
        expected = dict(zip(pages, self.by_themselves(list(pages.values()))))
        records, rejected = self.extracted(path)
        found = {origin["offset"]: record for origin, record in records}
        told = {one["offset"]: one["code"] for one in rejected}
        self.assertEqual(len(found) + len(told), len(records) + len(rejected), "each once")
        self.assertEqual(sorted(set(told) - set(pages)), damage)
        self.assertEqual(found | {offset: code for offset, code in told.items() if offset in pages}, expected)
        return len(pages), len(damage)

    def crawl(self, name, **options):
        out = io.BytesIO()
        out.name = name
        lines = make_crawl.write_crawl(out, self.pages, **options)
        return self.write(name, out.getvalue()), lines

    def test_pages_in_every_way_in_which_servers_send_them(self):
        for name in ("crawl.warc", "crawl.warc.gz"):
            path, _ = self.crawl(name, pack=name.endswith(".gz"), pictures=1)
            self.assertEqual(self.agree(path), (len(self.pages), 0), name)

    def test_damage_costs_the_same_records_in_both_readers(self):
        for seed in range(3):
            path, _ = self.crawl("crawl.warc.gz", seed=seed, damage=6)
            self.assertEqual(sum(self.agree(path)[1:]), 6, seed)

    def test_an_index_beside_the_crawl_costs_no_record(self):
        path, lines = self.crawl("crawl.warc.gz", pictures=2, damage=3)
        self.write("crawl.warc.gz.cdxj", "".join(lines))
        self.assertEqual(self.agree(path)[1], 3)

    def test_what_wget_has_fetched(self):
        if shutil.which("wget") is None:
            self.skipTest("wget is not on this machine")
        Served.pages = {"/%d" % number: body for number, body in enumerate(self.pages)}
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Served) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            self.addCleanup(server.shutdown)
            self.write("urls", "".join("http://127.0.0.1:%d%s\n" % (server.server_port, path) for path in Served.pages))
            for name, more in (("packed", ["--warc-cdx"]), ("plain", ["--no-warc-compression"])):
                subprocess.run(["wget", "--quiet", "--no-proxy", "--delete-after", "--input-file", "urls", "--warc-file", name, *more],
                               cwd=self.directory, check=True)
        for name in ("packed.warc.gz", "plain.warc"):
            self.assertEqual(self.agree(self.directory / name), (len(self.pages), 0), name)


if __name__ == "__main__":
    unittest.main()
