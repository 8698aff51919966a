"""A language of the drafts: one folder of phrases and words beside the templates, read once and kept.

``templates/<language>/language.toml`` holds greetings, days and lists, ``grammar.toml`` what weaving a note needs,
and each ``<kind>.toml`` the phrases of a kind of draft. A phrase names facts in braces; it is used only where all
of them are known. ``[Ihnen|dir]`` in a phrase is what stands there among strangers and among familiars.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from string import Formatter
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from importlib.resources.abc import Traversable

DEFAULT: Final = "en"
FOLDER: Final = files("afterview.domain") / "templates"
_CHOICE: Final = re.compile(r"\[([^|\[\]]*)\|([^|\[\]]*)\]")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way to say something, and the facts that it names."""

    text: str
    needs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Language:
    """``phrases``: kind of draft -> slot -> the ways to say it.

    ``words`` and ``grammar`` are the tables of their files, ``is_familiar`` says du and tu, not Sie and vous.
    """

    code: str
    words: Mapping[str, Any]
    grammar: Mapping[str, Any]
    phrases: Mapping[str, Mapping[str, tuple[Phrase, ...]]]
    is_familiar: bool = False

    @property
    def tells_familiars(self) -> bool:
        """Whether it has two forms of address, so that the phrases themselves say who is on first-name terms."""
        return bool(self.words.get("tells_familiars"))


def phrase(text: str, *, is_familiar: bool = False) -> Phrase:
    """A phrase in one form of address, with the names of its places."""
    text = _CHOICE.sub(r"\2" if is_familiar else r"\1", text)
    return Phrase(text, frozenset(name for _, name, _, _ in Formatter().parse(text) if name))


def language_for(*codes: str) -> Language:
    """The first of these that there is a folder for, by its first part (``de-AT`` is ``de``).

    English where there is none.
    """
    known = languages()
    for code in codes:
        short = code.replace("_", "-").split("-")[0].lower()
        if short in known:
            return load(short)
    return load(DEFAULT)


@lru_cache(maxsize=1)
def languages() -> frozenset[str]:
    """The languages that are complete enough to write in: their folder holds ``language.toml``."""
    return frozenset(
        folder.name for folder in FOLDER.iterdir() if folder.is_dir() and (folder / "language.toml").is_file()
    )


@lru_cache(maxsize=32)
def load(code: str, *, is_familiar: bool = False, country: str = "") -> Language:
    """Everything in the language's folder, in one form of address and as that country spells it.

    ``country``: one that ``respelt`` of ``language.toml`` names.
    """
    folder = FOLDER / code
    words = _table(folder / "language.toml")
    grammar = _table(folder / "grammar.toml")
    other = words.get("respelt", {}).get(country, {})
    phrases = {kind: _slots(_respelt(_table(file), other), is_familiar=is_familiar) for kind, file in _kinds(folder)}
    return Language(code, _respelt(words, other), grammar, phrases, is_familiar)


def _kinds(folder: Traversable) -> Iterator[tuple[str, Traversable]]:
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        kind = file.name.removesuffix(".toml")
        if file.name.endswith(".toml") and kind not in {"language", "grammar"}:
            yield kind, file


def _slots(table: Mapping[str, Iterable[str]], *, is_familiar: bool) -> dict[str, tuple[Phrase, ...]]:
    return {slot: tuple(phrase(text, is_familiar=is_familiar) for text in texts) for slot, texts in table.items()}


def _respelt(value: Any, other: Mapping[str, str]) -> Any:  # noqa: ANN401 - whatever a table holds
    """The same with our own words spelt in another way: Grüße -> Grüsse."""
    if isinstance(value, dict):
        return {name: _respelt(one, other) for name, one in value.items()}
    if isinstance(value, list):
        return [_respelt(one, other) for one in value]
    for usual, instead in other.items() if isinstance(value, str) else ():
        value = value.replace(usual, instead)
    return value


def _table(file: Traversable) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))
