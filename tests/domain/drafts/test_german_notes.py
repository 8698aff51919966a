"""What becomes of German notes: a thing in the fourth case, a clause with its verb last, or nothing."""

import pytest

from afterview.domain.writing.clauses import first_person
from afterview.domain.writing.headings import gender
from afterview.domain.writing.jottings import jotted
from afterview.domain.writing.language import load

NAMES = ("Murat Yüksel", "Murat", "Yüksel")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Umzug der Abrechnung", "den Umzug der Abrechnung"),
        ("SAP-Einführung bis 2027", "die SAP-Einführung bis 2027"),
        ("Netzausbau 2028", "den Netzausbau 2028"),
        ("Team mit 8 Leuten", "das Team mit 8 Leuten"),
        ("Baustellen im Winter", "Baustellen im Winter"),
        ("Segeln auf der Ostsee", "das Segeln auf der Ostsee"),
        ("neuer Umzug", "den neuen Umzug"),
        ("neues Abrechnungssystem", "das neue Abrechnungssystem"),
        ("neue Filiale in Köln", "die neue Filiale in Köln"),
        ("alte Segelboote", "alte Segelboote"),
        ("Energiekosten der Papiermaschine", "die Energiekosten der Papiermaschine"),
        ("drei Schichten", "drei Schichten"),
        ("drei offene Stellen", "drei offene Stellen"),
        ("drei offenen Stellen", ""),
        ("das Thema Homeoffice", "das Homeoffice"),
        ("die neue Filiale", "die neue Filiale"),
        ("der neue Standort", "den neuen Standort"),
        ("der neue Backlog", ""),
        ("nach den neuen Filialen", ""),
        ("fragte nach der neuen Filiale", ""),
        ("Testabdeckung nur 40 %", ""),
        ("haben lange über Führung gesprochen", "die Führung"),
        ("über die neue Filiale gesprochen", "die neue Filiale"),
        ("fragte nach meiner Erfahrung mit Kafka", "meine Erfahrung mit Kafka"),
        ("fragte nach Projekten", ""),
        ("Kunden springen ab", ""),
        ("Kundinnen aus Köln", "das Thema „Kundinnen aus Köln“"),
        ("Kanban statt Scrum", "das Thema „Kanban statt Scrum“"),
        ("Fans von St. Pauli", "das Thema „Fans von St. Pauli“"),
        ("viele Projekte im Ausland", "viele Projekte im Ausland"),
        ("eine Filiale in Köln", "eine Filiale in Köln"),
        ("der Umzug nach Köln", "den Umzug nach Köln"),
        ("die Filiale in Köln", "die Filiale in Köln"),
        ("das Lager in Köln", "das Lager in Köln"),
        ("der Backlog", "das Thema „Backlog“"),
        ("Umzug Abrechnung", "das Thema „Umzug Abrechnung“"),
        ("sprachen über den Backlog im Frühjahr", "den Backlog im Frühjahr"),
        ("wir sprachen über Backlog", "das Thema „Backlog“"),
        ("fragte nach der Rufbereitschaft, haben 3 Schichten", "die Rufbereitschaft"),
        ("hat nach dem Umgang mit Kunden gefragt", "den Umgang mit Kunden"),
        ("fragte nach dem Backlog", "das Thema „Backlog“"),
        ("fragte nach Rufbereitschaft", "die Rufbereitschaft"),
        ("ihre Rufbereitschaft am Wochenende", "Ihre Rufbereitschaft am Wochenende"),
        ("fragte, wie ich den Umzug angehen würde", "Ihre Frage, wie ich den Umzug angehen würde,"),
        ("Terminpläne, die auch die Montage liest", "Terminpläne"),
        ("wirkt gut", ""),
        ("Weniger, aber besser", ""),
        ("weniger Aufwand", ""),
        ("großer Netze", ""),
        ("den Umzug", "den Umzug"),
        ("fragte nach den Filialen", ""),
        ("fragte nach ihrer Filiale", ""),
        ("kleiner", ""),
        ("der", ""),
        ("Braucht Hilfe", ""),
        ("Referenzen schicken", ""),
        ("Kinder und Beruf", ""),
        ("Kündigung des Vorgängers", ""),
        ("Wer macht das?", ""),
        ("fragte, ob er kommt", ""),
        ("fragte, wie es mit dem Team Nord", ""),
        ("fragte, wem sein", ""),
        ("fragte, ob ich sein", ""),
        ("Ein Satz (mit Klammern, die bleiben", ""),
    ],
)
def test_what_was_talked_about(text: str, said: str) -> None:
    woven = jotted(text, "de", NAMES, is_familiar=False, is_person=False)
    assert (woven.topic if woven else "") == said


@pytest.mark.parametrize(
    ("text", "formal", "familiar"),
    [
        ("spielt Cello im Quartett", "Sie im Quartett Cello spielen", "du im Quartett Cello spielst"),
        ("hat zwei Häuser in Kiel", "Sie zwei Häuser in Kiel haben", "du zwei Häuser in Kiel hast"),
        ("baut Boote im alten", "Sie Boote im alten bauen", "du Boote im alten baust"),
        ("zwei Katzen", "Ihre zwei Katzen", "deine zwei Katzen"),
        ("Murat baut Lautsprecher", "Sie Lautsprecher bauen", "du Lautsprecher baust"),
        ("er restauriert alte Boote", "Sie alte Boote restaurieren", "du alte Boote restaurierst"),
        ("arbeitet seit 2010 hier", "Sie seit 2010 hier arbeiten", "du seit 2010 hier arbeitest"),
        ("reist nach Japan", "Sie nach Japan reisen", "du nach Japan reist"),
        ("zeichnet Comics", "Sie Comics zeichnen", "du Comics zeichnest"),
        ("lernt Japanisch", "Sie Japanisch lernen", "du Japanisch lernst"),
        ("klettert", "Sie klettern", "du kletterst"),
        ("segeln gern", "Sie gern segeln", "du gern segelst"),
        ("sie liest gern Krimis und hört Jazz", "Sie gern Krimis lesen", "du gern Krimis liest"),
        ("nimmt an Marathons teil", "Sie an Marathons teilnehmen", "du an Marathons teilnimmst"),
        ("hat früher in Lagos gelebt", "Sie früher in Lagos gelebt haben", "du früher in Lagos gelebt hast"),
        ("ist begeisterte Seglerin", "Sie begeisterte Seglerin sind", "du begeisterte Seglerin bist"),
        ("interessiert sich für Jazz", "Sie sich für Jazz interessieren", "du dich für Jazz interessierst"),
        ("wandert mit seinem Hund", "Sie mit Ihrem Hund wandern", "du mit deinem Hund wanderst"),
        ("wünscht sich mehr Zeit", "Sie sich mehr Zeit wünschen", "du dir mehr Zeit wünschst"),
        ("nimmt sich viel Zeit", "Sie sich viel Zeit nehmen", ""),
        ("wir kommen beide aus Kiel", "wir beide aus Kiel kommen", "wir beide aus Kiel kommen"),
        ("seine Boote am See", "Ihre Boote am See", "deine Boote am See"),
        ("kommt nicht aus Kiel", "", ""),
        ("spielt, wenn Zeit ist", "Sie spielen", "du spielst"),
        ("ist lustig", "", ""),
        ("baut ihr", "", ""),
        ("wandert mit ihr", "", ""),
        ("kennt er", "", ""),
        ("lernt Jazz (Klavier", "", ""),
        ("lernt Jazz: Klavier", "", ""),
        ("wohnt " + "sehr " * 13 + "weit", "", ""),
    ],
)
def test_what_somebody_does(text: str, formal: str, familiar: str) -> None:
    for said, is_familiar in ((formal, False), (familiar, True)):
        woven = jotted(text, "de", NAMES, is_familiar=is_familiar, is_person=True)
        assert (woven.text if woven else "") == said


def test_what_several_do_is_said_to_all_of_them() -> None:
    assert said_of_work("sie haben 3 Schichten", is_familiar=False) == "Sie 3 Schichten haben"
    assert said_of_work("haben 3 Schichten", is_familiar=True) == "ihr 3 Schichten habt"
    assert said_of_work("Will wachsen.", is_familiar=True) == "du wachsen willst"
    assert said_of_work("klettert", is_familiar=False) == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Team wächst auf 12", "das Team auf 12 wächst"),
        ("das Team besteht aus 8 Leuten", "das Team aus 8 Leuten besteht"),
        ("Einarbeitung dauert drei Monate", "die Einarbeitung drei Monate dauert"),
        ("der Vertrieb sucht Leute", "der Vertrieb Leute sucht"),
        ("Team plant ihre Ablösung", ""),
        ("die alte Halle steht leer", ""),
        ("Chef kommt aus Kiel", ""),
        ("hat in Dresden studiert", "Sie in Dresden studiert haben"),
    ],
)
def test_what_is_told_of_a_thing(text: str, said: str) -> None:
    assert said_of_work(text, is_familiar=False) == said


def test_in_a_language_whose_verbs_are_not_moved_a_claim_stays_as_it_is() -> None:
    assert first_person("make slow systems fast", "en") == "make slow systems fast"


def said_of_work(text: str, *, is_familiar: bool) -> str:
    woven = jotted(text, "de", is_familiar=is_familiar, is_person=False)
    return woven.text if woven else ""


NOUNS = {
    "masculine": """
        Anbau Bezug Schichtplan Prozess Vertrag Betrag Vorstand Dienst Schritt Protest Anschluss
        Zufall Satz Weg Ausschuss Einfluss Hintergrund Erfolg Umsatz Haushalt Kontakt Grad Überblick
        Ursprung Vorteil Punkt Monat Arbeitstag
    """,
    "feminine": """
        Leitung Freiheit Mannschaft Qualität Station Option Präsenz Technik Musik Kultur Bäckerei
        Aufnahme Ausgabe Sprache Software Datenbank Werkstatt Filiale Schicht Nachricht Aufsicht
        Gruppe Zukunft Antwort Pflegekraft Fahrt Frist
    """,
    "neuter": """
        Projekt Produkt Team Budget Training Geschäft Studium Wachstum Werkzeug Angebot Gesicht
        Recht Gericht Gewicht Interview Unternehmen Passwort Ergebnis Gespräch Jahr Personal Kapitel
        Konto Frühstück Seminar Format Schwert Umland
    """,
    "": """
        Darmstadt Finnland Düsseldorf Mannheim Konrad Kontakte Fehler Mitarbeiter Angebote Gegenteil
        Urteil Moment Beamte Heirat Ballast Lehrling Kreuz Frankreich Kiel
    """,
}


@pytest.mark.parametrize("expected", NOUNS)
def test_no_noun_gets_a_wrong_gender(expected: str) -> None:
    told = {word: gender(word, load("de").grammar) for word in NOUNS[expected].split()}
    assert {word: one for word, one in told.items() if one not in {expected, ""}} == {}
    assert not expected or sum(map(bool, told.values())) >= len(told) * 0.8
