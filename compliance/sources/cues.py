"""What tells a page's furniture from its story, line by line, in the languages of the press.

Each class of furniture is known by what it says (``furniture.txt``), never by whose page it is. A sentence that is
told of somebody ("..., the fishermen shouted") is no furniture, nor is what stands in quotation marks; the rest must
begin as furniture does: "Sign up for our", "To continue reading", "© 2026".
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, Literal

from compliance.sources.dates import read_date
from compliance.sources.shapes import ends, stops

Furniture = Literal[
    "", "rights", "support", "related", "share", "signup", "paywall", "notice", "feedback", "comments", "site", "menu",
    "ad", "caption", "date", "language",
]  # fmt: skip

_SHORT: Final = 60  # characters: a heading, a button, a menu's line
_LONGEST: Final = 2000
_LONGEST_CAPTION: Final = 400
_LONGEST_TEASER: Final = 4 * _SHORT
_LONG_APPEAL: Final = 4 * _SHORT
_LEFT_OF_DATE: Final = 30
_QUOTED: Final = re.compile(
    r"“[^”]*(?:”|$)|„[^“”]*(?:[“”]|$)|«[^»]*(?:»|$)|\"[^\"]*(?:\"|$)|「[^」]*(?:」|$)|『[^』]*(?:』|$)"
)
_BEGINNING: Final = re.compile(r"(?:^|(?<=[.!?…。！？।۔|•·]))[\s*»>→\-–—|•·“\"'(]{0,8}+(?=[^\W_]|©|\(c\))")
_EDGES: Final = "()[]{}<>«»“”„\"'*_|•·-–—→›»:：.…!？?,;#+ \t\u00a0"
_SHARE: Final = frozenset(
    """
    post pin print email e-mail mail send copy link save gift bookmark listen follow us me on via to this the
    article story page with friend friends url x vk imprimer and und et y e i
    """.split()  # noqa: SIM905 - a word list
)
_SHARED_ON: Final = frozenset(
    """
    share shares tweet facebook twitter telegram whatsapp viber linkedin reddit messenger instagram youtube pinterest
    bluesky mastodon threads pocket flipboard tumblr teilen drucken partager compartir condividi compartilhar delen
    udostępnij поділитися поширити поделиться надіслати отправить paylaş مشاركة شارك シェア 分享 공유 공유하기 แชร์
    """.split()  # noqa: SIM905 - a word list
)
_SHARING: Final = frozenset("share shares tweet teilen partager compartir поділитися поширити поделиться".split())  # noqa: SIM905
_CREDIT: Final = re.compile(
    r"(?:^|[.!?…)\]|–—\"”»]\s*|\(\s*|\s{2,})"
    r"(?i:photos?|images?|pictures?|illustrations?|graphics?|photograph|credits?|foto|bild|abbildung"
    r"|crédits?|créditos?|zdjęcie|fot\.?|фото|ілюстрація|иллюстрация|写真|图片|사진|صورة|ภาพ)(?i: credits?| source)?\s*"
    r"(?:[:：]\s*\S|/\s*\S|\|\s*\S|©|\(c\)|(?:by|BY|courtesy of) [A-Z])"
    r"|(?:[/(,|:©–—-]\s*|\b(?:via|by|from|courtesy of)\s+)"
    r"(?:Getty Images|Shutterstock|Unsplash|iStock|Flickr|Wikimedia(?: Commons)?|Pixabay|Depositphotos|EPA-EFE"
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
_WORD: Final = re.compile(r"[^\W\d_]+")
_LABELS: Final = re.compile(r"(?i)\W*(?:tag|topic|categor|filed|keyword)")


@lru_cache(maxsize=4096)
def furniture(line: str) -> Furniture:
    """The class of furniture that a line or paragraph belongs to, or "" when nothing speaks against its being story."""
    line = line.strip()
    if not line or len(line) > _LONGEST:
        return ""
    if len(line) <= _SHORT and (kind := _of_short(line)):
        return kind
    outside = _QUOTED.sub("“”", line)
    if _asks_for_support(outside):
        return "support"
    told = _has("narration", outside)
    if not told and (kind := _of_sentence(outside)):
        return kind
    if len(line) <= _LONGEST_TEASER and not (told and stops(line)) and _announces(outside):
        return "related"
    return "caption" if is_caption(line) else ""


def _of_short(line: str) -> Furniture:
    words = {word for word in re.findall(r"[^\W_]+(?:-[^\W_]+)*", line.casefold()) if not word.isdecimal()}
    if words and words <= _LANGUAGES:
        return "language"
    if _says("date", line) or _is_dated(line):
        return "date"
    if words and words <= _SHARED_ON | _SHARE and not line.endswith("."):
        if (len(words) > 1 and words & _SHARED_ON) or words & _SHARING:
            return "share"
        return "menu" if any(len(word) > 2 for word in words) else ""
    bare = line.strip(_EDGES)
    kinds: tuple[tuple[str, Furniture], ...] = (
        ("donate", "support"), ("ad", "ad"), ("comments", "comments"), ("menu", "menu"), ("heading", "related"),
    )  # fmt: skip
    found: Furniture = next((kind for section, kind in kinds if _is_all(section, bare)), "")
    return "" if found and line.rstrip().endswith(".") and not line.endswith("..") else found or _menu_row(line)


def _menu_row(line: str) -> Furniture:
    """A menu in one line: "Home | News | About us"."""
    parts = [part.strip(_EDGES) for part in re.split(r"\s*[|•·/›>]\s*|\s{2,}", line)]
    return "menu" if len(parts) > 1 and all(not part or _is_all("menu", part) for part in parts) else ""


def _is_dated(line: str) -> bool:
    """Whether a short line says when the page was published, and no more than that."""
    if not _says("dated", line):
        return False
    found = read_date(line)
    if found is None:
        return not ends(line) and bool(re.search(r"\d", line)) and len(line.split()) <= 6 and ":" in line
    return len(line) - len(found.written) <= _LEFT_OF_DATE


def _of_sentence(outside: str) -> Furniture:
    """What begins as furniture begins, in a line that nobody tells."""
    starts = _starts(outside)
    if _begins("rights", outside, starts if len(outside) <= 4 * _SHORT else starts[:1]) or _makes_terms(outside):
        return "rights"
    longest: tuple[tuple[str, Furniture, int], ...] = (
        ("paywall", "paywall", 400), ("notice", "notice", 600), ("feedback", "feedback", 3 * _SHORT),
        ("signup", "signup", 4 * _SHORT), ("site", "site", 400),
    )  # fmt: skip
    first = starts if len(outside) <= 2 * _SHORT else starts[:1]  # a paragraph that ends so is no furniture for that
    for section, kind, length in longest:
        if len(outside) <= length and _begins(section, outside, starts[:1] if section == "notice" else first):
            return kind
    return ""


def _announces(line: str) -> bool:
    """Whether a line begins like "Read more: ..." and is a headline, and no sentence on tags or topics."""
    first = _BEGINNING.match(line)
    if first is None or not _begins("teaser", line, [first.end()]):
        return False
    return not (_LABELS.match(line) and ends(line))


def _asks_for_support(outside: str) -> bool:
    """Whether a line asks its reader for money: two cues, or one in words between us and you; or it begins so."""
    told = _has("narration", outside)
    if not told and len(outside) <= 6 * _SHORT and _begins("support", outside, _starts(outside)):
        return True
    if not (_has("you", outside) and _has("we", outside)):
        return False
    cues = sum(bool(pattern.search(outside)) for pattern in _appeals())
    return cues > (2 if told else 1 if len(outside) > _LONG_APPEAL else 0)


def _makes_terms(outside: str) -> bool:
    return _has("taking", outside) and _says("asking", outside) and _says("ours", outside)


def speaks_to_reader(line: str) -> bool:
    """Whether a line speaks of "you" and of "us", outside quotation marks, and tells of nobody."""
    outside = _QUOTED.sub("“”", line)
    return _has("you", outside) and _has("we", outside) and not _has("narration", outside)


def is_heading(line: str) -> bool:
    """Whether a line stands over a list of other stories: "Read more:"."""
    return len(line) <= _SHORT and not line.rstrip().endswith(".") and _is_all("heading", line.strip(_EDGES))


def is_caption(line: str) -> bool:
    """Whether a line describes a picture: it begins or ends with a credit."""
    if len(line) > _LONGEST_CAPTION:
        return False
    return any(m.start() <= 2 or len(line) - m.start() <= _CREDIT_AT_END for m in _CREDIT.finditer(line))


def _says(section: str, line: str) -> bool:
    return _joined(section).search(line) is not None


@lru_cache(maxsize=16)
def _starts(line: str) -> list[int]:
    """Where the sentences of a line begin."""
    return [match.end() for match in _BEGINNING.finditer(line)]


@lru_cache(maxsize=16)
def _words(line: str) -> frozenset[str]:
    return frozenset(_WORD.findall(line.casefold().replace("-", "")))


def _has(section: str, line: str) -> bool:
    """Whether a line has one of the section's words."""
    whole, beginnings = _word_list(section)
    words = _words(line)
    return not words.isdisjoint(whole) or any(word.startswith(beginnings) for word in words)


def _begins(section: str, line: str, starts: list[int]) -> bool:
    pattern = _joined(section)
    return any(pattern.match(line, start) for start in starts)


def _is_all(section: str, bare: str) -> bool:
    return _joined(section).fullmatch(bare) is not None


@cache
def _joined(section: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in _sections()[section]), re.IGNORECASE)


@cache
def _word_list(section: str) -> tuple[frozenset[str], tuple[str, ...]]:
    words = " ".join(_sections()[section]).split()
    return frozenset(words), tuple(word[:-1] for word in words if word.endswith("*"))


@cache
def _appeals() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(line, re.IGNORECASE) for line in _sections()["appeal"])


@cache
def _sections() -> dict[str, list[str]]:
    """What each class of furniture says, from ``furniture.txt``."""
    sections: dict[str, list[str]] = {}
    found: list[str] = []
    for line in Path(__file__).with_name("furniture.txt").read_text(encoding="utf-8").splitlines():
        if re.fullmatch(r"\[[a-z]+\]", line):
            found = sections.setdefault(line[1:-1], [])
        elif line and not line.startswith("#"):
            found.append(line)
    return sections
