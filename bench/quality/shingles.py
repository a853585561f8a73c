"""How much of a text stands in another: bags of four successive words, as the article-extraction benchmark compares bodies.

A text is the bag of its shingles, that is of all runs of four words; a text of one to three words is one shingle, an empty text has none.
Words are runs of letters, digits and underscores, in their case. With `hit` the shingles that two bags share:

    precision = hit / shingles found      recall = hit / shingles true      F1 = 2 hit / (found + true)

For "a b c d e" found where "a b c d" is true: one shingle is shared, of two found and one true: precision 1/2, recall 1.
"""
import collections
import re

WORD = re.compile(r"\w+")
LENGTH = 4


def shingles(text):
    words = WORD.findall(text)
    if not words:
        return collections.Counter()
    return collections.Counter(tuple(words[at:at + LENGTH]) for at in range(max(1, len(words) - LENGTH + 1)))


def overlap(true, found):
    """(precision, recall, F1) of the text `found`; precision or recall is None where there is nothing to divide by."""
    true, found = shingles(true), shingles(found)
    hit, of_found, of_true = sum((true & found).values()), sum(found.values()), sum(true.values())
    return (hit / of_found if of_found else None, hit / of_true if of_true else None,
            2 * hit / (of_found + of_true) if of_found + of_true else 1.0)


def pooled(overlaps):
    """(F1, precision, recall) of many texts: precision and recall are means over texts, and F1 is the harmonic mean of those two."""
    precision, recall = (mean([each[which] for each in overlaps if each[which] is not None]) for which in (0, 1))
    return (2 * precision * recall / (precision + recall) if precision + recall else 0.0), precision, recall


def mean(values):
    return sum(values) / len(values) if values else 0.0
