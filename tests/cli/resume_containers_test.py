#!/usr/bin/env python3
"""Killed in the midst of each container and run again: every article of it exactly once, whenever the kill came."""
import csv
import ctypes
import ctypes.util
import gzip
import io
import json
import os
import random
import shutil
import signal
import unittest
import zipfile

from agency_test import item, message
from archives_test import tar_of, zip_of
from feeds_test import rss
from mail_test import letter
from programs import ProgramTest, record
from warc_test import answer, page, url, warc_record

SHIM = os.environ.get("DATELINE_FAILING_CALLS", "")
ARTICLES = 60


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


def seven_zip():
    """By libarchive, which the program has to have: Python packs no 7z."""
    library = ctypes.CDLL(ctypes.util.find_library("archive") or "libarchive.so.13")
    for name in ("archive_write_new", "archive_entry_new"):
        getattr(library, name).restype = ctypes.c_void_p
    made, used = ctypes.create_string_buffer(8 << 20), ctypes.c_size_t()
    archive = ctypes.c_void_p(library.archive_write_new())
    library.archive_write_set_format_7zip(archive)
    library.archive_write_open_memory(archive, made, ctypes.c_size_t(len(made)), ctypes.byref(used))
    for name, data in pages():
        entry = ctypes.c_void_p(library.archive_entry_new())
        library.archive_entry_set_pathname(entry, name.encode())
        library.archive_entry_set_filetype(entry, 0o100000)
        library.archive_entry_set_size(entry, ctypes.c_int64(len(data)))
        library.archive_write_header(archive, entry)
        library.archive_write_data(archive, data, ctypes.c_size_t(len(data)))
        library.archive_entry_free(entry)
    library.archive_write_close(archive)
    library.archive_write_free(archive)
    return made.raw[:used.value]


def wacz():
    return zip_of([("datapackage.json", b"{}"), ("archive/data.warc.gz", crawl()), ("indexes/index.cdx", b"")], zipfile.ZIP_STORED)


CONTAINERS = {
    "tar": lambda: tar_of(pages()),
    "7z": seven_zip,
    "wacz": wacz,
    "newsml": lambda: message(*[item("n%d" % n, "Headline %d" % n) for n in range(ARTICLES)]).encode(),
    "tar.gz": lambda: gzip.compress(tar_of(pages())),
    "zip": lambda: zip_of(pages()),
    "csv": table,
    "mbox": folder,
    "feed": lambda: rss(range(ARTICLES)).encode(),
    "warc.gz": crawl,
    "json": lambda: json.dumps([record(n) for n in range(ARTICLES)]).encode(),
}


@unittest.skipUnless(os.path.exists(SHIM), "the shim that kills the program is not built: sanitizers do not go with it")
class ResumeContainers(ProgramTest):
    def run_add(self, path, kill_at):
        """How often it changed its index on disk, if it was not killed (0) by the `kill_at`th time."""
        count = self.directory / "count"
        run = self.index("add", "--db", self.db, "--progress", "never", "--threads", "2", "--batch", "10", path, expect=-signal.SIGKILL if kill_at else 0,
                         env={"LD_PRELOAD": SHIM, "FAIL_BELOW": str(self.db), "FAIL_AT": str(kill_at), "FAIL_KILLS": "1", "FAIL_COUNT": str(count)})
        return int(count.read_text()) if run.returncode == 0 else 0

    def test_every_article_is_there_once(self):
        chosen = random.Random(20240302)
        for name, made in CONTAINERS.items():
            with self.subTest(name):
                path = self.write("input." + name, made())
                self.db = self.directory / "whole"
                calls = self.run_add(path, 0)
                shutil.rmtree(self.db)
                self.db = self.directory / ("index-" + name)
                self.run_add(path, chosen.randrange(calls // 4, calls * 3 // 4))
                had = self.info()["articles"]
                self.assertTrue(0 < had < ARTICLES, had)
                summary = self.add(path)
                self.assertEqual((summary["unchanged"], summary["articles"], summary["rejected"]), (had, ARTICLES, 0))
                self.assertEqual(self.add(path)["unchanged"], ARTICLES)
                self.index("verify", "--db", self.db)


if __name__ == "__main__":
    unittest.main()
