"""What a report's own words say about the part of the world it is about."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from tidings.model.mention import Mention, MentionKind
from tidings.model.reading import Reading
from tidings.model.span import Span
from tidings.resources import load_table
from tidings.resources.gazetteer import Gazetteer, GazetteerPlace, PlaceKind, fold

_LONGEST_NAME = 3
_STATE_FIELDS = 4


@cache
def nationalities() -> Mapping[str, str]:
    """Return the country (alpha-3) of each nationality word, folded."""
    found: dict[str, str] = {}
    for line in load_table("countries.toml")["states"].strip().splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) >= _STATE_FIELDS:
            found.update({fold(word): cells[0] for word in cells[3].split(";") if word.strip()})
    return found


@cache
def _areas() -> Mapping[str, GazetteerPlace]:
    """Return countries and American states that one name alone stands for, by folded name."""
    table = load_table("gazetteer_countries.toml")
    names = [line.split("|")[1] for line in load_table("countries.toml")["states"].strip().splitlines() if "|" in line]
    found = {}
    for name in [*names, *table["states"]]:
        areas = [p for p in Gazetteer.load().candidates(name) if _is_area(p)]
        if len(areas) == 1:
            found[fold(name)] = areas[0]
    return found


def find_evidence(
    reading: Reading, mentions: Sequence[Mention], toponyms: Sequence[Span]
) -> list[tuple[str | None, int, str]]:
    """Return what the words outside the `toponyms` point to: (country, province number, sort of evidence).

    Every name of a country, nationality or American state counts, wherever it stands
    ("Iraqi police", "Tennessee Highway Patrol"), but not within a person's name.
    """
    hidden = [*toponyms, *(m.span for m in mentions if m.kind is MentionKind.PERSON)]
    covered = {t.index for span in hidden for t in reading.tokens_in(span)}
    words = [fold(t.text) if t.text[:1].isupper() and t.index not in covered else "" for t in reading.tokens]
    return list(_named_in(words))


def _named_in(words: Sequence[str]) -> Iterable[tuple[str | None, int, str]]:
    adjectives, areas = nationalities(), _areas()
    first_words = _first_words()
    for position, word in enumerate(words):
        if word not in first_words:
            continue
        if word in adjectives:
            yield adjectives[word], 0, "nationality"
            continue
        for length in range(_LONGEST_NAME, 0, -1):
            name = " ".join(words[position : position + length])
            if name in areas:
                area = areas[name]
                is_country = area.kind is PlaceKind.COUNTRY
                yield area.country, 0 if is_country else area.id, "country_name" if is_country else "province_name"
                break


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.split()[0] for name in (*nationalities(), *_areas()) if name)


def _is_area(place: GazetteerPlace) -> bool:
    return place.kind is PlaceKind.COUNTRY or (place.kind is PlaceKind.PROVINCE and place.country == "USA")
