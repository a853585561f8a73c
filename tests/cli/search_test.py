#!/usr/bin/env python3
"""dateline-search query, show and explain, as a user and a script see them."""
import json
import os
import pty
import re
import subprocess
import unittest

from programs import BIN, ProgramTest, record

ARTICLES = [
    record(1, headline="Bridge closed after storm", standfirst="Engineers fear for its pillars.", source="The Tidewater Post",
           body="The harbour bridge was closed on Friday night.\n\nIraq's parliament held a non-binding vote.", section="City",
           published="2024-03-02T23:30:00-05:00", byline=["Ann Lee", "Bo \u00d8degaard"], tags=["storm", "public works"],
           url="https://news.example/bridge", language="en"),
    record(2, headline="Council votes on tunnel", body="A bridge would cost less than a tunnel, said the council. The vote was close.",
           section="Politics", published="2024-03-03", language="en-GB", source="The Tidewater Post"),
    record(3, headline="Ferry back in service", body="The ferry crosses the harbour again. <b>Tickets</b> & times are on the quay.",
           section="City", published="2023-12-31T10:00:00Z", language="en"),
    record(4, headline="Undated", body="This one has no date, and says harbour harbour harbour."),
]


class Search(ProgramTest):
    def setUp(self):
        super().setUp()
        self.add(self.write_records("a.jsonl", ARTICLES))

    def assert_ids(self, query, expected, *options):
        self.assertEqual(self.ids(query, *options), sorted(expected), query)

    def test_boolean_phrase_field_and_date(self):
        self.assert_ids("harbour", ["a1", "a3", "a4"])
        self.assert_ids("harbour bridge", ["a1"])
        self.assert_ids("harbour OR tunnel", ["a1", "a2", "a3", "a4"])
        self.assert_ids("bridge NOT tunnel", ["a1"])
        self.assert_ids("bridge -tunnel", ["a1"])
        self.assert_ids('"harbour bridge"', ["a1"])
        self.assert_ids('"bridge harbour"', [])
        self.assert_ids("headline:bridge", ["a1"])
        self.assert_ids("body:(bridge OR ferry)", ["a1", "a2", "a3"])
        self.assert_ids("standfirst:pillars", ["a1"])
        self.assert_ids("section:city", ["a1", "a3"])
        self.assert_ids('source:"the tidewater post"', ["a1", "a2"])
        self.assert_ids('by:"Ann Lee"', ["a1"])
        self.assert_ids("by:odegaard", ["a1"])
        self.assert_ids('tag:"public works"', ["a1"])
        self.assert_ids("lang:en", ["a1", "a2", "a3", "a4"])
        self.assert_ids("lang:en-GB", ["a2"])
        self.assert_ids("id:a4", ["a4"])
        self.assert_ids("url:https://news.example/bridge", ["a1"])
        self.assert_ids("harbour date:2024-03-02", ["a1"])
        self.assert_ids("date:2024-03", ["a1", "a2"])
        self.assert_ids("date:..2023", ["a3"])
        self.assert_ids("date:2023..2024-03-02", ["a1", "a3"])

    def test_words_meet_whatever_their_spelling(self):
        self.assert_ids("nonbinding", ["a1"])
        self.assert_ids("non-binding", ["a1"])
        self.assert_ids('"non binding vote"', ["a1"])
        self.assert_ids("iraq", ["a1"])
        self.assert_ids("closing", ["a1", "a2"])
        self.assert_ids("=closed", ["a1"])

    def test_each_article_is_found_by_the_stems_of_its_own_language(self):
        self.add(self.write_records("b.jsonl", [
            record(11, language="de", headline="Br\u00fccken gesperrt", body="Die Regierung will die Ergebnisse zusammenfassen."),
            record(12, language="fr", headline="Les ponts ferm\u00e9s", body="Le gouvernement annoncera ses d\u00e9cisions demain."),
            record(13, language="sw", headline="Daraja limefungwa", body="Serikali itatangaza maamuzi kesho.")]))
        self.assert_ids("zusammenfassen", ["a11"])
        self.assert_ids("br\u00fccke", ["a11"])
        self.assert_ids("d\u00e9cision gouvernements", ["a12"])
        self.assert_ids("limefungwa", ["a13"])
        self.assert_ids("closing", ["a1", "a2"])

    def test_british_and_american_spelling_find_each_other(self):
        self.assert_ids("harbor", ["a1", "a3", "a4"])
        self.assert_ids("harbor", [], "--spelling", "exact")
        self.assert_ids("=harbor", [])
        explained = self.search("explain", "--db", self.db, "--format", "json", "harbor").stdout
        self.assertEqual(json.loads(explained)["rewritten"], "[harbor|harbour]")

    def test_any_part_of_text_without_spaces_is_found(self):
        self.add(self.write_records("c.jsonl", [
            record(21, language="ja", headline="\u6771\u4eac\u3067\u4f1a\u8ac7", body="\u5b89\u500d\u9996\u76f8\u306f\u5408\u610f\u3057\u305f\u3002"),
            record(22, language="th", headline="\u0e19\u0e32\u0e22\u0e01\u0e23\u0e31\u0e10\u0e21\u0e19\u0e15\u0e23\u0e35", body="\u0e1b\u0e23\u0e30\u0e40\u0e17\u0e28\u0e44\u0e17\u0e22")]))
        for headline, found in (("\u6771\u4eac\u3067\u4f1a\u8ac7", "a21"), ("\u0e19\u0e32\u0e22\u0e01\u0e23\u0e31\u0e10\u0e21\u0e19\u0e15\u0e23\u0e35", "a22")):
            for first in range(len(headline) - 1):
                self.assert_ids(headline[first:first + 3], [found])
        self.assert_ids("\u4eac\u6771", [])

    def test_match_any_and_dates_as_options(self):
        self.assert_ids("ferry tunnel", ["a2", "a3"], "--match", "any")
        self.assert_ids("harbour", ["a3"], "--to", "2023-12-31")
        self.assert_ids("harbour", ["a1"], "--from", "2024-01-01", "--to", "2024-12")

    def test_order_and_pages(self):
        self.assertEqual([h["id"] for h in self.query("harbour", "--sort", "newest")["hits"]], ["a1", "a3", "a4"])
        self.assertEqual([h["id"] for h in self.query("harbour", "--sort", "oldest")["hits"]], ["a3", "a1", "a4"])
        whole = [h["id"] for h in self.query("harbour")["hits"]]
        answer = self.query("harbour", "--limit", "1", "--offset", "1")
        self.assertEqual([h["id"] for h in answer["hits"]], whole[1:2])
        self.assertEqual(answer["hits"][0]["rank"], 2)
        self.assertEqual(answer["total"], {"value": 3, "relation": "exact"})

    def test_a_headline_counts_more_than_a_body(self):
        self.assertEqual(self.query("bridge")["hits"][0]["id"], "a1")

    def test_count_gives_the_total_alone(self):
        answer = self.query("harbour", "--count")
        self.assertEqual((answer["total"]["value"], answer["total"]["relation"], answer["hits"]), (3, "exact", []))

    def test_the_json_answer_has_the_keys_of_the_contract(self):
        answer = self.query("harbour bridge")
        self.assertLessEqual({"query", "parsed", "took_ms", "partial", "total", "hits", "facets", "suggestions", "notices"}, set(answer))
        [hit] = answer["hits"]
        self.assertEqual(hit["headline"], "Bridge closed after storm")
        self.assertEqual(hit["byline"], ["Ann Lee", "Bo \u00d8degaard"])
        self.assertEqual(hit["published"], "2024-03-02T23:30:00-05:00")
        self.assertLessEqual({"rank", "score", "id", "url", "headline", "standfirst", "byline", "source", "section", "published",
                              "language", "snippet"}, set(hit))
        self.assertIn("<mark>", hit["snippet"])

    def test_a_snippet_marks_what_matched_and_nothing_else(self):
        text = "Since 9/11 the U.S. Navy kept 5,000 men; of the US, none asked us. #MeToo came with C++ and MH17."
        self.add(self.write_records("marks.jsonl", [record(5, headline="Item", body=("Filler goes here. " * 200 + "\n\n") + text, language="en")]))
        for query, marked in [("9/11", ["9/11"]), ("US navy", ["U.S. Navy", "US"]), ("5,000", ["5,000"]), ("#metoo", ["#MeToo"]), ("C++", ["C++"]),
                              ("MH17", ["MH17"]), ('"of the us"', ["of the US"]), ("kept NEAR/3 men", ["kept", "men"]), ("filler headline:item", ["Filler"] * 1)]:
            snippet = self.query(query)["hits"][0]["snippet"]
            found = re.findall("<mark>(.*?)</mark>", snippet)
            self.assertEqual(marked, found[:len(marked)], query)
            self.assertEqual(set(marked), set(found), query)

    def test_words_of_other_scripts_and_signs_are_met_as_people_type_them(self):
        texts = {"he1": ("he", 'דובר צה"ל אמר הבוקר'), "he2": ("he", "דובר צה״ל הודיע אתמול בערב"), "zh": ("zh", "北京大学的研究人员表示，习近平访问了上海。"),
                 "de1": ("de", "Herr Müller wohnt in der Straße am See."), "de2": ("de", "Frau Mueller sprach gestern in Oelsnitz von Regen."),
                 "en1": ("en", "The class of ABC'13 met NGOs and two F-35s."), "en2": ("en", "Of ABC '13 an NGO and one F-35 came, and the blue does too.")}
        self.add(self.write_records("scripts.jsonl", [{**record(9, headline="Item " + key, body=body, language=language), "id": key}
                                                      for key, (language, body) in texts.items()]))
        for query, expected in [('צה"ל', ["he1", "he2"]), ('"דובר צה"ל"', ["he1", "he2"]), ("צהל", ["he1", "he2"]), ("习*", ["zh"]), ("北京*", ["zh"]),
                                ("北?大学", ["zh"]), ("Mueller", ["de1", "de2"]), ("Müller", ["de1", "de2"]), ("strasse", ["de1"]), ("blue", ["en2"]),
                                ("abc", ["en1", "en2"]), ("NGO", ["en1", "en2"]), ("F-35", ["en1", "en2"]), ("F-35s", ["en1", "en2"])]:
            self.assert_ids(query, expected, "--collapse", "none")

    def test_a_snippet_is_escaped_text_with_marks_alone(self):
        [hit] = self.query("tickets")["hits"]
        self.assertIn("&lt;b&gt;<mark>Tickets</mark>&lt;/b&gt; &amp; times", hit["snippet"])

    def test_json_lines_are_one_hit_each(self):
        run = self.search("query", "--db", self.db, "--format", "jsonl", "harbour")
        self.assertEqual(len([json.loads(line) for line in run.stdout.splitlines()]), 3)

    def test_text_shows_headline_and_source_and_no_escapes_in_a_pipe(self):
        run = self.search("query", "--db", self.db, "harbour", "bridge")
        self.assertIn("Bridge closed after storm", run.stdout)
        self.assertIn("The Tidewater Post", run.stdout)
        self.assertNotIn("\x1b", run.stdout)
        self.assertNotIn("<mark>", run.stdout)

    def test_colour_on_a_terminal_unless_no_color(self):
        def on_terminal(env, *options):
            try:
                primary, secondary = pty.openpty()
            except OSError as fault:
                self.skipTest(f"no pseudo-terminal to be had here: {fault}")
            subprocess.run([str(BIN / "dateline-search"), "query", "--db", str(self.db), *options, "harbour"], stdout=secondary,
                           stderr=subprocess.DEVNULL, env={**os.environ, "TERM": "xterm", **env}, check=True)
            os.close(secondary)
            shown = b""
            while True:
                try:
                    chunk = os.read(primary, 65536)
                except OSError:
                    break
                if not chunk:
                    break
                shown += chunk
            os.close(primary)
            return shown.decode()
        self.assertIn("\x1b[", on_terminal({"NO_COLOR": ""}))
        self.assertNotIn("\x1b[", on_terminal({"NO_COLOR": "1"}))
        self.assertNotIn("\x1b[", on_terminal({"NO_COLOR": ""}, "--color=never"))

    def test_no_hits_is_done(self):
        run = self.search("query", "--db", self.db, "zeppelin")
        self.assertEqual(run.returncode, 0)
        self.assertEqual(self.query("zeppelin")["total"]["value"], 0)

    def test_an_unclosed_quote_is_repaired_with_a_notice(self):
        answer = self.query('"harbour bridge')
        self.assertEqual([h["id"] for h in answer["hits"]], ["a1"])
        self.assertEqual(len(answer["notices"]), 1)

    def test_show_by_id_and_by_url(self):
        shown = json.loads(self.search("show", "--db", self.db, "--format", "json", "a1").stdout)
        for key, value in ARTICLES[0].items():
            self.assertEqual(shown[key], value, key)
        by_url = json.loads(self.search("show", "--db", self.db, "--format", "json", "http://news.example/bridge#top").stdout)
        self.assertEqual(by_url, shown)
        self.assertIn("harbour bridge", self.search("show", "--db", self.db, "a1").stdout)
        self.assertIn("none", self.search("show", "--db", self.db, "none", expect=1).stderr)

    def test_explain_prints_each_stage_and_the_terms(self):
        shown = json.loads(self.search("explain", "--db", self.db, "--format", "json", "--", "headline:bridges OR ferry").stdout)
        self.assertLessEqual({"query", "parsed", "rewritten", "xapian", "terms", "notices"}, set(shown))
        counts = {t["term"]: t["articles"] for t in shown["terms"]}
        self.assertEqual(counts, {"ZSbridg": 1, "Zferri": 1})
        text = self.search("explain", "--db", self.db, "--", "headline:bridges OR ferry").stdout
        self.assertIn("ZSbridg", text)

    def test_the_parts_of_a_score_add_up(self):
        shown = json.loads(self.search("explain", "--db", self.db, "--format", "json", "--id", "a1", "--", "bridge storm").stdout)
        parts = shown["article"]["parts"]
        self.assertGreaterEqual(len(parts), 2)
        self.assertAlmostEqual(sum(p["value"] for p in parts), shown["article"]["score"], places=3)

    def test_a_closed_pipe_is_success(self):
        line = "for i in 1 2 3; do %s query --db %s harbour; done | head -c 10 >/dev/null; exit ${PIPESTATUS[0]}" % (BIN / "dateline-search", self.db)
        self.assertEqual(subprocess.run(["bash", "-c", line], check=False).returncode, 0)

    def test_took_is_a_number_and_nothing_is_partial(self):
        answer = self.query("harbour")
        self.assertTrue(re.fullmatch(r"\d+(\.\d+)?", str(answer["took_ms"])))
        self.assertFalse(answer["partial"])


if __name__ == "__main__":
    unittest.main()
