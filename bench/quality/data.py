"""What the measurements share: where their data is, how it is read, how the programs are run over it, how a table is printed.

docs/quality.md says which collections there are, where each is published, and in what layout it is expected.
"""
import argparse
import gzip
import json
import os
import pathlib
import subprocess
import sys

NOTHING_MEASURED = 77  # exit code where the data is not there, as test harnesses know it


def parser(description):
    """Options that all measurements take."""
    made = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("--bin", type=pathlib.Path, default=pathlib.Path("build/release/bin"), help="folder of the programs (default: %(default)s)")
    made.add_argument("--data", type=pathlib.Path, default=os.environ.get("DATELINE_DATA"),
                      help="folder of the collections, laid out as docs/quality.md says (default: the environment's DATELINE_DATA)")
    return made


def folder(options, *parts):
    """The data's folder `parts`; ends the program where there is none."""
    if options.data is None:
        sys.exit("name the data's folder with --data or DATELINE_DATA; docs/quality.md says what is expected in it")
    path = pathlib.Path(options.data, *parts)
    if not path.is_dir():
        print("there is no %s: nothing was measured (docs/quality.md says where its data is published)" % path, file=sys.stderr)
        sys.exit(NOTHING_MEASURED)
    return path


def open_text(path):
    """A text file for reading; `path` with .gz behind it where that is what is there."""
    path = pathlib.Path(path)
    packed = path if path.suffix == ".gz" else path.with_name(path.name + ".gz")
    return gzip.open(packed, "rt", encoding="utf-8") if packed.exists() else open(path, encoding="utf-8")


def json_lines(path):
    with open_text(path) as file:
        return [json.loads(line) for line in file if line.strip()]


def run(program, *arguments, stdin="", cwd=None, quiet=False):
    """What `program` printed. Inputs that it rejects are its right (exit code 3); any other failure ends the measurement."""
    done = subprocess.run([str(program), *map(str, arguments)], input=stdin, stdout=subprocess.PIPE, cwd=cwd, encoding="utf-8",
                          stderr=subprocess.DEVNULL if quiet else None, check=False)
    if done.returncode not in (0, 3):
        sys.exit("%s %s: exit code %d" % (program, arguments[0], done.returncode))
    return done.stdout


def print_table(heads, rows):
    """A table in Markdown; what is no text stands to the right."""
    print("| " + " | ".join(heads) + " |")
    print("|---|" + "---:|" * (len(heads) - 1))
    for row in rows:
        print("| " + " | ".join(row) + " |")
