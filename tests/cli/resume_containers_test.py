#!/usr/bin/env python3
"""Killed in the midst of each container and run again: every article of it exactly once, whenever the kill came."""
import csv
import gzip
import io
import json
import random
import subprocess
import time
import unittest

from archives_test import tar_of, zip_of
from feeds_test import rss
from mail_test import letter
from programs import BIN, ProgramTest, record
from warc_test import answer, page, url, warc_record

ARTICLES = 120


def table():
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(["id", "headline", "body"])
    rows.writerows([["c%d" % n, "Headline %d" % n, "Body of\narticle %d." % n] for n in range(ARTICLES)])
    return out.getvalue().encode()


def folder():
    return b"".join(b"From news Sat Mar  2 07:15:00 2024\n" + letter(n, html=False).as_bytes().replace(b"\r\n", b"\n").replace(b"\nFrom here", b"\n>From here") + b"\n"
                    for n in range(ARTICLES))


def crawl():
    return b"".join(gzip.compress(warc_record("response", url(n), answer(page(n), "Content-Type: text/html"))) for n in range(ARTICLES))


def pages():
    return [("pages/%d.html" % n, page(n)) for n in range(ARTICLES)]


CONTAINERS = {
    "tar.gz": lambda: gzip.compress(tar_of(pages())),
    "zip": lambda: zip_of(pages()),
    "csv": table,
    "mbox": folder,
    "feed": lambda: rss(range(ARTICLES)).encode(),
    "warc.gz": crawl,
    "json": lambda: json.dumps([record(n) for n in range(ARTICLES)]).encode(),
}


class ResumeContainers(ProgramTest):
    def test_every_article_is_there_once(self):
        chosen = random.Random(20240302)
        for name, made in CONTAINERS.items():
            path = self.write("input." + name, made())
            self.db = self.directory / ("index-" + name)
            command = [str(BIN / "dateline-index"), "add", "--db", str(self.db), "--progress", "never", "--threads", "2", "--batch", "10", str(path)]
            began = time.monotonic()
            with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
                # Not before the first commit, where there is time for one.
                while run.poll() is None and not (self.db / "XAPIANDB").exists() and time.monotonic() - began < 60:
                    time.sleep(0.005)
                time.sleep(chosen.random() / 4)
                run.kill()
            summary = self.add(path)
            self.assertEqual((summary["articles"], summary["rejected"]), (ARTICLES, 0), name)
            self.assertEqual(self.add(path)["unchanged"], ARTICLES, name)
            self.index("verify", "--db", self.db)


if __name__ == "__main__":
    unittest.main()
