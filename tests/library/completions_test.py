#!/usr/bin/env python3
"""bash, zsh and fish complete verbs, options, values, fields and indexes with the scripts that the programs write.

Each shell is asked what it would offer at the end of a line. One that is not on this machine is skipped by name.
"""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

DOCUMENTS = pathlib.Path(os.environ["DATELINE_BIN"]).parent / "documents"
SETTINGS = '[sources]\n# db = "/not/this"\ndb = ["news=%(place)s/news",\n  "%(place)s/old"]\nlisten = ["127.0.0.1:8400"]\n'

BASH = 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _${1//-/_}; printf "%s\\n" "${COMPREPLY[@]}"'
FISH = 'source $argv[1]; complete -C $argv[2]'
# What zsh would show is taken where it is handed over, in a shell on a terminal of its own, since it completes nowhere else. Which functions
# it has is found out once.
ZSH = r"""
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "autoload -Uz compinit; compinit -C -d ${(q)3:h}/functions; fpath=(${(q)1:h} \$fpath); autoload -Uz ${1:t}; compdef ${1:t} ${1:t:s/_//}"
zpty -w shell "offered=${(q)3}; compadd() {
  local -a taken
  if [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then builtin compadd \"\$@\"; return; fi
  builtin compadd -A taken \"\$@\"
  print -rl -- \$taken >>\$offered
  builtin compadd \"\$@\"
}
done_now() { : >\$offered.done }"
zpty -w shell "comppostfuncs=(done_now); bindkey '^I' complete-word; setopt no_auto_menu no_beep"
zpty -w -n shell "$2"$'\t'
repeat 200; do [[ -e $3.done ]] && break; zpty -r -t shell >/dev/null; sleep 0.05; done
zpty -d shell
[[ -e $3.done ]] && cat $3
"""


class Bash:
    script = "bash-completion/completions/%s"

    @staticmethod
    def offers(script, line, _):
        return run("bash", "-c", BASH, "bash", script, *line.split(" "))


class Zsh:
    script = "zsh/site-functions/_%s"

    @staticmethod
    def offers(script, line, scratch):
        taken = tempfile.mktemp(dir=scratch)
        pathlib.Path(taken).touch()
        return run("zsh", "-f", "-c", ZSH, "zsh", script, line, taken)


class Fish:
    script = "fish/vendor_completions.d/%s.fish"

    @staticmethod
    def offers(script, line, _):
        return [row.split("\t")[0] for row in run("fish", "--no-config", "-c", FISH, script, line)]


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=60, check=False,
                          env=dict(os.environ, TERM="dumb", HOME="/nonexistent"))
    if done.returncode != 0:
        raise AssertionError("%s\n%s%s" % (command, done.stdout, done.stderr))
    return done.stdout.splitlines()


class Completions(unittest.TestCase):
    shell = None

    @classmethod
    def setUpClass(cls):
        if cls.shell is None:
            raise unittest.SkipTest("only its kinds run")
        name = cls.shell.__name__.lower()
        if shutil.which(name) is None:
            raise unittest.SkipTest("%s is not on this machine" % name)
        scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(scratch.cleanup)
        cls.scratch = pathlib.Path(scratch.name)
        (cls.scratch / "settings.toml").write_text(SETTINGS % {"place": cls.scratch}, "utf-8")
        (cls.scratch / "folder").mkdir()

    def offers(self, line):
        script = DOCUMENTS / (self.shell.script % line.split(" ")[0])
        # The settings are this test's.
        mine = self.scratch / script.name
        mine.write_text(script.read_text("utf-8").replace("/etc/dateline/dateline.toml", str(self.scratch / "settings.toml")), "utf-8")
        return sorted({offer.rstrip() for offer in self.shell.offers(mine, line, self.scratch)} - {""})

    def test_verbs(self):
        self.assertEqual(self.offers("dateline-search qu"), ["query"])
        self.assertEqual(self.offers("dateline-index comp"), ["compact"])

    def test_options_and_their_values(self):
        self.assertEqual(self.offers("dateline-search query --so"), ["--sort"])
        self.assertEqual(self.offers("dateline-search query --sort ne"), ["newest"])
        self.assertEqual(self.offers("dateline-search query --facet mo"), ["month"])
        self.assertEqual(self.offers("dateline-index add --builder g"), ["glass"])

    def test_fields_of_the_query_language(self):
        self.assertEqual(self.offers("dateline-search query headl"), ["headline:"])
        offered = self.offers("dateline-search query ")
        self.assertEqual([name for name in ("by:", "date:", "entity:", "person:") if name not in offered], [])
        self.assertEqual([name for name in offered if not name.endswith(":") or name == ":"], [])

    def test_the_indexes_that_the_settings_name(self):
        place = str(self.scratch)
        self.assertEqual(self.offers("dateline-search query --db %s/ne" % place), [place + "/news"])
        self.assertIn(place + "/old", self.offers("dateline-index info --db %s/o" % place))
        self.assertTrue(any("folder" in offer for offer in self.offers("dateline-search query --db %s/fo" % place)))


class InBash(Completions):
    shell = Bash


class InZsh(Completions):
    shell = Zsh


class InFish(Completions):
    shell = Fish


if __name__ == "__main__":
    unittest.main()
