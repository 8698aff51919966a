"""Which text of a step stands: the one that went out, else the user's own, else the generated one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from afterview.domain.decisions import Decision, Edit, Text
from afterview.domain.documents import to_document
from afterview.domain.drafts import unwoven_notes, write_draft
from afterview.domain.pitches import stands_in
from afterview.domain.steps import Kind, State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from afterview.domain.facts import Interview, Note, Profile
    from afterview.domain.policy import Policy
    from afterview.domain.steps import Step
    from afterview.domain.templating.own import OwnTemplate

WRITTEN: Final = frozenset({Kind.MAIL, Kind.INVITATION})
"""The kinds of step whose text is sent, and so can be approved; a call's text is what to say."""
OVER: Final = frozenset({State.DONE, State.SKIPPED, State.CANCELLED, State.WITHDRAWN})
_NOTHING: Final = Text("", "")


class Source(StrEnum):
    """Where the text that stands comes from."""

    GENERATED = "generated"
    EDITED = "edited"
    SENT = "sent"


class How(StrEnum):
    """How a text came into a draft's history."""

    SAVED = "saved"
    RESET = "reset"
    APPROVED = "approved"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class Draft:
    """The texts of one step. ``generated`` is None for previews and for what its rule no longer asks for."""

    key: str
    source: Source
    text: Text
    generated: Text | None
    edit: Edit | None
    unwoven: tuple[Note, ...] = ()
    """Notes that no sentence would hold and that the text doesn't speak of: offered to the user."""

    @property
    def outdated(self) -> bool:
        """Whether the generated text changed since the user's own began from it."""
        return self.edit is not None and self.generated is not None and self.edit.base != self.generated


def draft_of(
    step: Step,
    decision: Decision | None,
    interview: Interview,
    profile: Profile,
    policy: Policy,
    *,
    templates: Mapping[str, OwnTemplate],
) -> Draft | None:
    """The step's texts; None for what is no text, and for previews that nobody edited."""
    if step.kind is Kind.TASK:
        return None
    asked_for = not step.preview and step.state not in {State.WITHDRAWN, State.CANCELLED}
    generated = write_draft(step, interview, profile, policy, templates) if asked_for else None
    edit = _own(decision or Decision(), generated)
    if step.sent:
        return Draft(step.key, Source.SENT, step.sent, generated, edit)
    if edit:
        text = Text(edit.subject, edit.body)
        return Draft(step.key, Source.EDITED, text, generated, edit, _left(step, interview, profile, policy, text))
    if generated is None:
        return None
    left = _left(step, interview, profile, policy, generated)
    return Draft(step.key, Source.GENERATED, generated, generated, None, left)


def _left(step: Step, interview: Interview, profile: Profile, policy: Policy, text: Text) -> tuple[Note, ...]:
    """What the writer left out, but for what the user worked in."""
    notes = unwoven_notes(step, interview, profile, policy)
    return tuple(note for note in notes if not stands_in(note.text, text.body))


def _own(decision: Decision, generated: Text | None) -> Edit | None:
    """The user's own text. What was approved is theirs as soon as the generated text is another one."""
    if decision.edit or not decision.ready:
        return decision.edit
    approved = decision.approved
    return Edit(approved.subject, approved.body, approved) if approved and approved != generated else None


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
        "unwoven_notes": [{"id": note.id, "text": note.text} for note in draft.unwoven],
        "version": version,
    }


def empty_draft(key: str) -> Draft:
    """The draft of a step that the plan doesn't hold and nobody edited."""
    return Draft(key, Source.GENERATED, _NOTHING, None, None)
