"""The checks as a table: the rows of ``rules.md`` section 8 that need only the records and the text.

A row has its number there, a stable code, the steps it is for, its severity (``blocks_in``: where it is stronger), and
the sentence it holds. Rows marked as heuristic never block. No record holds the From or the identity of a mail that went
out, so C40 knows earlier mails by the addresses under them, and C47 a thread by its subject; the month's invitations of
C48 are those of the interview.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from afterview.domain.checks import (
    dates,
    drift,
    likeness,
    mixups,
    naming,
    privacy,
    recipients,
    sameness,
    sender,
    shape,
    slips,
    substance,
    thread,
    tone,
    writing,
)
from afterview.domain.checks.case import AFTER_NO, EVERYTHING, FIRST, MAILS, THANKS, WRITTEN
from afterview.domain.checks.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from afterview.domain.checks.case import Case
    from afterview.domain.checks.finding import Fault

BLOCK, WARN, HINT = Severity.BLOCK, Severity.WARN, Severity.HINT
FOLLOW_UP: Final = frozenset({"follow-up"})
ONE_MONTH: Final = frozenset({"one-month.hr", "one-month.hiring-manager"})
ANSWERABLE: Final = MAILS - {"personal", "offer-thanks", "decline", "withdrawal"}
INVITE: Final = frozenset({"invite"})


@dataclass(frozen=True, slots=True)
class Check:
    """One row."""

    id: str
    code: str
    forms: frozenset[str]
    severity: Severity
    look: Callable[[Case], Iterable[Fault]]
    holds: str
    blocks_in: frozenset[str] = frozenset()
    is_heuristic: bool = False

    def severity_in(self, form: str) -> Severity:
        """The row's severity for that kind of step."""
        return BLOCK if form in self.blocks_in else self.severity


CHECKS: Final = (
    Check("C01", "placeholder", EVERYTHING, BLOCK, slips.placeholders, "no unfilled place"),
    Check("C02", "wrong-recipients", WRITTEN, BLOCK, recipients.people, "To and cc match the rule of the step"),
    Check("C03", "no-hr-in-copy", recipients.MANAGER_FORMS, BLOCK, recipients.copy, "HR is in cc; a warning if none is known"),
    Check("C04", "bad-address", MAILS, BLOCK, recipients.addresses, "a valid address of a person, not of a robot or an ATS"),
    Check("C05", "wrong-greeting", MAILS, BLOCK, naming.greeting, "the greeting's name is a To recipient's, spelt right"),
    Check("C06", "misspelt-name", WRITTEN, BLOCK, naming.spelling_of_names, "company, role and people are spelt as recorded"),
    Check("C06", "another-application", WRITTEN, BLOCK, mixups.another_application, "no other application's company or role"),
    Check("C07", "group-incomplete", frozenset({"group"}), BLOCK, recipients.everybody, "all others in one message"),
    Check("C07", "separate-copies", frozenset({"group", "individual"}), BLOCK, sameness.copies, "no separate near-duplicates"),
    Check("C08", "same-text", WRITTEN - INVITE, WARN, sameness.alike, "not the same text to two people"),
    Check("C09", "repeated-text", MAILS, WARN, sameness.again, "not 40 % of an earlier mail to the same person"),
    Check("C10", "too-soon", FOLLOW_UP, BLOCK, dates.floor, "five business days since the last mail to the hiring manager"),
    Check("C11", "before-decision", FOLLOW_UP, WARN, dates.promised, "not before the stated decision date"),
    Check("C12", "outside-hours", MAILS, WARN, dates.hours, "inside business hours; not for R4 to R6 on their day"),
    Check("C13", "late-thanks", FIRST, WARN, dates.lateness, "within 24 hours, not within the first"),
    Check("C14", "third-reminder", FOLLOW_UP, WARN, dates.unanswered, "no third unanswered follow-up"),
    Check("C15", "length", MAILS, WARN, shape.length, "neither too long nor too short"),
    Check("C16", "subject", MAILS, WARN, shape.subject, "a subject that names role or company; no fake Re:"),
    Check("C17", "no-thanks", (THANKS | AFTER_NO | {"follow-up", "recap", "negotiation", "decline", "withdrawal"}) - ONE_MONTH, WARN,
          substance.thanks, "R4 to R6, R9, R11, R13 and R15 thank", blocks_in=THANKS),
    Check("C18", "nothing-specific", THANKS, WARN, substance.specific, "a detail of that person's notes",
          blocks_in=frozenset({"personal", "offer-thanks"})),
    Check("C19", "generic-praise", MAILS, WARN, substance.praise, "no praise without a noun of the notes"),
    Check("C20", "perfunctory", FIRST | FOLLOW_UP, WARN, substance.perfunctory, "more than thanks for the time"),
    Check("C21", "no-next-step", ANSWERABLE, WARN, substance.way_on, "a next step or a way to answer; a phone counts"),
    Check("C22", "no-selling-paragraph", FOLLOW_UP, BLOCK, substance.selling, "a selling paragraph, with evidence"),
    Check("C23", "no-reason-to-write", FOLLOW_UP, WARN, substance.reason, "a reason to write"),
    Check("C23", "untrue-reason", FOLLOW_UP, WARN, substance.false_reason, "the reason is recorded and newer than the last mail"),
    Check("C24", "points-missing", FOLLOW_UP, HINT, sameness.format_kept, "the points of the first mail reappear"),
    Check("C25", "checking-in", WRITTEN, WARN, tone.checking, "no \u201cjust checking in\u201d"),
    Check("C26", "apologetic", WRITTEN, WARN, tone.apology, "no apology for existing, no self-lowering"),
    Check("C27", "pressure", WRITTEN, WARN, tone.pressure, "no pressure, guilt or ultimatum"),
    Check("C28", "begging", WRITTEN, HINT, tone.flattery, "no begging, few superlatives"),
    Check("C29", "shouting", WRITTEN, WARN, tone.shouting, "no capitals, rows of marks, emoji"),
    Check("C30", "slang", WRITTEN, WARN, tone.slang, "no slang, no profanity"),
    Check("C31", "pay", (THANKS | FOLLOW_UP) - {"offer-thanks"}, WARN, tone.money, "no pay in thanks; in reminders justified"),
    Check("C32", "gossip", WRITTEN, BLOCK, tone.rivals, "no other candidates, no hearsay, no competitor's name"),
    Check("C33", "unworthy", AFTER_NO, BLOCK, tone.unworthy, "not the first choice is not unqualified; no argument"),
    Check("C34", "after-no", AFTER_NO, WARN, substance.after_no, "regret and continued interest; openness only if true"),
    Check("C35", "month", ONE_MONTH, WARN, dates.month, "three to six weeks after the news"),
    Check("C36", "bad-word-of-employer", WRITTEN, WARN, tone.employer, "nothing bad about an employer", is_heuristic=True),
    Check("C37", "private-matter", WRITTEN, WARN, privacy.private, "nothing sensitive; nobody's own matter to others", is_heuristic=True),
    Check("C38", "attachment-or-link", WRITTEN, WARN, privacy.enclosures, "what is announced is there; clean links"),
    Check("C39", "no-signature", MAILS, WARN, shape.signature, "name and phone under the mail"),
    Check("C40", "wrong-sender", MAILS, WARN, sender.sender, "from a private address, the one of the earlier mails"),
    Check("C41", "wrong-day", MAILS, BLOCK, dates.relative_days, "yesterday and today are right on the day of sending"),
    Check("C41", "manners", MAILS, WARN, writing.manners, "one form of address; the language's greeting; clear dates"),
    Check("C42", "typing", WRITTEN, WARN, writing.slips_of_the_pen, "no doubled words, double spaces, mixed quotes"),
    Check("C42", "grammar", WRITTEN, WARN, writing.grammar, "no slips of grammar that a pattern sees"),
    Check("C42", "spelling", WRITTEN, WARN, writing.spelling, "spelt right; names of the records are known words"),
    Check("C43", "template-smell", WRITTEN, WARN, tone.tells, "no phrases of templates and machines"),
    Check("C43", "as-in-template", THANKS | AFTER_NO | FOLLOW_UP, WARN, likeness.likeness, "not seven tenths of the template and nothing else"),
    Check("C44", "readability", MAILS, HINT, shape.readability, "not all about I, not passive, not long", is_heuristic=True),
    Check("C45", "remnants", WRITTEN, BLOCK, slips.remnants, "no HTML, no mojibake, no hidden characters, no long lines"),
    Check("C46", "header", WRITTEN, BLOCK, slips.headers, "no line break in subject or name; names need no quotes"),
    Check("C47", "thread", FOLLOW_UP, HINT, thread.in_thread, "a reminder answers the mail before it"),
    Check("C48", "invitation-note", INVITE, BLOCK, shape.invitation, "a short, personal note that asks for nothing"),
    Check("C49", "call-not-to-hr", frozenset({"call"}), BLOCK, recipients.callees, "calls go to HR"),
    Check("C50", "unknown-number", MAILS, WARN, drift.numbers, "numbers stand in the records", is_heuristic=True),
    Check("C50", "unknown-day", MAILS, WARN, drift.days, "days stand in the records", is_heuristic=True),
    Check("C50", "unknown-name", MAILS, WARN, drift.names, "names stand in the records", is_heuristic=True),
    Check("C50", "unknown-role", MAILS, WARN, drift.role, "the role is the one of the records", is_heuristic=True),
    Check("C51", "greeting-list", frozenset({"group"}), WARN, naming.list_of_names, "a list of names is whole, the senior first"),
    Check("C52", "stale", WRITTEN, WARN, mixups.stale, "the facts are those that the text was written from"),
)  # fmt: skip
