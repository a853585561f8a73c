#!/usr/bin/env python3
"""The judge of bodies as it is learned, on made pages whose best candidate is known. Skipped, and says so, where numpy is not installed."""
import collections
import pathlib
import sys
import unittest

try:
    import numpy
except ImportError:
    print("skipped: numpy is not installed (python3-numpy)")
    sys.exit(77)

ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "training" / "extraction"))
import judge  # noqa: E402
import trees  # noqa: E402

Page = collections.namedtuple("Page", "collection id host candidates length")
FEATURES = 2


def overlap(gain):
    return gain, gain, gain


def pages(count, is_good):
    """Of two candidates the one with features that `is_good` likes is right; both features are drawn anew for each."""
    drawn = numpy.random.default_rng(5)
    out = []
    for n in range(count):
        while True:
            rows = drawn.uniform(-1, 1, (2, FEATURES))
            if is_good(rows[0]) != is_good(rows[1]):
                break
        out.append(Page("made", str(n), "host-%d" % (n // 3), [(row.tolist(), overlap(1.0 if is_good(row) else 0.2)) for row in rows], 1000))
    return out


def share_right(learned, of):
    return sum(judge.chosen(learned, page)[2] == 1.0 for page in of) / len(of)


class Learning(unittest.TestCase):
    def test_weights_learn_what_one_feature_says(self):
        made = pages(120, lambda row: row[0] > 0)
        self.assertGreater(share_right(judge.learn(made[:80], grown=False), made[80:]), 0.9)

    def test_trees_learn_what_weights_cannot_say(self):
        # Right where both features have the same sign: no sum of the two tells.
        made = pages(300, lambda row: row[0] * row[1] > 0)
        learn, ask = made[:200], made[200:]
        self.assertLess(share_right(judge.learn(learn, grown=False), ask), 0.7)
        self.assertGreater(share_right(judge.learn(learn), ask), 0.8)

    def test_the_same_pages_give_the_same_judge(self):
        made = pages(60, lambda row: row[0] > 0.2)
        first, second = judge.learn(made), judge.learn(made)
        self.assertEqual(first.weights.tolist(), second.weights.tolist())
        self.assertEqual(first.trees, second.trees)

    def test_what_is_left_out_has_no_say(self):
        made = pages(90, lambda row: row[0] > 0)
        learned = judge.learn(made, left_out={0})
        self.assertEqual(learned.weights[0], 0)
        self.assertFalse([split for tree in learned.trees for split in tree.splits if split.column % FEATURES == 0 and split != trees.NO_SPLIT])


class Trees(unittest.TestCase):
    def test_what_is_at_most_the_edge_goes_left(self):
        tree = trees.Tree([trees.Split(0, 0.5), trees.Split(1, 0.0), trees.Split(1, 1.0)], [1.0, 2.0, 3.0, 4.0])
        rows = numpy.array([[0.5, 0.0], [0.5, 0.1], [0.6, 1.0], [0.6, 1.1]])
        self.assertEqual(trees.leaf_of(tree, rows).tolist(), [0, 1, 2, 3])

    def test_columns_behind_the_features_tell_how_they_differ_from_the_first(self):
        tree = trees.Tree([trees.Split(FEATURES, 0.2), trees.NO_SPLIT, trees.NO_SPLIT], [0.0, 0.0, 7.0, 7.0])
        self.assertEqual(trees.worth([tree, tree], numpy.array([[0.4, 0.0], [0.5, 0.0], [0.7, 0.0]])).tolist(), [0.0, 0.0, 14.0])


class Folds(unittest.TestCase):
    def test_no_host_is_in_two_parts(self):
        made = pages(90, lambda row: row[0] > 0)
        for deal in ("", "second"):
            parts = judge.folds(made, 7, deal)
            self.assertEqual(sorted(page.id for part in parts for page in part), sorted(page.id for page in made))
            hosts = [{page.host for page in part} for part in parts]
            self.assertEqual(sum(map(len, hosts)), len(set().union(*hosts)))

    def test_no_page_is_judged_by_what_it_taught(self):
        # With one page a host, and truths that follow no rule, only a judge that has seen them can be right.
        drawn = numpy.random.default_rng(7)
        made = [page._replace(host=page.id, candidates=[(row, overlap(gain)) for (row, _), gain in zip(page.candidates, drawn.permutation([1.0, 0.2]))])
                for page in pages(120, lambda row: row[0] > 0)]
        right = sum(found[2] == 1.0 for _, found in judge.cross_validated(made)) / len(made)
        self.assertLess(right, 0.7)


if __name__ == "__main__":
    unittest.main()
