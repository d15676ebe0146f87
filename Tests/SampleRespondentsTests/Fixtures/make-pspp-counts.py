"""Counts the sample study with PSPP, for PSPPCountsTests: writes pspp-counts.sps and pspp-counts.csv.

    python3 make-pspp-counts.py

PSPP (https://www.gnu.org/software/pspp/) reads the respondents and makes CROSSTABS of each answer by
office, and FREQUENCIES of the reported offices together. This script only writes the syntax after the
codebook and reads PSPP's tables; it counts nothing itself. Run it again when the respondents or the
codebook change. Needs PyYAML and pspp.
"""
import csv
import io
import pathlib
import subprocess

import yaml

here = pathlib.Path(__file__).resolve().parent
data = here.parents[2] / "Reports/weerbaar-bestuur-2024/data"
book = yaml.safe_load((data / "codebook.yaml").read_text())
columns = (data / "respondents.csv").read_text().split("\n", 1)[0].split(",")
role = book["breakdowns"]["role"]
offices = {str(value["code"]): name for name, value in role["segments"].items()}
reported = [code for code, name in offices.items() if name in role["reported"]]

computed, variables = [], {}


def count(question, item, answer, expression, places=""):
    """A variable that is 1 for those who gave an answer, 0 for the others of its base."""
    name = f"v{len(variables) + 1}"
    computed.append(f"* {'.'.join(filter(None, [question, item, answer, places]))}.")
    computed.append(f"COMPUTE {name} = {expression}.")
    variables[name] = [question, item, answer, places]


def choice(question, item, column, entry):
    scale = book["scales"][entry["scale"]] if "scale" in entry else entry
    codes = {
        name: value["code"] for name, value in scale["categories"].items() if "missing" not in value}
    missing = [value["code"] for value in scale["categories"].values() if "missing" in value]
    if missing:
        computed.append(f"MISSING VALUES {column} ({', '.join(map(str, missing))}).")
    for answer, code in codes.items():
        count(question, item, answer, f"{column} = {code}")
    for net, value in (scale.get("nets") or {}).items():
        members = ", ".join(str(codes[member]) for member in value["of"])
        count(question, item, net, f"ANY({column}, {members})")


for name, entry in book["questions"].items():
    if entry["kind"] in ("multiple", "open") and "columns" in entry:
        for answer, column in entry["columns"].items():
            count(name, "", answer, f"{column} = 1")
        for net, value in (entry.get("nets") or {}).items():
            members = ", ".join(entry["columns"][member] for member in value["of"])
            count(name, "", net, f"SUM({members}) > 0")
    elif entry["kind"] == "battery":
        for item, value in entry["items"].items():
            choice(name, item, value["column"], entry)
    elif entry["kind"] == "single":
        choice(name, "", entry["column"], entry)
    elif entry["kind"] == "ranking" and isinstance(entry["columns"], list):
        for answer, value in entry["categories"].items():
            for place in range(1, entry["places"] + 1):
                taken = ", ".join(entry["columns"][:place])
                count(name, "", answer, f"{entry['columns'][place - 1]} = {value['code']}",
                      f"place {place}")
                if place > 1:
                    count(name, "", answer, f"ANY({value['code']}, {taken})", f"top {place}")
    else:
        print(f"left out: {name} ({entry['kind']})")

lines = ["* Written by make-pspp-counts.py; run in the data folder of the sample study."]
lines += [
    "GET DATA /TYPE=TXT /FILE='respondents.csv' /DELIMITERS=',' /FIRSTCASE=2 /VARIABLES="]
lines += [f"  {column} F8.0" for column in columns]
lines[-1] += "."
lines += computed
names = list(variables)
lines.append("CROSSTABS /TABLES=\n  " + "\n  ".join(names) + "\n  BY rol /CELLS=COUNT.")
lines += ["TEMPORARY.", f"SELECT IF ANY(rol, {', '.join(reported)})."]
lines.append("FREQUENCIES /VARIABLES=\n  " + "\n  ".join(names) + ".")
(here / "pspp-counts.sps").write_text("\n".join(lines) + "\n")

output = subprocess.run(
    ["pspp", "-O", "format=csv", "-o", "-", str(here / "pspp-counts.sps")],
    cwd=data, check=True, capture_output=True, text=True).stdout
crosstabs, totals = {}, {}
for block in output.split("\n\n"):
    rows = list(csv.reader(io.StringIO(block)))
    if not rows or not rows[0] or not rows[0][0].startswith("Table: v"):
        continue
    title = rows[0][0].removeprefix("Table: ")
    if title.endswith(" × rol"):
        name = title.removesuffix(" × rol")
        codes = rows[2][3:-1]
        given = {offices[code]: [0, 0] for code in codes}
        for row in rows[3:]:
            # The value is in the second column; lines that do not count people have fewer columns.
            if len(row) <= len(codes) or (row[0] != "Total" and float(row[1]) != 1):
                continue
            place = 1 if row[0] == "Total" else 0
            for code, number in zip(codes, row[3:-1]):
                given[offices[code]][place] = int(number)
        crosstabs[name] = given
    else:
        given = {row[1]: int(row[2]) for row in rows[2:] if row and row[0] in ("", "Valid")}
        totals[title] = [given.get("1.00", 0), sum(given.values())]

with open(here / "pspp-counts.csv", "w") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["question", "item", "answer", "places", "segment", "count", "base"])
    for name, path in variables.items():
        for office, (k, n) in crosstabs[name].items():
            writer.writerow(path + [office, k, n])
        writer.writerow(path + ["total"] + totals[name])
print(f"{len(variables)} answers")
