"""The page of each sample report, whole: what a person reads, reviewed like code."""

from pathlib import Path

import pytest

import tidings
from tidings.views.build import page_of
from tidings.views.terminal import render

GOLDEN = Path(__file__).parent / "golden"
WIDTH = 110


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.txt")), ids=lambda path: path.stem)
def test_a_report_is_read_as_it_was(path, request):
    record = tidings.read(path.read_text(encoding="utf-8"), id=path.stem)
    page = "".join(line.plain.rstrip() + "\n" for line in render(page_of(record), WIDTH))
    expected = path.with_suffix(".page")
    if request.config.getoption("--rewrite-golden"):
        expected.write_text(page, encoding="utf-8")
    assert page == expected.read_text(encoding="utf-8")


def test_no_golden_page_is_left_without_its_report():
    assert {p.stem for p in GOLDEN.glob("*.page")} == {p.stem for p in GOLDEN.glob("*.txt")}
