"""Writes a made-up survey: a report folder for Katern, and the same work as PSPP syntax.

Usage: python3 generate.py FOLDER [RESPONDENTS] [SEED]

FOLDER/data/respondents.csv has a million rows (by default) of 60 variables: office, province, a
weight, two multiple-response questions, a battery, single questions and an age. save.sps turns it
into data/respondents.sav; tables.sps asks of the .sav, and tables-csv.sps of the .csv, what Katern
counts at import: the frequencies of all questions and their tables by office and by province.
"""

import random
import sys
from pathlib import Path

ROLES = ["mayor", "alderman", "councillor", "member"]
PROVINCES = [
    "groningen", "friesland", "drenthe", "overijssel", "flevoland", "gelderland", "utrecht",
    "noord-holland", "zuid-holland", "zeeland", "noord-brabant", "limburg",
]
FORMS = [f"form_{number}" for number in range(1, 11)]
STEPS = [f"step_{number}" for number in range(1, 11)]
ITEMS = [f"item_{number}" for number in range(1, 13)]
SINGLES = [f"single_{number}" for number in range(1, 25)]
COLUMNS = ["role", "province", "weight"] + FORMS + STEPS + ITEMS + SINGLES + ["age"]
ANSWERED = FORMS + STEPS + ITEMS + SINGLES


def values(column, count, chance):
    """So many values of a column as texts."""
    if column == "role":
        return chance.choices(["1", "2", "3", "4"], [1, 2, 9, 1], k=count)
    if column == "province":
        return chance.choices([str(code) for code in range(1, 13)], k=count)
    if column == "weight":
        return chance.choices(["0.5", "0.75", "1", "1.25", "1.5", "2"], k=count)
    if column in FORMS + STEPS:
        return chance.choices(["1", "0"], [1, 3], k=count)
    if column in ITEMS:
        return chance.choices(["1", "2", "3", "4", "5", "9"], [3, 5, 4, 3, 2, 1], k=count)
    if column == "age":
        return chance.choices([str(age) for age in range(18, 90)], k=count)
    return chance.choices(["1", "2", "3", "4", "5", ""], [6, 5, 4, 3, 2, 1], k=count)


def write_rows(path, respondents, seed):
    chance = random.Random(seed)
    with open(path, "w", encoding="ascii", newline="\n") as file:
        file.write(",".join(COLUMNS) + "\n")
        for start in range(0, respondents, 10_000):
            count = min(10_000, respondents - start)
            block = [values(column, count, chance) for column in COLUMNS]
            file.writelines(",".join(row) + "\n" for row in zip(*block))


def codebook():
    lines = [
        "study: { id: bench, title: Made-up survey, language: en, selection: random }",
        "data: { file: respondents.sav, weight: weight }",
        'waves: { "2024": { label: "2024" } }',
        "breakdowns:",
    ]
    for name, segments in [("role", ROLES), ("province", PROVINCES)]:
        lines += [f"  {name}:", f"    label: {name}", f"    column: {name}", "    segments:"]
        for code, segment in enumerate(segments, 1):
            lines.append(
                f"      {segment}: {{ code: {code}, singular: {segment}, plural: {segment}s }}")
    agree = ", ".join(f"a{code}: {{ label: Answer {code}, code: {code} }}" for code in range(1, 6))
    lines += ["scales:", f"  five: {{ categories: {{ {agree} }} }}", "questions:"]
    for name, columns in [("forms", FORMS), ("steps", STEPS)]:
        own = ", ".join(f"{column}: {column}" for column in columns)
        lines += [
            f"  {name}:", f"    label: {name}", f"    text: Which {name}?", "    kind: multiple",
            f"    columns: {{ {own} }}", f"    categories: {{ {own} }}",
            f"    nets: {{ any: {{ label: Any, of: [{', '.join(columns)}] }} }}",
        ]
    items = ", ".join(f"{item}: {{ label: {item}, column: {item} }}" for item in ITEMS)
    lines += [
        "  views:", "    label: Views", "    text: Views?", "    kind: battery",
        "    scale: five", "    missing: [9]", f"    items: {{ {items} }}",
    ]
    for single in SINGLES:
        lines.append(
            f"  {single}: {{ label: {single}, text: '{single}?', kind: single, scale: five, "
            f"column: {single} }}")
    lines += [
        "  age:", "    label: Age", "    text: How old are you?", "    kind: numeric",
        "    column: age", "    bands:", "      young: { label: Under 40, from: 18, to: 39 }",
        "      middle: { label: 40 to 64, from: 40, to: 64 }",
        "      old: { label: 65 and over, from: 65, to: 120 }", "",
    ]
    return "\n".join(lines)


def syntax(source):
    fields = " ".join(f"{column} F8.2" for column in COLUMNS)
    read = {
        "csv": f"""GET DATA /TYPE=TXT /FILE="data/respondents.csv" /FIRSTCASE=2 /DELIMITERS=","
  /VARIABLES={fields}.
MISSING VALUES {" ".join(ITEMS)} (9).
""",
        "sav": 'GET FILE="data/respondents.sav".\n',
    }[source]
    tables = " ".join(ANSWERED)
    return (
        f"{read}WEIGHT BY weight.\n"
        f"FREQUENCIES /VARIABLES=role province {tables} age /STATISTICS=NONE.\n"
        f"CROSSTABS /TABLES={tables} BY role province /CELLS=COUNT COLUMN.\n")


def main():
    folder = Path(sys.argv[1])
    respondents = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 2024
    (folder / "data").mkdir(parents=True, exist_ok=True)
    write_rows(folder / "data/respondents.csv", respondents, seed)
    text = codebook()
    (folder / "data/codebook.yaml").write_text(text)
    (folder / "data/codebook-csv.yaml").write_text(text.replace("respondents.sav", "respondents.csv"))
    save = syntax("csv").split("WEIGHT")[0] + 'SAVE OUTFILE="data/respondents.sav".\n'
    (folder / "save.sps").write_text(save)
    (folder / "tables.sps").write_text(syntax("sav"))
    (folder / "tables-csv.sps").write_text(syntax("csv"))


main()
