"""What a note can become: a subject, a statement, something that both have, something to give thanks for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Form(StrEnum):
    """Which frames a woven note fits: after "about", after "that", on what both have, or after "thank you for"."""

    TOPIC = "topic"
    CLAUSE = "clause"
    SHARED = "shared"
    DEED = "deed"


@dataclass(frozen=True, slots=True)
class Woven:
    """A note ready for a frame. ``topic``: the same as something to talk about, or empty where it can't be."""

    form: Form
    text: str
    topic: str = ""


REFUSED: Final = Woven(Form.TOPIC, "")
"""It is clear what the fragment is, and that it can't be woven: no other rule is to try."""
