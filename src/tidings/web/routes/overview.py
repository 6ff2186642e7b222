"""The overview: what is new, what changed, what looks wrong, and how many reports are coming in."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import asdict

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, StreamingResponse

from tidings.store import Store
from tidings.views.desk_overview import load_arrivals, load_overview
from tidings.web.pages import coder_of, show, store_of

router = APIRouter(include_in_schema=False)
#: Seconds between two looks at the store.
LOOK_S = 2.0


@router.get("/")
def overview(request: Request) -> HTMLResponse:
    """Show the overview."""
    return show(
        request, "overview.html", {"here": "overview", "overview": load_overview(store_of(request), coder_of(request))}
    )


@router.get("/arrivals")
async def arrivals(request: Request, once: int = 0) -> StreamingResponse:
    """Tell how many reports and incidents there are whenever that changes, as server-sent events."""
    stream = _told(request, store_of(request), is_once=bool(once))
    return StreamingResponse(stream, media_type="text/event-stream", headers={"Cache-Control": "no-store"})


async def _told(request: Request, store: Store, *, is_once: bool) -> AsyncIterator[str]:
    last = ""
    while not await request.is_disconnected():
        now = json.dumps(asdict(await run_in_threadpool(load_arrivals, store)))
        yield f"data: {now}\n\n" if now != last else ": nothing new\n\n"
        if is_once:
            return
        last = now
        await asyncio.sleep(LOOK_S)
