"""What a check looks at: one draft beside the step it is for, the records, and the other drafts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

from afterview.domain.checks.finding import Fault, Words
from afterview.domain.facts import Channel
from afterview.domain.keys import parse_key
from afterview.domain.workdays import SATURDAY_AND_SUNDAY, Workdays

if TYPE_CHECKING:
    from datetime import date

    from afterview.domain.checks.letter import Letter
    from afterview.domain.checks.records import Records
    from afterview.domain.decisions import Text
    from afterview.domain.facts import Interview, Participant
    from afterview.domain.policy import Policy
    from afterview.domain.steps import Step
    from afterview.domain.workdays import DaysOff

FIRST: Final = frozenset({"hiring-manager", "group", "individual", "personal"})
"""R4 to R6."""
THANKS: Final = FIRST | {"offer-thanks"}
AFTER_NO: Final = frozenset({"continuing-interest", "one-month.hr", "one-month.hiring-manager"})
"""R15 and R16."""
MAILS: Final = (
    THANKS
    | AFTER_NO
    | {
        *("follow-up", "recap", "answer", "negotiation", "decline", "withdrawal", "no-show", "roster.ask"),
    }
)
WRITTEN: Final = MAILS | {"invite"}
EVERYTHING: Final = WRITTEN | {"call"}


class Weekends:
    """Days off where nobody knows of any holidays: Saturday and Sunday."""

    def weekend(self, country: str) -> frozenset[int]:  # noqa: ARG002 - as everywhere
        """Saturday and Sunday."""
        return SATURDAY_AND_SUNDAY

    def holidays(self, country: str, subdivision: str, year: int) -> frozenset[date]:  # noqa: ARG002 - as in every year
        """None."""
        return frozenset()


WEEKENDS: Final = Weekends()


class Case:
    """The arguments of ``check_draft``, and what several checks work out from them."""

    def __init__(  # noqa: PLR0913 - as ``check_draft``
        self,
        letter: Letter,
        step: Step,
        records: Records,
        *,
        policy: Policy,
        others: Sequence[tuple[str, Text]],
        words: Words,
        days_off: DaysOff,
        elsewhere: Collection[tuple[str, str]] = (),
        is_outdated: bool = False,
    ) -> None:
        """The arguments of ``check_draft``."""
        self.letter, self.step, self.records = letter, step, records
        self.policy, self.others, self.words = policy, others, words
        self.days_off, self.elsewhere, self.is_outdated = days_off, elsewhere, is_outdated
        key = parse_key(step.key)
        self.form = key.form if key else ""
        self.number = (key.number if key else None) or 1

    @property
    def interview(self) -> Interview:
        """The records' interview."""
        return self.records.interview

    @property
    def to(self) -> tuple[Participant, ...]:
        """The people in To."""
        return self.step.to

    @property
    def sent_on(self) -> date | None:
        """The day on which the step is due, which is when it leaves."""
        return self.step.due_on

    @cached_property
    def workdays(self) -> Workdays:
        """The reader's business days: those of their own country where the records name it, else the company's."""
        company = self.interview.company
        place = next((person for person in self.to if person.country), company)
        return Workdays(
            self.days_off,
            place.country,
            place.subdivision,
            weekend=company.weekend if place is company else (),
            added=company.days_off_add,
            removed=company.days_off_remove,
        )

    @cached_property
    def language(self) -> str:
        """``de`` or ``fr`` where the text is, else ``en``: by its commonest words."""
        found = {low for low in self.letter.counts if low in _MARKS}
        german = len(found & _GERMAN)
        french = len(found & _FRENCH)
        most = max(german, french, len(found & _ENGLISH))
        return "de" if german == most > 0 else "fr" if french == most > 0 else "en"

    @cached_property
    def notes_of_to(self) -> frozenset[str]:
        """What the notes of those in To are about that all of them may read; for a first mail those of its rounds."""
        rounds = {sitting.id for sitting in self.records.loop(self.step.round)} if self.form in FIRST else set[str]()
        texts = [
            note.text
            for person in self.to
            for note in person.notes
            if not note.sensitive
            and (not rounds or not note.round or note.round in rounds)
            and (len(self.to) == 1 or note.channel is not Channel.PERSON)
        ]
        return frozenset[str]().union(*map(self.records.note_stems, texts))

    @cached_property
    def all_notes(self) -> frozenset[str]:
        """What the notes of anybody are about."""
        texts = [note.text for person in self.records.people for note in person.notes if not note.sensitive]
        return frozenset[str]().union(*map(self.records.note_stems, texts))


_ENGLISH: Final = frozenset("the and to of for you with our was your about that is it my would thank".split())
_GERMAN: Final = frozenset(
    "und der die das ich sie ihnen mit f\u00fcr ist ein eine vielen dank \u00fcber auf zu nicht mich".split()
)
_FRENCH: Final = frozenset("le la les et vous je pour avec une un des est que mon merci votre sur nous".split())
_MARKS: Final = _ENGLISH | _GERMAN | _FRENCH

Look = Callable[[Case], Iterable[Fault]]
