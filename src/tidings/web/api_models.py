"""What programs send and get: the values of the queries, in pages."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from tidings.model.incident import Decision, DecisionKind
from tidings.store.queries.actors import ActorItem, Deed, RelationRow
from tidings.store.queries.briefs import MemberItem
from tidings.store.queries.incident import FigureItem, IncidentRow, LedgerItem
from tidings.store.queries.incidents import IncidentFilter
from tidings.store.queries.missions import JudgementRow, LevelItem, MissionItem, NearRow
from tidings.store.queries.shared import Slice
from tidings.store.queries.statements import StatementRow
from tidings.store.queries.threads import ThreadItem

Item = TypeVar("Item")


class Page(BaseModel, Generic[Item]):
    """Some of a longer list; `page` counts from 1, `pages` says how many there are."""

    items: list[Item]
    total: int
    page: int
    size: int
    pages: int


def page_of(found: Slice[Item]) -> Page[Item]:
    """Return a page of rows as programs get it."""
    return Page(items=list(found.rows), total=found.total, page=found.page, size=found.size, pages=found.pages)


class _Paged(BaseModel):
    model_config = ConfigDict(extra="forbid")

    page: int = Field(default=1, ge=1, description="counted from 1")
    size: int = Field(default=50, ge=1, le=500, description="items on a page")


class IncidentQuery(_Paged):
    """Which incidents are wanted; what is left empty is any."""

    type: str = ""
    country: str = Field(default="", description="ISO 3166 alpha-3")
    place: str = ""
    date_from: str = Field(default="", description="ISO day; incidents that end before it are left out")
    date_to: str = ""
    status: str = ""
    review: str = Field(default="", description="open, accepted, rejected or unsure")
    words: str = ""

    def chosen(self) -> IncidentFilter:
        """Return what the store is asked for: the latest day first, and every status unless one is given."""
        return IncidentFilter(
            kind=self.type,
            country=self.country,
            place=self.place,
            first=self.date_from,
            last=self.date_to,
            status=self.status or "all",
            review=self.review,
            words=self.words,
            sort="day",
        )


class StatementQuery(_Paged):
    """Which statements are wanted; what is left empty is any."""

    speaker: str = ""
    role: str = ""
    act: str = ""
    words: str = ""
    date_from: str = ""
    date_to: str = ""
    actor: str = Field(default="", description="an actor's id")
    unnamed: bool = False


class ThreadQuery(_Paged):
    """Which threads are wanted; what is left empty is any."""

    state: str = Field(default="open", pattern="^(open|closed|)$")
    kind: str = ""
    by: str = ""
    words: str = ""


class DecisionIn(BaseModel):
    """A decision to be kept. References are "report:ID", "item:REPORT_ID#v1", "incident:ID", "actor:ID".

    `settles` marks a decision between coders, which outranks theirs.
    """

    model_config = ConfigDict(extra="forbid")

    by: str = Field(min_length=1, max_length=80, description="the coder's name")
    kind: DecisionKind
    subject: str
    other: str | None = None
    field: str | None = Field(default=None, examples=["when.from"])
    value: JsonValue = Field(default=None, examples=["2022-06-14"])
    note: str = ""
    settles: bool = False


class UndoIn(BaseModel):
    """Who takes a decision back."""

    model_config = ConfigDict(extra="forbid")

    by: str = Field(min_length=1, max_length=80)


class Problem(BaseModel):
    """What went wrong (RFC 9457, application/problem+json)."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureOut(FigureItem):
    """A figure with the report and the event in it that gives it."""

    report: str
    event: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerOut(LedgerItem):
    """Who is said to have done it, with the report and the event in it that say so."""

    report: str
    event: str


class IncidentOut(BaseModel):
    """An incident with what each report says of it."""

    incident: IncidentRow
    events: list[MemberItem]
    figures: list[FigureOut]
    responsibility: list[LedgerOut]
    decisions: list[Decision]


class ActorOut(BaseModel):
    """An actor with what there is about it."""

    actor: ActorItem
    names: list[str]
    roles: list[tuple[str, int]]
    deeds: list[Deed]
    relations: list[RelationRow]
    force_levels: list[LevelItem]
    threads: list[ThreadItem]


class ConditionOut(BaseModel):
    """A condition on a strength, and what coders make of it; `verdict` is "" where nobody judged."""

    item: str
    field: str
    kind: str
    by: str | None
    words: str
    verdict: str
    judgements: list[JudgementRow]


class MissionOut(BaseModel):
    """The file of a mission; `actual` and `pledged` are the latest figures for the whole of it."""

    mission: MissionItem
    actual: LevelItem | None
    pledged: LevelItem | None
    force_levels: list[LevelItem]
    conditions: list[ConditionOut]
    incidents: list[NearRow]
    statements: list[StatementRow]
    threads: list[ThreadItem]


class AgreementOut(BaseModel):
    """How far coders agree on one field; `alpha` is None where it is not defined."""

    field: str
    alpha: float | None
    pairs: int
    same: int


class HitOut(BaseModel):
    """Something found, and a piece of its words."""

    kind: str
    ref: str
    title: str
    words: str


class SearchOut(BaseModel):
    """What was found, and how much of each kind there is."""

    items: list[HitOut]
    counts: dict[str, int]
    page: int
    pages: int


class CiteOut(BaseModel):
    """Words that a sentence rests on."""

    number: int
    report: str
    item: str
    title: str
    publisher: str | None
    published: str | None
    words: str


class BriefOut(BaseModel):
    """A brief; each sentence has the numbers of its sources, none where it says what is not known."""

    kind: str
    id: str
    title: str
    about: str
    sections: list[dict[str, Any]]
    sources: list[CiteOut]
