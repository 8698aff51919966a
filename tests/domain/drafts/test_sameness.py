"""People compare notes: no two mails to one person, and hardly two of a kind to a panel, may share their sentences."""

from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterview.domain.facts import Interview, Participant
from afterview.domain.writing.language import load
from afterview.domain.writing.wording import SEATS, seats
from drafting import all_steps, draft, interview, middle, note, sentences, similarity, step

NOTES = {
    "dana": ["moving billing off the monolith without a freeze", "tests that flake"],
    "sam": ["person: *restores old sailing boats", "error budgets that teams believe in"],
    "lee": ["person: *into climbing", "hiring without whiteboards"],
}
NAMES = "Ada Bea Cal Dee Eli Fay Gus Hal Ivy Jon".split()
TEXTS = st.sampled_from(
    [
        "",
        "person: *plays the cello",
        "person: *from Lagos",
        "code review",
        "asked how I'd shard the ledger",
        "leads a team of 8",
    ]
)


def panel(texts: list[str], company: str = "Acme") -> Interview:
    facts = interview()
    people = tuple(
        Participant(name.lower(), f"{name} Stone", email=f"{name}@acme.example", notes=(note(text),) if text else ())
        for name, text in zip(NAMES, texts, strict=False)
    )
    return replace(facts, participants=people, company=replace(facts.company, name=company), events=())


@pytest.mark.parametrize("role", ["Staff Engineer", "Nurse", "Head of Sales", "Data Analyst"])
def test_no_two_mails_to_one_person_share_a_sentence(role: str) -> None:
    facts = interview(NOTES, role=role)
    said: dict[str, Counter[str]] = {}
    for one in all_steps(facts):
        if (
            one.key == "call.1"
            or "invite" in one.key
            or "individual" in one.key
            or (one.key, len(one.to)) == ("onsite.group", 1)
        ):
            continue
        for reader in one.to:
            said.setdefault(reader.id, Counter()).update(set(sentences(draft(one, facts)[1], facts)))
    assert not [(reader, text) for reader, texts in said.items() for text, count in texts.items() if count > 1]


@pytest.mark.parametrize("form", ["individual", "personal", "offer-thanks"])
@given(texts=st.lists(TEXTS, min_size=6, max_size=6), company=st.sampled_from(["Acme", "Globex", "Hooli", "Initech"]))
def test_of_six_people_no_two_share_more_than_one_sentence(form: str, texts: list[str], company: str) -> None:
    facts = panel(texts, company)
    lead = "" if form == "offer-thanks" else "onsite."
    mails = [sentences(draft(step(f"{lead}{form}.{one.id}", (one,)), facts)[1], facts) for one in facts.participants]
    for mine, theirs in combinations(mails, 2):
        assert len(set(mine) & set(theirs)) <= 1, set(mine) & set(theirs)


@pytest.mark.parametrize("form", ["individual", "personal", "offer-thanks"])
@pytest.mark.parametrize("text", ["", "person: *plays the cello", "code review"])
def test_a_panel_of_ten_gets_ten_different_mails(form: str, text: str) -> None:
    facts = panel([text] * 10)
    lead = "" if form == "offer-thanks" else "onsite."
    mails = [middle(draft(step(f"{lead}{form}.{one.id}", (one,)), facts)[1]) for one in facts.participants]
    assert max(similarity(one, other) for one, other in combinations(mails, 2)) < 0.6


def test_somebody_added_changes_nobody_elses_text() -> None:
    before, after = panel(["code review"] * 6), panel(["code review"] * 7)
    for one in before.participants:
        mail = step(f"onsite.individual.{one.id}", (one,))
        assert draft(mail, before) == draft(mail, after)


def test_no_phrase_stands_in_two_places() -> None:
    slots = [
        (kind, slot, phrase.text)
        for kind, bank in load("en").phrases.items()
        for slot, phrases in bank.items()
        for phrase in phrases
    ]
    mails = [text for kind, slot, text in slots if kind not in {"call", "invite"} and not slot.startswith("subject")]
    allowed = {
        one
        for one, count in Counter(mails).items()
        if count > 1 and one.startswith(("The clearest", "In practice", "It shows", "One result of it"))
    }
    kinds = Counter(
        (kind, text) for kind, slot, text in slots if kind not in {"call", "invite"} and not slot.startswith("subject")
    )
    across = Counter(text for _, text in kinds)
    assert not [text for text, count in across.items() if count > 1 and text not in allowed]


def test_of_more_people_than_there_are_ways_to_say_it_each_has_a_turn_and_the_first_keep_theirs() -> None:
    ids = [f"person-{number}" for number in range(3 * SEATS)]
    given = seats(ids, "acme")
    assert len(set(given.values())) == len(ids)
    assert seats(ids[:4], "acme").items() <= given.items()
