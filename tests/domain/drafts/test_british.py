"""Mails to Britain and Ireland: their dates, titles and closings, and no word that is spelt as in America."""

import re
from dataclasses import replace
from datetime import datetime

import pytest

from afterview.domain.facts import Company, Formality, Interview
from afterview.domain.writing.language import load
from drafting import ALEX, ONSITE, all_steps, draft, interview, step

AMERICAN = re.compile(
    r"\b(?:\w+(?:ization|izing)|organiz\w*|recogniz\w*|apologiz\w*|program|favor\w*|color|center|behavior|labor|honor\w*"
    r"|catalog|judgment|fulfill|enroll|traveling|canceled|inquir\w+|resume|vacation|gotten|reach out|touch base)\b",
    re.IGNORECASE,
)


def mails(country: str) -> Interview:
    sitting = replace(ONSITE, starts_at=datetime.fromisoformat("2026-11-24T10:00:00+00:00"), ends_at=None)
    return interview(company=Company("Acme", country=country), rounds=(sitting,))


def test_no_phrase_is_spelt_or_said_as_in_america() -> None:
    phrases = [one.text for slots in load("en").phrases.values() for ways in slots.values() for one in ways]
    assert not [text for text in phrases if AMERICAN.search(text)]
    assert AMERICAN.search("our organization")


@pytest.mark.parametrize(
    ("country", "day", "date"),
    [
        ("US", "Tuesday, November 24", "November 24"),
        ("CA", "Tuesday, November 24", "November 24"),
        ("GB", "Tuesday 24 November", "24 November"),
        ("IE", "Tuesday 24 November", "24 November"),
        ("FR", "Tuesday, 24 November", "24 November"),
    ],
)
def test_days_are_written_as_the_country_does(country: str, day: str, date: str) -> None:
    facts = mails(country)
    texts = [draft(one, facts)[1] for one in all_steps(facts) if "roster" in one.key or "follow-up" in one.key]
    others = {"November 24", "24 November"} - {date}
    assert any(day in text for text in texts)
    assert not [text for text in texts for other in others if other in text]


@pytest.mark.parametrize(
    ("country", "formal", "warm"), [("GB", "Kind regards,", "Best wishes,"), ("US", "Best regards,", "All the best,")]
)
def test_closings_are_those_of_the_country(country: str, formal: str, warm: str) -> None:
    facts = mails(country)
    sam = facts.participants[2]
    assert f"\n\n{formal}\nAlex Rivera" in draft(step("onsite.hiring-manager", facts.participants[:1]), facts, ALEX)[1]
    assert f"\n\n{warm}\nAlex\n" in draft(step("onsite.personal.sam", (sam,)), facts)[1]
    titled = replace(sam, honorific="Dr.", formality=Formality.SURNAME)
    expected = "Dear Dr Okafor," if country == "GB" else "Dear Dr. Okafor,"
    assert draft(step("onsite.personal.sam", (titled,)), facts)[1].startswith(expected)
