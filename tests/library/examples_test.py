#!/usr/bin/env python3
"""The examples in other languages, run as their pages show them: a page is a whole program and what it prints.

`examples_test.py --update`, or DATELINE_UPDATE_GOLDEN=1, writes what is printed into the pages: read the difference before it is committed. An example
whose language is not on this machine is skipped by name.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "cli"))

from programs import BIN
from service import Service

PAGES = ROOT / "docs" / "examples"
PROGRAM = re.compile(r"^```(python|php|js|sh|go|c|cpp)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PRINTED = re.compile(r"(?<=^```\n)([^`]*)(?=^```$)", re.MULTILINE)
UPDATE = "DATELINE_UPDATE_GOLDEN"
ARTICLES = """\
{"id":"a1","url":"https://news.example/a1","headline":"Ministers agree on the harbour","published":"2020-01-06","source":"Example News","byline":["Ada Writer"],"body":"The ministers agreed to rebuild the harbour of Larnaca, said Maria Keller."}
{"id":"a2","headline":"Harbour works begin","published":"2020-02-10","source":"Other Paper","body":"Works on the harbour began on Monday, said Maria Keller."}
{"id":"a3","headline":"Ferries leave the harbour again","published":"2020-02-20","source":"Example News","body":"The first ferry left the harbour for three weeks."}
{"id":"a4","headline":"A new library","published":"2020-03-01","source":"Example News","body":"The town opens a library in spring."}
"""


class Examples(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.directory = pathlib.Path(tempfile.mkdtemp(prefix="dateline-examples-"))
        cls.addClassCleanup(shutil.rmtree, cls.directory)
        subprocess.run([BIN / "dateline-index", "add", "--db", cls.directory / "index", "-"], input=ARTICLES, text=True, check=True,
                       capture_output=True)

    def environment(self, **more):
        kept = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
        library = str(pathlib.Path(os.environ["DATELINE_LIBRARY"]).parent)
        return kept | {"DATELINE_DB": str(self.directory / "index"), "LD_LIBRARY_PATH": library, "TZ": "UTC", "LC_ALL": "C.UTF-8"} | more

    def need(self, *programs):
        missing = [program for program in programs if shutil.which(program) is None]
        if missing:
            self.skipTest("%s is not on this machine" % missing[0])

    def need_plain_library(self):
        if os.environ.get("DATELINE_SANITIZED"):
            self.skipTest("a program that is not sanitized cannot load a sanitized library")

    def expect_page(self, name, command, suffix, compiler=None, **environment):
        page = PAGES / name
        text = page.read_text(encoding="utf-8")
        program = self.directory / ("example" + suffix)
        program.write_text(PROGRAM.search(text).group(2), encoding="utf-8")
        if compiler:
            program = self.compiled(program, *compiler)
        done = subprocess.run([*command, str(program)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, check=False,
                              env=self.environment(**environment), cwd=self.directory)
        printed = done.stdout.decode("utf-8")
        # The last block: programs have fences of their own.
        place = list(PRINTED.finditer(text))[-1]
        again = text[:place.start()] + printed + text[place.end():]
        if os.environ.get(UPDATE):
            page.write_text(again, encoding="utf-8")
        self.assertEqual((done.returncode, text if not os.environ.get(UPDATE) else again), (0, again))

    def compiled(self, program, *compiler):
        """As whoever has installed the library compiles it."""
        made = program.with_suffix("")
        subprocess.run([*compiler, "-Wall", "-Wextra", "-Werror", "-I", ROOT / "searcher" / "include", program, "-o", made,
                        "-L", pathlib.Path(os.environ["DATELINE_LIBRARY"]).parent, "-ldateline"], check=True)
        return made

    def url(self):
        service = Service(self, "--db", self.directory / "index")
        return "http://%s:%d" % (service.host, service.port)

    def test_c(self):
        self.need_plain_library()
        self.expect_page("c.md", [], ".c", compiler=["cc", "-std=c11", "-pedantic"])

    def test_cpp(self):
        self.need_plain_library()
        self.expect_page("cpp.md", [], ".cpp", compiler=["c++", "-std=c++20"])

    def test_what_the_page_of_the_library_shows_is_a_program(self):
        self.need_plain_library()
        page = ROOT / "docs" / "c-api.md"
        program = self.directory / "shown.c"
        program.write_text(PROGRAM.search(page.read_text("utf-8")).group(2).replace("/srv/dateline/news", str(self.directory / "index"))
                           .replace("iraq troops", "ferries"), "utf-8")
        done = subprocess.run([self.compiled(program, "cc", "-std=c11")], env=self.environment(), capture_output=True, check=True)
        self.assertEqual([hit["id"] for hit in json.loads(done.stdout)["hits"]], ["a3"])

    def test_python_by_the_library(self):
        self.need_plain_library()
        self.expect_page("python.md", [sys.executable], ".py")

    def test_python_over_http(self):
        self.expect_page("python-http.md", [sys.executable], ".py", DATELINE_URL=self.url())

    def test_php(self):
        self.need_plain_library()
        self.need("php")
        self.expect_page("php.md", ["php", "-d", "ffi.enable=1"], ".php")

    def test_node(self):
        self.need("node")
        self.expect_page("node.md", ["node"], ".js", DATELINE_URL=self.url())

    def test_shell(self):
        self.need("curl", "jq")
        self.expect_page("shell.md", ["sh"], ".sh", DATELINE_URL=self.url())

    def test_go(self):
        self.need_plain_library()
        self.need("go")
        flags = {"CGO_CFLAGS": "-I%s" % (ROOT / "searcher" / "include"), "PKG_CONFIG_PATH": str(self.directory), "GOCACHE": str(self.directory / "go")}
        (self.directory / "dateline.pc").write_text("Name: dateline\nDescription: d\nVersion: 0\nLibs: -L%s -ldateline\n" %
                                                    pathlib.Path(os.environ["DATELINE_LIBRARY"]).parent, encoding="utf-8")
        self.expect_page("go.md", ["go", "run"], ".go", **flags)


if __name__ == "__main__":
    if "--update" in sys.argv:
        sys.argv.remove("--update")
        os.environ[UPDATE] = "1"
    unittest.main()
