#!/usr/bin/env python3
"""Searching an index that xapian-tcpsrv serves: the same answers, or an error that says what to do."""
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import unittest

from programs import BIN, ROOT, ProgramTest, record

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

    @unittest.skipIf(os.environ.get("DATELINE_SANITIZED"), "a plain program cannot use a sanitized library")
    def test_the_library_asks_it_too(self):
        program, library = self.directory / "find", BIN.parent / "lib"
        subprocess.run(["cc", "-std=c11", "-I", ROOT / "searcher" / "include", ROOT / "tests" / "library" / "foreign" / "find.c", "-o", program,
                        "-L", library, "-ldateline", "-Wl,-rpath,%s" % library], check=True)
        found = json.loads(subprocess.run([program, self.db, "troops"], capture_output=True, timeout=60, check=True).stdout)
        self.assertEqual([hit["id"] for hit in found["hits"]], self.ids("troops"))

    @unittest.skipIf(os.environ.get("DATELINE_SANITIZED"), "a plain program cannot use a sanitized library")
    def test_the_library_asks_it_with_a_local_one_as_one_index(self):
        remote, self.db = self.db, self.directory / "beside"
        self.add("--entities", "none", self.write_records("b.jsonl", [record(3, headline="Troops return", body="They did.")]))
        program = (
            "import ctypes, sys\n"
            "library = ctypes.CDLL(sys.argv[1])\n"
            "library.dateline_open_several.restype = ctypes.c_void_p\n"
            "library.dateline_search_json.restype = ctypes.c_char_p\n"
            "places = (ctypes.c_char_p * 2)(*[place.encode() for place in sys.argv[2:]])\n"
            "both = library.dateline_open_several(places, ctypes.c_size_t(2), None)\n"
            "print(library.dateline_search_json(ctypes.c_void_p(both), b'troops', None, None).decode())\n")
        run = subprocess.run([sys.executable, "-c", program, BIN.parent / "lib" / "libdateline.so.0", remote, self.db], capture_output=True,
                             timeout=60, check=True)
        one = json.loads(self.search("query", "--db", remote, "--db", self.db, "--format", "json", "troops").stdout)
        found = json.loads(run.stdout)
        self.assertEqual([hit["id"] for hit in found["hits"]], [hit["id"] for hit in one["hits"]])
        self.assertEqual(len(found["hits"]), 3)

    def test_what_it_cannot_run_is_an_error_that_says_what_to_write(self):
        for query in ('"draft letter" NEAR/9 troops', "non-binding NEAR/3 vote"):
            run = self.search("query", "--db", self.db, query, expect=2)
            self.assertIn("a remote index cannot be asked", run.stderr)
            self.assertIn("write single words", run.stderr)
            self.assertIn("^", run.stderr)

    def beside(self, *options):
        """The options that name an index of this machine, and the served one after it."""
        return ["--db", self.directory / "mine", "--db", self.db, *options]

    def mixed(self, query, *options):
        return json.loads(self.search("query", *self.beside("--format", "json", *options), "--", query).stdout)

    def add_beside(self, *records):
        served, self.db = self.db, self.directory / "mine"
        self.add("--entities", "none", self.write_records("mine.jsonl", records))
        self.db = served

    def test_beside_it_what_is_gone_from_a_directory_stays_gone(self):
        self.add_beside(record(7, headline="Troops of old", body="Old troops marched once.", source="Old Wire"),
                        record(8, headline="Troops stay", body="New troops stay.", source="New Wire"))
        self.add_beside(record(7, headline="Sailors now", body="Nobody is there.", source="New Wire"))
        answer = self.mixed("troops")
        self.assertEqual(sorted(hit["id"] for hit in answer["hits"]), sorted(record(n)["id"] for n in (1, 2, 8)))
        self.assertEqual(answer["total"], {"value": 3, "relation": "exact"})
        self.assertEqual(self.mixed("troops", "--count")["total"]["value"], 3)
        self.assertEqual(self.mixed("marched")["total"]["value"], 0)
        faceted = self.mixed("troops", "--facet", "source")
        self.assertEqual([row["value"] for row in faceted["facets"]["source"]], ["New Wire"])
        self.assertIn("facets-local", [notice["code"] for notice in faceted["notices"]])
        scores = {hit["id"]: hit["score"] for hit in answer["hits"]}
        self.assertEqual(len(scores), 3)
        self.assertIn("a remote index cannot be asked", self.search("query", *self.beside('"draft letter" NEAR/9 troops'), expect=2).stderr)

    def test_hidden_articles_stay_hidden_wherever_they_are(self):
        self.add_beside(record(9, headline="Troops in secret", body="Zebedee troops.", access=["board"]))
        hidden = [hit["id"] for hit in self.mixed("troops", "--groups", "desk")["hits"]]
        self.assertEqual(sorted(hidden), sorted(record(n)["id"] for n in (1, 2)))
        self.assertEqual(self.mixed("troops", "--groups", "board")["total"]["value"], 3)
        self.assertNotIn("zebedee", self.search("suggest", *self.beside("--groups", "desk", "ze")).stdout)

    def test_a_profile_cannot_be_asked_of_it(self):
        run = self.search("entity", "--db", self.db, "Iraq", expect=2)
        self.assertIn("a remote index cannot be asked", run.stderr)

    def test_articles_like_one_are_found_by_its_own_words_alone_and_that_is_said(self):
        run = self.search("similar", "--db", self.db, "--format", "json", "a1")
        answer = json.loads(run.stdout)
        self.assertEqual([hit["id"] for hit in answer["hits"]], ["a2"])
        self.assertIn("similar-remote", [notice["code"] for notice in answer["notices"]])
        draft = self.search("similar", "--db", self.db, "--format", "json", "-", stdin=ARTICLES[0]["body"].encode("utf-8"))
        self.assertEqual([hit["id"] for hit in json.loads(draft.stdout)["hits"]], ["a2"])

    def test_offers_and_completions_come_from_it(self):
        self.assertEqual(self.query("tropps")["suggestions"][0]["query"], "troops")
        self.assertIn("troops", self.search("suggest", "--db", self.db, "tro").stdout)


if __name__ == "__main__":
    unittest.main()
