"""How much of a story `source add` keeps, and how much of the page around it it drops.

    python benchmarks/source_reading.py FOLDER [--limit N]

FOLDER has one article a file (.txt), its headline on the first line. Each is wrapped in the furniture of a page, in
several kinds and languages: menus and byline above it, boxes and other stories' headlines inside it, terms, related
stories, begging and comments below it. What is put around it is known, so that each line of the reading can be judged.
Text is read as saved text; `web` is the same page as HTML, read through trafilatura.

Columns: the story's paragraphs kept, its characters kept, pages with every paragraph kept, furniture lines dropped,
furniture dropped in characters, headlines found, and what was lost of the story without a word in the notes.
"""

from __future__ import annotations

import argparse
import html
import random
from collections import Counter
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from compliance.sources.importing import read_article
from compliance.sources.model import Article, Unreadable
from compliance.sources.plain import paragraphs

if TYPE_CHECKING:
    from collections.abc import Callable

BY = ("By Ines Okonkwo", "March 4, 2026")


@dataclass(frozen=True)
class Wrapping:
    """What stands around a story: above the headline, between headline and story, inside, below."""

    name: str
    above: tuple[str, ...] = ()
    under: tuple[str, ...] = BY
    inside: tuple[tuple[str, ...], ...] = ()
    below: tuple[str, ...] = ()


MENU = ("Home", "News", "Sport", "About us", "Search")
FOOT = ("Privacy Policy", "Terms of use", "© 2026 Harbour Gazette. All rights reserved.", "Contact us")
SHARE = ("Share this article", "Facebook", "Twitter", "WhatsApp")
TERMS = (
    "Copyright © 2026 Harbour Gazette",
    "The work of the Harbour Gazette is supported by the Lighthouse Fund",
    "When using our materials, please set an active link to the Gazette. Anything longer needs written permission.",
)
BEGGING = (
    "You could turn this page now. Or you could become a patron: readers like you keep our small newsroom at work.",
    "Become a Patron!",
    "To suggest a correction or clarification, write to us here",
    "You can also highlight the text and press Ctrl + Enter",
)
WRAPPINGS = (
    Wrapping("nothing around it", under=()),
    Wrapping("menu and foot", MENU, (*BY, "3 min read"), below=(*SHARE, *FOOT)),
    Wrapping(
        "terms, standfirst, begging",
        ("Eng", "Укр", *TERMS, "Privacy Policy"),
        (
            "The board hopes that the small boats will lie quieter at the quay this year.",
            "byInes Okonkwo",
            "04/03/2026",
            "2 minute read",
            "Ferry Harbour Pier",
            "A ferry leaves the old customs pier on a grey morning. Credit: Bo Quay/Gazette",
        ),
        below=("Read more:", "Tide tables that nobody reads", "The last lamplighter of the eastern quay", *BEGGING),
    ),
    Wrapping(
        "boxes inside",
        MENU,
        BY,
        (
            ("Sign up for our newsletter",),
            ("Advertisement",),
            ("Read more: Fish prices rise again after the storm",),
            ("Share", "Tweet", "Email"),
            ("Photo: Bo Quay/Gazette",),
            (
                "Support our journalism",
                "We depend on readers like you. Become a member today and keep our reporting free.",
            ),
            ("See also: The tide tables",),
            ("Story continues below advertisement",),
        ),
        FOOT,
    ),
    Wrapping(
        "related stories, comments",
        ("HARBOUR GAZETTE", *MENU),
        BY,
        (("Read also:", "Mayor of the town denies all claims about the lighthouse fund"),),
        (
            "Ines Okonkwo is a reporter who covers the coast.",
            "This article was updated on 5 March to correct the sum.",
            "Related stories",
            "Fish prices rise again after a stormy winter",
            "Comments (2)",
            "What a lovely piece, I remember him from when I was a child on the quay.",
            "Nobody asked us about it at all, and that is how it always goes in this town.",
            *FOOT,
        ),
    ),
    Wrapping(
        "German",
        ("Startseite", "Nachrichten", "Suche"),
        ("Von Ines Okonkwo", "4. März 2026"),
        (("Anzeige",), ("Lesen Sie auch: Gezeitentafeln, die niemand liest",), ("Abonnieren Sie unseren Newsletter",)),
        ("Unterstützen Sie uns mit einer Spende.", "© 2026 Hafenblatt. Alle Rechte vorbehalten.", "Impressum"),
    ),
    Wrapping(
        "Ukrainian",
        ("Укр", "Рус", "Eng", "Головна", "Новини"),
        ("Автор: Інес Оконкво", "4 березня 2026"),
        (("Реклама",), ("Читайте також: Таблиці припливів, яких ніхто не читає",), ("Підписуйтесь на наш канал",)),
        ("Підтримайте нас: станьте патроном нашої редакції.", "Коментарі (2)", "© 2026 Вісник. Усі права захищено."),
    ),
    Wrapping(
        "French",
        ("Accueil", "Actualités", "Rechercher"),
        ("Par Ines Okonkwo", "Publié le 4 mars 2026"),
        (("Publicité",), ("À lire aussi : Les horaires des marées",), ("Abonnez-vous à notre newsletter",)),
        ("Soutenez-nous", "Tous droits réservés", "Mentions légales"),
    ),
)


@dataclass
class Score:
    """What was kept and dropped, counted."""

    counts: Counter[str] = field(default_factory=Counter)

    def add(self, story: list[str], page: list[str], title: str, article: Article) -> None:
        """Judge one reading."""
        got = Counter(article.paragraphs)
        lost: list[str] = []
        for text in story:
            if got[text]:
                got[text] -= 1
            else:
                lost.append(text)
        around = list((Counter(page) - Counter([*story, title])).elements())
        kept = [text for text in around if got[text]]
        told = " ".join(article.notes)
        silent = [text for text in lost if text[:40] not in told and " more" not in told]
        self.counts.update(
            pages=1, paragraphs=len(story), lost=len(lost), characters=sum(map(len, story)),
            lost_characters=sum(map(len, lost)), whole=not lost, around=len(around), kept=len(kept),
            around_characters=sum(map(len, around)), kept_characters=sum(map(len, kept)),
            titled=article.title == title, silent=len(silent),
        )  # fmt: skip

    def row(self, name: str) -> str:
        """The figures of one kind of page."""
        c = self.counts

        def share(part: int, of: str) -> str:
            return f"{100 * part / c[of]:7.2f} %" if c[of] else "        -"

        return (
            f"{name:32} {share(c['paragraphs'] - c['lost'], 'paragraphs')} "
            f"{share(c['characters'] - c['lost_characters'], 'characters')} {share(c['whole'], 'pages')} "
            f"{share(c['around'] - c['kept'], 'around')} "
            f"{share(c['around_characters'] - c['kept_characters'], 'around_characters')} "
            f"{share(c['titled'], 'pages')} {c['silent']:7}"
        )


def wrapped(title: str, story: list[str], kind: Wrapping, chance: random.Random) -> list[str]:
    """The page's lines, with the boxes at places that chance chooses, never two at one."""
    places = range(1, len(story))
    at = dict(zip(chance.sample(places, min(len(kind.inside), len(places))), kind.inside, strict=False))
    body = [line for n, text in enumerate(story) for line in (*at.get(n, ()), text)]
    return [*kind.above, title, *kind.under, *body, *kind.below]


def as_text(page: list[str]) -> bytes:
    """A page saved as text."""
    return "\n\n".join(page).encode()


def as_web(page: list[str]) -> bytes:
    """The page as HTML in which every line is a paragraph."""
    lines = "".join(f"<p>{html.escape(line)}</p>\n" for line in page)
    return f"<!doctype html><html><body><article>{lines}</article></body></html>".encode()


def main() -> None:
    """Print a table for saved text, and a line for the web."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, default=0, help="so many articles only")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="the first N lines lost and N kept wrongly")
    asked = parser.parse_args()
    files = sorted(asked.folder.glob("*.txt"))[: asked.limit or None]
    stories = [(lines[0], lines[1:]) for f in files if len(lines := paragraphs(f.read_text(encoding="utf-8"))) > 2]
    print(f"{len(stories)} articles of {asked.folder}")
    print(f"{'':32} story: par.     chars.     whole  dropped: l.    chars.  headlines  unsaid")
    ways: tuple[tuple[str, str, Callable[[list[str]], bytes]], ...] = (
        ("", "x.txt", as_text),
        ("web: ", "x.html", as_web),
    )
    for (label, name, written), kind in ((way, kind) for way in ways for kind in WRAPPINGS):
        score = Score()
        chance = random.Random(1)
        lost: list[str] = []
        kept: list[str] = []
        for title, story in stories:
            page = wrapped(title, story, kind, chance)
            try:
                article = read_article(written(page), name)
            except Unreadable:
                article = Article(paragraphs=())
            score.add(story, page, title, article)
            lost += (Counter(story) - Counter(article.paragraphs)).elements()
            kept += (Counter(article.paragraphs) - Counter(story)).elements()
        print(score.row(label + kind.name), flush=True)
        for left, right in zip_longest(lost[: asked.show], kept[: asked.show], fillvalue=""):
            print(f"    lost {left[:70]!r:75} kept {right[:70]!r}")


if __name__ == "__main__":
    main()
