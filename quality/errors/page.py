"""The page on errors: the five commonest kinds of each task, from the counts and `kinds.toml`."""

from collections.abc import Iterable

from quality.errors.count import Count
from quality.errors.kinds import load_kinds

COMMONEST = 5
HEAD = """# Where tidings goes wrong

The five commonest kinds of error of each task, counted on development documents and written by

    python -m quality errors all --data FOLDER --checker FILE --page docs/reference/errors.md

where FOLDER holds the corpora and FILE checks the fact sheets ([quality/README.md](../../quality/README.md)).
One task, all of its kinds, and where in the documents they are: `python -m quality errors TASK --data FOLDER
--examples 5`; the figures: `python -m quality TASK --data FOLDER`.

The counts come from comparing records with a corpus, so some are differences of view rather than faults; where that is
so it is said. The kinds are told apart by rules (`quality/errors/`), not by a person. Every example is invented.
"""


def errors_page(counts: Iterable[Count]) -> str:
    """Return the page as Markdown."""
    return "\n".join([HEAD, *(part for count in counts for part in _section(count))])


def _section(count: Count) -> list[str]:
    about = load_kinds()[count.task]
    head = about["head"].format(**{name: f"{number:,.10g}" for name, number in count.sizes.items()})
    commonest = count.kinds.most_common(COMMONEST)
    rows = [
        f"| {about['kinds'][kind]['told']} | {number} | {about['kinds'][kind]['example']} |"
        for kind, number in commonest
    ]
    rest = count.kinds.total() - sum(number for _, number in commonest)
    others = [f"| All other kinds | {rest} | |"] if rest else []
    table = ["| error | count | example |", "|---|---|---|", *rows, *others]
    return [f"## {about['title']}", "", head, "", *table, ""]
