"""Addresses: whose site, which article, what kind of page."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tldextract import TLDExtract

from compliance.addresses import (
    article_key,
    host,
    is_not_read,
    is_shortener,
    kind_of,
    registrable_domain,
    same_article,
    same_site,
    unwrap,
)
from compliance.addresses.suffixes import SHARED_HOSTS

ARTICLE = "https://herald.example.org/2024/05/06/a-long-story-of-rain"


@cache
def _oracle() -> TLDExtract:
    return TLDExtract(
        suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True, extra_suffixes=sorted(SHARED_HOSTS)
    )


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.Example.ORG:443/a", "www.example.org"),
        ("//example.org/a", "example.org"),
        ("example.org/a", "example.org"),
        ("www.example.org", "www.example.org"),
        ("https://user:secret@example.org/", "example.org"),
        ("https://example.org./a", "example.org"),
        ("https:/example.org/a", "example.org"),
        ("https://пошта.укр/а", "xn--80a1acn3a.xn--j1amh"),
        ("http://[2001:db8::1]:8080/a", "[2001:db8::1]"),
        ("https://evil.net\\@example.org/", "evil.net"),
        ("https://exa\nmple.org/", "example.org"),
        ("notes.md", ""),
        ("img/picture.png", ""),
        ("../about.html", ""),
        ("/rain", ""),
        ("#top", ""),
        ("mailto:a@example.org", ""),
        ("javascript:alert(1)", ""),
        ("", ""),
    ],
)
def test_the_host_is_what_a_browser_would_ask(url: str, expected: str) -> None:
    assert host(url) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.bbc.co.uk/news", "bbc.co.uk"),
        ("rain.blogspot.com", "rain.blogspot.com"),
        ("https://rain.wordpress.com/2020/", "rain.wordpress.com"),
        ("https://www.wordpress.com/", "wordpress.com"),
        ("https://medium.com/@rain/story-1234567", "medium.com"),
        ("https://rain.medium.com/story", "rain.medium.com"),
        ("https://github.io", "github.io"),
        ("http://192.0.2.7/a", "192.0.2.7"),
        ("http://[2001:db8::1]/a", "[2001:db8::1]"),
        ("localhost", "localhost"),
        ("a.city.kobe.jp", "city.kobe.jp"),
        ("a.b.kobe.jp", "a.b.kobe.jp"),
        ("www.ck", "www.ck"),
        ("a.rain.co.ck", "rain.co.ck"),
        ("/rain", ""),
    ],
)
def test_the_registrable_domain_tells_publishers_apart(url: str, expected: str) -> None:
    assert registrable_domain(url) == expected


_label = st.from_regex(r"[a-z0-9]([a-z0-9-]{0,6}[a-z0-9])?", fullmatch=True).filter(lambda x: x != "www")
_suffix = st.sampled_from(
    [
        *("com", "co.uk", "org", "ua", "com.ua", "kiev.ua", "укр", "xn--j1amh", "香港", "个人.hk", "nosuchtld"),
        *("kobe.jp", "city.kobe.jp", "ck", "www.ck", "bd", "uk.com", "gov.uk", "de.com"),
        *("github.io", "blogspot.com", "wordpress.com", "substack.com", "s3.amazonaws.com", "compute.amazonaws.com"),
    ]
)


@given(st.lists(_label, min_size=1, max_size=4), _suffix)
def test_registrable_domains_agree_with_tldextract(labels: list[str], suffix: str) -> None:
    """Where tldextract sees a registered name; we also give names that are a suffix themselves a domain."""
    name = ".".join([*labels, suffix])
    theirs = _oracle()(name).top_domain_under_public_suffix
    assert not theirs or registrable_domain(name) == registrable_domain(theirs) == host("//" + theirs)


def test_the_domain_is_found_without_importing_tldextract() -> None:
    """Importing it would load an HTTP client."""
    code = (
        "import sys; from compliance.addresses import *; "
        "assert registrable_domain('https://www.bbc.co.uk/') == 'bbc.co.uk';"
        "sys.exit(any(m in sys.modules for m in ('tldextract', 'requests', 'urllib3', 'idna')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    "spelling",
    [
        "http://herald.example.org/2024/05/06/a-long-story-of-rain/",
        "https://www.herald.example.org/2024/05/06/a-long-story-of-rain",
        "https://m.herald.example.org/2024/05/06/a-long-story-of-rain",
        "//amp.herald.example.org/2024/05/06/a-long-story-of-rain",
        "HTTPS://HERALD.example.org:443/2024/05/06/a-long-story-of-rain",
        "https://herald.example.org/2024/05/06/a-long-story-of-rain/index.html",
        "https://herald.example.org/2024/05/06/a-long-story-of-rain?utm_source=x&utm_medium=y&fbclid=z",
        "https://herald.example.org/2024/05/06/a-long-story-of-rain?smid=tw-share&amp;ref=home#comments",
        "https://herald.example.org/2024/05/06/a-long-story-of-rain#:~:text=rain",
        "https://herald.example.org/2024/05/06/a-long-story-of-rain/amp/",
        "https://herald.example.org/amp/2024/05/06/a-long-story-of-rain",
        "https://herald.example.org/2024/05/06/a-long-story-of-rain.amp?amp=1",
        "https://herald.example.org/2024//05/./06/x/../a-long-story-of-rain",
        "https://herald.example.org/2024/05/06/a%2Dlong%2dstory-of-rain",
        "https://www.google.com/amp/s/herald.example.org/2024/05/06/a-long-story-of-rain/amp",
        "https://herald-example-org.cdn.ampproject.org/c/s/herald.example.org/2024/05/06/a-long-story-of-rain",
        "https://www.google.com/url?sa=t&q=https%3A%2F%2Fherald.example.org%2F2024%2F05%2F06%2Fa-long-story-of-rain",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fherald.example.org%2F2024%2F05%2F06%2Fa-long-story-of-rain&h=1",
        "https://web.archive.org/web/20240601000000/https://herald.example.org/2024/05/06/a-long-story-of-rain",
        "https://web.archive.org/web/20240601000000if_/http:/herald.example.org/2024/05/06/a-long-story-of-rain",
        "https://archive.ph/20240601120000/https://herald.example.org/2024/05/06/a-long-story-of-rain",
        "https://herald-example-org.translate.goog/2024/05/06/a-long-story-of-rain?_x_tr_sl=en&_x_tr_tl=uk",
        "https://user@herald.example.org/2024/05/06/a-long-story-of-rain",
        " herald.example.org/2024/05/06/a-long-story-of-rain\n",
    ],
)
def test_one_article_under_many_spellings_is_one(spelling: str) -> None:
    assert same_article(ARTICLE, spelling)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("https://x.org/?p=1", "https://x.org/?p=2"),
        ("https://x.org/show?id=1", "https://x.org/show"),
        ("https://x.org/a?page=2", "https://x.org/a"),
        ("https://x.org/a", "https://x.org/A"),
        ("https://x.org/a", "https://y.org/a"),
        ("https://x.org:8080/a", "https://x.org/a"),
        ("https://en.x.org/a", "https://x.org/a"),
        ("https://x.org/a%2Fb", "https://x.org/a/b"),
        ("https://x.org/#!/a", "https://x.org/#!/b"),
        ("https://x.org/amp", "https://x.org/"),
        ("/a", "/a"),
        ("", ""),
    ],
)
def test_two_articles_stay_two(a: str, b: str) -> None:
    assert not same_article(a, b)


def test_unicode_and_percent_encoding_of_a_path_are_one() -> None:
    key = article_key("https://газета.укр/дощ-і-сонце-сьогодні")
    assert key == article_key("http://xn--80aahjj1e.xn--j1amh/%D0%B4%D0%BE%D1%89-%D1%96-%d1%81онце-сьогодні/")


def test_parameters_that_tell_the_article_are_kept_in_any_order() -> None:
    assert article_key("https://x.org/?b=2&utm_id=9&a=1") == article_key("https://x.org/?a=1&b=2") == "x.org/?a=1&b=2"


@given(st.text(max_size=60))
def test_any_text_has_a_key_and_the_key_is_its_own_key(text: str) -> None:
    key = article_key("https://x.org/" + text)
    assert article_key("https://" + key) == key
    assert isinstance(kind_of(text), str)
    assert isinstance(registrable_domain(text), str)


@pytest.mark.parametrize(
    ("url", "by"),
    [
        ("https://web.archive.org/web/2020/https://x.org/a", ("archive",)),
        ("https://archive.is/newest/https://x.org/a", ("archive",)),
        ("https://google.com/amp/s/x.org/a", ("amp",)),
        ("https://google.de/url?url=https://x.org/a", ("redirect",)),
        ("https://click.mailer.example/track?u=https%3A%2F%2Fx.org%2Fa", ("redirect",)),
        ("https://news.example/redirect?id=7&to=https://x.org/a", ("redirect",)),
        ("https://web.archive.org/web/2020/https://www.google.com/url?q=https://x.org/a", ("archive", "redirect")),
        ("https://x.org/a", ()),
        ("https://x.org/web/2020/https://y.org", ()),
    ],
)
def test_a_wrapper_is_opened_and_named(url: str, by: tuple[str, ...]) -> None:
    assert unwrap(url).by == by
    assert host(unwrap(url).url) == "x.org"


def test_shorteners_are_known_and_not_followed() -> None:
    assert is_shortener("https://bit.ly/abc")
    assert is_shortener("https://archive.ph/AbCdE")
    assert not is_shortener("https://archive.ph/2024/https://x.org/a")
    assert not is_shortener(ARTICLE)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://x.org/a", True),
        ("https://www.x.org/a", True),
        ("https://news.x.org/a", True),
        ("https://google.com/amp/s/x.org/a", True),
        ("https://x.org.evil.net/a", False),
        ("https://notx.org/a", False),
        ("https://x.co/a", False),
        ("https://x.org@evil.net/", False),
        ("https://evil.net/x.org", False),
        ("https://х.org/a", False),
        ("/a", False),
    ],
)
def test_a_look_alike_is_not_the_site(url: str, *, expected: bool) -> None:
    assert same_site(url, "x.org") is expected
    assert same_site(url, "https://www.x.org/") is expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/2024/05/rain.jpg", True),
        ("/2024/05/rain/feed/?a=b", True),
        ("/2024/05/rain.pdf", False),
        ("/2024/05/rain-feed", False),
        ("/", False),
    ],
)
def test_pictures_and_feeds_are_not_read(path: str, *, expected: bool) -> None:
    assert is_not_read("https://x.org" + path) is expected


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "home"),
        ("/?utm_source=x", "home"),
        ("/uk/", "home"),
        ("/2024/05/06/rain", "article"),
        ("/rain-falls-on-the-plain", "article"),
        ("/rain-falls-98765", "article"),
        ("/news/uk-england-44512345", "article"),
        ("/?p=123", "article"),
        ("/story.php?id=5", "article"),
        ("/archive/2020/01/rain-falls/604801", "article"),
        ("/2019-05-06-rain", "article"),
        ("/новини/дощ-і-сонце-сьогодні", "article"),
        ("/2024/05", "section"),
        ("/tag/rain", "section"),
        ("/category/weather/page/2", "section"),
        ("/about-us", "section"),
        ("/author/jane-q-doe", "profile"),
        ("/profiles/jane-doe-12345", "profile"),
        ("/@jane", "profile"),
        ("/profile/jane.example/post/3kabcd", "article"),
        ("/jane/status/1234567", "article"),
        ("/files/report.pdf", "file"),
        ("/news", "page"),
        ("/rain", "page"),
    ],
)
def test_the_kind_of_page_is_read_from_the_address(path: str, kind: str) -> None:
    assert kind_of("https://x.org" + path) == kind


@pytest.mark.parametrize(
    "unit", ["/", "a.", "%41", "&utm_a=1", "../", "@", "[", "https://web.archive.org/web/1/", "-1a"]
)
def test_long_addresses_take_linear_time(unit: str) -> None:
    url = "https://x.org/" + unit * 200_000
    start = process_time()
    article_key(url), kind_of(url), registrable_domain(url), same_site(url, "x.org"), host(unit * 100_000)
    assert process_time() - start < 8


@pytest.mark.parametrize(
    "url", ["https://www.facebook.com/sharer?u=https://x.org/a", "https://news.example/story?ref=https://x.org/a"]
)
def test_an_address_that_only_mentions_another_stands_for_itself(url: str) -> None:
    assert unwrap(url).by == ()
