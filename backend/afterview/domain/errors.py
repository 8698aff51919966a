"""What can go wrong, one class per thing. The docstring is the message, the attributes are what the edge adds to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class AfterviewError(Exception):
    """Something went wrong."""

    def __init__(self, detail: str = "", **extra: object) -> None:
        """``detail`` says what to do; ``extra`` become the extension members of the problem."""
        self.detail = detail or (self.__doc__ or "").strip()
        self.extra = extra
        super().__init__(self.detail)


class InsideTheFloor(AfterviewError):
    """A reminder can't be nearer than the floor to the last mail that the hiring manager got."""

    def __init__(self, key: str, first_possible_on: date) -> None:
        """``first_possible_on`` is the earliest day that the floor allows."""
        super().__init__(
            f"{key} can't go before {first_possible_on}: reminders keep at least five business days' distance "
            "from the last mail to the hiring manager. Choose that day or a later one.",
            key=key,
            first_possible_on=first_possible_on,
        )


class CallNotToHR(AfterviewError):
    """Calls go to HR only; write to everybody else. A call that came in is recorded with direction "in"."""


class BadFacts(AfterviewError):
    """Some fields don't fit together."""

    def __init__(self, errors: tuple[FieldError, ...]) -> None:
        """``errors``: all of them at once."""
        super().__init__("; ".join(error.detail for error in errors))
        self.errors = errors


class FieldError:
    """One wrong field: ``pointer`` is a JSON pointer into the body, ``code`` is stable.

    ``place`` is the line and column within a text, both from 1.
    """

    __slots__ = ("code", "detail", "place", "pointer")

    def __init__(self, pointer: str, code: str, detail: str, place: tuple[int, int] | None = None) -> None:
        """``detail`` says what is wrong and what to do."""
        self.pointer, self.code, self.detail, self.place = pointer, code, detail, place


class UnknownRegion(AfterviewError):
    """The days off of this country or subdivision aren't known."""

    def __init__(self, country: str, subdivision: str = "", subdivisions: tuple[str, ...] = ()) -> None:
        """``subdivisions`` are the country's codes; without ``subdivision`` it is the country that isn't known."""
        known = f"it has {', '.join(subdivisions)}" if subdivisions else "it has none"
        detail = (
            "Choose the country first: a subdivision is one of a country's."
            if subdivision and not country
            else f'"{subdivision}" is no subdivision of {country} with holidays of its own: {known}.'
            if subdivision
            else f'"{country}" is no country whose days off are known: give its ISO 3166-1 code of two capital letters.'
        )
        super().__init__(detail, country=country, subdivision=subdivision, subdivisions=subdivisions)


class UnreadableFile(AfterviewError):
    """Nothing in this file can be imported."""


class FileTooLarge(AfterviewError):
    """The file is larger than 1 MiB: invitations are much smaller. Export the one event or the one mail."""


class TokenNeeded(AfterviewError):
    """This server asks who you are. Send "Authorization: Bearer" with a token; "afterview token create" makes one."""


class TokenUnknown(AfterviewError):
    """This token opens nothing here: it is mistyped, of another server, or revoked. Take one that is good."""


class ReadOnlyToken(AfterviewError):
    """This token may only read. For a change take one that was made with the scope "write"."""


class NotFound(AfterviewError):
    """There is nothing at this address; look the thing up in its list."""


class Stale(AfterviewError):
    """Somebody changed this since you read it. Take the current state from this answer and send your change again."""

    def __init__(self, current: object = None, *, version: str = "") -> None:
        """``current`` is the representation as it is now, ``version`` what ``If-Match`` would have to name."""
        super().__init__(current=current, version=version)


class VersionNeeded(AfterviewError):
    """Say in If-Match which version you mean to change: the ETag of its GET, or * for whatever is there."""


class ContactInUse(AfterviewError):
    """This person takes part in an interview. Remove them there first, or erase them everywhere."""


class BothInOneInterview(AfterviewError):
    """Both take part in one interview, so they are two people there: remove one of them from it first."""


class ContactKnown(AfterviewError):
    """Somebody in the address book has this address already: change that contact, or give another address."""

    def __init__(self, name: str, contact: str) -> None:
        """``contact`` is the id of who has the address."""
        where = f"/api/v1/contacts/{contact}"
        detail = f"{name} has this address already: change that contact ({where}), or give another address."
        super().__init__(detail, contact=where)


class CompanyKnown(AfterviewError):
    """There is a company of this name already: change that one."""

    def __init__(self, name: str, company: str) -> None:
        """``company`` is the id of the one that there is."""
        where = f"/api/v1/companies/{company}"
        super().__init__(f"There is a company called {name} already: change that one ({where}).", company=where)


class InterviewsExist(AfterviewError):
    """The example is for an empty start: there are interviews here already. Delete them first to see the example."""


class NotInThisState(AfterviewError):
    """The step can't be set to that: its state doesn't allow it."""


class BlockedByFindings(AfterviewError):
    """Findings keep this text from leaving: mend what they name, or let each pass with a reason."""

    def __init__(self, findings: tuple[object, ...]) -> None:
        """``findings``: those that block and that no override lets pass."""
        said = " ".join(str(getattr(finding, "message", "")) for finding in findings)
        super().__init__(
            f"{said} Mend that, or approve the text with overrides: a check and your reason for each.",
            findings=findings,
        )


class NeedsAnswer(AfterviewError):
    """The file leaves something open that must not be guessed. Answer the questions, then post the interview."""


class NothingToApply(AfterviewError):
    """There is nothing to import in this file."""


class DatabaseUnavailable(AfterviewError):
    """The database doesn't answer: it is busy, full or gone. Nothing was written; try again in a moment."""


class KeyInFlight(AfterviewError):
    """A request with this Idempotency-Key is being answered: wait for its answer, then ask again."""


class KeyReused(AfterviewError):
    """This Idempotency-Key belongs to another request: give each request a key of its own."""


class AnswerErased(AfterviewError):
    """This request was carried out before, and what it made has been erased since. There is nothing to repeat."""
