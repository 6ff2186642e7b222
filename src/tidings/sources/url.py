"""A web address to a report."""

import re
import time
from collections.abc import Iterator

from tidings.errors import SourceError, TooLarge, UrlRefused, UrlUnanswered
from tidings.sources.arrival import Arrival
from tidings.sources.content import read_bytes
from tidings.sources.decode import known_encoding
from tidings.sources.file import MOST_BYTES

#: Seconds without a sign of life before an address is given up.
SILENCE_S = 15.0
#: Seconds for a whole page.
PATIENCE_S = 60.0
#: Some servers turn away what does not say who it is.
HEADERS = {
    "User-Agent": "tidings (reads news reports; one page at a time)",
    "Accept": "text/html,text/plain;q=0.9,*/*;q=0.5",
}

_ERRNO = re.compile(r"^\[Errno -?\d+\] ")
_SCHEMES = ("http://", "https://")


def is_url(name: str) -> bool:
    """Say whether a name is a web address."""
    return name.lower().startswith(_SCHEMES)


def read_url(url: str) -> Iterator[Arrival]:
    """Yield the report at an address, or why there is none."""
    try:
        data, declared, address = _fetch(url)
    except SourceError as error:
        yield error
    else:
        yield from read_bytes(url, data, uri=address, declared=declared)


def _fetch(url: str) -> tuple[bytes, str | None, str]:
    """Return the bytes at an address, the encoding that the server names, and the address they came from at last."""
    import httpx  # noqa: PLC0415 - only addresses need it

    try:
        with httpx.stream("GET", url, headers=HEADERS, timeout=SILENCE_S, follow_redirects=True) as response:
            if response.is_error:
                raise UrlRefused(url, response.status_code, response.reason_phrase)
            data = _collect(url, response.iter_bytes())
            return data, known_encoding(response.charset_encoding), str(response.url)
    except httpx.TimeoutException:
        raise UrlUnanswered(url, f"nothing came for {SILENCE_S:.0f} seconds") from None
    except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
        raise UrlUnanswered(url, _ERRNO.sub("", str(error)).rstrip(".") or type(error).__name__) from None


def _collect(url: str, chunks: Iterator[bytes]) -> bytes:
    data, end = bytearray(), time.monotonic() + PATIENCE_S
    for chunk in chunks:
        data += chunk
        if len(data) > MOST_BYTES:
            raise TooLarge(url, MOST_BYTES // 1_000_000)
        if time.monotonic() > end:
            raise UrlUnanswered(url, f"the page was not complete after {PATIENCE_S:.0f} seconds")
    return bytes(data)
