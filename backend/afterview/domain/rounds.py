"""What a round brings, before (R1, R2), during (R3) and after it (R4 to R7), and when each is due."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from afterview.domain import people, timing
from afterview.domain.facts import Part
from afterview.domain.history import ENDED
from afterview.domain.pauses import wants_first_mail
from afterview.domain.policy import GroupMail
from afterview.domain.situation import once
from afterview.domain.subjects import Subject
from afterview.domain.words import first_name, is_named, series

if TYPE_CHECKING:
    from collections.abc import Iterator

    from afterview.domain.facts import Participant, Round
    from afterview.domain.loops import Loop
    from afterview.domain.situation import Situation
    from afterview.domain.timing import Due

MANY: Final = 3


@once
def incomplete_rounds(s: Situation) -> tuple[Subject, ...]:
    """R1: the rounds ahead of which something about somebody is missing; after all of them, the last one."""
    form = "roster"
    if not s.interview.rounds:
        return tuple(Subject(f"{loop.id}.{form}", round=loop.id) for loop in s.loops)
    incomplete = [sitting for sitting in s.rounds if lacking(s, sitting)]
    ahead = [sitting for sitting in incomplete if not s.has_ended(sitting)]
    return tuple(
        Subject(f"{sitting.id}.{form}", round=sitting.id, sitting=sitting) for sitting in ahead or incomplete[-1:]
    )


def asks_for_names(s: Situation) -> Iterator[Subject]:
    """R1: the same rounds, for the mail that asks HR; HR is not asked for HR's own address."""
    for subject in incomplete_rounds(s):
        if subject.sitting is None or lacking(s, subject.sitting, but=s.hr):
            yield Subject(f"{subject.key}.ask", round=subject.round, sitting=subject.sitting)


def lacking(s: Situation, sitting: Round, *, but: Participant | None = None) -> tuple[str, ...]:
    """What is missing about those of a round and the hiring manager: name, title, address; of HR no title."""
    if not s.interview.participants:
        return ("nobody is named yet",)
    those = {p.id: p for p in (*s.meant_to_meet(sitting), s.hiring_manager, s.hr) if p and p is not but}.values()
    gaps = [f"{first_name(p)}'s {series(missing)}" for p in those if (missing := _gaps(p))]
    return tuple(gaps) if s.hiring_manager else (*gaps, "who the hiring manager is")


def _gaps(person: Participant) -> list[str]:
    gaps = [] if is_named(person) else ["name"]
    if not person.title and person.part is not Part.HR:
        gaps.append("title")
    return gaps if person.email else [*gaps, "address"]


def eve_of_round(s: Situation, subject: Subject) -> Due:
    """R1's day, with what is missing in its reason."""
    return timing.before_the_round(s, subject.sitting, _named(lacking(s, subject.sitting) if subject.sitting else ()))


def days_before_round(s: Situation, subject: Subject) -> Due:
    """R1's mail."""
    gaps = lacking(s, subject.sitting, but=s.hr) if subject.sitting else ()
    return timing.ask_before_the_round(s, subject.sitting, _named(gaps))


def _named(gaps: tuple[str, ...]) -> str:
    """What is missing, in words; of many gaps the first three."""
    return ", ".join(gaps[:MANY]) + (f" and {len(gaps) - MANY} more" if len(gaps) > MANY else "")


def no_bookmark(s: Situation) -> Iterator[Subject]:
    """R2: while no source of news is bookmarked."""
    if not s.interview.bookmarks:
        yield Subject("news")


def eve_of_first_round(s: Situation, _: Subject) -> Due:
    """R2's day."""
    return timing.before_the_first_round(s)


def rounds_without_notes(s: Situation) -> Iterator[Subject]:
    """R3: every round of which somebody's notes are missing; those of none that is there to the meetings in order."""
    there = {sitting.id for sitting in s.interview.rounds}
    loose = {person.id: sum(note.round not in there for note in person.notes) for person in s.interview.participants}
    for sitting in s.rounds:
        unnoted = [person for person in _who_came(s, sitting) if not _named_in(sitting, person)]
        if s.has_ended(sitting):
            noted = {person.id for person in unnoted if loose[person.id]}
            for known in noted:
                loose[known] -= 1
            unnoted = [person for person in unnoted if person.id not in noted]
        if unnoted or not s.interview.participants:
            yield Subject(f"{sitting.id}.debrief", round=sitting.id, sitting=sitting)


def _who_came(s: Situation, sitting: Round) -> list[Participant]:
    """Those of a round but who did not come that day."""
    loop = s.loop_of(sitting.id)
    came = {person.id for person in loop.met} if loop else set[str]()
    return [person for person in s.meant_to_meet(sitting) if person.id in came]


def _named_in(sitting: Round, person: Participant) -> bool:
    return any(note.round == sitting.id for note in person.notes)


def end_of_round(s: Situation, subject: Subject) -> Due:
    """R3's day."""
    return timing.at_the_end(s, subject.sitting) if subject.sitting else timing.unknown(s.user_clock, timing.NO_ROUND)


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
        alone = _written_to_alone(s, loop) if talked else frozenset[str]()
        for person in talked:
            if person.id not in alone:
                yield Subject(f"{loop.id}.personal.{person.id}", loop.id, loop, person=person)


def _written_to_alone(s: Situation, loop: Loop) -> frozenset[str]:
    """Those whose first mail has nobody else in To: the personal note goes into that one."""
    others = s.others(loop)
    if s.policy.group_mail is GroupMail.GROUP:
        planned = timing.after_the_round(s, loop, s.clock(s.hiring_manager)).on
        others = people.wanted(s, others, people.leaves_on(s, planned))
    each = s.policy.group_mail is GroupMail.INDIVIDUAL or len(others) == 1
    return frozenset(person.id for person in others if each)


def personal_mail(s: Situation, subject: Subject) -> Due:
    """R6: on the recipient's clock."""
    clock = s.clock(subject.person)
    return timing.after_the_round(s, subject.loop, clock) if subject.loop else timing.unknown(clock, timing.NO_ROUND)


def people_to_invite(s: Situation) -> Iterator[Subject]:
    """R7: everybody met, under the first loop that met them; with the first, the hiring manager and HR too."""
    if s.history.silence or not s.rounds:
        return
    seen: set[str] = set()
    for index, loop in enumerate(loop for loop in s.loops if _was_held(s, loop)):
        known = (*loop.met, *(p for p in (s.hiring_manager, s.hr) if p and index == 0))
        for person in known:
            if person.id not in seen and not person.connected and person.id not in s.history.silent:
                yield Subject(
                    f"{loop.id}.invite.{person.id}",
                    loop.id,
                    loop,
                    person=person,
                    event=s.history.invited.get(person.id),
                )
            seen.add(person.id)


def _was_held(s: Situation, loop: Loop) -> bool:
    """Not a round that was still ahead when the end was told: nobody was met in it."""
    told = s.history.outcome_event if s.history.outcome in ENDED else None
    day = s.company_clock.day
    return told is None or loop.ends_at is None or day(loop.ends_at) <= day(told.at)


def invitation(s: Situation, subject: Subject) -> Due:
    """R7's day."""
    theirs = s.clock(subject.person)
    return timing.after_the_first_mails(s, subject.loop, theirs) if subject.loop else timing.unknown(theirs, "")
