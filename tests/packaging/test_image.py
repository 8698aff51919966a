"""The image and the compose file keep their promises as they are written; a container's engine isn't everywhere."""

import re
from pathlib import Path

import yaml  # type: ignore[import-untyped] # no types in the package

ROOT = Path(__file__).parents[2]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
LAST = DOCKERFILE.rpartition("\nFROM ")[2]


def test_everything_is_installed_by_hash_or_from_what_was_built() -> None:
    installs = re.findall(r"pip install[^&\n]*", DOCKERFILE)
    assert len(installs) == 3
    assert all("--require-hashes" in one or "--no-index" in one for one in installs)


def test_what_runs_has_no_node_no_rights_and_its_data_in_a_volume() -> None:
    assert "USER 10001" in LAST
    assert "VOLUME /data" in LAST
    assert "/api/v1/health" in LAST.partition("HEALTHCHECK")[2]
    assert not re.search(r"npm|node|pip install", LAST)


def test_the_image_is_built_from_what_is_listed_alone() -> None:
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert lines[1] == "*"
    assert {"!backend", "!alembic", "!frontend", "!requirements.lock", "frontend/node_modules"} <= set(lines)
    assert all((ROOT / line[1:]).exists() for line in lines if line.startswith("!"))


def test_the_password_stands_in_a_file_and_nothing_listens_to_others_by_itself() -> None:
    compose = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
    ours, database = compose["services"]["afterview"], compose["services"]["database"]
    assert compose["secrets"]["database_password"]["file"] == "./secrets/database_password"
    assert "/secrets/" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    for one in (ours, database):
        assert not [name for name in one["environment"] if name.endswith("PASSWORD")]
    assert ":" not in ours["environment"]["AFTERVIEW_DATABASE_URL"].partition("://")[2]
    assert all(port.startswith("127.0.0.1:") for port in ours["ports"])
    assert "ports" not in database
