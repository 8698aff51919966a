"""The article as a table: one row per rule, in its order. Read ``RULES`` aloud beside the article.

A row says what the step is about (``about``), who gets it (``to``, ``cc``), when it is due (``due``), what it needs,
and which outcomes make it pointless (``stopped_by``). A comment before a row quotes the sentence of the article that it
keeps. Sentences that ask for no step of their own are quoted where they belong, with the room that keeps them: R8 is
the calendar, R12 feeds R9, and what a mail has to say is in ``templates/`` and ``checks/``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from afterview.domain import outcomes, people, pursuit, rounds
from afterview.domain.history import ENDED, Outcome
from afterview.domain.steps import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from afterview.domain.facts import Participant
    from afterview.domain.situation import Situation
    from afterview.domain.steps import Remark
    from afterview.domain.subjects import Subject
    from afterview.domain.timing import Due

    Who = Callable[[Situation, Subject, date | None], tuple[Participant, ...]]

NEVER: Final = frozenset[Outcome]()
OTHERS: Final = {one: frozenset(Outcome) - {Outcome.NONE, one} for one in Outcome}
"""What makes the mails of an outcome pointless: any other one, told later."""
OVER: Final = ENDED
OFFERED_OR_OVER: Final = ENDED | {Outcome.OFFER}
SETTLED: Final = frozenset({Outcome.ACCEPTED, Outcome.DECLINED, Outcome.WITHDRAWN})
GONE: Final = frozenset({Outcome.WITHDRAWN})


def nobody(_: Situation, __: Subject, ___: date | None) -> tuple[Participant, ...]:
    """A task of the user's own."""
    return ()


def the_hiring_manager(s: Situation, _: Subject, __: date | None) -> tuple[Participant, ...]:
    """The hiring manager, or nobody while unknown."""
    return people.hiring_manager(s)


def the_hr_contact(s: Situation, _: Subject, __: date | None) -> tuple[Participant, ...]:
    """HR, or nobody while unknown."""
    return people.hr(s)


def hr_in_copy(s: Situation, subject: Subject, day: date | None) -> tuple[Participant, ...]:
    """HR, where HR can be reached and isn't already in To."""
    return tuple(person for person in people.hr_in_copy(s, day) if person is not subject.person)


def the_others(s: Situation, subject: Subject, day: date | None) -> tuple[Participant, ...]:
    """The other interviewers of the loop, all in one mail."""
    return people.wanted(s, s.others(subject.loop), day) if subject.loop else ()


def that_person(s: Situation, subject: Subject, _: date | None) -> tuple[Participant, ...]:
    """The one person that the step is about; who is away reads it later, who wished for silence gets none."""
    return people.wanted(s, (subject.person,), None) if subject.person else ()


def that_interviewer(s: Situation, subject: Subject, day: date | None) -> tuple[Participant, ...]:
    """The one interviewer of a first mail: as in the group mail, who is away gets it once back."""
    return people.wanted(s, (subject.person,), day) if subject.person else ()


def hr_or_hiring_manager(s: Situation, _: Subject, __: date | None) -> tuple[Participant, ...]:
    """Who talks about terms."""
    return people.whom_to_negotiate_with(s)


def hiring_manager_by_policy(s: Situation, _: Subject, __: date | None) -> tuple[Participant, ...]:
    """The hiring manager in copy of the mail a month later, where the policy says so."""
    return people.hiring_manager(s) if outcomes.copies_hiring_manager(s) else ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One row. ``title`` has places for the names of To and Cc; ``otherwise`` says what would bring a step."""

    id: str | None
    form: str
    kind: Kind
    title: str
    about: Callable[[Situation], Iterable[Subject]]
    to: Who
    cc: Who
    due: Callable[[Situation, Subject], Due]
    stopped_by: frozenset[Outcome]
    needs: Callable[[Situation], Remark | None] | None = None
    otherwise: str = ""


RULES: Final = (
    # Before: "obtain all names, titles and email addresses of those you will interview with".
    Rule("R1", "roster", Kind.TASK, "Complete names, titles and addresses",
         about=rounds.incomplete_rounds, to=nobody, cc=nobody, due=rounds.eve_of_round,
         stopped_by=OVER, otherwise="nobody in a round lacks a name, a title or an address"),
    Rule("R1", "roster.ask", Kind.MAIL, "Ask {to} for names, titles and addresses",
         about=rounds.asks_for_names, to=the_hr_contact, cc=nobody, due=rounds.days_before_round,
         needs=people.missing_hr, stopped_by=OVER, otherwise="nobody in a round lacks a name, a title or an address"),
    # "keep up with news items regarding the company (you should have had these bookmarked)".
    Rule("R2", "news", Kind.TASK, "Bookmark news of the company",
         about=rounds.no_bookmark, to=nobody, cc=nobody, due=rounds.eve_of_first_round,
         stopped_by=OVER, otherwise="a source of company news is bookmarked"),
    # "During the interview take mental or written notes regarding the non-work related things discussed with each".
    Rule("R3", "debrief", Kind.TASK, "Write down what was said with each person",
         about=rounds.rounds_without_notes, to=nobody, cc=nobody, due=rounds.end_of_round,
         stopped_by=OVER, otherwise="nobody was met of whom notes are missing"),
    # "Afterward, there should be at least two emails, each with their own specific format and tone":
    # "To the hiring manager, cc'ing the HR contact."
    Rule("R4", "hiring-manager", Kind.MAIL, "Thank {to}",
         about=rounds.loops_of_hiring_manager, to=the_hiring_manager, cc=hr_in_copy, due=rounds.first_mail,
         needs=people.missing_hiring_manager, stopped_by=OVER,
         otherwise="no round brings a mail to the hiring manager"),
    # "To the other interviewers as a group."
    Rule("R5", "group", Kind.MAIL, "Thank {to}",
         about=rounds.loops_with_others, to=the_others, cc=nobody, due=rounds.first_mail, needs=people.missing_people,
         stopped_by=OVER, otherwise="no other interviewer is to be thanked"),
    Rule("R5", "individual", Kind.MAIL, "Thank {to}",
         about=rounds.others_one_by_one, to=that_interviewer, cc=nobody, due=rounds.first_mail,
         stopped_by=OVER, otherwise="the policy has one mail to the other interviewers"),
    # Optionally, those "that a follow-up to non-work discussions would be appropriate" for.
    Rule("R6", "personal", Kind.MAIL, "Write to {to} about what you two talked about",
         about=rounds.personal_talks, to=that_interviewer, cc=nobody, due=rounds.personal_mail,
         stopped_by=OVER, otherwise="nobody who can be written to has a personal note that needs a mail of its own"),
    # "immediately be followed up with invites on a single professional social networking site".
    Rule("R7", "invite", Kind.INVITATION, "Invite {to} on {network}",
         about=rounds.people_to_invite, to=that_person, cc=nobody, due=rounds.invitation,
         stopped_by=GONE, otherwise="nobody met is still to be invited"),
    # R8, "Immediately put reminders on your calendar": every step with a day is in the calendar's feed, with an alarm.
    # R9: "following up with the hiring manager, cc'ing the HR rep", "no more frequent that 5 business days apart"
    # (pacing), of "the same format as the initial ones ... with the addition of a paragraph that sells you" (templates,
    # pitches), with "any news since the last email ... as a manufactured reason to write" (reasons).
    Rule("R9", "follow-up", Kind.MAIL, "Follow up with {to}",
         about=pursuit.reminders, to=the_hiring_manager, cc=hr_in_copy, due=pursuit.turn,
         needs=people.missing_hiring_manager, stopped_by=OFFERED_OR_OVER,
         otherwise="reminders follow the first mail to the hiring manager"),
    # "I strongly suggest only calling the HR rep voice."
    Rule("R10", "call", Kind.CALL, "Call {to}",
         about=pursuit.calls, to=the_hr_contact, cc=nobody, due=pursuit.turn, needs=people.missing_hr,
         stopped_by=OFFERED_OR_OVER, otherwise="calls to HR follow a round, where the policy has them"),
    # R12, "If you discover a candidate's failure ... get from the HR rep why. Use this information to highlight your
    # appropriateness": the call asks why, the next reminder leans on that strength (reasons).
    # "Emails should also be used to backup phone calls".
    Rule("R11", "recap", Kind.MAIL, "Write down the call for {to}",
         about=pursuit.calls_made, to=that_person, cc=nobody, due=pursuit.after_call,
         stopped_by=SETTLED, otherwise="no call with HR is recorded"),
    # A reply pauses the reminders and asks for an answer.
    Rule(None, "answer", Kind.MAIL, "Answer {to}",
         about=pursuit.replies, to=that_person, cc=nobody, due=pursuit.after_reply, stopped_by=SETTLED),
    # "If you succeed, be sure to thank each and every person involved in a separate, personalized email."
    Rule("R13", "offer-thanks", Kind.MAIL, "Thank {to}: you have the job",
         about=outcomes.everybody_after_acceptance, to=that_person, cc=nobody, due=outcomes.after_outcome,
         stopped_by=OTHERS[Outcome.ACCEPTED], otherwise="no offer is accepted"),
    # "settle on compensation terms favorably"; "In the end, all selling is simply justification."
    Rule("R14", "negotiation", Kind.MAIL, "Settle the terms with {to}",
         about=outcomes.open_offer, to=hr_or_hiring_manager, cc=nobody, due=outcomes.before_answer,
         needs=people.missing_hr, stopped_by=OTHERS[Outcome.OFFER], otherwise="no offer is open"),
    # "If you fail, your emails are even more important. Only email the hiring manager, cc'ing the HR rep as before, and
    # stress your continuing interest in the position ... you want to be the first to get the call."
    Rule("R15", "continuing-interest", Kind.MAIL, "Tell {to} that you are still interested",
         about=outcomes.rejection, to=the_hiring_manager, cc=hr_in_copy, due=outcomes.after_outcome,
         needs=people.missing_hiring_manager, stopped_by=OTHERS[Outcome.REJECTED],
         otherwise="no rejection is recorded"),
    # "be sure to email the HR rep, and potentially the original hiring manager, approximately one month after being
    # notified that you were not chosen"; "if true, your continued openness" (outcomes.still_open).
    Rule("R16", "one-month.hr", Kind.MAIL, "Write to {to} again, a month later",
         about=outcomes.month_later, to=the_hr_contact, cc=hiring_manager_by_policy, due=outcomes.month_after,
         needs=people.missing_hr, stopped_by=OTHERS[Outcome.REJECTED],
         otherwise="no rejection is recorded after which you are still open"),
    Rule("R16", "one-month.hiring-manager", Kind.MAIL, "Write to {to} again, a month later",
         about=outcomes.month_later_to_hiring_manager, to=the_hiring_manager, cc=nobody, due=outcomes.month_after,
         needs=people.missing_hiring_manager, stopped_by=OTHERS[Outcome.REJECTED],
         otherwise="the policy leaves the hiring manager out"),
    # An offer declined, a candidacy withdrawn, an interviewer who did not come: a courteous mail.
    Rule(None, "decline", Kind.MAIL, "Decline with thanks to {to}",
         about=outcomes.declined, to=the_hiring_manager, cc=hr_in_copy, due=outcomes.after_outcome,
         needs=people.missing_hiring_manager, stopped_by=OTHERS[Outcome.DECLINED]),
    Rule(None, "withdrawal", Kind.MAIL, "Withdraw with thanks to {to}",
         about=outcomes.withdrawn, to=the_hiring_manager, cc=hr_in_copy, due=outcomes.after_outcome,
         needs=people.missing_hiring_manager, stopped_by=OTHERS[Outcome.WITHDRAWN]),
    Rule(None, "no-show", Kind.MAIL, "Ask {to} for a new time",
         about=outcomes.no_shows, to=that_person, cc=hr_in_copy, due=outcomes.after_no_show, stopped_by=OVER),
    # "If you were never meant to have the job, nothing you do will change that outcome. Cut your losses and move on."
    # If "there is even a slim chance ..., then every single thing you do ... helps": only the user skips a step, and
    # advice says what would help most. "The effective, professional use of email ... is in itself a sign" (checks).
    Rule("R17", "close", Kind.TASK, "Close this application, or go on",
         about=outcomes.nothing_left, to=nobody, cc=nobody, due=outcomes.closing,
         stopped_by=NEVER, otherwise="steps are still open"),
)  # fmt: skip

BY_FORM: Final = {rule.form: rule for rule in RULES}
