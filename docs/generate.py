"""Write the pages and pictures that are generated from the code: `python -m docs.generate`."""

import inspect
from dataclasses import fields, is_dataclass
from enum import StrEnum
from importlib import import_module
from io import StringIO
from pathlib import Path

from rich.console import Console

import tidings
from tidings.samples import load_sample
from tidings.views.build import page_of
from tidings.views.terminal import render

DEMO = Path(__file__).parent / "demo.svg"
WIDTH = 110
REFERENCE = Path(__file__).parent / "reference"
MODULES = (
    "record",
    "report",
    "mention",
    "time",
    "place",
    "statement",
    "event",
    "force",
    "relation",
    "problem",
    "when",
    "span",
)
HEAD = """# The record: `tidings.record/1`

One JSON object per report. Offsets are half-open code-point offsets into `report.text`; a span is
`[start, end]`; unknown is `null`. A field named `from_` here is `from` in JSON. Every item says in
`why` what it rests on, and in `rule` which rule or head made it.

This page is generated from the types (`make docs`).
"""


def record_page() -> str:
    """Return the record's reference as Markdown."""
    return "\n".join([HEAD, *(part for name in MODULES for part in _module(name))]) + "\n"


def _module(name: str) -> list[str]:
    module = import_module(f"tidings.model.{name}")
    kinds = [k for k in vars(module).values() if inspect.isclass(k) and k.__module__ == module.__name__]
    return [_section(kind) for kind in kinds if is_dataclass(kind) or issubclass(kind, StrEnum)]


def _section(kind: type) -> str:
    lines = [f"## {kind.__name__}", "", inspect.getdoc(kind) or "", ""]
    if issubclass(kind, StrEnum):
        return "\n".join([*lines, "Values: " + ", ".join(f"`{value}`" for value in kind), ""])
    rows = [f"| `{field.name.rstrip('_')}` | `{_typed(field.type)}` |" for field in fields(kind)]
    return "\n".join([*lines, "| field | type |", "|---|---|", *rows, ""])


def _typed(annotation: object) -> str:
    text = annotation.__name__ if inspect.isclass(annotation) and "[" not in str(annotation) else str(annotation)
    return ".".join(part for part in [text]).replace("tidings.model.", "").replace(" | ", " or ").replace("|", "or")


def demo_picture() -> str:
    """Return what `tidings demo` prints, as a picture."""
    console = Console(record=True, width=WIDTH, file=StringIO(), highlight=False)
    for line in render(page_of(tidings.read(load_sample(), id="sample")), WIDTH):
        console.print(line)
    return console.export_svg(title="tidings demo", unique_id="demo")


if __name__ == "__main__":
    (REFERENCE / "record.md").write_text(record_page(), encoding="utf-8")
    DEMO.write_text(demo_picture(), encoding="utf-8")
