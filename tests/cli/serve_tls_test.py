#!/usr/bin/env python3
"""TLS of the service's own: what a certificate is taken for, what is refused, and a new one while it runs."""
import http.client
import signal
import ssl
import subprocess
import unittest

from programs import record
from service import PATIENCE, ServiceTest


class Tls(ServiceTest):
    def setUp(self):
        super().setUp()
        self.add("--entities", "none", self.write_records("a.jsonl", [record(1, headline="Harbour", body="The harbour.")]))
        self.make("one")

    def make(self, name):
        """A key and a certificate that it has signed itself."""
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                        "-subj", "/CN=" + name, "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", name + ".key", "-out", name + ".crt"],
                       cwd=self.directory, check=True, capture_output=True)

    def client(self, service, name, **options):
        context = ssl.create_default_context(cafile=self.directory / (name + ".crt"))
        for option, value in options.items():
            setattr(context, option, value)
        return http.client.HTTPSConnection(service.host, service.port, timeout=PATIENCE, context=context)

    def test_requests_are_answered_over_tls_and_connections_kept(self):
        service = self.serve("--tls-cert", "one.crt", "--tls-key", "one.key")
        self.assertTrue(service.addresses[0].startswith("https://"))
        connection = self.client(service, "one")
        for _ in range(3):
            self.assertEqual(service.ask("/api/v1/search?q=harbour", connection=connection).json()["total"]["value"], 1)
        connection.close()
        self.assertIn(b"https://127.0.0.1:%d/feed.atom" % service.port, service.ask("/opensearch.xml", connection=self.client(service, "one")).body)
        self.assertEqual(service.stop(), 0)

    def test_plain_text_and_old_protocols_are_refused(self):
        service = self.serve("--tls-cert", "one.crt", "--tls-key", "one.key")
        self.assertNotIn(b"200 OK", service.raw(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"))
        with self.assertRaises((ssl.SSLError, OSError)):
            service.ask("/healthz", connection=self.client(service, "one", maximum_version=ssl.TLSVersion.TLSv1_1))
        self.assertEqual(service.ask("/healthz", connection=self.client(service, "one")).status, 200)

    def test_a_hangup_takes_a_new_certificate(self):
        service = self.serve("--tls-cert", "one.crt", "--tls-key", "one.key")
        self.make("two")
        for ending in (".crt", ".key"):
            (self.directory / ("two" + ending)).replace(self.directory / ("one" + ending))
        service.process.send_signal(signal.SIGHUP)

        def has_changed():
            try:
                return service.ask("/healthz", connection=self.client(service, "one")).status
            except ssl.SSLError:
                return None
        self.assertEqual(service.until(has_changed), 200)

    def test_a_certificate_that_is_none_is_named(self):
        self.make("two")
        for arguments, words in [(["--tls-cert", "one.crt"], "only one is given"), (["--tls-cert", "one.crt", "--tls-key", "two.key"], "two.key: "),
                                 (["--tls-cert", "one.key", "--tls-key", "one.key"], "one.key: ")]:
            run = self.search("serve", "--check", "--db", self.db, *arguments, expect=2)
            self.assertIn(words, run.stderr)


if __name__ == "__main__":
    unittest.main()
