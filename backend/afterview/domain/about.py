"""What brings a step: for each rule, the rounds, people, events and numbers that it is about, and when each is due."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from afterview.domain import calling, pacing, people, timing
from afterview.domain.events import EventKind
from afterview.domain.facts import Part
from afterview.domain.history import ENDED, Outcome
from afterview.domain.pauses import answered_by, human_replies, soft_stop_on, wants_first_mail
from afterview.domain.policy import GroupMail, OneMonth
from afterview.domain.steps import State
from afterview.domain.words import day_name, first_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from afterview.domain.events import Event
    from afterview.domain.facts import Participant, Round
    from afterview.domain.pacing import Turn
    from afterview.domain.situation import Loop, Situation
    from afterview.domain.timing import Due

OPEN = frozenset({State.UPCOMING, State.DUE, State.OVERDUE, State.READY, State.BLOCKED, State.PAUSED})


@dataclass(frozen=True, slots=True)
class Subject:
    """What one step is about. ``round`` is the id in its key."""

    key: str
    round: str | None = None
    loop: Loop | None = None
    sitting: Round | None = None
    person: Participant | None = None
    event: Event | None = None
    turn: Turn | None = None


# Before


def incomplete_rounds(s: Situation) -> Iterator[Subject]:
    """R1: the rounds ahead of which something about somebody is missing; after all of them, the last one."""
    form = "roster"
    if not s.interview.rounds:
        yield Subject(f"{s.loops[0].id}.{form}", round=s.loops[0].id)
        return
    incomplete = [sitting for sitting in s.rounds if lacking(s, sitting)]
    ahead = [sitting for sitting in incomplete if not s.has_ended(sitting)]
    for sitting in ahead or incomplete[-1:]:
        yield Subject(f"{sitting.id}.{form}", round=sitting.id, sitting=sitting)


def asks_for_names(s: Situation) -> Iterator[Subject]:
    """R1: the same rounds, for the mail that asks HR."""
    for subject in incomplete_rounds(s):
        yield Subject(f"{subject.key}.ask", round=subject.round, sitting=subject.sitting)


def lacking(s: Situation, sitting: Round) -> tuple[str, ...]:
    """What is missing about those of a round and the hiring manager: title or address of each; of HR the address."""
    if not s.interview.participants:
        return ("nobody is named yet",)
    those = [*s.meant_to_meet(sitting)]
    those += [p for p in (s.hiring_manager, s.hr) if p and p not in those]
    gaps = [f"{first_name(p)}'s {' and '.join(missing)}" for p in those if (missing := _gaps(p))]
    return tuple(gaps) if s.hiring_manager else (*gaps, "who the hiring manager is")


def _gaps(person: Participant) -> list[str]:
    wanted = {"title": person.title or person.part is Part.HR, "address": person.email}
    return [word for word, known in wanted.items() if not known]


def eve_of_round(s: Situation, subject: Subject) -> Due:
    """R1's day, with what is missing in its reason."""
    return timing.before_the_round(s, subject.sitting, lacking=True)


def days_before_round(s: Situation, subject: Subject) -> Due:
    """R1's mail."""
    return timing.ask_before_the_round(s, subject.sitting)


def no_bookmark(s: Situation) -> Iterator[Subject]:
    """R2: while no source of news is bookmarked."""
    if not s.interview.bookmarks:
        yield Subject("news")


def eve_of_first_round(s: Situation, _: Subject) -> Due:
    """R2's day."""
    return timing.before_the_first_round(s)


# During


def rounds_without_notes(s: Situation) -> Iterator[Subject]:
    """R3: every round of which somebody's notes are missing."""
    for sitting in s.rounds:
        if not all(person.notes for person in s.meant_to_meet(sitting)) or not s.interview.participants:
            yield Subject(f"{sitting.id}.debrief", round=sitting.id, sitting=sitting)


def end_of_round(s: Situation, subject: Subject) -> Due:
    """R3's day."""
    return timing.at_the_end(s, subject.sitting) if subject.sitting else timing.unknown(s.user_clock, timing.NO_ROUND)


# Afterwards


def loops_of_hiring_manager(s: Situation) -> Iterator[Subject]:
    """R4: after every round, whether the hiring manager was there or not."""
    return (Subject(f"{loop.id}.hiring-manager", loop.id, loop) for loop in s.loops if wants_first_mail(loop, s))


def loops_with_others(s: Situation) -> Iterator[Subject]:
    """R5: the loops with other interviewers. While nobody is named there may be some: the mail is there, and waits."""
    if s.policy.group_mail is GroupMail.GROUP:
        for loop in s.loops:
            if s.others(loop) or not s.interview.participants:
                yield Subject(f"{loop.id}.group", loop.id, loop)


def others_one_by_one(s: Situation) -> Iterator[Subject]:
    """R5, where the policy has one mail to each."""
    if s.policy.group_mail is GroupMail.INDIVIDUAL:
        for loop in s.loops:
            for person in s.others(loop):
                yield Subject(f"{loop.id}.individual.{person.id}", loop.id, loop, person=person)


def first_mail(s: Situation, subject: Subject) -> Due:
    """R4 and R5: on the hiring manager's clock."""
    clock = s.clock(s.hiring_manager)
    return timing.after_the_round(s, subject.loop, clock) if subject.loop else timing.unknown(clock, timing.NO_ROUND)


def personal_talks(s: Situation) -> Iterator[Subject]:
    """R6: whoever has a personal note to follow up and gets no mail alone anyway."""
    for loop in s.loops:
        talked = [p for p in loop.met if p is not s.hiring_manager and people.personal_notes(s, p, loop)]
        alone = _written_to_alone(s, loop) if talked else ()
        for person in talked:
            if person not in alone:
                yield Subject(f"{loop.id}.personal.{person.id}", loop.id, loop, person=person)


def _written_to_alone(s: Situation, loop: Loop) -> tuple[Participant, ...]:
    """Those whose first mail has nobody else in To: the personal note goes into that one."""
    others = s.others(loop)
    if s.policy.group_mail is GroupMail.INDIVIDUAL:
        return others
    addressed = people.wanted(s, others, timing.after_the_round(s, loop, s.clock(s.hiring_manager)).on)
    return addressed if len(addressed) == 1 else ()


def personal_mail(s: Situation, subject: Subject) -> Due:
    """R6: on the recipient's clock."""
    clock = s.clock(subject.person)
    return timing.after_the_round(s, subject.loop, clock) if subject.loop else timing.unknown(clock, timing.NO_ROUND)


def people_to_invite(s: Situation) -> Iterator[Subject]:
    """R7: everybody met, under the first loop that met them; with the first, the hiring manager and HR too."""
    if s.history.silence or not s.rounds:
        return
    seen: set[str] = set()
    for index, loop in enumerate(s.loops):
        known = (*loop.met, *(p for p in (s.hiring_manager, s.hr) if p and index == 0))
        for person in known:
            if person.id not in seen and not person.connected and person.id not in s.history.silent:
                yield Subject(f"{loop.id}.invite.{person.id}", loop.id, loop, person=person, event=s.history.invited.get(person.id))
            seen.add(person.id)


def invitation(s: Situation, subject: Subject) -> Due:
    """R7's day."""
    if not subject.loop or not subject.person:
        return timing.unknown(s.company_clock, timing.NO_ROUND)
    return timing.after_the_first_mails(s, subject.loop, subject.person)


def reminders(s: Situation) -> Iterator[Subject]:
    """R9."""
    return (Subject(f"follow-up.{turn.number}", turn=turn) for turn in pacing.reminders(s))


def calls(s: Situation) -> Iterator[Subject]:
    """R10."""
    return (Subject(f"call.{turn.number}", turn=turn) for turn in calling.calls(s))


def turn(s: Situation, subject: Subject) -> Due:
    """The numbered steps bring their day along."""
    return subject.turn.due if subject.turn else timing.unknown(s.company_clock, timing.NO_ROUND)


def calls_made(s: Situation) -> Iterator[Subject]:
    """R11: every call with HR."""
    for number, event in sorted(s.history.calls.items()):
        yield Subject(f"call.{number}.recap", person=s.people.get(event.participant or ""), event=event)


def after_call(s: Situation, subject: Subject) -> Due:
    """R11's day."""
    return _on_the_day(s, subject, "the call")


def replies(s: Situation) -> Iterator[Subject]:
    """The replies of the hiring manager and HR that told no date; one is done by any later mail to that person."""
    for order, event in human_replies(s):
        if event.decision_on is None and (person := s.people.get(event.participant or "")):
            yield Subject(f"answer.{event.id}", person=person, event=answered_by(s, order, event) or event)


def after_reply(s: Situation, subject: Subject) -> Due:
    """An answer: the next business day."""
    reply = next(event for _, event in human_replies(s) if f"answer.{event.id}" == subject.key)
    clock = s.clock(subject.person)
    return timing.after_event(s, clock, reply, f"the reply of {timing.called(subject.person)}")


# The outcome


def everybody_after_acceptance(s: Situation) -> Iterator[Subject]:
    """R13."""
    if s.history.outcome is Outcome.ACCEPTED:
        for person in people.everybody_involved(s):
            yield Subject(f"offer-thanks.{person.id}", person=person, event=s.history.outcome_event)


def open_offer(s: Situation) -> Iterator[Subject]:
    """R14."""
    return _on_outcome(s, Outcome.OFFER, "negotiation")


def before_answer(s: Situation, subject: Subject) -> Due:
    """R14's day."""
    to = people.whom_to_negotiate_with(s)
    clock = s.clock(to[0] if to else None)
    return timing.before_the_answer(s, clock, subject.event) if subject.event else timing.unknown(clock, timing.NO_ROUND)


def rejection(s: Situation) -> Iterator[Subject]:
    """R15."""
    return _on_outcome(s, Outcome.REJECTED, "continuing-interest")


def declined(s: Situation) -> Iterator[Subject]:
    """The user declined the offer."""
    return _on_outcome(s, Outcome.DECLINED, "decline")


def withdrawn(s: Situation) -> Iterator[Subject]:
    """The user withdrew."""
    return _on_outcome(s, Outcome.WITHDRAWN, "withdrawal")


def _on_outcome(s: Situation, outcome: Outcome, key: str) -> Iterator[Subject]:
    if s.history.outcome is outcome:
        yield Subject(key, event=s.history.outcome_event)


_OUTCOME_WORDS = {
    Outcome.ACCEPTED: "you accepted the offer",
    Outcome.DECLINED: "you declined the offer",
    Outcome.REJECTED: "you were told that somebody else was chosen",
    Outcome.WITHDRAWN: "you withdrew",
}


def after_outcome(s: Situation, subject: Subject) -> Due:
    """R13, R15, decline, withdrawal: one business day after it was told."""
    clock = s.clock(subject.person or s.hiring_manager)
    what = _OUTCOME_WORDS.get(s.history.outcome, "the outcome")
    return timing.after_event(s, clock, subject.event, what) if subject.event else timing.unknown(clock, timing.NO_ROUND)


def still_open(s: Situation) -> bool:
    """R16 is for those whose "continued openness to joining the team" is true."""
    told = s.history.outcome_event
    return s.interview.still_open and (told is None or told.still_open)


def month_later(s: Situation) -> Iterator[Subject]:
    """R16, to HR."""
    return _on_outcome(s, Outcome.REJECTED, "one-month.hr") if still_open(s) else iter(())


def month_later_to_hiring_manager(s: Situation) -> Iterator[Subject]:
    """R16, to the hiring manager, where the policy has a mail of its own."""
    separate = s.policy.one_month_hiring_manager is OneMonth.SEPARATE
    return _on_outcome(s, Outcome.REJECTED, "one-month.hiring-manager") if separate and still_open(s) else iter(())


def copies_hiring_manager(s: Situation) -> bool:
    """R16, in copy."""
    return s.policy.one_month_hiring_manager is OneMonth.CC


def month_after(s: Situation, subject: Subject) -> Due:
    """R16's day."""
    clock = s.clock(s.hr if subject.key == "one-month.hr" else s.hiring_manager)
    return timing.a_month_after(s, clock, subject.event) if subject.event else timing.unknown(clock, timing.NO_ROUND)


def no_shows(s: Situation) -> Iterator[Subject]:
    """Whoever did not call or come."""
    for _, event in s.history.of(EventKind.NO_SHOW):
        yield Subject(f"no-show.{event.id}", person=s.people.get(event.participant or ""), event=event)


def after_no_show(s: Situation, subject: Subject) -> Due:
    """The same day."""
    return _on_the_day(s, subject, f"{timing.called(subject.person)} did not come")


def _on_the_day(s: Situation, subject: Subject, what: str) -> Due:
    clock = s.clock(subject.person)
    return timing.hour_after(s, clock, subject.event, what) if subject.event else timing.unknown(clock, timing.NO_ROUND)


def nothing_left(s: Situation) -> Iterable[Subject]:
    """R17: an ended process without an open step; or the soft stop."""
    over = s.history.outcome in ENDED and not any(step.state in OPEN for step in s.planned)
    return (Subject("close"),) if over or s.history.closed or (s.history.outcome is Outcome.NONE and soft_stop_on(s)) else ()


def closing(s: Situation, _: Subject) -> Due:
    """R17: the day the last open step was done or skipped; at the soft stop, the day it was reached."""
    clock = s.user_clock
    stop = soft_stop_on(s)
    if s.history.outcome is Outcome.NONE and stop:
        return timing.due(clock, stop, timing.TASKS, f"On {day_name(stop, s.today)} the last reminder went out: cut your losses, or go on.")
    told = s.history.outcome_event
    days = [clock.day(step.done_at) for step in s.planned if step.state is State.DONE and step.done_at]
    days += [min(step.due_on, s.today) for step in s.planned if step.state is State.SKIPPED and step.due_on]
    on = max([*days, clock.day(told.at) if told else s.today])
    return timing.due(clock, on, timing.TASKS, f"Nothing is open any more since {day_name(on, s.today)}.")
