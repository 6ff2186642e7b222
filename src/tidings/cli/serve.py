"""`tidings serve`: the store in a browser."""

import webbrowser

import click

from tidings.cli.exit_codes import describe_exit_codes

PORT = 8600


@click.command(epilog=describe_exit_codes())
@click.option(
    "--store", "where", metavar="FILE|URL", help="The store to show; the one in your data folder if not given."
)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0 takes a free one.")
@click.option("--open", "open_browser", is_flag=True, help="Open a browser there.")
def serve(where: str | None, host: str, port: int, *, open_browser: bool) -> None:
    """Show the store in a browser, on this machine alone.

    Whoever reaches the address can read the store and decide in it: give --host another
    address than this machine's own only on a network where everybody may.
    """
    from tidings.store import open_store  # noqa: PLC0415 - `--help` needs neither store nor server
    from tidings.web import serve_app  # noqa: PLC0415
    from tidings.web.serve import LOOPBACK  # noqa: PLC0415

    if host not in LOOPBACK:
        click.echo(f"tidings: everybody who reaches {host} can read and change this store", err=True)
    store = open_store(where)

    def announce(address: str) -> None:
        click.echo(f"The desk is at {address} (Ctrl-C ends it)", err=True)
        if open_browser:
            webbrowser.open(address)

    serve_app(store, host, port, announce=announce)
