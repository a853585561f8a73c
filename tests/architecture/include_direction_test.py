#!/usr/bin/env python3
"""Data flows one way, and third-party libraries stay in the rooms that named them. ARCHITECTURE.md has the picture."""
import collections
import pathlib
import re
import subprocess
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.M)

# What each room may include of ours, besides itself.
ROOMS = {
    "common/base": [],
    "common/document": ["common/base"],
    "common/text": ["common/base"],
    "common/names": ["common/base", "common/text", "common/document"],
    "common/schema": ["common/base", "common/document", "common/names", "common/text"],
    "common/store": ["common/base", "common/document", "common/schema"],
    "common/program": ["common/base"],
    "indexer/glass": ["common/base"],
    "indexer/input": ["common"],
    "indexer/extract": ["common", "indexer/input"],
    "indexer/agency": ["common/base", "common/document", "indexer/input", "indexer/extract"],
    "indexer/watching": ["common/base", "indexer/input"],
    "indexer/feeds": ["common/base", "common/document", "indexer/input", "indexer/agency", "indexer/extract/dates"],
    "indexer/mail": ["common/base", "common/document", "indexer/input", "indexer/agency", "indexer/extract"],
    # Their own keys into ours; the text of what is marked up is the agencies' reader's.
    "indexer/mapping": ["common/base", "common/document", "common/names/toml", "common/schema", "indexer/agency/blocks.h", "indexer/extract/dates"],
    "indexer/entities": ["common"],
    "indexer/enrich": ["common", "indexer/entities", "indexer/input/rejection.h"],
    "indexer/stories": ["common/base", "common/document", "common/schema", "common/store", "common/text"],
    "indexer/write": ["common", "indexer/glass", "indexer/stories", "indexer/input/file_identity.h"],
    # Joins the rooms before it, and knows no command line.
    "indexer/pipeline": ["common/base", "common/document", "common/schema", "common/program/trial.h", "indexer/input", "indexer/extract", "indexer/agency", "indexer/feeds", "indexer/mail", "indexer/mapping", "indexer/entities",
                         "indexer/enrich", "indexer/write"],
    # The library's functions that write, which share their handles' errors with those that search.
    "indexer/capi": ["common", "indexer/pipeline", "searcher/include", "searcher/capi/error.h"],
    # `remove --query` asks in the query language, through the library's door and nothing behind it.
    "indexer/cli": ["common", "indexer", "searcher/search/searcher.h", "searcher/query/language/types.h"],
    "searcher/query": ["common"],
    "searcher/search": ["common", "searcher/query"],
    "searcher/cluster/messages": ["common/base", "common/document", "common/schema", "searcher/search"],
    # A front and its shards; only the shards' server knows a socket, and that is Xapian's.
    "searcher/cluster": ["common", "searcher/query", "searcher/search", "searcher/cluster/messages"],
    "searcher/output": ["common", "searcher/query/language/types.h", "searcher/search"],
    # What is installed: it includes nothing of ours but itself.
    "searcher/include": [],
    "searcher/capi": ["common/base", "searcher/include", "searcher/search", "searcher/output"],
    "searcher/web": ["common/base"],
    "searcher/http": ["common/base", "common/document", "common/names", "common/store/manifest.h", "common/store/remote_place.h",
                      "searcher/query/describe.h", "searcher/search", "searcher/cluster/front/cluster_engine.h", "searcher/output", "searcher/web"],
    # `show --raw` goes back to the input, through one door of the room that reads it.
    "searcher/cli": ["common", "searcher", "indexer/input/original.h"],
    "corpus/generator": ["common"],
    # These stand outside and may look at everything.
    "bench": ["common", "indexer", "searcher", "corpus"],
    "training/extraction": ["indexer/extract", "indexer/input"],
    "training/tagger": ["common/base", "common/document", "indexer/entities"],
    "training/ranking": ["common", "searcher/query", "searcher/search"],
    "training/tag_codes": ["common/document", "common/schema"],
    "tests": ["common", "indexer", "searcher", "corpus", "bench", "training"],
}

# The floors of the large rooms, lowest first: a file may include its own floor and those before it. A floor is a folder of the room, or
# "." for what stands beside the folders; a header of its own in the list is a floor by itself.
FLOORS = {
    "searcher/http": ["messages", "config", "access", "engine", "watching", "routes", "mcp", "wire", "."],
    "common/text": ["spellings", "."],
    "indexer/input": ["rejection.h", "bytes", "head.h", "json_signs.h", "xml_signs.h", "container.h", "warc", "archive", "containers", "."],
    "indexer/extract": ["tables", "markup", "page", "dates", "credits", "body", "facts", "."],
    "indexer/entities": ["tagger.h", "words", "rules", "model", "joining", "."],
    "indexer/glass": ["encoding", "tables", "inverting", "."],
    "indexer/write": ["analysis", "segment", "index", "upkeep", "copying", "."],
    "searcher/query": ["vocabulary", "language", "plan", "positions", "rewrite", "building", ".", "revision"],
    "searcher/search": ["facet.h", "entity_profile.h", "trends/trend.h", "stories/story.h", "request.h", "answer.h", "engine/take_hit.h", "never_throwing.h", "matching", "call.h", "feedback", "compilation.h", "snippet", "counting", "trends", "stories", "similar", "completion", "paging", "overview", "offers.h", "answering.h", "streaming.h", "explaining.h", "likening.h", "trending.h", "engine", "."],
    "searcher/cluster": ["messages", "protocol", "sources", "shard", "front", "serving"],
    "corpus/generator": ["words", "stories", "pages", "."],
}

# A stranger finds the place for a change from a folder's listing.
MOST_FILES_IN_A_FOLDER = 30

# Third-party headers, and the only rooms that may include them.
LIBRARIES = {
    "libxml/": ["indexer/agency", "indexer/extract", "bench/micro", "tests/indexer/extract"],
    "xapian.h": ["common/store", "common/text", "indexer/write", "searcher/query", "searcher/search", "searcher/cluster", "searcher/capi", "training/ranking", "bench", "tests"],
    "unicode/": ["common/text", "indexer/entities", "indexer/extract", "searcher/query", "searcher/output"],
    "cld2/": ["indexer/enrich"],
    "CLI/": ["common/program", "indexer/cli", "searcher/cli", "corpus/generator", "training/tagger", "bench", "tests"],
    "isa-l/": ["indexer/glass", "training/tag_codes"],
    "archive": ["indexer/input", "tests"],
    "bzlib.h": ["indexer/input", "tests"],
    "lzma.h": ["indexer/input", "tests"],
    "brotli/": ["indexer/input", "tests"],
    "libdeflate.h": ["indexer/glass", "indexer/input", "searcher/http/routes", "tests"],
    "zlib.h": ["indexer/input", "bench", "tests"],
    "zstd.h": ["indexer/input", "bench", "tests"],
    "uriparser/": ["common/document"],
    "toml++/": ["common/names", "searcher/http/config"],
    "boost/": ["searcher/http/wire"],
    "openssl/": ["searcher/http/access", "tests"],
    "prometheus/": ["searcher/http/watching"],
    "systemd/": ["searcher/http"],
    "google/protobuf/": ["searcher/cluster/messages"],
}

# Library code never prints or exits; these are the programs.
PROGRAMS = ("common/program", "indexer/cli", "searcher/cli", "corpus/generator", "training", "bench", "tests")
PRINTING = re.compile(r"\bstd::(cout|cerr|clog|exit|abort|terminate)\b|\bfmt::print\b|(?<![\w:])f?printf\s*\(")

# Xapian's constants are shared by all threads, and a Query counts its references without atomic operations: searchers on several
# threads would free them. query::every_document() and Xapian::Query() are made anew.
SHARED_QUERIES = re.compile(r"\bQuery::Match(All|Nothing)\b")
# A thread's own variable that has a destructor: where there is no memory to note it, glibc ends the program.
DESTROYED_WITH_THREADS = re.compile(r"\bthread_local\s+(?!(?:bool|int|std::size_t|std::u?int\d+_t)\b)")


def sources():
    listed = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.h", "*.cc", "*.c"],
                            cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()
    if not listed:  # an exported tree without git
        listed = [str(p.relative_to(ROOT)) for top in ("common", "indexer", "searcher", "corpus", "training", "bench", "tests")
                  for p in (ROOT / top).rglob("*") if p.suffix in (".h", ".cc", ".c")]
    return [path for path in listed if (ROOT / path).exists()]


def room_of(path):
    return next((room for room in sorted(ROOMS, key=len, reverse=True) if path.startswith(room + "/")), None)


def floor_of(room, path):
    """The number of a file's floor in its room's list: of its header, its folder, or of what stands beside the folders."""
    inside = path[len(room) + 1:]
    header = re.sub(r"\.cc$", ".h", inside)
    floors = FLOORS[room]
    if header in floors:
        return floors.index(header)
    return floors.index(inside.split("/")[0] if "/" in inside else ".")


def without_comments(text):
    return re.sub(r"//[^\n]*|/\*.*?\*/", "", text, flags=re.S)


class IncludeDirection(unittest.TestCase):
    def test_there_is_something_to_check(self):
        self.assertGreater(len(sources()), 20)

    def test_every_source_lives_in_a_room(self):
        self.assertEqual([p for p in sources() if room_of(p) is None and not p.startswith("include/")], [])

    def test_no_include_points_back(self):
        faults = []
        for path in sources():
            room = room_of(path)
            for quote, target in INCLUDE.findall((ROOT / path).read_text(encoding="utf-8")):
                if quote != '"' or room is None:
                    continue
                allowed = [room] + ROOMS[room]
                if not any(target == a or target.startswith(a + "/") for a in allowed):
                    # What the build writes stands beside its room's sources.
                    if "/" not in target or (ROOT / target).exists():
                        faults.append("%s includes %s" % (path, target))
        self.assertEqual(faults, [])

    def test_no_include_points_up_inside_a_room(self):
        faults = []
        for path in sources():
            room = room_of(path)
            for quote, target in INCLUDE.findall((ROOT / path).read_text(encoding="utf-8")):
                if quote == '"' and room in FLOORS and target.startswith(room + "/") and floor_of(room, target) > floor_of(room, path):
                    faults.append("%s includes %s" % (path, target))
        self.assertEqual(faults, [])

    def test_every_folder_of_a_large_room_is_a_floor(self):
        folders = {(room_of(p), p[len(room_of(p)) + 1:].split("/")[0]) for p in sources()
                   if room_of(p) in FLOORS and "/" in p[len(room_of(p)) + 1:]}
        self.assertEqual([folder for folder in sorted(folders) if folder[1] not in FLOORS[folder[0]]], [])

    def test_no_folder_is_crowded(self):
        counts = collections.Counter(str(pathlib.PurePath(p).parent) for p in sources())
        self.assertEqual([f for f in counts.items() if f[1] > MOST_FILES_IN_A_FOLDER], [])

    def test_libraries_stay_in_their_rooms(self):
        faults = []
        for path in sources():
            for _, target in INCLUDE.findall((ROOT / path).read_text(encoding="utf-8")):
                for library, rooms in LIBRARIES.items():
                    if target.startswith(library) and not any(path.startswith(r + "/") for r in rooms):
                        faults.append("%s includes %s" % (path, target))
        self.assertEqual(faults, [])

    def test_library_code_neither_prints_nor_exits(self):
        faults = []
        for path in sources():
            if path.startswith(tuple(p + "/" for p in PROGRAMS)):
                continue
            for match in PRINTING.finditer(without_comments((ROOT / path).read_text(encoding="utf-8"))):
                faults.append("%s: %s" % (path, match.group(0)))
        self.assertEqual(faults, [])

    def test_no_query_is_shared_between_threads(self):
        self.assertEqual([p for p in sources()
                          if SHARED_QUERIES.search(without_comments((ROOT / p).read_text(encoding="utf-8")))], [])

    def test_no_variable_is_destroyed_with_a_thread(self):
        self.assertEqual([p for p in sources()
                          if DESTROYED_WITH_THREADS.search(without_comments((ROOT / p).read_text(encoding="utf-8")))], [])

    def test_every_use_of_libxml2_begins_by_setting_it_up(self):
        # Two threads that begin at once would otherwise set it up twice, and it follows null pointers where memory is refused.
        users = {p: (ROOT / p).read_text(encoding="utf-8") for p in sources() if not p.startswith("tests/")}
        self.assertEqual([p for p, text in users.items() if "#include <libxml/" in text and "set_up_parser()" not in text], [])

    def test_no_namespace_std_is_opened(self):
        self.assertEqual([p for p in sources() if re.search(r"using\s+namespace\s+std\s*;", (ROOT / p).read_text(encoding="utf-8"))], [])


if __name__ == "__main__":
    unittest.main()
