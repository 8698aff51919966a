"""How long the checks take: milliseconds of the processor, and their ratio to the aims."""

import time

from afterview.formats.spelling import English
from mails import all_mails

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
