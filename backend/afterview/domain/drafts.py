"""The text of a step, from templates, phrases and facts alone: same facts, same text, whatever day it is.

A template (``templates/<language>/<form>.j2``) holds the order of a mail and no words; its words stand in the phrases beside
it. A language without a template of its own takes the English order. Templates are plain text, so nothing is escaped; the
environment is sandboxed, for a template may one day be the user's.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from jinja2 import StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment

from afterview.domain import salutation
from afterview.domain.decisions import Text
from afterview.domain.keys import Key, parse_key
from afterview.domain.language import DEFAULT, FOLDER, language_for
from afterview.domain.letter import WARM, Letter, turn_of
from afterview.domain.letters import LETTERS
from afterview.domain.scene import Scene
from afterview.domain.wording import Pen, capitalised, tidied

if TYPE_CHECKING:
    from afterview.domain.facts import Interview, Profile
    from afterview.domain.points import Point
    from afterview.domain.policy import Policy
    from afterview.domain.steps import Step

LONGEST_SUBJECT: Final = 74
"""Characters, so that "Re: " fits before it within the 78 of RFC 5322 clause 2.1.1."""
NOTHING: Final = Text("", "")
NOT_LETTERS: Final = frozenset({"call", "invite"})

_ENVIRONMENT: Final = ImmutableSandboxedEnvironment(
    undefined=StrictUndefined,
    autoescape=False,
    trim_blocks=False,
    keep_trailing_newline=False,
)


def write_draft(step: Step, interview: Interview, profile: Profile, policy: Policy) -> Text:
    """Subject and body for a mail, an invitation (no subject) or a call (what to say); empty for tasks."""
    key = parse_key(step.key)
    if key is None or key.form not in LETTERS:
        return NOTHING
    person = step.to[0].language if step.to else ""
    scene = Scene(step, key, interview, profile, policy, language_for(interview.language or person))
    letter = LETTERS[key.form](scene)
    pen = Pen(scene.language.phrases[letter.form], letter.facts, _seed(scene, key), turn_of(scene))
    if letter.form == "invite":
        return Text("", _invitation(scene, letter, pen))
    body = _rendered(scene, letter, pen)
    return Text(_subject(letter, pen), body if letter.form in NOT_LETTERS else _as_mail(scene, letter, body))


def _seed(scene: Scene, key: Key) -> str:
    return f"{scene.interview.company.name}|{scene.interview.role}|{key.form}"


def _rendered(scene: Scene, letter: Letter, pen: Pen) -> str:
    def detail(slot: str, point: Point, **more: str) -> str:
        it = {"it": point.text, "It": capitalised(point.text), "who": point.who}
        return pen.say(f"{slot}_{point.form}", **it, **more)

    told = {name: say(pen) for name, say in letter.told.items()}
    parts = {**letter.parts, **{name: (lambda text=text: text) for name, text in told.items()}}
    return tidied(_template(scene.language.code, letter.form).render(say=pen.say, detail=detail, **parts))


@lru_cache(maxsize=256)
def _template(language: str, form: str) -> Template:
    """Compiled once and kept."""
    own = FOLDER / language / f"{form}.j2"
    file = own if own.is_file() else FOLDER / DEFAULT / f"{form}.j2"
    return _ENVIRONMENT.from_string(file.read_text(encoding="utf-8"))


def _as_mail(scene: Scene, letter: Letter, body: str) -> str:
    is_warm = letter.form in WARM
    head = salutation.greeting(scene.step.to, scene.language, scene.country, is_warm=is_warm)
    tail = salutation.closing(scene.profile, scene.language, scene.country, is_warm=is_warm)
    return f"{head}\n\n{body}\n\n{tail}"


def _subject(letter: Letter, pen: Pen) -> str:
    """In the thread of the mail that it follows, where that one's subject is known; else one that names role and purpose."""
    if letter.thread:
        return letter.thread if letter.thread.lower().startswith("re:") else f"Re: {letter.thread}"
    fitting = (one for slot in (letter.subject, "subject_short") for one in pen.options(slot))
    return next(
        (one for one in fitting if len(one) <= LONGEST_SUBJECT),
        pen.options("subject_short")[-1][:LONGEST_SUBJECT].rstrip(),
    )


def _invitation(scene: Scene, letter: Letter, pen: Pen) -> str:
    """The fullest of greeting, where we met, one detail and the wish that the network's limit lets through."""
    hello = salutation.greeting(scene.step.to, scene.language, scene.country, is_warm=True)
    first = scene.profile.name.split()[:1]
    details = [text for point in letter.parts["points"] for text in _details(pen, point)]
    for candidate in _candidates(hello, details, pen, first, is_met=bool(letter.parts["met"])):
        if len(candidate) <= scene.policy.invite_limit:
            return candidate
    return hello[: scene.policy.invite_limit]


def _details(pen: Pen, point: Point) -> list[str]:
    return [text for text in (pen.say(f"it_{point.form}", it=point.text, It=capitalised(point.text)),) if text]


def _candidates(hello: str, details: list[str], pen: Pen, me: list[str], *, is_met: bool) -> list[str]:
    wheres = pen.options("where" if is_met else "where_not_met")[:2] + pen.options("where_short")
    touch = pen.options("touch")[:1]
    middles = [[where, detail] for detail in details for where in wheres] + [[where] for where in wheres] + [[]]
    endings = [touch + me, me, touch, []]
    return [" ".join([hello, *middle, *ending]) for middle in middles for ending in endings if middle or ending]
