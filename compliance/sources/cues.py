"""What tells a page's furniture from its story, line by line, in the languages of the press.

Each class of furniture is known by what it says (``furniture.txt``), never by whose page it is. Short lines need one
cue; a paragraph is furniture only where it speaks of itself or to its reader: "our materials", "become a patron".
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final, Literal

Furniture = Literal[
    "", "rights", "support", "related", "share", "signup", "feedback", "site", "caption", "date", "language"
]

_SHORT: Final = 60  # characters: a heading, a button, a menu's line
_LONGEST: Final = 2000
_LONGEST_CAPTION: Final = 400
_QUOTES: Final = re.compile('["“”„«»]')
_SHARE: Final = frozenset(
    """
    share shares tweet post pin print email e-mail mail send copy link save listen follow us me on via to this the
    article story page with friend friends url facebook twitter x telegram whatsapp viber linkedin reddit messenger
    instagram youtube pinterest bluesky mastodon threads pocket flipboard tumblr vk teilen drucken partager imprimer
    compartir condividi udostępnij поділитися поширити поделиться надіслати отправить and und et y e i
    """.split()  # noqa: SIM905 - a word list
)
_CREDIT: Final = re.compile(
    r"(?:^|[.!?…)\]|–—\"”»]\s*|\(\s*|\s{2,})"
    r"(?i:photos?|images?|pictures?|illustrations?|graphics?|video|photograph|credits?|foto|bild|abbildung"
    r"|crédits?|créditos?|zdjęcie|fot\.?|фото|ілюстрація|иллюстрация)(?i: credits?| source)?\s*"
    r"(?::\s*\S|/\s*\S|\|\s*\S|©|\(c\)|(?i:by|courtesy of) [A-Z])"
    r"|\b(?:Getty Images|Shutterstock|Unsplash|iStock|Flickr|Wikimedia(?: Commons)?|Pixabay|Depositphotos|EPA-EFE"
    r"|AP Photo|Alamy)\b[^.!?]{0,40}$"
    r"|/\s*(?:Reuters|REUTERS|AP|AFP|EPA|dpa|TASS|Ukrinform|UNIAN|ANP|PAP|ANSA|EFE|PA|Xinhua|Bloomberg"
    r"|Pool|Handout|NYT)\s*\)?\s*$"
)
_CREDIT_AT_END: Final = 90
_LANGUAGES: Final = frozenset(
    """
    en eng english es esp español espanol fr fra français de ger deu deutsch it ita italiano pt por português ru rus рус
    русский ua uk ukr укр українська pl pol polski cs česky čeština nl nederlands sv svenska tr türkçe ar العربية he
    עברית zh 中文 ja 日本語 ko 한국어 el ελληνικά ro română hu magyar bg български lt lv et fi suomi no norsk da dansk
    """.split()  # noqa: SIM905 - a word list
)


def furniture(line: str) -> Furniture:  # noqa: PLR0911 - a table of cases, the surest first
    """The class of furniture that a line or paragraph belongs to, or "" when nothing speaks against its being story."""
    line = line.strip()
    if len(line) > _LONGEST:
        return ""
    if len(line) <= _SHORT and (kind := _of_short(line)):
        return kind
    if _says("rights", line) or all(_says(part, line) for part in ("taking", "ours", "asking")):
        return "rights"
    if _asks_for_support(line):
        return "support"
    if len(line) <= 3 * _SHORT and _says("feedback", line):
        return "feedback"
    if len(line) <= 2 * _SHORT and _says("signup", line) and not _QUOTES.search(line):
        return "signup"
    if _says("related", line.lstrip("*»>→-–— "), at_start=True) and _announces(line):
        return "related"
    return "caption" if is_caption(line) else ""


def _of_short(line: str) -> Furniture:
    words = {word for word in re.findall(r"[^\W_]+(?:-[^\W_]+)*", line.casefold()) if not word.isdecimal()}
    if words and words <= _LANGUAGES:
        return "language"
    if _says("date", line):
        return "date"
    if _says("donate", line):
        return "support"
    if _says("site", line):
        return "site"
    return "share" if words and words <= _SHARE else ""


def _asks_for_support(line: str) -> bool:
    """Whether a line asks its reader for money: two cues, or one in words to the reader that quote nobody."""
    cues = sum(bool(pattern.search(line)) for pattern in _patterns()["support"])
    short = len(line) <= 2 * _SHORT
    return cues > 1 or (cues == 1 and not _QUOTES.search(line) and (short or _says("reader", line)))


def _announces(line: str) -> bool:
    """Whether a line that begins like "Read more" is a heading or a teaser, and not a sentence of the story."""
    head = line[:40]
    return ":" in head or (len(line) <= 4 * _SHORT and not re.search(r"[.!?]\W*$", line))


def is_caption(line: str) -> bool:
    """Whether a line describes a picture: it begins or ends with a credit."""
    if len(line) > _LONGEST_CAPTION:
        return False
    return any(m.start() <= 2 or len(line) - m.start() <= _CREDIT_AT_END for m in _CREDIT.finditer(line))


def _says(section: str, line: str, *, at_start: bool = False) -> bool:
    return any(pattern.match(line) if at_start else pattern.search(line) for pattern in _patterns()[section])


@cache
def _patterns() -> dict[str, list[re.Pattern[str]]]:
    """What each class of furniture says, from ``furniture.txt``."""
    sections: dict[str, list[re.Pattern[str]]] = {}
    found: list[re.Pattern[str]] = []
    for line in Path(__file__).with_name("furniture.txt").read_text(encoding="utf-8").splitlines():
        if re.fullmatch(r"\[[a-z]+\]", line):
            found = sections.setdefault(line[1:-1], [])
        elif line and not line.startswith("#"):
            found.append(re.compile(line, re.IGNORECASE))
    return sections
