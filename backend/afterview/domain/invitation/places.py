"""Places and the countries they are in: names in English, German, French and their own language; guesses, no gazetteer.

Country codes are ISO 3166-1 alpha-2. The tables hold what everyday invitations need; what they don't know stays open.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final


def _table(text: str) -> dict[str, str]:
    """``CODE name|name`` per line; a code may have several lines."""
    rows: dict[str, list[str]] = {}
    for line in text.strip().splitlines():
        code, _, names = line.strip().partition(" ")
        rows.setdefault(code, []).append(names)
    return {code: "|".join(names) for code, names in rows.items()}


_NAMES: Final = _table(
    """
    US united states|usa|u.s.a.|vereinigte staaten|états-unis|etats-unis
    GB united kingdom|england|scotland|wales|great britain|royaume-uni
    DE germany|deutschland|allemagne
    AT austria|österreich|autriche
    CH switzerland|schweiz|suisse|svizzera
    FR france|frankreich
    NL netherlands|nederland|niederlande|pays-bas
    BE belgium|belgien|belgique|belgië
    LU luxembourg|luxemburg
    IE ireland|irland|irlande
    ES spain|españa|spanien|espagne
    PT portugal
    IT italy|italia|italien|italie
    DK denmark|danmark|dänemark
    SE sweden|sverige|schweden|suède
    NO norway|norge|norwegen
    FI finland|suomi|finnland
    PL poland|polska|polen|pologne
    CZ czechia|czech republic|česko|tschechien
    HU hungary|ungarn
    GR greece|griechenland
    RO romania|rumänien
    CA canada|kanada
    MX mexico|méxico|mexiko
    BR brazil|brasil|brasilien
    AR argentina|argentinien
    CL chile
    CO colombia
    IN india|indien|inde
    JP japan
    KR south korea|korea
    CN china
    SG singapore|singapur
    HK hong kong
    TW taiwan
    AU australia|australien
    NZ new zealand|neuseeland
    IL israel
    AE united arab emirates|uae
    TR turkey|türkiye
    ZA south africa|südafrika
    UA ukraine
    EE estonia
    LV latvia
    LT lithuania
    SK slovakia
    SI slovenia
    HR croatia
    BG bulgaria
    RS serbia
    MY malaysia
    TH thailand
    PH philippines
    VN vietnam
    ID indonesia
    EG egypt
    NG nigeria
    KE kenya
    SA saudi arabia
    IS iceland
    """
)
_CITIES: Final = _table(
    """
    DE berlin|münchen|munich|hamburg|frankfurt|köln|cologne|stuttgart|düsseldorf|leipzig|dresden|nürnberg
    DE hannover|bremen|karlsruhe|mannheim
    FR paris|lyon|marseille|toulouse|nantes|bordeaux|lille|grenoble|rennes|strasbourg
    GB london|manchester|edinburgh|bristol|leeds|glasgow
    IE dublin|cork
    AT wien|vienna|graz|linz|salzburg
    CH zürich|zurich|genève|geneva|basel|bern|lausanne
    NL amsterdam|utrecht
    ES madrid|barcelona|valencia
    IT milano|milan|roma|rome|torino
    PT lisboa|lisbon|porto
    PL warszawa|warsaw|kraków|wrocław
    SE stockholm|göteborg|malmö
    DK københavn|copenhagen
    NO oslo
    FI helsinki
    CZ praha|prague|brno
    BE brussels|bruxelles
    US new york|san francisco|seattle|austin|boston|chicago|los angeles|denver|atlanta|palo alto|mountain view
    US brooklyn|washington
    CA toronto|montreal|montréal|vancouver|ottawa|waterloo
    IN bangalore|bengaluru|mumbai|delhi|hyderabad|pune|chennai|gurgaon|gurugram
    JP tokyo|osaka
    AU sydney|melbourne|brisbane|perth
    IL tel aviv|haifa
    BR são paulo|sao paulo|rio de janeiro
    """
)
_ONE_ZONE: Final = dict(
    pair.split("=")
    for pair in """
    GB=Europe/London DE=Europe/Berlin AT=Europe/Vienna CH=Europe/Zurich FR=Europe/Paris NL=Europe/Amsterdam
    BE=Europe/Brussels LU=Europe/Luxembourg IE=Europe/Dublin IT=Europe/Rome DK=Europe/Copenhagen SE=Europe/Stockholm
    NO=Europe/Oslo FI=Europe/Helsinki PL=Europe/Warsaw CZ=Europe/Prague HU=Europe/Budapest GR=Europe/Athens
    RO=Europe/Bucharest IN=Asia/Kolkata JP=Asia/Tokyo KR=Asia/Seoul SG=Asia/Singapore HK=Asia/Hong_Kong
    TW=Asia/Taipei IL=Asia/Jerusalem AE=Asia/Dubai TR=Europe/Istanbul ZA=Africa/Johannesburg EE=Europe/Tallinn
    LV=Europe/Riga LT=Europe/Vilnius SK=Europe/Bratislava SI=Europe/Ljubljana HR=Europe/Zagreb BG=Europe/Sofia
    """.split()
)
_US_ADDRESS: Final = re.compile(r",\s*[A-Z]{2},?\s+\d{5}(?:-\d{4})?\b")
_GB_POSTCODE: Final = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")
_POSTAL: Final = re.compile(r"\d.*[,\n;]|[,\n;].*\d", re.DOTALL)


def fold(text: str) -> str:
    """Letters without accents and case, for comparing only."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def is_country(code: str) -> bool:
    """Whether these tables know the code."""
    return code in _NAMES


def country_name(code: str) -> str:
    """The English name of a country in these tables, else its code."""
    return "the United States" if code == "US" else _NAMES.get(code, code).split("|", maxsplit=1)[0].title()


def country_from_place(place: str) -> str:
    """The country that a location names, or that of a city in a postal address. A room called Oslo is no address."""
    if "://" in place:
        return ""
    named = _last_found(place, _NAMES)
    if named or _US_ADDRESS.search(place):
        return named or "US"
    if _GB_POSTCODE.search(place):
        return "GB"
    return _last_found(place, _CITIES) if _POSTAL.search(place) else ""


def zone_of(country: str) -> str:
    """The time zone of a country that has one only, or nothing."""
    return _ONE_ZONE.get(country, "")


def _last_found(place: str, table: dict[str, str]) -> str:
    """The code of the last match: addresses end with the country, and with the city before it."""
    text = fold(place)
    found = (
        (match.end(), code)
        for code, names in table.items()
        for match in re.finditer(rf"\b(?:{fold(names)})(?!\w)", text)
    )
    return max(found, default=(0, ""))[1]
