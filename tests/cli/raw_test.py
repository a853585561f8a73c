#!/usr/bin/env python3
"""show --raw: from an article back to the bytes that it was made of."""
import gzip
import io
import subprocess
import tarfile
import unittest

from programs import BIN, ProgramTest, record
from warc_test import crawl, page, url


class Raw(ProgramTest):
    def raw(self, article):
        """The bytes, which need not be UTF-8."""
        run = subprocess.run([BIN / "dateline-search", "show", "--db", self.db, "--raw", article], capture_output=True, cwd=self.directory, check=False)
        self.assertEqual((run.returncode, run.stderr), (0, b""))
        return run.stdout

    def refused(self, article, *arguments, expect=1):
        run = self.search("show", "--db", self.db, "--raw", *arguments, article, expect=expect)
        self.assertEqual(run.stdout, "")
        return run.stderr

    def test_the_page_in_a_crawl_comes_back_as_the_server_sent_it(self):
        self.add(self.write("news.warc.gz", b"".join(map(gzip.compress, crawl(range(10))))))
        for number in range(10):
            self.assertEqual(self.raw(url(number)), page(number))

    def test_a_page_comes_back_byte_by_byte_whatever_its_charset(self):
        bytes_of_page = page(1).replace(b"Tidewater", b"M\xfcnster").replace(b"<head>", b"<head><meta charset=iso-8859-1>")
        packed = io.BytesIO()
        with tarfile.open(fileobj=packed, mode="w:gz") as archive:
            entry = tarfile.TarInfo("day/pier.html")
            entry.size = len(bytes_of_page)
            archive.addfile(entry, io.BytesIO(bytes_of_page))
        self.add(self.write("pages.tar.gz", packed.getvalue()))
        self.assertEqual(self.raw(self.ids("pier")[0]), bytes_of_page)

    def test_a_record_comes_back_as_its_line(self):
        path = self.write_records("records.jsonl", [record(number) for number in range(5)])
        self.add(path)
        self.assertEqual(self.raw("a3").decode() + "\n", path.read_text(encoding="utf-8").splitlines(keepends=True)[3])

    def test_what_has_gone_is_an_error_that_says_where_it_was(self):
        path = self.write_records("records.jsonl", [record(number) for number in range(5)])
        self.add(path)
        path.write_text("{}\n", encoding="utf-8")
        self.assertIn("records.jsonl at byte ", self.refused("a3"))
        path.unlink()
        self.assertIn("No such file", self.refused("a3"))
        self.assertIn("there is no article a9", self.refused("a9"))

    def test_what_came_down_a_pipe_is_not_kept(self):
        self.add("-", stdin=b'{"id":"a1","headline":"One"}\n')
        self.assertIn("standard input", self.refused("a1"))

    def test_it_is_asked_for_by_itself_and_where_the_files_are(self):
        self.add(self.write_records("records.jsonl", [record(1)]))
        self.assertIn("--story", self.refused("a1", "--story", expect=2))
        self.assertIn("another machine", self.refused("a1", "--db", "127.0.0.1:9", expect=2))

    def test_what_its_reader_may_not_see_is_not_given(self):
        self.add("--access", "desk", self.write_records("records.jsonl", [record(1)]))
        self.assertIn("there is no article a1", self.refused("a1", "--groups", "public"))


if __name__ == "__main__":
    unittest.main()
