"""What pauses the reminders and the calls: a reply to answer, a hold, a wish for silence, the soft stop."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from afterview.domain.events import EventKind
from afterview.domain.situation import Situation, once
from afterview.domain.steps import Remark
from afterview.domain.timing import called
from afterview.domain.words import day_name

if TYPE_CHECKING:
    from afterview.domain.events import Event
    from afterview.domain.facts import Participant
    from afterview.domain.loops import Loop
    from afterview.domain.workdays import Clock


@dataclass(frozen=True, slots=True)
class Mark:
    """A day from which the next step is counted, and what happened on it."""

    on: date
    what: str


def hold_ends_on(s: Situation, clock: Clock) -> date | None:
    """The business day on which a hold with an end lifts itself."""
    hold = s.history.hold
    return clock.workdays.after(hold.until, 1) if hold and hold.until else None


def company_pauses(s: Situation, clock: Clock) -> tuple[Remark, ...]:
    """What pauses reminders and calls alike: the company wants silence, or the role is on hold."""
    remarks = list(silence_pause(s))
    hold, ends_on = s.history.hold, hold_ends_on(s, clock)
    if hold and (ends_on is None or s.today < ends_on):
        since = f"The role is on hold since {day_name(clock.day(hold.at), s.today)}"
        lifted = f"until {day_name(ends_on, s.today)}" if ends_on else 'until you record "resumed"'
        remarks.append(Remark("on-hold", f"{since}, {lifted}."))
    return tuple(remarks)


def silence_pause(s: Situation) -> tuple[Remark, ...]:
    """The company asked not to be written to."""
    if (silence := s.history.silence) is None:
        return ()
    day = day_name(s.company_clock.day(silence.at), s.today)
    return (Remark("no-contact", f'On {day} they asked for no more contact. Record "resumed" once they write again.'),)


def personal_pause(s: Situation, person: Participant | None) -> tuple[Remark, ...]:
    """The wish of the very person in To not to be written to."""
    if person is None or not (silence := s.history.silent.get(person.id)):
        return ()
    day = day_name(s.clock(person).day(silence.at), s.today)
    message = f'{called(person)} asked on {day} not to be written to. Record "resumed" once that has changed.'
    return (Remark("no-contact", message, participant=person.id),)


@once
def replies_to_answer(s: Situation) -> list[tuple[int, Event]]:
    """The replies of the hiring manager or HR that still pause the reminders, each with its order."""
    h = s.history
    return [
        (order, reply)
        for order, reply in human_replies(s)
        if max(h.promise_order, h.resumed_order, h.outcome_order) < order and not answered_by(s, order, reply)
    ]


@once
def human_replies(s: Situation) -> list[tuple[int, Event]]:
    """The replies of the hiring manager and of HR; anybody else's is only recorded."""
    return [(order, event) for order, event in s.history.of(EventKind.REPLY) if event.participant in s.deciding]


def answered_by(s: Situation, order: int, reply: Event) -> Event | None:
    """The mail that says that it answers, else the first later one to the person who replied."""
    by_step = s.history.done.get(f"answer.{reply.id}")
    later = (mail.event for mail in s.history.mails if mail.order > order and reply.participant in mail.to)
    return by_step or next(later, None)


@once
def reply_pauses(s: Situation) -> tuple[Remark, ...]:
    """A reply pauses the reminders until it is answered or a date is told; it never silently ends the plan."""
    return tuple(_reply_pause(s, reply) for _, reply in replies_to_answer(s))


def _reply_pause(s: Situation, reply: Event) -> Remark:
    person = s.people.get(reply.participant or "")
    day = day_name(s.clock(person).day(reply.at), s.today)
    message = f"{called(person)} replied on {day}: answer, or record the decision date or the outcome they told you."
    return Remark("reply", message, participant=reply.participant)


@once
def manager_days(s: Situation) -> list[date]:
    """The days on which the hiring manager got a mail, in To or Cc, in order."""
    person = s.hiring_manager
    if person is None:
        return []
    day = s.clock(person).day
    return sorted([day(mail.event.at) for mail in s.history.mails if mail.reaches(person.id)])


@once
def reminders_are_open(s: Situation) -> bool:
    """Reminders are open once a first mail was sent, or where no round that is over still wants one."""
    sent = any(
        (mail.event.step or "").endswith(".hiring-manager") and not (mail.event.step or "").startswith("one-month")
        for mail in s.history.mails
    )
    return sent or (s.any_round_ended and not any(s.has_ended(loop) for loop in loops_to_write_after(s)))


def wants_first_mail(loop: Loop, s: Situation) -> bool:
    """Whether R4 has somebody to thank: the hiring manager came or was not expected, and somebody turned up."""
    if len(loop.met) == len(loop.invited):
        return True
    absent = {person.id for person in loop.invited} - {person.id for person in loop.met}
    return bool(loop.met) and not (s.hiring_manager and s.hiring_manager.id in absent)


@once
def loops_to_write_after(s: Situation) -> list[Loop]:
    """The loops whose mail to the hiring manager is still to be sent."""
    return [
        loop
        for loop in s.loops
        if loop.ends_at and wants_first_mail(loop, s) and not _settled(s, f"{loop.id}.hiring-manager")
    ]


def _settled(s: Situation, key: str) -> bool:
    decision = s.decisions.get(key)
    return key in s.history.done or (decision is not None and decision.skipped is not None)


@once
def unanswered(s: Situation) -> list[Mark]:
    """The reminders sent since the last reply, the last "resumed" and the last round."""
    since = max([order for order, _ in human_replies(s)] + [s.history.resumed_order])
    clock = s.clock(s.hiring_manager)
    newest = max((clock.day(sitting.starts_at) for sitting in s.rounds), default=date.min)
    return [
        Mark(day, "your reminder")
        for mail in s.history.mails
        if mail.order > since
        and (mail.event.step or "").startswith("follow-up.")
        and (day := clock.day(mail.event.at)) > newest
    ]


@once
def soft_stop_on(s: Situation) -> date | None:
    """The day on which the soft stop was reached: that of the last counted reminder."""
    counted = unanswered(s)
    if len(counted) < s.policy.soft_stop_after or not reminders_are_open(s):
        return None
    if counted:
        return counted[-1].on
    if s.history.resumed_order >= 0:
        return None
    days = manager_days(s)
    return days[-1] if days else s.today


@once
def soft_stop_pause(s: Situation) -> tuple[Remark, ...]:
    """At the soft stop the app asks instead of nagging."""
    if (day := soft_stop_on(s)) is None:
        return ()
    count = len(unanswered(s))
    sent = f"{count} reminder{'' if count == 1 else 's'} went unanswered" if count else "No reminders are wanted"
    message = f'{sent} as of {day_name(day, s.today)}: close it and move on, or record "resumed" to go on.'
    return (Remark("soft-stop", message),)
