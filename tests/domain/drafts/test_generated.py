"""Over generated interviews: nobody reads a sentence twice, and no draft knows more than the records."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from afterview.domain.facts import Company, Interview, Pitch, Profile
from afterview.domain.policy import Policy
from afterview.domain.steps import Step
from afterview.domain.writing.language import load
from drafting import ALEX, all_steps, draft, interview, sentences, with_pitch

NOTES = st.sampled_from(
    [
        "",
        "billing",
        "seemed tired",
        "日本の電車",
        "restores old sailing boats",
        "person: *plays the cello in a quartet",
        "person: *from Lagos",
        "person: *we both ran Boston in 2019",
        "asked how I'd shard the ledger",
        "they have 3 rotations and want 2",
        "leads a team of 8 in Lisbon",
        "tests that flake, every Friday",
        "company: moving to Kafka next year",
        "worried about churn; 4 % a month",
        "person: her kids are twins",
    ]
)
PITCHES = st.sampled_from(
    [
        Pitch("slow", "I make slow systems fast", "cut checkout latency from 900 to 120 ms at Initech"),
        Pitch("leads", "Growing engineers", "five of my reports became leads"),
        Pitch("years", "14 years of enterprise sales", "118 % of quota"),
        Pitch("close", "I close the books in four days", "down from eleven at Hooli", requirement="IFRS reporting"),
        Pitch("bare", "fast learner"),
    ]
)
ROLES = st.sampled_from(["Staff Engineer", "Charge Nurse, ICU", "Head of Sales (EMEA)", "the Principal role", "PM"])
COMPANIES = st.sampled_from(["Acme", "Globex Inc.", "St. Mary's Hospital", "Wonka Foods LLC", "Yahoo!"])
PEOPLE = ("dana", "priya", "sam", "lee")


@st.composite
def applications(draw: st.DrawFn) -> tuple[Interview, Profile]:
    """An interview with any notes on its people, and a candidate with some selling points."""
    notes = {one: draw(st.lists(NOTES.filter(bool), max_size=3, unique=True)) for one in PEOPLE}
    company = Company(draw(COMPANIES), country=draw(st.sampled_from(["US", "GB", "DE", ""])))
    pitches = tuple(draw(st.lists(PITCHES, max_size=4, unique_by=lambda pitch: pitch.id)))
    return interview(notes, role=draw(ROLES), company=company), replace(ALEX, pitches=pitches)


@given(applications())
def test_nobody_reads_a_sentence_twice(made: tuple[Interview, Profile]) -> None:
    facts, profile = made
    assert not twice(facts, profile)


def twice(
    facts: Interview, profile: Profile, write: Callable[[Step, Interview, Profile], tuple[str, str]] = draft
) -> list[tuple[str, str]]:
    """Each person's sentences that stand in two mails; what goes instead of another mail is left out."""
    read: dict[str, Counter[str]] = {}
    for bare in all_steps(facts):
        is_instead = "individual" in bare.key or (bare.key, len(bare.to)) == ("onsite.group", 1)
        if is_instead or bare.key == "call.1" or "invite" in bare.key:
            continue
        said = set(sentences(write(with_pitch(bare, facts, profile), facts, profile)[1], facts))
        for reader in bare.to:
            read.setdefault(reader.id, Counter()).update(said)
    return [(reader, text) for reader, texts in read.items() for text, count in texts.items() if count > 1]


@given(applications())
def test_no_draft_knows_more_than_the_records(made: tuple[Interview, Profile]) -> None:
    facts, profile = made
    for bare in all_steps(facts):
        subject, body = draft(with_pitch(bare, facts, profile), facts, profile)
        assert not invented(f"{subject}\n{body}", facts, profile), bare.key


_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def invented(text: str, facts: Interview, profile: Profile) -> set[str]:
    """Numbers and names of a text that neither the records hold nor a phrase of the language."""
    known = set(_TOKEN.findall(" ".join(texts_of((facts, profile, Policy().network))))) | _phrase_words() | _days(facts)
    known |= {word.removesuffix("'s") for word in known}
    known |= {word.capitalize() for word in known} | {word.lower() for word in known}
    said = [word.removesuffix("'s") for word in _TOKEN.findall(text.replace(",", ""))]
    return {word for word in said if (word[0].isupper() or word[0].isdigit()) and word not in known}


def texts_of(value: Any) -> list[str]:
    """Every text in a value of the domain, its numbers without thousands' commas."""
    if isinstance(value, str):
        return [value, value.replace(",", "")]
    if isinstance(value, tuple):
        return [text for one in value for text in texts_of(one)]
    return [text for f in fields(value) for text in texts_of(getattr(value, f.name))] if is_record(value) else []


def is_record(value: Any) -> bool:
    return hasattr(value, "__dataclass_fields__")


def _phrase_words() -> set[str]:
    language = load("en")
    phrases = [one.text for slots in language.phrases.values() for ways in slots.values() for one in ways]
    words = [*phrases, str(language.words), "Opening My progress The position others To close If Write"]
    return {word for text in words for word in _TOKEN.findall(text)}


def _days(facts: Interview) -> set[str]:
    days = [event.at for event in facts.events] + [one.starts_at for one in facts.rounds]
    told = [event.decision_on for event in facts.events] + [event.answer_by for event in facts.events]
    return {str(day.day) for day in [*days, *told] if day} | {"1", "2", "3"}


def test_the_properties_can_fail() -> None:
    facts = interview({"dana": ["code review"]})
    assert invented("Kim told me about 17 services.", facts, ALEX) == {"Kim", "17"}
    assert not invented("Dana told me about code review on Wednesday.", facts, ALEX)
    assert twice(replace(facts, rounds=(), events=()), replace(ALEX, pitches=())) == []
    assert twice(facts, ALEX, lambda *_: ("", "Hi Dana,\n\nI'm glad we met.\n\nBest regards,\nAlex"))
