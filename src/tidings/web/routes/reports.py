"""The reports: a list, and each with its evidence marked."""

import re
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse

from tidings.model.span import Span
from tidings.store.queries.reports import ReportFilter
from tidings.views.desk_report import load_report
from tidings.views.desk_reports import load_reports
from tidings.web.pages import coder_of, show, store_of

router = APIRouter(include_in_schema=False)
_STRETCH = re.compile(r"(\d{1,9})-(\d{1,9})")
NO_REPORT = "The store has no report with this name."


@router.get("/reports")
def list_reports(  # noqa: PLR0913, PLR0917 - one for each field of the filter
    request: Request,
    q: str = "",
    first: Annotated[str, Query(alias="from")] = "",
    last: Annotated[str, Query(alias="to")] = "",
    publisher: str = "",
    problem: str = "",
    copies: str = "",
    page: int = 1,
) -> HTMLResponse:
    """Show a page of the list."""
    wanted = ReportFilter(
        words=q.strip(), first=first, last=last, publisher=publisher, problem=problem, fold=copies != "all"
    )
    found = load_reports(store_of(request), wanted, page)
    return show(request, "reports.html", {"here": "reports", "wanted": wanted, "found": found})


@router.get("/reports/{report:path}")
def read_report(request: Request, report: str, at: str = "") -> HTMLResponse:
    """Show a report."""
    desk = load_report(store_of(request), report, _span(at), coder_of(request))
    if desk is None:
        raise HTTPException(404, NO_REPORT)
    return show(request, "report.html", {"here": "reports", "desk": desk})


def _span(at: str) -> Span | None:
    """Return the stretch that an address such as ?at=120-135 asks for."""
    found = _STRETCH.fullmatch(at)
    if not found or int(found[1]) > int(found[2]):
        return None
    return Span(int(found[1]), int(found[2]))
