"""The checker: what would embarrass a person before it leaves (article: "a sign of desirable qualities").

``check_draft`` is pure: a draft, its step and the records in, findings out. The rows are in ``table.py``, one file per
family beside it; known words arrive as an argument. Time is linear in the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from afterview.domain.checks.case import WEEKENDS, Case
from afterview.domain.checks.finding import Fault, Finding, Severity, Words
from afterview.domain.checks.letter import Letter
from afterview.domain.checks.records import records_of
from afterview.domain.checks.table import CHECKS, Check

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from afterview.domain.decisions import Override, Text
    from afterview.domain.facts import Interview, Profile
    from afterview.domain.policy import Policy
    from afterview.domain.steps import Step
    from afterview.domain.workdays import DaysOff

__all__ = ["CHECKS", "Finding", "Severity", "Words", "check_draft"]

_ORDER: Final = {Severity.BLOCK: 0, Severity.WARN: 1, Severity.HINT: 2}


def check_draft(  # noqa: PLR0913 - everything that a check may look at
    subject: str,
    body: str,
    *,
    step: Step,
    interview: Interview,
    profile: Profile,
    policy: Policy,
    others: Sequence[tuple[str, Text]] = (),
    known_words: Words,
    days_off: DaysOff = WEEKENDS,
    overrides: Collection[Override] = (),
    elsewhere: Collection[tuple[str, str]] = (),
    is_outdated: bool = False,
) -> tuple[Finding, ...]:
    """What the checks say of a draft, the worst first. ``others``: the plan's other drafts, by their keys.

    ``elsewhere``: company and role of the user's other interviews; ``is_outdated``: the facts changed under the text.

    A block that the user let pass, by the check's number or code and with a reason, comes as a hint.
    """
    letter = Letter(subject, body, tuple(filter(None, (profile.name, profile.signature.split("\n")[0]))))
    case = Case(
        letter,
        step,
        records_of(interview, profile),
        policy=policy,
        others=others,
        words=known_words,
        days_off=days_off,
        elsewhere=elsewhere,
        is_outdated=is_outdated,
    )
    found = dict.fromkeys(_findings(case, overrides))
    return tuple(sorted(found, key=lambda finding: _ORDER[finding.severity]))


def _findings(case: Case, overrides: Collection[Override]) -> Iterator[Finding]:
    allowed = {override.check for override in overrides if override.reason.strip()}
    for check in CHECKS:
        if case.form in check.forms:
            for fault in check.look(case):
                yield _finding(check, fault, case.form, is_allowed=bool({check.id, check.code} & allowed))


def _finding(check: Check, fault: Fault, form: str, *, is_allowed: bool) -> Finding:
    severity = fault.severity or check.severity_in(form)
    if severity is Severity.BLOCK and is_allowed:
        severity = Severity.HINT
    return Finding(check.code, check.id, severity, fault.message, fault.field, fault.span, fault.fix)
