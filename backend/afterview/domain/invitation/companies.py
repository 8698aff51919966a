"""What a mail domain says about the company behind it: guesses that the callers mark as such."""

from __future__ import annotations

import re
from typing import Final

from afterview.domain.invitation.places import fold, is_country

PUBLIC_PROVIDERS: Final = frozenset(
    """
    126.com 163.com aol.com att.net bluewin.ch btinternet.com comcast.net duck.com fastmail.com free.fr
    freenet.de gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net googlemail.com hey.com hotmail.co.uk hotmail.com
    hotmail.de hotmail.es hotmail.fr hotmail.it icloud.com laposte.net libero.it live.com live.de live.fr
    mac.com mail.com mail.ru mailbox.org me.com msn.com naver.com orange.fr outlook.com outlook.de outlook.es
    outlook.fr pm.me posteo.de proton.me protonmail.com qq.com rediffmail.com sbcglobal.net seznam.cz sfr.fr
    t-online.de tutanota.com verizon.net virgilio.it wanadoo.fr web.de wp.pl yahoo.co.uk yahoo.com yahoo.de
    yahoo.es yahoo.fr yahoo.in yandex.ru ymail.com zoho.com
    """.split()
)
"""Mail for everybody: such an address says nothing about an employer."""

_ROBOT_DOMAINS: Final = frozenset(
    """
    acuityscheduling.com ashbyhq.com bamboohr.com breezy-mail.com breezy.hr cal.com calendar.google.com
    calendly.com chilipiper.com coderpad.io codility.com cronofy.com doodle.com gem.com goodtime.io
    greenhouse-mail.io greenhouse.io hackerrank.com hirevue.com icims.com jobvite.com
    karat.io lever.co modernloop.io myworkday.com paradox.ai personio.com personio.de
    recruitee.com savvycal.com smartrecruiters.com softgarden.de softgarden.io successfactors.com taleo.net
    teamtailor-mail.com teamtailor.com welcometothejungle.com workable.com workablemail.com
    youcanbook.me zoom.us
    """.split()
)
"""Services that send invitations in somebody's name; their own people have colleagues beside them."""

_SECOND_LEVEL: Final = frozenset("co com org net ac gov edu or ne gob gouv asso".split())
_GENERIC: Final = frozenset("io ai co me tv ly gg fm sh to cc ws so st ag im vc gs ms la sc nu tk is am".split())
_OWN_CODE: Final = {"uk": "GB"}
_ABBREVIATION: Final = 2


def compact(text: str) -> str:
    """Only the letters and digits of ``fold``."""
    return re.sub(r"[\W_]+", "", fold(text))


def domain_of(address: str) -> str:
    """The mail domain, in lower case."""
    return address.rpartition("@")[2].lower()


def owner_of(domain: str) -> str:
    """The part of a domain that its owner registered: ``mail.acme.co.uk`` is ``acme.co.uk``."""
    parts = domain.split(".")
    labels = 3 if parts[-2:-1] and parts[-2] in _SECOND_LEVEL else 2
    return ".".join(parts[-labels:])


def is_robot_domain(domain: str) -> bool:
    """Whether mail from there comes from a service that arranges interviews for others."""
    return domain.endswith(".calendar.google.com") or owner_of(domain) in _ROBOT_DOMAINS


def label_of(domain: str) -> str:
    """The word that names the owner: ``acme`` of ``mail.acme.co.uk``."""
    return owner_of(domain).split(".")[0]


def company_from(domain: str) -> str:
    """A name made of a domain: ``northwind-labs.example`` gives ``Northwind Labs``."""
    words = (word for word in label_of(domain).split("-") if word)
    return " ".join(word.upper() if len(word) <= _ABBREVIATION else word.capitalize() for word in words)


def country_from_domain(domain: str) -> str:
    """The country of a domain's ending; endings that everybody uses (``.io``) say nothing."""
    ending = domain.rpartition(".")[2]
    code = _OWN_CODE.get(ending, ending.upper())
    return code if is_country(code) and ending not in _GENERIC else ""
