"""Length, subject, signature, readability, and the note that goes with an invitation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from afterview.domain.checks.case import THANKS
from afterview.domain.checks.finding import Fault, Severity
from afterview.domain.checks.letter import tokens_of
from afterview.domain.events import EventKind
from afterview.domain.stems import GENERIC, is_telling, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from afterview.domain.checks.case import Case
    from afterview.domain.facts import Participant

_LONGEST: Final = {
    "follow-up": 220, "continuing-interest": 150, "one-month.hr": 150, "one-month.hiring-manager": 150, "negotiation": 150,
}  # fmt: skip
_USUAL: Final = 180
_FAR_TOO_LONG: Final = 300
_SHORTEST: Final = 40
_MUCH_TOO_SHORT: Final = 30
_PARAGRAPHS: Final = 5
_PARAGRAPH: Final = 80
_SENTENCE: Final = 35
_HARD_SENTENCE: Final = 40
_SUBJECT: Final = 78
_CJK: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
REPLY: Final = re.compile(r"\s*(?:re|fwd?|aw|wg|sv|tr)\s*(?:\[\d+\])?:\s*", re.IGNORECASE)
_EMPTY_SUBJECTS: Final = frozenset(
    """following up|follow up|followup|checking in|hello|hi|thank you|thanks|many thanks|quick question
question|interview|application|my application|update|job|touching base|(no subject)|no subject|important|urgent|thank you so much
thank you very much|re|test|untitled|thank you for your time|just checking in|quick follow up|a quick follow up|hey|greetings""".replace(
        "\n", "|"
    ).split("|")
)
_HR_MAILS: Final = frozenset({"recap", "answer", "roster.ask", "negotiation", "one-month.hr", "no-show"})
_PASSIVE: Final = re.compile(
    r"\b(?:is|are|was|were|been|being|be)\s+(?:\w+ly\s+)?\w{2,20}(?:ed|wn|en)\b", re.IGNORECASE
)
_LONG_ON_AVERAGE: Final = 26
_NO_DIGIT: Final = re.compile(r"\D+")
_PHONE_DIGITS: Final = 7
_BASIC_NOTES: Final = 5
_BASIC_LENGTH: Final = 200


def length(case: Case) -> Iterator[Fault]:
    """C15: as long as people read; Chinese and Japanese counted by characters, two to a word."""
    start, end = case.letter.core_span
    count = len(case.letter.core) + len(_CJK.findall(case.letter.body, start, end)) // 2
    most = _LONGEST.get(case.form, _USUAL)
    if count > most:
        severity = Severity.BLOCK if case.form in THANKS and count > _FAR_TOO_LONG else None
        yield Fault(f"{count} words: keep it under {most}.", severity=severity)
    if case.form in THANKS | {"follow-up"} and count < _SHORTEST:
        yield Fault(
            f"{count} words: say a little more, what you took from the conversation.",
            severity=None if count < _MUCH_TOO_SHORT else Severity.HINT,
        )
    yield from _pieces(case)


def _pieces(case: Case) -> Iterator[Fault]:
    letter = case.letter
    if len(letter.paragraphs) > _PARAGRAPHS:
        yield Fault(f"{len(letter.paragraphs)} paragraphs: five are enough.")
    for start, end in letter.paragraphs:
        if (count := len(letter.between(start, end))) > _PARAGRAPH:
            yield Fault(f"This paragraph has {count} words: break it after 80 at most.", (start, end))
            break
    for start, end in letter.sentences:
        if (count := len(letter.between(start, end))) > _SENTENCE:
            yield Fault(
                f"This sentence has {count} words: make two of it.",
                (start, end),
                severity=None if count > _HARD_SENTENCE else Severity.HINT,
            )
            break


def subject(case: Case) -> Iterator[Fault]:
    """C16: a subject that says of which role or company it is."""
    text = case.letter.subject
    bare = REPLY.sub("", text).strip()
    span = (0, len(text))
    if not bare:
        yield Fault("The subject is empty: name the role and what it is about.", None, "subject")
        return
    if len(text) > _SUBJECT:
        yield Fault(f"The subject has {len(text)} characters: keep it to {_SUBJECT}.", span, "subject")
    if sum(c.isalpha() for c in bare) > 5 and bare.isupper() and bare not in case.interview.company.name.upper():
        yield Fault("The subject shouts: write it in small letters.", span, "subject")
    if not _names_the_matter(case) and not (REPLY.match(text) and _has_thread(case)) and not _is_personal(case):
        vague = bare.casefold().strip(" .!?-") in _EMPTY_SUBJECTS
        advice = "says nothing" if vague else "names neither role nor company"
        yield Fault(f"The subject {advice}: name the role or the company.", span, "subject")
    yield from _replies(case)


def _is_personal(case: Case) -> bool:
    """A word between two people may be called by what they talked about."""
    return case.form == "personal" and bool(case.notes_of_to & {stem(t.low) for t in case.letter.subject_words})


def _names_the_matter(case: Case) -> bool:
    named = f"{case.interview.role} {case.interview.company.name}"
    wanted = {stem(t.low) for t in tokens_of(named) if is_telling(t.low)}
    return bool(wanted & {stem(t.low) for t in case.letter.subject_words}) or not wanted


def _replies(case: Case) -> Iterator[Fault]:
    text = case.letter.subject
    first = REPLY.match(text)
    if first is None:
        return
    if second := REPLY.match(text, first.end()):
        yield Fault("One \u201cRe:\u201d is enough.", (0, second.end()), "subject", Severity.WARN, second[0])
    if not _has_thread(case) and not (case.form in _HR_MAILS and case.letter.subject[:1] != "F"):
        yield Fault(
            "There is no earlier mail that this answers: take the \u201cRe:\u201d away.",
            (0, first.end()),
            "subject",
            Severity.BLOCK,
            "",
        )


def _has_thread(case: Case) -> bool:
    """Whether a mail went to somebody in To, or came from them."""
    to = {person.id for person in case.step.to}
    manager = case.records.hiring_manager
    for event in case.records.of(EventKind.MAIL_SENT, EventKind.REPLY):
        step = event.step or ""
        if event.participant in to or to & {*(event.to or ()), *(event.cc or ())}:
            return True
        to_manager = step.endswith("hiring-manager") or step.startswith("follow-up") or step == "continuing-interest"
        hr = case.records.hr
        if to_manager and ((manager and manager.id in to) or (hr and hr.id in to)):
            return True
        if any(step.endswith(f".{id_}") for id_ in to) or (
            step.endswith(".group") and case.form in {"personal", "offer-thanks"}
        ):
            return True
    return False


def signature(case: Case) -> Iterator[Fault]:
    """C39: who writes, and how to call back (article: "you want to be the first to get the call")."""
    profile, letter = case.records.profile, case.letter
    end = (
        letter.signature
        if letter.closing < len(letter.body)
        else letter.body[letter.paragraphs[-1][0] if letter.paragraphs else 0 :]
    )
    signed = {token.low for token in tokens_of(end)}
    names = {token.low for token in tokens_of(f"{profile.name} {profile.signature}")}
    if (names and not signed & names) or (not names and letter.closing == len(letter.body)):
        yield Fault("The signature is missing: end with your name.")
    if not has_phone(case):
        is_needed = case.form == "continuing-interest"
        if is_needed or profile.phone:
            yield Fault(
                "Your phone number is missing: put it under your name.", severity=None if is_needed else Severity.HINT
            )


def has_phone(case: Case) -> bool:
    """Whether the body has a number to call."""
    digits = _NO_DIGIT.sub("", case.letter.body)
    wanted = _NO_DIGIT.sub("", case.records.profile.phone)
    if wanted:
        return wanted[-_PHONE_DIGITS:] in digits
    return any(
        sum(c.isdigit() for c in run[0]) >= _PHONE_DIGITS
        for run in re.finditer(r"\+?[\d(][\d ()/.-]{6,24}\d", case.letter.body)
    )


def readability(case: Case) -> Iterator[Fault]:
    """C44: more than oneself, in the active voice, in short sentences. Heuristic."""
    letter = case.letter
    firsts = [letter.between(*span)[0] for span in letter.paragraphs]
    if len(firsts) > 1 and all(token.low.split("'")[0] == "i" for token in firsts):
        yield Fault(
            "Every paragraph begins with \u201cI\u201d: begin one with the reader.", (firsts[-1].start, firsts[-1].end)
        )
    count = len(letter.sentences)
    if count > 2 and len(letter.core) / count > _LONG_ON_AVERAGE:
        yield Fault("The sentences are long: shorten them.")
    passive = sum(1 for _ in _PASSIVE.finditer(letter.body, *letter.core_span))
    if count > 2 and passive / count > 1 / 2:
        yield Fault("Much of it is in the passive: say who does what.")


def invitation(case: Case) -> Iterator[Fault]:
    """C48: the note of an invitation: short, to a person, about something. None at all is the reader's to take or leave."""
    letter, limit = case.letter, case.policy.invite_limit
    if not letter.body.strip():
        return
    if len(letter.body) > limit:
        yield Fault(f"{len(letter.body)} characters: {case.policy.network} takes {limit}.", (limit, len(letter.body)))
    low = set(letter.counts)
    if case.step.to and not low & _called(case.step.to[0]):
        yield Fault(f"The note has no name: begin with {case.step.to[0].name.split()[0]}.", severity=Severity.WARN)
    own = {stem(t.low) for t in letter.words} - GENERIC
    if letter.hits.get("invite") and len(own & (case.records.stems | case.all_notes)) < 3:
        yield Fault(
            "This is the network's own text: say where you met and about what.",
            letter.hits["invite"][0],
            severity=Severity.WARN,
        )
    yield from _quota(case)
    for span in letter.hits.get("plea", ()):
        yield Fault("An invitation asks for nothing: take the request out.", span, severity=Severity.WARN)


def _quota(case: Case) -> Iterator[Fault]:
    """LinkedIn lets a basic member send five invitations with a note in a month; longer notes are for those who pay."""
    day = case.sent_on
    is_basic = case.policy.network.casefold() == "linkedin" and case.policy.invite_limit <= _BASIC_LENGTH
    if day is None or not is_basic:
        return
    days = [case.records.day_of(e.at) for e in case.records.of(EventKind.INVITATION_SENT) if e.body or not e.step]
    count = sum((sent.year, sent.month) == (day.year, day.month) for sent in days)
    if count >= _BASIC_NOTES:
        yield Fault(
            f"{count} invitations with a note went out this month, and LinkedIn lets basic members send {_BASIC_NOTES}: "
            "send this one without a note, or next month.",
            severity=Severity.WARN,
        )


def _called(person: Participant) -> set[str]:
    return {token.low for token in tokens_of(f"{person.name} {person.given_name} {person.family_name}")}
