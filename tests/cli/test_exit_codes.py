from pathlib import Path

import pytest

from tidings import errors
from tidings.cli.exit_codes import EXIT_CODES, exit_code_of


def test_every_code_stands_for_one_thing():
    codes = [code for code, _, _ in EXIT_CODES]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.FileMissing("a"), 3),
        (errors.NotText("a", "a PDF"), 4),
        (errors.BrokenLine("a", 3, "why"), 5),
        (errors.UrlUnanswered("a", "why"), 6),
        (errors.EncoderFileMissing(Path("a")), 7),
        (errors.ReportFailed("a", "why"), 1),
    ],
)
def test_errors_lead_to_their_codes(error, code):
    assert exit_code_of(error) == code


def test_every_error_of_a_source_has_a_code():
    mapped = {error for _, _, listed in EXIT_CODES for error in listed}
    assert set(errors.SourceError.__subclasses__()) <= mapped
