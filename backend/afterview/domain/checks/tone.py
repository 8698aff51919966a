"""What a mail should not say. Each check looks up one topic of the lexicon; words of the trade itself are let pass."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from afterview.domain.checks.case import AFTER_NO
from afterview.domain.checks.finding import Fault, Severity
from afterview.domain.checks.letter import tokens_of
from afterview.domain.events import EventKind
from afterview.domain.stems import stem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from afterview.domain.checks.case import Case
    from afterview.domain.checks.finding import Span

_SHOUT: Final = re.compile(r"(?<![\w@/.])[A-Z\u00c0-\u00de]{4,}(?![\w@/])")
_MARKS: Final = re.compile(r"!{2,}|\?{2,}|(?:\?!|!\?)[!?]*")
_EMOTICON: Final = re.compile(r"(?<!\w)(?:[:;=8xX]['\u2019]?-?[)(DPpOo3/|\\]|<3|\^_\^|\(:|:-?\*)(?!\w)")
_EMOJI: Final = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf\u2b50\u2b55\U0001f1e6-\U0001f1ff]")
_NOT_EMOJI: Final = frozenset("\u2713\u2717\u2192\u2022")
_PROFANE: Final = re.compile(
    r"\b(?:f+u+c+k\w*|sh[i1]t\w*|f\*+\w*|s\*+t|a\*\*\w*|b\*tch|damn\w*|arse\w*|cunt|dick|goddam\w*)(?!\w)",
    re.IGNORECASE,
)
_ONE_MARK: Final = "One mark is enough."
_SUPERLATIVES: Final = 2
_THEIRS: Final = frozenset(
    "manager managers boss person hire hires candidate candidates team company predecessor".split()
)
_MY_OWN: Final = frozenset({"my", "our", "i"})
_PAY_WISHED: Final = re.compile(
    r"\b(?:want|wants|expect|expecting|hope|hoping|ask|asking|earn|need|minimum|at least)\b"
    r"(?:(?!\b(?:save|saved|cut|reach|raise|grow|bring|reduce|lower|spend|users|people)\b)[^.!?\n]){0,40}?"
    r"(?P<sum>[$\u20ac\u00a3]\s?\d[\d.,]{0,12}k?|\b\d{2,3}k\b|\b\d{2,3}[,.]000\b)"
    r"(?=\s*(?:[.,;?!)]|$|\n|(?:a|per) (?:year|month|annum)|plus|base|gross|net|or|to|in|for (?:this|the)))",
    re.IGNORECASE,
)
_MANY: Final = 8
_KNOWN_CAPITALS: Final = frozenset(
    """ASAP HTML HTTP HTTPS JSON YAML REST GRPC SAAS PAAS IAAS LGBT NASA NATO UNIX LINUX JIRA CRUD ACID
DORA GDPR HIPAA SOC2 OKRS KPIS APIS SLOS SLAS CISO MLOPS AIOPS CUDA LLMS ETL OLAP OLTP NOSQL BIOS SDKS IDES AJAX CORS WCAG CSAT
CAPEX OPEX EBITDA IFRS GAAP SWOT ROAS TOEFL UNESCO UNICEF YMCA FAQS CEO CFO COO CTO CMO VPS PDF CSV ASIC FPGA CMOS SCADA STEM
NICU EHR EMR HEPA ISBN ISO9001 MBA MSC PHD CPA CFA PMP ITIL TOGAF SCIM SAML OIDC MIDI DEI ESG RFC RFCS IETF IEEE POSIX""".split()
)


def topic(name: str, message: str, *, is_trade_let_pass: bool = False) -> Callable[[Case], Iterator[Fault]]:
    """A check that finds the phrases of one topic, in body and subject."""

    def look(case: Case) -> Iterator[Fault]:
        for field, hits in (("subject", case.letter.subject_hits), ("body", case.letter.hits)):
            text = case.letter.subject if field == "subject" else case.letter.body
            for span in hits.get(name, ())[:_MANY]:
                said = text[slice(*span)]
                if not (is_trade_let_pass and is_of_the_trade(case, said)):
                    yield Fault(message.format(said=" ".join(said.split())), span, field)

    return look


def is_of_the_trade(case: Case, said: str) -> bool:
    """Whether the phrase has a word of what this work is about."""
    return any(stem(token.low) in case.records.trade for token in tokens_of(said))


checking = topic("checking", "\u201c{said}\u201d gives no reason to write: say what is new.")
apology = topic("apology", "\u201c{said}\u201d makes you small: leave it out.")
pressure = topic("pressure", "\u201c{said}\u201d presses the reader: leave it out.")
begging = topic("begging", "\u201c{said}\u201d is too much: say it plainly.")
slang_words = topic("slang", "\u201c{said}\u201d is too casual here: write it out.", is_trade_let_pass=True)
tells = topic("tells", "\u201c{said}\u201d sounds like a template: say it in your own words.")


def flattery(case: Case) -> Iterator[Fault]:
    """C28: begging, and superlatives by the dozen."""
    yield from begging(case)
    start, end = case.letter.core_span
    spans = [span for span in case.letter.hits.get("superlative", ()) if start <= span[0] < end]
    if len(spans) > _SUPERLATIVES:
        yield Fault(f"{len(spans)} superlatives: keep one.", spans[_SUPERLATIVES])


def shouting(case: Case) -> Iterator[Fault]:
    """C29: capitals, rows of marks, pictures."""
    for field, text in (("subject", case.letter.subject), ("body", case.letter.body)):
        if field == "body" or not text.isupper():
            yield from _capitals(case, text, field)
        for pattern, message in (
            (_MARKS, _ONE_MARK),
            (_EMOTICON, "Say it in words, without an emoticon."),
            (_EMOJI, "Say it in words, without a picture."),
        ):
            if (found := pattern.search(text)) and found[0] not in _NOT_EMOJI:
                fix = ("?" if "?" in found[0] else "!") if message == _ONE_MARK else None
                yield Fault(message, found.span(), field, fix=fix)
    count = case.letter.body.count("!")
    if count > 1 and not _MARKS.search(case.letter.body):
        second = case.letter.body.index("!", case.letter.body.index("!") + 1)
        yield Fault(f"{count} exclamation marks: one is enough.", (second, second + 1), fix=".")


def _capitals(case: Case, text: str, field: str) -> Iterator[Fault]:
    known = case.records.vocabulary
    for count, found in enumerate(_SHOUT.finditer(text)):
        word = found[0]
        if (
            word in _KNOWN_CAPITALS
            or (word.casefold() in known and not case.words.knows(word.casefold()))
            or count >= _MANY
        ):
            continue
        if (
            word in case.records.named_words
            or any(word in line for line in case.records.texts)
            or not case.words.knows(word.casefold())
        ):
            continue
        yield Fault(
            f"\u201c{word}\u201d shouts: write it in small letters.", found.span(), field, fix=_small(text, found)
        )


def _small(text: str, found: re.Match[str]) -> str:
    """The word in small letters; at the head of a sentence with one capital."""
    low = found[0].lower()
    return low.capitalize() if re.search(r"(?:^|[.!?\n]\s*)$", text[max(0, found.start() - 4) : found.start()]) else low


def slang(case: Case) -> Iterator[Fault]:
    """C30: slang, abbreviations of chat, profanity."""
    yield from slang_words(case)
    for found in _PROFANE.finditer(case.letter.body):
        if not any(span[0] <= found.start() < span[1] for span in case.letter.hits.get("slang", ())):
            yield Fault("Profanity has no place here: leave it out.", found.span())


def money(case: Case) -> Iterator[Fault]:
    """C31: no pay in a mail of thanks; in a reminder only beside its justification."""
    for span in case.letter.hits.get("money", ())[:_MANY]:
        is_asked = "?" in case.letter.body[slice(*case.letter.sentence_at(span[0]))]
        if not is_asked and is_of_the_trade(case, case.letter.body[slice(*span)]):
            continue
        if case.form == "follow-up" and _is_justified(case, span):
            continue
        yield Fault("Pay is for another mail: leave it out here.", span)
    if case.form != "follow-up" and "money" not in case.letter.hits:
        for found in islice(_PAY_WISHED.finditer(case.letter.body), 1):
            yield Fault("Pay is for another mail: leave it out here.", found.span("sum"))


def _is_justified(case: Case, span: Span) -> bool:
    paragraph = next((p for p in case.letter.paragraphs if p[0] <= span[0] < p[1]), span)
    why = case.records.note_stems(case.interview.compensation.justification)
    if "?" in case.letter.body[slice(*case.letter.sentence_at(span[0]))]:
        return False
    asks = bool(case.interview.compensation.asked or why)
    return asks and bool(case.letter.stems_in(*paragraph) & (why | case.records.pitch_stems))


def rivals(case: Case) -> Iterator[Fault]:
    """C32: nobody else's chances, and no hearsay. After a no, that they chose another is only the news itself."""
    letter = case.letter
    excused = letter.hits.get("excused", ()) if case.form in AFTER_NO else ()
    for span in letter.hits.get("rivals", ())[:_MANY]:
        if any(a <= span[0] and span[1] <= b for a, b in excused) or _is_own_hearing(case, span):
            continue
        said = " ".join(letter.body[slice(*span)].split())
        yield Fault(f"\u201c{said}\u201d is gossip or about somebody else's chances: speak of yourself only.", span)
    yield from _hearsay(case)
    yield from _named_rivals(case)


def _hearsay(case: Case) -> Iterator[Fault]:
    """What one has from others about the reader's own people; told of anything else it is small talk."""
    for span in case.letter.hits.get("hearsay", ())[:_MANY]:
        words = {token.low for token in case.letter.between(*case.letter.sentence_at(span[0]))}
        if words & _THEIRS and not words & _MY_OWN:
            yield Fault("This is hearsay about the reader's own people: leave it out.", span, severity=Severity.WARN)


def _is_own_hearing(case: Case, span: Span) -> bool:
    """What I heard from you; I heard from Priya: no hearsay."""
    words, letter = case.letter.words, case.letter
    first = letter.index(span[0])
    if not {"hear", "heard"} & {token.low for token in letter.between(*span)}:
        return False
    if first and words[first - 1].low in {"what", "everything", "all", "than", "when", "whatever"}:
        return True
    after = words[letter.index(span[1]) - 1 : letter.index(span[1]) + 2]
    return any(token.low in case.records.person_names for token in after) and any(
        token.low == "from" for token in after
    )


def _named_rivals(case: Case) -> Iterator[Fault]:
    told = [f"{e.competition} {e.why if e.kind is EventKind.COMPETITOR_FAILED else ''}" for e in case.interview.events]
    ours = case.records.person_names | {word.casefold() for word in case.records.named_words}
    names = {
        token.text for text in told for token in tokens_of(text)[1:]
        if token.text[:1].isupper() and token.low not in ours and not case.words.knows(token.low)
    }  # fmt: skip
    for token in case.letter.words if names else ():
        if token.text in names:
            yield Fault(f"{token.text} is a competitor in your records: never name them.", (token.start, token.end))
            return


def unworthy(case: Case) -> Iterator[Fault]:
    """C33: being chosen for an interview means being qualified; no blame, no argument."""
    for span in case.letter.hits.get("unworthy", ())[:_MANY]:
        said = " ".join(case.letter.body[slice(*span)].split())
        if not is_of_the_trade(case, said):
            yield Fault(f"\u201c{said}\u201d: you were not the first choice, and nothing else. Leave it out.", span)


def employer(case: Case) -> Iterator[Fault]:
    """C36: nothing bad about the present or a former employer. Heuristic: the two in one sentence."""
    for span in case.letter.hits.get("employer", ())[:_MANY]:
        if case.letter.has("grudge", *case.letter.sentence_at(span[0])):
            yield Fault(
                "This speaks badly of an employer: leave it out.",
                case.letter.sentence_at(span[0]),
                severity=Severity.WARN,
            )
            return
