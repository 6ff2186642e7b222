"""How many reports there are to read, as far as that can be said without reading them."""

from pathlib import Path

from tidings.sources.file import LINES_SUFFIX
from tidings.sources.folder import find_reports
from tidings.sources.read import STANDARD_INPUT
from tidings.sources.url import is_url


def count_reports(name: str) -> int | None:
    """Return how many reports a file, folder or address holds; None for a stream, or what cannot be opened."""
    if name == STANDARD_INPUT:
        return None
    if is_url(name):
        return 1
    path = Path(name)
    try:
        return sum(_count(file) for file in (find_reports(path) if path.is_dir() else [path]))
    except OSError:
        return None


def _count(path: Path) -> int:
    if path.suffix.lower() != LINES_SUFFIX:
        return 1
    with path.open("rb") as lines:
        return sum(bool(line.strip()) for line in lines)
