"""A language is a folder: what it has is used, what it lacks is written in English."""

from dataclasses import replace

from afterview.domain.facts import Formality
from afterview.domain.writing.language import language_for, languages, load
from drafting import all_steps, draft, interview, step


def test_german_has_begun() -> None:
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


def test_what_german_lacks_is_written_in_english() -> None:
    facts = interview(language="de")
    assert all(draft(one, facts)[1] for one in all_steps(facts))
    familiar = replace(facts.participants[0], formality=Formality.FIRST_NAME)
    assert draft(step("onsite.hiring-manager", (familiar,)), facts)[1].startswith("Dear Dana,")


def test_slots_of_a_form_are_those_of_english() -> None:
    english = load("en").phrases
    for code in languages() - {"en"}:
        for form, slots in load(code).phrases.items():
            needed = {slot for slot in english[form] if not slot.endswith(("_topic", "_clause", "_shared", "_deed"))}
            assert needed <= slots.keys(), (code, form)
