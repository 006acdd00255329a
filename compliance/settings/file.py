"""What a settings file may say, and reading it: ``compliance.yaml``, or ``[tool.compliance]`` in pyproject.toml."""

from __future__ import annotations

import os
from typing import Any, TypeAlias

from compliance.facts import Facts, Medium, Permission, Site, UnknownPublishers, Verbatim
from compliance.records import Date, about, load
from compliance.settings.model import Settings
from compliance.values import dataclass, field, fields
from compliance.yamldoc import Document, Fault, Mapping, Node, Sequence, YamlFaults


@dataclass(frozen=True, slots=True)
class FactsRecord:
    """What holds for all drafts under these settings; what is not stated is not known, and never taken for granted."""

    medium: Medium | None = field(default=None, metadata=about("how the drafts are published"))
    commercial: bool | None = field(default=None, metadata=about("whether they serve a commercial purpose"))
    paywall: bool | None = field(default=None, metadata=about("whether readers pay for them"))
    language: str = field(default="", metadata=about("the drafts' language as a BCP 47 tag, such as en or uk"))


@dataclass(frozen=True, slots=True)
class PermissionRecord:
    """One written permission that the newsroom holds."""

    publisher: str = field(metadata=about("the policy's id or the publisher's domain"))
    reference: str = field(metadata=about("where the permission is filed: a letter, a message, a contract"))
    source: str = field(default="", metadata=about("the one article it is for; without it, all of the publisher's"))
    covers: tuple[str, ...] = field(
        default=(), metadata=about("the rules it lifts, by kind or name; without it, all that it can")
    )
    expires: Date = field(default=Date(), metadata=about("its last day, as YYYY-MM-DD"))

    def permission(self) -> Permission:
        """The value that the check works with."""
        return Permission(self.publisher, self.reference, self.source, self.covers, str(self.expires))


@dataclass(frozen=True, slots=True)
class PermissionsRecord:
    """A file of written permissions."""

    permissions: tuple[PermissionRecord, ...] = field(metadata=about("the permissions held"))


@dataclass(frozen=True, slots=True)
class SettingsRecord:
    """Settings for the drafts in this folder and below it. Paths are relative to the file."""

    extends: str = field(default="", metadata=about("another settings file; what this one states goes before it"))
    policies: tuple[str, ...] = field(
        default=(), metadata=about("folders of the repository's own policies", empty=True)
    )
    permissions: tuple[str, ...] = field(
        default=(), metadata=about("files that record written permissions", empty=True)
    )
    sources: str = field(default="", metadata=about("the folder of sources.lock; by default that of this file"))
    own_domains: tuple[str, ...] = field(
        default=(), metadata=about("the repository's own sites, which are no sources", empty=True)
    )
    unknown_publishers: UnknownPublishers = field(
        default="review", metadata=about("what a reuse of a site without a policy comes to")
    )
    verbatim: Verbatim = field(
        default="must", metadata=about("how much it matters that quotations have the words of an article at hand")
    )
    source_keys: tuple[str, ...] = field(
        default=(), metadata=about("front-matter keys that hold a source's address, besides the usual ones", empty=True)
    )
    autolink: bool | None = field(
        default=None, metadata=about("whether bare addresses become links; by default, as the format has it")
    )
    exclude: tuple[str, ...] = field(
        default=(),
        metadata=about("globs for paths to leave out when a folder is checked; * also matches /", empty=True),
    )
    facts: FactsRecord = field(default_factory=FactsRecord, metadata=about("what holds for all drafts here"))


PATHS = ("policies", "permissions")

Place: TypeAlias = "tuple[Document, Node]"
"""Where a value stands: a file as read, and the value's node."""


def load_settings(path: str) -> Settings:
    """The settings in a file and those it extends. Raises ``YamlFaults`` with all faults of a file."""
    stated: dict[str, Any] = {}
    places: dict[str, Place] = {}
    files: list[str] = []
    exclude: list[tuple[str, str]] = []
    named_in: Place | None = None
    while path:
        document, values = _stated(path, named_in)
        files.append(path)
        exclude += [(os.path.dirname(path), glob) for glob in values.pop("exclude", ())]
        for key in PATHS:
            if key in values:
                values[key] = tuple(_beside(path, name) for name in values[key])
        if values.get("sources"):
            values["sources"] = _beside(path, values["sources"])
        _check_folders(values, document)
        extends = values.pop("extends", "")
        stated = {**values, **stated}
        places = {**{key: (document, _node(document, key)) for key in values}, **places}
        path = _beside(path, extends) if extends else ""
        named_in = document, _node(document, "extends")
        if path in files:
            document.fault(named_in[1], f"'extends' leads back to {path}", "remove it from one of them")
            document.check()
    return _settings(SettingsRecord(**stated), tuple(files), tuple(exclude), places)


def _check_folders(values: dict[str, Any], document: Document) -> None:
    named = list(zip(values.get("policies", ()), _items(_node(document, "policies")), strict=False))
    named += [(values["sources"], _node(document, "sources"))] if values.get("sources") else []
    for folder, node in named:
        if not os.path.isdir(folder):
            document.fault(node, f"there is no folder {folder}")
    document.check()


def _settings(
    record: SettingsRecord, files: tuple[str, ...], exclude: tuple[tuple[str, str], ...], places: dict[str, Place]
) -> Settings:
    stated = record.facts
    permissions, documents = _permissions(record.permissions, places)
    return Settings(
        files=files,
        policies=record.policies,
        autolink=record.autolink,
        exclude=exclude,
        facts=Facts(
            medium=stated.medium,
            commercial=stated.commercial,
            paywall=stated.paywall,
            language=stated.language,
            permissions=permissions,
        ),
        site=Site(record.own_domains, record.unknown_publishers, record.source_keys, record.verbatim),
        sources=record.sources,
        permissions=documents,
    )


def _stated(path: str, named_in: Place | None) -> tuple[Document, dict[str, Any]]:
    """A file as read, and what it states, by field; what it leaves out is left out here."""
    document = _document(path, named_in)
    record = load(SettingsRecord, document.root, document)
    document.check()
    assert record is not None  # noqa: S101 - a record that did not load has faults
    root = document.root
    keys = {key.text for key, _ in root.pairs} if isinstance(root, Mapping) else set()
    return document, {f.name: getattr(record, f.name) for f in fields(record) if f.name in keys}


def _permissions(
    paths: tuple[str, ...], places: dict[str, Place]
) -> tuple[tuple[Permission, ...], tuple[Document, ...]]:
    """The permissions in some files, and the files as read."""
    held: list[Permission] = []
    documents: list[Document] = []
    if paths:
        settings, node = places["permissions"]
        for path, item in zip(paths, _items(node), strict=True):
            document = _document(path, (settings, item))
            record = load(PermissionsRecord, document.root, document)
            document.check()
            held += [entry.permission() for entry in record.permissions] if record else []
            documents.append(document)
    return tuple(held), tuple(documents)


def _node(document: Document, key: str) -> Node:
    root = document.root
    return (root.get(key) if isinstance(root, Mapping) else None) or root


def _items(node: Node) -> tuple[Node, ...]:
    return node.items if isinstance(node, Sequence) else (node,)


def _document(path: str, named_in: Place | None) -> Document:
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        words = f"{path} cannot be read: {error.strerror}"
        if named_in is None:
            raise YamlFaults([Fault(path, 1, 1, words)]) from None
        document, node = named_in
        document.fault(node, words)
        raise YamlFaults(document.shown_faults()) from None
    if path.endswith(".toml"):
        from compliance.settings import tomlreading

        return tomlreading.read(data, path, "tool", "compliance")
    from compliance.yamlreading import read

    return read(data, path)


def _beside(file: str, path: str) -> str:
    return os.path.normpath(os.path.join(os.path.dirname(file), path))
