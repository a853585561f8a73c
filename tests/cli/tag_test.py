#!/usr/bin/env python3
"""dateline-index tag: names in plain text files, with their places in bytes."""
import json
import unittest

from programs import ProgramTest

TEXT = "CAIRO — Defense Secretary Mark Esper met officials of NATO in São Paulo.\nMr. Esper left.\n"


class Tag(ProgramTest):
    def tag(self, *arguments, **options):
        return [json.loads(line) for line in self.index("tag", *arguments, **options).stdout.splitlines()]

    def test_offsets_are_bytes_of_the_file(self):
        path = self.write("a.txt", TEXT)
        [found] = self.tag(path)
        self.assertEqual(list(found), ["path", "spans"])
        self.assertEqual(found["path"], str(path))
        data = TEXT.encode("utf-8")
        for span in found["spans"]:
            self.assertEqual(list(span), ["start", "end", "type", "text", "name"])
            self.assertEqual(data[span["start"]:span["end"]].decode("utf-8"), span["text"])
        self.assertEqual([(s["type"], s["text"], s["name"]) for s in found["spans"]], [
            ("place", "CAIRO", "CAIRO"),
            ("person", "Mark Esper", "Mark Esper"),
            ("organisation", "NATO", "NATO"),
            ("place", "São Paulo", "São Paulo"),
            ("person", "Esper", "Mark Esper"),
        ])

    def test_a_line_for_each_file_in_the_order_given(self):
        paths = [str(self.write(name, "He flew to Germany.\n")) for name in ("b.txt", "a.txt", "c.txt")]
        listed = self.write("list", "\n".join(paths) + "\n")
        self.assertEqual([f["path"] for f in self.tag(*paths)], paths)
        self.assertEqual([f["path"] for f in self.tag("--files-from", listed)], paths)

    def test_standard_input_and_an_empty_file(self):
        [found] = self.tag("-", stdin=b"He flew to Germany.\n")
        self.assertEqual((found["path"], found["spans"][0]["text"]), ("-", "Germany"))
        self.assertEqual(self.tag(self.write("empty.txt", "")), [{"path": str(self.directory / "empty.txt"), "spans": []}])

    def test_bytes_that_are_no_utf_8_are_read_all_the_same(self):
        [found] = self.tag(self.write("latin.txt", "Caf\xe9 in Germany.\n".encode("latin-1")))
        self.assertEqual(found["spans"][-1]["start"], 8)

    def test_a_missing_file_is_named_and_the_rest_is_tagged(self):
        rejects = self.directory / "rejects.jsonl"
        path = self.write("a.txt", "He flew to Germany.\n")
        run = self.index("tag", "none.txt", path, "--rejects", rejects, expect=3)
        self.assertIn("none.txt", run.stderr)
        self.assertEqual(len(run.stdout.splitlines()), 1)
        self.assertEqual(json.loads(rejects.read_text())["code"], "missing")

    def test_nothing_to_read_is_a_wrong_command_line(self):
        self.assertIn("--files-from", self.index("tag", expect=2).stderr)


if __name__ == "__main__":
    unittest.main()
