"""The judge as it is learned: weights over features, chosen so that the body that is worth most overlaps most with the true one.

With w the weights, a candidate is chosen with the probability softmax(w · features) among those of its page; what is maximised is the mean F1
that this gives over pages, less a penalty for large weights. Features are divided by their deviation first, so that one step suits all. There
is no chance in it: the same pages give the same weights.
"""
import math

STEPS, RATE, PENALTY = 120, 0.05, 0.003


def scales(pages):
    rows = [features for page in pages for features, _ in page.candidates]
    means = [sum(column) / len(rows) for column in zip(*rows)]
    return [math.sqrt(sum((x - mean) ** 2 for x in column) / len(rows)) or 1.0 for column, mean in zip(zip(*rows), means)]


def probabilities(weights, rows):
    worth = [sum(w * x for w, x in zip(weights, row)) for row in rows]
    most = max(worth)
    powers = [math.exp(value - most) for value in worth]
    total = sum(powers)
    return [power / total for power in powers]


def slope(weights, pages):
    """Of the expected F1 by the weights."""
    out = [0.0] * len(weights)
    for rows, gains in pages:
        chances = probabilities(weights, rows)
        expected = sum(chance * gain for chance, gain in zip(chances, gains))
        for row, gain, chance in zip(rows, gains, chances):
            part = chance * (gain - expected)
            if abs(part) > 1e-9:
                for i, x in enumerate(row):
                    out[i] += part * x
    return [value / len(pages) for value in out]


def differing(page):
    gains = [overlap[2] for _, overlap in page.candidates]
    return len(gains) > 1 and max(gains) - min(gains) > 0.001


def learn(pages, left_out=()):
    """Weights for the features as they are; those at the places `left_out` are 0."""
    scale = scales(pages)
    data = []
    for page in filter(differing, pages):
        base = page.candidates[0][0]  # only differences count, so the first of a page may be all zeros
        rows = [[0.0 if i in left_out else (x - y) / s for i, (x, y, s) in enumerate(zip(features, base, scale))] for features, _ in page.candidates]
        data.append((rows, [overlap[2] for _, overlap in page.candidates]))
    weights, first, second = [0.0] * len(scale), [0.0] * len(scale), [0.0] * len(scale)
    for step in range(1, STEPS + 1):  # Adam
        for i, value in enumerate(slope(weights, data)):
            value -= PENALTY * weights[i]
            first[i] += 0.1 * (value - first[i])
            second[i] += 0.001 * (value * value - second[i])
            weights[i] += RATE * (first[i] / (1 - 0.9 ** step)) / (math.sqrt(second[i] / (1 - 0.999 ** step)) + 1e-8)
    return [w / s for w, s in zip(weights, scale)]


def chosen(weights, page):
    """The overlap of the candidate that is worth most; the first of equals, as the program chooses."""
    if not page.candidates:
        return None, 0.0, 0.0
    worth = [sum(w * x for w, x in zip(weights, features)) for features, _ in page.candidates]
    return page.candidates[worth.index(max(worth))][1]


def folds(pages, count):
    """Parts of the pages such that no host is in two of them: hosts are dealt out in the order of their names' hashes."""
    import hashlib
    hosts = sorted({page.host for page in pages}, key=lambda host: hashlib.sha256(host.encode()).hexdigest())
    part = {host: at % count for at, host in enumerate(hosts)}
    return [[page for page in pages if part[page.host] == at] for at in range(count)]


def cross_validated(pages, count=10, left_out=()):
    """The overlap of each page, (page, overlap), by weights that no page of its host has had a say in."""
    out = []
    for held in folds(pages, count):
        ids = {(page.collection, page.id) for page in held}
        weights = learn([page for page in pages if (page.collection, page.id) not in ids], left_out)
        out += [(page, chosen(weights, page)) for page in held]
    return out
