"""Reads a YAML text into the nodes of `compliance.yamldoc`, with every fault found on the way.

Faults are syntax errors, bytes that are not UTF-8, duplicate keys, aliases, anchors, tags, merge keys, a second
document and too deep nesting. The parser is libyaml's; where PyYAML was built without it, PyYAML's own parser gives the
same tree.
"""

from __future__ import annotations

from typing import Any

import yaml

from compliance.yamldoc import Document, Fault, Mapping, Node, Scalar, Sequence, Tag

MAX_DEPTH = 40
"""How deeply mappings and lists may be nested."""

_TAGS: dict[str, Tag] = {"int": "integer", "float": "number", "bool": "boolean", "null": "nothing", "timestamp": "date"}
_TRUE = frozenset({"yes", "true", "on"})


def read(data: bytes | str, path: str) -> Document:
    """The tree of a YAML text, with its faults. Never raises for bad input; the root of an empty file is a scalar."""
    document = Document(path, Scalar(1, 1, "", "nothing", None))
    text = _decoded(data, document)
    document.lines = text.splitlines()
    if not document.faults:
        _Builder(document).build(text)
    return document


def parse(data: bytes | str, path: str) -> Node:
    """The tree of a YAML text; raises `YamlFaults`."""
    document = read(data, path)
    document.check()
    return document.root


def _decoded(data: bytes | str, document: Document) -> str:
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace").split("\n")
        message = f"the byte 0x{data[error.start]:02x} is not UTF-8"
        document.faults.append(
            Fault(document.path, len(before), len(before[-1]) + 1, message, "save the file as UTF-8")
        )
        return ""


class _Frame:
    """A mapping or list whose end has not been seen."""

    __slots__ = ("column", "key", "keys", "line", "nodes", "pairs")

    def __init__(self, line: int, column: int, *, mapping: bool) -> None:
        self.line, self.column = line, column
        self.nodes: list[Node] = []
        self.pairs: list[tuple[Scalar, Node]] = []
        self.keys: dict[str, int] | None = {} if mapping else None
        self.key: Node | None = None


class _Builder:
    """Makes the tree from the parser's events, with a stack of its own, so that nesting is bounded by us."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.stack: list[_Frame] = []
        self.documents = 0

    def build(self, text: str) -> None:
        """Read all events; a syntax error ends the reading and is a fault."""
        try:
            loader = (yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader)(text)
            while self.documents < 2 and len(self.stack) <= MAX_DEPTH and loader.check_event():
                self._take(loader.get_event(), loader)
        except (yaml.YAMLError, UnicodeEncodeError) as error:
            self._broken(error)

    def _take(self, event: Any, loader: Any) -> None:
        mark = event.start_mark
        line, column = mark.line + 1, mark.column + 1
        if isinstance(event, yaml.ScalarEvent):
            self._unusual(event, line, column)
            if not event.style and self._rest(event.end_mark).lstrip().startswith("#"):
                self.document.cut.add((line, column))
            self._add(self._read_scalar(event, loader, line, column))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._unusual(event, line, column)
            self._open(line, column, mapping=isinstance(event, yaml.MappingStartEvent))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close()
        elif isinstance(event, yaml.AliasEvent):
            self._fault(line, column, f"the alias '*{event.anchor}' is not used here", "write the value out")
            self._add(Scalar(line, column, "", "nothing", None))
        elif isinstance(event, yaml.DocumentStartEvent):
            self._next_document(line, column)

    def _next_document(self, line: int, column: int) -> None:
        self.documents += 1
        if self.documents > 1:
            self._fault(line, column, "a second document starts here", "one file holds one document: remove the '---'")

    def _read_scalar(self, event: Any, loader: Any, line: int, column: int) -> Scalar:
        text: str = event.value
        if not event.implicit[0]:
            return Scalar(line, column, text, "text", text)
        resolved = loader.resolve(yaml.ScalarNode, text, (True, False)).rpartition(":")[2]
        tag = _TAGS.get(resolved, "text")
        try:
            return Scalar(line, column, text, tag, _value(tag, text, loader))
        except ValueError:
            return Scalar(line, column, text, "text", text)

    def _unusual(self, event: Any, line: int, column: int) -> None:
        if event.anchor is not None:
            self._fault(
                line, column, f"the anchor '&{event.anchor}' is not used here", "write the value out where it is needed"
            )
        if event.tag is not None:
            self._fault(line, column, f"the tag '{event.tag}' is not used here", "remove it; quotes make a value text")

    def _open(self, line: int, column: int, *, mapping: bool) -> None:
        self.stack.append(_Frame(line, column, mapping=mapping))
        if len(self.stack) > MAX_DEPTH:
            self._fault(line, column, f"nested more than {MAX_DEPTH} levels deep", "write it flatter")

    def _close(self) -> None:
        frame = self.stack.pop()
        if frame.keys is None:
            self._add(Sequence(frame.line, frame.column, tuple(frame.nodes)))
        else:
            self._add(Mapping(frame.line, frame.column, tuple(frame.pairs)))

    def _add(self, node: Node) -> None:
        if not self.stack:
            self.document.root = node
        elif self.stack[-1].keys is None:
            self.stack[-1].nodes.append(node)
        elif self.stack[-1].key is None:
            self.stack[-1].key = node
        else:
            self._pair(self.stack[-1], node)

    def _pair(self, frame: _Frame, value: Node) -> None:
        key, frame.key = frame.key, None
        keys = frame.keys if frame.keys is not None else {}
        if not isinstance(key, Scalar):
            self._fault(frame.line, frame.column, "a key must be one word or text", "not a list or a mapping")
        elif key.text == "<<" and key.tag == "text" and isinstance(value, Mapping | Sequence):
            self._fault(key.line, key.column, "the merge key '<<' is not used here", "write the keys out")
        elif key.text in keys:
            self._fault(key.line, key.column, f"duplicate key '{key.text}'", f"the first is in line {keys[key.text]}")
        else:
            keys[key.text] = key.line
            frame.pairs.append((key, value))

    def _fault(self, line: int, column: int, message: str, help: str) -> None:
        self.document.faults.append(Fault(self.document.path, line, column, message, help))

    def _broken(self, error: Exception) -> None:
        """Word a syntax error: a parser says where it stumbled, a person needs what to look for."""
        position = getattr(error, "position", getattr(error, "start", None))
        mark = getattr(error, "problem_mark", None)
        if position is not None:
            self._strange_character(error)
        elif mark is not None:
            message, help_ = _worded(str(getattr(error, "problem", "") or "not YAML"), self._rest(mark))
            self._fault(mark.line + 1, mark.column + 1, message, help_)
        else:
            self._fault(1, 1, f"not YAML: {error}", "")

    def _rest(self, mark: Any) -> str:
        """What of the line stands behind a place that the parser names."""
        lines = self.document.lines
        return lines[mark.line][mark.column :] if mark.line < len(lines) else ""

    def _strange_character(self, error: Any) -> None:
        """A character that YAML forbids: the C parser counts bytes and the pure one characters, so it is looked up."""
        for number, line in enumerate(self.document.lines, 1):
            if found := yaml.reader.Reader.NON_PRINTABLE.search(line):
                self._fault(
                    number, found.start() + 1, f"the character U+{ord(found.group()):04X} is not allowed", "remove it"
                )
                return
        self._fault(1, 1, f"not readable: {error}", "")


def _value(tag: Tag, text: str, loader: Any) -> str | float | bool | None:
    if tag == "boolean":
        return text.lower() in _TRUE
    if tag == "integer":
        return int(loader.construct_yaml_int(yaml.ScalarNode("", text)))
    if tag == "number":
        return float(loader.construct_yaml_float(yaml.ScalarNode("", text)))
    return None if tag == "nothing" else text


def _worded(problem: str, rest: str) -> tuple[str, str]:  # noqa: PLR0911 - a table of cases
    """Message and help for a parser's complaint; ``rest`` is the line from the place on."""
    if rest.startswith("\t") or "tab" in problem:
        return "a tab in the indentation", "indent with spaces"
    if "cannot start any token" in problem:
        return f"a value cannot start with '{rest[:1]}'", "put the text in quotes"
    if "mapping values are not allowed" in problem:
        return "a second ':' in one value, or a line that is indented too far", "put text that holds ': ' in quotes"
    if "unexpected end of stream" in problem:
        return "the file ends within quotation marks", "close them"
    if "expected" in problem and not rest:
        return "the file ends too early", "a bracket or a quotation mark is left open"
    if "',' or" in problem:
        return "a comma or a closing bracket is missing before this", ""
    if "expected" in problem:
        return "this does not belong to the block above it", "indent it as its neighbours are, and close all quotes"
    return problem, ""
