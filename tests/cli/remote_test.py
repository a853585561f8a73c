#!/usr/bin/env python3
"""Searching an index that xapian-tcpsrv serves: the same answers, or an error that says what to do."""
import shutil
import socket
import subprocess
import time
import unittest

from programs import ProgramTest, record

ARTICLES = [
    record(1, headline="Troops leave Iraq", body="The draft letter was sent. Later the troops of Iraq left after the non-binding vote.", language="en"),
    record(2, headline="Parliament votes", body="The troops met the letter of the law in a draft.", language="en"),
]


@unittest.skipUnless(shutil.which("xapian-tcpsrv"), "xapian-tcpsrv is not installed")
class Remote(ProgramTest):
    def setUp(self):
        super().setUp()
        self.add("--entities", "none", self.write_records("a.jsonl", ARTICLES))
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        # On its end it ends its whole process group.
        server = subprocess.Popen(["xapian-tcpsrv", "--quiet", "--interface", "127.0.0.1", "--port", str(port), str(self.db)],
                                  stderr=subprocess.DEVNULL, start_new_session=True)
        self.addCleanup(server.wait)
        self.addCleanup(server.terminate)
        self.local, self.db = self.db, "127.0.0.1:%d" % port
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                return
            except ConnectionRefusedError:
                time.sleep(0.05)

    def test_all_that_xapian_can_run_is_answered_alike(self):
        for query in ("troops", "troops NOT parliament", '"draft letter"', "troops NEAR/3 iraq", "troops ADJ/3 iraq", "tro* NEAR/9 =left",
                      "non-binding", "nonbinding", '"non binding vote"', "headline:troops date:..2030", "lett?r", "voets~", "draft^2 letter",
                      '"draft troops"~5', "(troops OR letter) NEAR/5 (iraq OR draft)", '"dr* letter"'):
            remote = self.ids(query)
            self.db, served = self.local, self.db
            self.assertEqual(remote, self.ids(query), query)
            self.db = served

    def test_what_it_cannot_run_is_an_error_that_says_what_to_write(self):
        for query in ('"draft letter" NEAR/9 troops', "non-binding NEAR/3 vote"):
            run = self.search("query", "--db", self.db, query, expect=2)
            self.assertIn("a remote index cannot be asked", run.stderr)
            self.assertIn("write single words", run.stderr)
            self.assertIn("^", run.stderr)

    def test_offers_and_completions_come_from_it(self):
        self.assertEqual(self.query("tropps")["suggestions"][0]["query"], "troops")
        self.assertIn("troops", self.search("suggest", "--db", self.db, "tro").stdout)


if __name__ == "__main__":
    unittest.main()
