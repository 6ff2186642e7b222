"""The overview of a store: how much is in it, what is new, what changed, what looks wrong."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tidings.store import Store
from tidings.store.queries import incidents as ask_incidents
from tidings.store.queries import overview as ask
from tidings.store.queries.incident import IncidentRow
from tidings.store.queries.incidents import IncidentFilter
from tidings.store.queries.overview import Arrivals, NewReport
from tidings.views.as_seen import see_rows
from tidings.views.charts import BarChart, draw_bars
from tidings.views.desk_incidents import address_of, places_of
from tidings.views.maps import MapPicture, draw_map

#: Reports are being read as long as one was added within this time.
READING_S = 60
MOST_NEW, MOST_CHANGED, MOST_DISPUTED = 8, 12, 6

#: What a problem of a kind is called when it is counted over reports.
PROBLEMS: dict[str, str] = {
    "date-conflict": "dates that contradict each other",
    "repeated-word": "a word written twice",
    "unresolved-date": "a date that could not be resolved",
    "unresolved-place": "a place that could not be found",
    "possible-duplicate": "passages that may be doubled",
    "conflicting-figures": "figures that contradict each other",
    "language": "another language than English",
    "possible-mistranslation": "a possible mistranslation",
    "truncated": "a text that was cut",
    "encoding": "broken characters",
    "no-article": "no article on the page",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Everything on the overview."""

    counts: dict[str, int]
    arrivals: Arrivals
    new: tuple[NewReport, ...]
    changed: tuple[IncidentRow, ...]
    disputed: tuple[IncidentRow, ...]
    problems: tuple[tuple[str, str, int], ...]
    chart: BarChart | None
    map: MapPicture | None


def load_overview(store: Store, coder: str | None = None) -> Overview:
    """Return the overview of a store as it is now, its incidents as a coder may see them."""
    wanted = IncidentFilter()
    with store.connect() as connection:
        days = ask_incidents.count_days(connection, wanted)
        places = ask_incidents.count_places(connection, wanted)
        return Overview(
            counts=ask.count_all(connection),
            arrivals=ask.count_arrivals(connection, _since()),
            new=ask.list_new_reports(connection, MOST_NEW),
            changed=see_rows(connection, ask.list_changed(connection, MOST_CHANGED), coder),
            disputed=see_rows(connection, ask.list_disputed(connection, MOST_DISPUTED), coder),
            problems=tuple(
                (kind, PROBLEMS.get(kind, kind.replace("-", " ")), n) for kind, n in ask.count_problems(connection)
            ),
            chart=draw_bars(days, lambda first, last: address_of(wanted, first=first, last=last)),
            map=draw_map(places_of(places, wanted)),
        )


def load_arrivals(store: Store) -> Arrivals:
    """Return how full the store is, and how many reports came in just now."""
    with store.connect() as connection:
        return ask.count_arrivals(connection, _since())


def _since() -> str:
    return (datetime.now(UTC) - timedelta(seconds=READING_S)).isoformat(timespec="seconds")
