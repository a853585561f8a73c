"""Measures of a ranking: `ranked` are documents, best first; `gains` how much each judged one is worth, the relevant ones more than 0.

For relevant documents a and b, and the ranking x a y b: average precision is (1/2 + 2/4) / 2 = 1/2; with gains of 1, nDCG is
(1/log2(3) + 1/log2(5)) / (1/log2(2) + 1/log2(3)) = 0.65.
"""
import math


def relevant(gains):
    return {document for document, gain in gains.items() if gain > 0}


def average_precision(ranked, gains):
    """The mean, over the relevant documents, of the precision where each stands; 0 for those that were not found."""
    wanted, hits, total = relevant(gains), 0, 0.0
    for rank, document in enumerate(ranked, 1):
        if document in wanted:
            hits += 1
            total += hits / rank
    return total / len(wanted) if wanted else 0.0


def ndcg(ranked, gains, depth=10):
    """Gains of the first `depth`, divided by log2(rank + 1), as a share of the best order's."""
    def discounted(values):
        return sum(value / math.log2(rank + 1) for rank, value in enumerate(values, 1))

    best = discounted(sorted((gain for gain in gains.values() if gain > 0), reverse=True)[:depth])
    return discounted([max(0, gains.get(document, 0)) for document in ranked[:depth]]) / best if best else 0.0


def precision(ranked, gains, depth=10):
    """The share of relevant documents among the first `depth`; places that are empty count against it."""
    return sum(document in relevant(gains) for document in ranked[:depth]) / depth
