#!/usr/bin/env python3
"""Makes respondents.csv of the gallery: nobody in it exists.

The draws are those of a fixed seed, so that the file is the same each time. Sizes of groups are chosen so
that every mark of a chart occurs: sound, indicative (under 50), insufficient (under 30), withheld.
"""
import csv
import pathlib
import random

HOUSEHOLDS = {1: 318, 2: 264, 3: 187, 4: 41, 5: 22}
PLACES = {1: 138, 2: 121, 3: 104, 4: 96, 5: 84, 6: 77, 7: 66, 8: 54, 9: 38, 10: 27, 11: 19, 12: 8}
MULTIPLE = ["fiets", "auto", "trein", "deelauto", "lopen", "anders"]
SHARES = {"fiets": 0.62, "auto": 0.55, "trein": 0.27, "deelauto": 0.08, "lopen": 0.41, "anders": 0.3}
ITEMS = 10
WISHES = 7

rng = random.Random(19960404)


def columns_of(sizes):
    values = [code for code, count in sizes.items() for _ in range(count)]
    rng.shuffle(values)
    return values


def scale(mean, dont_know):
    if rng.random() < dont_know:
        return 9
    return min(5, max(1, round(rng.gauss(mean, 1.1))))


def row(household, place):
    tilt = {1: -0.06, 2: 0.05, 3: 0.12, 4: -0.12, 5: 0.02}[household]
    chosen = {name: int(rng.random() < SHARES[name] + (tilt if name == "auto" else -tilt / 2 +
              (0.015 * (6 - place) if name == "fiets" else 0))) for name in MULTIPLE}
    nothing = int(not any(chosen.values()))
    result = [household, place] + [chosen[name] for name in MULTIPLE] + [nothing]
    result.append(scale(2.4 - tilt * 4, 0.05))
    result.append(min(4, max(1, round(rng.gauss(2.2 + tilt * 2, 0.95)))))
    result += [scale(1.7 + 0.26 * item, 0.02 + 0.015 * item) for item in range(ITEMS)]
    order = sorted(range(WISHES), key=lambda wish: rng.gauss(wish * 0.55, 1.6))
    ranks = [0] * WISHES
    for rank, wish in enumerate(order[:3]):
        ranks[wish] = rank + 1
    return result + [rank or "" for rank in ranks]


def main():
    households = columns_of(HOUSEHOLDS)
    places = columns_of(PLACES)
    assert len(households) == len(places)
    head = (["huishouden", "plaats"] + [f"ver_{name}" for name in MULTIPLE] + ["ver_geen", "tevreden", "contact"]
            + [f"voo_{item + 1}" for item in range(ITEMS)] + [f"wen_{wish + 1}" for wish in range(WISHES)])
    path = pathlib.Path(__file__).with_name("respondents.csv")
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(row(*pair) for pair in zip(households, places))


if __name__ == "__main__":
    main()
