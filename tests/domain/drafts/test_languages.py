"""A language is a folder: what it has is used, what it lacks is written in English."""

import os
import sys
from dataclasses import replace
from pathlib import Path
from shutil import copytree, ignore_patterns
from subprocess import run
from typing import cast

import pytest

from afterview.domain.drafts import unwoven_notes
from afterview.domain.facts import Formality, Pitch
from afterview.domain.policy import Policy
from afterview.domain.writing.language import FOLDER, language_for, languages, load
from drafting import ALEX, draft, interview, step


def test_a_language_is_found_by_its_first_part() -> None:
    assert languages() >= {"en", "de"}
    assert [language_for(*codes).code for codes in (("de-AT",), ("fr", "de"), ("ja",), ("",))] == [
        "de",
        "de",
        "en",
        "en",
    ]


def test_a_german_mail_greets_by_title_and_signs_in_german() -> None:
    facts = interview(language="de")
    dana = replace(facts.participants[0], honorific="Frau Dr.", formality=Formality.SURNAME)
    subject, body = draft(step("onsite.hiring-manager", (dana,)), facts)
    assert body.startswith("Sehr geehrte Frau Dr. Whitcombe,\n\n")
    assert "Mit freundlichen Grüßen\nAlex Rivera" in body
    assert "Gespräch" in subject
    assert draft(step("onsite.hiring-manager", (facts.participants[0],)), facts)[1].startswith(
        "Guten Tag Dana Whitcombe,"
    )


def test_slots_of_a_form_are_those_of_english() -> None:
    english = load("en").phrases
    for code in languages() - {"en"}:
        for form, slots in load(code).phrases.items():
            needed = {slot for slot in english[form] if not slot.endswith(("_topic", "_clause", "_shared", "_deed"))}
            assert needed <= slots.keys(), (code, form)


def test_german_notes_are_woven_where_that_is_certain_and_offered_where_not() -> None:
    notes = {
        "dana": ["Umzug der Abrechnung", "Backlog ohne Ende", "Sucht einen Nachfolger", "Kinder, zwei", "war müde"]
    }
    facts = interview(notes, language="de")
    one = step("onsite.hiring-manager", facts.participants[:1])
    body = draft(one, facts)[1]
    assert "den Umzug der Abrechnung" in body
    assert "das Thema „Backlog ohne Ende“" in body.replace("Das", "das")
    assert "dass Sie einen Nachfolger suchen" in body
    assert not any(text in body for text in ("Kinder", "müde"))
    left = unwoven_notes(one, facts, ALEX, Policy())
    assert [note.text for note in left] == notes["dana"][3:]


@pytest.mark.parametrize("key", ["onsite.hiring-manager", "onsite.personal.dana", "follow-up.1", "offer-thanks.dana"])
def test_after_a_german_greeting_it_goes_on_small_and_is_signed_in_full(key: str) -> None:
    facts = interview(language="de")
    paragraphs = draft(step(key, facts.participants[:1]), facts)[1].split("\n\n")
    assert paragraphs[0].endswith(",")
    assert paragraphs[1][0].islower() or paragraphs[1].startswith("Sie ")
    assert "Mit freundlichen Grüßen\nAlex Rivera" in paragraphs


def test_a_german_selling_point_stays_as_it_was_noted() -> None:
    facts = interview(language="de", events=())
    pitch = Pitch("netz", "Netzausbau im laufenden Betrieb", "14 Werke erneuert, ohne Abschaltung")
    body = draft(step("follow-up.1", facts.participants[:1], pitch="netz"), facts, replace(ALEX, pitches=(pitch,)))[1]
    assert ": Netzausbau im laufenden Betrieb." in body
    assert ": 14 Werke erneuert, ohne Abschaltung." in body


def test_a_kind_of_mail_that_a_language_lacks_is_written_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    facts = interview(language="de")
    phrases = cast("dict[str, object]", load("de", is_familiar=False, country="").phrases)
    monkeypatch.delitem(phrases, "decline")
    assert draft(step("decline", facts.participants[:1]), facts)[1].startswith("Dear Dana,")
    assert draft(step("withdrawal", facts.participants[:1]), facts)[1].startswith("Guten Tag Dana Whitcombe,")


TINY = {
    "language.toml": """
and = " kaj "
and_last = " kaj "
and_last_us = " kaj "
days = ["lundo", "mardo", "merkredo", "ĵaŭdo", "vendredo", "sabato", "dimanĉo"]
months = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"]
date = "{day} {month}"
date_us = "{day} {month}"
us = []
first_names = ["US"]
family_first = []
tells_familiars = true
[greeting]
formal = "Kara {name},"
warm = "Saluton {name},"
crowd = "Karaj,"
nobody = "Saluton,"
[closing]
formal = "Amike,"
formal_gb = "Amike,"
warm = "Amike,"
warm_gb = "Amike,"
[role]
plain = "{role}"
as_is = "{role}"
ends = []
""",
    "grammar.toml": "family = []\n",
    "withdrawal.toml": """
subject = ["Mi retiriĝas: {role}"]
subject_short = ["Mi retiriĝas"]
no = ["Mi retiriĝas de {the_role}."]
thanks = ["Dankon pro [via|cia] tempo."]
it_topic = []
it_clause = []
it_shared = []
close = ["Ĉion bonan."]
""",
}
"""A start of a language: what every folder must have, and one kind of mail, with its two forms of address."""


ASKED = """
from dataclasses import replace
from afterview.domain.facts import Formality
from drafting import draft, interview, step
facts = interview(language="eo")
dana = facts.participants[0]
familiar = replace(dana, formality=Formality.FIRST_NAME)
for key, to in (("withdrawal", dana), ("withdrawal", familiar), ("decline", dana)):
    print(*draft(step(key, (to,)), facts), sep="\\n", end="\\n####\\n")
"""


def test_a_translator_adds_a_language_by_adding_one_folder(tmp_path: Path) -> None:
    """In a copy of the package, for the folder has to lie where the others lie."""
    copy, tests = tmp_path / "afterview", Path(__file__).parents[2]
    copytree(Path(str(FOLDER)).parent, copy / "domain", ignore=ignore_patterns("__pycache__"))
    (copy / "__init__.py").touch()
    folder = copy / "domain" / "templates" / "eo"
    folder.mkdir()
    for name, text in TINY.items():
        (folder / name).write_text(text, encoding="utf-8")
    paths = {"PYTHONPATH": f"{tmp_path}{os.pathsep}{tests}", "PYTHONUTF8": "1"}
    asked = run([sys.executable, "-c", ASKED], env=os.environ | paths, capture_output=True, text=True, check=True)
    own, familiar, english, _ = asked.stdout.split("####\n")
    assert own.startswith(
        "Mi retiriĝas: Staff Engineer\nKara Dana,\n\nMi retiriĝas de Staff Engineer.\n\nDankon pro via tempo."
    )
    assert "Amike,\nAlex Rivera" in own
    assert "Saluton Dana,\n\nMi retiriĝas de Staff Engineer.\n\nDankon pro cia tempo." in familiar
    assert "Dear Dana," in english
