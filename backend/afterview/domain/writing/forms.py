"""What a note can become: something after "about", something after "that", something that both have."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Form(StrEnum):
    """Which frames a woven note fits: after "about", after "that", or on what both have."""

    TOPIC = "topic"
    CLAUSE = "clause"
    SHARED = "shared"


@dataclass(frozen=True, slots=True)
class Woven:
    """A note ready for a frame. ``topic``: the same as something to talk about, or empty where it can't be."""

    form: Form
    text: str
    topic: str = ""


REFUSED: Final = Woven(Form.TOPIC, "")
"""It is clear what the fragment is, and that it can't be woven: no other rule is to try."""
