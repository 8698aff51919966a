"""HTTP: one router per noun. Routes parse, call, and hand on; they hold no rule of the product."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from afterview.api import (
    candidates,
    companies,
    contacts,
    demo,
    events,
    exports,
    health,
    imports,
    interviews,
    notes,
    participants,
    plans,
    rounds,
    steps,
    templates,
    tokens,
)
from afterview.api.access import PENALTY
from afterview.api.contract import described
from afterview.api.deps import Kept
from afterview.api.problems import install_handlers

if TYPE_CHECKING:
    from fastapi import FastAPI

TAGS = [
    {"name": "plans", "description": "What to do when, and why: derived from the facts, never stored."},
    {"name": "interviews", "description": "Candidacies with their people, rounds, notes and events."},
    {"name": "steps", "description": "A step's text, what became of it, and the ways to hand it on."},
    {"name": "imports", "description": "Invitations, read into a proposal."},
    {"name": "contacts", "description": "The address book."},
    {"name": "companies", "description": "What is known of companies beside any interview."},
    {"name": "candidate", "description": "The candidate: profile, pitches, policy, templates."},
    {"name": "access", "description": "Tokens, and who calls. On the machine that serves none is needed."},
    {"name": "service", "description": "The server itself."},
]

NOUNS: Final = (
    plans,
    interviews,
    participants,
    rounds,
    notes,
    events,
    steps,
    imports,
    contacts,
    companies,
    candidates,
    templates,
    exports,
    demo,
    tokens,
    health,
)


def install(app: FastAPI) -> None:
    """Put the API into an app whose state has a ``database``."""
    app.openapi_tags = TAGS
    app.state.kept, app.state.penalty = Kept(), PENALTY
    app.router.routes.extend(route for noun in NOUNS for route in noun.router.routes)
    install_handlers(app)
    app.openapi = described(app)  # type: ignore[method-assign] # FastAPI's documented way
