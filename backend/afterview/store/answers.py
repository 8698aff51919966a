"""Answers that are kept for requests with an Idempotency-Key."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from sqlalchemy import delete, update

from afterview.domain.documents import stamp
from afterview.domain.once import Answer, Asked
from afterview.store.tables import AnswerRow, Unit, columns

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

answer = columns(AnswerRow)
LIFE: Final = timedelta(days=7)


def load_answer(unit: Unit, asked: Asked) -> Answer | None:
    """What the request with that key was answered in the last seven days; ``fingerprint`` says which request it was."""
    row = unit.session.get(AnswerRow, (unit.owner, asked.route, asked.key))
    if row is None or row.created_at < stamp(unit.now - LIFE):
        return None
    return Answer(row.fingerprint, row.status, row.headers, row.body)


def save_answer(unit: Unit, asked: Asked, made: Answer) -> None:
    """Keep an answer, and let those go whose time is over."""
    unit.session.execute(delete(AnswerRow).where(_mine(unit), answer.created_at < stamp(unit.now - LIFE)))
    unit.session.add(
        AnswerRow(
            owner_id=unit.owner,
            route=asked.route,
            key=asked.key,
            fingerprint=asked.fingerprint,
            status=made.status,
            headers=made.headers,
            body=made.body,
            created_at=unit.stamp,
        )
    )
    unit.session.flush()


def forget_answers(unit: Unit) -> None:
    """Blank what the owner's answers say; that there were such requests stays known."""
    unit.session.execute(update(AnswerRow).where(_mine(unit)).values(body=None, headers={}))


def _mine(unit: Unit) -> ColumnElement[bool]:
    return answer.owner_id == unit.owner  # type: ignore[no-any-return] # SQLAlchemy's
