"""The lock as text: one article an entry, one fact a line, each entry with its own checksum.

The text is YAML, so that other tools can read it, but of one spelling only: what is read must be, byte for byte, what
``rendered`` would write. So every damage shows, and two people's additions merge line by line.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, fields
from hashlib import sha256
from typing import TYPE_CHECKING, Final, TypeAlias

from compliance.sources.model import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable

Value: TypeAlias = "str | int | tuple[str, ...]"
Facts: TypeAlias = "dict[str, Value]"

VERSION: Final = 1
HEADER: Final = (
    "# The articles that drafts here quote or reprint. Made by `compliance source`; not to be edited by hand.",
    "# Safe to commit: it holds facts about the articles, never their texts.",
    f"version: {VERSION}",
)
CHECK: Final = "check"
_KEYS: Final = tuple(f.name for f in fields(Entry) if f.name not in ("address", "unknown"))
_LISTS: Final = ("also", "authors")
_NUMBERS: Final = ("characters", "words")
# What JSON leaves bare and YAML does not allow in a text, or takes for the end of a line.
_UNSAFE: Final = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def rendered(entries: Iterable[Entry]) -> str:
    """The whole lock, entries sorted by address."""
    parts = ["\n".join(HEADER) + "\n"]
    for entry in sorted(entries, key=lambda e: e.address):
        lines = entry_lines(entry)
        parts.append("\n".join((*lines, check_line(lines), "")))
    return "\n".join(parts)


def entry_lines(entry: Entry) -> list[str]:
    """The lines of an entry without its checksum."""
    facts: Facts = {key: getattr(entry, key) for key in _KEYS}
    lines = [f"{quoted(entry.address)}:"]
    for key, value in (*facts.items(), *entry.unknown):
        if isinstance(value, tuple):
            lines += [f"  {key}:", *(f"    - {quoted(item)}" for item in value)] if value else []
        elif value or isinstance(value, int):
            lines.append(f"  {key}: {value if isinstance(value, int) else quoted(value)}")
    return lines


def check_line(lines: Iterable[str]) -> str:
    """The last line of an entry: the first 16 digits of the SHA-256 of the others."""
    checksum = sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()[:16]
    return f'  {CHECK}: "{checksum}"'


def quoted(text: str) -> str:
    """A text in quotation marks, as JSON and YAML both read it."""
    return _UNSAFE.sub(lambda c: f"\\u{ord(c.group()):04x}", json.dumps(text, ensure_ascii=False))


def unquoted(text: str) -> str | None:
    """The text that ``quoted`` wrote, or None when it did not write this."""
    try:
        value = json.loads(text)
    except ValueError:
        return None
    return value if isinstance(value, str) and quoted(value) == text else None


@dataclass(frozen=True, slots=True)
class Refused(ValueError):  # noqa: N818 - becomes a fault of the lock
    """What is wrong with an entry: its line counted from the entry's first (0), the cause and the remedy."""

    line: int
    message: str
    help: str = ""


def parsed(lines: list[str]) -> Entry:
    """The entry that these lines hold, the checksum last. Raises ``Refused``."""
    restore = "restore it from git, or delete the entry and run `compliance source add` with its address"
    address = unquoted(lines[0].removesuffix(":")) if lines[0].endswith(":") else None
    if not address:
        raise Refused(0, "an entry begins with its article's address in quotation marks and a colon", restore)
    if "" in lines:
        raise Refused(lines.index(""), f"an empty line stands inside the entry of {address}", "remove it")
    if not lines[-1].startswith(f"  {CHECK}: "):
        raise Refused(0, f"the entry of {address} has no checksum: lines are missing", restore)
    if lines[-1] != check_line(lines[:-1]):
        raise Refused(0, f"the entry of {address} does not fit its checksum: it was edited or damaged", restore)
    return _entry(address, _facts(lines[:-1], restore))


def _facts(lines: list[str], restore: str) -> Facts:
    facts: Facts = {}
    key = ""
    for number, line in enumerate(lines[1:], start=1):
        item = unquoted(line[6:]) if line.startswith("    - ") and key else None
        name, colon, rest = line[2:].partition(":")
        if item is not None:
            facts[key] = (*_items(facts[key]), item)
            continue
        value = _value(rest[1:]) if rest else ()
        if not (line.startswith("  ") and colon and re.fullmatch(r"[a-z][a-z0-9-]*", name)) or value is None:
            raise Refused(number, "this line is no fact of an entry", restore)
        if name in facts:
            raise Refused(number, f"'{name}' stands twice in one entry", restore)
        facts[name] = value
        key = name if value == () else ""
    return facts


def _items(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _value(text: str) -> Value | None:
    return int(text) if re.fullmatch(r"0|[1-9][0-9]{0,11}", text) else unquoted(text)


def _entry(address: str, facts: Facts) -> Entry:
    for key, value in facts.items():
        wanted = tuple if key in _LISTS else int if key in _NUMBERS else str
        if key in _KEYS and not isinstance(value, wanted):
            raise Refused(0, f"'{key}' of {address} is not as this program writes it")
    known = {key: value for key, value in facts.items() if key in _KEYS}
    unknown = tuple((key, value) for key, value in facts.items() if key not in _KEYS)
    return Entry(address=address, unknown=unknown, **known)  # type: ignore[arg-type] # checked above
