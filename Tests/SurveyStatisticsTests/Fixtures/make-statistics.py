"""Writes statistics.json: intervals and probabilities computed by SciPy, for StatisticsFixtureTests.

    python3 make-statistics.py > statistics.json
"""
import json
import math
import random

import scipy
from scipy import stats

random.seed(20241119)
Z = stats.norm.ppf(0.975)


def wilson(k, n):
    interval = stats.binomtest(k, n).proportion_ci(0.95, method="wilson")
    return [100 * interval.low, 100 * interval.high]


def hypergeometric(k, n, population):
    kept = [
        marked
        for marked in range(k, population - (n - k) + 1)
        if stats.hypergeom.sf(k - 1, population, marked, n) > 0.025
        and stats.hypergeom.cdf(k, population, marked, n) > 0.025
    ]
    return [kept[0], kept[-1]]


def groups(k1, n1, k2, n2):
    pooled = (k1 + k2) / (n1 + n2)
    z = (k1 / n1 - k2 / n2) / math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))
    return {"counts": [k1, n1, k2, n2], "z": z, "p": 2 * stats.norm.sf(abs(z))}


def holm(values):
    order = sorted(range(len(values)), key=lambda index: values[index])
    result, largest = [0.0] * len(values), 0.0
    for rank, index in enumerate(order):
        largest = max(largest, min(1.0, values[index] * (len(values) - rank)))
        result[index] = largest
    return result


def shares(count, sizes):
    for _ in range(count):
        n = random.choice(sizes)
        yield random.randint(0, n), n


wilsons = [{"counts": [k, n], "interval": wilson(k, n)} for k, n in shares(40, [30, 57, 113, 1081])]
inversions = []
for k, n in shares(40, [4, 5, 12, 29, 60]):
    population = n + random.randint(1, 400)
    inversions.append(
        {"counts": [k, n, population], "people": hypergeometric(k, n, population)})
tests = []
while len(tests) < 40:
    (k1, n1), (k2, n2) = shares(2, [35, 68, 113, 241])
    pooled = (k1 + k2) / (n1 + n2)
    if min(pooled, 1 - pooled) * min(n1, n2) >= 5:
        tests.append(groups(k1, n1, k2, n2))
fishers = []
while len(fishers) < 40:
    n1, n2 = random.choice([(30, 40), (35, 113), (60, 31)])
    k1, k2 = random.randint(0, 5), random.randint(0, 5)
    if 0 < k1 + k2 and (k1 + k2) / (n1 + n2) * min(n1, n2) < 5:
        table = [[k1, n1 - k1], [k2, n2 - k2]]
        fishers.append({"counts": [k1, n1, k2, n2], "p": stats.fisher_exact(table)[1]})
mcnemars = []
for _ in range(20):
    b, c = random.randint(0, 12), random.randint(0, 12)
    if b + c:
        p = stats.binomtest(min(b, c), b + c, 0.5).pvalue
        mcnemars.append({"counts": [b, c, 60], "p": p})
families = []
for _ in range(10):
    values = [random.random() ** 3 for _ in range(random.randint(1, 8))]
    families.append({"p": values, "adjusted": holm(values)})

json.dump(
    {
        "scipy": scipy.__version__,
        "z": Z,
        "wilson": wilsons,
        "hypergeometric": inversions,
        "groups": tests,
        "fisher": fishers,
        "mcNemar": mcnemars,
        "holm": families,
    },
    __import__("sys").stdout,
    indent=1,
)
print()
