"""The store in a browser: server-rendered pages on this machine, nothing from elsewhere."""

from tidings.web.app import create_app
from tidings.web.serve import serve_app

__all__ = ["create_app", "serve_app"]
