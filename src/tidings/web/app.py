"""The application: which pages there are, and what surrounds each of them."""

from collections.abc import Sequence
from importlib.resources import files

from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.staticfiles import StaticFiles

from tidings.config import VERSION
from tidings.store import Store
from tidings.web.errors import HANDLERS
from tidings.web.routes import ROUTERS
from tidings.web.security import SameOrigin, SecureHeaders

#: Names under which the desk is reached on its own machine; any other is an attempt to reach it through a browser.
LOCAL_NAMES = ("localhost", "127.0.0.1", "[::1]")
#: Smaller answers are not worth packing.
SMALLEST_PACKED = 1000


def create_app(store: Store, *, hosts: Sequence[str] = LOCAL_NAMES) -> FastAPI:
    """Return the desk on a store; it answers under the names in `hosts` alone."""
    app = FastAPI(
        title="tidings",
        version=VERSION,
        # Its pages of documentation load scripts from elsewhere.
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        middleware=[
            Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False),
            Middleware(SecureHeaders),
            Middleware(SameOrigin),
            Middleware(GZipMiddleware, minimum_size=SMALLEST_PACKED, compresslevel=1),
        ],
        exception_handlers=dict(HANDLERS),
    )
    app.state.store = store
    app.mount("/static", StaticFiles(directory=str(files("tidings.web") / "static")), name="static")
    for router in ROUTERS:
        app.include_router(router)
    return app
