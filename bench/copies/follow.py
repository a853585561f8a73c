#!/usr/bin/env python3
"""Commits, folds and pulls beside clients: a service of a copy answers all the time, and sees each new state soon after it was pulled.

    bench/copies/follow.py --bin build/release/bin --seconds 60 --clients 4 [--rsync]

Prints a JSON line: how many requests were answered, errors by kind, pulls and what failed of them, and how long after the end of a pull the service first answered
from the state that it brought (the longest of all, asked every few milliseconds). --rsync copies by rsync over a stand-in for ssh. The articles are counted, not drawn: every run writes the same.
"""
import argparse
import collections
import http.client
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import threading
import time
import urllib.parse

STAND_IN = '#!/bin/sh\nif [ "$1" = -l ]; then shift 2; fi\nshift\nexec sh -c "$*"\n'


class Follow:
    def __init__(self, options, directory):
        self.options, self.directory = options, directory
        self.source, self.copy = directory / "source", directory / "copy"
        self.place = str(self.source)
        self.environment = {key: value for key, value in os.environ.items() if not key.startswith("DATELINE_")}
        if options.rsync:
            shell = directory / "shell"
            shell.write_text(STAND_IN)
            shell.chmod(0o755)
            self.environment["RSYNC_RSH"] = str(shell)
            self.place = "here:" + self.place
        self.written, self.answered = 0, 0
        self.errors = collections.Counter()
        self.seen_after, self.pulls, self.folds = [], 0, 0

    def index(self, *arguments, stdin=None):
        run = subprocess.run([str(self.options.bin / "dateline-index"), *map(str, arguments)], input=stdin, capture_output=True, text=True, env=self.environment,
                             check=False)
        if run.returncode != 0:
            self.errors["%s: %s" % (arguments[0], run.stderr.splitlines()[0])] += 1
        return run.returncode == 0

    def commit(self, count=50):
        # Half of them replace what is there.
        first = max(0, self.written - count // 2)
        lines = "".join(json.dumps({"id": "a%d" % i, "headline": "Harbour report %d" % i, "published": "2020-01-%02d" % (1 + i % 28),
                                    "body": "Ferry %d left the quay of berth %d. " % (i, i % 97) * 8}) + "\n" for i in range(first, first + count))
        self.written = first + count
        return self.index("add", "--db", self.source, "--progress", "never", "--entities", "none", "--threads", 1, "-", stdin=lines)

    def begin_service(self):
        process = subprocess.Popen([str(self.options.bin / "dateline-search"), "serve", "--db", str(self.copy), "--listen", "127.0.0.1:0"], stdout=subprocess.DEVNULL,
                                   stderr=subprocess.PIPE, text=True, env=self.environment)
        port = None
        for line in process.stderr:
            found = re.search(r"listening on \S*:(\d+)", line)
            port = int(found.group(1)) if found else port
            if "ready" in line:
                break
        threading.Thread(target=process.stderr.read, daemon=True).start()
        return process, port

    def total(self, connection, query):
        connection.request("GET", "/api/v1/search?" + urllib.parse.urlencode({"q": query, "limit": 3}))
        answer = connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise OSError("status %d" % answer.status)
        found = json.loads(body)
        if found["partial"]:
            self.errors["partial"] += 1
        return found["total"]["value"]

    def ask(self, port, end):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        queries = ("harbour", '"left the quay"', "ferry berth", "headline:report date:2020-01", "harb*")
        while time.monotonic() < end:
            try:
                self.total(connection, queries[self.answered % len(queries)])
            except (OSError, http.client.HTTPException) as error:
                self.errors["request: %s" % error] += 1
                connection.close()
            self.answered += 1

    def run(self):
        self.commit()
        self.index("pull", self.place, self.copy)
        process, port = self.begin_service()
        try:
            end = time.monotonic() + self.options.seconds
            clients = [threading.Thread(target=self.ask, args=(port, end)) for _ in range(self.options.clients)]
            for client in clients:
                client.start()
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
            while time.monotonic() < end:
                self.commit()
                if self.pulls % 5 == 4 and self.index("compact", "--db", self.source):
                    self.folds += 1
                if not self.index("pull", self.place, self.copy):
                    continue
                self.pulls += 1
                pulled = time.monotonic()
                while self.total(connection, "harbour") != self.written and time.monotonic() < pulled + 30:
                    time.sleep(0.005)
                self.seen_after.append(time.monotonic() - pulled)
            for client in clients:
                client.join()
        finally:
            process.terminate()
            process.wait()
        self.index("verify", "--db", self.copy)
        return {"seconds": self.options.seconds, "clients": self.options.clients, "rsync": self.options.rsync, "answered": self.answered, "errors": dict(self.errors),
                "pulls": self.pulls, "folds": self.folds, "articles": self.written, "seen_after_ms": round(1000 * max(self.seen_after, default=0))}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", type=pathlib.Path, default=pathlib.Path("build/release/bin"), help="where the programs are")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--clients", type=int, default=4)
    parser.add_argument("--rsync", action="store_true")
    options = parser.parse_args()
    options.bin = options.bin.resolve()
    directory = pathlib.Path(tempfile.mkdtemp(prefix="dateline-follow-"))
    try:
        print(json.dumps(Follow(options, directory).run()))
    finally:
        shutil.rmtree(directory, ignore_errors=True)


if __name__ == "__main__":
    main()
