"""The workload: a report of 59 pages, the same four times as long, 300 fact sheets of two pages.

Usage: python3 workload.py FOLDER

FOLDER gets report.json, report4.json and sheets.json, the same every time.

    report  {title, subtitle, date, lang, chapters: [{id, title, pages: [{id, title, blocks}]}]}
    sheets  [{id, title, subtitle, date, lang, kpis: [{value, label}], blocks}]
    block   heading {level, text} | paragraph {runs: [{t, b?, url?, ref?}]} | bullets {items}
            bar_chart {title, alt, series, groups: [{label, values}]}      in whole percents
            stacked_chart {title, alt, legend, rows: [{label, values}]}    five values that make 100
            quotes {items: [{text, who}]} | table {title, header, rows}
"""

import json
import random
import sys
from pathlib import Path

from words import (
    AGREEMENT, BULLETS, FREQUENCY, ONE, QUESTIONS, QUOTES, ROLES, SENTENCES, SIZES, STATEMENTS, THEMES,
)


def lower(text):
    return text[0].lower() + text[1:]


def upper(text):
    return text[0].upper() + text[1:]


class Writer:
    """Blocks with words and figures drawn from a seed."""

    def __init__(self, seed):
        self.chance = random.Random(seed)

    def slots(self, topics):
        chance = self.chance
        first, second = chance.sample(topics, 2)
        some, others = chance.sample(ROLES, 2)
        percent = chance.randint(11, 89)
        return dict(
            topic=first, topic2=second, topic_c=upper(first), roles=some.lower(),
            roles2=others.lower(), p=percent, p2=max(3, percent - chance.randint(2, 9)),
            d=chance.randint(4, 23), n=chance.randint(20, 190), m=chance.randint(200, 1400),
            k=chance.choice(["drie", "vier", "vijf", "zes", "acht"]),
            adj=chance.choice(["positiever", "kritischer", "milder", "somberder"]),
            size=chance.choice(SIZES))

    def texts(self, pool, topics, count):
        return [text.format(**self.slots(topics)) for text in self.chance.sample(pool, count)]

    def paragraph(self, topics, count, ref=None, url=None):
        first, *rest = self.texts(SENTENCES, topics, count)
        runs = [{"t": first, "b": True} if self.chance.random() < 0.5 else {"t": first}]
        runs.append({"t": " " + " ".join(rest)})
        if ref:
            runs += [{"t": " Zie ook "}, {"t": ref[1], "ref": ref[0]}, {"t": "."}]
        if url:
            address = url.split("//")[1]
            runs += [{"t": " De vragenlijst staat op "}, {"t": address, "url": url}, {"t": "."}]
        return {"type": "paragraph", "runs": runs}

    def bullets(self, topics, count):
        return {"type": "bullets", "items": self.texts(BULLETS, topics, count)}

    def bars(self, title, series, count):
        groups = []
        for question in self.chance.sample(QUESTIONS, count):
            base = self.chance.randint(15, 75)
            values = [max(2, min(98, base + self.chance.randint(-14, 22))) for _ in series]
            groups.append({"label": question, "values": values})
        spoken = [
            group["label"] + " " + ", ".join(f"{s} {v}%" for s, v in zip(series, group["values"]))
            for group in groups
        ]
        return {
            "type": "bar_chart", "title": title, "alt": f"{title}. {'. '.join(spoken)}.",
            "series": series, "groups": groups,
        }

    def stacked(self, title, count):
        legend = self.chance.choice([AGREEMENT, FREQUENCY])
        rows = []
        for statement in self.chance.sample(STATEMENTS, count):
            weights = [self.chance.uniform(0.3, 3) for _ in range(5)]
            values = [int(100 * weight / sum(weights)) for weight in weights]
            values[values.index(max(values))] += 100 - sum(values)
            rows.append({"label": statement, "values": values})
        spoken = [
            row["label"] + ": " + ", ".join(f"{s} {v}%" for s, v in zip(legend, row["values"]))
            for row in rows
        ]
        return {
            "type": "stacked_chart", "title": title, "alt": f"{title}. {'. '.join(spoken)}.",
            "legend": legend, "rows": rows,
        }

    def quotes(self, topics, count):
        items = [
            {
                "text": self.chance.choice(QUOTES).format(**self.slots(topics)),
                "who": ONE[self.chance.choice(ROLES)] + ", gemeente met " + self.chance.choice(SIZES),
            }
            for _ in range(count)
        ]
        return {"type": "quotes", "items": items}

    def table(self, title, topics, header, count):
        rows = []
        for index in range(count):
            label = upper(topics[index % len(topics)])
            if count > len(topics):
                label += f" ({SIZES[index // len(topics)].split(' inw')[0]})"
            rows.append([label] + [f"{self.chance.randint(4, 96)}%" for _ in header[1:]])
        return {"type": "table", "title": title, "header": header, "rows": rows}


def heading(level, text):
    return {"type": "heading", "level": level, "text": text}


def pages(write, topics, name, ref, url):
    """The seven pages of a chapter, each with its title."""
    columns = ["Onderwerp"] + ROLES + ["Totaal"]
    return [
        ("De belangrijkste uitkomsten", [
            write.paragraph(topics, 5, ref, url), write.paragraph(topics, 4),
            heading(3, "In het kort"), write.bullets(topics, 6), heading(3, "Toelichting"),
            write.paragraph(topics, 5), write.paragraph(topics, 4),
        ]),
        ("Verschillen tussen de functies", [
            write.paragraph(topics, 3), write.bars(f"Aandeel ‘ja’ per functie: {name}", ROLES, 5),
            heading(3, "Wat valt op"), write.bullets(topics, 5),
        ]),
        ("Oordeel van de respondenten", [
            write.paragraph(topics, 4), write.stacked(f"Stellingen over {name}", 9),
            heading(3, "Wat valt op"), write.bullets(topics, 5), write.paragraph(topics, 3),
        ]),
        ("Uitkomsten naast elkaar", [
            write.paragraph(topics, 2), write.bars(f"Ervaring en beleid: {name}", ROLES, 4),
            write.stacked(f"Waardering: {name}", 7), write.bullets(topics, 3),
        ]),
        ("In de woorden van respondenten", [
            write.paragraph(topics, 2), write.quotes(topics, 10),
        ]),
        ("Cijfers per onderwerp", [
            write.paragraph(topics, 3),
            write.table(f"Aandeel respondenten dat het onderwerp noemt: {name}", topics, columns, 14),
            write.bullets(topics, 4),
        ]),
        ("Samenvatting en vervolg", [
            write.paragraph(topics, 5), heading(3, "Aanbevelingen"), write.bullets(topics, 7),
            write.table(f"Kerncijfers: {name}", topics, ["Onderwerp", "2020", "2022", "2024"], 6),
            write.paragraph(topics, 4, ref),
        ]),
    ]


def report(scale):
    """A report of eight chapters, so many times over."""
    write = Writer(20240 + scale)
    names = [
        theme + (f", deel {part + 1}" if scale > 1 else "")
        for part in range(scale) for theme, _ in THEMES
    ]
    chapters = []
    for index, name in enumerate(names):
        other = (index * 3 + 2) % len(names) + 1
        address = f"https://voorbeeld.example/monitor/vragenlijst-{index + 1}"
        texts = pages(
            write, THEMES[index % len(THEMES)][1], lower(name),
            (f"c{other}", f"hoofdstuk {other}"), address)
        chapter = f"c{index + 1}"
        chapters.append({
            "id": chapter, "title": name,
            "pages": [
                {"id": f"{chapter}p{number}", "title": title, "blocks": blocks}
                for number, (title, blocks) in enumerate(texts, 1)
            ],
        })
    return {
        "kind": "report", "lang": "nl", "title": "Monitor Bestuurlijk Klimaat 2024",
        "subtitle": "Resultaten onder burgemeesters, wethouders, raadsleden en statenleden",
        "date": "November 2024", "chapters": chapters,
    }


def sheet(write, number):
    """A fact sheet: four roles for each of 75 municipalities."""
    before = [
        "Ooster", "Wester", "Noorder", "Zuider", "Veld", "Duin", "Broek", "Hoge", "Lage", "Molen",
        "Eiken", "Berken", "Zand", "Klei", "Ried",
    ]
    behind = ["waard", "dijk", "hoven", "kerke", "meer"]
    municipality = before[number // 4 // 5 % 15] + behind[number // 4 % 5]
    theme, topics = THEMES[number * 5 % 8]
    series = ["Deze gemeente", "Provincie", "Nederland"]
    chance = write.chance
    return {
        "kind": "sheet", "lang": "nl", "id": f"sheet-{number + 1:03d}",
        "title": f"{ROLES[number % 4]} in {municipality}",
        "subtitle": f"Monitor Bestuurlijk Klimaat 2024: {lower(theme)}", "date": "November 2024",
        "kpis": [
            {"value": f"{chance.randint(31, 92)}%", "label": "respons op de vragenlijst"},
            {
                "value": f"{chance.randint(52, 84) / 10:.1f}".replace(".", ","),
                "label": "rapportcijfer voor het werk",
            },
            {"value": f"{chance.randint(12, 31)} uur", "label": "gemiddelde tijdsbesteding per week"},
        ],
        "blocks": [
            heading(2, "In het kort"), write.bullets(topics, 6),
            write.bars(f"Aandeel ‘ja’ in {municipality}", series, 4),
            write.stacked(f"Stellingen in {municipality}", 5),
            write.stacked("Hoe vaak komt het voor?", 5),
            write.table("Kerncijfers", topics, ["Onderwerp"] + series, 5),
        ],
    }


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    write = Writer(77)
    sheets = [sheet(write, number) for number in range(300)]
    for name, value in [("report", report(1)), ("report4", report(4)), ("sheets", sheets)]:
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        (folder / f"{name}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
