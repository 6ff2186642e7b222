"""Briefs: one page on a subject, to read, print or take along."""

from urllib.parse import quote

from fastapi import APIRouter, HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from tidings.views.brief import Brief, Cite, load_brief, load_brief_of, to_fragment, to_html, to_markdown, to_text
from tidings.web.pages import show, store_of

router = APIRouter(include_in_schema=False)
KINDS = ("mission", "actor", "incident", "place")
#: Ways to take a brief along: how it is drawn, and what it is.
FORMATS = {
    "text": (to_text, "text/plain"),
    "markdown": (to_markdown, "text/markdown"),
    "html": (to_html, "text/html"),
}


@router.get("/brief")
def find_brief(request: Request, subject: str) -> Response:
    """Go to the brief of what a user names."""
    brief = load_brief(store_of(request), subject)
    return RedirectResponse(f"/brief/{brief.kind}/{quote(brief.id)}", status_code=303)


@router.get("/brief/{kind}/{id:path}")
def show_brief(request: Request, kind: str, id: str, format: str = "") -> Response:  # noqa: A002 - the usual names
    """Show a brief, or give it as text, Markdown or HTML."""
    brief = load_brief_of(store_of(request), kind, id) if kind in KINDS else None
    if brief is None:
        raise HTTPException(404, "The store has nothing to say about this subject.")
    if format in FORMATS:
        return _take_along(brief, format)
    values = {"here": "missions" if kind == "mission" else "", "brief": brief, "body": to_fragment(brief, _link)}
    return show(request, "brief.html", values)


def _take_along(brief: Brief, form: str) -> Response:
    draw, kind = FORMATS[form]
    return PlainTextResponse(draw(brief), media_type=f"{kind}; charset=utf-8")


def _link(cite: Cite) -> str:
    return f"/reports/{quote(cite.report, safe='')}" + (f"#{cite.item}" if cite.item else "")
