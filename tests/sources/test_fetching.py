"""Fetching: polite to sites, and closed to whatever is no public page. The site stands on the loopback interface."""

from __future__ import annotations

import gzip
import ipaddress
import socket
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from compliance.sources.fetching import LARGEST, REDIRECTS, Fetcher
from compliance.sources.guard import is_public, resolve
from compliance.sources.model import Unreadable

if TYPE_CHECKING:
    from tests.conftest import Site

loopback = pytest.mark.allow_hosts(["127.0.0.1"])


def fetcher(**options: object) -> Fetcher:
    """One that may connect to the test's site, and does not wait between requests."""
    return Fetcher(permitted=lambda ip: ip.is_loopback, pause=0.0, **options)  # type: ignore[arg-type]


def refusal(url: str, **options: object) -> str:
    with pytest.raises(Unreadable) as raised:
        fetcher(**options).page(url)
    return str(raised.value)


@loopback
def test_a_page_comes_with_its_address_and_type(site: Site) -> None:
    page = fetcher().page(site.put("/a", "<p>Six knots</p>"))
    assert (page.url, page.media_type, page.data) == (site.root + "/a", "text/html; charset=utf-8", b"<p>Six knots</p>")


@loopback
def test_it_says_who_it_is(site: Site) -> None:
    fetcher().page(site.put("/a", "x"))
    assert all(headers["User-Agent"].startswith("republish-check/") for _, headers in site.asked)
    assert all(headers["Host"] == f"127.0.0.1:{site.port}" for _, headers in site.asked)


@loopback
def test_robots_are_asked_once_and_obeyed(site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /private/\nAllow: /private/open", "text/plain")
    client = fetcher()
    client.page(site.put("/private/open", "x"))
    with pytest.raises(Unreadable, match=r"robots\.txt"):
        client.page(site.put("/private/a", "x"))
    assert site.paths == ["/robots.txt", "/private/open"]


@loopback
def test_robots_rules_for_this_program_go_before_those_for_all(site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nAllow: /\n\nUser-agent: republish-check\nDisallow: /", "text/plain")
    assert "robots.txt" in refusal(site.put("/a", "x"))


@loopback
def test_a_site_whose_robots_fail_is_left_alone(site: Site) -> None:
    site.pages["/robots.txt"] = (429, {"Retry-After": "9"}, b"")
    assert "429" in refusal(site.put("/a", "x"))
    assert "/a" not in site.paths


@loopback
def test_robots_are_asked_for_a_redirects_target_too(site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /b", "text/plain")
    site.put("/b", "x")
    assert "robots.txt" in refusal(site.redirect("/a", "/b"))
    assert "/b" not in site.paths


@loopback
def test_redirects_are_followed_and_remembered(site: Site) -> None:
    site.put("/b", "here")
    page = fetcher().page(site.redirect("/a", "b"))
    assert (page.url, page.redirected, page.data) == (site.root + "/b", (site.root + "/a",), b"here")


@loopback
def test_a_ring_of_redirects_ends(site: Site) -> None:
    assert f"more than {REDIRECTS} redirects" in refusal(site.redirect("/a", "/a"))


@loopback
@pytest.mark.parametrize("target", ["http://10.0.0.7/", "http://[::1]/", "http://169.254.169.254/", "http://0xa.1/"])
def test_a_redirect_to_a_private_address_is_refused(site: Site, target: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each hop is looked at anew: standing behind a public page is no excuse."""
    names_are(monkeypatch, only_numbers)
    client = Fetcher(permitted=lambda ip: str(ip) == "127.0.0.1" or is_public(ip), pause=0.0)
    with pytest.raises(Unreadable, match="no address of the public internet"):
        client.page(site.redirect("/a", target))


def names_are(monkeypatch: pytest.MonkeyPatch, resolution: object) -> None:
    """Replace the resolution of names, for the guard alone."""
    fake = SimpleNamespace(getaddrinfo=resolution, SOCK_STREAM=socket.SOCK_STREAM)
    monkeypatch.setattr("compliance.sources.guard.socket", fake)


def only_numbers(host: str, port: int, *_: object, **__: object) -> list[tuple[object, ...]]:
    """Name resolution for addresses in figures, as the system's does it."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        address = ipaddress.ip_address(socket.inet_aton(host))
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (str(address), port))]


PRIVATE = """
10.1.2.3 127.0.0.1 169.254.169.254 172.16.0.1 192.168.1.1 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255 240.0.0.1 :: ::1
fe80::1 fc00::1 ff02::1 ::ffff:10.0.0.1 ::ffff:127.0.0.1 64:ff9b::a00:1 2002:a00:1::1 2001:db8::1
"""


@pytest.mark.parametrize("address", PRIVATE.split())
def test_what_is_not_public_is_refused(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34"])
def test_what_is_public_is_not(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


def test_one_private_address_among_a_names_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that leads to a public and a private address leads nowhere."""

    def both(*_: object, **__: object) -> list[tuple[object, ...]]:
        return [(2, 1, 6, "", ("93.184.216.34", 80)), (2, 1, 6, "", ("10.0.0.1", 80))]

    names_are(monkeypatch, both)
    with pytest.raises(Unreadable, match=r"10\.0\.0\.1"):
        resolve("rebind.example", 80)


@loopback
def test_by_default_the_loopback_interface_is_closed(site: Site) -> None:
    """The tests open it; nothing else does."""
    with pytest.raises(Unreadable, match="no address of the public internet"):
        Fetcher().page(site.put("/a", "x"))
    assert site.asked == []


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://a.example/",
        "gopher://a.example",
        "http://u:p@a.example/",
        "http://",
        "http://a.example:99999/",
        "x",
    ],
)
def test_other_schemes_and_passwords_are_refused(url: str) -> None:
    assert refusal(url)


@loopback
def test_a_page_that_is_too_large_is_refused(site: Site) -> None:
    assert "larger than" in refusal(site.put("/a", b"x" * (2**20 + 1)), largest=2**20)


@loopback
def test_size_is_measured_after_decompression(site: Site) -> None:
    bomb = gzip.compress(b"x" * (LARGEST + 1))
    assert len(bomb) < 20_000
    assert "larger than" in refusal(site.put("/a", bomb, **{"Content-Encoding": "gzip"}))


@loopback
def test_compressed_and_chunked_pages_are_read(site: Site) -> None:
    packed = gzip.compress(b"six knots " * 100)
    body = b"%x\r\n%b\r\n0\r\n\r\n" % (len(packed), packed)
    url = site.put("/a", body, **{"Content-Encoding": "gzip", "Transfer-Encoding": "chunked"})
    assert fetcher().page(url).data == b"six knots " * 100


@loopback
@pytest.mark.parametrize("media_type", ["application/pdf", "image/png", "application/json"])
def test_what_is_no_page_is_refused(site: Site, media_type: str) -> None:
    assert "no page" in refusal(site.put("/a", "x", media_type))


@loopback
def test_a_missing_page_is_said(site: Site) -> None:
    assert "404" in refusal(site.root + "/none")


@loopback
def test_a_failing_server_is_tried_again(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("urllib3.util.retry.Retry.sleep", lambda *_: None)
    answers = iter([(503, {}, b""), (502, {}, b""), (200, {"Content-Type": "text/html"}, b"at last")])
    site.pages["/a"] = lambda: next(answers)
    assert fetcher().page(site.root + "/a").data == b"at last"


@loopback
def test_a_busy_server_is_not_pressed(site: Site) -> None:
    site.pages["/a"] = (429, {"Retry-After": "120"}, b"")
    assert "asks to wait 120" in refusal(site.root + "/a")
    assert site.paths.count("/a") == 1


@loopback
def test_two_requests_to_one_host_are_apart(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pause is a second, or what robots.txt asks for."""
    slept: list[float] = []
    monkeypatch.setattr("compliance.sources.fetching.time.sleep", slept.append)
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 7", "text/plain")
    client = Fetcher(permitted=lambda ip: ip.is_loopback)
    client.page(site.put("/a", "x"))
    client.page(site.put("/b", "x"))
    assert [round(s) for s in slept] == [7, 7]


@loopback
def test_a_slow_answer_ends(site: Site) -> None:
    assert "too long" in refusal(site.put("/a", b"x" * 2**20), longest=0.0)
