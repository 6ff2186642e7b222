import json

import pytest

from tidings.errors import EmptyReport, FileMissing, FileUnreadable, NoArticle, NoReports, NotText, TooLarge
from tidings.sources import Incoming, Skipped, file, read_source

TEXT = "NIAMEY – Three traders were killed when shells hit a market on Tuesday, the army said.\n"


def read_one(path):
    [arrival] = read_source(str(path))
    return arrival


def test_a_text_file_is_a_report_with_plain_lines(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    report = read_one(path).report
    assert report.text == TEXT
    assert report.uri == path.as_posix()


def test_a_file_of_unknown_name_is_known_by_what_it_holds(tmp_path):
    page, lines, text = tmp_path / "page", tmp_path / "lines", tmp_path / "text"
    said = "Three traders were killed when shells hit a market on Tuesday evening, the army said today."
    page.write_text(f"<html><body><article><p>{said}</p><p>Nobody has said who fired them.</p></article></body></html>")
    lines.write_text(json.dumps({"id": "l", "text": TEXT}) + "\n")
    text.write_text(TEXT)
    assert "<p>" not in read_one(page).report.text
    assert read_one(lines).report.id == "l"
    assert read_one(text).report.text == TEXT


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("a.txt", b"", EmptyReport),
        ("a.txt", b" \n\n ", EmptyReport),
        ("a.jsonl", b"", EmptyReport),
        ("a.html", b"<html></html>", NoArticle),
        ("a.html", b"%PDF-1.4", NotText),
        ("a.txt", b"%PDF-1.4", NotText),
        ("a.docx", b"PK\x03\x04" + bytes(30), NotText),
    ],
)
def test_what_cannot_be_read_is_an_error_in_its_place(tmp_path, name, data, error):
    (tmp_path / name).write_bytes(data)
    arrival = read_one(tmp_path / name)
    assert isinstance(arrival, error)
    assert name in str(arrival)


def test_a_missing_file_is_named(tmp_path):
    arrival = read_one(tmp_path / "gone.txt")
    assert isinstance(arrival, FileMissing)
    assert "gone.txt" in str(arrival)


def test_a_path_through_a_file_cannot_be_opened(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    assert isinstance(read_one(tmp_path / "a.txt" / "b.txt"), FileUnreadable)


def test_a_file_too_large_for_one_report_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(file, "MOST_BYTES", 100)
    (tmp_path / "a.txt").write_text("x " * 100)
    assert isinstance(read_one(tmp_path / "a.txt"), TooLarge)


def test_a_folder_is_read_in_the_order_of_its_names_and_what_is_left_out_is_counted(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b.txt", "a.TXT", "sub/c.txt", ".hidden.txt", ".git/d.txt", "photo.png", "notes.md"):
        (tmp_path / name).write_text(f"{name}. {TEXT}")
    *reports, skipped = read_source(str(tmp_path))
    assert [arrival.report.text.split()[0] for arrival in reports] == ["a.TXT.", "b.txt.", "sub/c.txt."]
    assert skipped == Skipped(folder=str(tmp_path), count=2)


def test_one_bad_file_of_a_folder_does_not_stop_the_others(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.4")
    (tmp_path / "b.txt").write_text(TEXT)
    bad, good = read_source(str(tmp_path))
    assert isinstance(bad, NotText)
    assert isinstance(good, Incoming)


def test_a_folder_without_reports_says_what_reports_are(tmp_path):
    (tmp_path / "photo.png").write_bytes(b"\x89PNG")
    arrival = read_one(tmp_path)
    assert isinstance(arrival, NoReports)
    assert arrival.skipped == 1
    assert ".jsonl" in str(arrival)
