#!/usr/bin/env python3
"""What is installed can be moved, found by CMake and by pkg-config, built against, and run."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ["DATELINE_BIN"]).parent
FOREIGN = pathlib.Path(__file__).resolve().parent / "foreign"
RECORD = '{"id": "a1", "headline": "Harbour opens", "body": "The harbour opened.", "published": "2020-01-06"}\n'


def run(*command, **options):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=120, check=False, **options)
    if done.returncode != 0:
        raise AssertionError("%s\n%s%s" % (command, done.stdout, done.stderr))
    return done.stdout


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        base = pathlib.Path(cls.scratch.name)
        for component in ("programs", "library", "development"):
            run("cmake", "--install", BUILD, "--prefix", base / "first", "--component", component)
        # Whatever knew where it was installed is lost now.
        cls.prefix = base / "moved"
        (base / "first").rename(cls.prefix)
        cls.index = base / "index"
        run(cls.prefix / "bin/dateline-index", "add", "--db", cls.index, "-", input=RECORD)

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def places(self, pattern):
        return sorted(str(path.relative_to(self.prefix)) for path in self.prefix.glob(pattern) if path.is_file())

    def expect_hits(self, program, **options):
        self.assertEqual([hit["id"] for hit in json.loads(run(program, self.index, "harbour", **options))["hits"]], ["a1"])

    @unittest.skipUnless(os.environ.get("DATELINE_BUILD_TYPE") == "Release", "debugging builds name their sources")
    def test_nothing_tells_where_it_was_built(self):
        # The folder differs from builder to builder, and with it the bytes of a package.
        files = [path for pattern in ("bin/*", "lib/**/*") for path in self.prefix.glob(pattern) if path.is_file()]
        self.assertGreater(len(files), 2)
        self.assertEqual([path.name for path in files if str(ROOT).encode() in path.read_bytes()], [])

    def test_a_foreign_project_is_built_with_cmake(self):
        with tempfile.TemporaryDirectory() as build:
            run("cmake", "-S", FOREIGN, "-B", build, "-G", "Ninja", "-DCMAKE_PREFIX_PATH=%s" % self.prefix)
            run("cmake", "--build", build)
            self.expect_hits(pathlib.Path(build) / "find_in_c")
            self.expect_hits(pathlib.Path(build) / "find_in_cpp")

    def test_a_component_that_there_is_not_is_refused(self):
        with tempfile.TemporaryDirectory() as build:
            refused = subprocess.run(["cmake", "-S", FOREIGN, "-B", build, "-G", "Ninja", "-DCMAKE_PREFIX_PATH=%s" % self.prefix,
                                      "-DWANTED=Fortran"], capture_output=True, text=True, timeout=120, check=False)
            self.assertNotEqual(refused.returncode, 0)
            self.assertIn("Fortran", refused.stderr)

    def test_a_foreign_project_is_built_with_pkg_config(self):
        folder = next(self.prefix.glob("lib*/**/dateline.pc")).parent
        environment = dict(os.environ, PKG_CONFIG_PATH=str(folder))
        flags = run("pkg-config", "--cflags", "--libs", "dateline", env=environment).split()
        self.assertEqual(run("pkg-config", "--modversion", "dateline", env=environment).strip(), os.environ["DATELINE_VERSION"])
        with tempfile.TemporaryDirectory() as build:
            program = pathlib.Path(build) / "find"
            run("cc", "-std=c11", "-Wall", "-Wextra", "-pedantic", "-Werror", FOREIGN / "find.c", "-o", program, *flags)
            self.expect_hits(program, env=dict(os.environ, LD_LIBRARY_PATH=str(folder.parent)))

    def test_nothing_says_where_it_was_installed(self):
        texts = [path for path in self.prefix.rglob("*") if path.suffix in (".pc", ".cmake", ".1", ".service", ".toml")]
        self.assertGreater(len(texts), 10)
        self.assertEqual([path.name for path in texts if re.search("/first|%s" % re.escape(str(ROOT)), path.read_text("utf-8"))], [])

    def test_every_verb_has_a_page_of_the_manual(self):
        pages = self.places("share/man/man1/*.1")
        for program in ("dateline-index", "dateline-search"):
            usage = run(self.prefix / "bin" / program, "--help")
            verbs = re.findall(r"^  ([a-z-]+) +\S", usage.split("Subcommands:")[1], re.M)
            self.assertGreater(len(verbs), 6)
            for name in [program] + ["%s-%s" % (program, verb) for verb in verbs]:
                self.assertIn("share/man/man1/%s.1" % name, pages)

    def test_pages_are_right_and_say_what_help_says(self):
        page = self.prefix / "share/man/man1/dateline-search-query.1"
        text = page.read_text("utf-8")
        self.assertIn("\\-\\-sort", text)
        self.assertIn("articles without a date come last by date", text)
        if not shutil.which("man"):
            self.skipTest("man is not on this machine")
        for path in sorted(page.parent.iterdir()):
            shown = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", str(path)], capture_output=True, text=True,
                                   timeout=60, check=False, env=dict(os.environ, LC_ALL="C.UTF-8"))
            self.assertEqual((path.name, shown.stderr), (path.name, ""))


if __name__ == "__main__":
    unittest.main()
