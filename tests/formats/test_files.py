"""Every file of the fixtures and of our samples, against what a person would want of it: `expected/*.toml`.

An entry says the kind, the rounds with their instants and zones, the people kept, doubtful and left out with the
reasons, what is guessed and what is asked, or the sentence of refusal. A file without an entry fails.
"""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from afterview.domain.errors import UnreadableFile
from afterview.domain.facts import Profile
from afterview.domain.invitation.proposals import Proposal, Suggested, propose
from afterview.formats.child import read

HERE = Path(__file__).parent
SAMPLES = HERE.parent / "samples"
FOLDERS = ("ics", "eml")
EXPECTED: dict[str, dict[str, Any]] = {}
for table in sorted((HERE / "expected").glob("*.toml")):
    EXPECTED |= tomllib.loads(table.read_text(encoding="utf-8"))


def told(data: bytes, own: str) -> dict[str, object]:
    """What the importer makes of a file, in the words of the expectations."""
    try:
        proposal = propose(read(data), Profile(email=own))
    except UnreadableFile as error:
        return {"refused": error.detail}
    return {name: value for name, value in _told(proposal).items() if value}


def _told(proposal: Proposal) -> dict[str, object]:
    company = proposal.interview["company"]
    return {
        "kind": proposal.kind.value,
        "message": proposal.message,
        "company": " ".join((company["name"], *company.get("domains", ()), company.get("country", ""))).strip(),
        "role": proposal.interview["role"],
        "rounds": [_round(sitting) for sitting in proposal.interview["rounds"]],
        "keep": [_person(one) for one in proposal.people if one.keep],
        "doubtful": [_person(one) for one in proposal.people if not one.keep],
        "left_out": [f"{one.what}: {one.why}" for one in proposal.left_out],
        "guesses": [f"{one.pointer} {one.value}: {one.why}" for one in proposal.guesses],
        "questions": [f"{one.pointer} {one.message}" for one in proposal.questions],
    }


def _round(sitting: dict[str, Any]) -> str:
    times = f"{sitting.get('starts_at', 'no start')} to {sitting.get('ends_at', 'no end')}"
    met = f" with {', '.join(sitting['participants'])}" if "participants" in sitting else ""
    return f"{sitting['id']}: {times} {sitting.get('timezone', 'no zone')}{met}"


def _person(one: Suggested) -> str:
    title = f", {one.title}" if one.title else ""
    return f"{one.name} <{one.email}>{title}, {one.part}: {one.why}"


@pytest.mark.parametrize("name", [name for name in EXPECTED if not name.startswith("samples/")])
def test_a_real_file_becomes_what_a_person_would_want(name: str, shared: Callable[[str], Path]) -> None:
    wanted = dict(EXPECTED[name])
    assert told(shared(name).read_bytes(), wanted.pop("own", "")) == wanted


@pytest.mark.parametrize("name", [name for name in EXPECTED if name.startswith("samples/")])
def test_a_sample_becomes_what_a_person_would_want(name: str) -> None:
    wanted = dict(EXPECTED[name])
    data = SAMPLES.joinpath(name.removeprefix("samples/")).read_bytes()
    assert told(data, wanted.pop("own", "")) == wanted


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_real_file_has_an_entry(folder: str, shared: Callable[[str], Path]) -> None:
    top = shared(folder)
    files = {f"{folder}/{path.relative_to(top)}" for path in top.rglob("*") if path.is_file()}
    assert files
    assert files == {name for name in EXPECTED if name.startswith(f"{folder}/")}


def test_every_sample_has_an_entry() -> None:
    files = {f"samples/{path.relative_to(SAMPLES)}" for path in SAMPLES.rglob("*.*") if path.suffix in {".ics", ".eml"}}
    assert files == {name for name in EXPECTED if name.startswith("samples/")}
