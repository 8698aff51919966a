"""Which text of a step stands: the one that went out, else the user's own, else the generated one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from afterview.domain.checks import check_draft
from afterview.domain.decisions import Decision, Text
from afterview.domain.documents import to_document
from afterview.domain.drafts import write_draft
from afterview.domain.steps import Kind, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from afterview.domain.checks import Finding, Words
    from afterview.domain.decisions import Edit
    from afterview.domain.facts import Interview, Profile
    from afterview.domain.policy import Policy
    from afterview.domain.steps import Step

WRITTEN: Final = frozenset({Kind.MAIL, Kind.INVITATION})
"""The kinds of step whose text is sent, and so can be approved; a call's text is what to say."""
OVER: Final = frozenset({State.DONE, State.SKIPPED, State.CANCELLED, State.WITHDRAWN})
_NOTHING: Final = Text("", "")


class Source(StrEnum):
    """Where the text that stands comes from."""

    GENERATED = "generated"
    EDITED = "edited"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class Draft:
    """The texts of one step. ``generated`` is None for previews and for what its rule no longer asks for."""

    key: str
    source: Source
    text: Text
    generated: Text | None
    edit: Edit | None

    @property
    def outdated(self) -> bool:
        """Whether the generated text changed since the user's own began from it."""
        return self.edit is not None and self.generated is not None and self.edit.base != self.generated


def draft_of(
    step: Step, decision: Decision | None, interview: Interview, profile: Profile, policy: Policy
) -> Draft | None:
    """The step's texts; None for what is no text, and for previews that nobody edited."""
    if step.kind is Kind.TASK:
        return None
    asked_for = not step.preview and step.state not in {State.WITHDRAWN, State.CANCELLED}
    generated = write_draft(step, interview, profile, policy) if asked_for else None
    edit = (decision or Decision()).edit
    if step.sent:
        return Draft(step.key, Source.SENT, step.sent, generated, edit)
    if edit:
        return Draft(step.key, Source.EDITED, Text(edit.subject, edit.body), generated, edit)
    return Draft(step.key, Source.GENERATED, generated, generated, None) if generated else None


def findings_of(
    steps: Iterable[Step],
    drafts: Mapping[str, Draft | None],
    decisions: Mapping[str, Decision],
    interview: Interview,
    *,
    profile: Profile,
    policy: Policy,
    words: Words,
) -> dict[str, tuple[Finding, ...]]:
    """What the checks say of each text that may still go out, by the steps' keys."""
    texts = {key: draft.text for key, draft in drafts.items() if draft}
    return {
        step.key: check_draft(
            texts[step.key].subject,
            texts[step.key].body,
            step=step,
            interview=interview,
            profile=profile,
            policy=policy,
            others=[(key, text) for key, text in texts.items() if key != step.key],
            known_words=words,
            overrides=decisions[step.key].overrides if step.key in decisions else (),
        )
        for step in steps
        if step.key in texts and step.state not in OVER
    }


def draft_document(draft: Draft, version: int) -> dict[str, Any]:
    """The texts as the API says them; ``version`` is the edit's."""
    edit = draft.edit
    return {
        "key": draft.key,
        "source": draft.source.value,
        "subject": draft.text.subject,
        "body": draft.text.body,
        "generated": to_document(draft.generated),
        "edited": {"subject": edit.subject, "body": edit.body} if edit else None,
        "base": to_document(edit.base) if edit else None,
        "outdated": draft.outdated,
        "version": version,
    }


def empty_draft(key: str) -> Draft:
    """The draft of a step that the plan doesn't hold and nobody edited."""
    return Draft(key, Source.GENERATED, _NOTHING, None, None)
