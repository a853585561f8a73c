#!/usr/bin/env python3
"""What the search page asks of the service, beside answers: its files below a base path, stories, completions, lists that go on."""
import gzip
import re
import unittest

from programs import record
from service import ServiceTest

BODY = ("The harbour board met on Tuesday to hear about the quay.\n\nIt was told that the crane would be repaired before the winter, at a cost of four "
        "million crowns, and that ships of more than two hundred metres would be turned away until then.\n\nThe harbour master, Odo Marsh, said the "
        "board had been warned in March. Nobody answered him.")


class Page(ServiceTest):
    def setUp(self):
        super().setUp()
        copies = [record(1, source="Quay Wire", headline="Crane to be repaired", body=BODY, published="2024-01-01T08:00:00Z"),
                  record(2, source="Evening Quay", headline="Crane to be repaired", body=BODY.replace("Tuesday", "Tuesday evening"), published="2024-01-01T10:00:00Z"),
                  record(3, source="Board", headline="Crane to be repaired", body=BODY, published="2024-01-01T11:00:00Z", access=["board"])]
        others = [record(n, headline="Ferry %d" % n, body="Ferry number %d sails." % n, published="2023-02-%02d" % n) for n in range(10, 20)]
        self.add(self.write_records("a.jsonl", copies + others))

    def test_the_page_and_its_files_stand_below_the_base_path(self):
        service = self.serve("--base-path", "/news")
        page = service.ask("/news/", headers={"Accept-Encoding": "gzip"})
        self.assertEqual((page.status, page.headers["Content-Type"], page.headers["Content-Encoding"]), (200, "text/html; charset=utf-8", "gzip"))
        addresses = re.findall(r'(?:href|src)="(assets/[^"]+)"', gzip.decompress(page.body).decode())
        self.assertGreater(len(addresses), 4)
        for address in addresses:
            self.assertEqual(service.ask("/news/" + address).status, 200, address)
        self.assertEqual(service.ask("/").status, 404)
        self.assertEqual(service.ask("/news/", method="POST", body=b"x").status, 405)

    def test_only_listed_origins_may_load_the_elements(self):
        service = self.serve("--cors", "https://portal.example")
        allowed = service.ask("/widget/dateline-search.js", headers={"Origin": "https://portal.example"})
        self.assertEqual(allowed.headers["Access-Control-Allow-Origin"], "https://portal.example")
        other = service.ask("/widget/dateline-search.js", headers={"Origin": "https://other.example"})
        self.assertIsNone(other.headers["Access-Control-Allow-Origin"])

    def test_a_story_has_the_copies_that_the_asker_may_see_with_what_differs(self):
        story = self.serve().ask("/api/v1/stories/a1").json()
        self.assertEqual([copy["id"] for copy in story["copies"]], ["a1", "a2"])
        self.assertIn({"kind": "added", "text": "evening"}, [{"kind": piece["kind"], "text": piece["text"]} for piece in story["copies"][1]["diff"]])

    def test_a_list_goes_on_behind_the_place_that_an_answer_names(self):
        service = self.serve()
        met, after = [], ""
        while True:
            answer = service.api("search", q="ferry", limit="4", sort="oldest", after=after).json()
            met += [hit["id"] for hit in answer["hits"]]
            after = answer.get("next", "")
            if not after:
                break
        self.assertEqual(met, ["a%d" % n for n in range(10, 20)])

    def test_browsers_get_completions_as_they_take_them(self):
        answer = self.serve().ask("/suggestions.json?q=fer&limit=3")
        self.assertEqual(answer.headers["Content-Type"], "application/x-suggestions+json")
        self.assertEqual((answer.json()[0], answer.json()[1][0]), ("fer", "ferry"))


if __name__ == "__main__":
    unittest.main()
