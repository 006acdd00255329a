"""Policy files made into one pack, after everything that only shows when they lie side by side has been checked."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Self

from compliance.policies.library import entry_of
from compliance.policies.loading import Shelf
from compliance.policies.model import overlap
from compliance.policies.samples import load_samples
from compliance.values import dataclass, field
from compliance.yamldoc import Document, Fault, Mapping, Node, Scalar, YamlFaults, to_json
from compliance.yamldoc import Sequence as Items
from compliance.yamlreading import read

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from compliance.policies.model import Policy


@dataclass(frozen=True, slots=True)
class PolicySource:
    """A policy file: its id, its path as messages say it, its bytes, and the folder it lies in."""

    id: str
    path: str
    data: bytes
    folder: str


def pack(files: Sequence[PolicySource]) -> bytes:
    """The pack of all files; an earlier folder's policy stands in place of a later one's of the same id.

    Raises `YamlFaults` with every fault of every file.
    """
    chosen = _Chosen.of(files)
    policies = chosen.policies()
    if faults := chosen.all_faults():
        raise YamlFaults(faults)
    entries = [asdict(entry_of(policy)) for policy in policies]
    return "\n".join(map(_line, (entries, *(to_json(chosen.documents[p.id].root) for p in policies)))).encode("ascii")


def check(files: Sequence[PolicySource], paths: Iterable[str]) -> None:
    """Raise `YamlFaults` with every fault of the files at some of the paths, and of those that they extend."""
    paths = set(paths)
    chosen = _Chosen.of(files)
    chosen.policies(paths)
    about = chosen.with_bases(paths)
    if faults := [fault for fault in chosen.all_faults() if fault.path in about]:
        raise YamlFaults(faults)


def _line(data: object) -> str:
    return json.dumps(data, ensure_ascii=True, separators=(",", ":"))


@dataclass(slots=True)
class _Chosen:
    """The document of each id, and the faults between files of one id."""

    documents: dict[str, Document] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    _folders: dict[str, str] = field(default_factory=dict)
    _replacing: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, files: Iterable[PolicySource]) -> Self:
        """The documents of these files."""
        chosen = cls()
        for file in files:
            chosen.add(file)
        chosen.finish()
        return chosen

    def policies(self, asked: Container[str] = ()) -> list[Policy]:
        """The policies that can be made; the faults are in the documents afterwards.

        Of two policies that claim one domain the fault is with the one that was asked about, else with that of the
        earlier folder (a repository's own, not the bundled one), else with the later file.
        """
        shelf = Shelf(self.documents, self.documents.__getitem__)
        made = [shelf.attempt(id_) for id_ in self.documents]
        for policy, document in made:
            load_samples(policy, document)
        policies = [policy for policy, _ in made if policy is not None]
        folders = list(dict.fromkeys(self._folders.values()))
        order = {p.id: (p.path in asked, -folders.index(self._folders[p.id])) for p in policies}
        _check_domains(sorted(policies, key=lambda p: order[p.id]), self.documents)
        return policies

    def all_faults(self) -> list[Fault]:
        """The faults between files and in them."""
        return self.faults + [f for document in self.documents.values() for f in document.shown_faults()]

    def with_bases(self, paths: Iterable[str]) -> set[str]:
        """These paths, and those of all files that the files there extend."""
        found = set(paths)
        waiting = [document for document in self.documents.values() if document.path in found]
        while waiting:
            bases = (self.documents[id_] for id_ in _extended(waiting.pop().root) if id_ in self.documents)
            new = [base for base in bases if base.path not in found]
            found.update(base.path for base in new)
            waiting += new
        return found

    def add(self, file: PolicySource) -> None:
        """Take a file, unless one of an earlier folder stands in its place."""
        if file.id not in self.documents:
            self.documents[file.id] = read(file.data, file.path)
            self._folders[file.id] = file.folder
        elif self._folders[file.id] == file.folder:
            self.faults.append(
                Fault(file.path, 1, 1, f"'{file.id}' is there twice", f"see {self.documents[file.id].path}")
            )
        else:
            self._replacing.add(file.id)
            self._must_say_so(self.documents[file.id], file.path)

    def finish(self) -> None:
        """Find the files that say they override another and do not."""
        for id_, document in self.documents.items():
            node = _overrides(document.root)
            if node and id_ not in self._replacing:
                hint = "a policy overrides the one of the same file name: is this name right?"
                document.fault(node, f"there is no other policy '{id_}' to override", hint)

    def _must_say_so(self, document: Document, other: str) -> None:
        if not _overrides(document.root):
            hint = "say 'overrides: true' if this is to stand in its place"
            document.fault(document.root, f"{other} has the same id", hint)


def _overrides(root: Node) -> Scalar | None:
    node = root.get("overrides") if isinstance(root, Mapping) else None
    return node if isinstance(node, Scalar) and node.value is True else None


def _extended(root: Node) -> list[str]:
    node = root.get("extends") if isinstance(root, Mapping) else None
    items = node.items if isinstance(node, Items) else (node,)
    return [item.text for item in items if isinstance(item, Scalar)]


def _check_domains(policies: Iterable[Policy], documents: dict[str, Document]) -> None:
    """Add a fault to a policy for each domain that an earlier one claims for the same day."""
    claims: dict[str, list[Policy]] = {}
    for policy in policies:
        for domain, node in zip(policy.domains, _domain_nodes(documents[policy.id].root), strict=True):
            claimed = claims.setdefault(domain, [])
            if other := next((other for other in claimed if overlap(policy, other)), None):
                hint = "'from' and 'to' part terms that follow each other; a file of the same name overrides"
                documents[policy.id].fault(node, f"{domain} is claimed by {other.path} too", hint)
            claimed.append(policy)


def _domain_nodes(root: Node) -> tuple[Node, ...]:
    node = root.get("domains") if isinstance(root, Mapping) else None
    return node.items if isinstance(node, Items) else () if node is None else (node,)
