"""Times `katern build` against Typst on the same report, in turn.

Usage: python3 measure.py FOLDER [RUNS]

FOLDER gets the workload, the report folders and both programs' PDFs; what is there already is made
anew. CPU time is user and system time of the whole process; medians of RUNS (7). Both outputs are
checked: intact, tagged, and each title, sentence, quote and label of the workload in them.
"""

import json
import os
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
KATERN = HERE.parents[1] / ".build/release/katern"


def make(folder):
    """The workload as data, as report folders with their results, and the commands of both programs."""
    subprocess.run([sys.executable, HERE / "workload.py", folder], check=True)
    commands = {}
    for name in ["report", "report4"]:
        report = folder / name
        subprocess.run([sys.executable, HERE / "folder.py", folder / f"{name}.json", report], check=True)
        subprocess.run([KATERN, "import", report, "--quiet"], check=True, stdout=subprocess.DEVNULL)
        commands["katern", name] = [
            KATERN, "build", report, "--edition", "report", "-o", folder / f"katern-{name}.pdf"]
        commands["typst", name] = [
            sys.executable, HERE / "typst/run.py", folder / f"{name}.json",
            folder / f"typst-{name}.pdf"]
    return commands


def run(command):
    """CPU seconds, seconds and the largest resident memory in MB of one run."""
    start = time.monotonic()
    with open("/dev/null", "w") as nothing:
        process = subprocess.Popen(command, stdout=nothing, stderr=nothing)
        _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"failed: {' '.join(map(str, command))}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024


def texts(block):
    """What a reader must find of a block."""
    match block["type"]:
        case "heading":
            yield block["text"]
        case "paragraph":
            yield from (run["t"] for run in block["runs"])
        case "bullets":
            yield from block["items"]
        case "bar_chart":
            yield block["title"]
            yield from (group["label"] for group in block["groups"])
        case "stacked_chart":
            yield block["title"]
            yield from (row["label"] for row in block["rows"])
        case "quotes":
            yield from (quote["text"] for quote in block["items"])
        case "table":
            yield block["title"]
            yield from (cell for row in block["rows"] for cell in row)


def letters(text):
    """A text without what differs between programs: spaces, hyphens, quotation marks."""
    return "".join(re.findall(r"[^\W_]+", text.replace("\xad", "")))


def is_printed(text, printed):
    """Whether a text is there, whole or parted by the end of a page."""
    if text in printed:
        return True
    return any(text[:cut] in printed and text[cut:] in printed for cut in range(1, len(text)))


def check(pdf, data):
    """The pages of a file; ends the run if it is damaged, untagged or lacks a text."""
    subprocess.run(["qpdf", "--check", pdf], check=True, stdout=subprocess.DEVNULL)
    info = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
    if not re.search(r"^Tagged:\s+yes", info, re.M):
        sys.exit(f"{pdf} is not tagged")
    printed = letters(
        subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True, text=True).stdout)
    report = json.loads(data.read_text(encoding="utf-8"))
    blocks = [block for chapter in report["chapters"] for page in chapter["pages"] for block in page["blocks"]]
    wanted = {text for block in blocks for text in texts(block)}
    lacking = [text for text in sorted(wanted) if not is_printed(letters(text), printed)]
    if lacking:
        sys.exit(f"{pdf} lacks {len(lacking)} texts, first: {lacking[0]}")
    return int(re.search(r"^Pages:\s+(\d+)", info, re.M)[1]), len(blocks), len(wanted)


def main():
    folder = Path(sys.argv[1]).resolve()
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    folder.mkdir(parents=True, exist_ok=True)
    commands = make(folder)
    for command in commands.values():
        run(command)
    print("| | pages | kB | CPU s | wall s | MB |\n| --- | ---: | ---: | ---: | ---: | ---: |")
    cpu = {}
    for name in ["report", "report4"]:
        figures = {"katern": [], "typst": []}
        for _ in range(runs):
            for program, samples in figures.items():
                samples.append(run(commands[program, name]))
        for program, samples in figures.items():
            pdf = folder / f"{program}-{name}.pdf"
            pages, _, _ = check(pdf, folder / f"{name}.json")
            used, wall, memory = map(statistics.median, zip(*samples))
            cpu[program, name] = used
            print(
                f"| {program}, {name} | {pages} | {pdf.stat().st_size // 1000} | {used:.3f} | {wall:.3f} "
                f"| {memory:.0f} |")
        ratios = [b[0] / a[0] for a, b in zip(figures["katern"], figures["typst"])]
        print(
            f"| typst / katern, {name} | | | {statistics.median(ratios):.2f} "
            f"({min(ratios):.2f}–{max(ratios):.2f}) | | |")
    for program in ["katern", "typst"]:
        print(f"| {program}, ×4 pages | | | ×{cpu[program, 'report4'] / cpu[program, 'report']:.2f} | | |")


main()
