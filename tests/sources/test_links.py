"""The links of a story are kept beside its text, those of the page around it are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.sources.importing import read_article
from compliance.sources.links import cached_links
from compliance.sources.shelf import Stated, shelve, unshelve
from tests.sources.shelved import only_source

if TYPE_CHECKING:
    from pathlib import Path

URL = "https://gazette.example/2026/11/slower-ferries"
PARAGRAPH = (
    "The harbour board voted on Tuesday to slow the ferries between the breakwater and the old customs pier, whatever"
    " the tide, and to look at <a href='/limits'>the limits</a> again in the autumn, when the boats are fewer. "
)
PAGE = f"""<html><head><title>Slower ferries</title></head><body><nav><a href="/home">Home</a></nav>
<article><h1>Slower ferries</h1><p>{PARAGRAPH * 2}</p>
<p>{PARAGRAPH.replace("/limits", "https://buoy.example/nets").replace("the limits", "the nets")}</p></article>
<footer><a href="/imprint">Imprint</a></footer></body></html>"""


def test_the_storys_links_are_kept_with_whole_addresses(tmp_path: Path) -> None:
    article = read_article(PAGE.encode(), "page.html", url=URL)
    shelve(str(tmp_path), article, Stated(url=URL), "2026-11-23")
    source = only_source(str(tmp_path))
    assert source.links == (
        ("the limits", "https://gazette.example/limits"),
        ("the limits", "https://gazette.example/limits"),
        ("the nets", "https://buoy.example/nets"),
    )


def test_a_plain_texts_links_are_not_known(tmp_path: Path) -> None:
    article = read_article(f"Slower ferries\n\n{PARAGRAPH}\n\n{PARAGRAPH}\n".encode(), "a.txt")
    shelve(str(tmp_path), article, Stated(url=URL), "2026-11-23")
    source = only_source(str(tmp_path))
    assert (source.links, source.recorded) == (None, True)


def test_links_go_with_the_entry(tmp_path: Path) -> None:
    shelved = shelve(str(tmp_path), read_article(PAGE.encode(), "p.html", url=URL), Stated(url=URL), "2026-11-23")
    unshelve(str(tmp_path), URL)
    assert cached_links(str(tmp_path), shelved.entry.sha256) is None
