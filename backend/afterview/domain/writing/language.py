"""A language of the drafts: one folder of phrases and words beside the templates, read once and kept.

``templates/<language>/language.toml`` holds greetings, days and lists, ``grammar.toml`` what weaving a note needs,
and each ``<kind>.toml`` the phrases of a kind of draft. A phrase names facts in braces; it is used only where all
of them are known.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from string import Formatter
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable

DEFAULT: Final = "en"
FOLDER: Final = files("afterview.domain") / "templates"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way to say something, and the facts that it names."""

    text: str
    needs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Language:
    """``phrases``: kind of draft -> slot -> the ways to say it.

    ``words`` and ``grammar`` are the tables of their files.
    """

    code: str
    words: Mapping[str, Any]
    grammar: Mapping[str, Any]
    phrases: Mapping[str, Mapping[str, tuple[Phrase, ...]]]


def phrase(text: str) -> Phrase:
    """A phrase with the names of its places."""
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
def load(code: str) -> Language:
    """Everything in the language's folder."""
    folder = FOLDER / code
    words = _table(folder / "language.toml")
    grammar = _table(folder / "grammar.toml")
    return Language(code, words, grammar, {kind: _slots(file) for kind, file in _kinds(folder)})


def _kinds(folder: Traversable) -> Iterator[tuple[str, Traversable]]:
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        kind = file.name.removesuffix(".toml")
        if file.name.endswith(".toml") and kind not in {"language", "grammar"}:
            yield kind, file


def _slots(file: Traversable) -> dict[str, tuple[Phrase, ...]]:
    return {slot: tuple(map(phrase, texts)) for slot, texts in _table(file).items()}


def _table(file: Traversable) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))
