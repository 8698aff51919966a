"""What goes wrong, as HTTP says it: RFC 9457 problems with sentences for people. Nothing of the input is repeated.

``STATUS`` is the table: the class of an error, and its status. Whatever stands in no line of it is 409, a broken rule.
"""

from __future__ import annotations

import json
import logging
import re
import secrets
from typing import TYPE_CHECKING, Any, Final

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ValidationError
from starlette.routing import Match

from afterview.domain import errors
from afterview.domain.documents import to_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from fastapi import FastAPI

LOG: Final = logging.getLogger("afterview")
METHODS: Final = ("GET", "POST", "PUT", "PATCH", "DELETE")

STATUS: Final[dict[type[errors.AfterviewError], int]] = {
    errors.TokenNeeded: 401,
    errors.TokenUnknown: 401,
    errors.ReadOnlyToken: 403,
    errors.NotFound: 404,
    errors.Stale: 412,
    errors.FileTooLarge: 413,
    errors.BadFacts: 422,
    errors.KeyReused: 422,
    errors.UnknownRegion: 422,
    errors.UnreadableFile: 422,
    errors.VersionNeeded: 428,
    errors.DatabaseUnavailable: 503,
}

CHALLENGES: Final[dict[type[errors.AfterviewError], str]] = {
    errors.TokenNeeded: 'Bearer realm="Afterview"',
    errors.TokenUnknown: 'Bearer realm="Afterview", error="invalid_token"',
    errors.ReadOnlyToken: 'Bearer realm="Afterview", error="insufficient_scope", scope="write"',
}
"""What ``WWW-Authenticate`` says of a token (RFC 6750 section 3)."""

PLAIN: Final = {
    400: (
        "not-json",
        "The body is not JSON",
        "Send a JSON document in UTF-8; the text stops being JSON at some point.",
    ),
    404: ("not-found", "There is nothing here", "No such address: /api/v1/openapi.json lists those that there are."),
    405: ("method-not-allowed", "This address doesn't do that", "Use one of the methods that the Allow header names."),
    413: ("too-large", "The body is too large", "Send 1 MiB at most."),
    415: ("not-called-json", "The body is not called JSON", "Send the header Content-Type: application/json."),
}

SENTENCES: Final = {
    "missing": "This is needed: give it.",
    "extra_forbidden": "There is no such field: leave it out, or correct its name.",
    "string_type": "Give a text.",
    "string_unicode": "The text has characters that are no characters (lone surrogates): remove them.",
    "string_too_long": "This is too long: {max_length} characters at most.",
    "string_too_short": "This is empty: give at least {min_length} character.",
    "too_long": "These are too many: {max_length} at most.",
    "bool_type": "Give true or false.",
    "bool_parsing": "Give true or false.",
    "int_type": "Give a whole number.",
    "int_parsing": "Give a whole number.",
    "int_parsing_size": "This number is too large.",
    "greater_than_equal": "This is too small: {ge} at least.",
    "less_than_equal": "This is too large: {le} at most.",
    "enum": "Give one of {expected}.",
    "literal_error": "Give one of {expected}.",
    "list_type": "Give a list.",
    "dict_type": "Give an object.",
    "model_type": "Give an object.",
    "model_attributes_type": "Give an object.",
    "none_required": "Leave this out, or give null.",
}
PATTERNS: Final = {
    r"^[^\x00\r\n]*$": "Give one line, without line breaks or NUL.",
    r"^[^\x00\r\n]*[^\x00\r\n\s][^\x00\r\n]*$": "Give one line with something in it, without line breaks or NUL.",
    r"^[^\x00]*$": "Remove the NUL characters.",
    r"^[^\x00]*[^\x00\s][^\x00]*$": "Give a text with something in it, without NUL characters.",
    r"^[a-z0-9](-?[a-z0-9])*$": "Give an id: small letters and digits, with single hyphens between them.",
    r"^[a-z0-9.-]+$": "Give a step's key as the plan has it, such as onsite.hiring-manager.",
    r"^([A-Z]{2})?$": "Give a country as its ISO 3166-1 code of two capital letters, such as US.",
    r"^[A-Za-z0-9-]*$": "Give a subdivision's code, the second half of its ISO 3166-2 code, such as NY of US-NY.",
    r"^[\x21-\x7e]+$": "Give letters, digits and signs of ASCII, without spaces.",
    r"^[A-Za-z0-9_-]+$": "Take it as an answer of the API gave it: letters, digits, hyphens and underscores.",
    r"^(drafts|findings)?(,(drafts|findings))?$": "Give drafts, findings, or both as drafts,findings.",
    r"^([01][0-9]|2[0-3]):[0-5][0-9]$": "Give an hour as HH:MM, such as 20:00.",
}
_SAID: Final = 3
_LONGEST_NAME: Final = 100


class FieldProblem(BaseModel):
    """One wrong field."""

    pointer: str
    code: str
    detail: str
    line: int | None = None
    column: int | None = None


class Problem(BaseModel):
    """What went wrong, and what to do (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[FieldProblem] = []


def problem(
    status: int, slug: str, title: str, detail: str, *, headers: Mapping[str, str] | None = None, **extra: object
) -> Response:
    """The answer. ``extra`` are extension members."""
    body = {"type": f"/problems/{slug}", "title": title, "status": status, "detail": detail, "errors": [], **extra}
    text = json.dumps(body, ensure_ascii=False, default=to_document).encode("utf-8", "replace")
    return Response(text, status, headers, "application/problem+json")


def install_handlers(app: FastAPI) -> None:
    """Let every error of the app answer as a problem."""
    app.add_exception_handler(errors.AfterviewError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(ValidationError, _invalid)
    app.add_exception_handler(Exception, _unexpected)
    for status in PLAIN:
        app.add_exception_handler(status, _plain)


async def _ours(_request: Request, error: Any) -> Response:  # noqa: ANN401 - Starlette's handlers are not typed by error
    status = next((status for kind, status in STATUS.items() if isinstance(error, kind)), 409)
    extra = {name: item for name, item in error.extra.items() if name != "version"}
    if isinstance(error, errors.BadFacts):
        extra["errors"] = [_said_of(fault) for fault in error.errors]
    headers = {"ETag": f'"{error.extra["version"]}"'} if isinstance(error, errors.Stale) else {}
    if challenge := CHALLENGES.get(type(error)):
        headers["WWW-Authenticate"] = challenge
    return problem(status, _slug(type(error)), _title(type(error)), error.detail, headers=headers, **extra)


async def _invalid(_request: Request, error: Any) -> Response:  # noqa: ANN401 - as above
    found = error.errors()
    inside = int(isinstance(error, RequestValidationError))  # its paths begin with where in the request
    if any(fault["type"] == "json_invalid" for fault in found):
        slug, title, detail = PLAIN[400]
        return problem(400, slug, title, detail)
    fields = [field for fault in found for field in _fields(fault, fault["loc"][inside:])]
    return problem(422, "bad-facts", "Some fields are wrong", _said(fields), errors=fields)


async def _plain(request: Request, error: Any) -> Response:  # noqa: ANN401 - as above
    slug, title, detail = PLAIN[error.status_code]
    headers = dict(error.headers or {})
    if error.status_code == 405:  # noqa: PLR2004 - the status says it best
        headers["Allow"] = ", ".join(_allowed(request))
    if error.status_code == 415:  # noqa: PLR2004 - as above
        headers["Accept"] = "application/json"
    return problem(error.status_code, slug, title, detail, headers=headers)


async def _unexpected(_request: Request, error: Exception) -> Response:
    name = secrets.token_hex(6)
    LOG.error("unexpected error %s", name, exc_info=error)
    detail = f"This is a fault of Afterview's. The log has it under {name}: please report it."
    return problem(500, "unexpected", "Something went wrong here", detail, id=name)


def _said(fields: list[dict[str, str]]) -> str:
    """The first faults for a reader, each with the name of its field: "Company, subdivision: Choose ..."."""
    some = [f"{_called(field['pointer'])}: {field['detail']}" for field in fields[:_SAID]]
    more = len(fields) - _SAID
    return " ".join([*some, f"And {more} more: errors names them." if more > 0 else ""]).strip()


def _called(pointer: str) -> str:
    parts = [str(int(part) + 1) if part.isdecimal() else part.replace("_", " ") for part in pointer.split("/")[1:]]
    name = ", ".join(parts)[:_LONGEST_NAME]
    return f"{name[:1].upper()}{name[1:]}" if name else "The body"


def _allowed(request: Request) -> Iterable[str]:
    """Every method of the first path that the address has the form of; Starlette would name those of one route."""
    there = [route for route in request.app.router.routes if route.matches(request.scope)[0] is not Match.NONE]
    known = {method for route in there if route.path == there[0].path for method in route.methods}
    return [method for method in METHODS if method in known]


def _fields(fault: Mapping[str, Any], where: Iterable[object]) -> Iterable[dict[str, str]]:
    context = fault.get("ctx") or {}
    path = [str(part) for part in where if part != "[key]"]
    if "faults" in context:
        return [_field([*path, name], fault["type"], detail) for name, detail in context["faults"]]
    if "detail" in context:
        return [_field([*path, *filter(None, [context["field"]])], fault["type"], context["detail"])]
    return [_field(path, fault["type"].replace("_", "-"), _sentence(fault["type"], context))]


def _field(path: Iterable[str], code: str, detail: str) -> dict[str, str]:
    pointer = "".join(f"/{part.replace('~', '~0').replace('/', '~1')}" for part in path)
    return {"pointer": pointer, "code": code, "detail": detail}


def _sentence(kind: str, context: Mapping[str, Any]) -> str:
    if kind == "string_pattern_mismatch":
        return PATTERNS.get(context["pattern"], "This has another form.")
    return SENTENCES.get(kind, "This has another form than the API's description says.").format_map(context)


def _said_of(fault: errors.FieldError) -> dict[str, Any]:
    said: dict[str, Any] = {"pointer": fault.pointer, "code": fault.code, "detail": fault.detail}
    return said | (dict(zip(("line", "column"), fault.place, strict=True)) if fault.place else {})


def _slug(kind: type[Exception]) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", kind.__name__).lower()


def _title(kind: type[Exception]) -> str:
    return re.split(r"(?<=[.;:])\s", (kind.__doc__ or "").strip())[0].rstrip(".;:")


def answers(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The problems that an operation may answer with, for its description."""
    return {status: {"model": Problem, "description": _DESCRIPTIONS[status]} for status in statuses}


_DESCRIPTIONS: Final = {
    400: "The body is not JSON",
    401: "The server wants a token and got none, or the token is not good",
    403: "The token may only read, or another web page sent the request",
    404: "There is no such thing",
    409: "A rule forbids it; `type` says which",
    412: "Somebody changed it since; `current` is how it is now",
    413: "The body is too large",
    415: "The body is not called JSON",
    422: "Some fields are wrong; `errors` says which",
    428: "If-Match is missing",
    500: "A fault of Afterview's; the log has it under the `id` that the answer names",
    503: "The database is busy, full or gone; nothing was written, try again",
}
