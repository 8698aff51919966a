"""The phrases that the checks look for, read once from ``tone.*.toml`` (what not to say) and ``matter.toml``."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Final

from afterview.domain.checks.phrases import Phrases

_HERE: Final = Path(__file__).parent


def _topics() -> dict[str, str]:
    topics = defaultdict[str, str](str)
    for name in ("tone.en.toml", "tone.de.toml", "matter.toml"):
        for topic, phrases in tomllib.loads((_HERE / name).read_text(encoding="utf-8")).items():
            topics[topic] += phrases.casefold()
    return topics


PHRASES: Final = Phrases(_topics())
