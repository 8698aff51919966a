"""The types that every input uses: bounded, without NUL or lone surrogates, with messages for people.

Days and instants stay texts; they are checked here and become values in the domain. Truth values and numbers are
what JSON calls so, never texts that look like them.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Annotated, Any, Final
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from afterview.domain.errors import UnknownRegion
from afterview.domain.ids import LONGEST
from afterview.formats.daysoff import check_region, countries

SERVER_OWNED: Final = frozenset({"id", "version", "created_at", "updated_at", "links"})
_FIRST, _LAST = date(2000, 1, 1), date(2099, 12, 31)
_INSTANT: Final = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d(:\d\d(\.\d{1,9})?)?([Zz]|[+-]\d\d:\d\d)")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


def wrong(code: str, detail: str, field: str | None = None) -> PydanticCustomError:
    """A fault with our own sentence; ``field`` names the member that it is about, if not the value itself."""
    return PydanticCustomError(code, "{detail}", {"detail": detail, "field": field})


def _day(text: str) -> str:
    try:
        day = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None or not _FIRST <= day <= _LAST:
        raise wrong("day", "Give a day as YYYY-MM-DD, from 2000-01-01 to 2099-12-31.")
    return text


def _instant(text: str) -> str:
    try:
        at = datetime.fromisoformat(text.upper()).astimezone(UTC) if _INSTANT.fullmatch(text) else None
    except (ValueError, OverflowError):
        at = None
    if at is None or not _FIRST <= at.date() <= _LAST:
        raise wrong("instant", "Give an instant with its offset, such as 2026-03-11T10:00:00-04:00, from 2000 to 2099.")
    return text.upper()


def _moment(text: str) -> str:
    return _instant(text) if "T" in text.upper() else _day(text)


@lru_cache(maxsize=1024)
def _zone(name: str) -> str:
    try:
        if name:
            ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise wrong("timezone", "Give an IANA time zone, such as America/New_York or Europe/Berlin.") from None
    return name


def _country(code: str) -> str:
    if code and code not in countries():
        raise wrong("country", UnknownRegion(code).detail)
    return code


def _link(text: str) -> str:
    if ":" in text and not re.match(r"https?://", text, re.IGNORECASE):
        raise wrong("link", "Give a web address that begins with https:// or http://.")
    return text


def _address(text: str) -> str:
    if text and not re.fullmatch(r'[^@\s<>",;]+@[^@\s<>",;]+', text):
        raise wrong("email", "That is no e-mail address: give one such as dana@acme.example, or leave it empty.")
    return text


def _schema(**json_schema: Any) -> WithJsonSchema:  # noqa: ANN401 - JSON
    return WithJsonSchema({"type": "string", **json_schema})


Line = Annotated[str, StringConstraints(max_length=300, pattern=r"^[^\x00\r\n]*$")]
Name = Annotated[
    str, StringConstraints(min_length=1, max_length=300, pattern=r"^[^\x00\r\n]*[^\x00\r\n\s][^\x00\r\n]*$")
]
Text = Annotated[str, StringConstraints(max_length=20_000, pattern=r"^[^\x00]*$")]
Note = Annotated[str, StringConstraints(max_length=10_000, pattern=r"^[^\x00]*[^\x00\s][^\x00]*$")]
Id = Annotated[str, StringConstraints(max_length=LONGEST, pattern=r"^[a-z0-9](-?[a-z0-9])*$")]
Key = Annotated[str, StringConstraints(max_length=200, pattern=r"^[a-z0-9.-]+$")]
Day = Annotated[str, AfterValidator(_day), _schema(format="date", description="A day, 2000-01-01 to 2099-12-31")]
Instant = Annotated[str, AfterValidator(_instant), _schema(format="date-time")]
Moment = Annotated[
    str,
    AfterValidator(_moment),
    WithJsonSchema({"anyOf": [{"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}]}),
]
Zone = Annotated[Line, AfterValidator(_zone)]
Country = Annotated[str, StringConstraints(max_length=2, pattern=r"^([A-Z]{2})?$"), AfterValidator(_country)]
Subdivision = Annotated[str, StringConstraints(max_length=10, pattern=r"^[A-Za-z0-9-]*$")]
Link = Annotated[str, StringConstraints(max_length=2_000, pattern=r"^[^\x00\r\n]*$"), AfterValidator(_link)]
Address = Annotated[str, StringConstraints(max_length=254, pattern=r"^[^\x00\r\n]*$"), AfterValidator(_address)]
Flag = Annotated[bool, Field(strict=True)]
Hour = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]


def whole(low: int, high: int) -> Any:  # noqa: ANN401 - an annotation's metadata
    """The bounds of a whole number."""
    return Field(strict=True, ge=low, le=high)


class In(BaseModel):
    """A body: unknown fields are refused; what the server owns may be sent back and is passed over."""

    model_config = ConfigDict(extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _without_the_servers(cls, body: Any) -> Any:  # noqa: ANN401 - anything that JSON can say
        if not isinstance(body, dict):
            return body
        return {name: item for name, item in body.items() if name not in SERVER_OWNED or name in cls.model_fields}


class Region(In):
    """A country and one of its subdivisions, both with days off that are known."""

    country: Country = ""
    subdivision: Subdivision = ""

    @model_validator(mode="after")
    def _is_known(self) -> Region:
        try:
            check_region(self.country, self.subdivision)
        except UnknownRegion as error:
            raise wrong("subdivision", error.detail, "subdivision") from None
        return self


class Out(BaseModel):
    """An answer: every field is there, whatever its default."""

    model_config = ConfigDict(extra="forbid", json_schema_serialization_defaults_required=True)
