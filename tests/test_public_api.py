"""The front door: what it offers, and that opening it is quick."""

import subprocess
import sys
from datetime import date

import pytest

import tidings

TEXT = "NIAMEY – Mortar shells hit a market in the town of Ouallam on Tuesday, killing three traders, the army said."


def test_all_is_exact_and_sorted():
    assert list(tidings.__all__) == sorted(tidings.__all__)
    public = {name for name in vars(tidings) if name[0].isupper()} - {"TYPE_CHECKING"}
    verbs = {"keep_record", "open_store", "read", "read_all"}
    assert public | verbs | {"Store", "__version__"} == set(tidings.__all__)


def test_what_was_read_is_kept_in_a_store(tmp_path):
    with tidings.open_store(tmp_path / "store.sqlite") as store:
        assert isinstance(store, tidings.Store)
        record = tidings.read(TEXT)
        assert [tidings.keep_record(store, record).is_new for _ in range(2)] == [True, False]


def test_opening_the_door_loads_nothing_heavy():
    heavy = {"numpy", "onnxruntime", "rich", "lxml", "httpx", "sqlalchemy"}
    code = f"import sys, tidings; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'write'"):
        _ = tidings.write


def test_a_text_is_read_into_a_record_of_its_own_words():
    record = tidings.read(TEXT, published=date(2022, 6, 16), title="Market hit", uri="http://a/b", id="a")
    report = record.report
    assert (report.id, report.text, report.title, report.uri) == ("a", TEXT, "Market hit", "http://a/b")
    assert (record.published.date, record.published.basis) == ("2022-06-16", "given")


def test_many_texts_are_read_in_order():
    texts = [f"{number}. {TEXT}" for number in range(3)]
    assert [record.report.text for record in tidings.read_all(texts, threads=2)] == texts


def test_reports_with_ids_can_be_read_too():
    [record] = tidings.read_all([tidings.Report(id="x", text=TEXT)])
    assert record.report.id == "x"


@pytest.mark.parametrize(("text", "published", "error"), [(" ", None, "EmptyReport"), (TEXT, "soon", "BadDate")])
def test_what_cannot_be_read_is_an_error_of_tidings(text, published, error):
    with pytest.raises(tidings.TidingsError) as raised:
        tidings.read(text, published=published)
    assert type(raised.value).__name__ == error


def test_a_notebook_gets_a_page():
    page = tidings.read(TEXT)._repr_html_()
    assert page.startswith("<div")
    assert "livestock" not in page
    assert "killing" in page
