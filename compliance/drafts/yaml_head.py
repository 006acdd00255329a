"""YAML front matter."""

from __future__ import annotations

from compliance.drafts.model import Entry, FrontMatter
from compliance.report import Problem

DEEPEST = 30


def read_yaml(text: str, inner: tuple[int, int], end: int) -> tuple[FrontMatter, list[Problem]]:
    """The YAML mapping at ``inner`` of a file; the front matter ends at ``end``."""
    import yaml  # noqa: PLC0415  most of its cost is the import

    source = text[slice(*inner)]
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        node = yaml.compose(source, Loader=loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = inner[0] + (mark.index if mark else 0)
        why = getattr(error, "problem", None) or "it cannot be read"
        problem = Problem(
            "front-matter",
            f"The front matter is not valid YAML: {why}.",
            min(place, inner[1]),
            "Mend it; its keys were not read.",
        )
        return FrontMatter(end=end), [problem]
    entries: list[Entry] = []
    data = _value(node, (), inner[0], entries, yaml, 0) if node is not None else {}
    if not isinstance(data, dict):
        return FrontMatter(end=end), []
    return FrontMatter(data, tuple(entries), 0, end), []


def _value(node, path, base, entries, yaml, depth):
    if depth > DEEPEST:
        return None
    if isinstance(node, yaml.MappingNode):
        return {
            str(k.value): _value(v, (*path, str(k.value)), base, entries, yaml, depth + 1)
            for k, v in node.value
            if isinstance(k, yaml.ScalarNode)
        }
    if isinstance(node, yaml.SequenceNode):
        return [_value(v, (*path, str(i)), base, entries, yaml, depth + 1) for i, v in enumerate(node.value)]
    entries.append(Entry(path, node.value, base + node.start_mark.index, base + node.end_mark.index))
    return node.value
