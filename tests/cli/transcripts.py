"""Transcripts: files of commands and what they print, which a test runs again and compares.

    # A comment, or an empty line, stays where it is.
    $ dateline-search query 'bridge AND (inquiry'
    ! dateline-search: the query is wrong:
    [exit 2]

A line behind `$ ` is run by bash. What it writes to standard output follows behind `| `, what it writes to standard error behind
`! `, and its exit code where that is not 0. A line of JSON is unfolded, so that a difference shows the key that changed.
Durations, times of writing and scores beyond the third decimal are left out: no two runs, or no two compilers, agree on them.
"""
import json
import re
import subprocess

WIDTH = 120  # JSON values up to this many characters stay on one line

VARYING = [
    (re.compile(r'"took_ms":\d+'), '"took_ms":0'),
    (re.compile(r'"next":"[0-9a-fu]+"'), '"next":"CURSOR"'),
    (re.compile(r'"updated":"[^"]*"'), '"updated":"TIME"'),
    (re.compile(r"^(updated +)\S+$", re.MULTILINE), r"\1TIME"),
    (re.compile(r'"seconds":[0-9.e-]+'), '"seconds":0'),
    (re.compile(r"\(\d+ ms\)"), "(N ms)"),
    (re.compile(r" in \d+\.\d s\)"), " in N s)"),
    (re.compile(r"^revision (\d+) at \S+Z$", re.MULTILINE), r"revision \1 at TIME"),
]


def normalised(text, directory):
    """`text` without what differs between runs: `directory`, where they run, and VARYING."""
    text = text.replace(str(directory), "DIRECTORY")
    for pattern, replacement in VARYING:
        text = pattern.sub(replacement, text)
    return text


def compact(value):
    return json.dumps(value, ensure_ascii=False)


def unfolded(value, indent=""):
    """The lines of a JSON value: short ones whole, long objects and arrays an element a line, long texts a paragraph a line."""
    if len(compact(value)) > WIDTH:
        inner = indent + "  "
        if isinstance(value, dict):
            lines = [inner + compact(key) + ": " + "\n".join(unfolded(item, inner)) for key, item in value.items()]
            return ["{", *lines, indent + "}"]
        if isinstance(value, list):
            return ["[", *(inner + "\n".join(unfolded(item, inner)) for item in value), indent + "]"]
        if isinstance(value, str) and "\n\n" in value:
            return ["[paragraphs]", *(inner + compact(paragraph) for paragraph in value.split("\n\n"))]
    return [compact(round(value, 3) if isinstance(value, float) else value)]


def shown(line):
    """A line of output as the transcript has it: JSON unfolded, anything else as it is."""
    if line.startswith("{"):
        try:
            return "\n".join(unfolded(json.loads(line, parse_float=lambda number: round(float(number), 3))))
        except ValueError:
            pass
    return line


def run(command, directory, environment):
    """The lines that `command` adds to a transcript."""
    done = subprocess.run(["bash", "-c", command], cwd=directory, env=environment, capture_output=True, timeout=300, check=False)
    out = normalised(done.stdout.decode("utf-8"), directory)
    lines = [("| " + part).rstrip() for line in out.splitlines() for part in shown(line).splitlines() or [""]]
    lines += [("! " + line).rstrip() for line in normalised(done.stderr.decode("utf-8"), directory).splitlines()]
    return lines + ([] if done.returncode == 0 else ["[exit %d]" % done.returncode])


def repeated(text, directory, environment):
    """The transcript `text` with its commands run again, in their order."""
    lines = []
    for line in text.splitlines():
        if line.startswith("$ "):
            lines += [line, *run(line[2:], directory, environment)]
        elif not line or line.startswith("#"):
            lines.append(line)
    return "\n".join(lines) + "\n"
