#!/usr/bin/env python3
"""A cluster answers as one index of all its articles does, or says which shard it did without."""
import collections
import json
import os
import pathlib
import shutil
import tempfile
import time
import unittest

from programs import ProgramTest
from shard_servers import ShardServers, articles, shard_of, write_records

SHARDS = 4
# The same with many more is run by bench/cluster.
ARTICLES = int(os.environ.get("DATELINE_CLUSTER_ARTICLES", "900"))

QUERIES = (
    "treaty", "treaty harbour", "treaty OR glacier", "minister NOT strike", "+treaty -harbour flood", '"treaty harbour"', '"harbour minister"~4',
    "treaty NEAR/5 glacier", "harbour ADJ/3 treaty", '"treaty harbour" NEAR/9 minister', 'state-of-the-art', "stateoftheart",
    '"state of the art" NEAR/6 wait', "trea*", "h?rbour", "*port", "harbor~", "minster~", "headline:treaty", "body:glacier", "by:brandt",
    'source:"Harbour Times"', "treaty source:(harbour OR veltria)", "section:politics strike", "date:2010 treaty", "date:2008..2012", "treaty date:..2009",
    "person:esperson", 'person:"Ilse Brandt" treaty', "place:veltria", 'entity:"Port Maren"', "treaty^3 glacier", "=minister", "the", "in that",
    "unknownword", "treaty unknownword", "(treaty OR flood) AND (harbour OR strike) NOT glacier", "zebedee", "lang:en", "lang:en treaty", "auction orchestra satellite",
    "delegation ADJ/9 mark", "minister strike flood inquiry election budget engine bridge",
)


def scores(answer, shown="id"):
    """Scores in the order of the page, and the articles of each: articles of equal scores may stand in any order, and of copies that
    score alike either may be shown for its story."""
    groups = collections.OrderedDict()
    for hit in answer["hits"]:
        groups.setdefault(round(hit["score"], 9), set()).add(hit[shown])
    return groups


class Clusters(ProgramTest):
    place = pathlib.Path(tempfile.mkdtemp(prefix="dateline-cluster-"))
    records = articles(ARTICLES, seed=7)

    def build(self):
        """The whole and its shards, each with what has gone: made once."""
        if (self.place / "built").exists():
            return
        changed = [dict(record, body=record["body"] + "\n\nA correction was published.") for record in self.records[::11]]
        removed = [record["id"] for record in self.records[5::40]]
        places = {"whole": lambda record: True}
        for shard in range(SHARDS):
            places["shard%d" % shard] = lambda record, shard=shard: shard_of(record, SHARDS) == shard
        for name, takes in places.items():
            db = self.place / name
            for records in (self.records, changed):
                path = write_records(self.directory / "records.jsonl", [record for record in records if takes(record)])
                self.index("add", "--db", db, "--progress", "never", path)
            mine = [record["id"] for record in self.records if record["id"] in removed and takes(record)]
            if mine:
                self.index("remove", "--db", db, *[part for number in mine for part in ("--id", number)])
        (self.place / "built").touch()

    def setUp(self):
        super().setUp()
        self.build()

    def serve(self, copies=1):
        places = [self.place / ("shard%d" % shard) for shard in range(SHARDS)] * copies
        servers = ShardServers(self.directory, places)
        self.addCleanup(servers.stop)
        return servers

    def ask(self, where, verb, *arguments):
        option = ("--db", self.place / "whole") if where == "whole" else ("--cluster", where)
        return json.loads(self.search(verb, *option, "--format", "json", *arguments).stdout)


def tearDownModule():
    shutil.rmtree(Clusters.place, ignore_errors=True)


class SameAnswers(Clusters):
    def setUp(self):
        super().setUp()
        self.servers = self.serve()
        self.cluster = self.servers.cluster_file()

    def both(self, verb, *arguments):
        return self.ask("whole", verb, *arguments), self.ask(self.cluster, verb, *arguments)

    def test_articles_scores_and_totals_are_those_of_one_index(self):
        for number, query in enumerate(QUERIES):
            collapses = number % 4 == 0
            options = () if collapses else ("--collapse", "none", "--limit", "300")
            with self.subTest(query=query):
                whole, cluster = self.both("query", *options, "--", query)
                shown = "story" if collapses else "id"
                ours, theirs = list(scores(cluster, shown).items()), list(scores(whole, shown).items())
                self.assertEqual([score for score, _ in ours], [score for score, _ in theirs])
                # The last group may be cut by the page's end.
                self.assertEqual(ours[:-1], theirs[:-1])
                if whole["total"]["relation"] == "exact":
                    self.assertEqual(cluster["total"], whole["total"])
                self.assertEqual(cluster["partial"], False)
                self.assertEqual(cluster["parsed"], whole["parsed"])
                codes = [notice["code"] for notice in cluster["notices"]]
                self.assertEqual(codes, [notice["code"] for notice in whole["notices"]])
                snippets = {hit["id"]: hit["snippet"] for hit in whole["hits"]}
                for hit in cluster["hits"]:
                    self.assertEqual(hit["snippet"], snippets.get(hit["id"], hit["snippet"]))

    def test_by_date_it_is_the_same_list_on_every_page(self):
        for order in ("newest", "oldest"):
            for query in ("treaty", "lang:en", "date:2010..2015"):
                after_whole, after_cluster = (), ()
                for _ in range(4):
                    options = ("--sort", order, "--collapse", "none", "--limit", "7")
                    whole = self.ask("whole", "query", *options, *after_whole, "--", query)
                    cluster = self.ask(self.cluster, "query", *options, *after_cluster, "--", query)
                    self.assertEqual([hit["id"] for hit in cluster["hits"]], [hit["id"] for hit in whole["hits"]])
                    if "next" not in whole or not whole["next"]:
                        break
                    after_whole, after_cluster = ("--after", whole["next"]), ("--after", cluster["next"])

    def test_pages_by_relevance_follow_each_other_without_gap(self):
        everything = [hit["id"] for hit in self.ask(self.cluster, "query", "--limit", "40", "treaty")["hits"]]
        paged, after = [], ()
        for _ in range(4):
            answer = self.ask(self.cluster, "query", "--limit", "10", *after, "treaty")
            paged += [hit["id"] for hit in answer["hits"]]
            after = ("--after", answer["next"])
        self.assertEqual(paged, everything)

    def test_counts_and_facets_are_those_of_one_index(self):
        for query in ("treaty", "harbour OR flood", 'source:"Harbour Times"', "lang:en"):
            with self.subTest(query=query):
                whole, cluster = self.both("query", "--facet", "source", "--facet", "year", "--facet", "section", "--facet", "author", "--", query)
                self.assertEqual(cluster["facets"], whole["facets"])
                self.assertEqual(self.ask(self.cluster, "query", "--count", "--", query)["total"],
                                 self.ask("whole", "query", "--count", "--", query)["total"])

    def test_facets_of_entities_are_those_of_one_index(self):
        for query in ("treaty", "lang:en"):
            for options in ((), ("--names", "written")):
                whole, cluster = self.both("query", "--facet", "person:5", "--facet", "place", *options, "--", query)
                self.assertTrue(whole["facets"]["person"])
                self.assertEqual(cluster["facets"], whole["facets"])

    def test_completions_are_those_of_one_index(self):
        for typed in ("tre", "mi", "ilse", "mark esp", "veltr", "treaty har", "harbuo"):
            whole, cluster = self.both("suggest", typed)
            words_of_both = [[(one["kind"], one["text"]) for one in answer["suggestions"] if one["kind"] != "headline"] for answer in (cluster, whole)]
            self.assertEqual(*words_of_both, typed)
            # Which were added last is another matter in each shard.
            self.assertEqual(len(cluster["suggestions"]), len(whole["suggestions"]))

    def test_a_trend_is_that_of_one_index(self):
        for by in ("year", "month"):
            whole, cluster = self.both("trend", "--by", by, "treaty", "glacier OR ferry")
            self.assertEqual(cluster, whole)

    def test_copies_are_counted_over_all_shards(self):
        whole, cluster = self.both("query", "--limit", "100", "treaty")
        copies = {hit["id"]: hit["copies"] for hit in whole["hits"]}
        stories = {hit["story"]: hit["copies"] for hit in whole["hits"]}
        self.assertTrue(any(copies.values()))
        for hit in cluster["hits"]:
            if hit["story"] in stories:
                self.assertEqual(hit["copies"], stories[hit["story"]], hit["id"])

    def test_an_article_is_shown_from_whichever_shard_has_it(self):
        for record in self.records[:12]:
            run = self.search("show", "--cluster", self.cluster, "--format", "json", record["id"], expect=None)
            whole = self.search("show", "--db", self.place / "whole", "--format", "json", record["id"], expect=None)
            self.assertEqual(run.returncode, whole.returncode)
            if run.returncode == 0:
                self.assertEqual({key: value for key, value in json.loads(run.stdout).items() if key != "origin"},
                                 {key: value for key, value in json.loads(whole.stdout).items() if key != "origin"})
        self.assertIn("no article", self.search("show", "--cluster", self.cluster, "nobody", expect=1).stderr)

    def test_what_is_hidden_is_in_no_answer(self):
        hidden = self.ask(self.cluster, "query", "--groups", "desk", "--", "zebedee")
        self.assertEqual((hidden["total"]["value"], hidden["hits"]), (0, []))
        self.assertNotIn("zebedee", json.dumps(hidden["suggestions"]))
        seen = self.ask(self.cluster, "query", "--groups", "board", "--", "zebedee")
        self.assertEqual(seen["total"], self.ask("whole", "query", "--groups", "board", "--", "zebedee")["total"])
        for query in ("treaty", "zeb*", "zebedy~"):
            whole, cluster = self.both("query", "--groups", "desk", "--", query)
            self.assertEqual(cluster["total"], whole["total"])
            self.assertEqual([score for score in scores(cluster)], [score for score in scores(whole)])

    def test_words_that_withheld_articles_alone_have_are_not_offered(self):
        for query in ("quintila", "quintill*", "quintilla~"):
            whole, cluster = self.both("query", query)
            self.assertEqual((cluster["total"]["value"], cluster["suggestions"]), (0, whole["suggestions"]), query)
            self.assertNotIn("quintilla", json.dumps([cluster["suggestions"], cluster["notices"]]).replace(query, ""), query)
        self.assertNotIn("quintilla", self.search("suggest", "--cluster", self.cluster, "quint").stdout)
        self.assertNotIn("quintilla", self.search("explain", "--cluster", self.cluster, "quintill*").stdout)
        self.assertEqual(self.ask(self.cluster, "query", "--all-statuses", "quintilla")["total"], self.ask("whole", "query", "--all-statuses", "quintilla")["total"])

    def test_what_is_left_out_is_said(self):
        answer = self.ask(self.cluster, "query", "--expand", "--significant", "5", "treaty harbour minister strike")
        self.assertEqual({"expand-cluster", "significant-cluster"} - {notice["code"] for notice in answer["notices"]}, set())

    def test_what_found_nothing_is_offered_alike(self):
        for query in ("tretay", "harbuor minister"):
            whole, cluster = self.both("query", query)
            self.assertEqual(cluster["suggestions"], whole["suggestions"])

    def test_all_hits_can_be_streamed(self):
        lines = self.search("query", "--cluster", self.cluster, "--format", "jsonl", "--collapse", "none", "--limit", "100000", "treaty").stdout.splitlines()
        whole = self.search("query", "--db", self.place / "whole", "--format", "jsonl", "--collapse", "none", "--limit", "100000", "treaty").stdout.splitlines()
        self.assertEqual(sorted(json.loads(line)["id"] for line in lines), sorted(json.loads(line)["id"] for line in whole))

    def test_servers_of_shards_can_stand_in_the_place_of_indexes(self):
        places = [part for number in range(SHARDS) for part in ("--db", self.servers.address(number))]
        run = self.search("query", *places, "--format", "json", "--facet", "source", '"treaty harbour" NEAR/9 minister')
        self.assertEqual(scores(json.loads(run.stdout), "story"), scores(self.ask("whole", "query", '"treaty harbour" NEAR/9 minister'), "story"))
        self.assertTrue(json.loads(run.stdout)["facets"]["source"])

    def test_a_new_commit_is_seen_within_a_second(self):
        late = dict(self.records[0], id="late", body="Quintessence of all.", headline="Late news")
        extra = self.directory / "extra"
        shutil.copytree(self.place / "shard1", extra)
        servers = ShardServers(self.directory, [self.place / "shard0", extra])
        self.addCleanup(servers.stop)
        cluster = servers.cluster_file("two")
        self.assertEqual(self.ask(cluster, "query", "quintessence")["total"]["value"], 0)
        self.index("add", "--db", extra, "--progress", "never", self.write_records("late.jsonl", [late]))
        self.assertEqual([hit["id"] for hit in self.ask(cluster, "query", "quintessence")["hits"]], ["late"])


class Faults(Clusters):
    def test_a_dead_shard_is_left_out_and_named_and_comes_back(self):
        servers = self.serve()
        cluster = servers.cluster_file()
        whole = self.ask(cluster, "query", "--limit", "100", "treaty")
        servers.kill(2)
        answer = self.ask(cluster, "query", "--limit", "100", "treaty")
        self.assertTrue(answer["partial"])
        notices = [notice["text"] for notice in answer["notices"] if notice["code"] == "shard"]
        self.assertEqual(len(notices), 1)
        self.assertIn("shard 2 ", notices[0])
        self.assertIn(servers.address(2), notices[0])
        self.assertLess(answer["total"]["value"], whole["total"]["value"])
        gone = next(record["id"] for record in self.records if shard_of(record, SHARDS) == 2 and "access" not in record)
        self.assertIn("shard 2 does not answer", self.search("show", "--cluster", cluster, gone, expect=1).stderr)
        servers.start(2)
        self.assertEqual(self.ask(cluster, "query", "--limit", "100", "treaty")["total"], whole["total"])

    def test_another_replica_answers_for_a_dead_or_silent_one(self):
        servers = self.serve(copies=2)
        cluster = servers.cluster_file(replicas=[[shard, shard + SHARDS] for shard in range(SHARDS)])
        whole = self.ask(cluster, "query", "--limit", "100", "treaty")
        servers.kill(1)
        servers.pause(3)
        answer = self.ask(cluster, "query", "--limit", "100", "treaty")
        self.assertFalse(answer["partial"])
        self.assertEqual(scores(answer), scores(whole))
        servers.resume(3)

    def test_a_silent_shard_does_not_hold_up_an_answer_beyond_its_deadline(self):
        servers = self.serve()
        cluster = servers.cluster_file()
        servers.pause(0)
        begin = time.monotonic()
        answer = self.ask(cluster, "query", "--deadline", "1000", "treaty")
        self.assertTrue(answer["partial"])
        self.assertEqual([notice["code"] for notice in answer["notices"]], ["shard"])
        # Generous, for machines that do other things besides: bench/cluster measures it.
        self.assertLess(time.monotonic() - begin, 8)
        servers.resume(0)

    def test_no_shard_at_all_is_an_error_that_says_what_to_do(self):
        servers = self.serve()
        cluster = servers.cluster_file()
        for shard in range(SHARDS):
            servers.kill(shard)
        run = self.search("query", "--cluster", cluster, "treaty", expect=None)
        self.assertNotEqual(run.returncode, 0)
        self.assertIn("no shard of the cluster answers", run.stderr)
        self.assertIn("serve-shard", run.stderr)

    def test_a_wrong_file_is_named_with_its_line(self):
        for text, said in (("0 a\n", "line 1"), ("0 a:7100\n0 b:7100\n", "line 2"), ("1 a:7100\n", "a shard is missing"), ("", "no shard is named"),
                           ("x a:1\n", "line 1"), ("0 a:99999\n", "no host:port")):
            run = self.search("query", "--cluster", self.write("wrong", text), "treaty", expect=2)
            self.assertIn(said, run.stderr)
        run = self.search("query", "--cluster", "wrong", "--db", self.place / "whole", "treaty", expect=2)
        self.assertIn("--db or --cluster", run.stderr)


if __name__ == "__main__":
    unittest.main()
