"""One effect for one Idempotency-Key, however often and however many at a time a request is sent.

The effect and the answer are kept in one transaction: after a power cut there are both or none.
"""

from __future__ import annotations

from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, Final

from afterview.domain.errors import AnswerErased, KeyInFlight, KeyReused
from afterview.store.answers import load_answer, save_answer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from afterview.domain.once import Answer, Asked
    from afterview.store.session import Database

_FLYING: Final[set[tuple[str, str, str]]] = set()
_LOCK: Final = Lock()


def answer_once(database: Database, owner: str, asked: Asked, make: Callable[[], Answer]) -> Answer:
    """The answer that ``make`` gives, or the one that it gave before. What raises has no effect and is not kept."""
    with _alone(owner, asked):
        with database.read(owner) as unit:
            known = load_answer(unit, asked)
        if known is None:
            with database.together(owner) as unit:
                known = load_answer(unit, asked)  # another server may have answered meanwhile
                if known is None:
                    made = make()
                    save_answer(unit, asked, made)
                    return made
        if known.fingerprint != asked.fingerprint:
            raise KeyReused
        if known.body is None:
            raise AnswerErased
        return known


@contextmanager
def _alone(owner: str, asked: Asked) -> Iterator[None]:
    mine = (owner, asked.route, asked.key)
    with _LOCK:
        if mine in _FLYING:
            raise KeyInFlight
        _FLYING.add(mine)
    try:
        yield
    finally:
        with _LOCK:
            _FLYING.discard(mine)
