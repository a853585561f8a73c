"""A running `dateline-search serve`, and clients of it: over real sockets, as others would ask."""
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import time
import urllib.parse

from programs import BIN, ProgramTest

# Nothing waits so long unless something is broken.
PATIENCE = 60


class Answer:
    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()

    def json(self):
        return json.loads(self.body)


class UnixConnection(http.client.HTTPConnection):
    def __init__(self, path):
        super().__init__("localhost", timeout=PATIENCE)
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(PATIENCE)
        self.sock.connect(str(self.path))


class Service:
    """Started on a port that the system picks; `address` is where it listens."""

    def __init__(self, test, *arguments, listen="127.0.0.1:0", env=None, prefix=(), **options):
        environment = {k: v for k, v in os.environ.items() if not k.startswith("DATELINE_") or k == "DATELINE_BIN"}
        environment.update(env or {})
        listening = ["--listen", listen] if listen else []
        self.process = subprocess.Popen([*prefix, str(BIN / "dateline-search"), "serve", *listening, *[str(a) for a in arguments]],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment, cwd=test.directory, **options)
        test.addCleanup(self.kill)
        self.said = []
        self.addresses = []
        while not self.addresses or not self.said[-1].startswith("ready"):
            line = self.process.stderr.readline().decode("utf-8", "replace")
            if not line:
                raise AssertionError("the service has not begun: " + "".join(self.said))
            self.said.append(line.partition(": ")[2] or line)
            found = re.search(r"listening on (\S+)", line)
            if found:
                self.addresses.append(found.group(1))
        self.host, self.port = self.place(self.addresses[0])

    @staticmethod
    def place(address):
        parsed = urllib.parse.urlsplit(address)
        return parsed.hostname, parsed.port

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(PATIENCE)
        self.process.stderr.close()

    def stop(self, number=signal.SIGTERM):
        """Asks it to end, and returns its exit code."""
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)

    def connection(self):
        return http.client.HTTPConnection(self.host, self.port, timeout=PATIENCE)

    def ask(self, target, method="GET", headers=None, body=None, connection=None):
        own = connection or self.connection()
        own.request(method, target, body=body, headers=headers or {})
        answer = Answer(own.getresponse())
        if not connection:
            own.close()
        return answer

    def api(self, route, headers=None, **parameters):
        return self.ask("/api/v1/%s?%s" % (route, urllib.parse.urlencode(parameters, doseq=True)), headers=headers)

    def raw(self, data, wait_for_end=True, half_close=False):
        """What comes back for these bytes, up to the end of the connection; `half_close`: nothing more is sent."""
        with socket.create_connection((self.host, self.port), timeout=PATIENCE) as own:
            out = b""
            try:
                own.sendall(data)
                if half_close:
                    own.shutdown(socket.SHUT_WR)
            except OSError:
                pass  # it has been refused before it was sent whole
            while wait_for_end or b"\r\n\r\n" not in out:
                try:
                    piece = own.recv(65536)
                except ConnectionResetError:
                    break
                if not piece:
                    break
                out += piece
            return out

    def until(self, condition):
        """Waits for something that comes by itself; a test that never sees it fails."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = condition()
            if found:
                return found
            time.sleep(0.02)
        raise AssertionError("it never came")


class ServiceTest(ProgramTest):
    def serve(self, *arguments, **options):
        return Service(self, "--db", self.db, *arguments, **options)
