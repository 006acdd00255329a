"""Policies on disk: the folders that hold them, and the cache of compiled packs.

A cached pack bears a hash of the names and contents of the files it was made of, and its file's name one of the folders
and the format, so that neither two installations nor two repositories take each other's. Whatever is wrong with a cache
is as good as no cache.
"""

from __future__ import annotations

import os
from _blake2 import blake2b  # what hashlib gives too, without loading OpenSSL on the way of every run
from typing import TYPE_CHECKING

from compliance.policies.library import Library
from compliance.yamldoc import Fault, YamlFaults

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from compliance.policies.packing import PolicySource

FORMAT = "2"
"""To be raised whenever a pack of an earlier version would be read wrongly, or would be refused today."""

MARKER = "BUNDLED"
"""The file that tells the shipped folder from any other one called ``rules``."""

File = tuple[str, bytes, str]
"""A file's path as messages say it, its bytes, and its folder."""


def rules_dir() -> str:
    """The folder of the bundled policies: in the wheel's package, or beside the package in a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    for folder in (os.path.join(package, "_rules"), os.path.join(os.path.dirname(package), "rules")):
        if os.path.isfile(os.path.join(folder, MARKER)):
            return folder
    raise FileNotFoundError(f"the bundled policies are missing beside {package}: install the program again")


def open_library(folders: Sequence[str] = (), *, cache: str | None = None) -> Library:
    """The policies of these folders and the bundled ones; an earlier folder overrides a later one.

    ``cache`` is the folder of compiled packs, the user's by default. Raises `YamlFaults` for faulty policies,
    ``OSError`` for a folder that cannot be read.
    """
    bundled = rules_dir()
    files = [f for folder in folders for f in _own_files(folder)] + list(_files(bundled, "rules"))
    key = _hash(part for path, data, _ in files for part in (path.encode(), data))
    name = _hash(os.path.abspath(folder).encode() for folder in (*folders, bundled))
    cached = os.path.join(cache or _user_cache(), f"policies-{FORMAT}-{name[:16]}.jsonl")
    return _cached(cached, key) or _compiled(files, cached, key)


def policy_files(folders: Sequence[str] = ()) -> list[PolicySource]:
    """All policy files of these folders and of the bundled one."""
    found = [f for folder in folders for f in _own_files(folder)] + list(_files(rules_dir(), "rules"))
    return _sources(found)


def _own_files(folder: str) -> list[File]:
    """The policy files in a folder that somebody named: an empty one is a mistake, such as a name mistyped."""
    files = list(_files(folder, folder))
    if not files:
        raise YamlFaults([Fault(folder, 1, 1, "no policy file is in this folder", "a policy is a .yaml or .yml file")])
    return files


def _files(folder: str, shown: str) -> Iterable[File]:
    for name in _names(folder):
        path = f"{shown.rstrip('/')}/{name}"
        yield path, _data(os.path.join(folder, name), path), folder


def _names(folder: str) -> list[str]:
    """The policy files in a folder and its subfolders, hidden ones left out, as paths from there with ``/``."""
    found = []
    for parent, folders, names in os.walk(folder, onerror=_unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        inside = os.path.relpath(parent, folder).replace(os.sep, "/")
        below = "" if inside == "." else f"{inside}/"
        found += [below + n for n in names if n.endswith((".yaml", ".yml")) and not n.startswith(".")]
    return sorted(found)


def _unreadable(error: OSError) -> None:
    raise error


def _data(path: str, shown: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise YamlFaults([Fault(shown, 1, 1, f"cannot be read: {error.strerror}")]) from None


def _sources(files: Iterable[File]) -> list[PolicySource]:
    from compliance.policies.packing import PolicySource

    return [PolicySource(_id(path), path, data, folder) for path, data, folder in files]


def _id(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[0]


def _hash(parts: Iterable[bytes]) -> str:
    digest = blake2b(FORMAT.encode(), digest_size=16)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


def _head(key: str, pack: bytes) -> bytes:
    """What a pack's file begins with: the hash of the files it was made of, and its own, which shows damage."""
    return f"{key} {_hash([pack])}".encode()


def _user_cache() -> str:
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or os.path.expanduser("~/.cache")
    return os.path.join(base, "republish-check")


def _cached(path: str, key: str) -> Library | None:
    try:
        with open(path, "rb") as file:
            written, _, pack = file.read().partition(b"\n")
        return Library.unpacked(pack) if written == _head(key, pack) else None
    except (OSError, ValueError, TypeError, KeyError, IndexError):
        return None


def _compiled(files: Sequence[File], path: str, key: str) -> Library:
    from compliance.policies.packing import pack

    made = pack(_sources(files))
    library = Library.unpacked(made)
    _write(path, b"%s\n%s" % (_head(key, made), made))
    return library


def _write(path: str, data: bytes) -> None:
    """Write a file whole or not at all; a place that cannot be written to is no error."""
    temporary = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(temporary, "wb") as file:
            file.write(data)
        os.replace(temporary, path)
    except OSError:
        if os.path.exists(temporary):
            os.unlink(temporary)
