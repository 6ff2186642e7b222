"""Levels: how two events compare in each feature, in words.

Each function returns the name of a level (a key of incidents.toml, which gives it points)
and what was compared, or None where the feature says nothing.
"""

from tidings.model.incident import Features
from tidings.resolution.days import find_day_level
from tidings.resolution.distances import find_place_level
from tidings.resolution.table import find_family
from tidings.resolution.tolls import find_toll_level

Level = tuple[str, str]


def compare_types(a: Features, b: Features) -> Level | None:
    """Compare type and mode."""
    names = sorted({_type_name(a), _type_name(b)})
    if a.type == b.type and a.mode == b.mode:
        return "same", names[0]
    if a.type == b.type:
        return "other_mode", " and ".join(names)
    same_family = find_family(a.type, a.mode) == find_family(b.type, b.mode)
    return "same_family" if same_family else "other", " and ".join(names)


def compare_days(a: Features, b: Features) -> Level | None:
    """Compare the days on which they happened, else the days on which they were reported."""
    return find_day_level(a, b) or ("unknown", "no date")


def compare_places(a: Features, b: Features) -> Level | None:
    """Compare where they happened, else which towns their reports name."""
    return find_place_level(a, b) or ("unknown", "no place to compare")


def compare_killed(a: Features, b: Features) -> Level | None:
    """Compare the dead: tolls grow from the earlier report to the later."""
    return find_toll_level(a, b, a.killed, b.killed)


def compare_injured(a: Features, b: Features) -> Level | None:
    """Compare the injured: some of them die, so a toll may also fall."""
    return find_toll_level(a, b, a.injured, b.injured)


def compare_weapons(a: Features, b: Features) -> Level | None:
    """Compare kinds of weapon."""
    if not a.weapons or not b.weapons:
        return None
    shared = a.weapons & b.weapons
    return ("same", _listed(shared)) if shared else ("other", _listed(a.weapons | b.weapons))


def compare_actors(a: Features, b: Features) -> Level | None:
    """Compare who did it and to whom, where they are named."""
    if not a.actors or not b.actors:
        return None
    shared = a.actors & b.actors
    return ("same", _listed(shared)) if shared else ("other", _listed(a.actors | b.actors))


def compare_names(a: Features, b: Features) -> Level | None:
    """Compare the people that the reports name."""
    if not a.names or not b.names:
        return None
    shared = {name for name in a.names for other in b.names if _is_same_name(name, other)}
    if not shared:
        return "none", "no name in common"
    return ("two" if len(shared) > 1 else "one"), _listed(shared)


def compare_words(a: Features, b: Features) -> Level | None:
    """Compare the words that few reports use, as a share of the shorter list."""
    shorter = min(len(a.words), len(b.words))
    if shorter < _LEAST_WORDS:
        return None
    shared = a.words & b.words
    share = len(shared) / shorter
    level = next((name for name, least, count in _SHARES if share >= least and len(shared) >= count), "none")
    return level, f"{len(shared)} of {shorter} ({_listed(shared)})" if shared else "none in common"


def compare_standing(a: Features, b: Features) -> Level | None:
    """Say whether both are what their reports are about."""
    if a.report == b.report:
        return "same_report", "two events of one report"
    if a.copy_group == b.copy_group and a.event.rpartition("#")[2] == b.event.rpartition("#")[2]:
        return "same_event_of_copies", "the same event of two copies"
    if a.is_main and b.is_main:
        return "both_main", "what both reports are about"
    return None


_LEAST_WORDS = 5
#: Level, the least share of the shorter list, and the least number of words.
_SHARES = (("most", 0.40, 4), ("many", 0.25, 3), ("some", 0.15, 2), ("few", 0.08, 1))
_LEAST_SURNAME = 4


def _type_name(features: Features) -> str:
    return "/".join(part for part in (features.type, features.mode) if part) or "event"


def _is_same_name(name: str, other: str) -> bool:
    """Say whether two names are of one person: all of the shorter one's words are in the longer."""
    words, others = name.split(), other.split()
    if name == other:
        return len(name) >= _LEAST_SURNAME
    shorter, longer = sorted((words, others), key=len)
    return len(shorter[-1]) >= _LEAST_SURNAME and set(shorter) <= set(longer)


def _listed(words: set[str] | frozenset[str]) -> str:
    return ", ".join(sorted(words)[:6])
