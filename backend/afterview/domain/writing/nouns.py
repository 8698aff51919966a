"""Noun phrases: where the head stands, whether it is one at all, and which article it needs within a sentence.

A name for something has a noun as its head and no verb that belongs to it. What is not surely one is no topic.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from afterview.domain.writing.lexicon import Lexicon

_NUMBER: Final = re.compile(r"^[$€£]?\d[\d.,]*(?:%|[kmb]n?|\+|th|st|nd|rd)?$", re.IGNORECASE)
_ADJECTIVAL: Final = ("ful", "ous", "able", "ible", "less", "ish", "ier", "iest")
_COMPOUND: Final = ("-first", "-based", "-driven", "-wide", "-only", "-heavy", "-led", "-owned", "-free", "-friendly")
_MANNERS: Final = frozenset({"driven", "based", "led", "oriented", "facing", "native", "wide"})
_PREFIXES: Final = frozenset({"multi", "single", "cross", "inter", "semi", "non", "pre", "post"})
_ORDINAL: Final = ("st", "nd", "rd", "th")
_HOW_OFTEN: Final = frozenset({"usually", "often", "always", "sometimes", "never", "rarely"})
_OBJECTS: Final = frozenset({"them", "him", "us", "me"})
_MASS_ENDINGS: Final = (
    "ness",
    "ism",
    "ics",
    "ware",
    "hood",
    "ing",
    "ity",
    "nce",
    "ncy",
    "tion",
    "sion",
    "ment",
    "ship",
    "age",
    "graphy",
)
_WHENS: Final = frozenset({"next", "this", "last", "every", "daily", "weekly", "monthly", "quarterly", "twice", "once"})
_OWNED: Final = frozenset(
    {"the", "a", "an", "my", "our", "your", "his", "her", "their", "this", "that", "these", "those"}
)


_BY: Final = frozenset({"by", "with", "from", "in", "to"})


def bare(text: str) -> list[str]:
    """The words in lower case without commas and full stops."""
    return [word.lower().strip(",.") for word in text.split()]


def is_number(word: str, lex: Lexicon) -> bool:
    """12, 40%, 1.2M, three."""
    return bool(_NUMBER.match(word)) or word in lex.numbers


def is_mass(word: str, lex: Lexicon) -> bool:
    """Whether the noun takes no article of its own: latency, ownership, testing."""
    return word in lex.mass or word.endswith(_MASS_ENDINGS)


def head_end(words: list[str], lex: Lexicon) -> int:
    """How many words there are up to the head: what follows is a preposition, a relative clause, a participle."""
    for place, word in enumerate(words[1:], start=1):
        follows = words[place + 1 : place + 2]
        is_begun = bool(follows) and (follows[0] in lex.prepositions or follows[0] in lex.determiners)
        is_participle = word.endswith("ing") and (
            lex.is_plural(words[place - 1])
            or (is_begun and words[place - 1] in lex.countable and word in lex.grammar["underways"])
        )
        is_done = bool(follows) and follows[0] in _BY and (word == "run" or word in lex.verbs.pasts)
        if word in lex.after_head or is_participle or is_done or word.startswith(("-", '"')):
            return place
    return len(words)


_TIMES: Final = frozenset("night week weekend month quarter year spring summer autumn fall winter time".split())
"""Last month is when it was, and no verb."""


def plain_verb(words: list[str], lex: Lexicon) -> tuple[int, bool]:
    """Where a plural noun has a plain verb behind it, and whether that is sure: scanners drop the signal."""
    for place, word in enumerate(words[1:], start=1):
        is_between = place > 1 and words[place - 1] in lex.adverbs
        before = words[place - 1 - is_between]
        if word in lex.relatives or before in lex.relatives:
            break
        is_pair = "and" in words[1:place] and (
            before in lex.countable or before in lex.attributive or is_mass(before, lex)
        )
        is_pair = is_pair and place + 1 < len(words)
        if word not in lex.verbs.bases or not (lex.is_plural(before) or before == "people" or is_pair):
            continue
        following = words[place + 1] if place + 1 < len(words) else ""
        if word == "last" and following in _TIMES:
            break
        is_phrasal = following in {"up", "down", "off", "out", "away", "over", "through"}
        is_sure = is_phrasal or is_between or following in _WHEN or _takes_object(following, lex)
        is_sure = is_sure or (lex.is_folk(before) and word not in _UNCHANGED and following in lex.after_head)
        is_noun = word in lex.verbs.doubtful or word in lex.base_nouns
        return place, not is_noun or is_sure
    return 0, False


_UNCHANGED: Final = frozenset({"cut", "split", "put", "set", "shut", "hit", "spread"})
"""Of these the past looks the same: panel firms cut from 12 to 4."""
_WHEN: Final = frozenset({"when", "if", "because", "after", "since", "until", "whenever"})


def _takes_object(word: str, lex: Lexicon) -> bool:
    """Scanners drop the signal, sales drop two points; a kids play area is no sentence."""
    is_object = word in lex.determiners or word in lex.mass or word in lex.adverbs
    return is_object or word[:1].isdigit() or lex.is_plural(word) or word.endswith(("ing", "ly"))


def is_noun_phrase(text: str, lex: Lexicon) -> bool:
    """Whether the text is a name for something: its head is a noun, and nothing in it must be read as a verb."""
    words = bare(text)
    end = head_end(words, lex)
    head, first = words[end - 1], words[0]
    if _is_gerund(words, lex) and len(words) > 1:
        return words[-1] not in _OBJECTS
    is_code = is_number(head, lex) and end > 1 and (text.split()[end - 2].isupper() or words[end - 2] in lex.numbered)
    is_sentence = words[-1] in _OBJECTS and not lex.relatives & set(words)
    if (
        is_sentence
        or _is_manner(words, end)
        or ("since" in words and not (lex.is_plural(head) or is_mass(head, lex)))
        or first in _HOW_OFTEN
        or (head in lex.no_heads or head in lex.numbers)
        or (is_number(head, lex) and not is_code)
    ):
        return False
    if head.endswith(_COMPOUND) or (end == 1 and (head.endswith(_ADJECTIVAL) or _is_participle(head, lex))):
        return False
    if _is_participle(head, lex) or (first in lex.irregular_pasts and first not in lex.verbs.bases):
        return False
    if head in lex.measures and end > 1 and is_number(words[end - 2], lex):
        return end < len(words)
    return not plain_verb(words, lex)[0] and not _has_unknown_verb(words[:end], lex)


def _is_manner(words: list[str], end: int) -> bool:
    """Event driven from day one, multi region by the end of the year: said of something that the note leaves out."""
    is_driven = bool(_MANNERS & set(words[end - 1 : end + 1]))
    return is_driven or (words[0] in _PREFIXES and end == len(["multi", "region"]))


def _has_unknown_verb(words: list[str], lex: Lexicon) -> bool:
    """Tickets bounce: what stands behind a plural and is no known noun may well be its verb."""
    pairs = pairwise(words)
    return any(
        lex.is_plural(one) and other.isalpha() and other not in lex.nouns and not lex.is_plural(other)
        for one, other in pairs
    )


def _is_participle(word: str, lex: Lexicon) -> bool:
    return word.endswith("ed") and (word in lex.verbs.pasts or len(word) > len("speed"))


def with_article(text: str, lex: Lexicon) -> str:
    """As it stands after "about": move to Kafka -> the move to Kafka; 6 engineers -> the 6 engineers."""
    words = bare(text)
    end = head_end(words, lex)
    head = words[end - 1]
    if not words or words[0] in _OWNED or end > lex.grammar["longest_head"] or lex.match("question_word", text):
        return text
    if words[0][:-2].isdigit() and words[0].endswith(_ORDINAL) and end > 1 and not lex.is_plural(head):
        return f"the {text}"
    if is_number(words[0], lex) and end > 1:
        is_counted = lex.is_plural(head) or head in lex.countable
        is_counted = is_counted or (words[1] in lex.measures and end > len(["18", "month"]))
        return f"the {text}" if is_counted and not words[0].endswith("%") else text
    if words[0] in lex.determiners or words[0].endswith("'s") or lex.is_plural(head) or is_number(head, lex):
        return text
    return f"the {text}" if _needs_article(text, words, end, lex) else text


def _needs_article(text: str, words: list[str], end: int, lex: Lexicon) -> bool:
    head = words[end - 1]
    if _is_gerund(words, lex):
        return False
    if head in lex.countable:
        return True
    is_name = (text.split()[end - 1][:1].isupper() or head in lex.names) and head not in lex.single
    is_one = words[0] in lex.singling and not is_mass(head, lex)
    following = words[end] if end < len(words) else ""
    of_something = following == "of" and head not in lex.quantities
    is_whole = end == len(words) or following in _WHENS or following in lex.verbs.pasts
    is_compound = is_whole and end > 1 and not is_mass(head, lex) and not head.startswith(tuple("0123456789"))
    is_told_apart = following in lex.prepositions - {"versus"} and not is_mass(head, lex)
    return not is_name and head.replace("-", "").isalpha() and (is_one or of_something or is_told_apart or is_compound)


def is_compound(text: str, lex: Lexicon) -> bool:
    """Cooking class in Bologna: an -ing form before one thing without article belongs to its name."""
    words = bare(text)
    end = head_end(words, lex)
    return end > 1 and words[end - 1] in lex.countable and not lex.determiners & set(words[:end])


def _is_gerund(words: list[str], lex: Lexicon) -> bool:
    """Moving billing, closing the books; in "pricing strategy" it is a noun, as before one thing without article."""
    if is_compound(" ".join(words), lex):
        return False
    is_verb = words[0] not in lex.noun_gerunds or (len(words) > 1 and words[1] in lex.determiners)
    is_verb = is_verb and words[1:2] != ["of"]
    is_long = len(words[0]) > len("bring") or lex.verbs.is_gerund(words[0])
    return words[0].endswith("ing") and is_long and is_verb


def subject_with_article(text: str, subject: str, lex: Lexicon) -> str:
    """A sentence whose subject is one countable thing begins with "the": menu changes weekly -> the menu changes."""
    words = bare(subject)
    end = head_end(words, lex)
    first, head = words[0], words[end - 1]
    if first in lex.determiners or first in lex.bare_subjects or is_number(first, lex) or lex.is_plural(head):
        return text
    is_name = (subject.split()[end - 1][:1].isupper() and head not in lex.single) or head.endswith("'s")
    is_bare = is_name or is_mass(head, lex) or _is_gerund(words, lex)
    is_listed = head in lex.countable and not _is_gerund(words, lex)
    return f"the {text}" if is_listed or not is_bare else text


def as_theirs(text: str, lex: Lexicon) -> str:
    """In a note on the person what is one thing or counted is theirs: dog named Bruno -> your dog named Bruno."""
    words = bare(text)
    end = head_end(words, lex)
    head, first = words[end - 1], words[0]
    if first in {"the", "my", "our", "your", "this", "that"}:
        return text
    if head in lex.between_us:
        return with_article(text, lex)
    is_own = (
        head in lex.theirs
        or head.endswith("-old")
        or (is_number(first, lex) and lex.is_plural(head))
        or (head in lex.countable and not _is_gerund(words, lex) and not lex.is_plural(head))
    )
    if is_own and not (_is_gerund(words, lex) and end > 1):
        return f"your {re.sub(r'^(?:an?|his|her|their) ', '', text)}"
    return text
