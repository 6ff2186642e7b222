"""The pages by address. Add a part of the desk by adding its router."""

from fastapi import APIRouter

from tidings.web.routes import coder, overview

ROUTERS: tuple[APIRouter, ...] = (
    overview.router,
    coder.router,
)
