#!/usr/bin/env python3
"""Makes a crawl (WARC 1.1) of pages: each is answered in one of the ways in which servers answer, with the records that crawlers write beside it.

    corpus/crawls/make_crawl.py --pages ../shared/data/extraction/aeb/html --out crawl.warc.gz [--pictures 4] [--repeat 10] [--damage 3] [--index]

The same arguments make the same bytes. Pages are files of HTML, or .html.gz; page N has the address https://crawl.example/N.
"""
import argparse
import gzip
import json
import pathlib
import random
import zlib

DATE = "2026-06-01T00:00:00Z"
HTML = "Content-Type: text/html"


def record(kind, url, content, *fields, content_type="application/http; msgtype=response"):
    head = ["WARC/1.1", "WARC-Type: " + kind, "WARC-Target-URI: " + url, "WARC-Date: " + DATE, *fields, "Content-Type: " + content_type,
            "Content-Length: %d" % len(content), "", ""]
    return "\r\n".join(head).encode() + content + b"\r\n\r\n"


def answer(body, *fields, status="200 OK"):
    return "\r\n".join(["HTTP/1.1 " + status, *fields, "", ""]).encode() + body


def chunked(body, chance):
    """In chunks of uneven length, some with an extension."""
    out, at = [], 0
    while at < len(body):
        size = min(chance.randint(1, 20_000), len(body) - at)
        out.append(b"%x%s\r\n%s\r\n" % (size, chance.choice([b"", b"", b";x=y"]), body[at:at + size]))
        at += size
    return b"".join(out) + b"0\r\n\r\n"


def raw_deflate(body):
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(body) + packer.flush()


def ways(body, chance):
    """A page in each way in which servers send it."""
    return [lambda: answer(body, HTML, "Content-Length: %d" % len(body)),
            lambda: answer(chunked(body, chance), HTML, "Transfer-Encoding: chunked"),
            lambda: answer(gzip.compress(body, mtime=0), HTML, "Content-Encoding: gzip"),
            lambda: answer(zlib.compress(body), HTML, "Content-Encoding: deflate"),
            lambda: answer(raw_deflate(body), HTML, "Content-Encoding: deflate"),
            lambda: answer(chunked(gzip.compress(body, mtime=0), chance), HTML, "Content-Encoding: gzip", "Transfer-Encoding: chunked"),
            # Unpacked by the crawler, which has left the head as it was.
            lambda: answer(body, HTML, "Content-Encoding: gzip", "Transfer-Encoding: chunked")]


def records(pages, chance, pictures=0):
    """The records of a crawl, each with its type for an index: of its pages, and of what a crawler finds beside them."""
    yield "-", record("warcinfo", "", b"software: make_crawl.py\r\n", content_type="application/warc-fields")
    for number, body in enumerate(pages):
        url = "https://crawl.example/%d" % number
        yield "-", record("request", url, b"GET / HTTP/1.1\r\nHost: crawl.example\r\n\r\n", content_type="application/http; msgtype=request")
        if number % 8 == 7:
            yield "text/html", record("resource", url, body, content_type="text/html")
        else:
            yield "text/html", record("response", url, ways(body, chance)[number % 8]())
        if number % 5 == 0:
            yield "text/html", record("response", url + "/gone", answer(b"<html>not here", HTML, status="404 Not Found"))
            yield "warc/revisit", record("revisit", url, answer(b"", HTML), "WARC-Refers-To-Target-URI: " + url, "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest")
        for picture in range(pictures):
            # Packs by some hundredths, as pictures do.
            noise = chance.randbytes(chance.randint(10_000, 120_000)).replace(b"\x07", b"\x00").replace(b"\x4a", b"\x00")
            yield "image/jpeg", record("response", "%s/%d.jpg" % (url, picture), answer(noise, "Content-Type: image/jpeg"))


def damaged(member, chance):
    """Cut, or with a wrong byte."""
    at = chance.randrange(len(member) // 4, len(member) * 3 // 4)
    return member[:at] if chance.random() < 0.5 else member[:at] + bytes([member[at] ^ 0x55]) + member[at + 1:]


def write_crawl(out, pages, seed=1, pack=True, pictures=0, damage=0):
    """Writes to the file `out` and gives the lines of its CDXJ index. Every page but the first may be among the `damage` that are damaged."""
    chance = random.Random(seed)
    made = list(records(pages, chance, pictures))
    broken = set(chance.sample([n for n, (mime, _) in enumerate(made) if mime == "text/html"][1:], damage))
    lines, offset = [], 0
    for number, (mime, one) in enumerate(made):
        member = gzip.compress(one, 6, mtime=0) if pack else one
        if number in broken:
            member = damaged(member, chance)
        if mime != "-":
            facts = {"mime": mime, "length": str(len(member)), "offset": str(offset), "filename": pathlib.Path(out.name).name}
            lines.append("example,crawl)/%d 20260601000000 %s\n" % (number, json.dumps(facts)))
        out.write(member)
        offset += len(member)
    return lines


def read_pages(folder):
    return [gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            for path in sorted(folder.iterdir()) if path.name.endswith((".html", ".html.gz"))]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--pages", type=pathlib.Path, required=True, help="a folder of pages")
    options.add_argument("--out", type=pathlib.Path, required=True, help="compressed record by record if it ends in .gz")
    options.add_argument("--repeat", type=int, default=1, help="how often all pages are in it, each time at other addresses")
    options.add_argument("--pictures", type=int, default=0, help="how many pictures there are beside each page")
    options.add_argument("--damage", type=int, default=0, help="how many records of pages are damaged")
    options.add_argument("--index", action="store_true", help="write a .cdxj beside it")
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    with open(given.out, "wb") as out:
        lines = write_crawl(out, read_pages(given.pages) * given.repeat, given.seed, given.out.suffix == ".gz", given.pictures, given.damage)
    if given.index:
        given.out.with_name(given.out.name + ".cdxj").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
