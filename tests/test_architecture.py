"""The shape of the code base is itself tested."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src" / "tidings").rglob("*.py"))
LIMIT = 400


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT / "src")))
def test_every_module_says_what_it_is_and_stays_short(path):
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "a module docstring is missing"
    assert len(text.splitlines()) <= LIMIT


def test_the_architecture_page_names_every_package():
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    packages = [p.parent.name for p in (ROOT / "src" / "tidings").glob("*/__init__.py")]
    assert [name for name in packages if f"`{name}/`" not in page] == []
