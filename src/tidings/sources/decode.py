"""Bytes to text: the encoding recognised, and what is not text refused."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE, lookup

from tidings.errors import NotText
from tidings.model.problem import Problem

#: How files begin that people take for text.
SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a picture, sound or film"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "an SQLite database"),
)
#: The longer mark first: UTF-32's begins with UTF-16's.
MARKS: tuple[tuple[bytes, str], ...] = (
    (BOM_UTF8, "utf-8"),
    (BOM_UTF32_LE, "utf-32-le"),
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
)
#: Text with a larger share of control characters is no text.
MOST_CONTROLS = 0.01
#: Text with a smaller share of bytes beyond ASCII is taken for Western European before anything is guessed.
FEW_FOREIGN_BYTES = 0.15
#: So many bytes are shown to the guesser.
SAMPLE = 100_000

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)

Decoded = tuple[str, tuple[Problem, ...]]


def decode(name: str, data: bytes, declared: str | None = None) -> Decoded:
    """Return the text in some bytes, and a problem where its encoding had to be guessed.

    Raises:
        NotText: when the bytes are a picture, a PDF, an archive or the like.
    """
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            raise NotText(name, kind)
    text, problems = _decode_text(data, declared)
    if len(_CONTROLS.findall(text[:SAMPLE])) > MOST_CONTROLS * min(len(text), SAMPLE):
        raise NotText(name, "binary data")
    return text, problems


def with_plain_lines(text: str) -> str:
    """Return a text with every line ending as a line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def find_declared(page: bytes) -> str | None:
    """Return the encoding that a page names in its first kilobytes, if Python knows it."""
    found = _META_CHARSET.search(page[:4096])
    return known_encoding(found.group(1).decode("ascii", "replace")) if found else None


def known_encoding(label: str | None) -> str | None:
    """Return Python's name of an encoding, None for one it does not know."""
    try:
        return lookup(label).name if label else None
    except LookupError:
        return None


def _decode_text(data: bytes, declared: str | None) -> Decoded:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), ()
    for encoding in filter(None, ("utf-8", _unmarked_utf16(data), declared)):
        try:
            return data.decode(encoding), ()
        except UnicodeDecodeError:
            continue
    return _decode_guessed(data)


def _unmarked_utf16(data: bytes) -> str | None:
    """Return UTF-16's name where nearly every second byte is zero."""
    sample = data[: SAMPLE // 10]
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if zeros and zeros.count(0) > 0.8 * len(zeros):
            return encoding
    return None


def _decode_guessed(data: bytes) -> Decoded:
    encoding = _guess(data)
    text = data.decode(encoding, "replace")
    message = f"The text is not in UTF-8; it was read as {encoding}, which is a guess."
    return text, (Problem(kind="encoding", message=message),)


def _guess(data: bytes) -> str:
    beyond = len(_BEYOND_ASCII.findall(data[:SAMPLE]))
    if _is_damaged_utf8(data, beyond):
        return "utf-8"
    if beyond < FEW_FOREIGN_BYTES * min(len(data), SAMPLE) and _fits(data, "cp1252"):
        return "cp1252"
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only such texts need it

    best = from_bytes(data[:SAMPLE]).best()
    return best.encoding if best else "cp1252"


def _is_damaged_utf8(data: bytes, beyond: int) -> bool:
    """Say whether most of what is beyond ASCII is good UTF-8 (a file that was cut or patched)."""
    bad = data[:SAMPLE].decode("utf-8", "replace").count("\ufffd")
    return bad * 10 < beyond


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
