"""dev.py, the one entry point, before anything is installed."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_an_old_python_can_read_dev_py_to_say_that_it_is_too_old() -> None:
    ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_dev_py_imports_nothing_but_the_standard_library() -> None:
    tree = ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"))
    names = {alias.name for n in ast.walk(tree) if isinstance(n, ast.Import) for alias in n.names}
    names |= {str(n.module) for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names


@pytest.mark.parametrize("argument", ["help", "--help", "tset"])
def test_whoever_asks_for_something_else_is_told_what_there_is(argument: str) -> None:
    done = subprocess.run([sys.executable, ROOT / "dev.py", argument], check=False, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.startswith("python3 dev.py run | test | bench | openapi")


def test_a_python_without_venv_is_told_what_to_install(clone: Path, tmp_path: Path) -> None:
    blind = (
        "import importlib.util as u; find = u.find_spec; u.find_spec = lambda n: None if n == 'ensurepip' else find(n)"
    )
    (tmp_path / "sitecustomize.py").write_text(blind)
    env = {**os.environ, "PYTHONPATH": str(tmp_path)}
    command = [sys.executable, str(clone / "dev.py"), "run"]
    done = subprocess.run(command, env=env, check=False, capture_output=True, text=True)
    assert done.returncode == 1
    assert "python3-venv" in done.stderr
    assert not (clone / ".venv").exists()
