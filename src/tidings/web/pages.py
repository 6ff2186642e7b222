"""Pages from templates: every text in them is escaped, whatever a report holds."""

from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import quote, unquote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from tidings.config import VERSION
from tidings.store import Store
from tidings.web import words

#: Each part of the desk: its address, its name, and the key that its pages give as `here`.
NAVIGATION: tuple[tuple[str, str, str], ...] = (
    ("/", "Overview", "overview"),
    ("/incidents", "Incidents", "incidents"),
    ("/reports", "Reports", "reports"),
    ("/missions", "Missions", "missions"),
    ("/actors", "Actors", "actors"),
    ("/statements", "Statements", "statements"),
    ("/threads", "Open threads", "threads"),
    ("/review", "Review", "review"),
    ("/search", "Search", "search"),
)
#: The cookie that holds the coder's name; it stands in every decision.
CODER = "coder"


def show(request: Request, template: str, values: Mapping[str, Any], *, status: int = 200) -> HTMLResponse:
    """Return a page: a template of `templates/` with its values.

    Every template also knows `request`, `navigation`, `coder` (a name or None), `here_url`,
    `here_query` (the same without its page, to be continued) and `version`.
    """
    context = {
        "request": request,
        "navigation": NAVIGATION,
        "coder": coder_of(request),
        "here_url": _address(request),
        "here_query": _without_page(request),
        "version": VERSION,
        "here": "",
        **values,
    }
    return HTMLResponse(environment().get_template(template).render(context), status)


def store_of(request: Request) -> Store:
    """Return the store that the desk shows."""
    store: Store = request.app.state.store
    return store


def coder_of(request: Request) -> str | None:
    """Return the name of the coder who sits at this browser, if it was given."""
    return unquote(request.cookies.get(CODER, "")).strip() or None


def local_path(address: str | None) -> str:
    """Return an address to go on to if it lies on the desk itself, else the overview."""
    is_local = address is not None and address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if is_local and address else "/"


@cache
def environment() -> Environment:
    """Return the templates; a name that a page does not give is an error, not a blank."""
    made = Environment(
        loader=PackageLoader("tidings.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(words.FILTERS)
    made.tests["match_rule"] = lambda by: by.startswith("rule:")
    made.filters["part"] = lambda text: quote(str(text), safe="")
    return made


def _without_page(request: Request) -> str:
    asked = [(name, value) for name, value in request.query_params.multi_items() if name != "page" and value]
    return f"{request.url.path}?{urlencode(asked)}{'&' if asked else ''}"


def _address(request: Request) -> str:
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")
