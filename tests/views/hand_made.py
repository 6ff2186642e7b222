"""A record written by hand, with something in every section."""

from tidings.model.event import (
    Agent,
    Casualties,
    Event,
    Harm,
    Responsibility,
    ResponsibilityRelation,
    Status,
    Target,
    TargetKind,
    Victim,
    Weapon,
    Where,
)
from tidings.model.force import Condition, ConditionKind, ForceLevel, ForceStatus
from tidings.model.mention import Entity, MentionKind
from tidings.model.problem import Problem
from tidings.model.record import Record
from tidings.model.relation import Relation, RelationKind, Thread, ThreadKind, ThreadStatus
from tidings.model.report import Published, PublishedBasis, Report, Written
from tidings.model.span import Span
from tidings.model.statement import Act, Form, Speaker, Statement
from tidings.model.when import Interval, Precision, When

TEXT = """NIAMEY – Mortar shells hit a livestock market in Ouallam on Tuesday, killing three traders and wounding \
eleven people, two of them children, said Maj. Maj. Ousmane Barkiré, a spokesman for the army.

A group called the Banner of the Dunes claimed the attack; it is seen as a front of a larger faction. The governor \
has not confirmed who fired. The army has opened an investigation.

The Sahel Mission <SM> will grow from 350 to about 1,200 people if there is money, an official said on condition of \
anonymity. Germany has 120 soldiers in Niger. In November 2021, gunmen killed 25 people in the region."""


def span(words: str) -> Span:
    """Return where some words stand."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def _figure(number: int, harm: Harm, heads: int, who: str, words: str, part_of: str | None = None) -> Casualties:
    return Casualties(
        id=f"c{number}",
        harm=harm,
        at_least=heads,
        at_most=heads,
        approximate=False,
        who=who,
        victim=Victim.CIVILIAN,
        nationality=None,
        part_of=part_of,
        source="s1",
        span=span(words),
        why="a number before a word of harm",
    )


def _entity(number: int, name: str | None, words: str, role: str | None = None) -> Entity:
    kind = MentionKind.PERSON if role else MentionKind.ORGANISATION
    return Entity(id=f"e{number}", kind=kind, name=name, role=role, span=span(words))


ENTITIES = (
    _entity(1, "Ousmane Barkiré", "Ousmane Barkiré", "spokesman for the army"),
    _entity(2, "Banner of the Dunes", "Banner of the Dunes"),
    _entity(3, "a larger faction", "a larger faction"),
    _entity(4, "the governor", "The governor"),
    _entity(5, "Sahel Mission", "Sahel Mission"),
    _entity(6, None, "an official", "official"),
    _entity(7, "Germany", "Germany"),
    _entity(8, "the army", "The army"),
)

ATTACK = Event(
    id="v1",
    type="ASSAULT",
    mode="heavy-weapons",
    context=(),
    trigger=span("hit a livestock market"),
    mentions=(span("hit a livestock market"),),
    status=Status.HAPPENED,
    targets=(Target(entity=None, span=span("a livestock market"), kind=TargetKind.PLACE),),
    weapons=(Weapon(span=span("Mortar"), kind="mortar"),),
    when=When(from_="2022-06-14", to="2022-06-14", precision=Precision.DAY, why="the Tuesday before"),
    where=Where(place="m1", name="Ouallam", lat=14.3, lon=2.1, country="NER", precision="town"),
    casualties=(
        _figure(1, Harm.KILLED, 3, "traders", "three traders"),
        _figure(2, Harm.INJURED, 11, "people", "eleven people"),
        _figure(3, Harm.INJURED, 2, "children", "two of them children", "c2"),
    ),
    responsibility=(
        Responsibility(
            relation=ResponsibilityRelation.CLAIMED,
            actor="e2",
            by="e2",
            statement=None,
            span=span("claimed the attack"),
        ),
        Responsibility(
            relation=ResponsibilityRelation.NOT_CONFIRMED,
            actor=None,
            by="e4",
            statement=None,
            span=span("has not confirmed who fired"),
        ),
    ),
    sources=("report", "s1"),
    why="“hit” with a weapon is an attack",
)
RECALLED = Event(
    id="v2",
    type="ASSAULT",
    mode="firearms",
    context=(),
    trigger=span("killed 25 people"),
    mentions=(),
    status=Status.BACKGROUND,
    agents=(Agent(entity=None, span=span("gunmen")),),
    when=When(from_="2021-11-01", to="2021-11-30", precision=Precision.MONTH, why="written in full"),
)

STATEMENTS = (
    Statement(
        id="s1",
        speaker=Speaker(
            entity="e1", span=span("Ousmane Barkiré"), named=True, role="spokesman for the army", on_condition=None
        ),
        cue=span("said Maj."),
        content=(span("Mortar shells hit a livestock market in Ouallam on Tuesday"),),
        form=Form.INDIRECT,
        act=Act.ASSERT,
        when=Interval(from_="2022-06-16", to="2022-06-16"),
        venue=None,
        within=None,
    ),
    Statement(
        id="s2",
        speaker=Speaker(
            entity="e6",
            span=span("an official"),
            named=False,
            role="official",
            on_condition="on condition of anonymity",
        ),
        cue=span("said on condition"),
        content=(span("The Sahel Mission <SM> will grow from 350 to about 1,200 people if there is money"),),
        form=Form.INDIRECT,
        act=Act.ANNOUNCE,
        when=None,
        venue=None,
        within=None,
    ),
)


def _force(number: int, **fields: object) -> ForceLevel:
    empty = dict.fromkeys(("force", "owner", "place", "from_", "to", "to_at_most", "change", "when"))
    return ForceLevel(**{**empty, "id": f"f{number}", "conditions": (), "approximate": False, **fields})


FORCE_LEVELS = (
    _force(
        1,
        force="e5",
        unit="people",
        from_=350,
        to=1200,
        approximate=True,
        status=ForceStatus.PLANNED,
        conditions=(Condition(kind=ConditionKind.CONDITIONAL, by=None, span=span("if there is money")),),
        source="s2",
        span=span("from 350 to about 1,200 people"),
    ),
    _force(
        2,
        owner="e7",
        unit="soldiers",
        to=120,
        status=ForceStatus.CURRENT,
        source="report",
        span=span("120 soldiers"),
    ),
)

RECORD = Record(
    report=Report(id="made", text=TEXT, title="Shells hit a market"),
    published=Published(date="2024-03-04", basis=PublishedBasis.METADATA),
    written=Written(from_="2022-06-16", to="2022-06-16", basis="captions", why="the Thursday after the captions"),
    entities=ENTITIES,
    statements=STATEMENTS,
    events=(RECALLED, ATTACK),
    force_levels=FORCE_LEVELS,
    relations=(
        Relation(
            relation=RelationKind.FRONT_OF,
            from_="e2",
            to="e3",
            hedge="is seen as",
            source="report",
            span=span("a front of a larger faction"),
        ),
    ),
    threads=(
        Thread(
            kind=ThreadKind.INVESTIGATION,
            by="e8",
            about="v1",
            status=ThreadStatus.UNDER_WAY,
            when=None,
            span=span("has opened an investigation"),
            source="report",
        ),
    ),
    problems=(Problem(kind="repeated-word", message="A word is written twice.", spans=(span("Maj. Maj."),)),),
)
NOTHING = Record(report=Report(id="none", text="The weather was fine on Tuesday."))
