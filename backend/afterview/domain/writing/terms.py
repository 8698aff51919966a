"""Money in mails: amounts as the user writes them, and what an ask for more rests on.

Article: "you also may be asking for more base than allotted, so you'll have to justify this".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from afterview.domain.events import EventKind
from afterview.domain.pitches import stands_in
from afterview.domain.writing.claims import claim_of, evidence_of, stated

if TYPE_CHECKING:
    from afterview.domain.facts import Pitch
    from afterview.domain.writing.language import Language
    from afterview.domain.writing.scene import Scene
    from afterview.domain.writing.wording import Pen

_AMOUNT: Final = re.compile(
    r"(?:(?P<before>[A-Z]{3}) ?)?(?P<figure>\d{1,3}(?:,\d{3})+|\d+) ?(?P<thousands>k)?(?: ?(?P<after>[A-Z]{3}))?",
    re.IGNORECASE,
)
_FIGURE: Final = re.compile(r"\d[\d.,' ]*")


def amount(text: str, language: Language, currency: str = "") -> str:
    """A plain amount with its thousands marked, its currency as is usual ($180,000); any other as the user writes it.

    ``currency``: the offer's, where the amount names none.
    """
    text = " ".join(text.split()).rstrip(".")
    found = _AMOUNT.fullmatch(text) if text.isascii() else None
    if found is None:
        return text
    whole = int(found["figure"].replace(",", "")) * (1000 if found["thousands"] else 1)
    figure = f"{whole:,}".replace(",", str(language.words.get("thousands", ",")))
    currency = (found["before"] or found["after"] or currency).upper()
    if symbol := language.words.get("symbols", {}).get(currency):
        return f"{symbol}{figure}"
    return str(language.words.get("money", "{currency} {figure}")).format(currency=currency, figure=figure).strip()


def justification_of(text: str, pitch: Pitch | None, pen: Pen) -> str:
    """What the figure rests on: the user's reason, else the first selling point."""
    reason, _ = stated(text, pen)
    if reason:
        return pen.say("justified", justification=reason)
    return " ".join(filter(None, (claim_of(pitch, pen, "pitch", is_proven_too=True), evidence_of(pitch, pen))))


def pay_of(scene: Scene, pen: Pen) -> str:
    """Why more was asked than is allotted: once, in the first reminder that has no selling point left."""
    money = scene.interview.compensation
    reason, _ = stated(money.justification, pen)
    if not (reason and money.asked and money.allotted and is_more(money.asked, money.allotted) and _is_due(scene)):
        return ""
    asked, allotted = (amount(text, scene.language) for text in (money.asked, money.allotted))
    return pen.say("pay", asked=asked, allotted=allotted, justification=reason)


def _is_due(scene: Scene) -> bool:
    sent = [event.body for event in scene.of(EventKind.MAIL_SENT) if (event.step or "").startswith("follow-up.")]
    is_said = any(stands_in(scene.interview.compensation.justification, body) for body in sent)
    return not scene.step.pitch and not is_said and (scene.key.number or 1) <= len(scene.profile.pitches) + 1


def is_more(asked: str, allotted: str) -> bool:
    """Whether one amount is above the other, as far as both have figures."""
    figures = [_FIGURE.search(text) for text in (asked, allotted)]
    whole = [int(re.sub(r"\D", "", found[0])) for found in figures if found]
    return len(whole) < len(figures) or whole[0] > whole[1]
