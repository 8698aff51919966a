"""Whatever is unknown, a draft has no gap: every form in every language, with every subset of the facts missing."""

import re
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from afterview.domain.facts import Company, Compensation, Formality, Interview, Profile
from drafting import ALEX, all_steps, draft, interview, note

WITHOUT: dict[str, dict[str, Any]] = {
    "rounds": {"rounds": ()},
    "events": {"events": ()},
    "notes": {"notes": {}},
    "money": {"compensation": Compensation()},
    "country": {"company": Company("Acme")},
    "phone": {"phone": ""},
    "name": {"name": "", "email": "", "signature": ""},
    "pitches": {"pitches": ()},
}
NOTES = {
    "dana": ["moving billing off the monolith without a freeze", "person: from Lagos", "they have 3 rotations"],
    "sam": ["person: *restores old sailing boats", "error budgets that teams believe in"],
    "lee": ["person: *??", "seemed tired"],
}
IN_GERMAN = {
    "dana": ["Umzug der Abrechnung ohne Stopp", "person: segelt gern", "fragte, wie ich die Daten teilen würde"],
    "sam": ["person: *restauriert alte Boote", "Fehlerbudgets, an die Teams glauben"],
    "lee": ["person: *??", "wirkte müde"],
}
GAPS = re.compile(r"\{|\}|\[|\]|\||None|undefined|  |\(\s*\)| [,.;:!?]|\.\.|,\.|,,|:\.|^\s")
DANGLING = {
    "": re.compile(r"\b(?:the|a|an|of|and)[.,;!?]"),
    "de": re.compile(r"\b(?:der|die|das|den|dem|des|und|von|über|dass|für|am|bei|im|als|zur|zum)[.,;!?]"),
}
SUBSETS = [set(chosen) for size in range(len(WITHOUT) + 1) for chosen in combinations(WITHOUT, size)]
FEW_OR_MOST = [chosen for chosen in SUBSETS if not 2 < len(chosen) < len(WITHOUT) - 1]


def facts_without(missing: set[str]) -> tuple[Interview, Profile]:
    changes: dict[str, Any] = {"notes": NOTES}
    for name in missing:
        changes |= WITHOUT[name]
    mine = {name: changes.pop(name) for name in ("phone", "name", "email", "signature", "pitches") if name in changes}
    return interview(**changes), replace(ALEX, **mine)


def in_german(facts: Interview, formality: Formality | None) -> Interview:
    people = tuple(
        replace(one, formality=formality, notes=tuple(map(note, IN_GERMAN.get(one.id, ()) if one.notes else ())))
        for one in facts.participants
    )
    return replace(facts, participants=people, language="de")


@pytest.mark.parametrize("missing", SUBSETS, ids=lambda chosen: "-".join(sorted(chosen)) or "nothing")
def test_no_gap_shows(missing: set[str]) -> None:
    facts, profile = facts_without(missing)
    has_no_gap(facts, profile)


@pytest.mark.parametrize("missing", FEW_OR_MOST, ids=lambda chosen: "-".join(sorted(chosen)) or "nothing")
def test_no_gap_shows_in_german_to_strangers_and_to_familiars(missing: set[str]) -> None:
    facts, profile = facts_without(missing)
    has_no_gap(in_german(facts, Formality.FIRST_NAME if len(missing) % 2 else None), profile)


def has_no_gap(facts: Interview, profile: Profile) -> None:
    for step in all_steps(facts):
        subject, body = draft(step, facts, profile)
        text = body.replace("\n-- \n", "\n")
        for line in (subject, *text.split("\n")):
            assert not GAPS.search(line), (step.key, line)
            assert not DANGLING[facts.language].search(line), (step.key, line)
        assert "\n\n\n" not in body


def test_tasks_and_malformed_keys_have_no_text() -> None:
    facts = interview()
    step = next(all_steps(facts))
    assert all(draft(replace(step, key=key), facts) == ("", "") for key in ("onsite.roster", "news", "close", "??"))


def test_the_same_facts_give_the_same_text() -> None:
    facts = interview(NOTES)
    assert [draft(step, facts) for step in all_steps(facts)] == [
        draft(step, facts) for step in all_steps(interview(NOTES))
    ]
