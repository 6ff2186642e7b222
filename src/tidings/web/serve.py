"""Run the desk on this machine."""

import asyncio
import socket
from collections.abc import Callable

import uvicorn

from tidings.errors import AddressTaken
from tidings.store import Store
from tidings.web.app import LOCAL_NAMES, create_app

#: Addresses that only this machine can reach.
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
#: Addresses that mean "every address of this machine".
EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104 - compared with, never listened on unasked


def serve_app(store: Store, host: str, port: int, *, announce: Callable[[str], None]) -> None:
    """Answer at an address until interrupted; `announce` is told the address as soon as it answers.

    Raises:
        AddressTaken: when something else answers there, or the machine has no such address.
    """
    listening = _listen(host, port)
    hosts = ["*"] if host in EVERYWHERE else [*LOCAL_NAMES, _bracketed(host)]
    config = uvicorn.Config(
        create_app(store, hosts=hosts), log_level="warning", server_header=False, timeout_graceful_shutdown=1
    )
    announce(f"http://{_bracketed(host)}:{listening.getsockname()[1]}/")
    try:
        asyncio.run(uvicorn.Server(config).serve(sockets=[listening]))
    finally:
        listening.close()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise AddressTaken(host, port, error.strerror or str(error)) from None
    listening.listen()
    return listening


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
