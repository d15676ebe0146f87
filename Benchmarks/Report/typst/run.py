"""Prints a report of the workload with Typst, tagged, PDF/UA-1: run.py REPORT.json OUT.pdf."""

import sys
from pathlib import Path

import typst

compiler = typst.Compiler(
    str(Path(__file__).with_name("template.typ")), root="/",
    font_paths=["/usr/share/fonts/truetype/open-sans"], ignore_system_fonts=True)
compiler.compile(
    output=sys.argv[2], sys_inputs={"file": str(Path(sys.argv[1]).resolve())},
    pdf_standards=["ua-1"], pdf_tags=True)
