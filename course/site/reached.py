"""What of the course a notebook imports: that goes to the browser, and nothing else does."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
BEGIN = ("course", "course.kernel", "course.view.live", "course.evidence.view.live", "course.browser")
"""What a notebook imports, and what the kernel and a figure import later."""
BY_NAME = "pkgutil.iter_modules"
"""What a package imports whose modules are found by their names, as the simulations are."""
FOLDERS = ("locale/**/*.mo", "evidence/data/*.toml")
"""Data in folders of their own: what the page says, and what studies found."""
DATA = (".css", ".js", ".mo", ".toml")


def reached() -> list[Path]:
    """The files of the modules that are imported from `BEGIN` on, now or later, and the data beside them."""
    modules = {_name(path): path for path in PACKAGE.rglob("*.py")}
    found: set[str] = set()
    todo = list(BEGIN)
    while todo:
        name = todo.pop()
        if name in modules and name not in found:
            found.add(name)
            imported = list(_imported(name, modules[name]))
            todo += [name.rpartition(".")[0], *imported]
            if BY_NAME in imported:
                todo += [other for other in modules if other.startswith(f"{name}.")]
    files = {modules[name] for name in found}
    folders = {file.parent for file in files} | {PACKAGE / "view" / "frontend"}
    beside = {file for folder in folders for file in folder.glob("*") if file.suffix in DATA}
    read = {file for folder in FOLDERS for file in PACKAGE.glob(folder)}
    return sorted(files | beside | read)


def _name(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


def _imported(name: str, path: Path) -> Iterator[str]:
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            above = package.rsplit(".", node.level - 1)[0] if node.level > 1 else package
            base = ".".join(filter(None, [above if node.level else "", node.module or ""]))
            yield from (base, *(f"{base}.{alias.name}" for alias in node.names))
