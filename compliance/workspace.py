"""The edge: a repository's files, settings, policies and sources brought to the core, run over many drafts."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from compliance import discovery
from compliance.checking import check, not_compared
from compliance.discovery import DraftFile, UnreachableError
from compliance.drafts.reading import SUFFIXES, read
from compliance.policies.opening import open_library
from compliance.report import DraftReport, Problem
from compliance.settings import Settings, repository_root, settings_for
from compliance.sources import LOCK
from compliance.values import dataclass, field, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from compliance.comparing.relevant import KnownSources
    from compliance.policies.library import Library


@dataclass(frozen=True, slots=True)
class Selection:
    """What to check: files and folders by name, ``-`` for standard input, or what git has staged or changed.

    ``exclude`` are globs for paths to leave out of folders, ``reports`` the files that reports are written to, which
    are no drafts; ``stdin`` yields the bytes that ``-`` stands for and ``stdin_filename`` the name that they go by.
    """

    paths: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    staged: bool = False
    changed: str | None = None
    stdin_filename: str = ""
    stdin: Callable[[], bytes] = bytes


@dataclass(slots=True)
class Workspace:
    """Checks drafts, each under the settings nearest to it.

    ``policies`` are folders that stand before those of the settings; ``date`` is the day of publication (ISO 8601);
    ``sources`` is the folder of ``sources.lock``, in place of that of the settings.
    After a run ``unchecked`` has a line for each thing that was asked for and could not be checked.
    """

    policies: tuple[str, ...] = ()
    date: str = ""
    sources: str = ""
    unchecked: list[str] = field(default_factory=list)
    _libraries: dict[tuple[str, ...], Library] = field(default_factory=dict)
    _settings: dict[str, Settings] = field(default_factory=dict)
    _served: dict[str, str] = field(default_factory=dict)
    _known: dict[str, KnownSources | None] = field(default_factory=dict)
    _compared: set[tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=set)

    def reports(self, selection: Selection) -> Iterator[DraftReport]:
        """The report of each draft selected, one at a time and each once.

        Raises ``YamlFaults`` for faulty settings and policies, ``RevisionError`` for a git revision that there is not.
        """
        files: dict[str, DraftFile] = {}
        for file in self._files(selection):
            files.setdefault(os.path.abspath(file.path), file)
        for file in files.values():
            self.library(self.settings(file.path))  # what is faulty in settings, policies and lock is told first
            self._sources(file.path)
        for file in files.values():
            try:
                content = file.read()
            except UnreachableError as reason:
                yield unreachable(file.path, str(reason))
            else:
                yield self.check(file.path, content)

    def selects(self, path: str) -> bool:
        """Whether a file is among the drafts of its folder: not ignored by git, nor excluded by the settings."""
        folder = os.path.dirname(path) or "."
        return discovery.is_draft(path) and os.path.normpath(path) in {
            f.path for f in self._files(Selection((folder,)))
        }

    def check(self, path: str, content: bytes) -> DraftReport:
        """The report of one draft."""
        settings = self.settings(path)
        draft = read(content, path, autolink=settings.autolink)
        facts = replace(settings.facts, date=self.date)
        known = self._sources(path)
        sources = known.of(draft) if known else ()
        report = check(draft, self.library(settings), sources, facts, settings.site)
        return not_compared(report, known.absent) if known else report

    def settings(self, path: str) -> Settings:
        """The settings that govern a file."""
        folder = os.path.dirname(path)
        if folder not in self._settings:
            self._settings[folder] = settings_for(folder or ".")
        return self._settings[folder]

    def library(self, settings: Settings) -> Library:
        """The policies that govern a file: those of the request, of its settings, and the bundled ones."""
        folders = (*self.policies, *settings.policies)
        if folders not in self._libraries:
            self._libraries[folders] = open_library(folders)
        if settings.permissions and (settings.files, folders) not in self._compared:
            from compliance.policies.recorded import check_permissions

            check_permissions(settings.permissions, self._libraries[folders])
            self._compared.add((settings.files, folders))
        return self._libraries[folders]

    def _sources(self, path: str) -> KnownSources | None:
        """The articles of the lock that serves a file; None, at the price of one ``stat``, where there is none."""
        folder = os.path.dirname(path)
        if folder not in self._served:
            self._served[folder] = self.sources or _folder_of_lock(folder, self.settings(path))
        return self._lock(self._served[folder], self.settings(path))

    def _lock(self, folder: str, settings: Settings) -> KnownSources | None:
        if folder not in self._known:
            self._known[folder] = None
            if os.path.exists(os.path.join(folder, LOCK)):
                from compliance.comparing.relevant import KnownSources

                self._known[folder] = KnownSources(folder)
            elif settings.sources:
                self.unchecked.append(f"{folder}: there is no {LOCK} here; `compliance source add URL` begins one")
        return self._known[folder]

    def _files(self, selection: Selection) -> Iterator[DraftFile]:
        reports = {os.path.realpath(path) for path in selection.reports}

        def excluded(path: str) -> bool:
            if reports and os.path.realpath(path) in reports:
                return True
            globs = [("", glob) for glob in selection.exclude] + list(self.settings(path).exclude)
            return any(discovery.is_excluded(path, glob, folder) for folder, glob in globs)

        try:
            if selection.staged:
                yield from discovery.staged(excluded)
            elif selection.changed is not None:
                yield from discovery.changed(selection.changed, excluded)
            else:
                for path in selection.paths or (".",):
                    found = list(_named(path, selection, excluded))
                    yield from found
                    if not found:
                        self.unchecked.append(f"{path}: no draft found here ({_why_none(path)})")
        except UnreachableError as reason:
            self.unchecked.append(str(reason))


def _why_none(folder: str) -> str:
    """Why a folder has no draft: none is there, or git or the request leaves out those that are."""
    if discovery.has_ignored(folder):
        return "those that there are, git ignores or 'exclude' leaves out; name a file to check it"
    return " ".join(SUFFIXES)


def unreachable(path: str, reason: str) -> DraftReport:
    """The report of a draft that cannot be had: nothing of it was checked."""
    message = reason.removeprefix(f"{path}: ")
    return DraftReport(path, "review", problems=(Problem("unreachable", message),))


def _folder_of_lock(folder: str, settings: Settings) -> str:
    """Where the lock for drafts in a folder lies: where the settings say, beside them, or at the repository's root."""
    if settings.files:
        return settings.sources or os.path.dirname(settings.files[0]) or "."
    return repository_root(folder)


def _named(path: str, selection: Selection, excluded: Callable[[str], bool]) -> Iterator[DraftFile]:
    if path == discovery.STDIN:
        yield DraftFile(selection.stdin_filename or "-", selection.stdin)
    elif os.path.isdir(path):
        yield from discovery.below(path, excluded)
    else:
        yield discovery.named(path)
