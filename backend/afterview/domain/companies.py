"""What a mail domain, a place or a time zone says about a company: guesses, each with the reason beside it.

Country codes are ISO 3166-1 alpha-2. The tables hold what everyday invitations need; what they don't know stays open.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

PUBLIC_PROVIDERS: Final = frozenset(
    "gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com icloud.com me.com mac.com aol.com gmx.de gmx.net "
    "gmx.com gmx.at gmx.ch web.de t-online.de freenet.de posteo.de mailbox.org proton.me protonmail.com pm.me fastmail.com tutanota.com "
    "orange.fr wanadoo.fr free.fr laposte.net sfr.fr hotmail.fr yahoo.fr hotmail.co.uk yahoo.co.uk outlook.fr outlook.de btinternet.com "
    "libero.it virgilio.it comcast.net verizon.net att.net sbcglobal.net yandex.ru mail.ru qq.com 163.com 126.com naver.com bluewin.ch hey.com "
    "duck.com zoho.com mail.com".split()
)
"""Mail for everybody: such an address says nothing about an employer."""

_ROBOT_DOMAINS: Final = frozenset(
    "greenhouse.io greenhouse-mail.io lever.co ashbyhq.com calendly.com calendar.google.com zoom.us goodtime.io modernloop.io "
    "smartrecruiters.com myworkday.com workday.com icims.com jobvite.com teamtailor-mail.com teamtailor.com recruitee.com personio.de "
    "personio.com workable.com workablemail.com bamboohr.com taleo.net successfactors.com cronofy.com doodle.com cal.com savvycal.com "
    "breezy.hr breezy-mail.com gem.com paradox.ai hirevue.com codility.com hackerrank.com coderpad.io karat.io karat.com softgarden.io "
    "softgarden.de welcometothejungle.com chilipiper.com youcanbook.me acuityscheduling.com hubspot.com microsoft.com google.com".split()
)
"""Services that send invitations in somebody's name; their own people have colleagues beside them."""

_SECOND_LEVEL: Final = frozenset("co com org net ac gov edu or ne gob gouv asso".split())
_GENERIC: Final = frozenset("io ai co me tv ly gg fm sh to cc ws so st ag im vc gs ms la sc nu tk is am".split())
_OWN_CODE: Final = {"uk": "GB"}

_NAMES: Final = {
    "US": "united states|usa|u.s.a.|vereinigte staaten|états-unis|etats-unis", "GB": "united kingdom|england|scotland|wales|great britain|royaume-uni",
    "DE": "germany|deutschland|allemagne", "AT": "austria|österreich|autriche", "CH": "switzerland|schweiz|suisse|svizzera",
    "FR": "france|frankreich", "NL": "netherlands|nederland|niederlande|pays-bas", "BE": "belgium|belgien|belgique|belgië",
    "LU": "luxembourg|luxemburg", "IE": "ireland|irland|irlande", "ES": "spain|españa|spanien|espagne", "PT": "portugal",
    "IT": "italy|italia|italien|italie", "DK": "denmark|danmark|dänemark", "SE": "sweden|sverige|schweden|suède", "NO": "norway|norge|norwegen",
    "FI": "finland|suomi|finnland", "PL": "poland|polska|polen|pologne", "CZ": "czechia|czech republic|česko|tschechien", "HU": "hungary|ungarn",
    "GR": "greece|griechenland", "RO": "romania|rumänien", "CA": "canada|kanada", "MX": "mexico|méxico|mexiko", "BR": "brazil|brasil|brasilien",
    "AR": "argentina|argentinien", "CL": "chile", "CO": "colombia", "IN": "india|indien|inde", "JP": "japan", "KR": "south korea|korea", "CN": "china",
    "SG": "singapore|singapur", "HK": "hong kong", "TW": "taiwan", "AU": "australia|australien", "NZ": "new zealand|neuseeland", "IL": "israel",
    "AE": "united arab emirates|uae", "TR": "turkey|türkiye", "ZA": "south africa|südafrika", "UA": "ukraine", "EE": "estonia", "LV": "latvia",
    "LT": "lithuania", "SK": "slovakia", "SI": "slovenia", "HR": "croatia", "BG": "bulgaria", "RS": "serbia", "MY": "malaysia", "TH": "thailand",
    "PH": "philippines", "VN": "vietnam", "ID": "indonesia", "EG": "egypt", "NG": "nigeria", "KE": "kenya", "SA": "saudi arabia", "IS": "iceland",
}  # fmt: skip
_CITIES: Final = {
    "DE": "berlin|münchen|munich|hamburg|frankfurt|köln|cologne|stuttgart|düsseldorf|leipzig|dresden|nürnberg|hannover|bremen|karlsruhe|mannheim",
    "FR": "paris|lyon|marseille|toulouse|nantes|bordeaux|lille|grenoble|rennes|strasbourg", "GB": "london|manchester|edinburgh|bristol|leeds|glasgow",
    "IE": "dublin|cork", "AT": "wien|vienna|graz|linz|salzburg", "CH": "zürich|zurich|genève|geneva|basel|bern|lausanne", "NL": "amsterdam|utrecht",
    "ES": "madrid|barcelona|valencia", "IT": "milano|milan|roma|rome|torino", "PT": "lisboa|lisbon|porto", "PL": "warszawa|warsaw|kraków|wrocław",
    "SE": "stockholm|göteborg|malmö", "DK": "københavn|copenhagen", "NO": "oslo", "FI": "helsinki", "CZ": "praha|prague|brno", "BE": "brussels|bruxelles",
    "US": "new york|san francisco|seattle|austin|boston|chicago|los angeles|denver|atlanta|palo alto|mountain view|brooklyn|washington",
    "CA": "toronto|montreal|montréal|vancouver|ottawa|waterloo", "IN": "bangalore|bengaluru|mumbai|delhi|hyderabad|pune|chennai|gurgaon|gurugram",
    "JP": "tokyo|osaka", "AU": "sydney|melbourne|brisbane|perth", "IL": "tel aviv|haifa", "BR": "são paulo|sao paulo|rio de janeiro",
}  # fmt: skip
_ONE_ZONE: Final = {
    "GB": "Europe/London", "DE": "Europe/Berlin", "AT": "Europe/Vienna", "CH": "Europe/Zurich", "FR": "Europe/Paris", "NL": "Europe/Amsterdam",
    "BE": "Europe/Brussels", "LU": "Europe/Luxembourg", "IE": "Europe/Dublin", "IT": "Europe/Rome", "DK": "Europe/Copenhagen", "SE": "Europe/Stockholm",
    "NO": "Europe/Oslo", "FI": "Europe/Helsinki", "PL": "Europe/Warsaw", "CZ": "Europe/Prague", "HU": "Europe/Budapest", "GR": "Europe/Athens",
    "RO": "Europe/Bucharest", "IN": "Asia/Kolkata", "JP": "Asia/Tokyo", "KR": "Asia/Seoul", "SG": "Asia/Singapore", "HK": "Asia/Hong_Kong",
    "TW": "Asia/Taipei", "IL": "Asia/Jerusalem", "AE": "Asia/Dubai", "TR": "Europe/Istanbul", "ZA": "Africa/Johannesburg", "EE": "Europe/Tallinn",
    "LV": "Europe/Riga", "LT": "Europe/Vilnius", "SK": "Europe/Bratislava", "SI": "Europe/Ljubljana", "HR": "Europe/Zagreb", "BG": "Europe/Sofia",
}  # fmt: skip
_US_ADDRESS: Final = re.compile(r",\s*[A-Z]{2},?\s+\d{5}(?:-\d{4})?\b")
_GB_POSTCODE: Final = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")


def fold(text: str) -> str:
    """Letters without accents and case, for comparing only."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def compact(text: str) -> str:
    """Only the letters and digits of ``fold``."""
    return re.sub(r"[\W_]+", "", fold(text))


def domain_of(address: str) -> str:
    """The mail domain, in lower case."""
    return address.rpartition("@")[2].lower()


def owner_of(domain: str) -> str:
    """The part of a domain that its owner registered: ``mail.acme.co.uk`` is ``acme.co.uk``."""
    parts = domain.split(".")
    short = 3 if len(parts) > 2 and parts[-2] in _SECOND_LEVEL else 2  # noqa: PLR2004 - labels
    return ".".join(parts[-short:])


def is_robot_domain(domain: str) -> bool:
    """Whether mail from there comes from a service that arranges interviews for others."""
    return domain.endswith(".calendar.google.com") or owner_of(domain) in _ROBOT_DOMAINS


def label_of(domain: str) -> str:
    """The word that names the owner: ``acme`` of ``mail.acme.co.uk``."""
    return owner_of(domain).split(".")[0]


def company_from(domain: str) -> str:
    """A name made of a domain: ``northwind-labs.example`` gives ``Northwind Labs``."""
    return " ".join(word.upper() if len(word) <= 2 else word.capitalize() for word in label_of(domain).split("-") if word)  # noqa: PLR2004


def country_from_domain(domain: str) -> str:
    """The country of a domain's ending; endings that everybody uses (``.io``) say nothing."""
    ending = domain.rpartition(".")[2]
    code = _OWN_CODE.get(ending, ending.upper())
    return code if code in _NAMES and ending not in _GENERIC else ""


def country_from_place(place: str) -> str:
    """The country that a location names, or the one of a city in a postal address. A room called Oslo is no address."""
    if "://" in place:
        return ""
    named = _found(place, _NAMES)
    if named:
        return named
    if _US_ADDRESS.search(place):
        return "US"
    if _GB_POSTCODE.search(place):
        return "GB"
    return _found(place, _CITIES) if re.search(r"\d", place) and re.search(r"[,\n;]", place) else ""


def country_name(code: str) -> str:
    """The English name of a country in these tables, else its code."""
    return _NAMES.get(code, code).split("|")[0].title() if code != "US" else "the United States"


def zone_of(country: str) -> str:
    """The time zone of a country that has one only, or nothing."""
    return _ONE_ZONE.get(country, "")


def _found(place: str, table: dict[str, str]) -> str:
    """The code of the last match: addresses end with the country, and with the city before it."""
    text = fold(place)
    matches = [(found.end(), code) for code, names in table.items() for found in re.finditer(rf"\b(?:{fold(names)})(?!\w)", text)]
    return max(matches)[1] if matches else ""
