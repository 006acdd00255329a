"""A policy file's nodes made into a `Policy`, with every fault of the file at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.addresses import host
from compliance.addresses.suffixes import is_public_suffix
from compliance.policies.files import EditionEntry, PolicyFile, Terms
from compliance.policies.inflections import nominatives, other_forms
from compliance.policies.model import Edition, Policy, Rule, merged
from compliance.policies.naming import named, possible_names
from compliance.records import load
from compliance.recordwords import is_blank
from compliance.report import Evidence
from compliance.values import replace
from compliance.yamldoc import Document, Mapping, Node, Scalar, Sequence, suggestion

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Shelf:
    """Policies by id, each built from its document when it is first asked for.

    ``document`` opens the document of an id. The faults of a file are in its document afterwards; the caller decides
    when to raise them.
    """

    def __init__(self, ids: Iterable[str], document: Callable[[str], Document]) -> None:
        self.ids = tuple(ids)
        self._open = document
        self._built: dict[str, tuple[Policy | None, Document]] = {}
        self._under_way: list[str] = []

    def policy(self, id_: str) -> Policy:
        """The policy of an id. Raises ``KeyError`` for an unknown id and `YamlFaults` for a faulty file."""
        if id_ not in self.ids:
            raise KeyError(id_)
        policy, document = self.attempt(id_)
        document.check()
        if policy is None:
            msg = f"{id_}: refused without a fault"
            raise AssertionError(msg)
        return policy

    def attempt(self, id_: str) -> tuple[Policy | None, Document]:
        """The policy of an id, if it could be made, and its document with all faults."""
        if id_ not in self._built:
            document = self._open(id_)
            self._under_way.append(id_)
            try:
                self._built[id_] = (_Reader(id_, document, self).policy(), document)
            finally:
                self._under_way.pop()
        return self._built[id_]

    def path_back_to(self, id_: str) -> str:
        """The circle in words, if a policy that is being built extends one that is being built already."""
        if id_ not in self._under_way:
            return ""
        return " > ".join((*self._under_way[self._under_way.index(id_) :], id_))


class _Reader:
    """One file on its way from nodes to a policy."""

    def __init__(self, id_: str, document: Document, shelf: Shelf) -> None:
        self.id, self.document, self.shelf = id_, document, shelf

    def policy(self) -> Policy | None:
        """The policy, or None where the file has faults that leave none."""
        root = self.document.root
        if isinstance(root, Scalar) and root.tag == "nothing":
            if not self.document.faults:
                self.document.fault(
                    root, "the file is empty", "a policy says 'publisher', 'domains', 'terms' and 'rules'"
                )
            return None
        if isinstance(root, Mapping):
            self._check_keys(root)
        file = load(PolicyFile, root, self.document)
        self._check_id(file.id if file else "")
        self._check_domains()
        inherited = self._inherited()
        self._check_names(self._listed("without"), {rule.name for rule in inherited})
        if file is None:
            self._check_editions({*possible_names(self._listed("rules")), *(rule.name for rule in inherited)})
            return None
        return self._made(file, inherited)

    def _check_keys(self, root: Mapping) -> None:
        """Keys that need or shut out each other."""
        publisher, licence, domains = (root.get(key) for key in ("publisher", "licence", "domains"))
        if not publisher and not licence:
            self.document.fault(root, "'publisher' is missing", "or 'licence', for terms that publishers extend")
        if publisher and licence:
            self.document.fault(licence, "'publisher' and 'licence' in one file", "a publisher says 'extends:'")
        if publisher and not licence and not domains:
            self.document.fault(root, "'domains' is missing", "the publisher is known by them")
        if licence and not publisher and domains:
            self.document.fault(domains, "a licence has no domains", "a publisher that uses it says 'extends:'")
        if not root.get("rules") and not root.get("extends"):
            self.document.fault(root, "'rules' is missing", "what the publisher demands")

    def _check_id(self, stated: str) -> None:
        plain = self.id.replace("-", "").replace(".", "")
        if not plain.isalnum() or not plain.isascii() or plain != plain.lower():
            hint = "use a-z, 0-9, hyphens and full stops"
            self.document.fault(self.document.root, f"the file's name '{self.id}' is no id", hint)
        if stated not in ("", self.id):
            self.document.fault(
                self._value("id") or self.document.root,
                f"the id '{stated}' is not the file's name '{self.id}'",
                "leave 'id' out",
            )

    def _check_domains(self) -> None:
        """A name under which anybody may register is nobody's."""
        for item in _scalars(self._listed("domains")):
            if not self.document.is_faulty(item) and is_public_suffix(host(f"//{item.text}")):
                hint = "give the publisher's own name below it"
                self.document.fault(item, f"'{item.text}' is no one's own domain: anybody may register there", hint)

    def _made(self, file: PolicyFile, inherited: tuple[Rule, ...]) -> Policy:
        terms = _evidence(file.terms)
        own = tuple(_settled(rule, terms) for rule in named(file.rules, self.document))
        rules = merged(inherited, own, file.without)
        self._check_editions({rule.name for rule in rules})
        return Policy(
            id=self.id,
            names=(file.publisher or file.licence, *nominatives(file.also_known_as)),
            inflected=other_forms(file.also_known_as),
            path=self.document.path,
            terms=terms,
            domains=tuple(file.domains),
            rules=rules,
            editions=tuple(self._edition(entry, rules, terms) for entry in file.editions),
            licence=bool(file.licence),
            bases=file.extends,
            overrides=file.overrides,
            since=file.since or "",
            until=file.until or "",
        )

    def _inherited(self) -> tuple[Rule, ...]:
        rules: tuple[Rule, ...] = ()
        for item in _scalars(self._listed("extends")):
            if item.text not in self.shelf.ids:
                hint = suggestion(item.text, self.shelf.ids) or "it is an id: a policy file's name without '.yaml'"
                self.document.fault(item, f"unknown policy '{item.text}'", hint)
            elif circle := self.shelf.path_back_to(item.text):
                self.document.fault(item, f"the policy extends itself: {circle}")
            else:
                base, document = self.shelf.attempt(item.text)
                if document.faults:
                    hint = f"see {document.path}"
                    self.document.fault(item, f"the policy '{item.text}' has faults of its own", hint)
                rules = merged(rules, base.rules if base else ())
        return rules

    def _edition(self, entry: EditionEntry, rules: tuple[Rule, ...], terms: Evidence) -> Edition:
        own_terms = _evidence(entry.terms) if entry.terms else terms
        own = tuple(_settled(rule, own_terms) for rule in named(entry.rules, self.document))
        return Edition(entry.name, entry.addresses, own_terms, merged(rules, own, entry.without))

    def _check_editions(self, known: set[str]) -> None:
        for entry in self._listed("editions"):
            if isinstance(entry, Mapping) and (without := entry.get("without")):
                self._check_names(_items(without), known)

    def _check_names(self, without: tuple[Node, ...], known: set[str]) -> None:
        for item in _scalars(without):
            if item.text not in known:
                hint = suggestion(item.text, known) or f"known: {', '.join(sorted(known)) or 'none'}"
                self.document.fault(item, f"no rule is called '{item.text}'", hint)

    def _value(self, key: str) -> Node | None:
        return self.document.root.get(key) if isinstance(self.document.root, Mapping) else None

    def _listed(self, key: str) -> tuple[Node, ...]:
        """The items of a list, or the one value that stands for it."""
        value = self._value(key)
        return () if value is None or is_blank(value) else _items(value)


def _items(node: Node) -> tuple[Node, ...]:
    return node.items if isinstance(node, Sequence) else (node,)


def _scalars(nodes: tuple[Node, ...]) -> list[Scalar]:
    """The texts of a list; what is no text, the record's loader tells."""
    return [node for node in nodes if isinstance(node, Scalar) and not is_blank(node)]


def _evidence(terms: Terms) -> Evidence:
    return Evidence(terms.url, terms.read, terms.grade)


def _settled(rule: Rule, terms: Evidence) -> Rule:
    """The rule with the policy's evidence where it states none of its own, and its branches likewise."""
    own = rule.evidence
    evidence = Evidence(own.url or terms.url, own.read or terms.read, own.grade or terms.grade)
    return replace(rule, evidence=evidence, branches=tuple(_settled(branch, evidence) for branch in rule.branches))
