"""Pages from publishers' sites. The only code of this project that uses the network, and only when it is asked to.

Polite: it keeps to robots.txt (RFC 9309), waits between two requests to one host, says who it is, and tries again only
when a server fails. Careful: http and https only, public addresses only (looked at after the name was resolved, at
every redirect, and connected to as looked at), pages only, a cap on size and on time.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urljoin, urlsplit

from compliance import __version__
from compliance.addresses import host
from compliance.report import EXTRA
from compliance.sources.guard import IP, is_public, resolve
from compliance.sources.model import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable
    from urllib.parse import SplitResult

    from protego import Protego
    from urllib3 import BaseHTTPResponse

AGENT: Final = "republish-check"
USER_AGENT: Final = f"{AGENT}/{__version__} (reads one article at an editor's request)"
INSTALL: Final = f"fetching needs an extra: {EXTRA}"
MEDIA_TYPES: Final = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown")
LARGEST: Final = 10 * 2**20  # bytes of a page, after decompression
LARGEST_ROBOTS: Final = 512 * 2**10
LONGEST: Final = 60.0  # seconds for one page, redirects and retries included
REDIRECTS: Final = 5
PAUSE: Final = 1.0  # seconds between two requests to one host
LONGEST_PAUSE: Final = 30.0
_FAILING: Final = (500, 502, 503, 504)
_KEPT: Final = "/%:@!$&'()*+,;=?~[]"


@dataclass(frozen=True, slots=True)
class Page:
    """What a server sent: the address at the end of all redirects, its media type as sent, and the content."""

    url: str
    media_type: str
    data: bytes
    redirected: tuple[str, ...] = ()


@dataclass(slots=True)
class Fetcher:
    """Fetches pages, one after the other. ``permitted`` says which IP addresses may be connected to."""

    permitted: Callable[[IP], bool] = is_public
    pause: float = PAUSE
    longest: float = LONGEST
    largest: int = LARGEST
    _robots: dict[str, Protego | None] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)

    def page(self, url: str) -> Page:
        """The page at an address. Raises ``Unreadable`` with the reason."""
        deadline = time.monotonic() + self.longest
        passed: list[str] = []
        while True:
            self._ask_robots(url, deadline)
            response = self._get(url, deadline, MEDIA_TYPES)
            try:
                target = response.headers.get("Location") if response.status in (301, 302, 303, 307, 308) else None
                if target is None:
                    return self._received(url, response, deadline, tuple(passed))
            finally:
                response.close()
            passed.append(url)
            if len(passed) > REDIRECTS:
                raise Unreadable(f"more than {REDIRECTS} redirects, the last to {target}")
            url = urljoin(url, target)

    def _received(self, url: str, response: BaseHTTPResponse, deadline: float, passed: tuple[str, ...]) -> Page:
        if response.status != 200:
            wait = f"; it asks to wait {again}" if (again := response.headers.get("Retry-After")) else ""
            raise Unreadable(f"the server answered {response.status} {response.reason or ''}".rstrip() + wait)
        media_type = response.headers.get("Content-Type", "text/html")
        if media_type.partition(";")[0].strip().casefold() not in MEDIA_TYPES:
            raise Unreadable(
                f"it is no page but {media_type.partition(';')[0].strip()}: save its text and add the file"
            )
        return Page(url, media_type, _body(response, self.largest, deadline), passed)

    def _get(self, url: str, deadline: float, accept: tuple[str, ...]) -> BaseHTTPResponse:
        try:
            import urllib3
        except ImportError:
            raise Unreadable(INSTALL) from None
        parts = _parts(url)
        name = host(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        self._wait(name, deadline)
        address = resolve(name.strip("[]"), port, self.permitted)
        left = max(1.0, deadline - time.monotonic())
        retries = urllib3.Retry(
            2, redirect=0, status_forcelist=_FAILING, raise_on_status=False, raise_on_redirect=False, backoff_factor=1,
            respect_retry_after_header=False,
        )  # fmt: skip
        timeout = urllib3.Timeout(connect=min(10.0, left), read=min(20.0, left))
        pool = urllib3.HTTPConnectionPool(address, port, timeout=timeout)
        if parts.scheme == "https":
            pool = urllib3.HTTPSConnectionPool(
                address, port, timeout=timeout, server_hostname=name, assert_hostname=name
            )
        headers = {"User-Agent": USER_AGENT, "Accept": ", ".join(accept), "Accept-Encoding": "gzip"}
        headers["Host"] = name if parts.port is None else f"{name}:{parts.port}"
        target = quote(parts.path or "/", _KEPT) + (f"?{quote(parts.query, _KEPT)}" if parts.query else "")
        try:
            return pool.urlopen("GET", target, headers=headers, retries=retries, redirect=False, preload_content=False)
        except urllib3.exceptions.HTTPError as error:
            raise Unreadable(f"{name} cannot be reached: {_reason(error)}") from None

    def _wait(self, name: str, deadline: float) -> None:
        pause = self._last.get(name, -LONGEST) + self._pause_of(name) - time.monotonic()
        if pause > 0:
            if time.monotonic() + pause > deadline:
                raise Unreadable(f"{name} asks for longer pauses between requests: try again later")
            time.sleep(pause)
        self._last[name] = time.monotonic()

    def _pause_of(self, name: str) -> float:
        rules = [r for origin, r in self._robots.items() if r is not None and host(origin) == name]
        return min(LONGEST_PAUSE, max([self.pause, *(float(r.crawl_delay(AGENT) or 0) for r in rules)]))

    def _ask_robots(self, url: str, deadline: float) -> None:
        parts = _parts(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._robots:
            self._robots[origin] = self._read_robots(origin, deadline)
        rules = self._robots[origin]
        if rules is not None and not rules.can_fetch(url, AGENT):
            raise Unreadable(f"{origin}/robots.txt closes this page to programs: save it and add the file")

    def _read_robots(self, origin: str, deadline: float) -> Protego | None:
        """A site's rules; None where it has none (RFC 9309, 2.3.1: 4xx is no rule, a failing server forbids all)."""
        try:
            from protego import Protego
        except ImportError:
            raise Unreadable(INSTALL) from None
        url = f"{origin}/robots.txt"
        for _ in range(REDIRECTS + 1):
            response = self._get(url, deadline, ("text/plain",))
            try:
                if response.status in (301, 302, 303, 307, 308) and response.headers.get("Location"):
                    url = urljoin(url, response.headers["Location"])
                    continue
                if response.status >= 500 or response.status == 429:
                    raise Unreadable(f"{origin}/robots.txt: the server answered {response.status}: try again later")
                if response.status != 200:
                    return None
                return Protego.parse(_body(response, LARGEST_ROBOTS, deadline, cut=True).decode("utf-8", "replace"))
            finally:
                response.close()
        return None


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise Unreadable("this is no address") from None
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0:
        raise Unreadable("only addresses with http:// or https:// can be fetched")
    if parts.username is not None or parts.password is not None:
        raise Unreadable("an address with a user name or a password is not fetched: save the page and add the file")
    return parts


def _body(response: BaseHTTPResponse, largest: int, deadline: float, *, cut: bool = False) -> bytes:
    """The content up to a size, decompressed; beyond it ``cut`` keeps what there is."""
    import urllib3

    data = bytearray()
    try:
        while chunk := response.read1(2**16, decode_content=True):
            data += chunk
            if len(data) > largest:
                if cut:
                    return bytes(data[:largest])
                raise Unreadable(f"it is larger than {largest // 2**20} MiB")
            if time.monotonic() > deadline:
                raise Unreadable("it takes too long")
    except urllib3.exceptions.HTTPError as error:
        raise Unreadable(f"the answer broke off: {_reason(error)}") from None
    return bytes(data)


def _reason(error: Exception) -> str:
    cause = getattr(error, "reason", None) or error
    return str(cause).rpartition(": ")[2] or type(cause).__name__
