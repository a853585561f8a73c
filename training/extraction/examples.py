"""Pages with known bodies, and what each body that the extractor might have chosen is worth.

A page is (collection, id, host, candidates); a candidate is (features, overlap), where overlap is (precision, recall, F1) as
bench/quality/extraction.py judges a body. A page whose script has no spaces between words is left out, as it is there.
"""
import collections
import gzip
import json
import pathlib
import subprocess
import sys
import tempfile
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "bench" / "quality"))
import data  # noqa: E402
import extraction  # noqa: E402
import shingles  # noqa: E402

Page = collections.namedtuple("Page", "collection id host candidates length")


def host(url, page):
    """The host without `www.`; a page without an address is a host of its own."""
    name = urllib.parse.urlsplit(url).netloc.lower()
    return name.removeprefix("www.") or page


def stated(root, names):
    """All pages, whatever is known of them."""
    for name in names or sorted(path.parent.name for path in root.glob("*/truth.jsonl")):
        for page in data.json_lines(root / name / "truth.jsonl"):
            yield name, page


def truths(root, names):
    return ((name, page) for name, page in stated(root, names) if page.get("body") and extraction.is_spaced(page["body"]))


def unpacked(path, folder, number):
    bytes_ = path.read_bytes()
    out = pathlib.Path(folder) / ("%d.html" % number)
    out.write_bytes(gzip.decompress(bytes_) if bytes_[:2] == b"\x1f\x8b" else bytes_)
    return out


def candidates(program, root, pages):
    """What the program says of each page, in order."""
    with tempfile.TemporaryDirectory() as folder:
        manifest = "".join("%s\t%s\n" % (unpacked(root / name / page["file"], folder, n), page.get("url", "")) for n, (name, page) in enumerate(pages))
        run = subprocess.run([str(program)], input=manifest, stdout=subprocess.PIPE, check=True, encoding="utf-8")
    return [json.loads(line) for line in run.stdout.splitlines()]


def cuts(program, root, names=()):
    """(collection, page, lines that were left out) of each page."""
    pages = list(truths(root, names))
    return [(name, page, found.get("cut", [])) for (name, page), found in zip(pages, candidates(program, root, pages))]


def broken(program, root, names=()):
    """(collection, page, rules that its body breaks) of all pages."""
    pages = list(stated(root, names))
    return [(name, page, found.get("broken", [])) for (name, page), found in zip(pages, candidates(program, root, pages))]


def overlap(collection, page, candidate):
    found = candidate["body"]
    if collection == "fundus_parser" and candidate["standfirst"]:
        found = candidate["standfirst"] + "\n\n" + found
    return shingles.overlap(page["body"], found)


def read(program, root, names=()):
    pages = list(truths(root, names))
    out = []
    for (name, page), found in zip(pages, candidates(program, root, pages)):
        judged = [(candidate["features"], overlap(name, page, candidate)) for candidate in found["candidates"]]
        out.append(Page(name, page["id"], host(page.get("url", ""), page["id"]), judged, len(page["body"])))
    return out
