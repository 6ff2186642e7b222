import io
import json

import pytest

from tidings.errors import BrokenLine, EmptyReport
from tidings.sources.jsonl import iterate_lines, read_lines


def arrivals_of(*lines):
    data = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    return list(read_lines("in.jsonl", iterate_lines(io.BytesIO(data))))


def test_a_text_is_taken_exactly_as_it_is():
    text = "\ufeff A\r\nb\tc \u2028 “d”\n\n"
    [incoming] = arrivals_of({"id": "x", "text": text})
    assert incoming.report.text == text


def test_title_address_and_day_are_kept():
    [incoming] = arrivals_of({"id": "x", "text": "A b.", "title": "T", "uri": "http://a/b", "published": "2021-02-19"})
    report = incoming.report
    assert (report.title, report.uri, report.published.date, report.published.basis) == (
        "T",
        "http://a/b",
        "2021-02-19",
        "given",
    )


def test_order_and_ids_are_kept():
    arrivals = arrivals_of(*({"id": f"r{n}", "text": "A b."} for n in (3, 1, 2)))
    assert [arrival.report.id for arrival in arrivals] == ["r3", "r1", "r2"]


def test_a_number_may_be_an_id_and_a_missing_one_is_derived():
    first, second = arrivals_of({"id": 7, "text": "A b."}, {"text": "A b."})
    assert first.report.id == "7"
    assert len(second.report.id) == 16


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{oh no", "it is not JSON"),
        (b'{"id": "\xff", "text": "x"}', "it is not in UTF-8"),
        (["a list"], "it is not a JSON object"),
        ({"id": "x"}, "it has no “text”"),
        ({"id": "x", "text": 3}, "its “text” is not a string"),
        ({"id": "x", "text": " \n"}, "its “text” is empty"),
        ({"id": {}, "text": "A b."}, "its “id” is neither a string nor a number"),
        ({"id": "x", "text": "A b.", "title": 3}, "its “title” is not a string"),
        (b"[" * 100_000, "it is not JSON"),
    ],
)
def test_a_broken_line_is_named_and_the_others_are_read(line, reason):
    before, broken, after = arrivals_of({"id": "a", "text": "A b."}, b"", line, {"id": "z", "text": "A b."})[:3]
    assert (before.report.id, after.report.id) == ("a", "z")
    assert isinstance(broken, BrokenLine)
    assert broken.line == 3
    assert broken.reason.startswith(reason)


def test_a_day_that_is_none_is_a_problem_and_the_report_is_read():
    [incoming] = arrivals_of({"id": "x", "text": "A b.", "published": "last week"})
    assert incoming.report.published is None
    assert [problem.kind for problem in incoming.problems] == ["unresolved-date"]


def test_half_surrogates_are_replaced_without_moving_an_offset():
    [incoming] = arrivals_of(b'{"id": "x", "text": "a\\ud83db"}')
    assert incoming.report.text == "a\ufffdb"
    assert [problem.kind for problem in incoming.problems] == ["encoding"]


@pytest.mark.parametrize("data", [b"", b"\n\n  \n"])
def test_no_line_at_all_is_an_empty_report(data):
    [error] = read_lines("in.jsonl", iterate_lines(io.BytesIO(data)))
    assert isinstance(error, EmptyReport)


def test_a_byte_order_mark_before_the_first_line_does_no_harm():
    [incoming] = arrivals_of(b'\xef\xbb\xbf{"id": "x", "text": "A b."}')
    assert incoming.report.id == "x"
