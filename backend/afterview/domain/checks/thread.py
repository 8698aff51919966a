"""C47, the thread: a reminder answers the mail before it, so that both are read together.

No record holds the identity of a mail that went out (``api.md``: an event of a mail has its subject and text), and the
user's own mail program sends: what ties the two is the subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from afterview.domain.checks.finding import Fault
from afterview.domain.checks.shape import REPLY
from afterview.domain.events import EventKind
from afterview.domain.words import day_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from afterview.domain.checks.case import Case
    from afterview.domain.events import Event


def in_thread(case: Case) -> Iterator[Fault]:
    """The subject is that of the last mail to the same person, answered."""
    sent = [event for event in case.records.of(EventKind.MAIL_SENT) if event.subject and _is_theirs(case, event)]
    if not sent:
        return
    last, subject = REPLY.sub("", sent[-1].subject).strip(), case.letter.subject
    if REPLY.match(subject) and REPLY.sub("", subject).strip().casefold() == last.casefold():
        return
    day = day_name(case.records.day_of(sent[-1].at), case.sent_on or case.records.day_of(sent[-1].at))
    yield Fault(
        f"Your mail of {day} starts a thread: reply to it, so that both are read together.",
        (0, len(subject)),
        "subject",
        fix=f"Re: {last}",
    )


def _is_theirs(case: Case, event: Event) -> bool:
    """Whether the mail went to whom this one goes to."""
    if event.step == case.step.key:
        return False
    if event.to is not None:
        return any(person.id in event.to for person in case.step.to)
    step = event.step or ""
    return step.endswith("hiring-manager") or step.startswith("follow-up")
