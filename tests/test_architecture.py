"""The gate: the import table of the house and its budgets. A line of it: package -> (what of ours, which libraries)."""

import ast
import sys
from graphlib import TopologicalSorter
from pathlib import Path

TOP = Path(__file__).parents[1] / "backend" / "afterview"
TREES = {
    p.relative_to(TOP).with_suffix("").as_posix().removesuffix("/__init__"): ast.parse(p.read_text("utf-8"))
    for p in TOP.rglob("*.py")
}
TABLE = {
    "clock": ("", ""),
    "settings": ("", "platformdirs pydantic pydantic_settings"),
    "domain": ("domain", "jinja2"),
    "formats": ("domain formats", "icalendar holidays spellchecker"),
    "store": ("domain settings store", "sqlmodel sqlalchemy alembic"),
    "services": ("clock domain formats services settings store", ""),
    "api": ("api clock domain formats services settings store", "fastapi pydantic pydantic_core starlette"),
}
ONLY_IN = {"spellchecker": "formats/spelling", "jinja2": "domain/templating", "holidays": "formats/daysoff"}
FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef
OPEN = {"store/tables", "api/access", "api/deps", "api/schemas", "api/problems"}  # to the rest of their own layer
BUILT_UP = {"domain", "formats"}  # their modules stand on each other, never in a circle
# These may import inside functions, for a start that was measured.
LATE = {"cli", "store/migrate", "formats/reader", "formats/spelling"}


def imported(*nodes: ast.AST) -> set[str]:
    """What the statements import: of ours paths (`domain/facts`), of libraries the first name."""
    found = [n for node in nodes for n in ast.walk(node)]
    names = {alias.name for n in found if isinstance(n, ast.Import) for alias in n.names}
    pairs = [(n.module or "", a.name) for n in found if isinstance(n, ast.ImportFrom) for a in n.names]
    names |= {f"{m}.{name}" if f"{m}.{name}".replace(".", "/")[10:] in TREES else m for m, name in pairs}
    ours = {name.replace(".", "/")[10:] for name in names if name.startswith("afterview.")}
    return ours | {name.split(".")[0] for name in names if not name.startswith("afterview")} - sys.stdlib_module_names


def wrong(name: str, other: str) -> bool:
    """Whether one module may not import another (or a library)."""
    layer, room = other.split("/", maxsplit=1)[0], "/".join(other.split("/")[:2])
    aside = name.startswith(f"{layer}/") and layer not in BUILT_UP and not f"{name}/".startswith(f"{room}/")
    allowed = " ".join(TABLE.get(name.split("/", maxsplit=1)[0], (layer,))).split()
    return layer not in allowed or not name.startswith(ONLY_IN.get(other, name)) or (aside and room not in OPEN)


def test_every_import_stands_in_the_table_and_none_goes_in_a_circle() -> None:
    edges = {name: imported(tree) for name, tree in TREES.items()}
    assert not [f"{name} imports {other}" for name, others in edges.items() for other in others if wrong(name, other)]
    tuple(TopologicalSorter(edges).static_order())


def test_files_and_functions_are_short_and_functions_import_nothing() -> None:
    functions = [(name, n) for name, tree in TREES.items() for n in ast.walk(tree) if isinstance(n, FUNCTION)]
    assert not [f"{name}.{f.name} is too long" for name, f in functions if (f.end_lineno or 0) - f.lineno >= 50]
    assert not [f"{name}.{f.name} imports" for name, f in functions if imported(f) and name not in LATE]
    assert not [f"{p.name} is too long" for p in TOP.rglob("*.py") if p.read_text("utf-8").count("\n") > 300]
    assert not [p.name for p in TOP.rglob("*.py") if "HTTPException" in p.read_text("utf-8")]
