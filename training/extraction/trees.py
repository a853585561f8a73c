"""Boosted trees over the features of a body: what weights alone cannot say, such as that links count for more where there is little prose.

Each tree asks two questions in a row, of a feature or of how it differs from that of the page's first candidate, and adds a small amount to a
candidate's worth. It is fitted to the slope of what is maximised (judge.py) by the worth of each candidate, one tree after another (Friedman,
Greedy function approximation: a gradient boosting machine, 2001).
"""
import collections

import numpy

# Few trees, each of which is held back: with a STIFFNESS of 1 in place of 10, or 30 to 80 rounds, what cross-validation gives differs by .0015.
ROUNDS, RATE, STIFFNESS = 50, 0.1, 10.0
BINS, LEAST_IN_A_LEAF, LEAST_TO_SPLIT = 24, 20, 40
SLOPE, CURVE, LEAST_CURVE = 10.0, 0.25, 0.001

# `column`: a feature's place, or beyond the features that of its difference to the first candidate. What is at most `at` goes left.
Split = collections.namedtuple("Split", "column at")
# Three splits (root, left, right) and four leaves from left to right. Where a side is not split, both of its leaves are the same.
Tree = collections.namedtuple("Tree", "splits leaves")
NO_SPLIT = Split(0, 0.0)


def chances(worth):
    powers = numpy.exp(worth - worth.max())
    return powers / powers.sum()


def beside_first(rows):
    return numpy.hstack([rows, rows - rows[0]])


def edges(column):
    """Where a column may be split: numbers as they are written."""
    return numpy.unique([float("%.6g" % edge) for edge in numpy.quantile(column, numpy.linspace(0, 1, BINS + 1)[1:-1])])


class Grower:
    """Grows one tree after another over the same rows."""

    def __init__(self, columns):
        self.edges = [edges(column) for column in columns.T]
        self.bins = numpy.stack([numpy.searchsorted(edge, column) for edge, column in zip(self.edges, columns.T)], 1)

    def leaf(self, slope, curve, rows):
        return float("%.6g" % (RATE * slope[rows].sum() / (curve[rows].sum() + STIFFNESS)))

    def best(self, slope, curve, rows):
        """(column, bin) of the split that gains most; none where no split gains."""
        most, split = 0.0, None
        all_slope, all_curve = slope[rows].sum(), curve[rows].sum()
        for column, edge in enumerate(self.edges):
            bins = self.bins[rows, column]
            size = len(edge) + 1
            left_slope = numpy.cumsum(numpy.bincount(bins, slope[rows], size))[:-1]
            left_curve = numpy.cumsum(numpy.bincount(bins, curve[rows], size))[:-1]
            left = numpy.cumsum(numpy.bincount(bins, minlength=size))[:-1]
            gain = left_slope ** 2 / (left_curve + STIFFNESS) + (all_slope - left_slope) ** 2 / (all_curve - left_curve + STIFFNESS)
            gain -= all_slope ** 2 / (all_curve + STIFFNESS)
            gain[(left < LEAST_IN_A_LEAF) | (len(rows) - left < LEAST_IN_A_LEAF)] = 0.0
            if len(gain) and gain.max() > most:
                most, split = gain.max(), (column, int(gain.argmax()))
        return split

    def parted(self, slope, curve, rows):
        """A split with the rows to its left and right; none to the right where nothing is gained by one."""
        split = self.best(slope, curve, rows) if len(rows) >= LEAST_TO_SPLIT else None
        if split is None:
            return NO_SPLIT, rows, rows
        column, edge = split
        left = self.bins[rows, column] <= edge
        return Split(column, self.edges[column][edge]), rows[left], rows[~left]

    def tree(self, slope, curve):
        root, left, right = self.parted(slope, curve, numpy.arange(len(slope)))
        sides = [self.parted(slope, curve, side) for side in (left, right)]
        leaves = [self.leaf(slope, curve, part) for side in sides for part in side[1:]]
        return Tree([root, sides[0][0], sides[1][0]], leaves)


def leaf_of(tree, columns):
    """A leaf a row."""
    goes_right = [columns[:, split.column] > split.at for split in tree.splits]
    return numpy.where(goes_right[0], 2 + goes_right[2], 0 + goes_right[1])


def worth(trees, rows):
    """What the trees add for each candidate of one page."""
    columns = beside_first(rows)
    return sum((numpy.array(tree.leaves)[leaf_of(tree, columns)] for tree in trees), numpy.zeros(len(rows)))


def grow(pages, weights):
    """Trees over (features, gains) of pages, on top of the weights."""
    columns = numpy.vstack([beside_first(rows) for rows, _ in pages])
    starts = numpy.cumsum([0] + [len(rows) for rows, _ in pages])
    worth_now = numpy.concatenate([rows @ weights for rows, _ in pages])
    grower, trees = Grower(columns), []
    for _ in range(ROUNDS):
        slope, curve = numpy.zeros(len(columns)), numpy.zeros(len(columns))
        for begin, end, (_, gains) in zip(starts, starts[1:], pages):
            chance = chances(worth_now[begin:end])
            slope[begin:end] = SLOPE * chance * (gains - chance @ gains)
            curve[begin:end] = CURVE * chance * (1 - chance) + LEAST_CURVE
        trees.append(grower.tree(slope, curve))
        worth_now += numpy.array(trees[-1].leaves)[leaf_of(trees[-1], columns)]
    return trees
