"""The text of a step, from templates, phrases and facts alone: same facts, same text, whatever day it is.

A template (``templates/<language>/<form>.j2``) holds the order of a mail and no words; its words stand in the
phrases beside it. A language without a template of its own takes the English order. The user's own template puts
the parts of the mail in another order, with other words around them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from afterview.domain.decisions import Text
from afterview.domain.facts import Channel, Formality
from afterview.domain.keys import parse_key
from afterview.domain.templating.engine import render
from afterview.domain.templating.own import filled
from afterview.domain.writing import salutation
from afterview.domain.writing.language import DEFAULT, language_for, load
from afterview.domain.writing.letter import WARM, Letter, turn_of
from afterview.domain.writing.letters import LETTERS
from afterview.domain.writing.points import woven
from afterview.domain.writing.scene import Scene
from afterview.domain.writing.wording import Pen, capitalised, tidied

if TYPE_CHECKING:
    from collections.abc import Mapping

    from afterview.domain.facts import Interview, Note, Profile
    from afterview.domain.policy import Policy
    from afterview.domain.steps import Step
    from afterview.domain.templating.own import OwnTemplate
    from afterview.domain.writing.language import Language
    from afterview.domain.writing.points import Point

LONGEST_SUBJECT: Final = 74
"""Characters, so that "Re: " fits before it within the 78 of RFC 5322 clause 2.1.1."""
NOTHING: Final = Text("", "")
NOT_LETTERS: Final = frozenset({"call", "invite"})

_NONE: Final[Mapping[str, OwnTemplate]] = {}


def write_draft(
    step: Step,
    interview: Interview,
    profile: Profile,
    policy: Policy,
    templates: Mapping[str, OwnTemplate] = _NONE,
) -> Text:
    """Subject and body for a mail, an invitation (no subject) or a call (what to say); empty for tasks.

    ``templates``: the user's own, by the form of mail.
    """
    scene = _scene(step, interview, profile, policy)
    if scene is None:
        return NOTHING
    letter = LETTERS[scene.key.form](scene)
    if letter.form not in scene.language.phrases:
        scene = replace(scene, language=load(DEFAULT))
        letter = LETTERS[scene.key.form](scene)
    own = templates.get(letter.form)
    text, parts = _written(scene, letter)
    return _in_the_users_order(scene, letter, own, text, parts) if own else text


def _written(scene: Scene, letter: Letter) -> tuple[Text, dict[str, str]]:
    """The writer's own text, and its parts."""
    if letter.form == "invite":
        return Text("", _invitation(scene, letter, _pen(scene, letter))), {}
    pen = _pen(scene, letter)
    body, parts = _rendered(scene, letter, pen)
    body = _after_greeting(body, scene.language)
    if letter.form in NOT_LETTERS:
        return Text(_subject(letter, pen), tidied(body)), parts
    head, tail = _around(scene, letter)
    closing, _, signature = tail.partition(f"\n\n{salutation.SEPARATOR}\n")
    around = {"greeting": head, "closing": closing, "signature": ""}
    if signature:
        around["signature"] = f"{salutation.SEPARATOR}\n{signature}"
    return Text(_subject(letter, pen), f"{head}\n\n{tidied(body)}\n\n{tail}"), {**parts, **around}


def _in_the_users_order(scene: Scene, letter: Letter, own: OwnTemplate, text: Text, parts: Mapping[str, str]) -> Text:
    """The user's template with the parts of the writer's text, and the facts that are known."""
    if letter.form == "invite":
        _, parts = _rendered(scene, letter, _pen(scene, letter))
        hello = salutation.greeting(scene.step.to, scene.language, scene.country, is_warm=True)
        parts = {**parts, "greeting": hello, "note": text.body}
    names = scene.listed([scene.called(person) for person in scene.step.to])
    return Text(*filled(own, text, parts, {**scene.facts(), "names": names}))


def _pen(scene: Scene, letter: Letter) -> Pen:
    return Pen(scene.language.phrases[letter.form], letter.facts, _seed(scene), turn_of(scene), scene.language.code)


def _scene(step: Step, interview: Interview, profile: Profile, policy: Policy) -> Scene | None:
    key = parse_key(step.key)
    if key is None or key.form not in LETTERS:
        return None
    theirs = step.to[0].language if step.to else ""
    language = language_for(interview.language, theirs)
    return Scene(step, key, interview, profile, policy, _as_spoken(language, step, interview))


def _as_spoken(language: Language, step: Step, interview: Interview) -> Language:
    """In the form of address that all of its readers want, and as their country spells it."""
    is_familiar = all(person.formality is Formality.FIRST_NAME for person in step.to) and bool(step.to)
    country = salutation.country_of(step.to, interview)
    return load(
        language.code,
        is_familiar=is_familiar and language.tells_familiars,
        country=country if country in language.words.get("respelt", {}) else "",
    )


def _seed(scene: Scene) -> str:
    return f"{scene.interview.company.name}|{scene.interview.role}|{scene.key.form}"


def _rendered(scene: Scene, letter: Letter, pen: Pen) -> tuple[str, dict[str, str]]:
    """What the template says, and its parts."""

    def detail(slot: str, point: Point, **more: str) -> str:
        it = {"it": point.text, "It": capitalised(point.text), "who": point.who}
        return pen.say(f"{slot}_{point.form}", **it, **more)

    told = {name: say(pen) for name, say in letter.told.items()}
    parts = {**letter.parts, **{name: (lambda text=text: text) for name, text in told.items()}}
    return render(scene.language.code, letter.form, {"say": pen.say, "detail": detail, **parts})


def _after_greeting(body: str, language: Language) -> str:
    """Where a greeting's comma is followed by small letters, the first word's is one, unless it is always capital."""
    body = body.lstrip()
    first = body.split(maxsplit=1)[0].rstrip(",") if body else ""
    return f"{body[:1].lower()}{body[1:]}" if first in language.words.get("small_after_greeting", ()) else body


def _around(scene: Scene, letter: Letter) -> tuple[str, str]:
    """Greeting and closing."""
    language = scene.language
    is_warm = language.is_familiar if language.tells_familiars else letter.form in WARM
    head = salutation.greeting(scene.step.to, scene.language, scene.country, is_warm=is_warm)
    return head, salutation.closing(scene.profile, scene.language, scene.country, is_warm=is_warm)


def _subject(letter: Letter, pen: Pen) -> str:
    """In the thread of the mail that it follows, where that one's subject is known.

    Else one that names role and purpose.
    """
    if letter.thread:
        return letter.thread if letter.thread.lower().startswith("re:") else f"Re: {letter.thread}"
    options = [one for slot in (letter.subject, "subject_short") for one in pen.options(slot)]
    fitting = next((one for one in options if len(one) <= LONGEST_SUBJECT), "")
    return fitting or options[-1][:LONGEST_SUBJECT].rstrip()


def _invitation(scene: Scene, letter: Letter, pen: Pen) -> str:
    """The fullest of greeting, where we met, one detail and the wish that the network's limit lets through."""
    hello = salutation.greeting(scene.step.to, scene.language, scene.country, is_warm=True)
    points, met = letter.parts["points"], letter.parts["met"]
    details = [text for point in points if (text := pen.say(f"it_{point.form}", it=point.text))]
    wholes = [text for point in points if met and (text := _in_one_breath(point, pen))]
    wheres = pen.options("where" if met else "where_not_met")[:2] + pen.options("where_short")
    middles = [[whole] for whole in wholes]
    middles += [[where, detail] for detail in details for where in wheres] + [[where] for where in wheres]
    names = scene.profile.name.split()
    is_formal = scene.language.tells_familiars and not scene.language.is_familiar
    me = [" ".join(names)] if is_formal and names else names[:1]
    touch = pen.options("touch")[:1]
    written = (
        " ".join([hello, _uncapitalised(middle[0]), *middle[1:], *ending])
        for middle in middles
        for ending in (touch + me, me, touch, [])
    )
    fitting = (text for text in written if len(text) <= scene.policy.invite_limit)
    return next(fitting, hello[: scene.policy.invite_limit])


def _in_one_breath(point: Point, pen: Pen) -> str:
    """Where we met and what was said in one sentence, as far as the language has such: the personal in other words."""
    slots = (f"both_chat_{point.form}" if point.is_personal else "", f"both_{point.form}")
    slot = next((one for one in slots if one in pen.phrases), "")
    return pen.say(slot, it=point.text) if slot else ""


def _uncapitalised(text: str) -> str:
    """As it stands after the comma of a greeting."""
    return text if text.startswith(("I ", "I'")) else f"{text[:1].lower()}{text[1:]}"


def unwoven_notes(step: Step, interview: Interview, profile: Profile, policy: Policy) -> tuple[Note, ...]:
    """The notes of the step's people that its draft could have used and can't weave.

    Offered to the user, not forced.
    """
    scene = _scene(step, interview, profile, policy)
    if scene is None:
        return ()
    is_private = scene.key.form in {"personal", "invite", "offer-thanks", "hiring-manager"}
    return tuple(
        note
        for person in step.to
        for note in person.notes
        if not note.sensitive
        and note.text.strip()
        and (is_private or note.channel is not Channel.PERSON)
        and woven(note, person, scene.language) is None
    )
