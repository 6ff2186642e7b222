"""The pages by address. Add a part of the desk by adding its router."""

from fastapi import APIRouter

from tidings.web.routes import (
    actors,
    api,
    brief,
    coder,
    decide,
    incidents,
    missions,
    overview,
    reports,
    review,
    search,
    statements,
    threads,
)

ROUTERS: tuple[APIRouter, ...] = (
    overview.router,
    incidents.router,
    reports.router,
    coder.router,
    missions.router,
    actors.router,
    statements.router,
    threads.router,
    review.router,
    decide.router,
    search.router,
    brief.router,
    api.router,
)
