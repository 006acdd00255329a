"""Text on a screen: what is safe to print, and how many columns it takes.

Columns are those of a terminal with a fixed-width font: 2 for wide characters (East Asian Width W and F, emoji), 0 for
marks that join the character before them. Nothing that steers a terminal is printed: controls become their pictures,
marks that turn the direction of writing become U+FFFD, other invisible characters are left out.
"""

from __future__ import annotations

from functools import lru_cache
from unicodedata import category, east_asian_width

JOINER, EMOJI_STYLE = "\u200d", "\ufe0f"
_KEPT = frozenset("\u200c\u200d\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2")
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_UNSAFE = "\ufffd"
_TAB = "    "

BOLD, DIM, RED, GREEN, YELLOW, BLUE = "1", "2", "31;1", "32", "33;1", "34;1"


def paint(text: str, style: str, colour: bool) -> str:  # noqa: FBT001 - on or off, as ``View.colour``
    """The text in an ANSI style (one of the names above), or as it is."""
    return f"\x1b[{style}m{text}\x1b[0m" if colour and style else text


def glyphs(text: str) -> list[tuple[str, int]]:
    """For each code point of a text without line ends: what to print for it, and its width in columns."""
    if text.isascii() and text.isprintable():
        return [(char, 1) for char in text]
    made: list[tuple[str, int]] = []
    previous, base = "", 0
    for char in text:
        shown, width = _glyph(char)
        width = _joined(char, width, previous, base)
        made.append((shown, width))
        base = base + width if char == EMOJI_STYLE or not width else width
        previous = char if shown else previous
    return made


def clean(text: str) -> str:
    """The text as one line that is safe to print; runs of white space are one space."""
    text = " ".join(text.split())
    return text if text.isprintable() else " ".join("".join(shown for shown, _ in glyphs(text)).split())


def width(text: str) -> int:
    """The columns that a text takes."""
    return len(text) if text.isascii() else sum(columns for _, columns in glyphs(text))


def wrap(text: str, room: int) -> list[str]:
    """The text, made clean, in lines of at most ``room`` columns.

    Lines break at spaces. A longer word is broken between wide characters only, so that an address stays in one piece.
    """
    text = clean(text)
    if width(text) <= room:
        return [text]
    lines, used = [""], 0
    for word in text.split(" "):
        for number, piece in enumerate(_pieces(word, room)):
            columns = width(piece)
            if number or (used and used + 1 + columns > room):
                lines.append(piece)
                used = columns
            else:
                lines[-1] += f" {piece}" if used else piece
                used += columns + (used > 0)
    return lines


def _pieces(word: str, room: int) -> list[str]:
    """The word in pieces that fit, as far as its runs do."""
    if width(word) <= room:
        return [word]
    pieces, used = [""], 0
    for run, columns in _runs(word):
        if used and used + columns > room:
            pieces.append("")
            used = 0
        pieces[-1] += run
        used += columns
    return pieces


def _runs(word: str) -> list[tuple[str, int]]:
    """What may not be broken, with its width: each wide character, and each run of others."""
    runs: list[tuple[str, int]] = []
    wide = True
    for shown, columns in glyphs(word):
        if not runs or columns == 2 or (columns and wide):
            runs.append((shown, columns))
        else:
            run, before = runs[-1]
            runs[-1] = (run + shown, before + columns)
        wide = columns == 2 or (wide and not columns)
    return runs


def _joined(char: str, width: int, previous: str, base: int) -> int:
    """The width of a character after another one; ``base`` is the width of the last character that has any."""
    if char == EMOJI_STYLE:
        return int(base == 1 and _is_symbol(previous))
    if previous == JOINER and (width == 2 or _is_symbol(char)):
        return 0
    if "\U0001f3fb" <= char <= "\U0001f3ff" and (_is_symbol(previous) or previous == EMOJI_STYLE):
        return max(0, 2 - base)
    return width


def _is_symbol(char: str) -> bool:
    """Whether this may be shown as an emoji; the pictures that stand for controls are none."""
    return bool(char) and category(char) == "So" and char != _UNSAFE and not "\u2400" <= char <= "\u24ff"


@lru_cache(maxsize=4096)
def _glyph(char: str) -> tuple[str, int]:
    """What to print for one character, and its width when it stands alone."""
    kind = category(char)
    if char == "\t":
        return _TAB, len(_TAB)
    if kind == "Cc":
        return _picture(ord(char)), 1
    if kind in ("Cs", "Zl", "Zp") or char in _TURNING:
        return _UNSAFE, 1
    if kind == "Cf":
        return (char, int(char not in "\u200c\u200d")) if char in _KEPT else ("", 0)
    if kind in ("Mn", "Me") or "\u1160" <= char <= "\u11ff" or "\ud7b0" <= char <= "\ud7ff":
        return char, 0
    columns = 2 if east_asian_width(char) in "WF" else 1
    return (" " * columns if kind == "Zs" else char), columns


def _picture(code: int) -> str:
    """The visible picture of a control character (U+2400 and following), where there is one."""
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else _UNSAFE
