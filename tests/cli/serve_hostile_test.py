#!/usr/bin/env python3
"""Ten thousand requests that no client of good will sends: each is answered with a refusal or an answer, and the service goes on."""
import os
import random
import re
import unittest

from programs import record
from service import ServiceTest

ROUNDS = 1000 if os.environ.get("DATELINE_SANITIZED") else 10000
GOOD = b"GET /api/v1/search?q=harbour&limit=3 HTTP/1.1\r\nHost: x\r\nAccept: */*\r\nX-Request-ID: r1\r\nConnection: close\r\n\r\n"
PIECES = [b"\x00", b"\r", b"\n", b"\r\n", b" ", b"\t", b":", b"%", b"%zz", b"%00", b"%ff", b"/", b"//", b"/../", b"?", b"#", b"&", b"=", b"HTTP/9.9",
          b"Content-Length: -1\r\n", b"Content-Length: 99999999999999999999\r\n", b"Transfer-Encoding: chunked\r\n", b"Transfer-Encoding: x\r\n",
          b"Host: y\r\n", b"X-Dateline-Groups: desk\r\n", b"Authorization: Bearer a.b.c\r\n", b"Expect: 100-continue\r\n", b"\xff\xfe", b"A" * 5000,
          b"\xf0\x9f\x98\x80", b"q=((((", b"limit=99999999999", b"tz=../../etc/passwd", b"Range: bytes=0-\r\n", b"Upgrade: h2c\r\n"]
STATUSES = {200, 304, 400, 401, 403, 404, 405, 413, 414, 429, 431, 503}


class Hostile(ServiceTest):
    def setUp(self):
        super().setUp()
        self.add("--entities", "none", self.write_records("a.jsonl", [record(1, headline="Harbour", body="The harbour."),
                                                                     record(2, headline="zandersecret", body="zandersecret", access=["desk"])]))

    @staticmethod
    def spoiled(chance):
        """A good request with some bytes changed, left out, doubled or put in."""
        data = bytearray(GOOD)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(data))
            kind = chance.randrange(4)
            if kind == 0:
                data[at] = chance.randrange(256)
            elif kind == 1:
                del data[at:at + chance.randint(1, 20)]
            elif kind == 2:
                data[at:at] = data[at:at + chance.randint(1, 20)]
            else:
                data[at:at] = chance.choice(PIECES)
            if not data:
                data = bytearray(b"\r\n")
        return bytes(data)

    def test_no_malformed_request_ends_the_service_or_is_told_a_secret(self):
        service = self.serve("--head-time", "1000", "--idle-time", "1000", "--body-bytes", "1000")
        chance = random.Random(1)
        met = set()
        for number in range(ROUNDS):
            data = self.spoiled(chance)
            # What is cut short is ended by the client, so that nobody waits for the rest of it.
            answer = service.raw(data, half_close=True)
            self.assertNotIn(b"zandersecret", answer, data)
            for status in re.findall(rb"(?:^|\r\n\r\n)HTTP/1\.[01] (\d\d\d)", answer):
                met.add(int(status))
            if number % 500 == 0:
                self.assertEqual(service.ask("/healthz").status, 200, data)
        self.assertLessEqual(met - {100}, STATUSES)
        self.assertLessEqual({200, 400, 404, 405}, met, "the requests are spoiled in many ways")
        self.assertEqual(service.ask("/api/v1/search?q=harbour").json()["total"]["value"], 1)
        self.assertEqual(service.stop(), 0)


if __name__ == "__main__":
    unittest.main()
