"""Who: To and Cc of every step, who is left out, and what is missing before a step can go (``api.md`` section 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from afterview.domain.facts import Channel, Part
from afterview.domain.history import away, bounced
from afterview.domain.policy import PersonalMail
from afterview.domain.steps import Remark
from afterview.domain.words import first_name

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from afterview.domain.facts import Note, Participant
    from afterview.domain.loops import Loop
    from afterview.domain.situation import Situation

People = tuple["Participant", ...]


def pointer(s: Situation, person: Participant, member: str) -> str:
    """Where a member of the person stands in the interview's document."""
    return f"/participants/{s.places[person.id]}/{member}"


def can_be_reached(s: Situation, person: Participant, day: date) -> bool:
    """Whether a mail to that person can go that day: an address that works, no absence, no wish for silence."""
    h = s.history
    left_out = person.id in h.silent or away(h, person, s.clock(person), day)
    return bool(person.email) and not bounced(h, person) and not left_out


def leaves_on(s: Situation, planned: date | None) -> date | None:
    """The first day on which a mail can still go: what is overdue goes today at the earliest."""
    return max(planned, s.today) if planned else None


def wanted(s: Situation, people: Iterable[Participant], day: date | None) -> People:
    """Without those who are away that day or asked not to be written to; a missing address leaves nobody out."""
    h = s.history
    if not (h.silent or h.absences):
        return tuple(people)
    return tuple(p for p in people if p.id not in h.silent and not (day and away(h, p, s.clock(p), day)))


def hiring_manager(s: Situation) -> People:
    """The hiring manager, if known: never silently somebody else."""
    return (s.hiring_manager,) if s.hiring_manager else ()


def hr(s: Situation) -> People:
    """The HR contact, if known."""
    return (s.hr,) if s.hr else ()


def hr_in_copy(s: Situation, day: date | None) -> People:
    """HR in Cc, where HR can be reached and isn't the hiring manager too; otherwise the mail goes alone."""
    contact = s.hr
    if contact is None or contact.shares_address_with(s.hiring_manager):
        return ()
    return (contact,) if can_be_reached(s, contact, day or s.today) else ()


def whom_to_negotiate_with(s: Situation) -> People:
    """R14: HR, else the hiring manager."""
    return hr(s) or hiring_manager(s)


def everybody_involved(s: Situation) -> People:
    """R13: each person of all rounds, HR, the hiring manager and helpers included."""
    met = {person.id for loop in s.loops for person in loop.met}
    return tuple(p for p in s.interview.participants if p.id in met or p.part is not Part.INTERVIEWER)


def personal_notes(s: Situation, person: Participant, loop: Loop) -> tuple[Note, ...]:
    """R6: the personal notes to be followed up after that loop; one of no round, or of a removed one, to the first."""
    if s.policy.personal_mail is PersonalMail.NEVER:
        return ()
    rounds, known = {sitting.id for sitting in loop.rounds}, {sitting.id for sitting in s.interview.rounds}
    first = s.first_loops.get(person.id, loop)
    return tuple(
        note
        for note in person.notes
        if note.channel is Channel.PERSON
        and (note.follow_up or s.policy.personal_mail is PersonalMail.ALWAYS)
        and not note.sensitive
        and (note.round in rounds if note.round in known else loop is first)
    )


def missing_people(s: Situation) -> Remark | None:
    """Nobody is named yet."""
    return (
        None
        if s.interview.participants
        else Remark(
            "nobody-named",
            "Nobody is named yet: add the people you talk to, or drop the invitation here.",
            pointer="/participants",
        )
    )


def missing_hiring_manager(_: Situation) -> Remark:
    """R4, R9: the mail waits for the hiring manager."""
    return Remark(
        "no-hiring-manager",
        "The hiring manager isn't known: ask HR who it is, or mark one of the people as the hiring manager.",
        pointer="/participants",
    )


def missing_hr(_: Situation) -> Remark:
    """R10 and the mails to HR wait for an HR contact."""
    return Remark(
        "no-hr", "No HR contact is known: who invited you? Add that person with the part HR.", pointer="/participants"
    )


def missing_round(_: Situation) -> Remark:
    """Nothing has a day without an interview's date."""
    return Remark("no-round", "The interview's date isn't known yet: add the round.", pointer="/rounds")


def address_remarks(s: Situation, people: People) -> tuple[Remark, ...]:
    """What is wrong with the addresses of those in To."""
    return tuple(remark for person in people if (remark := _address_remark(s, person)))


def _where_to_find(person: Participant) -> str:
    return "look for it in the mail that invited you" if person.part is Part.HR else "ask HR for it"


def _address_remark(s: Situation, person: Participant) -> Remark | None:
    if not person.email:
        code, message = "no-email", f"{first_name(person)}'s address is missing: {_where_to_find(person)}."
    elif bounced(s.history, person):
        code = "bounced-address"
        message = f"Mail to {first_name(person)} at {person.email} came back: find the right address."
    else:
        return None
    return Remark(code, message, participant=person.id, pointer=pointer(s, person, "email"))
