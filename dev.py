#!/usr/bin/env python3
"""python3 dev.py run | test | bench | openapi: sets up what is missing, then does it.

    run [--host H] [--port N] [--no-open]   start Afterview and open it in the browser
    test [--long] [pytest arguments]        every check and test; with pytest arguments (-k ...) only those tests
    test --mutants                          breaks the rules one thing at a time; a story has to notice each
    test --coverage                         every branch of domain and formats, by the tests of those two alone
    bench [pytest arguments]                the benchmarks of tests/bench
    openapi                                 write openapi/openapi.json anew

Standard library only, and nothing in it that an old Python could not parse, so that "needs 3.11" is a sentence.
Each step of the set-up leaves a stamp in .venv when it is through; an interrupted one is done again.
"""

import contextlib
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - an older one may well run this file
    sys.exit(f"dev.py: Afterview needs Python 3.11 or newer; this one is {sys.version_info[0]}.{sys.version_info[1]}.")

ROOT = Path(__file__).resolve().parent
FRONTEND = ROOT / "frontend"
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
SIDE_BY_SIDE = ("-n", "3", "--dist", "loadfile", "--no-loadscope-reorder")
NEED_NO_PAGE = ("tests/domain", "tests/formats", "tests/services", "tests/store")


def environment() -> dict[str, str]:
    """What every step runs with: our Python and Node first, UTF-8 always, a proxy's certificate for Node."""
    env = dict(os.environ, PATH=str(BIN) + os.pathsep + os.environ.get("PATH", ""), VIRTUAL_ENV=str(VENV))
    env.update(PYTHONUTF8="1", UV_PYTHON_DOWNLOADS="never")
    env.pop("PYTHONHOME", None)
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # without bytecode every start of a server takes seconds more
    if env.get("LC_ALL") in {"C", "POSIX"}:  # keeps Python from reading paths as UTF-8, whatever PYTHONUTF8 says
        env.pop("LC_ALL")
    if "SSL_CERT_FILE" in env:
        env.setdefault("NODE_EXTRA_CA_CERTS", env["SSL_CERT_FILE"])
    return env


def sh(*args: str | Path, cwd: Path = ROOT) -> None:
    """Run one command of the environment; when it fails, say which and end with its code."""
    env = environment()
    program = shutil.which(str(args[0]), path=env["PATH"]) or str(args[0])
    code = subprocess.call([program, *map(str, args[1:])], cwd=str(cwd), env=env)
    if code:
        sys.exit(f"dev.py: this failed (exit code {code}): {' '.join(map(str, args))}")


@contextlib.contextmanager
def meanwhile(*args: str, cwd: Path = ROOT) -> Iterator[None]:
    """Run one command beside the rest; wait for it whatever happens, and end with what it prints if it failed."""
    env = environment()
    program = shutil.which(args[0], path=env["PATH"]) or args[0]
    beside = subprocess.Popen(
        [program, *args[1:]], cwd=str(cwd), env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    try:
        yield
    finally:
        said = beside.communicate()[0].decode()
    if beside.returncode:
        sys.exit(f"{said}\ndev.py: this failed (exit code {beside.returncode}): {' '.join(args)}")


def say(what: str) -> None:
    """Print which step this is."""
    print(f"== {what}", flush=True)


def digest(paths: list[Path]) -> str:
    """Names this checkout, this Python and the contents of the files."""
    seen = hashlib.sha256(os.fsencode(f"{ROOT} {sys.version}"))
    for path in sorted(paths):
        seen.update(os.fsencode(path) + b"\0" + path.read_bytes())
    return seen.hexdigest()


def stamped(name: str, paths: list[Path]) -> bool:
    """Whether the step is through for these very files."""
    path = VENV / f".{name}.stamp"
    return path.exists() and path.read_text() == digest(paths)


def stamp(name: str, paths: list[Path]) -> None:
    """Note that the step is through."""
    (VENV / f".{name}.stamp").write_text(digest(paths))


def make_venv() -> None:
    """An empty environment with uv in it, uv itself checked against its hash."""
    if not importlib.util.find_spec("ensurepip"):
        sys.exit("dev.py: this Python lacks venv. On Debian or Ubuntu: apt-get install python3-venv. Then try again.")
    say("making .venv")
    shutil.rmtree(str(VENV), ignore_errors=True)
    sh(sys.executable, "-m", "venv", VENV)
    lock = (ROOT / "requirements-build.lock").read_text()
    (VENV / "uv.lock").write_text("uv==" + lock.split("\nuv==")[1].split("\n\n")[0])
    sh(
        "python",
        "-m",
        "pip",
        "install",
        "-q",
        "--disable-pip-version-check",
        "--require-hashes",
        "-r",
        VENV / "uv.lock",
    )
    stamp("venv", [])


def python(*, dev: bool) -> None:
    """The packages: the runtime lock and Node for `run`, the development lock (which holds both) for the rest."""
    build, lock, dev_lock = [ROOT / f"requirements{end}.lock" for end in ("-build", "", "-dev")]
    wanted = [dev_lock] if dev else [build, lock]
    rest = [ROOT / "pyproject.toml", ROOT / "hatch_build.py"]
    if stamped("python-dev", [dev_lock, *rest]) or (not dev and stamped("python", wanted + rest)):
        return
    if not stamped("venv", []):
        make_venv()
    say("installing packages")
    for old in VENV.glob(".python*.stamp"):
        old.unlink()
    sh("uv", "pip", "sync", "-q", "--require-hashes", *wanted)
    sh("uv", "pip", "install", "-q", "--no-deps", "--no-build-isolation", "-e", ROOT)
    stamp("python-dev" if dev else "python", wanted + rest)


def frontend(*, dev: bool) -> None:
    """The page: npm's packages from its lock (only what a build needs for `run`), then the build."""
    lock = [FRONTEND / "package.json", FRONTEND / "package-lock.json"]
    if not lock[1].exists():
        return
    there = (FRONTEND / "node_modules").is_dir()
    if not (there and (stamped("npm-dev", lock) or (not dev and stamped("npm", lock)))):
        say("installing the front end's packages")
        for old in VENV.glob(".npm*.stamp"):
            old.unlink()
        sh("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error", *([] if dev else ["--omit=dev"]), cwd=FRONTEND)
        stamp("npm-dev" if dev else "npm", lock)
    source = [p for p in FRONTEND.glob("*.*") if p.is_file() and p.suffix != ".md"] + lock
    source += [p for folder in ("src", "public") for p in (FRONTEND / folder).glob("**/*") if p.is_file()]
    source = [p for p in source if not p.name.endswith(".d.ts")]  # types leave no trace in the page
    if not stamped("page", source) or not (FRONTEND / "dist" / "index.html").exists():
        say("building the page")
        sh("npm", "run", "-s", "build", cwd=FRONTEND)
        stamp("page", source)


def run(args: list[str]) -> None:
    """Start the app."""
    python(dev=False)
    frontend(dev=False)
    command = [str(BIN / "afterview"), "serve", *args]
    if os.name == "nt":
        sh(*command)
    else:  # become the server, so that a signal to this process reaches it
        os.execve(command[0], command, environment())


def test(args: list[str]) -> None:
    """Every check and test, side by side where they don't need each other; with pytest arguments only those tests."""
    started = time.time()
    python(dev=True)
    if "--mutants" in args:
        sh("python", "-m", "pytest", "-s", "tests/domain/mutants.py")
    elif "--coverage" in args:
        rooms = ("--cov=afterview.domain", "--cov=afterview.formats")
        told = ("-m", "not hypothesis")  # what is made up at random would take a branch one day and not the next
        sh("python", "-m", "pytest", "tests/domain", "tests/formats", *told, *rooms, "--cov-fail-under=100")
    elif [arg for arg in args if arg != "--long"]:
        frontend(dev=True)
        sh("python", "-m", "pytest", *args)
    else:
        everything(args)
    say(f"all green after {time.time() - started:.0f} s")


def everything(args: list[str]) -> None:
    """What is cheap comes first and alone. No core idles: what needs no page is tested while its packages come.

    Three processes test the rest, for those with servers and browsers wait a lot.
    """
    say("ruff check, ruff format --check")
    sh("ruff", "check", "--quiet")
    sh("ruff", "format", "--check", "--quiet")
    say("mypy, beside the rest")
    with meanwhile("mypy", "--no-error-summary"), ThreadPoolExecutor(1) as beside:
        page = beside.submit(frontend, dev=True)
        say("pytest: what needs no page")
        sh("python", "-m", "pytest", *SIDE_BY_SIDE, *NEED_NO_PAGE, *args)
        page.result()
        say("svelte-check, eslint and vitest, beside the rest")
        with meanwhile("npm", "run", "-s", "checks", cwd=FRONTEND):
            say("pytest: the rest")
            sh("python", "-m", "pytest", *SIDE_BY_SIDE, *(f"--ignore={name}" for name in NEED_NO_PAGE), *args)


def bench(args: list[str]) -> None:
    """The benchmarks, which print ratios and assert nothing about time."""
    python(dev=True)
    sh("python", "-m", "pytest", "tests/bench", "-s", "-o", "python_files=bench_*.py", *args)


def openapi(args: list[str]) -> None:
    """The contract as the code has it; a test compares the two."""
    python(dev=True)
    sh("afterview", "openapi", "--output", ROOT / "openapi" / "openapi.json", *args)


if __name__ == "__main__":
    doing = {"run": run, "test": test, "bench": bench, "openapi": openapi}.get((sys.argv[1:] or ["run"])[0])
    if doing is None:
        sys.exit(__doc__)
    doing(sys.argv[2:])
