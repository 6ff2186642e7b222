"""Write the pages and pictures that are generated from the code: `python -m docs.generate`."""

import inspect
import re
from dataclasses import fields, is_dataclass
from enum import StrEnum
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from sqlalchemy import Column, Table

import tidings
from tidings.cli.store import store as store_commands
from tidings.samples import load_sample
from tidings.store import tables
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


STORE_HEAD = """# The store: commands and tables

`tidings read --keep` fills a store, `tidings serve` shows it, and these commands look after it; how to
is in [keep.md](../howto/keep.md). This page is generated from the code (`make docs`).
"""


def record_page() -> str:
    """Return the record's reference as Markdown."""
    return "\n".join([HEAD, *(part for name in MODULES for part in _module(name))]) + "\n"


def store_page() -> str:
    """Return the commands and tables of the store as Markdown; the notes stand beside the columns in tables.py."""
    notes = _notes(inspect.getsource(tables))
    parts = [STORE_HEAD, *(_command(command) for _, command in sorted(store_commands.commands.items()))]
    parts += ["# Tables", "", inspect.getdoc(tables) or "", ""]
    parts += [_table(table, notes) for table in tables.metadata.tables.values()]
    return "\n".join(parts) + "\n"


def _command(command: click.Command) -> str:
    arguments = "".join(f" {p.name.upper()}" for p in command.params if isinstance(p, click.Argument) and p.name)
    text = inspect.cleandoc(command.help or "")
    options = [f"- `{'`, `'.join(p.opts)}`: {p.help}" for p in command.params if isinstance(p, click.Option)]
    return "\n".join([f"## `tidings store {command.name}{arguments}`", "", text, "", *options, ""])


def _table(table: Table, notes: dict[tuple[str, str], str]) -> str:
    about = notes.get((table.name, ""))
    rows = [
        f"| `{column.name}` | {_kind(column)} | {notes.get((table.name, column.name), '')} |"
        for column in table.columns
    ]
    lines = [f"## `{table.name}`", "", *([f"{about[0].upper()}{about[1:]}.", ""] if about else [])]
    return "\n".join([*lines, "| column | kind | |", "|---|---|---|", *rows, ""])


def _kind(column: Column[Any]) -> str:
    to = [f"→ `{key.column.table.name}.{key.column.name}`" for key in column.foreign_keys]
    return " ".join([str(column.type).lower(), *to, *(["or nothing"] if column.nullable else [])])


def _notes(source: str) -> dict[tuple[str, str], str]:
    """Return the comments beside tables ("") and columns, by table and column."""
    found: dict[tuple[str, str], str] = {}
    table = ""
    for line in source.splitlines():
        started, named = re.match(r"(\w+) = Table\(", line), re.search(r'Column\("(\w+)"', line)
        table = started[1] if started else table
        _, mark, comment = line.partition("  # ")
        if mark and (started or named):
            found[table, named[1] if named else ""] = comment.removeprefix("projection: ").replace("|", "or")
    return found


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
    (REFERENCE / "store.md").write_text(store_page(), encoding="utf-8")
    DEMO.write_text(demo_picture(), encoding="utf-8")
