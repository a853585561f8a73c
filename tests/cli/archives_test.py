#!/usr/bin/env python3
"""Archives through the real program: the same articles as their files by themselves, whatever they are packed by."""
import bz2
import gzip
import io
import json
import lzma
import tarfile
import unittest
import zipfile

from programs import ProgramTest, record
from warc_test import answer, page, url, warc_record

NAMES = ["pages/%d.html" % number for number in range(6)]


def tar_of(members):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    return out.getvalue()


def zip_of(members, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def pages():
    return [(name, page(number)) for number, name in enumerate(NAMES)]


class Archives(ProgramTest):
    def extracted(self, *arguments, expect=0):
        run = self.index("extract", *arguments, expect=expect)
        return [json.loads(line) for line in run.stdout.splitlines()], run

    def test_the_records_are_those_of_the_files_by_themselves(self):
        for name, data in pages():
            self.write(name, data)
        alone, _ = self.extracted(self.directory / "pages")
        bare = lambda records: [{key: value for key, value in one.items() if key not in ("origin", "id")} for one in records]
        for name, data in (("a.tar", tar_of(pages())), ("a.tar.gz", gzip.compress(tar_of(pages()))), ("a.tar.bz2", bz2.compress(tar_of(pages()))),
                           ("a.tar.xz", lzma.compress(tar_of(pages()))), ("a.zip", zip_of(pages())), ("b.zip", zip_of(pages(), zipfile.ZIP_STORED)),
                           ("unnamed", tar_of([("inner.zip", zip_of(pages()))]))):
            path = self.write(name, data)
            records, _ = self.extracted(path)
            self.assertEqual(bare(records), bare(alone), name)
            self.assertEqual(len({one["id"] for one in records}), 6, name)
            members = [("inner.zip/" if name == "unnamed" else "") + one for one in NAMES]
            self.assertEqual([one["origin"] for one in records], [{"path": str(path), "offset": 0, "member": one} for one in members], name)

    def test_single_files_are_unpacked_too(self):
        for pack, end in ((bz2.compress, "bz2"), (lzma.compress, "xz")):
            records, _ = self.extracted(self.write("a.jsonl." + end, pack("".join(json.dumps(record(i)) + "\n" for i in range(3)).encode())))
            self.assertEqual([one["id"] for one in records], ["a0", "a1", "a2"])

    def test_what_has_not_changed_in_an_archive_that_grew_is_not_read_again(self):
        path = self.write("daily.tar", tar_of(pages()[:4]))
        self.assertEqual(self.add(path)["added"], 4)
        self.write("daily.tar", tar_of(pages()))
        summary = self.add(path)
        self.assertEqual((summary["added"], summary["unchanged"], summary["articles"]), (2, 4, 6))

    def test_records_without_ids_in_files_of_one_archive_are_articles_of_their_own(self):
        line = (json.dumps({"headline": "Ferry late", "body": "The ferry was late."}) + "\n").encode()
        self.assertEqual(self.add(self.write("a.zip", zip_of([("1.jsonl", line * 1), ("2.jsonl", line)])))["articles"], 2)

    def test_damage_costs_its_file_alone_and_is_named(self):
        packed = bytearray(zip_of(pages()))
        at = packed.index(b"pages/2.html") + 60
        packed[at] ^= 255
        log = self.directory / "rejects.jsonl"
        summary = self.add("--rejects", log, self.write("a.zip", bytes(packed)), expect=3)
        self.assertEqual((summary["added"], summary["rejected"]), (5, 1))
        told = json.loads(log.read_text())
        self.assertEqual((told["member"], told["code"]), ("pages/2.html", "bad-entry"))

    def test_of_a_wacz_the_crawl_is_read(self):
        warc = b"".join(gzip.compress(warc_record("response", url(n), answer(page(n), "Content-Type: text/html"))) for n in range(3))
        path = self.write("crawl.wacz", zip_of([("archive/data.warc.gz", warc), ("pages/pages.jsonl", b"{}\n"), ("datapackage.json", b"{}")],
                                               zipfile.ZIP_STORED))
        records, run = self.extracted(path)
        self.assertEqual([one["url"] for one in records], [url(n) for n in range(3)])
        self.assertEqual({one["origin"]["member"] for one in records}, {"archive/data.warc.gz"})
        self.assertIn("passed over: 2 files of WACZ that are no WARC", run.stderr)

    def test_bombs_are_refused_and_what_is_too_deep(self):
        log = self.directory / "rejects.jsonl"
        lines = gzip.compress(b"\n" * (300 << 20), 9)
        self.write("in/bomb.jsonl.gz", lines)
        deep = pages()[:1]
        for level in range(3):
            deep = [("%d.zip" % level, zip_of(deep))]
        self.write("in/deep.zip", deep[0][1])
        self.index("add", "--db", self.db, "--rejects", log, "--input", "jsonl", self.directory / "in/bomb.jsonl.gz", expect=3)
        self.assertEqual(json.loads(log.read_text())["code"], "too-costly")
        self.index("add", "--db", self.db, "--rejects", log, self.directory / "in/deep.zip", expect=3)
        self.assertEqual(json.loads(log.read_text())["code"], "too-deep")


if __name__ == "__main__":
    unittest.main()
