"""A request that may be sent again without happening again, and what it was answered."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Asked:
    """``fingerprint`` is the same for the same address and body; a key counts for one route."""

    route: str
    key: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it was given to the request of that fingerprint; ``body`` None: erased since."""

    fingerprint: str
    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: str | None = None
