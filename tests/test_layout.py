"""The house: rooms in floors, and imports that run downwards only."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "compliance"
FLOORS = [
    "cli",
    "workspace",
    "comparing",
    "discovery",
    "checking",
    "declarations",
    "publication",
    "policies",
    "checks",
    "sources",
    "reuse",
    "matching",
    "reports",
    "settings",
    "drafts",
    "recordpages",
    "records",
    "recordwords",
    "facts",
    "report",
    "addresses",
    "counting",
    "days",
    "yamlreading",
    "yamldoc",
    "expressions",
    "values",
]
"""From the top floor down."""


def room(module: str) -> str:
    """The room that a dotted module stands in: the part after ``compliance``."""
    return module.split(".")[1] if "." in module else ""


def imports(path: Path) -> set[str]:
    """All modules of this package that a file imports, at its head, inside a function or for types only."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            if node.module == "compliance":
                found |= {f"compliance.{alias.name}" for alias in node.names}
            elif node.module:
                found.add(node.module)
    return {name for name in found if name.startswith("compliance.") and not name.startswith("compliance.__")}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_run_downwards(path: Path) -> None:
    """No module imports from a floor above its own."""
    here = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    if here in ("__init__", "__main__"):
        return
    upwards = {m for m in imports(path) if FLOORS.index(room(m)) < FLOORS.index(here)}
    assert upwards == set()


def test_no_circle_of_imports_inside_a_room() -> None:
    """Imports that run when a module is loaded make no circle; imports for types only do not run."""
    edges = {
        ".".join(("compliance", *p.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__"): loaded(p)
        for p in modules()
    }
    done: set[str] = set()

    def visit(module: str, path: tuple[str, ...]) -> None:
        assert module not in path, f"circle: {' > '.join((*path, module))}"
        if module not in done:
            for other in sorted(edges.get(module, ())):
                visit(other, (*path, module))
            done.add(module)

    for module in edges:
        visit(module, ())


def loaded(path: Path) -> set[str]:
    """The modules of this package that a file imports while it is loaded."""
    found: set[str] = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("compliance."):
            found.add(node.module)
    return found
