"""Companies called by a common noun, where such a name wants its article: bei Klinikum Kiel -> beim Klinikum Kiel.

``companies`` in ``language.toml`` has each noun in the fourth and in the third case, ``company_dative`` the words
before the third, ``company_joined`` what the two become together.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


def with_article(text: str, company: str, words: Mapping[str, Any]) -> str:
    """The text with the company's article wherever a word stands before the name."""
    noun, _, rest = company.partition(" ")
    forms = words.get("companies", {}).get(noun)
    if forms is None:
        return text

    def said(found: re.Match[str]) -> str:
        is_dative = found[1].lower() in words["company_dative"]
        article, _, name = forms[is_dative].partition(" ")
        before = f"{found[1]} {article}"
        joined = words["company_joined"].get(before.lower(), before)
        return " ".join(filter(None, (joined, name, rest)))

    return re.sub(rf"(\b[^\W\d_]+) {re.escape(company)}(?!\w)", said, text)
