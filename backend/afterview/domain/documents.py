"""The documents of the API as values, and back: JSON-able dictionaries with snake_case names (``api.md`` section 2).

Instants are texts in UTC with ``Z``, to the second; days are ``YYYY-MM-DD``. What a document has beyond a value's
fields (ids of storage, versions) is passed over; whether it is right was checked before it came here.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Final, TypeVar, get_args, get_origin, get_type_hints

from afterview.domain.events import Event

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

V = TypeVar("V")

_NAMES: Final = {"date": date, "datetime": datetime, "time": time, "Event": Event}
"""What the value modules import for their annotations only."""


def stamp(at: datetime) -> str:
    """An aware instant as text: UTC, to the second, ``Z``. Texts of this form sort as the instants do."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment(text: str) -> date | datetime:
    """A day or an instant, as its text says."""
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def to_value(kind: type[V], document: Mapping[str, Any]) -> V:
    """The value of class ``kind`` that the document describes; absent fields take the class's defaults."""
    makers = _makers(kind)  # type: ignore[arg-type] # classes can be keys
    return kind(**{name: makers[name](item) for name, item in document.items() if name in makers})


def to_document(value: Any) -> Any:  # noqa: ANN401, PLR0911 - any value of the domain, and what it is made of
    """A value as JSON-able data, every field of it; tuples become lists, instants and days texts."""
    match value:
        case datetime():
            return stamp(value)
        case date():
            return value.isoformat()
        case time():
            return value.strftime("%H:%M")
        case StrEnum():
            return value.value
        case tuple() | list():
            return [to_document(item) for item in value]
        case _ if is_dataclass(value):
            return {field.name: to_document(getattr(value, field.name)) for field in fields(value)}
        case _:
            return value


@cache
def _makers(kind: type) -> dict[str, Callable[[Any], Any]]:
    hints = get_type_hints(kind, localns=_NAMES)
    return {field.name: _maker(hints[field.name]) for field in fields(kind)}


def _maker(hint: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - a type annotation
    """What makes a value of an annotation out of JSON-able data."""
    if get_origin(hint) is UnionType:
        kinds = [kind for kind in get_args(hint) if kind is not NoneType]
        make = moment if set(kinds) == {date, datetime} else _maker(kinds[0])
        return lambda item: None if item is None else make(item)
    if get_origin(hint) is tuple:
        make = _maker(get_args(hint)[0])
        return lambda items: tuple(make(item) for item in items)
    if hint in {date, datetime, time}:
        return hint.fromisoformat  # type: ignore[no-any-return]
    if is_dataclass(hint):
        return lambda item: to_value(hint, item)  # type: ignore[arg-type] # a class, not a value
    return hint if isinstance(hint, type) and issubclass(hint, StrEnum) else lambda item: item
