"""How long the checks take: ``python tests/bench/bench_checks.py`` prints milliseconds and their ratio to the aims."""

import sys
import time
from pathlib import Path

HERE = Path(__file__).parents[1]
sys.path[:0] = [str(HERE), str(HERE / "domain" / "checks")]

from afterview.formats.spelling import English  # noqa: E402 - after the path
from mails import all_mails  # noqa: E402

ONE, FIFTEEN, ROUNDS = 0.010, 0.050, 20
"""Aims: seconds for one live check, for the drafts of a plan."""


def main() -> None:
    """Prints cold and warm times."""
    start = time.perf_counter()
    english = English()
    english.knows("dictionary")
    print(f"dictionary read once: {1000 * (time.perf_counter() - start):.0f} ms")  # noqa: T201 - a report
    mails = all_mails()
    for mail in mails:
        mail.findings(english)
    times = sorted(_cost(lambda mail=mail: mail.findings(english)) for mail in mails)
    fifteen = _cost(lambda: [mail.findings(english) for mail in mails[:15]])
    median, worst = times[len(times) // 2], times[-1]
    for name, cost, aim in (("median mail", median, ONE), ("worst mail", worst, ONE), ("15 drafts", fifteen, FIFTEEN)):
        print(f"{name}: {1000 * cost:.2f} ms, {cost / aim:.2f} of the aim")  # noqa: T201 - a report


def _cost(work: object) -> float:
    assert callable(work)
    start = time.perf_counter()
    for _ in range(ROUNDS):
        work()
    return (time.perf_counter() - start) / ROUNDS


if __name__ == "__main__":
    main()
