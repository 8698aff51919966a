"""The candidate: profile, pitches (they share its version), policy."""

from __future__ import annotations

import json

from fastapi import Request, Response

from afterview.api.deps import Here_, Inner, Match, answer, found, noun, once
from afterview.api.problems import answers
from afterview.api.schemas.candidates import PitchIn, PitchOut, PitchPage, PolicyIn, PolicyOut, ProfileIn, ProfileOut
from afterview.api.schemas.patches import PitchPatch, PolicyPatch, ProfilePatch, merged
from afterview.domain.documents import to_document, to_value
from afterview.domain.errors import NotFound
from afterview.domain.facts import Pitch, Profile
from afterview.domain.policy import Policy
from afterview.services import candidates as services
from afterview.store import candidates as store

router = noun("candidate")
WRITE = answers(400, 412, 415, 428)


@router.get("/profile", response_model=ProfileOut)
def read_profile(request: Request, here: Here_) -> Response:
    """The candidate."""
    return found(request, here, store.read_profile)


@router.put("/profile", response_model=ProfileOut, responses=WRITE)
def replace_profile(request: Request, here: Here_, match: Match, body: ProfileIn) -> Response:
    """Replace the candidate."""
    new = to_value(Profile, body.model_dump())
    services.change_profile(here.database, here.owner, match, lambda _: new)
    return read_profile(request, here)


@router.patch("/profile", response_model=ProfileOut, responses=WRITE)
def change_profile(request: Request, here: Here_, match: Match, body: ProfilePatch) -> Response:
    """Change the candidate: a JSON merge patch; the list of pitches is replaced as a whole."""

    def patched(old: Profile) -> Profile:
        return to_value(Profile, merged(ProfileIn, to_document(old), body).model_dump())

    services.change_profile(here.database, here.owner, match, patched)
    return read_profile(request, here)


@router.get("/policy", response_model=PolicyOut)
def read_policy(request: Request, here: Here_) -> Response:
    """The settings of the plan."""
    return found(request, here, store.read_policy)


@router.put("/policy", response_model=PolicyOut, responses=WRITE)
def replace_policy(request: Request, here: Here_, match: Match, body: PolicyIn) -> Response:
    """Replace the settings of the plan."""
    new = to_value(Policy, body.model_dump())
    services.change_policy(here.database, here.owner, match, lambda _: new)
    return read_policy(request, here)


@router.patch("/policy", response_model=PolicyOut, responses=WRITE)
def change_policy(request: Request, here: Here_, match: Match, body: PolicyPatch) -> Response:
    """Change the settings of the plan: a JSON merge patch, in which null means the default."""

    def patched(old: Policy) -> Policy:
        return to_value(Policy, merged(PolicyIn, to_document(old), body).model_dump())

    services.change_policy(here.database, here.owner, match, patched)
    return read_policy(request, here)


@router.get("/pitches", response_model=PitchPage)
def list_pitches(request: Request, here: Here_) -> Response:
    """Every selling point. The ETag is the profile's."""
    with here.read() as unit:
        text, tag = store.read_profile(unit)
    return answer(request, json.dumps({"items": json.loads(text)["pitches"], "next": None}), tag)


@router.post("/pitches", status_code=201, response_model=PitchOut, responses=answers(400, 413, 415))
@once
def add_pitch(request: Request, here: Here_, body: PitchIn) -> Response:
    """Keep a selling point, the last of the list."""
    made = services.add_pitch(here.database, here.owner, to_value(Pitch, body.model_dump()))
    return _pitch(request, here, made, 201)


@router.get("/pitches/{pitch_id}", response_model=PitchOut, responses=answers(404))
def read_pitch(request: Request, here: Here_, pitch_id: Inner) -> Response:
    """One selling point."""
    return _pitch(request, here, pitch_id)


@router.put("/pitches/{pitch_id}", response_model=PitchOut, responses={**WRITE, 201: {"model": PitchOut}})
def put_pitch(request: Request, here: Here_, pitch_id: Inner, match: Match, body: PitchIn) -> Response:
    """Create or replace a selling point."""
    pitch = to_value(Pitch, {**body.model_dump(), "id": pitch_id})
    new = services.put_pitch(here.database, here.owner, match, lambda _: pitch, pitch_id)
    return _pitch(request, here, pitch_id, 201 if new else 200)


@router.patch("/pitches/{pitch_id}", response_model=PitchOut, responses={**WRITE, **answers(404)})
def change_pitch(request: Request, here: Here_, pitch_id: Inner, match: Match, body: PitchPatch) -> Response:
    """Change a selling point: a JSON merge patch."""

    def patched(old: Pitch | None) -> Pitch:
        if old is None:
            raise _no_pitch(pitch_id)
        return to_value(Pitch, {**merged(PitchIn, to_document(old), body).model_dump(), "id": pitch_id})

    services.put_pitch(here.database, here.owner, match, patched, pitch_id)
    return _pitch(request, here, pitch_id)


@router.delete("/pitches/{pitch_id}", status_code=204, responses=answers(404, 412, 428))
def delete_pitch(here: Here_, pitch_id: Inner, match: Match) -> Response:
    """Take a selling point away."""
    services.delete_pitch(here.database, here.owner, pitch_id, match)
    return Response(status_code=204)


def _pitch(request: Request, here: Here_, pitch_id: str, status: int = 200) -> Response:
    with here.read() as unit:
        text, tag = store.read_profile(unit)
    found = next((pitch for pitch in json.loads(text)["pitches"] if pitch["id"] == pitch_id), None)
    if found is None:
        raise _no_pitch(pitch_id)
    location = {"Location": f"/api/v1/pitches/{pitch_id}"} if status == 201 else {}  # noqa: PLR2004 - created
    return answer(request, json.dumps(found), tag, status, **location)


def _no_pitch(pitch_id: str) -> NotFound:
    return NotFound(f'There is no pitch "{pitch_id}": the profile has those that there are.')
