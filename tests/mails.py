"""The corpus of good mails in ``tests/domain/mails``: each file a candidate and an interview, with mails as people write them.

A ``[[mail]]`` names its step and the day it is written; ``sets`` are the events that had happened by then.
"""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import people
from afterview.domain.checks import Finding, Words, check_draft
from afterview.domain.decisions import Text
from afterview.domain.documents import to_value
from afterview.domain.facts import Interview, Profile
from afterview.domain.ids import with_ids
from afterview.domain.keys import parse_key
from afterview.domain.plan import make_plan
from afterview.domain.policy import Policy
from afterview.domain.steps import Step
from afterview.domain.workdays import DaysOff

FOLDER: Final = Path(__file__).parent / "domain" / "mails"


@dataclass(frozen=True)
class Mail:
    """One mail with everything that the checker looks at."""

    name: str
    subject: str
    body: str
    step: Step
    interview: Interview
    profile: Profile
    policy: Policy = Policy()
    others: Sequence[tuple[str, Text]] = ()
    days_off: DaysOff = people.FakeDaysOff()
    is_outdated: bool = False

    @property
    def form(self) -> str:
        """The kind of step."""
        key = parse_key(self.step.key)
        assert key
        return key.form

    def changed(self, **changes: Any) -> "Mail":
        """The same mail with other members."""
        return replace(self, **changes)

    def findings(self, words: Words) -> tuple[Finding, ...]:
        """What the checker says of it."""
        return check_draft(
            self.subject,
            self.body,
            step=self.step,
            interview=self.interview,
            profile=self.profile,
            policy=self.policy,
            others=self.others,
            known_words=words,
            days_off=self.days_off,
            is_outdated=self.is_outdated,
        )


@lru_cache(maxsize=1)
def all_mails() -> tuple[Mail, ...]:
    """Every mail of the corpus."""
    return tuple(mail for path in sorted(FOLDER.glob("*.toml")) for mail in _read(path))


def _read(path: Path) -> Iterator[Mail]:
    told = tomllib.loads(path.read_text("utf-8"))
    profile = to_value(Profile, told["profile"])
    for number, mail in enumerate(told["mail"], 1):
        events = [event for name in mail.get("sets", []) for event in told.get("sets", {})[name]]
        document = {**told["interview"], **mail.get("interview", {}), "events": events}
        interview = with_ids(to_value(Interview, document))
        policy = to_value(Policy, mail.get("policy", {}))
        step = step_of(interview, profile, policy, mail["key"], date.fromisoformat(mail["today"]))
        yield Mail(
            f"{path.stem} {number} {mail['key']}",
            mail["subject"],
            mail["body"].strip() + "\n",
            step,
            interview,
            profile,
            policy,
        )


def step_of(interview: Interview, profile: Profile, policy: Policy, key: str, today: date) -> Step:
    """The step of that key, as the plan of the day has it; it leaves on that day, if it is late."""
    plan = make_plan(
        interview, profile=profile, policy=policy, decisions={}, days_off=people.FakeDaysOff(), today=today
    )
    found = {step.key: step for step in plan.steps}
    assert key in found, f"{key} is none of {sorted(found)}"
    step = found[key]
    return step if step.due_on == today else replace(step, due_on=today, due_at=None)
