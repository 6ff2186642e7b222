"""Search over everything: words to reports, statements, incidents and actors, the best first."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, text

from tidings.model.span import Span

#: Kinds of thing that are found.
KINDS = ("report", "statement", "incident", "actor")
_START, _END = "\x02", "\x03"
_WORD = re.compile(r'"[^"]*"|[^\s"]+')

#: What is called exactly what was typed comes first, then an actor of that name among its others, then all the rest.
#: An actor's names are lines of its body; one that reports only call "police" has none.
_TIER = """CASE WHEN (CASE t.kind WHEN 'actor' THEN {line} WHEN 'statement' THEN false ELSE true END)
 AND (lower(t.title) = :folded OR t.title = :plain) THEN 0 WHEN t.kind = 'actor' AND {line} THEN 1 ELSE 2 END"""
# A word of a title counts more than one of the body; but a statement's title is its speaker, who is not what was said.
_SQLITE = """SELECT t.kind, t.ref, t.title, snippet(search_index, 1, :start, :end, '…', 24) AS snippet, {tier} AS tier,
 CASE t.kind WHEN 'statement' THEN bm25(search_index, 0.5, 1.0) ELSE bm25(search_index, 4.0, 1.0) END AS rank
 FROM search_index JOIN search_texts t ON t.key = search_index.rowid
 WHERE search_index MATCH :query AND t.kind IN :kinds ORDER BY tier, rank, t.key LIMIT :limit OFFSET :offset""".format(  # noqa: S608 - put together from constants alone
    tier=_TIER.format(line="instr(char(10) || t.body || char(10), :line) > 0")
)
_SQLITE_COUNT = """SELECT t.kind, count(*) AS hits FROM search_index JOIN search_texts t ON t.key = search_index.rowid
 WHERE search_index MATCH :query GROUP BY t.kind"""
_POSTGRESQL = """SELECT found.kind, found.ref, found.title, ts_headline('english', found.body, found.query, :options)
 AS snippet FROM (SELECT t.key, t.kind, t.ref, t.title, t.body, q.query, {tier} AS tier,
 -ts_rank_cd(CASE t.kind WHEN 'statement' THEN '{{0.1,0.2,0.4,0.2}}' ELSE '{{0.1,0.2,0.4,1.0}}' END::real[], t.words,
 q.query) AS rank
 FROM search_texts t, websearch_to_tsquery('english', :query) AS q(query) WHERE t.words @@ q.query AND t.kind IN :kinds
 ORDER BY tier, rank, t.key LIMIT :limit OFFSET :offset) AS found
 ORDER BY found.tier, found.rank, found.key""".format(  # noqa: S608 - put together from constants alone
    tier=_TIER.format(line="position(:line in chr(10) || t.body || chr(10)) > 0")
)
_POSTGRESQL_COUNT = """SELECT kind, count(*) AS hits FROM search_texts
 WHERE words @@ websearch_to_tsquery('english', :query) GROUP BY kind"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Something found: what it is, its reference and title, and a piece of it; `marks` are the words sought in that."""

    kind: str
    ref: str
    title: str
    snippet: str
    marks: tuple[Span, ...]


def find_hits(
    connection: Connection, words: str, *, kinds: Collection[str] = KINDS, limit: int = 50, offset: int = 0
) -> tuple[Hit, ...]:
    """Return what has all of these words, the best first; words in quotation marks stand side by side.

    What is called exactly so comes before what only holds the words.

    Different forms of a word are found alike ("shells", "shelling"); a "-" in front leaves out what has the word.
    """
    query = _query(connection, words)
    if not query or not kinds:
        return ()
    values = {"query": query, "kinds": sorted(kinds), "limit": limit, "offset": offset, **_names(words)}
    if connection.dialect.name == "sqlite":
        sql, values = _SQLITE, {**values, "start": _START, "end": _END}
    else:
        options = f"StartSel={_START}, StopSel={_END}, MaxWords=24, MinWords=8, MaxFragments=1"
        sql, values = _POSTGRESQL, {**values, "options": options}
    asked = text(sql).bindparams(bindparam("kinds", expanding=True))
    return tuple(_hit(row.kind, row.ref, row.title, row.snippet) for row in connection.execute(asked, values))


def count_hits(connection: Connection, words: str) -> dict[str, int]:
    """Return how many things of each kind have these words."""
    query = _query(connection, words)
    if not query:
        return dict.fromkeys(KINDS, 0)
    sql = _SQLITE_COUNT if connection.dialect.name == "sqlite" else _POSTGRESQL_COUNT
    found = {row.kind: int(row.hits) for row in connection.execute(text(sql), {"query": query})}
    return {kind: found.get(kind, 0) for kind in KINDS}


def _names(words: str) -> dict[str, str]:
    """Return what something must be called to be exactly what was typed."""
    plain = " ".join(words.replace("\x00", " ").replace('"', " ").split())
    return {"plain": plain, "folded": plain.lower(), "line": f"\n{plain.lower()}\n"}


def _query(connection: Connection, words: str) -> str:
    """Return what the engine is asked; nothing that a person types is a mistake in it."""
    if connection.dialect.name != "sqlite":
        return words.replace("\x00", " ").strip()
    wanted: list[str] = []
    unwanted: list[str] = []
    for part in _WORD.findall(words.replace("\x00", " ")):
        is_out = part.startswith("-") and len(part) > 1
        bare = part.lstrip("-").strip('"').replace('"', " ").strip()
        if any(character.isalnum() for character in bare):
            (unwanted if is_out else wanted).append(f'"{bare}"')
    if not wanted:
        return ""
    return " AND ".join(wanted) + "".join(f" NOT {word}" for word in unwanted)


def _hit(kind: str, ref: str, title: str, marked: str) -> Hit:
    """Take the marks out of a snippet and keep where they stood."""
    snippet, marks = "", []
    for piece in re.split(f"(?={_START})", " ".join(marked.split(" "))):
        inside, end, after = piece.removeprefix(_START).partition(_END)
        if end:
            marks.append(Span(len(snippet), len(snippet) + len(inside)))
        snippet += inside + after
    return Hit(kind=kind, ref=ref, title=title, snippet=snippet, marks=tuple(marks))
