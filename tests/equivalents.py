"""Mutants that change nothing a plan could show, each with the reason why no story can notice it."""

from typing import Final

EQUIVALENT: Final[dict[str, str]] = {}
