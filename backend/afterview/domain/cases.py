"""One interview with its plan: the texts of its steps, and what the checks say of them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from afterview.domain.checks import Severity, check_draft
from afterview.domain.decisions import Decision
from afterview.domain.errors import NotFound
from afterview.domain.texts import OVER, Draft, Source, draft_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from afterview.domain.checks import Finding, Words
    from afterview.domain.decisions import Override, Text
    from afterview.domain.facts import Interview, Profile
    from afterview.domain.policy import Policy
    from afterview.domain.steps import Plan, Step
    from afterview.domain.templating.own import OwnTemplate
    from afterview.domain.workdays import DaysOff

_UNDECIDED = Decision()


@dataclass(frozen=True, slots=True)
class Case:
    """One interview with everything that its plan is made from, and the plan.

    ``words`` are those that are known, ``templates`` the user's own by form of mail, ``elsewhere`` company and role of
    the user's other interviews.
    """

    id: str
    interview: Interview
    profile: Profile
    policy: Policy
    decisions: Mapping[str, Decision]
    plan: Plan
    words: Words
    days_off: DaysOff
    templates: Mapping[str, OwnTemplate] = field(default_factory=dict)
    elsewhere: Collection[tuple[str, str]] = ()

    def step(self, key: str) -> Step | None:
        """The step of that key, if the plan holds it."""
        return next((step for step in self.plan.steps if step.key == key), None)

    def draft(self, key: str) -> Draft | None:
        """The texts of the step of that key."""
        step = self.step(key)
        if step is None:
            return None
        decided = self.decisions.get(key)
        return draft_of(step, decided, self.interview, self.profile, self.policy, templates=self.templates)

    def drafts(self) -> dict[str, Draft | None]:
        """The texts of every step, by key."""
        return {step.key: self.draft(step.key) for step in self.plan.steps}

    def findings(self, drafts: Mapping[str, Draft | None]) -> dict[str, tuple[Finding, ...]]:
        """What the checks say of each of these texts that may still go out, by the steps' keys."""
        return {
            step.key: self._check(step, drafts, self._overrides(step.key))
            for step in self.plan.steps
            if drafts.get(step.key) and step.state not in OVER
        }

    def findings_in(self, key: str, text: Text, drafts: Mapping[str, Draft | None]) -> tuple[Finding, ...]:
        """What the checks say of that text as the step's, beside the other ``drafts``; ``NotFound`` without one."""
        step, draft = self.step(key), drafts.get(key)
        if step is None or draft is None:
            raise NotFound(f'No text of the plan is "{key}": the plan names the steps that have a draft.')
        with_it = {**drafts, key: replace(draft, text=text)}
        return () if step.state in OVER else self._check(step, with_it, self._overrides(key))

    def findings_of(self, step: Step, text: Text) -> tuple[Finding, ...]:
        """What the checks say of a text as that step's, alone."""
        return self._check(step, {step.key: Draft(step.key, Source.GENERATED, text, text, None)}, ())

    def blocks(self, step: Step, overrides: Collection[Override] | None = None) -> tuple[Finding, ...]:
        """The findings that keep the step's text from leaving, but for those that ``overrides`` (the kept) let pass."""
        allowed = self._overrides(step.key) if overrides is None else overrides
        found = self._check(step, self.drafts(), allowed)
        return tuple(finding for finding in found if finding.severity is Severity.BLOCK)

    def _overrides(self, key: str) -> Collection[Override]:
        return self.decisions.get(key, _UNDECIDED).overrides

    def _check(
        self, step: Step, drafts: Mapping[str, Draft | None], overrides: Collection[Override]
    ) -> tuple[Finding, ...]:
        draft = drafts[step.key]
        if draft is None:
            return ()
        return check_draft(
            draft.text.subject,
            draft.text.body,
            step=step,
            interview=self.interview,
            profile=self.profile,
            policy=self.policy,
            others=[(key, other.text) for key, other in drafts.items() if other and key != step.key],
            known_words=self.words,
            days_off=self.days_off,
            overrides=overrides,
            elsewhere=self.elsewhere,
            is_outdated=draft.outdated,
        )
