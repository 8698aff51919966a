"""The phrases that the checks look for, read once from ``tone.en.toml`` (what not to say) and ``matter.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Final

from afterview.domain.checks.phrases import Phrases

_HERE: Final = Path(__file__).parent


def _topics() -> dict[str, str]:
    files = (_HERE / "tone.en.toml", _HERE / "matter.toml")
    return {topic: text for file in files for topic, text in tomllib.loads(file.read_text(encoding="utf-8")).items()}


PHRASES: Final = Phrases(_topics())
