"""Language and spelling: English by the dictionary, every language for doubled words, spaces and quotes."""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final

from afterview.domain.checks.finding import Fault, Severity, like
from afterview.domain.checks.letter import covers
from afterview.domain.checks.naming import bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from afterview.domain.checks.case import Case
    from afterview.domain.checks.letter import Token

_JOINING: Final = frozenset("'\u2019-")
_RIGHTLY: Final = frozenset(
    {"that", "had", "her", "bye", "is", "who", "sie", "die", "der", "das", "nous", "vous", "blah", "ha", "pro"}
)
_SPACES: Final = re.compile(r"(?<=[^\s])[ \t\u00a0]{2,}(?=[^\s])")
_BEFORE_MARK: Final = re.compile(r"(?<=[\w)\"\u201d])[ \t]+(?:[,.;!?:](?=\s|$)|,(?=[^\W\d_]))")
_NO_SPACE: Final = re.compile(r"(?<=[a-z\u00df-\u00ff]{2})(?:[,;!?](?=[A-Za-z\u00c0-\u00ff]{2})|\.(?=[A-Z][a-z]))")
_ADDRESS: Final = re.compile(
    r"(?<!\S)[^\s@]{1,320}@\S+|&#?\w{2,8};|(?:https?://|www\.)\S+|\b[\w-]{1,63}\.(?:com|org|net|io|dev|ai|co|eu|de|fr|uk|example)\b\S*",
    re.IGNORECASE,
)
_STRAIGHT, _CURLY = re.compile(r"\"|(?<=\w)'(?=\w)"), re.compile("[\u201c\u201d]|(?<=\\w)\u2019(?=\\w)")
_WRONG_A: Final = re.compile(
    r"\b(?P<a>[Aa]) (?=(?P<word>(?:(?:[aei]|o(?!n[ce]))[a-z]{2}|hour|honou?r|honest|heir)[a-z]*)\b)(?!eu|ew)"
)
_WRONG_AN: Final = re.compile(
    r"\b(?P<a>[Aa]n) (?=(?P<word>(?:[b-df-gj-np-tv-z][a-z]{2}|uni[tvqof]|use[rf]|usual|one\b|once\b|euro)[a-z]*)\b)"
)
_GRAMMAR: Final = re.compile(
    r"\b(?:(?:could|would|should|must|might) of\b|look(?:ing)? forward to (?:hear|meet|see|speak|talk|work|discuss|join|continue|learn)\b(?!ing)"
    r"|(?:you|we|they) was\b|(?:he|she|it) (?:(?:were|have) (?:a|the|not)|don't)\b|their (?:going|coming|not|very|doing|making|having|being)\b|i is\b|i are\b|(?:more|most) (?:better|best|easier|worse)\b"
    r"|your (?:welcome|right about|going to|the best)\b|their (?:is|are|was|were)\b|there (?:team|company|work|product|time)\b"
    r"|its (?:been|a|not|going to|an|the)\b|it's (?:own|team|culture|customers|mission|product)\b|less (?:people|bugs|users|errors)\b"
    r"|(?:alot|aswell|infact|atleast|inspite|eachother|thankyou|lookforward|abit|noone|ofcourse|incase|upto)\b"
    r"|then (?:ever|before i|expected)\b|to (?:much|many) (?:time|people|work)\b|form you\b|hear form\b|thank you form\b|(?:a the|the an?|an the)\b"
    r"|for (?:meet|talk|speak|take|discuss|share|explain|interview)(?= (?:me|with|to|the|your|my|about|time)\b)|thanks you\b|i (?:has|enjoys|were|am have|am agree)\b|(?<!have )(?<!had )(?<!has )i (?:done|seen|gone|been)\b|(?:builded|teached|thinked|writed|catched|leaved|runned|hurted|costed)\b|(?:discuss|discussed|about|saw|see|like|liked|share|shared|from|of) there (?:plan|team|work|own|idea|project|approach|goal)s?\b)"
    r"|this (?:are|were)\b|these (?:is|has)\b|(?:have|has|had|having) (?:went|saw|did|came|wrote|spoke|took|gave|began)\b"
    r"|(?:did|didn't) (?:went|saw|knew|came|enjoyed|learned|liked|spoke|wanted|thought)\b|(?:many|several) (?:information|advice|work|time|experience|knowledge)\b"
    r"|(?:much|less) (?:people|questions|projects|customers|years)\b|more (?:faster|bigger|stronger|nicer|easier|smaller|cheaper|clearer)\b"
    r"|you're (?:time|team|company|help|office|e?mail|kindness|consideration|support|advice|role|reply|answer|patience|work|questions?)\b"
    r"|(?:are|is|was|were|am) (?:is|are|was|were|am)\b|(?:was|is|were|be|far|way) to (?:much|many|late|long|soon|big|small|early|hard)\b"
    r"|me and \w{1,20} (?:was|were|is|are|have|had|did|went|will)\b|(?:could|would|should|might) (?:you|i|we|he|she|they|not) of\b"
    r"|(?:to|at|in|into|with|for|by) there (?:office|place|house|company|people|customers|site|team|plan|work|project)s?\b"
    r"|(?:would|'d) like (?:discuss|talk|speak|meet|hear|thank|know|work|join|learn|see)\b|i (?:dont|didnt|cant|wont)\b"
    r"|lets (?:talk|meet|speak|go|stay|keep|see|discuss|do|have)\b|forward to here\b|(?:for|of) you (?:time|help|patience|kindness|answer|reply|support|advice|team|company)\b"
    r"|between you and i\b|(?<!use )(?<!used )its (?:fine|true that|clear that|possible|really|just)\b"
    r"|(?:informations|advices|feedbacks|equipments|knowledges|softwares)\b|how (?:it|this|that) (?:looks|feels|works) like\b"
    r"|since (?:two|three|four|five|many|several|\d+) (?:years|months|weeks)\b(?! ago)|i am (?:agree|work|live|believe|hope)\b"
    r"|(?:(?<=[.!?]\s)|(?<=\n))(?:He|She|It) were\b",
    re.IGNORECASE,
)
_LOW_I: Final = re.compile(
    r"(?<![\w.'\u2019-])i(?= (?:think|am|was|have|had|will|would|can|could|do|did|want|hope|like|know|look|liked|enjoyed)\b)"
)
_SUSPICIOUS: Final = frozenset(
    """could would should must might look looking you we they he she it i more most your their there its it's less alot aswell
infact atleast inspite eachother thankyou lookforward abit noone ofcourse incase upto then to form hear thank a an the for
thanks builded teached thinked writed catched leaved runned hurted costed discuss discussed about saw see like liked share
shared from of this these have has had having did didn't many several much informations advices feedbacks equipments
knowledges softwares how since you're are is was were am be far way me at in into with by lets forward between""".split()
)
"""The words with which the patterns above begin."""
_PREFIXES: Final = frozenset(
    """anti auto bio co counter de electro ex extra geo hyper inter intra macro mega meta micro mid mini multi nano neo neuro non
omni pan poly post pre pro proto pseudo quasi semi socio sub super techno tele trans ultra un uni vice""".split()
)
_MEANT: Final = dict(
    pair.split(": ")
    for pair in """alot: a lot|aswell: as well|infact: in fact|atleast: at least|inspite: in spite|eachother: each other
thankyou: thank you|lookforward: look forward|abit: a bit|noone: no one|ofcourse: of course|incase: in case|upto: up to
hear form: hear from|form you: from you|thank you form: thank you from|your welcome: you're welcome|builded: built|teached: taught
thinked: thought|writed: wrote|catched: caught|leaved: left|runned: ran|hurted: hurt|costed: cost""".replace(
        "\n", "|"
    ).split("|")
)
_AMBIGUOUS: Final = re.compile(
    r"(?<![\d/.-])(?P<a>0?[1-9]|1[0-2])[/-](?P<b>0?[1-9]|1[0-2])(?:[/-](?:20)?\d\d)?(?![\d/%-])"
)
_FAMILIAR: Final = {
    "de": frozenset("du dich dir dein deine deinen deiner deinem euch euer eure".split()),
    "fr": frozenset("tu te toi ton ta tes".split()),
}
_FORMAL_DE: Final = frozenset("Sie Ihnen Ihr Ihre Ihren Ihrer Ihrem Ihres".split())
_FORMAL_FR: Final = frozenset("vous votre vos".split())
_HAILS: Final = {
    "en": ("dear", "hi", "hello", "hey", "good", "greetings", "to whom"),
    "de": ("sehr", "liebe", "guten", "hallo"),
    "fr": ("madame", "monsieur", "bonjour", "ch\u00e8r", "cher"),
}
_PARTICLES: Final = frozenset(
    "der das dem den des und von zum zur ein eine la le les du del della da di el los van ter".split()
)
"""Small words of names from elsewhere: an der Elbe, Thijs van der Berg."""
_QUOTE: Final = re.compile("[\"\u201c\u201d]|(?<=\\w)['\u2019](?=\\w)")
_MANY: Final = 12
_NEAREST: Final = 6
_SHORTEST: Final = 3
_LONGEST: Final = 30


def manners(case: Case) -> Iterator[Fault]:
    """C41: one form of address, the salutation of the language, dates that can be read one way only."""
    letter = case.letter
    yield from _mixed_address(case)
    if letter.greeting and letter.greeting.hail and not letter.greeting.hail.startswith(_HAILS[case.language]):
        yield Fault("The greeting is in another language than the mail.", (letter.greeting.start, letter.greeting.end))
    if letter.greeting is None and letter.words:
        yield Fault("The mail has no greeting: begin with the reader's name.", (0, 0))
    for found in _AMBIGUOUS.finditer(letter.body):
        if int(found["a"]) != int(found["b"]) and not _is_a_share(letter.body, found):
            yield Fault(f"\u201c{found[0]}\u201d can be read two ways: write the month as a word.", found.span())


def _is_a_share(text: str, found: re.Match[str]) -> bool:
    """9/10 of something, step 2/3, 24/7, a range of 5-7 people."""
    is_long = len(re.split(r"[/-]", found[0])) > 2
    return not is_long and (
        "-" in found[0]
        or not re.search(
            r"\b(?:on|by|of|until|before|after|from|since|dated?)\s+$",
            text[max(0, found.start() - 12) : found.start()],
            re.IGNORECASE,
        )
    )


def _mixed_address(case: Case) -> Iterator[Fault]:
    words = case.letter.words
    if case.language == "de":
        starts = case.letter.sentence_starts
        formal = any(t.text in _FORMAL_DE and t.start not in starts for t in words)
    elif case.language == "fr":
        formal = any(t.low in _FORMAL_FR for t in words)
    else:
        return
    familiar = next((t for t in words if t.low in _FAMILIAR[case.language]), None)
    if formal and familiar:
        yield Fault("The mail says both du and Sie (tu and vous): keep to one.", (familiar.start, familiar.end))


def slips_of_the_pen(case: Case) -> Iterator[Fault]:
    """C42: words twice, spaces, quotes of two kinds."""
    for field, text in (("subject", case.letter.subject), ("body", case.letter.body)):
        end = len(text) if field == "subject" else case.letter.closing
        words = case.letter.subject_words if field == "subject" else case.letter.words
        for one, again in islice(_twice(text, words), _MANY):
            message = f"\u201c{one.text}\u201d stands twice: take one out."
            yield Fault(message, (one.start, again.end), field, fix=one.text)
        for pattern, message, kept in (
            (_SPACES, "There are two spaces: take one out.", " "),
            (_BEFORE_MARK, "There is a space before the mark: take it out.", ""),
        ):
            if (odd := pattern.search(text, 0, end)) and not (case.language == "fr" and odd[0][-1:] in ";!?:"):
                yield Fault(message, odd.span(), field, fix=kept or odd[0].strip())
    yield from _missing_space(case)
    yield from _mixed_quotes(case.letter.body)


def _twice(text: str, words: list[Token]) -> Iterator[tuple[Token, Token]]:
    """The same word two times in a row, but where that is right, or a name (Walla Walla)."""
    done = 0
    for one, again in pairwise(words):
        if one.low != again.low or one.low in _RIGHTLY or one.start < done or not one.low.isalpha():
            continue
        gap = text[one.end : again.start]
        is_joined = {text[max(0, one.start - 1) : one.start], text[again.end : again.end + 1]} & _JOINING
        if gap.isspace() and gap.count("\n") < 2 and not is_joined and not again.text[0].isupper():
            done = again.end
            yield one, again


def _mixed_quotes(text: str) -> Iterator[Fault]:
    """The rarer kind is the odd one; the place reaches from its first to its last."""
    curly = list(_CURLY.finditer(text))
    straight = list(_STRAIGHT.finditer(text)) if curly else []
    if straight:
        odd, make = (curly, _straight) if len(curly) <= len(straight) else (straight, _curly)
        start, end = odd[0].start(), odd[-1].end()
        alike = _QUOTE.sub(
            lambda found: make(found[0], text[max(0, found.start() - 1) : found.start()]), text[: end + 1]
        )
        yield Fault("Straight and curly quotes are mixed: keep to one kind.", (start, end), fix=alike[start:end])


def _straight(quote: str, _: str) -> str:
    return "'" if quote == "\u2019" else '"'


def _curly(quote: str, before: str) -> str:
    if quote == "'":
        return "\u2019"
    return "\u201c" if not before or before.isspace() or before in "([\u2014" else "\u201d"


def _missing_space(case: Case) -> Iterator[Fault]:
    odd = list(_NO_SPACE.finditer(case.letter.body))
    skipped = [found.span() for found in _ADDRESS.finditer(case.letter.body)] if odd else []
    for found in odd:
        if not covers(skipped, found.start()) and not _is_a_name(case, found):
            yield Fault("A space is missing after the mark.", found.span(), fix=f"{found[0]} ")
            return


def _is_a_name(case: Case, found: re.Match[str]) -> bool:
    """Node.js, ASP.NET: what the records or the trade write without a space."""
    text = case.letter.body
    around = (
        re.split(r"\s", text[max(0, found.start() - 20) : found.start()])[-1]
        + re.split(r"\s", text[found.start() : found.end() + 20])[0]
    )
    return any(around.strip(",.;") in known for known in case.records.texts)


def grammar(case: Case) -> Iterator[Fault]:
    """C42: English slips that a dictionary doesn't see."""
    if case.language != "en":
        return
    text = case.letter.body
    starts = (token.start for token in case.letter.words if token.low in _SUSPICIOUS)
    slipped = filter(None, (_GRAMMAR.match(text, start) for start in starts))
    for found in islice(slipped, 1):
        yield Fault(f"\u201c{found[0]}\u201d looks wrong: read the sentence again.", found.span(), fix=_right(found[0]))
    for low in islice(_LOW_I.finditer(text), 1):
        yield Fault("Write \u201cI\u201d with a capital.", low.span(), fix="I")
    for pattern, right in ((_WRONG_A, "an"), (_WRONG_AN, "a")):
        for wrong in pattern.finditer(text):
            if (
                (right == "a" or not re.match(r"(?:eu|ew|uni|one|once|use|user)", wrong["word"]))
                and (right == "a" or text[wrong.start()] != "A")
                and case.words.knows(wrong["word"])
            ):
                yield Fault(f"Write \u201c{right}\u201d here.", wrong.span("a"), fix=like(wrong["a"], right))
                break


def _right(said: str) -> str | None:
    """What must have been meant, where only one thing can be."""
    if found := re.fullmatch(r"(could|would|should|must|might) of", said, re.IGNORECASE):
        return f"{found[1]} have"
    low = said.casefold()
    return like(said, _MEANT[low]) if low in _MEANT else None


def spelling(case: Case) -> Iterator[Fault]:
    """C42: English by the dictionary; whatever the records write is right."""
    if case.language != "en":
        return
    seen: set[str] = set()
    for field, words in (("subject", case.letter.subject_words), ("body", case.letter.between(0, case.letter.closing))):
        for token in words:
            if len(seen) < _MANY and token.low not in seen and _is_unknown(case, token, field):
                seen.add(token.low)
                near = case.words.nearest(token.low) if len(seen) <= _NEAREST else None
                advice = f": did you mean \u201c{near}\u201d?" if near else ": is it spelt right?"
                yield Fault(
                    f"\u201c{token.text}\u201d is not in the dictionary{advice}",
                    (token.start, token.end),
                    field,
                    None if near else Severity.HINT,
                    near and like(token.text, near),
                )


def _is_unknown(case: Case, token: Token, field: str) -> bool:  # noqa: PLR0911 - one reason after the other
    low, text = token.low, case.letter.subject if field == "subject" else case.letter.body
    if (
        not _SHORTEST <= len(low) <= _LONGEST
        or low in case.records.vocabulary
        or low in _PARTICLES
        or low in _MEANT
        or (low in _PREFIXES and text[token.end : token.end + 1] == "-")
        or case.words.knows(low)
    ):
        return False
    letters = low.replace("'", "")
    if not letters.isalpha() or (letters != low and case.words.knows(low.split("'")[0])) or not bare(low).isascii():
        return False
    if (text[token.start - 1 : token.start] in tuple("@/._#") and token.start) or (
        text[token.end : token.end + 1] in tuple("@/_") and token.end < len(text)
    ):
        return False
    if text[token.end : token.end + 1] == "." and text[token.end + 1 : token.end + 2].isalnum():
        return False
    if low.removesuffix("'s") in case.records.vocabulary or low.removesuffix("s") in case.records.vocabulary:
        return False
    if token.text[:1].isupper():
        first = (field == "subject" and token.start == 0) or (
            field == "body" and token.start in case.letter.sentence_starts
        )
        is_name = text[token.end : token.end + 1] == " " and text[token.end + 1 : token.end + 2].isupper()
        return first and not is_name and token.text[1:].islower() and case.words.nearest(low) is not None
    return token.text.islower()
