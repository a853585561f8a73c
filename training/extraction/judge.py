"""The judge as it is learned: weights over features, and trees that mend them, so that the body that is worth most overlaps most with the true one.

With a worth of each candidate, one is chosen with the probability softmax(worth) among those of its page; what is maximised is the mean F1 that
this gives over pages. First come the weights (gradient ascent, less a penalty for large ones), then the trees (trees.py), which start from what
the weights say. Features are divided by their deviation first, so that one step suits all. There is no chance in it: the same pages give the
same judge.
"""
import collections
import hashlib

import numpy

import trees

STEPS, RATE, PENALTY = 120, 0.05, 0.003

Judge = collections.namedtuple("Judge", "weights trees")


def features_of(page, left_out=()):
    """A row a candidate; what is left out is 0."""
    rows = numpy.array([features for features, _ in page.candidates], float)
    rows[:, list(left_out)] = 0.0
    return rows


def gains_of(page):
    return numpy.array([overlap[2] for _, overlap in page.candidates])


def differing(page):
    gains = [overlap[2] for _, overlap in page.candidates]
    return len(gains) > 1 and max(gains) - min(gains) > 0.001


def learned_weights(pages, scale):
    """For features as they are."""
    data = [((rows - rows[0]) / scale, gains) for rows, gains in pages]  # only differences count
    weights, first, second = numpy.zeros(len(scale)), numpy.zeros(len(scale)), numpy.zeros(len(scale))
    for step in range(1, STEPS + 1):  # Adam
        slope = numpy.zeros(len(scale))
        for rows, gains in data:
            chances = trees.chances(rows @ weights)
            slope += (chances * (gains - chances @ gains)) @ rows
        slope = slope / len(data) - PENALTY * weights
        first += 0.1 * (slope - first)
        second += 0.001 * (slope * slope - second)
        weights += RATE * (first / (1 - 0.9 ** step)) / (numpy.sqrt(second / (1 - 0.999 ** step)) + 1e-8)
    return weights / scale


def learn(pages, left_out=(), grown=True):
    """A judge; of weights alone where it is not `grown`."""
    scale = numpy.vstack([features_of(page, left_out) for page in pages if page.candidates]).std(0)
    scale[scale == 0] = 1.0
    data = [(features_of(page, left_out), gains_of(page)) for page in pages if differing(page)]
    # Rounded as they are written, so that what is judged here is what the program does.
    weights = numpy.array([float("%.4f" % weight) for weight in learned_weights(data, scale)])
    return Judge(weights, trees.grow(data, weights) if grown else [])


def chosen(judge, page, left_out=()):
    """The overlap of the candidate that is worth most; the first of equals, as the program chooses."""
    if not page.candidates:
        return None, 0.0, 0.0
    rows = features_of(page, left_out)
    return page.candidates[int(numpy.argmax(rows @ judge.weights + trees.worth(judge.trees, rows)))][1]


def folds(pages, count, deal):
    """Parts of the pages such that no host is in two of them: hosts are dealt out in the order of the hashes of `deal` and their names."""
    hosts = sorted({page.host for page in pages}, key=lambda host: hashlib.sha256((deal + host).encode()).hexdigest())
    part = {host: at % count for at, host in enumerate(hosts)}
    return [[page for page in pages if part[page.host] == at] for at in range(count)]


def cross_validated(pages, count=10, left_out=(), grown=True, deal=""):
    """The overlap of each page, (page, overlap), by a judge that no page of its host has had a say in."""
    out = []
    for held in folds(pages, count, deal):
        ids = {(page.collection, page.id) for page in held}
        judge = learn([page for page in pages if (page.collection, page.id) not in ids], left_out, grown)
        out += [(page, chosen(judge, page, left_out)) for page in held]
    return out
