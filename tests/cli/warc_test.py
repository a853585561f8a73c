#!/usr/bin/env python3
"""WARC files through the real program: the same articles as the pages by themselves, whatever is beside them in the file."""
import gzip
import json
import random
import signal
import subprocess
import time
import unittest
import zlib

from programs import BIN, ProgramTest

DATE = "2024-03-05T00:00:00Z"


def page(number):
    return ("<!DOCTYPE html><html lang=\"en\"><head><title>Pier %d reopens</title><meta property=\"article:published_time\" content=\"2024-03-0%dT07:15:00Z\">"
            "</head><body><article><h1>Pier %d reopens</h1><p>Pier %d of Tidewater reopened on Saturday after three days of repairs to its wall, the port "
            "authority said.</p><p>Ships had waited outside the bay since the storm, and the first of them came in at dawn.</p></article></body></html>"
            % (number, number % 4 + 1, number, number)).encode()


def url(number):
    return "https://news.example/%d" % number


def warc_record(kind, address, content, content_type="application/http; msgtype=response"):
    head = "WARC/1.1\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
    return (head % (kind, address, DATE, content_type, len(content))).encode() + content + b"\r\n\r\n"


def answer(body, *headers, status=200):
    return "\r\n".join(["HTTP/1.1 %d X" % status, *headers, "", ""]).encode() + body


def chunked(body):
    return b"".join(b"%x\r\n%s\r\n" % (len(body[at:at + 64]), body[at:at + 64]) for at in range(0, len(body), 64)) + b"0\r\n\r\n"


def served(number):
    """The page as a server may send it: in each way in turn."""
    html, body = "Content-Type: text/html; charset=utf-8", page(number)
    return [answer(body, html), answer(chunked(body), html, "Transfer-Encoding: chunked"),
            answer(gzip.compress(body), html, "Content-Encoding: gzip"), answer(zlib.compress(body), html, "Content-Encoding: deflate"),
            answer(chunked(gzip.compress(body)), html, "Content-Encoding: gzip", "Transfer-Encoding: chunked")][number % 5]


def crawl(numbers):
    for number in numbers:
        yield warc_record("request", url(number), b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request")
        yield warc_record("response", url(number), served(number))
        yield warc_record("response", url(number) + ".png", answer(b"\x89PNG" * 20, "Content-Type: image/png"))


class Warc(ProgramTest):
    def write_warc(self, name, records, pack=bytes):
        return self.write(name, b"".join(pack(record) for record in records))

    def extracted(self, *arguments):
        run = subprocess.run([BIN / "dateline-index", "extract", *map(str, arguments)], capture_output=True, text=True, check=False)
        return [json.loads(line) for line in run.stdout.splitlines()], run

    def test_the_records_are_those_of_the_pages_by_themselves(self):
        alone = []
        for number in range(10):
            records, _ = self.extracted("--base-url", url(number), self.write("page.html", page(number)))
            alone += [{key: value for key, value in record.items() if key != "origin"} for record in records]
        self.assertEqual(len(alone), 10)
        for name, pack in (("plain.warc", bytes), ("members.warc.gz", gzip.compress)):
            records, run = self.extracted(self.write_warc(name, crawl(range(10)), pack))
            self.assertEqual([{key: value for key, value in record.items() if key != "origin"} for record in records], alone, name)
            self.assertIn("passed over: 10 files that are no pages", run.stderr)
            self.assertEqual(run.returncode, 0)

    def test_the_summary_counts_what_was_passed_over(self):
        summary = self.add(self.write_warc("news.warc.gz", crawl(range(3)), gzip.compress))
        self.assertEqual((summary["added"], summary["rejected"], summary["passed_over"]), (3, 0, {"files that are no pages": 3}))
        self.assertEqual(self.add(self.directory / "news.warc.gz")["unchanged"], 3)

    def test_an_index_beside_it_changes_nothing_but_the_time_that_it_takes(self):
        pictures = [warc_record("response", url(n) + ".jpg", answer(random.Random(n).randbytes(30_000), "Content-Type: image/jpeg")) for n in range(3)]
        members = [gzip.compress(one) for one in [*crawl(range(3)), *pictures, *crawl(range(3, 6))]]
        path, lines, offset = self.write("crawl/news.warc.gz", b"".join(members)), [], 0
        for member in members:
            mime = "image/jpeg" if len(member) > 30_000 else "text/html"
            facts = {"mime": mime, "status": "200", "length": str(len(member)), "offset": str(offset), "filename": "news.warc.gz"}
            lines.append("example,news)/ 20240305000000 %s\n" % json.dumps(facts))
            offset += len(member)
        alone, _ = self.extracted(path)
        index = self.write("crawl/news.cdxj", "".join(lines))
        for arguments in ([path], [self.directory / "crawl"]):
            records, run = self.extracted(*arguments)
            self.assertEqual(records, alone)
            self.assertIn("passed over: 9 files that are no pages", run.stderr)
            self.assertEqual(run.returncode, 0)
        _, run = self.extracted(index)
        self.assertIn("an index of a crawl", run.stderr)

    def test_damage_costs_its_record_alone_and_is_named_by_its_offset(self):
        members = [gzip.compress(record) for record in crawl(range(4))]
        broken = members[4][:len(members[4]) // 2]
        records, run = self.extracted(self.write("news.warc.gz", b"".join([*members[:4], broken, *members[5:]])))
        self.assertEqual([record["url"] for record in records], [url(0), url(2), url(3)])
        self.assertIn("byte %d: " % sum(map(len, members[:4])), run.stderr)
        self.assertEqual(run.returncode, 3)

    def test_killed_in_the_middle_and_run_again_every_article_is_there_once(self):
        path = self.write_warc("news.warc.gz", crawl(range(400)), gzip.compress)
        command = [BIN / "dateline-index", "add", "--db", self.db, path]
        for wait in (0.05, 0.2, 0.5):
            with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as adding:
                time.sleep(wait)
                adding.send_signal(signal.SIGKILL)
        self.assertEqual(self.add(path)["articles"], 400)
        self.assertEqual(len(self.ids("pier")), 400)


if __name__ == "__main__":
    unittest.main()
