import pytest

from tidings.errors import NotText
from tidings.sources.decode import decode, find_declared, with_plain_lines

RUSSIAN = "Вчера вечером в городе произошёл взрыв, сообщили в министерстве. Погибли три человека, ещё девять ранены."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Three people died in Ménaka, Mali.", "utf-8"),
        ("Three people died in Ménaka, Mali.", "utf-8-sig"),
        ("Three people died in Ménaka, Mali.", "utf-16"),
        ("Three people died in Ménaka, Mali.", "utf-16-le"),
        ("Three people died in Ménaka, Mali.", "utf-16-be"),
        ("Three people died in Ménaka, Mali.", "utf-32"),
        ("The mayor of Besançon said: “We won’t wait.”", "cp1252"),
        ("The mayor of Besançon said that he would wait.", "latin-1"),
        (RUSSIAN * 3, "cp1251"),
        (RUSSIAN * 3, "koi8-r"),
        ("三人在昨晚的袭击中丧生，九人受伤，当局说。" * 8, "gb18030"),
        ("昨夜の攻撃で三人が死亡し、九人が負傷したと当局が発表した。" * 8, "shift_jis"),
    ],
)
def test_text_comes_back_whatever_its_encoding(text, encoding):
    assert decode("a.txt", text.encode(encoding))[0] == text


def test_a_guessed_encoding_is_a_problem():
    [problem] = decode("a.txt", "Besançon".encode("cp1252"))[1]
    assert problem.kind == "encoding"
    assert "cp1252" in problem.message


def test_a_declared_encoding_is_no_problem():
    assert decode("a.html", RUSSIAN.encode("cp1251"), "cp1251") == (RUSSIAN, ())


def test_a_file_cut_inside_a_letter_stays_utf8():
    data = ("Ménaka, Timbuktu, Gao and Ménaka again. " * 20 + "é").encode()[:-1]
    text, [problem] = decode("a.txt", data)
    assert "Ménaka" in text
    assert problem.kind == "encoding"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "a PNG picture"),
        (b"PK\x03\x04" + bytes(40), "a ZIP archive or an Office document"),
        (b"\xd0\xcf\x11\xe0" + bytes(40), "an old Office document"),
        (bytes(range(256)) * 4, "binary data"),
        (b"abc\0\0\0def\0\0\0" * 9, "binary data"),
    ],
)
def test_what_is_not_text_is_refused_by_name(data, kind):
    with pytest.raises(NotText) as refused:
        decode("x.bin", data)
    assert refused.value.kind == kind


@pytest.mark.parametrize(
    ("page", "encoding"),
    [
        (b'<html><head><meta charset="windows-1251">', "cp1251"),
        (b"<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-2'>", "iso8859-2"),
        (b'<meta charset="klingon">', None),
        (b"<p>no word of it</p>", None),
    ],
)
def test_a_page_may_name_its_encoding(page, encoding):
    assert find_declared(page) == encoding


def test_every_line_ending_becomes_a_line_feed():
    assert with_plain_lines("a\r\nb\rc\n") == "a\nb\nc\n"
