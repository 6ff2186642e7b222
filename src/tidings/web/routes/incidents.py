"""The incidents: a selection as table, map, chart and file, and each with all its sources."""

from collections.abc import Callable, Iterable, Iterator
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, StreamingResponse

from tidings.resolution import Policy
from tidings.store import Store
from tidings.store.queries.incident import IncidentRow
from tidings.store.queries.incidents import IncidentFilter, stream_incidents
from tidings.views.desk_incident import POLICIES, load_incident
from tidings.views.desk_incidents import address_of, export_csv, export_geojson, export_jsonl, load_incidents
from tidings.web.pages import coder_of, show, store_of

router = APIRouter(include_in_schema=False)
NO_INCIDENT = "The store has no incident of this name. It may have become part of another one."

#: Forms of the export: how it is written, and its media type.
EXPORTS: dict[str, tuple[Callable[[Iterable[IncidentRow]], Iterator[str]], str]] = {
    "csv": (export_csv, "text/csv; charset=utf-8"),
    "geojson": (export_geojson, "application/geo+json"),
    "jsonl": (export_jsonl, "application/jsonl; charset=utf-8"),
}


def _wanted(  # noqa: PLR0913, PLR0917 - one for each field of the filter
    q: str = "",
    first: Annotated[str, Query(alias="from")] = "",
    last: Annotated[str, Query(alias="to")] = "",
    place: str = "",
    gid: str = "",
    country: str = "",
    kind: str = "",
    actor: str = "",
    harm: str = "",
    status: str = "",
    review: str = "",
    sort: str = "changed",
) -> IncidentFilter:
    return IncidentFilter(
        words=q.strip(),
        first=first,
        last=last,
        place=place.strip(),
        gid=gid,
        country=country,
        kind=kind,
        actor=actor,
        harm=harm,
        status=status,
        review=review,
        sort=sort,
    )


Wanted = Annotated[IncidentFilter, Depends(_wanted)]


@router.get("/incidents")
def list_incidents(request: Request, wanted: Wanted, page: int = 1) -> HTMLResponse:
    """Show a page of the selection."""
    found = load_incidents(store_of(request), wanted, page, coder_of(request))
    values = {"here": "incidents", "wanted": wanted, "found": found, "everything": IncidentFilter(), "to": address_of}
    return show(request, "incidents.html", values)


@router.get("/incidents.{form}")
def export_incidents(request: Request, form: str, wanted: Wanted) -> StreamingResponse:
    """Give the whole selection as a file."""
    if form not in EXPORTS:
        raise HTTPException(404, f"There is no such export; there are {', '.join(EXPORTS)}.")
    write, media = EXPORTS[form]
    name = {"Content-Disposition": f'attachment; filename="incidents.{form}"'}
    return StreamingResponse(write(_rows(store_of(request), wanted)), media_type=media, headers=name)


@router.get("/incidents/{incident}")
def read_incident(request: Request, incident: str, policy: Policy = Policy.RANGE) -> HTMLResponse:
    """Show an incident."""
    desk = load_incident(store_of(request), incident, policy, coder_of(request))
    if desk is None:
        raise HTTPException(404, NO_INCIDENT)
    return show(request, "incident.html", {"here": "incidents", "desk": desk, "policies": POLICIES})


def _rows(store: Store, wanted: IncidentFilter) -> Iterator[IncidentRow]:
    with store.connect() as connection:
        yield from stream_incidents(connection, wanted)
