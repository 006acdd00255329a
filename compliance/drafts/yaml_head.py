"""YAML front matter. It is read event by event: nothing is constructed, aliases are not expanded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from compliance.drafts.scalars import DEEPEST, MOST, TOO_DEEP, FrontMatterError, Tree

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVER: Any = yaml.resolver.Resolver()
_CONSTRUCTOR = yaml.constructor.SafeConstructor()
_TYPED = frozenset(f"tag:yaml.org,2002:{name}" for name in ("null", "bool", "int", "float"))


def read_yaml(text: str, start: int, end: int) -> Tree | None:
    """The mapping in ``text[start:end]``; None where something else stands there. Raises ``FrontMatterError``."""
    source = text[start:end]
    tree: Tree | None = None
    try:
        for event in _events(source):
            if tree is None:
                if not isinstance(event, yaml.MappingStartEvent):
                    return None
                tree = Tree()
            else:
                _take(tree, event, start)
            if tree.depth > DEEPEST or len(tree.entries) > MOST:
                raise FrontMatterError(TOO_DEEP, start + event.start_mark.index)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = start + (mark.index if mark is not None else getattr(error, "position", 0))
        raise FrontMatterError(
            f"The front matter is not valid YAML: {getattr(error, 'problem', '') or 'a character is not allowed'}.",
            place,
        ) from error
    return tree or Tree()


def _events(source: str) -> Iterator[Any]:
    """The events of the first document, without those that frame it."""
    loader = _LOADER(source)
    try:
        while loader.check_event():
            event = loader.get_event()
            if isinstance(event, yaml.DocumentEndEvent):
                return
            if not isinstance(event, (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentStartEvent)):
                yield event
    finally:
        loader.dispose()


def _take(tree: Tree, event: Any, base: int) -> None:
    if isinstance(event, yaml.CollectionEndEvent):
        if tree.depth > 1:
            tree.close()
    elif isinstance(event, yaml.CollectionStartEvent):
        if tree.awaits_key():
            tree.key("?")
        tree.open({} if isinstance(event, yaml.MappingStartEvent) else [])
    else:
        alias = isinstance(event, yaml.AliasEvent)
        written = f"*{event.anchor}" if alias else event.value
        if tree.awaits_key():
            tree.key(written)
            return
        start, end = base + event.start_mark.index, base + event.end_mark.index
        if not alias and event.style in ("'", '"'):
            start, end = start + 1, end - 1
        tree.value(written if alias else _typed(event), written, start, end)


def _typed(event: Any) -> object:
    """What a scalar stands for; dates stay as they are written."""
    if not event.implicit[0]:
        return event.value
    tag: str = _RESOLVER.resolve(yaml.ScalarNode, event.value, (True, False))
    if tag not in _TYPED:
        return event.value
    try:
        return _CONSTRUCTOR.construct_object(yaml.ScalarNode(tag, event.value))
    except ValueError:
        return event.value
