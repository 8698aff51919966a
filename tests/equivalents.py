"""Mutants that no story notices, each with the reason why a plan shows the same."""

from typing import Final

NO_MAIL = 'the event compared is a reply or "resumed", never the mail itself'

EQUIVALENT: Final[dict[str, str]] = {
    "close is stopped otherwise by offer": "beside an open offer there is no close but one that is done",
    "pauses.answered_by: mail.order > order as mail.order >= order": NO_MAIL,
    "pauses.unanswered: mail.order > since as mail.order >= since": NO_MAIL,
}
