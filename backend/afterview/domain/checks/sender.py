"""C40, from whom it comes: the address in From is private, and the one that the earlier mails had.

The records hold no From of mails that went out, so those are known by the addresses under their texts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from afterview.domain.checks.finding import Fault
from afterview.domain.checks.letter import Letter, tokens_of
from afterview.domain.checks.naming import bare
from afterview.domain.events import EventKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from afterview.domain.checks.case import Case

_ADDRESS: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_PRIVATE: Final = re.compile(
    r"(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|web|mail|email|posteo|mailbox|proton|protonmail|pm"
    r"|fastmail|hey|zoho|tutanota|tuta|t-online|freenet|arcor|orange|free|laposte|sfr|wanadoo|libero|yandex|qq|163|126|naver|comcast"
    r"|verizon|att|btinternet|sky|virginmedia|bluewin|hispeed|wp|onet|interia|o2|seznam|ukr|rediffmail|example)"
)
_FIRM: Final = re.compile(
    r"(?:^|[.-])\w*(?:corp|corporate|company|consulting|consultants|solutions|holdings?|industries|enterprises?|technologies"
    r"|gmbh|hospital|klinikum|insurance|logistics|bank|nhs)(?=[.-])|(?:^|[.-])(?:inc|ltd|llc|work|office|employer)\.|\.(?:gov|mil|police)(?:\.|$)"
)
_EMPLOYED: Final = frozenset({"at", "for", "with", "by", "bei", "chez", "employer", "company"})
_OFFICES: Final = frozenset(
    "info sales marketing support office admin team hr accounts billing contact service reception service kontakt".split()
)
_SHORTEST: Final = 4


def sender(case: Case) -> Iterator[Fault]:
    """A work address is read by others there, and says from where one looks for work."""
    address = case.records.profile.email.casefold()
    if what := _work_address(case, address):
        private = [other for other in case.records.profile.other_emails if not _work_address(case, other.casefold())]
        instead = f"take {private[0]}" if private else "take a private one"
        yield Fault(f"This mail would come from {address}, {what}: {instead} in your profile.")
    yield from _unlike(case, address)


def _work_address(case: Case, address: str) -> str:
    local, _, domain = address.partition("@")
    names = {bare(token.low) for token in tokens_of(case.records.profile.name)}
    label = domain.split(".")[-2] if domain.count(".") else domain
    if not domain or domain in case.records.home_domains or _PRIVATE.fullmatch(label) or any(n in label for n in names):
        return ""
    if any(firm in label.replace("-", "") for firm in _employers(case)):
        return "which is an employer's"
    if _FIRM.search(domain):
        return "which looks like the address at work"
    return "which is an office's address" if local in _OFFICES else ""


def _employers(case: Case) -> frozenset[str]:
    """Where the candidate works or worked: what stands behind "at" in the selling points, with a capital."""
    found = set[str]()
    for pitch in case.records.profile.pitches:
        before = ""
        for token in tokens_of(f"{pitch.claim}. {pitch.evidence}"):
            if before in _EMPLOYED and token.text[0].isupper() and len(token.low) >= _SHORTEST:
                found.add(bare(token.low))
            before = token.low
    return frozenset(found)


def _unlike(case: Case, address: str) -> Iterator[Fault]:
    own = {address, *(other.casefold() for other in case.records.profile.other_emails)}
    theirs = {person.email.casefold() for person in case.records.people}
    letter = case.letter
    for found in _ADDRESS.finditer(letter.body, letter.closing):
        if address and found[0].casefold() not in own | theirs:
            yield Fault(
                f"The mail comes from {address}, but {found[0]} stands under it: which one shall they answer to?",
                found.span(),
                fix=case.records.profile.email,
            )
            return
    earlier = [named - theirs for event in case.records.of(EventKind.MAIL_SENT) if (named := _signed_with(event.body))]
    if address and earlier and earlier[-1] and address not in earlier[-1]:
        yield Fault(f"Your last mail named {min(earlier[-1])}, this one comes from {address}: keep to one address.")


def _signed_with(body: str) -> frozenset[str]:
    """The addresses under a text."""
    signature = Letter("", body).signature if "@" in body else ""
    return frozenset(found[0].casefold() for found in _ADDRESS.finditer(signature))
