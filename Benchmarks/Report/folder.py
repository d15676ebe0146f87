"""Turns a report of the workload into a report folder.

Usage: python3 folder.py REPORT.json FOLDER

The charts become questions of a codebook with a table of counts: a bar chart a question with several
answers by role, a stacked bar chart a battery on one scale. A percentage in the prose ("45 procent")
is bound to a question of its own, so that each is looked up and held against the results as in a real
report. What else the prose states (differences, bases, shares in words) nothing can vouch for; such
blocks stand below `::: unbound`. Run `katern import FOLDER` next.
"""

import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PEOPLE = 100  # in each role: so a count is a percentage
ROLES = [
    ("burgemeester", "burgemeesters"), ("wethouder", "wethouders"), ("raadslid", "raadsleden"),
    ("statenlid", "statenleden"),
]
STUDY = {
    "id": "bench", "title": "Bench", "language": "nl", "selection": "census", "sponsor": "Bench",
    "agency": "Bench", "population": "ambtsdragers", "population-size": "400",
    "population-source": "bedacht", "population-date": "2024", "frame": "bedacht",
    "coverage": "niemand ontbrak", "invitations": "iedereen", "mode": "online vragenlijst",
    "languages": "Nederlands", "period": "2024", "questionnaire": "in dit verslag",
    "membership": "geen", "nonresponse": "niet bekend", "privacy": "confidential",
    "retention": "niet van toepassing", "contact": "de makers", "version": "1",
    "synthetic": "Alle antwoorden zijn bedacht.",
}
# What the search for unbound numbers would ask about, besides percentages.
STATES = re.compile(r"\d|[Ee]en op de|significant|meerderheid")
PERCENT = re.compile(r"(\d+) procent\b(?!p)")


def escaped(text):
    return re.sub(r"([\\*_\[\]{}|<>#])", r"\\\1", text)


class Results:
    """The questions of the codebook and the rows of the table of counts."""

    def __init__(self):
        self.questions = {}
        self.rows = ["question,item,category,segment,n,k"]

    def bars(self, block):
        """A question with several answers, counted by role."""
        name = f"ja-{len(self.questions) + 1}"
        answers = [group["label"] for group in block["groups"]]
        self.questions[name] = {
            "label": block["title"], "text": block["title"], "kind": "multiple",
            "categories": {f"a{index}": label for index, label in enumerate(answers, 1)},
        }
        for index, group in enumerate(block["groups"], 1):
            for (role, _), value in zip(ROLES, group["values"]):
                self.rows.append(f"{name},,a{index},role:{role},{PEOPLE},{value}")
        return name

    def battery(self, block):
        """A battery, counted in all."""
        name = f"stelling-{len(self.questions) + 1}"
        people = PEOPLE * len(ROLES)
        self.questions[name] = {
            "label": block["title"], "text": block["title"], "kind": "battery",
            "categories": {f"s{step}": label for step, label in enumerate(block["legend"], 1)},
            "items": {f"i{row}": {"label": r["label"]} for row, r in enumerate(block["rows"], 1)},
        }
        for row, answers in enumerate(block["rows"], 1):
            for step, value in enumerate(answers["values"], 1):
                share = value * len(ROLES)
                self.rows.append(f"{name},i{row},s{step},total,{people},{share}")
        return name

    def percentages(self, chapter):
        """The question that vouches for the percentages of a chapter's prose."""
        name = f"tekst-{chapter}"
        question = self.questions.setdefault(
            name, {"label": name, "text": name, "kind": "multiple", "categories": {}})
        return name, question["categories"]

    def percentage(self, chapter, value):
        """The query of a percentage in the prose."""
        name, answers = self.percentages(chapter)
        answer = f"p{value}"
        if answer not in answers:
            answers[answer] = f"{value} procent"
            people = PEOPLE * len(ROLES)
            self.rows.append(f"{name},,{answer},total,{people},{value * len(ROLES)}")
        return f"{name}.{answer}"


class Chapter:
    """A chapter in Markdown."""

    def __init__(self, number, results):
        self.number = number
        self.results = results
        self.lines = []

    def prose(self, text):
        parts, end = [], 0
        for match in PERCENT.finditer(text):
            query = self.results.percentage(self.number, int(match[1]))
            parts += [escaped(text[end:match.start()]), f"[{match[0]}]{{{query}}}"]
            end = match.end()
        return "".join(parts) + escaped(text[end:])

    def run(self, run):
        text = self.prose(run["t"])
        if "url" in run:
            return f"[{text}]({run['url']})"
        if "ref" in run:
            return f"[{text}](#{run['ref']})"
        return f"**{text}**" if "b" in run else text

    def add(self, *lines):
        self.lines += [*lines, ""]

    def vouched(self, lines, text):
        """Lines of Markdown, below a container if the text states what nothing vouches for."""
        if STATES.search(PERCENT.sub("", text)):
            self.add('::: unbound "bedachte cijfers"', "", *lines, "", ":::")
        else:
            self.add(*lines)

    def chart(self, question, kind, title, *keys):
        self.add(
            "```chart", f"question: {question}", f"type: {kind}",
            f"title: {json.dumps(title, ensure_ascii=False)}", *keys, "```")

    def block(self, block):
        match block["type"]:
            case "heading":
                self.add(f"{'#' * block['level']} {escaped(block['text'])}")
            case "paragraph":
                text = "".join(run["t"] for run in block["runs"])
                self.vouched(["".join(self.run(run) for run in block["runs"])], text)
            case "bullets":
                lines = [f"- {self.prose(item)}" for item in block["items"]]
                self.vouched(lines, " ".join(block["items"]))
            case "bar_chart":
                self.chart(
                    self.results.bars(block), "grouped-bars", block["title"], "by: role",
                    "order: given")
            case "stacked_chart":
                self.chart(self.results.battery(block), "stacked-bars", block["title"])
            case "quotes":
                # A list, as `quotes` prints them.
                for item in block["items"]:
                    self.lines += [f"- ‘{escaped(item['text'])}’\\", f"  — {escaped(item['who'])}"]
                self.add()
            case "table":
                self.table(block)

    def table(self, block):
        line = lambda cells: "| " + " | ".join(map(escaped, cells)) + " |"
        rule = "| --- |" + " ---: |" * (len(block["header"]) - 1)
        rows = [line(block["header"]), rule, *map(line, block["rows"])]
        self.vouched([f"**{escaped(block['title'])}**", "", *rows], "1")

    def page(self, page, anchor):
        self.add("::: page", "", f"## {escaped(page['title'])} {{#{anchor}}}")
        for block in page["blocks"]:
            self.block(block)
        self.add(":::")


def layout():
    """The house style of print reports in a frame as wide as the peer's."""
    text = (ROOT / "Layouts/rapport.yaml").read_text(encoding="utf-8")
    narrow = "text: {left: 134, right: 56, top: 84, height: 672}"
    assert narrow in text, "Layouts/rapport.yaml has another frame"
    return text.replace(narrow, "text: {left: 57, right: 57, top: 68, height: 700}")


def spec(report, chapters):
    text = lambda value: json.dumps(value, ensure_ascii=False)
    return "\n".join([
        f"title: {text(report['title'])}", f"subtitle: {text(report['subtitle'])}",
        "language: nl-NL", "date: 2024-11-01", "chapters:",
        *[f"  - {chapter}" for chapter in chapters],
        "editions: { report: { layout: bench, cover: true, contents: 2 } }", "",
    ])


def codebook(results):
    segments = {one: {"singular": one, "plural": many} for one, many in ROLES}
    book = {
        "study": STUDY, "data": {"tables": "tables.csv"}, "cohorts": {"file": "cohorts.csv"},
        "waves": {"2024": {"label": "2024"}},
        "breakdowns": {"role": {"label": "Functie", "segments": segments}},
        "questions": results.questions,
    }
    return json.dumps(book, ensure_ascii=False, indent=1)  # which is YAML too


def main():
    report = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    folder = Path(sys.argv[2])
    for name in ["chapters", "data", "Layouts"]:
        (folder / name).mkdir(parents=True, exist_ok=True)
    results = Results()
    paths = []
    for number, chapter in enumerate(report["chapters"], 1):
        text = Chapter(number, results)
        text.add("---", f"title: {json.dumps(chapter['title'], ensure_ascii=False)}", "---")
        for index, page in enumerate(chapter["pages"]):
            text.page(page, page["id"] if index else chapter["id"])
        paths.append(f"chapters/{number:02d}.md")
        (folder / paths[-1]).write_text("\n".join(text.lines), encoding="utf-8")
    (folder / "report.yaml").write_text(spec(report, paths), encoding="utf-8")
    (folder / "Layouts/bench.yaml").write_text(layout(), encoding="utf-8")
    (folder / "data/codebook.yaml").write_text(codebook(results), encoding="utf-8")
    (folder / "data/tables.csv").write_text("\n".join(results.rows) + "\n", encoding="utf-8")
    cohorts = ["segment,population,invited,responded"]
    cohorts += [f"role:{role},{PEOPLE},{PEOPLE},{PEOPLE}" for role, _ in ROLES]
    (folder / "data/cohorts.csv").write_text("\n".join(cohorts) + "\n", encoding="utf-8")


main()
