"""An event finds its place along the grammar, or by word order where that is plain."""

from dataclasses import replace

import pytest
from tests.fakes import reading_of, scene_of, span_of

from tidings.facts.places.attach import find_scene_place, find_where
from tidings.facts.scene import Scene
from tidings.model.mention import Mention, MentionKind
from tidings.model.place import Place, PlacePrecision
from tidings.model.reading import Reading
from tidings.model.report import Zone, ZoneKind

COUNTRIES = {"Iraq"}


def scene_with(reading: Reading, *names: str, people: tuple[str, ...] = (), zones: tuple[Zone, ...] = ()) -> Scene:
    """Return a scene in which the names are resolved places and the people are person mentions."""
    mentions = [_mention(reading, f"m{n}", name, MentionKind.PLACE) for n, name in enumerate(names, 1)]
    persons = [_mention(reading, f"p{n}", name, MentionKind.PERSON) for n, name in enumerate(people, 1)]
    scene = scene_of(reading, mentions=(*mentions, *persons), zones=zones or None)
    return replace(scene, places=tuple(_place(mention) for mention in mentions))


def _mention(reading: Reading, number: str, words: str, kind: MentionKind) -> Mention:
    span = span_of(reading.text, words)
    return Mention(id=number, start=span.start, end=span.end, text=words, kind=kind)


def _place(mention: Mention) -> Place:
    precision = PlacePrecision.COUNTRY if mention.text in COUNTRIES else PlacePrecision.TOWN
    return Place(
        mention=mention.id,
        start=mention.start,
        end=mention.end,
        name=mention.text,
        geonames_id=1,
        lat=1.0,
        lon=2.0,
        country="IRQ",
        admin1=None,
        precision=precision,
        score=0.9,
    )


def where_names(scene: Scene, word: str) -> list[str]:
    token = next(t for t in scene.reading.tokens if t.text == word)
    return [where.name for where in find_where(scene, token)]


KILLED = reading_of(
    "In Kunduz, two soldiers were killed by officials from Geneva.",
    """
    In       in       ADP   2 case
    Kunduz   Kunduz   PROPN 7 obl
    ,        ,        PUNCT 2 punct
    two      two      NUM   5 nummod
    soldiers soldier  NOUN  7 nsubj:pass
    were     be       AUX   7 aux:pass
    killed   kill     VERB  0 root
    by       by       ADP   9 case
    officials official NOUN 7 obl:agent
    from     from     ADP   11 case
    Geneva   Geneva   PROPN 9 nmod
    .        .        PUNCT 7 punct
    """,
)
ATTACK = reading_of(
    "An attack in Baghdad and Najaf in Iraq wounded five.",
    """
    An      a       DET   2 det
    attack  attack  NOUN  9 nsubj
    in      in      ADP   4 case
    Baghdad Baghdad PROPN 2 nmod
    and     and     CCONJ 6 cc
    Najaf   Najaf   PROPN 4 conj
    in      in      ADP   8 case
    Iraq    Iraq    PROPN 2 nmod
    wounded wound   VERB  0 root
    five    five    NUM   9 obj
    """,
)
SAID = reading_of(
    "The spokesman in Geneva said rebels attacked the camp.",
    """
    The       the       DET   2 det
    spokesman spokesman NOUN  5 nsubj
    in        in        ADP   4 case
    Geneva    Geneva    PROPN 2 nmod
    said      say       VERB  0 root
    rebels    rebel     NOUN  7 nsubj
    attacked  attack    VERB  5 ccomp
    the       the       DET   9 det
    camp      camp      NOUN  7 obj
    """,
    attributions=[("said", ["The spokesman in Geneva"], ["rebels attacked the camp"])],
)
CONDEMNED = reading_of(
    "He condemned the attack in Baghdad.",
    """
    He        he      PRON  2 nsubj
    condemned condemn VERB  0 root
    the       the     DET   4 det
    attack    attack  NOUN  2 obj
    in        in      ADP   6 case
    Baghdad   Baghdad PROPN 4 nmod
    """,
    events=[("attack", "OCCURRENCE")],
)
MISREAD = reading_of(
    "It follows a raid in the city of Irbil.",
    """
    It      it     PRON  2 nsubj
    follows follow VERB  0 root
    a       a      DET   4 det
    raid    raid   NOUN  2 obj
    in      in     ADP   7 case
    the     the    DET   7 det
    city    city   NOUN  1 nmod
    of      of     ADP   9 case
    Irbil   Irbil  PROPN 7 nmod
    """,
)


@pytest.mark.parametrize(
    ("scene", "word", "names"),
    [
        (scene_with(KILLED, "Kunduz", "Geneva", people=("officials from Geneva",)), "killed", ["Kunduz"]),
        (scene_with(ATTACK, "Baghdad", "Najaf", "Iraq"), "attack", ["Baghdad", "Najaf"]),
        (scene_with(ATTACK, "Baghdad", "Najaf", "Iraq"), "wounded", ["Baghdad", "Najaf"]),
        (scene_with(SAID, "Geneva", people=("The spokesman in Geneva",)), "attacked", []),
        (scene_with(CONDEMNED, "Baghdad"), "attack", ["Baghdad"]),
        (scene_with(CONDEMNED, "Baghdad"), "condemned", []),
        (scene_with(MISREAD, "Irbil"), "raid", ["Irbil"]),
    ],
)
def test_an_event_is_where_its_own_clause_puts_it(scene, word, names):
    assert where_names(scene, word) == names


def test_a_place_keeps_its_mention_its_point_and_the_reason():
    scene = scene_with(KILLED, "Kunduz")
    [where] = find_where(scene, scene.reading.tokens[6])
    assert (where.place, where.lat, where.lon, where.precision) == ("m1", 1.0, 2.0, "town")
    assert "in Kunduz" in where.why


@pytest.mark.parametrize(("kind", "name"), [(ZoneKind.HEADLINE, "Irbil"), (ZoneKind.DATELINE, None)])
def test_the_scene_may_be_the_headline_s_place_but_never_the_newsroom_s(kind, name):
    reading = reading_of(
        "Irbil : They fled.",
        """
        Irbil Irbil PROPN 0 root
        :     :     PUNCT 1 punct

        They  they  PRON  2 nsubj
        fled  flee  VERB  0 root
        """,
    )
    zones = (Zone(kind=kind, start=0, end=7), Zone(kind=ZoneKind.BODY, start=8, end=18))
    where = find_scene_place(scene_with(reading, "Irbil", zones=zones), reading.tokens[3])
    assert (where and where.name) == name


BEFORE = reading_of(
    "Police recalled the Oldport bombing.",
    """
    Police   police   NOUN  2 nsubj
    recalled recall   VERB  0 root
    the      the      DET   5 det
    Oldport  Oldport  PROPN 2 obj
    bombing  bombing  NOUN  2 obj
    .        .        PUNCT 2 punct
    """,
)
FROM_THERE = reading_of(
    "An Oldport man was shot.",
    """
    An       an       DET   3 det
    Oldport  Oldport  PROPN 3 compound
    man      man      NOUN  5 nsubj:pass
    was      be       AUX   5 aux:pass
    shot     shoot    VERB  0 root
    .        .        PUNCT 5 punct
    """,
)
CONSULATE = reading_of(
    "Rebels attacked the Iraq consulate in Oldport.",
    """
    Rebels    rebel     NOUN  2 nsubj
    attacked  attack    VERB  0 root
    the       the       DET   5 det
    Iraq      Iraq      PROPN 5 compound
    consulate consulate NOUN  2 obj
    in        in        ADP   7 case
    Oldport   Oldport   PROPN 5 nmod
    .         .         PUNCT 2 punct
    """,
)


def test_a_town_right_before_an_event_noun_is_where_it_was_whatever_the_parse():
    assert where_names(scene_with(BEFORE, "Oldport"), "bombing") == ["Oldport"]


def test_where_a_man_is_from_is_not_where_he_was_shot():
    assert where_names(scene_with(FROM_THERE, "Oldport"), "shot") == []


def test_whose_consulate_it_is_does_not_say_where():
    assert where_names(scene_with(CONSULATE, "Iraq", "Oldport"), "attacked") == ["Oldport"]
