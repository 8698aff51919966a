"""The table of letters: the form of a step's key -> what its template is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from afterview.domain.writing import first_mails, follow_ups, outcome_mails

if TYPE_CHECKING:
    from collections.abc import Callable

    from afterview.domain.writing.letter import Letter
    from afterview.domain.writing.scene import Scene

LETTERS: Final[dict[str, Callable[[Scene], Letter]]] = {
    "roster.ask": first_mails.roster_ask,
    "hiring-manager": first_mails.hiring_manager,
    "group": first_mails.group,
    "individual": first_mails.individual,
    "personal": first_mails.personal,
    "invite": first_mails.invite,
    "follow-up": follow_ups.follow_up,
    "call": follow_ups.call,
    "recap": follow_ups.recap,
    "answer": follow_ups.answer,
    "offer-thanks": outcome_mails.offer_thanks,
    "negotiation": outcome_mails.negotiation,
    "continuing-interest": outcome_mails.continuing_interest,
    "one-month.hr": outcome_mails.one_month("one-month.hr"),
    "one-month.hiring-manager": outcome_mails.one_month("one-month.hiring-manager"),
    "decline": outcome_mails.to_manager("decline"),
    "withdrawal": outcome_mails.to_manager("withdrawal"),
    "no-show": outcome_mails.no_show,
}
"""Tasks have no text: roster, news, debrief, close."""
