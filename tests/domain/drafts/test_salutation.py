"""Greetings follow the country, the user's formality and what is known of the name; nobody's gender is guessed."""

import pytest

from afterview.domain.facts import Formality, Participant
from afterview.domain.writing.language import load
from afterview.domain.writing.salutation import closing, greeting
from drafting import ALEX

FIRST, SURNAME = Formality.FIRST_NAME, Formality.SURNAME


@pytest.mark.parametrize(
    ("person", "country", "expected"),
    [
        (Participant("p", "Dana Whitcombe"), "US", "Dear Dana,"),
        (Participant("p", "Dana Whitcombe"), "", "Dear Dana,"),
        (Participant("p", "Dana Whitcombe"), "DE", "Dear Dana Whitcombe,"),
        (Participant("p", "Dana Whitcombe", formality=FIRST), "DE", "Dear Dana,"),
        (Participant("p", "Dana Whitcombe", formality=SURNAME), "US", "Dear Dana Whitcombe,"),
        (Participant("p", "Dana Whitcombe", honorific="Ms."), "DE", "Dear Ms. Whitcombe,"),
        (Participant("p", "Dr. Jürgen Weiß"), "DE", "Dear Dr. Weiß,"),
        (Participant("p", "Prof. Dr. Anna van der Berg"), "NL", "Dear Prof. Dr. van der Berg,"),
        (Participant("p", "Whitcombe, Dana"), "US", "Dear Dana,"),
        (Participant("p", "Dana Whitcombe, PhD, MBA"), "US", "Dear Dana,"),
        (Participant("p", "Dana Whitcombe (she/her) | Acme"), "US", "Dear Dana,"),
        (Participant("p", "D. Whitcombe"), "US", "Dear D. Whitcombe,"),
        (Participant("p", "Łukasz Żak"), "GB", "Dear Łukasz,"),
        (Participant("p", "Dana Whitcombe", honorific="Ms."), "GB", "Dear Ms Whitcombe,"),
        (Participant("p", "Dr. Jürgen Weiß"), "IE", "Dear Dr Weiß,"),
        (Participant("p", "Dr Jürgen Weiß"), "US", "Dear Dr Weiß,"),
        (Participant("p", "山田 太郎", country="JP"), "JP", "Dear 山田 太郎,"),
        (Participant("p", "Nagy Eszter", country="HU", formality=FIRST), "HU", "Dear Nagy Eszter,"),
        (Participant("p", "Nagy Eszter", country="HU", given_name="Eszter", formality=FIRST), "HU", "Dear Eszter,"),
        (Participant("p", "dana@acme.example"), "US", "Hello,"),
        (Participant("p", "A. de la Cruz", family_name="de la Cruz", honorific="Dr."), "US", "Dear Dr. de la Cruz,"),
        (Participant("p", "Cher"), "US", "Dear Cher,"),
    ],
)
def test_one_person(person: Participant, country: str, expected: str) -> None:
    assert greeting((person,), load("en"), country, is_warm=False) == expected


@pytest.mark.parametrize(
    ("names", "country", "expected"),
    [
        (["Sam Okafor", "Lee Brandt"], "US", "Dear Sam and Lee,"),
        (["Sam Okafor", "Lee Brandt", "Kim Park"], "US", "Dear Sam, Lee, and Kim,"),
        (["Sam Okafor", "Lee Brandt", "Kim Park"], "GB", "Dear Sam, Lee and Kim,"),
        (["Sam Okafor", "Sam Park"], "US", "Dear Sam Okafor and Sam Park,"),
        ([f"Name{place} Stone" for place in range(11)], "US", "Dear all,"),
    ],
)
def test_several_people(names: list[str], country: str, expected: str) -> None:
    people = [Participant(f"p{place}", name) for place, name in enumerate(names)]
    assert greeting(people, load("en"), country, is_warm=False) == expected


def test_the_phone_stands_in_the_signature_below_the_separator() -> None:
    assert (
        closing(ALEX, load("en"), "GB", is_warm=False)
        == "Kind regards,\nAlex Rivera\n\n-- \n+1 555 0100\nalex@example.org"
    )
    assert closing(ALEX, load("en"), "US", is_warm=True).startswith(
        "All the best,\nAlex\n\n-- \nAlex Rivera\n+1 555 0100"
    )
