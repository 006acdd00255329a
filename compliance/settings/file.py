"""What a settings file may say, and reading it: ``compliance.yaml``, or ``[tool.compliance]`` in pyproject.toml."""

from __future__ import annotations

import os
from typing import Any

from compliance.facts import Facts, Medium, Permission, Site, UnknownPublishers, Verbatim
from compliance.records import Date, about, load
from compliance.settings.model import Settings
from compliance.values import dataclass, field, fields
from compliance.yamldoc import Document, Fault, Mapping, Scalar, YamlFaults, from_plain


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
    covers: tuple[str, ...] = field(default=(), metadata=about("the rule kinds it lifts; without it, all that it can"))
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
    policies: tuple[str, ...] = field(default=(), metadata=about("folders of the repository's own policies"))
    permissions: tuple[str, ...] = field(default=(), metadata=about("files that record written permissions"))
    sources: str = field(default="", metadata=about("the folder of sources.lock; by default that of this file"))
    own_domains: tuple[str, ...] = field(default=(), metadata=about("the repository's own sites, which are no sources"))
    unknown_publishers: UnknownPublishers = field(
        default="review", metadata=about("what a reuse of a site without a policy comes to")
    )
    verbatim: Verbatim = field(
        default="must", metadata=about("how much it matters that quotations have the words of an article at hand")
    )
    source_keys: tuple[str, ...] = field(
        default=(), metadata=about("front-matter keys that hold a source's address, besides the usual ones")
    )
    autolink: bool | None = field(
        default=None, metadata=about("whether bare addresses become links; by default, as the format has it")
    )
    exclude: tuple[str, ...] = field(
        default=(), metadata=about("globs for paths to leave out when a folder is checked; * also matches /")
    )
    facts: FactsRecord = field(default_factory=FactsRecord, metadata=about("what holds for all drafts here"))


PATHS = ("policies", "permissions")


def load_settings(path: str) -> Settings:
    """The settings in a file and those it extends. Raises ``YamlFaults`` with all faults of a file."""
    stated: dict[str, Any] = {}
    files: list[str] = []
    exclude: list[tuple[str, str]] = []
    nearest = path
    while path:
        values = _stated(path, nearest if files else "")
        folder = os.path.dirname(path)
        files.append(path)
        exclude += [(folder, glob) for glob in values.pop("exclude", ())]
        for key in PATHS:
            if key in values:
                values[key] = tuple(_beside(path, name) for name in values[key])
        if values.get("sources"):
            values["sources"] = _beside(path, values["sources"])
        folders = [("policies", name) for name in values.get("policies", ())]
        folders += [("sources", values["sources"])] if values.get("sources") else []
        for key, absent in folders:
            if not os.path.isdir(absent):
                raise YamlFaults([Fault(path, 1, 1, f"'{key}' names {absent}, and there is no such folder")])
        extends = values.pop("extends", "")
        stated = {**values, **stated}
        path = _beside(path, extends) if extends else ""
        if path in files:
            raise YamlFaults([Fault(files[-1], 1, 1, f"'extends' leads back to {path}", "remove it from one of them")])
    return _settings(SettingsRecord(**stated), tuple(files), tuple(exclude))


def _settings(record: SettingsRecord, files: tuple[str, ...], exclude: tuple[tuple[str, str], ...]) -> Settings:
    stated = record.facts
    permissions = tuple(p.permission() for path in record.permissions for p in _permissions(path, files[0]))
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
    )


def _stated(path: str, extended_by: str) -> dict[str, Any]:
    """What one file states, by field; what it leaves out is left out here."""
    document = _document(path, extended_by)
    record = load(SettingsRecord, document.root, document)
    document.check()
    assert record is not None  # noqa: S101 - a record that did not load has faults
    root = document.root
    keys = {key.text for key, _ in root.pairs} if isinstance(root, Mapping) else set()
    return {f.name: getattr(record, f.name) for f in fields(record) if f.name in keys}


def _permissions(path: str, settings: str) -> tuple[PermissionRecord, ...]:
    document = _document(path, settings)
    record = load(PermissionsRecord, document.root, document)
    document.check()
    return record.permissions if record else ()


def _document(path: str, named_in: str) -> Document:
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise YamlFaults([Fault(named_in or path, 1, 1, f"{path} cannot be read: {error.strerror}")]) from None
    if path.endswith(".toml"):
        return _toml(data, path)
    from compliance.yamlreading import read

    return read(data, path)


def _toml(data: bytes, path: str) -> Document:
    import tomllib

    document = Document(path, Scalar(1, 1, "", "nothing", None))
    try:
        text = data.decode()
        line = text[: text.find("tool.compliance")].count("\n") + 1
        table = tomllib.loads(text).get("tool", {}).get("compliance", {})
        document.root = from_plain(table, line)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        document.faults.append(Fault(path, 1, 1, f"is not TOML: {error}"))
    return document


def _beside(file: str, path: str) -> str:
    return os.path.normpath(os.path.join(os.path.dirname(file), path))
