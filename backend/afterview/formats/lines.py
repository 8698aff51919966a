"""Text to a tree of components, tolerant: a line that can't be used is noted with its number, the rest goes on.

The content line itself is taken apart by ``icalendar``. Only the properties in ``USED`` are looked at; components of
any name are kept as long as their ends can be found. Nothing recurses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from icalendar.parser import Contentline

from afterview.domain.errors import UnreadableFile
from afterview.domain.invitation.invitations import LeftOut

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_COMPONENTS: Final = 2000
_MOST_LINES: Final = 50_000
_DEEPEST: Final = 100
_LONGEST_TEXT: Final = 20_000
_LONGEST_LINE: Final = 65_536
_MOST_NOTES: Final = 30
_LONGEST_SHOWN: Final = 60

USED: Final = frozenset(
    "METHOD PRODID X-WR-TIMEZONE TZID X-LIC-LOCATION TZOFFSETFROM TZOFFSETTO RRULE RDATE UID SEQUENCE STATUS SUMMARY "
    "DESCRIPTION LOCATION DTSTART DTEND DURATION ORGANIZER ATTENDEE RECURRENCE-ID BEGIN END".split()
)
_KNOWN: Final = USED | frozenset(
    "ACTION ATTACH CALSCALE CATEGORIES CLASS COMMENT COMPLETED CONFERENCE CONTACT CREATED DTSTAMP DUE "
    "EXDATE EXRULE FREEBUSY GEO "
    "IMAGE LAST-MODIFIED NAME PERCENT-COMPLETE PRIORITY RELATED-TO REPEAT REQUEST-STATUS RESOURCES TRANSP "
    "TRIGGER TZNAME TZURL "
    "URL VERSION COLOR REFRESH-INTERVAL SOURCE".split()
)
_NAME: Final = re.compile(r"([A-Za-z0-9-]{1,60})[ \t]*[;:]")
_BREAK: Final = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Property:
    """One content line: ``name`` upper case, ``params`` by upper-case name, ``value`` as written."""

    name: str
    params: dict[str, str]
    value: str
    line: int


@dataclass(slots=True)
class Component:
    """A ``BEGIN`` to its ``END``; ``name`` upper case. Built while reading, only read afterwards."""

    name: str
    line: int
    properties: list[Property] = field(default_factory=list)
    children: list[Component] = field(default_factory=list)

    def first(self, name: str) -> Property | None:
        """The first property of that name."""
        return next(iter(self.every(name)), None)

    def every(self, name: str) -> list[Property]:
        """All properties of that name, in their order."""
        return [item for item in self.properties if item.name == name]

    def text(self, name: str) -> str:
        """The value of the first property of that name, its escapes undone (RFC 5545 section 3.3.11), or nothing."""
        found = self.first(name)
        return unescape(found.value).strip() if found else ""

    def walk(self) -> Iterator[Component]:
        """This component and all below it, in the order of the file."""
        pending = [self]
        while pending:
            current = pending.pop()
            yield current
            pending.extend(reversed(current.children))


def unescape(value: str) -> str:
    r"""``\n \, \; \\`` to what they stand for; any other backslash stays."""
    return re.sub(r"\\([nN,;\\:\"])", lambda found: "\n" if found[1] in "nN" else found[1], value)


def unfold(text: str) -> list[tuple[int, str]]:
    """Numbered content lines: folds undone (RFC 5545 section 3.1), blank lines dropped, any line end accepted.

    ``UnreadableFile`` beyond 50,000 lines.
    """
    lines: list[tuple[int, list[str]]] = []
    for number, line in enumerate(_BREAK.split(text), 1):
        if line[:1] in {" ", "\t"} and lines:
            lines[-1][1].append(line[1:])
        elif line.strip():
            lines.append((number, [line]))
            if len(lines) > _MOST_LINES:
                raise UnreadableFile(
                    f"The file has more than {_MOST_LINES:,} lines (line {number}): export fewer events."
                )
    return [(number, "".join(parts)) for number, parts in lines]


def read_components(text: str) -> tuple[Component, tuple[LeftOut, ...]]:
    """The file as a tree under a nameless root, and what was skipped. ``UnreadableFile`` beyond 2,000 components."""
    builder = _Builder()
    for number, line in unfold(text):
        builder.take(number, line)
    return builder.finish()


class _Builder:
    """Puts lines into a tree, one after the other."""

    def __init__(self) -> None:
        self.root = Component("", 0)
        self.stack = [self.root]
        self.notes: list[LeftOut] = []
        self.count = 0

    def take(self, number: int, line: str) -> None:
        """Add one unfolded line."""
        found = _NAME.match(line.lstrip())
        name = found[1].upper() if found else ""
        if not found or not self._is_property(found[1]):
            self._continue(number, line)
        elif name == "BEGIN":
            self._begin(number, line.split(":", 1)[-1].strip().upper())
        elif name == "END":
            self._end(number, line.split(":", 1)[-1].strip().upper())
        elif name in USED:
            self._add(number, name, line.lstrip())
        else:
            self.stack[-1].properties.append(Property(name, {}, "", number))

    def finish(self) -> tuple[Component, tuple[LeftOut, ...]]:
        """The tree; components that were never closed count as closed by the end of the file."""
        for open_one in self.stack[1:]:
            self._never_ends(open_one)
        return self.root, tuple(_shortened(self.notes))

    def _is_property(self, name: str) -> bool:
        """In a text that was not folded, "Passcode: 123" and "https://" look like properties and are none."""
        return name.upper() in _KNOWN or name.upper().startswith("X-") or name.isupper()

    def _begin(self, number: int, name: str) -> None:
        self.count += 1
        if self.count > MOST_COMPONENTS:
            raise UnreadableFile(
                f"The file holds more than {MOST_COMPONENTS:,} components (line {number}): export fewer events."
            )
        if len(self.stack) > _DEEPEST:
            raise UnreadableFile(
                f"Line {number} begins a component inside {_DEEPEST} others: no calendar program writes that."
            )
        component = Component(name, number)
        self.stack[-1].children.append(component)
        self.stack.append(component)

    def _end(self, number: int, name: str) -> None:
        if name not in {component.name for component in self.stack[1:]}:
            self._note(f"line {number}", f"END:{_shown(name)} closes nothing that was begun.")
            return
        while (closed := self.stack.pop()).name != name:
            self._never_ends(closed)

    def _add(self, number: int, name: str, line: str) -> None:
        taken = _take_apart(line[:_LONGEST_LINE])
        if taken is None:
            self._note(f"line {number}", f'"{_shown(line)}" isn\'t a line of a calendar.')
        else:
            self.stack[-1].properties.append(Property(name, taken[0], taken[1], number))

    def _continue(self, number: int, line: str) -> None:
        """A line without a name: the rest of a description whose line breaks were not folded, if there is one."""
        last = self.stack[-1].properties[-1] if self.stack[-1].properties else None
        if last is not None and last.name == "DESCRIPTION":
            longer = f"{last.value}\n{line}" if len(last.value) < _LONGEST_TEXT else last.value
            self.stack[-1].properties[-1] = Property(last.name, last.params, longer, last.line)
            self._note(
                f"the form of line {last.line}",
                "The description goes on over lines that aren't folded; they were put together.",
            )
        elif len(self.stack) > 1:
            self._note(f"line {number}", f'"{_shown(line)}" isn\'t a line of a calendar.')

    def _never_ends(self, component: Component) -> None:
        self._note(f"line {component.line}", f"{component.name} begins here and never ends: the file may be cut off.")

    def _note(self, what: str, why: str) -> None:
        note = LeftOut(what, why)
        if not self.notes or self.notes[-1] != note:
            self.notes.append(note)


def _take_apart(line: str) -> tuple[dict[str, str], str] | None:
    """Parameters and value; a second try without quotes, for names like ``CN="Dana "DW" Whitcombe"``."""
    for attempt in (line, line.replace('"', "")):
        try:
            _, params, value = Contentline(attempt).raw_parts()  # type: ignore[no-untyped-call] # the library has no types
        except ValueError:
            continue
        return {str(key).upper(): _joined(found) for key, found in params.items()}, value
    return None


def _joined(value: str | Iterable[str]) -> str:
    """A parameter with several values is in truth one with a comma that somebody forgot to quote: ``CN=Doe, John``."""
    return value if isinstance(value, str) else ",".join(value)


def _shown(line: str) -> str:
    return line if len(line) <= _LONGEST_SHOWN else line[:_LONGEST_SHOWN] + "…"


def _shortened(notes: list[LeftOut]) -> list[LeftOut]:
    more = len(notes) - _MOST_NOTES
    return (
        notes
        if more <= 0
        else [*notes[:_MOST_NOTES], LeftOut(f"{more} more lines", "They aren't lines of a calendar either.")]
    )
