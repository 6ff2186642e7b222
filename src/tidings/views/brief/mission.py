"""The brief of a mission, from its file."""

from collections.abc import Iterator

from tidings.store.queries.briefs import find_members
from tidings.store.queries.missions import LevelRow
from tidings.views.brief.cites import Citer
from tidings.views.brief.page import Cite, Section, Sentence
from tidings.views.brief.shared import MOST, shorten, tell_incidents, tell_statements, tell_threads, write_moment
from tidings.views.brief.words import begin_with, day_or_not, not_known, part, section, tell
from tidings.views.desk_mission import Condition, MissionFile
from tidings.views.strength import CONTRIBUTORS, Strength

#: Conditions that have a place of their own in the brief.
APART = frozenset({"requested-by", "scope", "deadline"})


def brief_mission(file: MissionFile, citer: Citer) -> Iterator[Section]:
    """Yield the sections of a mission's brief."""
    yield section("strength", *_strengths(file, citer))
    yield section("conditions", *_conditions(file, citer))
    yield section("scope", *_scope(file, citer))
    yield section("near", *_near(file, citer))
    yield tell_statements(file.statements, citer)
    yield tell_threads(file.threads, citer)
    yield section("unknown", *_unknown(file))


def _strengths(file: MissionFile, citer: Citer) -> Iterator[Sentence]:
    for strength in file.strengths:
        yield tell("mission", _key(strength), _cite(strength, citer), **_values(strength, file.mission.name))
    yield from _differences(file, citer)
    if file.share is not None and file.actual and file.pledged:
        cites = (_cite(file.actual, citer), _cite(file.pledged, citer))
        yield tell("mission", "share", *cites, there=file.actual.words, planned=file.pledged.words, share=file.share)


def _key(strength: Strength) -> str:
    if strength.level.change is not None and strength.low is None:
        return "change"
    if strength.is_planned:
        return "planned_from" if strength.start is not None else strength.level.status
    if strength.level.date_from or strength.level.date_to:
        return "dated"
    return "past" if strength.level.status == "past" else "now"


def _values(strength: Strength, mission: str) -> dict[str, str]:
    level = strength.level
    return {
        "force": mission if strength.is_whole else _part_name(level, mission),
        "strength": strength.words,
        "place": part("place", name=level.place_name),
        "by": part("by", name=level.source_name),
        "until": part("until", day=day_or_not(strength.day) if strength.day else ""),
        "stated": day_or_not(strength.stated),
        "when": begin_with(level.date_from, level.date_to).rstrip(": "),
    }


def _part_name(level: LevelRow, mission: str) -> str:
    """Return what a figure that is not the whole mission's is of: a state's contingent, or a body of its own."""
    if level.owner_category in CONTRIBUTORS and level.owner_name:
        return level.owner_name
    return level.force_name or mission


def _differences(file: MissionFile, citer: Citer) -> Iterator[Sentence]:
    """Yield a sentence for each day on which reports or speakers gave different figures."""
    days: dict[str, list[Strength]] = {}
    for strength in file.strengths:
        if strength.is_whole and not strength.is_planned and strength.low is not None and strength.stated:
            days.setdefault(strength.stated, []).append(strength)
    for day, told in days.items():
        if len({(s.low, s.high) for s in told}) > 1:
            figures = "; ".join(dict.fromkeys(s.words + part("by", name=s.level.source_name) for s in told))
            yield tell("mission", "differ", *(_cite(s, citer) for s in told), stated=day_or_not(day), figures=figures)


def _conditions(file: MissionFile, citer: Citer) -> Iterator[Sentence]:
    for condition in file.conditions:
        if condition.row.kind not in APART:
            cite = _cite_condition(condition, citer)
            words, by = shorten(condition.row.words), part("by", name=condition.row.by_name)
            yield tell("mission", "condition", cite, strength=condition.strength.words, words=words, by=by)
            if condition.judgements:
                yield _judgement(condition, cite)


def _judgement(condition: Condition, cite: Cite) -> Sentence:
    last = condition.judgements[-1]
    key = condition.verdict if condition.verdict in {"holds", "does-not-hold"} else "cannot-say"
    note = f" ({last.note})" if last.note else ""
    return tell("mission", key, cite, coder=last.by, day=write_moment(last.at), note=note)


def _scope(file: MissionFile, citer: Citer) -> Iterator[Sentence]:
    for condition in file.conditions:
        if condition.row.kind == "requested-by":
            name, words = condition.row.by_name or "somebody", shorten(condition.row.words)
            asked = condition.strength.words
            yield tell("mission", "asked", _cite_condition(condition, citer), name=name, strength=asked, words=words)
        elif condition.row.kind == "scope":
            yield tell("mission", "scope", _cite_condition(condition, citer), words=shorten(condition.row.words))
    for said in file.asked[:MOST]:
        cite = citer.cite(said.report, said.id, said.start, said.end)
        yield tell(
            "mission", "request", cite, name=said.speaker or said.role or "somebody", words=shorten(said.content)
        )
    for place in file.places:
        levels = [s for s in file.strengths if s.level.place_name == place.name]
        yield tell("mission", "place", *(_cite(s, citer) for s in levels[:2]), place=place.name)


def _near(file: MissionFile, citer: Citer) -> Iterator[Sentence]:
    latest = [near.row for near in file.near[:MOST]]
    members = find_members(citer.connection, [row.id for row in latest])
    told = tuple(tell_incidents(latest, members, citer))
    yield from told or [not_known("near")]


def _unknown(file: MissionFile) -> Iterator[Sentence]:
    requests = [c for c in file.conditions if c.row.kind == "requested-by"]
    open_ = [c for c in file.conditions if c.row.kind not in APART and not c.judgements]
    total = sum(c.row.kind not in APART for c in file.conditions)
    gaps = (
        ("strength", file.actual is None),
        ("pledge", file.pledged is None),
        ("deadline", file.pledged is not None and file.pledged.day is None),
        ("conditions", total == 0),
        ("asked", not requests and not file.asked),
        ("where", not file.places),
    )
    yield from (not_known(key) for key, is_missing in gaps if is_missing)
    if open_:
        yield not_known("judged", number=len(open_), total=total)


def _cite(strength: Strength, citer: Citer) -> Cite:
    level = strength.level
    return citer.cite(level.report, level.item.rpartition("#")[2], level.start, level.end)


def _cite_condition(condition: Condition, citer: Citer) -> Cite:
    level = condition.strength.level
    return citer.cite(level.report, level.item.rpartition("#")[2], condition.row.start, condition.row.end)
