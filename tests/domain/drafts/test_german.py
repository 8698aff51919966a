"""German mails: whole, in one form of address, and so built that nobody reads a sentence twice."""

import re
from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterview.domain.checks import check_draft
from afterview.domain.events import Event, EventKind
from afterview.domain.facts import Company, Compensation, Formality, Interview, Participant, Pitch
from afterview.domain.policy import Policy
from afterview.domain.steps import Reason
from afterview.domain.writing.companies import with_article
from afterview.domain.writing.language import load
from afterview.domain.writing.salutation import closing, greeting
from drafting import ALEX, EVENTS, all_steps, draft, interview, middle, note, sentences, similarity, step, with_pitch
from lives import EveryWord

SIE, DU = load("de"), load("de", is_familiar=True)
FORMAL = re.compile(r"\b(?:Ihnen|Ihre?[mnrs]?|Sie)\b")
FAMILIAR = re.compile(r"\b(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?[mnrs]?|[Ee]uch|[Ee]ure?[mnrs]?|[Ee]uer)\b")
NOTES = {
    "dana": ["Umzug der Abrechnung ohne Stopp", "will die Störungen halbieren", "person: segelt auf der Ostsee"],
    "sam": ["person: *restauriert alte Segelboote", "Fehlerbudgets im Betrieb"],
    "lee": ["person: *klettert", "Rufbereitschaft mit drei Schichten"],
}
PITCHES = (
    Pitch("latency", "Ich mache langsame Systeme schnell", "Bezahlen bei Initech von 900 auf 120 ms gebracht"),
    Pitch("leads", "Aufbau von Führungskräften", "fünf meiner Leute leiten heute eigene Teams"),
)
PROFILE = replace(ALEX, pitches=PITCHES)


def german(formality: Formality | None = None, role: str = "Leitung Plattform (m/w/d)") -> Interview:
    facts = interview(NOTES, language="de", role=role, company=Company("Nordlicht GmbH", country="DE"))
    people = tuple(replace(one, formality=formality) for one in facts.participants)
    return replace(facts, participants=people)


def test_german_has_every_kind_of_mail() -> None:
    assert SIE.phrases.keys() == load("en").phrases.keys()


@pytest.mark.parametrize(("formality", "other"), [(None, FAMILIAR), (Formality.FIRST_NAME, FORMAL)])
def test_a_mail_keeps_to_one_form_of_address(formality: Formality | None, other: re.Pattern[str]) -> None:
    facts = german(formality)
    for bare in all_steps(facts):
        one = with_pitch(bare, facts, PROFILE)
        text = "\n".join(draft(one, facts, PROFILE))
        assert not other.search(text), one.key


def test_who_is_said_du_to_is_greeted_by_the_first_name_and_signed_to_with_it() -> None:
    facts = german(Formality.FIRST_NAME)
    body = draft(step("onsite.hiring-manager", facts.participants[:1]), facts)[1]
    assert body.startswith("Hallo Dana,\n\n")
    assert "Viele Grüße\nAlex\n\n-- \nAlex Rivera" in body
    assert "dass du die Störungen halbieren willst" in body
    assert draft(step("onsite.invite.dana", facts.participants[:1]), facts)[1].endswith(" Alex")


def test_beside_somebody_who_is_said_sie_to_everybody_is() -> None:
    facts = german()
    dana, _, sam, _ = facts.participants
    body = draft(step("onsite.group", (replace(dana, formality=Formality.FIRST_NAME), sam)), facts)[1]
    assert "Ihnen" in body
    assert not FAMILIAR.search(body)
    assert draft(step("onsite.group", ()), facts)[1].startswith("Guten Tag,")


@pytest.mark.parametrize("formality", [None, Formality.FIRST_NAME])
@pytest.mark.parametrize("role", ["Leitung Plattform", "Pflegekraft", "Köchin", "Data Analyst"])
def test_no_two_german_mails_to_one_person_share_a_sentence(role: str, formality: Formality | None) -> None:
    assert not twice(german(formality, role))


def twice(facts: Interview) -> list[tuple[str, str]]:
    """Each person's sentences that stand in two mails; what goes instead of another mail is left out."""
    said: dict[str, Counter[str]] = {}
    for bare in all_steps(facts):
        one = with_pitch(bare, facts, PROFILE)
        is_instead = "individual" in one.key or (one.key, len(one.to)) == ("onsite.group", 1)
        if is_instead or one.key == "call.1" or "invite" in one.key:
            continue
        read = {text.casefold() for text in sentences(draft(one, facts, PROFILE)[1], facts)}
        for reader in one.to:
            said.setdefault(reader.id, Counter()).update(read)
    return [(reader, text) for reader, texts in said.items() for text, count in texts.items() if count > 1]


TEXTS = st.sampled_from(
    [
        "Umzug der Abrechnung",
        "Backlog",
        "wirkte müde",
        "日本の電車",
        "restaurieren alte Segelboote",
        "person: *spielt Cello im Quartett",
        "person: *kommt aus Lübeck",
        "person: *wir sind beide in Kiel aufgewachsen",
        "fragte, wie ich die Daten aufteilen würde",
        "haben 3 Schichten, wollen 2",
        "Team besteht aus 8 Leuten",
        "company: Umstellung auf SAP bis 2028",
        "person: zwei Katzen",
        "fragte nach der Rufbereitschaft",
        "legt Wert auf saubere Übergaben",
    ]
)
NOTED = st.dictionaries(st.sampled_from(["dana", "priya", "sam", "lee"]), st.lists(TEXTS, max_size=3, unique=True))
COMPANIES = ["Nordlicht GmbH", "Klinikum Kiel gGmbH", "Stadtwerke Kiel AG", "Bäckerei Voß"]


@given(NOTED, st.sampled_from(COMPANIES), st.sampled_from(Formality), st.sampled_from(["Pflegekraft", "Bauleitung"]))
def test_nobody_reads_a_german_sentence_twice_and_no_number_is_made_up(
    notes: dict[str, list[str]], company: str, formality: Formality, role: str
) -> None:
    facts = german(formality, role)
    people = tuple(replace(one, notes=tuple(map(note, notes.get(one.id, ())))) for one in facts.participants)
    facts = replace(facts, participants=people, company=Company(company, country="DE"))
    assert not twice(facts)
    known = {*re.findall(r"\d+", str((facts, PROFILE))), *"123"}
    for one in all_steps(facts):
        assert set(re.findall(r"\d+", draft(one, facts, PROFILE)[1].replace(".000", "000"))) <= known


NAMES = "Ada Bea Cal Dee Eli Fay Gus Hal Ivy Jon".split()


@pytest.mark.parametrize("form", ["individual", "personal", "offer-thanks"])
@pytest.mark.parametrize("text", ["", "person: *spielt Cello", "Rufbereitschaft", "person: *Angeln am Rhein"])
def test_a_german_panel_of_ten_gets_ten_different_mails(form: str, text: str) -> None:
    people = tuple(
        Participant(name, f"{name} Stein", email=f"{name}@a.example", notes=(note(text),) if text else ())
        for name in NAMES
    )
    facts = replace(german(), participants=people, events=())
    lead = "" if form == "offer-thanks" else "onsite."
    mails = [draft(step(f"{lead}{form}.{one.id}", (one,)), facts)[1] for one in people]
    assert max(similarity(middle(one), middle(other)) for one, other in combinations(mails, 2)) < 0.6
    for mine, theirs in combinations(mails[:6], 2):
        assert len(set(sentences(mine, facts)) & set(sentences(theirs, facts))) <= 1


def test_no_german_phrase_stands_in_two_forms() -> None:
    for language in (SIE, DU):
        phrases = {
            (kind, phrase.text.casefold())
            for kind, bank in language.phrases.items()
            for slot, ways in bank.items()
            for phrase in ways
            if kind not in {"call", "invite"} and not slot.startswith("subject")
        }
        across = Counter(text for _, text in phrases)
        assert not [text for text, count in across.items() if count > 1]
        assert not [text for _, text in phrases if set("[]|") & set(text)]


def test_after_the_greeting_every_german_beginning_goes_on_small() -> None:
    small = set(SIE.words["small_after_greeting"])
    bank = SIE.phrases["follow-up"]
    for slot in ("reason_accepted", "reason_accepted_other", "reason_news", "reason_decision", "reason_call"):
        firsts = {phrase.text.split()[0].rstrip(",") for phrase in (*bank[slot], *bank["opening"])}
        assert {one for one in firsts if not one.startswith("{")} <= small
    for kind in SIE.phrases.keys() - {"follow-up", "call", "invite"}:
        first = next(slot for slot in SIE.phrases[kind] if not slot.startswith("subject"))
        heads = [phrase.text for phrase in SIE.phrases[kind][first]]
        assert all(head[0].islower() or head.startswith(("{day}", "Sie ")) for head in heads), kind


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ((("Dana Whitcombe", "Frau"),), "Sehr geehrte Frau Whitcombe,"),
        ((("Dana Whitcombe", "Ms."),), "Sehr geehrte Frau Whitcombe,"),
        ((("Dana Whitcombe", "Frau Prof. Dr."),), "Sehr geehrte Frau Prof. Dr. Whitcombe,"),
        ((("Dr. Dana Whitcombe", ""),), "Guten Tag Dr. Whitcombe,"),
        ((("Dana Whitcombe", ""),), "Guten Tag Dana Whitcombe,"),
        ((("Dana Kern", "Frau"), ("Emre Yüksel", "Herr")), "Sehr geehrte Frau Kern, sehr geehrter Herr Yüksel,"),
        ((("Dana Kern", "Frau"), ("Ines Vogt", "")), "Guten Tag Frau Kern und Ines Vogt,"),
        ((("Cher", "Frau"),), "Guten Tag Cher,"),
    ],
)
def test_german_greetings_know_a_gender_only_where_a_title_tells_it(
    people: tuple[tuple[str, str], ...], expected: str
) -> None:
    persons = [Participant(name, name, honorific=title) for name, title in people]
    assert greeting(persons, SIE, "DE", is_warm=False) == expected


def test_german_closings() -> None:
    assert closing(PROFILE, SIE, "DE", is_warm=False).startswith("Mit freundlichen Grüßen\nAlex Rivera\n\n-- \n")
    assert closing(PROFILE, DU, "DE", is_warm=True).startswith("Viele Grüße\nAlex\n\n-- \n")


def test_in_switzerland_our_own_words_have_no_sharp_s_and_names_keep_theirs() -> None:
    facts = replace(german(), company=Company("Nordlicht AG", country="CH"))
    person = replace(facts.participants[0], name="Dana Maaß")
    texts = ["\n".join(draft(replace(one, to=(person,)), facts, PROFILE)) for one in all_steps(facts)]
    assert all("Freundliche Grüsse\n" in text for text in texts if "Guten Tag Dana Maaß,\n" in text)
    assert not [text for text in texts if "ß" in text.replace("Maaß", "")]


@pytest.mark.parametrize(
    ("company", "said"),
    [
        ("Klinikum Kiel", "Beim Klinikum Kiel, zum Klinikum Kiel, für das Klinikum Kiel, Sie und das Klinikum Kiel"),
        ("Stadtwerke", "Bei den Stadtwerken, zu den Stadtwerken, für die Stadtwerke, Sie und die Stadtwerke"),
        ("Stadt Kiel", "Bei der Stadt Kiel, zur Stadt Kiel, für die Stadt Kiel, Sie und die Stadt Kiel"),
        ("Nordlicht", "Bei Nordlicht, zu Nordlicht, für Nordlicht, Sie und Nordlicht"),
    ],
)
def test_a_company_called_by_a_common_noun_has_its_article(company: str, said: str) -> None:
    text = f"Bei {company}, zu {company}, für {company}, Sie und {company}"
    assert with_article(text, company, SIE.words).casefold() == said.casefold()


def test_in_german_mails_no_such_company_stands_without_its_article() -> None:
    facts = replace(german(), company=Company("Stadtwerke Kiel AG", country="DE"))
    text = "\n".join(draft(one, facts, PROFILE)[1] for one in all_steps(facts))
    assert "zu den Stadtwerken Kiel" in text
    assert not re.search(r"(?:bei|zu|von|für|an|und) Stadtwerke", text)


def test_german_amounts_have_points_and_the_currency_behind_them() -> None:
    offer = Event(kind=EventKind.OFFER, at=EVENTS[0].at, id="offer", base="85000", currency="EUR")
    money = Compensation(asked="92.000 EUR", justification="das übliche Gehalt in Hamburg")
    facts = replace(german(), events=(offer,), compensation=money)
    body = draft(step("negotiation", facts.participants[1:2]), facts, PROFILE)[1]
    assert "92.000 EUR" in body
    assert "85.000 EUR" in body


def test_news_of_ones_own_is_told_as_such() -> None:
    news = Event(kind=EventKind.NEWS, at=EVENTS[0].at, id="own", title="Ich habe die Prüfung bestanden")
    facts = replace(german(), events=(news,))
    body = draft(step("follow-up.1", facts.participants[:1], reason=Reason("news", "own", "")), facts, PROFILE)[1]
    assert any(
        phrase.text.split("{")[0].casefold() in body.casefold()
        for phrase in SIE.phrases["follow-up"]["reason_own_news"]
    )


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ("halte Termine", "Ich halte Termine"),
        ("Ich halte Termine", "Ich halte Termine"),
        ("Netzausbau im laufenden Betrieb", "Netzausbau im laufenden Betrieb"),
        ("lerne", ": lerne."),
    ],
)
def test_a_german_claim_gets_its_ich(claim: str, said: str) -> None:
    facts = replace(german(), events=())
    pitch = Pitch("one", claim, "vier Anlagen ohne Verzug übergeben")
    profile = replace(PROFILE, pitches=(pitch, PITCHES[0]))
    body = draft(step("follow-up.1", facts.participants[:1], pitch="one"), facts, profile)[1]
    assert said in body


@pytest.mark.parametrize(
    ("summary", "said"),
    [
        ("bittet um zwei Referenzen", "dass Sie um zwei Referenzen bitten"),
        ("fragte, wann ich anfangen kann", "Ihre Frage, wann ich anfangen kann"),
        ("Terminplan", "den Terminplan"),
        ("Können Sie am Montag?", ""),
    ],
)
def test_a_german_reply_is_answered_by_what_it_was_about(summary: str, said: str) -> None:
    replied = Event(kind=EventKind.REPLY, at=EVENTS[0].at, id="replied", participant="priya", summary=summary)
    facts = replace(german(), events=(replied,))
    body = draft(step("answer.replied", facts.participants[1:2]), facts, PROFILE)[1]
    assert said in body
    assert "Montag" not in body


def test_a_german_date_of_the_records_is_no_fact_of_nowhere() -> None:
    facts = german()
    one = step("no-show.absent", facts.participants[3:])
    subject, body = draft(one, facts, PROFILE)
    assert "11. März" in body
    found = check_draft(
        subject, body, step=one, interview=facts, profile=PROFILE, policy=Policy(), known_words=EveryWord()
    )
    assert "C50" not in {finding.check for finding in found}
