"""Titles as companies write them: what they say of role, company and round, and what they leave open."""

import pytest

from afterview.domain.facts import Profile
from afterview.domain.invitation.proposals import propose
from afterview.domain.invitation.titles import TitleGuess, is_interview, read_title
from afterview.formats.ics import read_calendar

NAMES = frozenset({"alex rivera", "alex", "rivera", "dana whitcombe", "dana", "whitcombe"})


@pytest.mark.parametrize(
    ("title", "role", "company", "kind"),
    [
        ("Interview: Staff Engineer at Acme", "Staff Engineer", "Acme", "Interview"),
        ("Alex Rivera // Acme – On-site", "", "Acme", "On-site"),
        ("Acme <> Alex: System design", "", "Acme", "System design"),
        ("Acme x Alex Rivera", "", "Acme", "Acme x Alex Rivera"),
        (
            "Interview: Alex Rivera <> Northwind Labs (Staff Data Engineer)",
            "Staff Data Engineer",
            "Northwind Labs",
            "Interview",
        ),
        ("Phone screen - Staff Data Engineer", "Staff Data Engineer", "", "Phone screen"),
        ("Alex Rivera: Phone interview for Staff Engineer at Acme", "Staff Engineer", "Acme", "Phone interview"),
        ("Interview | Staff Engineer | Alex Rivera", "Staff Engineer", "", "Interview"),
        ("Hiring Manager Interview - Acme", "", "Acme", "Hiring Manager Interview"),
        ("Software Engineer Interview with Dana Whitcombe", "Software Engineer", "", "Interview"),
        ("Interview with Dana at Dana", "", "", "Interview"),
        ("VP Engineering interview loop (Acme)", "VP Engineering", "Acme", "Interview loop"),
        ("Head of Engineering – final round", "Head of Engineering", "", "Final round"),
        ("Interview @ Acme", "", "Acme", "Interview"),
        ("Interview at Head of Sales", "Head of Sales", "", "Interview"),
        ("Interview Acme - Staff Engineer (Remote)", "Staff Engineer", "Acme", "Interview"),
        ("Updated invitation: Interview with Acme @ Wed Mar 11, 2026 10am - 11am (EDT)", "", "Acme", "Interview"),
        ("Zoom: Recruiter screen, Acme Inc.", "", "Acme Inc.", "Recruiter screen"),
        (
            "Vorstellungsgespräch als Senior Softwareentwickler (m/w/d) bei Beispiel GmbH",
            "Senior Softwareentwickler",
            "Beispiel GmbH",
            "Vorstellungsgespräch",
        ),
        ("Einladung: Kennenlerngespräch Beispiel GmbH / Alex Rivera", "", "Beispiel GmbH", "Kennenlerngespräch"),
        ("Bewerbungsgespräch Projektleiter:in Einkauf, Acme", "Projektleiter:in Einkauf", "Acme", "Bewerbungsgespräch"),
        (
            "Entretien pour le poste de Développeur Python chez Exemple SA",
            "Développeur Python",
            "Exemple SA",
            "Entretien",
        ),
        ("Entretien technique – Ingénieure logicielle – Exemple", "Ingénieure logicielle", "", "Entretien technique"),
    ],
)
def test_a_title_says_role_company_and_round(title: str, role: str, company: str, kind: str) -> None:
    guess = read_title(title, NAMES, "acme")
    assert (guess.role, guess.company, guess.round_title) == (role, company, kind)


@pytest.mark.parametrize(
    "title", ["Team Meeting", "Haircut", "Party at John's house, Helsinki", "Zähne putzen", "Lunch at Noma", ""]
)
def test_an_ordinary_title_says_nothing(title: str) -> None:
    assert read_title(title, NAMES, "acme") == TitleGuess(
        round_title=title, others=read_title(title, NAMES, "acme").others
    )


@pytest.mark.parametrize("title", ["Alex Rivera <> Fjord <> Onsen", "Fjord // Onsen"])
def test_two_names_that_nothing_explains_are_no_company(title: str) -> None:
    assert read_title(title, NAMES, "").company == ""


def test_where_no_title_names_the_company_it_stands_behind_a_name() -> None:
    """As Notes writes people: with their departments behind them, the company last."""
    dana = 'ATTENDEE;CN="Dana Whitcombe/HR/Acme":mailto:dana@gmail.com'
    lines = ("BEGIN:VCALENDAR", "BEGIN:VEVENT", "DTSTART:20260311T100000Z", "SUMMARY:Interview", dana, "END:VEVENT")
    proposal = propose(read_calendar("\r\n".join((*lines, "END:VCALENDAR", "")).encode()), Profile(name="Alex Rivera"))
    assert proposal.interview["company"]["name"] == "Acme"
    assert [guess.why for guess in proposal.guesses if guess.pointer == "/company/name"] == [
        "It stands behind the name of Dana Whitcombe."
    ]


def test_an_interview_is_told_by_its_words_or_by_a_role() -> None:
    assert is_interview("Technical interview")
    assert is_interview("Staff Engineer")
    assert not is_interview("Dentist")
