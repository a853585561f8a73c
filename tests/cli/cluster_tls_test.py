#!/usr/bin/env python3
"""The configurations of share/haproxy, with Debian's haproxy: a cluster is asked through TLS as without it, and nobody else gets in."""
import json
import os
import shutil
import socket
import ssl
import subprocess
import unittest

from programs import ProgramTest, ROOT, record
from shard_servers import ShardServers, free_port, wait_until

HAPROXY = shutil.which("haproxy", path="/usr/sbin:/usr/bin:" + os.environ.get("PATH", ""))
SHARE = ROOT / "share" / "haproxy"
PLACE = "/etc/haproxy/dateline/"
ROLES = {"shard": ("serverAuth", "shards"), "front": ("clientAuth", "front")}


@unittest.skipUnless(HAPROXY, "haproxy is not on this machine")
class ClusterTls(ProgramTest):
    def setUp(self):
        super().setUp()
        self.add("--entities", "none", self.write_records("a.jsonl", [record(number, body="The harbour of number %d." % number) for number in range(9)]))
        for authority in ("authority", "stranger"):
            self.openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=" + authority,
                         "-keyout", authority + ".key", "-out", authority + ".pem")
        for role in ROLES:
            self.sign(role, "authority")
        self.sign("front", "stranger", "forged")
        self.servers = ShardServers(self.directory, [self.db])
        self.addCleanup(self.servers.stop)
        self.shard_side = free_port()
        self.haproxy("dateline-shard.cfg", self.shard_side, {"10.1.0.1:7443": self.shard_side, "127.0.0.1:7100": self.servers.ports[0]})

    def openssl(self, *arguments):
        subprocess.run(["openssl", *arguments], cwd=self.directory, check=True, capture_output=True)

    def sign(self, role, authority, name=None):
        """NAME.pem: a certificate for a role, with its key, as haproxy wants them."""
        name = name or role
        usage, host = ROLES[role]
        self.write(name + ".ext", "extendedKeyUsage=%s\nsubjectAltName=DNS:%s\n" % (usage, host))
        self.openssl("req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=" + host,
                     "-keyout", name + ".key", "-out", name + ".csr")
        self.openssl("x509", "-req", "-in", name + ".csr", "-days", "2", "-CA", authority + ".pem", "-CAkey", authority + ".key", "-CAcreateserial",
                     "-extfile", name + ".ext", "-out", name + ".crt")
        self.write(name + ".pem", (self.directory / (name + ".crt")).read_bytes() + (self.directory / (name + ".key")).read_bytes())

    def haproxy(self, name, port, addresses, files=None):
        """Runs a configuration as it is shipped, with this test's ports and files in the place of its own."""
        text = (SHARE / name).read_text()
        replaced = {written: "127.0.0.1:%d" % own for written, own in addresses.items()}
        replaced.update(files or {})
        for written, own in replaced.items():
            self.assertIn(written, text)
            text = text.replace(written, own)
        config = self.write("%d.cfg" % port, "global\n    maxconn 100\n" + text.replace(PLACE, "%s/" % self.directory))
        process = subprocess.Popen([HAPROXY, "-db", "-f", str(config)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

        def stop():
            process.kill()
            process.wait()

        self.addCleanup(stop)

        def takes_connections():
            self.assertIsNone(process.poll(), "haproxy ended")
            try:
                socket.create_connection(("127.0.0.1", port), timeout=10).close()
                return True
            except OSError:
                return False

        self.assertTrue(wait_until(takes_connections, 60))

    def cluster(self, files=None):
        """The file of a cluster of one shard, behind a front's haproxy."""
        port = free_port()
        self.haproxy("dateline-front.cfg", port, {"127.0.0.1:7200": port, "10.1.0.1:7443": self.shard_side}, files)
        return self.write("cluster%d" % port, "0 127.0.0.1:%d\n" % port)

    def ask(self, *where):
        return json.loads(self.search("query", *where, "--format", "json", "--collapse", "none", "harbour").stdout)

    def assert_answers(self, cluster):
        through, plain = self.ask("--cluster", cluster), self.ask("--db", self.db)
        self.assertEqual(plain["total"]["value"], 9)
        self.assertFalse(through["partial"])
        self.assertEqual([(hit["id"], round(hit["score"], 9), hit["snippet"]) for hit in through["hits"]],
                         [(hit["id"], round(hit["score"], 9), hit["snippet"]) for hit in plain["hits"]])
        self.assertEqual(through["total"], plain["total"])

    def assert_refused(self, cluster):
        run = self.search("query", "--cluster", cluster, "harbour", expect=None)
        self.assertNotEqual(run.returncode, 0)
        self.assertIn("no shard of the cluster answers", run.stderr)
        self.assertNotIn("Headline", run.stdout)

    def greeting(self, **options):
        """What the shard's side says to a client of our own before it is asked anything; empty where it refuses."""
        context = ssl.create_default_context(cafile=self.directory / "authority.pem")
        context.maximum_version = options.get("version", ssl.TLSVersion.MAXIMUM_SUPPORTED)
        if "certificate" in options:
            context.load_cert_chain(self.directory / options["certificate"])
        try:
            with socket.create_connection(("127.0.0.1", self.shard_side), timeout=60) as plain:
                with context.wrap_socket(plain, server_hostname="shards") as own:
                    return own.recv(100)
        except (ssl.SSLError, ConnectionError):
            return b""

    def test_answers_through_tls_are_those_without(self):
        self.assert_answers(self.cluster())

    def test_nobody_without_a_front_s_certificate_is_told_anything_and_the_shard_goes_on(self):
        good = self.cluster()
        self.assertNotEqual(self.greeting(certificate="front.pem"), b"")
        self.assertEqual(self.greeting(), b"")
        self.assertEqual(self.greeting(certificate="forged.pem"), b"", "of another authority")
        self.assertEqual(self.greeting(certificate="shard.pem"), b"", "a shard is no front")
        self.assertEqual(self.greeting(certificate="front.pem", version=ssl.TLSVersion.TLSv1_2), b"")
        with socket.create_connection(("127.0.0.1", self.shard_side), timeout=60) as plain:
            # An update is asked for as Xapian does. An alert of TLS comes, or nothing.
            plain.sendall(b"\x0d\x00" * 50)
            try:
                self.assertIn(plain.recv(1), (b"", b"\x15"))
            except ConnectionError:
                pass
        self.assert_refused(self.write("plain", "0 127.0.0.1:%d\n" % self.shard_side))
        self.assert_refused(self.cluster({"front.pem": "forged.pem"}))
        self.assert_refused(self.cluster({" crt /etc/haproxy/dateline/front.pem": ""}))
        self.assert_answers(good)

    def test_a_front_asks_no_shard_that_cannot_prove_to_be_one(self):
        for files in ({"authority.pem": "stranger.pem"}, {"verifyhost shards": "verifyhost elsewhere"}):
            with self.subTest(files=files):
                self.assert_refused(self.cluster(files))


if __name__ == "__main__":
    unittest.main()
