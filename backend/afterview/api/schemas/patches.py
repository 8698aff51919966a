"""JSON merge patches (RFC 7396): every member of a body optional, and null for "back to the default"."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, create_model, model_validator

from afterview.api.schemas.candidates import PitchIn, PolicyIn, ProfileIn
from afterview.api.schemas.companies import CompanyWhole
from afterview.api.schemas.contacts import ContactIn
from afterview.api.schemas.events import EventFields
from afterview.api.schemas.interviews import (
    OWN_ADDRESSES,
    InterviewOwn,
    NoteIn,
    ParticipantIn,
    RoundIn,
    refuse_lists,
)
from afterview.api.schemas.types import In, Out
from afterview.domain.documents import to_document, to_value
from afterview.domain.facts import Interview

if TYPE_CHECKING:
    from collections.abc import Mapping

Body = TypeVar("Body", bound=In)


class PatchedInterview(In):
    """What a patch within a body makes of the interview's own fields."""

    patch: InterviewOwn


def patch_of(
    name: str, body: type[In], *, without: frozenset[str] = frozenset({"id"}), apart: frozenset[str] = frozenset()
) -> Any:  # noqa: ANN401 - a made class
    """The patch of a body: the same members, none required, each with null allowed, all the way down.

    ``apart`` are the lists whose items have addresses of their own: one of them is refused with a sentence about that.
    """
    members: dict[str, Any] = {}
    for member, field in body.model_fields.items():
        several = get_origin(field.annotation) is list  # a merge patch replaces a list as a whole
        kinds = () if several else (field.annotation, *get_args(field.annotation))
        inner = next((kind for kind in kinds if _is_body(kind)), None)
        if member not in without:
            kind = patch_of(f"{name}{inner.__name__.removesuffix('In')}", inner) if inner else _same(field)
            members[member] = (kind | None, None)
    validators: Any = {"refuse_lists": model_validator(mode="before")(partial(refuse_lists, apart))} if apart else {}
    return create_model(
        name, __base__=In, __doc__=f"A merge patch: {body.__doc__}", __validators__=validators, **members
    )


def merged(body: type[Body], current: Mapping[str, Any], patch: BaseModel) -> Body:
    """The body that results from a patch of a document; raises the body's own validation errors."""
    return body.model_validate(_merged(current, patch.model_dump(exclude_unset=True)))


def patched_interview(old: Interview, patch: BaseModel) -> Interview:
    """The interview after a patch of its own fields; its lists stay. The errors' paths begin with ``patch``."""
    document = {name: item for name, item in to_document(old).items() if name in InterviewOwn.model_fields}
    whole = PatchedInterview.model_validate({"patch": _merged(document, patch.model_dump(exclude_unset=True))})
    new = to_value(Interview, whole.patch.model_dump())
    return replace(new, participants=old.participants, rounds=old.rounds, events=old.events)


def _merged(current: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    document = {name: item for name, item in current.items() if name not in changes or changes[name] is not None}
    for name, item in changes.items():
        if isinstance(item, dict):
            document[name] = _merged(document.get(name) or {}, item)
        elif item is not None:
            document[name] = item
    return document


def _is_body(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, In) and not issubclass(kind, Out)


def _same(field: Any) -> Any:  # noqa: ANN401 - pydantic's field
    return Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation


InterviewPatch = patch_of("InterviewPatch", InterviewOwn, apart=frozenset(OWN_ADDRESSES))
ParticipantPatch = patch_of(
    "ParticipantPatch", ParticipantIn, without=frozenset({"id", "notes"}), apart=frozenset({"notes"})
)
RoundPatch = patch_of("RoundPatch", RoundIn)
NotePatch = patch_of("NotePatch", NoteIn)
EventPatch = patch_of("EventPatch", EventFields)
ContactPatch = patch_of("ContactPatch", ContactIn)
CompanyPatch = patch_of("CompanyPatch", CompanyWhole)
ProfilePatch = patch_of("ProfilePatch", ProfileIn)
PolicyPatch = patch_of("PolicyPatch", PolicyIn)
PitchPatch = patch_of("PitchPatch", PitchIn)
