"""YAML as nodes that know their places, and the faults of a file.

`compliance.yamlreading.read` makes a `Document` of a file: its root node and the faults found on the way. Whoever
gives the nodes a meaning (`compliance.records`) adds faults to the same document, and `Document.check` raises them all
at once. Lines and columns are 1-based, columns in code points.

`to_json` and `from_json` turn a tree into compact lists and back, so that a cached tree spares the import of a YAML
parser.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from compliance.values import dataclass, field, replace

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 500
"""How many characters a fault's message may have."""

Tag = Literal["text", "integer", "number", "boolean", "nothing", "date"]


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value. ``text`` is as written, without quotes; ``value`` what YAML 1.1 reads in it; a date stays text."""

    line: int
    column: int
    text: str
    tag: Tag = "text"
    value: str | float | bool | None = ""


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    line: int
    column: int
    items: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and their values, in the file's order; of a duplicate key the first is kept."""

    line: int
    column: int
    pairs: tuple[tuple[Scalar, Node], ...] = ()

    def get(self, key: str) -> Node | None:
        """The value of a key, or None."""
        return next((value for name, value in self.pairs if name.text == key), None)


Node: TypeAlias = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake in a file. ``excerpt`` is the line it stands in, where the file's text was at hand."""

    path: str
    line: int
    column: int
    message: str
    help: str = ""
    excerpt: str = ""

    def __str__(self) -> str:
        """The one-line form, ``path:line:column: message (help)``; what cannot be printed is shown as U+FFFD."""
        told = f"{self.path}:{self.line}:{self.column}: {self.message}" + (f" ({self.help})" if self.help else "")
        return _printable(told)

    @property
    def shown(self) -> str:
        """The one-line form and, below it, the file's line with a caret; a very long line is cut around the place."""
        if not self.excerpt.strip():
            return str(self)
        start = max(0, self.column - 80)
        line = _printable(self.excerpt[start : start + 120].replace("\t", " "))
        return f"{self}\n    {line}\n    {' ' * (self.column - 1 - start)}^"


class YamlFaults(ValueError):  # noqa: N818 - it holds several
    """All faults of one or more files, in the order of their places."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults), key=lambda f: (f.path, f.line, f.column, f.message)))
        super().__init__("\n".join(f.shown for f in self.faults))


@dataclass(slots=True)
class Document:
    """A file as read: its root node and its faults so far.

    ``lines`` serve the excerpts, ``cut`` has the places of texts without quotes that a comment follows; both are empty
    for a cached tree.
    """

    path: str
    root: Node
    faults: list[Fault] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    cut: set[tuple[int, int]] = field(default_factory=set)

    def is_cut(self, node: Node) -> bool:
        """Whether a node is a text that a comment cuts off, as in `clause: 500 chars # really`."""
        return (node.line, node.column) in self.cut

    def fault(self, node: Node, message: str, help: str = "") -> None:
        """Add a fault at a node's place; a message that repeats a very long value is cut."""
        message = message if len(message) <= LONGEST else f"{message[:LONGEST]}…"
        self.faults.append(Fault(self.path, node.line, node.column, message, help))

    def is_faulty(self, node: Node) -> bool:
        """Whether there is a fault at a node's place already."""
        return any((f.line, f.column) == (node.line, node.column) for f in self.faults)

    def shown_faults(self) -> list[Fault]:
        """The faults with the lines they stand in."""
        return [replace(f, excerpt=self._line(f.line)) for f in self.faults]

    def check(self) -> None:
        """Raise `YamlFaults` with all faults found so far, if there are any."""
        if self.faults:
            raise YamlFaults(self.shown_faults())

    def _line(self, number: int) -> str:
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


def plain(node: Node) -> Any:
    """The node as dictionaries, lists and values; keys are text, dates too."""
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.pairs}
    return [plain(item) for item in node.items] if isinstance(node, Sequence) else node.value


def from_plain(data: Any, line: int = 1, column: int = 1) -> Node:
    """A tree of plain data that another format was read from (TOML, JSON); every node has the given place."""
    if isinstance(data, dict):
        return Mapping(
            line, column, tuple((_scalar(str(k), line, column), from_plain(v, line, column)) for k, v in data.items())
        )
    if isinstance(data, list | tuple):
        return Sequence(line, column, tuple(from_plain(item, line, column) for item in data))
    return _scalar(data, line, column)


def to_json(node: Node) -> list[Any]:
    """The tree as lists: a scalar ``[line, column, text, tag?, value?]``, else ``[line, column, [...], kind]``."""
    if isinstance(node, Mapping):
        return [node.line, node.column, [to_json(n) for pair in node.pairs for n in pair], "map"]
    if isinstance(node, Sequence):
        return [node.line, node.column, [to_json(n) for n in node.items], "list"]
    return [node.line, node.column, node.text, *(() if node.tag == "text" else (node.tag, node.value))]


def from_json(data: list[Any]) -> Node:
    """The tree that `to_json` made of it; anything else raises ``TypeError``, ``ValueError`` or ``IndexError``."""
    line, column, content, *rest = data
    if isinstance(content, str):
        return Scalar(line, column, content, *(rest or ("text", content)))
    nodes = [from_json(item) for item in content]
    if rest == ["map"]:
        return Mapping(line, column, tuple(zip(nodes[::2], nodes[1::2], strict=True)))  # type: ignore[arg-type]
    return Sequence(line, column, tuple(nodes))


def suggestion(word: str, choices: Iterable[str]) -> str:
    """``did you mean 'x'?`` for the nearest of the choices, or an empty text."""
    from difflib import get_close_matches

    near = get_close_matches(word.replace("_", " ").replace("-", " "), choices, n=1) or get_close_matches(
        word, choices, n=1
    )
    return f"did you mean '{near[0]}'?" if near else ""


def _printable(text: str) -> str:
    """The text on one line that steers no terminal and gives no command to what reads a log."""
    return text if text.isprintable() else "".join(c if c.isprintable() else "\ufffd" for c in text)


def _scalar(value: Any, line: int, column: int) -> Scalar:
    if value is None:
        return Scalar(line, column, "", "nothing", None)
    if isinstance(value, bool):
        return Scalar(line, column, str(value).lower(), "boolean", value)
    if isinstance(value, int | float):
        return Scalar(line, column, str(value), "integer" if isinstance(value, int) else "number", value)
    return Scalar(line, column, str(value), "text" if isinstance(value, str) else "date", str(value))
