"""What is installed is what was locked: one version of everything, checked by hash, whatever registry it is from."""

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "requirements-build.lock", "requirements-dev.lock")


def pinned(name: str) -> set[str]:
    """The `package==version` lines of a lock, with their markers."""
    return set(re.findall(r"(?m)^([a-z0-9_.-]+==\S+(?: ; [^\\\n]*)?)", (ROOT / name).read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_has_a_hash_for_each_package_and_names_no_registry(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert all("--hash=sha256:" in block for block in re.split(r"(?m)^(?=[a-z])", text)[1:])


def test_the_development_lock_holds_the_other_two() -> None:
    assert pinned("requirements.lock") | pinned("requirements-build.lock") <= pinned("requirements-dev.lock")


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = {re.split(r"[\[>=~<; ]", one)[0] for one in project["project"]["dependencies"]}
    assert wanted <= {line.split("==")[0] for line in pinned("requirements.lock")}


def test_the_front_end_lock_names_no_registry_and_has_a_hash_for_each_package() -> None:
    packages = json.loads((ROOT / "frontend" / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert not [name for name, one in packages.items() if "resolved" in one or "funding" in one]
    assert not [name for name, one in packages.items() if name and "integrity" not in one]
