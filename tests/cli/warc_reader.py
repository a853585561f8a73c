"""A second reader of WARC files, small and slow, that the program's is held against. It has none of its bounds, and reads a file as a whole.

A member of gzip, or in a plain file a record, that cannot be read is damaged, and reading goes on at the next place where a record begins.
"""
import gzip
import re
import zlib

BEGINS = re.compile(rb"WARC/\d\.\d\r\n")


def fields(head):
    lines = head.decode("utf-8", "replace").split("\r\n")
    return lines[0], {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:] if line)}


def members(data):
    """The offset and the text of each member; None for one that is damaged."""
    if not data.startswith(b"\x1f\x8b"):
        starts = [found.start() for found in BEGINS.finditer(data)]
        for start, end in zip(starts, starts[1:] + [len(data)]):
            yield start, data[start:end]
        return
    at = 0
    while at < len(data):
        unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS + 16)
        try:
            text = unpacker.decompress(data[at:])
        except zlib.error:
            text = None
        if text is not None and unpacker.eof:
            yield at, text
            at = len(data) - len(unpacker.unused_data)
            continue
        yield at, None
        at += 1
        while at < len(data) and not begins_record(data[at:at + 4096]):
            at = data.find(b"\x1f\x8b\x08", at + 1)
            at = len(data) if at < 0 else at


def begins_record(packed):
    try:
        return packed.startswith(b"\x1f\x8b\x08") and zlib.decompressobj(wbits=zlib.MAX_WBITS + 16).decompress(packed, 5) == b"WARC/"
    except zlib.error:
        return False


def without_chunks(body):
    out, first = b"", True
    while True:
        size, _, rest = body.partition(b"\r\n")
        if not re.fullmatch(rb"[0-9a-fA-F]+(;.*)?", size):
            return body if first else out
        count = int(size.split(b";")[0], 16)
        if count == 0:
            return out
        out, body, first = out + rest[:count], rest[count + 2:], False


def decoded(body, http):
    if "chunked" in http.get("transfer-encoding", ""):
        body = without_chunks(body)
    encoding = http.get("content-encoding", "")
    if encoding == "gzip" and body.startswith(b"\x1f\x8b"):
        return gzip.decompress(body)
    if encoding == "deflate":
        try:
            return zlib.decompress(body)
        except zlib.error:
            return zlib.decompress(body, wbits=-zlib.MAX_WBITS)
    return body


def page_of(text):
    """The address and the page of a record; None where it is no page; ValueError where it is damaged."""
    head, end, rest = text.partition(b"\r\n\r\n")
    version, warc = fields(head)
    size = int(warc["content-length"])
    if not end or not version.startswith("WARC/") or rest[size:] != b"\r\n\r\n":
        raise ValueError("no whole record")
    content, url = rest[:size], warc.get("warc-target-uri", "").strip("<>")
    if warc["warc-type"] == "resource" and warc["content-type"].startswith("text/html"):
        return url, content
    if warc["warc-type"] != "response":
        return None
    head, _, body = content.partition(b"\r\n\r\n")
    status, http = fields(head)
    if status.split()[1] != "200" or not http.get("content-type", "").startswith("text/html"):
        return None
    return url, decoded(body, http)


def read(data):
    """The pages of a file by their offsets, as (address, bytes), and the offsets of what is damaged."""
    pages, damage = {}, []
    for offset, text in members(data):
        try:
            found = page_of(text) if text is not None else ValueError()
        except (ValueError, KeyError, IndexError, OSError, EOFError, zlib.error) as error:
            found = error
        if isinstance(found, Exception):
            damage.append(offset)
        elif found:
            pages[offset] = found
    return pages, damage
