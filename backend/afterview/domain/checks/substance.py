"""What a mail of its kind must hold: thanks, something of the conversation, a case, a reason, a way on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from afterview.domain.checks.finding import Fault, Severity
from afterview.domain.checks.letter import covers
from afterview.domain.checks.records import day_of
from afterview.domain.checks.shape import has_phone
from afterview.domain.events import EventKind
from afterview.domain.facts import Channel, Part
from afterview.domain.steps import State
from afterview.domain.writing.language import language_for
from afterview.domain.writing.points import woven

if TYPE_CHECKING:
    from collections.abc import Iterator

    from afterview.domain.checks.case import Case
    from afterview.domain.checks.finding import Span
    from afterview.domain.events import Event
    from afterview.domain.facts import Note

_SHORT_MAIL: Final = 70
_MANY: Final = 8
_EVIDENCE: Final = re.compile(
    r"\d|\b(?:per ?cent|half|halved|doubled|tripled|twice|third|quarter|dozen|hundred|hundreds|thousand|thousands|million|millions"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|zero)\b",
    re.IGNORECASE,
)
_DATE: Final = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w{0,6}"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w{0,6}\.? \d{1,2}(?:st|nd|rd|th)?)\b(?:,? \d{4})?|\b20\d\d\b|\b\d{1,2}(?::\d\d)? ?[ap]m\b",
    re.IGNORECASE,
)
_LINKED: Final = frozenset({EventKind.INVITATION_ACCEPTED, EventKind.INVITATION_SENT})


def thanks(case: Case) -> Iterator[Fault]:
    """C17: a mail of thanks thanks; a word in the closing alone is little. A reminder may congratulate or remember instead."""
    start, end = case.letter.core_span
    if not case.letter.has("thanks", start, end):
        is_courteous = case.form == "follow-up" and (
            case.letter.has("talked", start, end) or case.letter.has("news", start, end)
        )
        mild = Severity.WARN if case.letter.has("thanks", end) else None
        yield Fault(
            "There is no word of thanks: thank for something in particular.",
            severity=Severity.HINT if is_courteous else mild,
        )


def specific(case: Case) -> Iterator[Fault]:
    """C18: something that was said with that person; it blocks only where the records hold something."""
    stems = case.letter.core_stems
    if case.notes_of_to:
        if not stems & case.notes_of_to:
            yield _unused_notes(case)
    elif not stems & (case.all_notes | case.records.trade - case.records.common):
        is_helper = case.step.to and all(person.part in {Part.HR, Part.OTHER} for person in case.step.to)
        yield Fault(
            "There are no notes and nothing specific in the mail: write down one thing that was said, and name it.",
            severity=Severity.HINT if is_helper else Severity.WARN,
        )


def _unused_notes(case: Case) -> Fault:
    """It blocks where a note was left out that could have been said; not where no sentence would hold it."""
    language = language_for(case.interview.language, *(person.language for person in case.to[:1]))
    is_personal = case.form == "personal"
    notes = [(person, note) for person in case.to for note in person.notes if not is_personal or is_private(note)]
    if any(woven(note, person, language) for person, note in notes):
        return Fault("Nothing of what was said with them is in it: your notes have something, use it.")
    message = "Your notes on them fit no ready sentence: say in your own words what you talked about."
    return Fault(message, severity=Severity.WARN)


def is_private(note: Note) -> bool:
    """Whether a note is on the person: it stays between two people."""
    return note.channel is Channel.PERSON


def praise(case: Case) -> Iterator[Fault]:
    """C19: praise that fits any company."""
    for span in case.letter.hits.get("praise", ())[:_MANY]:
        if not case.letter.stems_in(*case.letter.sentence_at(span[0])) & case.all_notes:
            yield Fault("Praise like this fits any company: name what you liked.", span)


def perfunctory(case: Case) -> Iterator[Fault]:
    """C20: thanks for the time, and looking forward to the next steps: nothing more."""
    letter = case.letter
    phrases = letter.hits.get("perfunctory", ())
    if (
        phrases
        and len(letter.core) < _SHORT_MAIL
        and not letter.core_stems & (case.all_notes | case.records.pitch_stems)
    ):
        yield Fault("This could be anybody's mail: add what you took from the conversation.", phrases[0])


def way_on(case: Case) -> Iterator[Fault]:
    """C21: a next step, or a way to answer; the phone in the signature is one."""
    start, end = case.letter.core_span
    if not (case.letter.has("next", start, end) or "?" in case.letter.body[start:end] or has_phone(case)):
        yield Fault("The reader doesn't learn what comes next: ask a question, or say how to reach you.")


def selling(case: Case) -> Iterator[Fault]:
    """C22: the paragraph that sells, and its evidence (article: "the addition of a paragraph that sells you")."""
    letter = case.letter
    paragraphs = [span for span in letter.paragraphs if _sells(case, span)]
    if not paragraphs:
        is_over = case.step.state in {State.DONE, State.SKIPPED, State.CANCELLED}
        known = not is_over and case.step.pitch is not None
        yield Fault(
            "The paragraph that sells you is missing: add one of your selling points.",
            severity=None if known else Severity.WARN,
        )
    elif not any(_proves(case, span) for span in paragraphs):
        yield Fault(
            "The selling paragraph has no evidence: add a number, a result, a project.",
            paragraphs[0],
            severity=Severity.WARN,
        )


def _sells(case: Case, span: Span) -> bool:
    return len(case.letter.stems_in(*span) & case.records.pitch_stems) > 1 or case.letter.has("sells", *span)


def _proves(case: Case, span: Span) -> bool:
    evidence = [case.records.note_stems(pitch.evidence) for pitch in case.records.profile.pitches]
    if len(case.letter.stems_in(*span) & frozenset[str]().union(*evidence)) > 1:
        return True
    return bool(_EVIDENCE.search(_DATE.sub(" ", case.letter.body[span[0] : span[1]])))


def reason(case: Case) -> Iterator[Fault]:
    """C23: a true reason to write, newer than the last mail (article: "any news since the last email")."""
    if not _has_reason(case):
        advice = (
            f"there is one: {case.step.reason.text}." if case.step.reason else "news, an answer, a thought since then."
        )
        yield Fault(f"The mail doesn't say why it comes now: {advice}")


def _has_reason(case: Case) -> bool:
    letter, given = case.letter, case.step.reason
    start, end = letter.core_span
    if given is None:
        return letter.has("reason", start, end)
    if given.kind == "invitation_accepted" and letter.has("link", start, end):
        return True
    if given.kind == "decision_date" and letter.has("decides", start, end):
        return True
    return bool(letter.core_stems & case.records.note_stems(given.text)) or letter.has("news", start, end)


def false_reason(case: Case) -> Iterator[Fault]:
    """C23: the event that the mail speaks of is in the records, and newer than the last mail."""
    news = case.records.of(EventKind.NEWS, EventKind.MAIL_SENT)
    for topic, kinds, what in (
        ("claimed_link", _LINKED, "connecting"),
        ("claimed_news", frozenset({EventKind.NEWS}), "news"),
    ):
        spans = [span for span in case.letter.hits.get(topic, ()) if span[0] < case.letter.core_span[1]]
        if spans and not _is_on_record(case, kinds):
            yield Fault(
                f"The mail speaks of {what} that is in no record: write down the event, or take it out.",
                spans[0],
                severity=Severity.BLOCK,
            )
        elif spans and topic == "claimed_news" and not _is_of_the_records(case, spans[0]):
            yield Fault("No news in your records is about this: write it down, or check it.", spans[0])
    last = [event for event in news if event.kind is EventKind.MAIL_SENT and event.step != case.step.key]
    for event in (event for event in news if event.kind is EventKind.NEWS):
        if (
            last
            and _is_told(case, event)
            and day_of(event.at, "") < day_of(last[-1].at, "")
            and not _is_own_reason(case, event)
        ):
            yield Fault(f"\u201c{event.title}\u201d is older than your last mail: find something newer.")


def _is_on_record(case: Case, kinds: frozenset[EventKind]) -> bool:
    if EventKind.INVITATION_ACCEPTED in kinds and any(person.connected for person in case.records.people):
        return True
    told = case.step.reason.text if case.step.reason and case.step.reason.kind == "news" else ""
    stated = bool(told) and EventKind.NEWS in kinds and bool(case.letter.core_stems & case.records.note_stems(told))
    return stated or any(event.kind in kinds for event in case.interview.events) or _is_in_notes(case, kinds)


def _is_of_the_records(case: Case, span: Span) -> bool:
    """Whether the paragraph has a word of the news, the notes or the step's reason."""
    titles = [event.title for event in case.records.of(EventKind.NEWS)]
    told = [*titles, case.step.reason.text if case.step.reason else ""]
    known = case.all_notes.union(*map(case.records.note_stems, told))
    paragraph = next((place for place in case.letter.paragraphs if covers([place], span[0])), span)
    return bool(case.letter.stems_in(*paragraph) & known)


def _is_in_notes(case: Case, kinds: frozenset[EventKind]) -> bool:
    """Praise for something that a note or a bookmark speaks of is no invention."""
    if EventKind.NEWS not in kinds:
        return False
    spans = case.letter.hits.get("claimed_news", ())
    said = frozenset[str]().union(*(case.letter.stems_in(*case.letter.sentence_at(a)) for a, _ in spans))
    return bool(said & case.all_notes)


def _is_told(case: Case, event: Event) -> bool:
    about = case.records.note_stems(event.title)
    return len(about & case.letter.core_stems) > len(about) / 2


def _is_own_reason(case: Case, event: Event) -> bool:
    return case.step.reason is not None and case.step.reason.event == event.id and bool(event.id)


def after_no(case: Case) -> Iterator[Fault]:
    """C34: regret at not being the first choice, continued interest; openness only if true."""
    letter = case.letter
    start, end = letter.core_span
    excuses = letter.hits.get("excuse", [])
    if not any(start <= a < end and not covers(excuses, a) for a, _ in letter.hits.get("regret", ())):
        yield Fault("Say that you regret not being the first choice.")
    openness = [span for span in letter.hits.get("open", ()) if start <= span[0] < end]
    if is_still_open(case):
        if not openness and not letter.has("interest", start, end):
            yield Fault("Say that your interest continues.")
    elif openness:
        yield Fault("You said that you are no longer open to it: take this out.", openness[0], severity=Severity.BLOCK)


def is_still_open(case: Case) -> bool:
    """The flag of the last rejection and of the interview: both must say so."""
    told = case.records.of(EventKind.REJECTION)
    return case.interview.still_open and (not told or told[-1].still_open)
