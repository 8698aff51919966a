"""How long the checks take: milliseconds of the processor, their ratio to the aims, and hostile texts of a megabyte."""

import time

from afterview.formats.spelling import English
from mails import Mail, all_mails

ONE, FIFTEEN, ROUNDS = 0.010, 0.050, 20
"""Aims: seconds for one live check, for the drafts of a plan."""


def test_time_of_the_checks() -> None:
    """Prints cold and warm times."""
    start = time.process_time()
    english = English()
    english.knows("dictionary")
    print(f"dictionary read once: {1000 * (time.process_time() - start):.0f} ms")
    mails = all_mails()
    for mail in mails:
        mail.findings(english)
    times = sorted(_cost(lambda mail=mail: mail.findings(english)) for mail in mails)
    fifteen = _cost(lambda: [mail.findings(english) for mail in mails[:15]])
    median, worst = times[len(times) // 2], times[-1]
    for name, cost, aim in (("median mail", median, ONE), ("worst mail", worst, ONE), ("15 drafts", fifteen, FIFTEEN)):
        print(f"{name}: {1000 * cost:.2f} ms, {cost / aim:.2f} of the aim")


def _cost(work: object) -> float:
    assert callable(work)
    start = time.process_time()
    for _ in range(ROUNDS):
        work()
    return (time.process_time() - start) / ROUNDS


HOSTILE = (
    "a",
    " ",
    "\n",
    "(",
    '"',
    "a a a ",
    ".",
    "\t\n",
    "{{ ",
    "A",
    "1",
    "é",
    "'",
    "-",
    "\r\n",
    "<p",
    "&a",
    "Dear ",
    "@",
    "://",
    "I ",
    "a ",
    "[",
    "x@",
    "thank you ",
    "I just wanted to ",
    "!",
    ".)",
    '"\u201c',
    "Thank you for taking the time to tell me about ",
    "x@y.test ",
    "could of ",
)
LENGTH = 500_000


def test_time_grows_with_the_text() -> None:
    """Prints, for a text of one thing over and over, what n and 2n characters cost, and the ratio: 2 is linear."""
    english, mail = English(), all_mails()[0]
    for seed in HOSTILE:
        one, two = (_once(mail, seed * (size // len(seed)), english) for size in (LENGTH, 2 * LENGTH))
        print(f"{seed!r:10} n {1000 * one:7.0f} ms, 2n {1000 * two:7.0f} ms, ratio {two / one:.2f}")


def _once(mail: Mail, body: str, words: English) -> float:
    start = time.process_time()
    mail.changed(body=body).findings(words)
    return time.process_time() - start
