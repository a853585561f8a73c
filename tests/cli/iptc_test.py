#!/usr/bin/env python3
"""The IPTC's own examples of NewsML-G2 and ninjs: the program's records have the values that the documents state.

The documents are no part of this project, so neither are their texts: what they state is read here a second time, by another and much smaller
reader. What is an article and what is none is written down below.
"""
import json
import pathlib
import re
import subprocess
import unittest
import xml.etree.ElementTree as ElementTree

from programs import BIN, ProgramTest

# By the number of the listing or the file's name. All others are rejected, by these codes.
G2_ARTICLES = {"LISTING_1", "LISTING_2", "LISTING_21", "LISTING_22", "LISTING_27", "facet-example-3"}
G2_PARTS = {"LISTING_7", "LISTING_8", "LISTING_9", "LISTING_25", "LISTING_28"}
G2_WITHOUT_TEXT = {"LISTING_24", "LISTING_29", "facet-example", "facet-example-2"}
NINJS_REJECTED = {"006_photo_only": "not-text", "008_event": "not-text", "not-valid_008_extension": "no-text"}


def plain(text):
    return " ".join((text or "").split())


def code(value):
    return (value or "").rsplit(":", 1)[-1]


def without_namespaces(path):
    root = ElementTree.parse(path).getroot()
    for element in root.iter():
        element.tag = element.tag.rsplit("}", 1)[-1]
    return root


def listing(path):
    """LISTING_2_NewsML-G2_Text_Document.xml → LISTING_2."""
    found = re.match(r"LISTING_\d+A?", path.name)
    return found.group(0) if found else path.stem


def flat(element):
    return plain("".join(element.itertext()))


def stated_in_g2(path):
    item = without_namespaces(path)
    language_key = "{http://www.w3.org/XML/1998/namespace}lang"
    language = item.find("contentMeta/language")
    language = language.get("tag") if language is not None else item.get(language_key)

    def name(element):
        names = element.findall("name")
        return next((flat(one) for one in names if one.get(language_key) == language), flat(names[0]) if names else "")

    moments = [plain(item.findtext(place)) for place in ("itemMeta/firstCreated", "contentMeta/contentCreated", "itemMeta/versionCreated")]
    published = next((moment for moment in moments if moment), None)
    tags = [name(subject) for subject in item.findall("contentMeta/subject")]
    paragraphs = [flat(p) for place in ("nitf/body/body.content/p", "p") for p in item.findall("contentSet/inlineXML/" + place)]
    stated = {"id": item.get("guid"), "version": int(item.get("version")), "language": language, "published": published,
              "modified": moments[2] if moments[2] != published else None, "headline": plain(item.findtext("contentMeta/headline")),
              "embargo": plain(item.findtext("itemMeta/embargoed")), "tags": [tag for tag in dict.fromkeys(tags) if tag],
              "body": "\n\n".join(paragraphs) or plain(item.findtext("contentSet/inlineData"))}
    status = item.find("itemMeta/pubStatus")
    stated["status"] = code(status.get("qcode")) if status is not None else None
    summaries = [flat(one) for one in item.findall("contentMeta/description") if code(one.get("role")) in ("summary", "abstract")]
    stated["standfirst"] = summaries[0] if summaries else flat(item.find(".//abstract")) if item.find(".//abstract") is not None else None
    return {key: value for key, value in stated.items() if value}


def stated_in_ninjs(path):
    item = json.loads(path.read_text(encoding="utf-8"))

    def form(one, many):
        """The values by their roles: "headline_main" of old versions is an element of "headlines" in new ones."""
        forms = {key[len(one) + 1:]: value for key, value in item.items() if key == one or key.startswith(one + "_")}
        forms.update({element.get("role", ""): element["value"] for element in item.get(many, [])})
        return forms

    lower = {key.lower(): value for key, value in item.items()}
    bodies = form("body", "bodies")
    marked = next((value for value in bodies.values() if "</p>" in value), None)
    body = "\n\n".join(plain(re.sub("<[^>]*>", "", p)) for p in marked.split("</p>")).strip() if marked else max(bodies.values(), key=len, default="")
    headlines = form("headline", "headlines")
    stated = {"id": item["uri"], "version": int(item["version"]) if "version" in item else None, "language": item.get("language"),
              "published": lower.get("firstcreated") or lower.get("contentcreated") or lower.get("versioncreated"),
              "headline": headlines.get("main") or headlines.get("") or next(iter(headlines.values()), None), "embargo": lower.get("embargoed"),
              "byline": re.split(" and ", lower.get("byline") or lower.get("by") or "") if lower.get("byline") or lower.get("by") else None, "body": body}
    return {key: value for key, value in stated.items() if value}


class Iptc(ProgramTest):
    def read(self, folder):
        """Records by path, and the codes of what was rejected by path."""
        paths = sorted(str(path) for path in folder.iterdir() if path.suffix in (".xml", ".json"))
        rejects = self.directory / "rejects.jsonl"
        run = subprocess.run([BIN / "dateline-index", "extract", "--entities", "none", "--rejects", rejects, *paths], capture_output=True, check=False)
        self.assertEqual(run.returncode, 3, run.stderr)
        records = {pathlib.Path(one["origin"]["path"]): one for one in map(json.loads, run.stdout.splitlines())}
        codes = {}
        for line in rejects.read_text(encoding="utf-8").splitlines():
            one = json.loads(line)
            codes.setdefault(pathlib.Path(one["path"]), set()).add(one["code"])
        self.assertEqual(sorted(map(str, set(records) | set(codes))), paths)
        return records, codes

    def compare(self, path, record, stated):
        """Everything that is stated is in the record, and of the same keys nothing that is not."""
        keys = ("id", "version", "language", "published", "modified", "headline", "embargo", "tags", "body", "status", "standfirst")
        stated.setdefault("language", record.get("language"))  # told by the text where nothing is stated
        with self.subTest(path.name):
            self.assertEqual({key: record[key] for key in keys if key in record}, {key: stated[key] for key in keys if stated.get(key)})
            self.assertEqual(record.get("byline", []), stated.get("byline", record.get("byline", [])))

    def test_newsml_g2(self):
        records, codes = self.read(self.shared("data/newsml_g2"))
        self.assertEqual({listing(path) for path in records}, G2_ARTICLES)
        for path, record in records.items():
            self.compare(path, record, stated_in_g2(path))
        for path, said in codes.items():
            name = listing(path)
            expected = {"unsupported"} if name in G2_PARTS else {"no-text"} if name in G2_WITHOUT_TEXT else {"not-text"}
            self.assertEqual(said - {"not-text"} if name == "LISTING_24" else said, expected, path.name)

    def test_ninjs(self):
        records, codes = self.read(self.shared("data/ninjs"))
        for path, record in records.items():
            self.compare(path, record, stated_in_ninjs(path))
        for path, said in codes.items():
            self.assertEqual(said, {NINJS_REJECTED[re.sub(r"^\d\.\d_", "", path.stem)]}, path.name)


if __name__ == "__main__":
    unittest.main()
