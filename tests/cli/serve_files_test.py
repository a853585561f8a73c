#!/usr/bin/env python3
"""The files under share/ that run and watch the service: nginx before it, the unit's hardening, and counters that are there."""
import http.server
import json
import re
import shutil
import socket
import subprocess
import threading
import tomllib
import unittest
import urllib.parse

import yaml

from programs import ROOT, record
from service import PATIENCE, Service, ServiceTest

SHARE = ROOT / "share"
# What nginx needs around a site of its conf.d; who asks is played by two headers of the test's own.
AROUND = """
daemon off; user root; pid nginx.pid; error_log error.log; worker_processes 1;
events { worker_connections 64; }
http {
    access_log off;
    client_body_temp_path tmp; proxy_temp_path tmp; fastcgi_temp_path tmp; uwsgi_temp_path tmp; scgi_temp_path tmp;
    map $http_x_test_user $dateline_user { default $http_x_test_user; }
    map $http_x_test_groups $dateline_groups { default $http_x_test_groups; }
    include dateline.conf;
}
"""


class Behind(Service):
    """The same service, asked through nginx."""

    def __init__(self, test, service, port):
        self.host, self.port = "127.0.0.1", port
        self.process = subprocess.Popen([shutil.which("nginx", path="/usr/sbin:/usr/bin"), "-p", test.directory, "-c", "nginx.conf",
                                         "-e", "error.log"], cwd=test.directory)
        test.addCleanup(self.kill)
        self.service = service

    def kill(self):
        self.process.terminate()
        self.process.wait(PATIENCE)

    def is_up(self):
        try:
            return self.ask("/").status
        except OSError:
            return None


class Login(http.server.ThreadingHTTPServer):
    """Plays what signs people in: knows by a cookie who asks, and says so in its own headers."""

    def __init__(self, test, path, names):
        users = {"session=mara": ("mara", "desk,board"), "session=otto": ("otto", "")}

        class Answer(http.server.BaseHTTPRequestHandler):
            def do_GET(self):  # noqa: N802
                known = users.get(self.headers.get("Cookie"))
                signs_in = not self.path.startswith(path) or self.path.endswith("/sign_in")
                self.send_response(403 if signs_in else 202 if known and path == "/oauth2/" else 200 if known else 401)
                for name, value in zip(names, known or ()):
                    self.send_header(name, value)
                self.send_header("Location", "https://login.example/")
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *arguments):
                pass

        super().__init__(("127.0.0.1", 0), Answer)
        thread = threading.Thread(target=self.serve_forever)
        thread.start()
        test.addCleanup(lambda: (self.shutdown(), thread.join(), self.server_close()))


class Files(ServiceTest):
    def setUp(self):
        super().setUp()
        self.add("--entities", "none", self.write_records("a.jsonl", [
            record(1, headline="Harbour", body="The harbour.", url="https://news.example/a?b=c"),
            record(2, headline="Harbour plan", body="The harbour.", access=["desk"])]))

    def behind_nginx(self, site="dateline.conf", login=""):
        if not shutil.which("nginx", path="/usr/sbin:/usr/bin"):
            self.skipTest("nginx is not on this machine")
        service = self.serve("--base-path", "/news", "--trusted-proxy", "127.0.0.1", "--proxy-secret", self.write("secret", "s3cret\n"))
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        places = {"127.0.0.1:8400": "127.0.0.1:%d" % service.port, "127.0.0.1:8080": "127.0.0.1:%d" % port, "127.0.0.1:4180": login, "127.0.0.1:9091": login}
        text = (SHARE / "nginx" / site).read_text()
        for place, other in places.items():
            text = text.replace(place, other)
        self.write("dateline.conf", text)
        self.write("dateline-secret.conf", 'proxy_set_header X-Dateline-Secret "s3cret";\n')
        self.write("nginx.conf", AROUND)
        behind = Behind(self, service, port)
        service.until(behind.is_up)
        return behind

    def test_nginx_passes_on_what_is_asked_and_by_whom(self):
        behind = self.behind_nginx()
        total = lambda **headers: behind.ask("/news/api/v1/search?q=harbour", headers=headers).json()["total"]["value"]  # noqa: E731
        self.assertEqual(total(), 1)
        self.assertEqual(total(**{"X-Test-Groups": "desk", "X-Test-User": "mara"}), 2)
        article = "/news/api/v1/articles/" + urllib.parse.quote("https://news.example/a?b=c", safe="")
        self.assertEqual(behind.ask(article).json()["id"], "a1")
        self.assertIn(b"http://127.0.0.1:%d/news/feed.atom" % behind.port, behind.ask("/news/opensearch.xml").body)
        self.assertEqual(behind.ask("/news/metrics").status, 404)
        self.assertEqual(behind.ask("/news/healthz").status, 200)

    def test_what_a_client_says_of_itself_does_not_get_through_nginx(self):
        behind = self.behind_nginx()
        for lie in ({"X-Dateline-Groups": "desk"}, {"X-Dateline-Groups": "desk", "X-Dateline-Secret": "s3cret"}, {"x-dateline-groups": "desk"}):
            self.assertEqual(behind.ask("/news/api/v1/search?q=harbour", headers=lie).json()["total"]["value"], 1, lie)

    def test_who_signs_people_in_says_who_asks_and_sends_away_who_is_nobody(self):
        for site, paths, names in [("dateline-oauth2-proxy.conf", "/oauth2/", ("X-Auth-Request-User", "X-Auth-Request-Groups")),
                                   ("dateline-authelia.conf", "/api/authz/auth-request", ("Remote-User", "Remote-Groups"))]:
            login = Login(self, paths, names)
            behind = self.behind_nginx(site, "127.0.0.1:%d" % login.server_port)
            ask = lambda **headers: behind.ask("/news/api/v1/search?q=harbour", headers=headers)  # noqa: E731, B023
            self.assertEqual(ask(Cookie="session=mara").json()["total"]["value"], 2, site)
            self.assertEqual(ask(Cookie="session=otto").json()["total"]["value"], 1, site)
            for lie in ({}, {name: "desk" for name in names}, {"X-Dateline-Groups": "desk", "X-Dateline-Secret": "s3cret"}, {"Cookie": "session=eve"}):
                answer = ask(**lie)
                self.assertIn(answer.status, (302, 403), (site, lie))
                self.assertNotIn(b"Harbour", answer.body)
            lies = {"Cookie": "session=otto", "X-Dateline-Groups": "desk", names[1]: "desk"}
            self.assertEqual(ask(**lies).json()["total"]["value"], 1, site)
            self.assertEqual(behind.ask("/internal/authelia").status, 404)
            behind.kill()

    def test_the_units_are_shut_out_from_what_they_do_not_need(self):
        if not shutil.which("systemd-analyze"):
            self.skipTest("systemd is not on this machine")
        for unit in ("dateline.service", "dateline-watch.service"):
            run = subprocess.run(["systemd-analyze", "security", "--offline=yes", "--threshold=20", str(SHARE / "systemd" / unit)],
                                 capture_output=True, text=True, check=False)
            self.assertEqual(run.returncode, 0, unit + run.stdout[-300:] + run.stderr)

    def test_the_settings_listen_nowhere_where_systemd_does(self):
        sockets = re.findall(r"^ListenStream=(.*)$", (SHARE / "systemd" / "dateline.socket").read_text(), re.M)
        self.assertGreater(len(sockets), 1)
        settings = tomllib.loads((SHARE / "dateline.toml").read_text())
        self.assertIn("db", settings)
        self.assertEqual([place for place in settings.get("listen", []) if place.removeprefix("unix:") in sockets], [])

    def test_alerts_and_dashboard_ask_for_counters_that_there_are(self):
        service = self.serve()
        service.api("search", q="harbour")
        service.ask("/api/v1/search?q=a", headers={"X-Dateline-Groups": "x"})
        there = set(re.findall(r"^(dateline_\w+)", service.ask("/metrics").body.decode(), re.M))
        rules = yaml.safe_load((SHARE / "prometheus" / "dateline.rules.yml").read_text())
        asked = [rule["expr"] for group in rules["groups"] for rule in group["rules"]]
        board = json.loads((SHARE / "grafana" / "dateline.json").read_text())
        asked += [target["expr"] for panel in board["panels"] for target in panel["targets"]]
        names = set(re.findall(r"dateline_\w+", " ".join(asked)))
        self.assertGreater(len(names), 5)
        self.assertEqual(names - there, set())


if __name__ == "__main__":
    unittest.main()
