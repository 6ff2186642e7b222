"""Errors as pages: a status and one clear sentence."""

from collections.abc import Awaitable, Callable, Mapping
from http import HTTPStatus
from typing import Any

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from tidings.errors import TidingsError
from tidings.web.pages import show

NOT_FOUND = "There is nothing at this address. It may have been mistyped, or the store is another one."
SENTENCES: dict[int, str] = {
    404: NOT_FOUND,
    405: "This page cannot be used in that way.",
    422: "Something in the address or the form cannot be understood.",
    500: "This is a fault in tidings; the terminal in which `tidings serve` runs says more. Please report it.",
}
#: The phrases that Starlette puts where nothing was said.
UNSAID = frozenset({"Not Found", "Method Not Allowed", "Bad Request"})


def _answer(request: Request, status: int, sentence: str) -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse(
            {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": sentence},
            status,
            media_type="application/problem+json",
        )
    return show(request, "error.html", {"status": status, "sentence": sentence}, status=status)


async def _http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    said = str(error.detail) if isinstance(error, HTTPException) else ""
    return _answer(request, status, said if said and said not in UNSAID else SENTENCES.get(status, NOT_FOUND))


async def _own(request: Request, error: Exception) -> Response:
    return _answer(request, 400, f"{error}."[:1].upper() + f"{error}."[1:])


async def _not_understood(request: Request, error: Exception) -> Response:
    wrong = [".".join(map(str, part["loc"][1:])) for part in getattr(error, "errors", list)()]
    return _answer(request, 422, f"{SENTENCES[422]} Look at: {', '.join(wrong)}.")


async def _fault(request: Request, _: Exception) -> Response:
    return _answer(request, 500, SENTENCES[500])


#: What is shown for which error.
HANDLERS: Mapping[Any, Callable[[Request, Exception], Awaitable[Response]]] = {
    HTTPException: _http,
    RequestValidationError: _not_understood,
    TidingsError: _own,
    500: _fault,
}
