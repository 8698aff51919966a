"""The command line: `afterview serve`."""


def main() -> None:
    """Say what is to come."""
    raise SystemExit("afterview: nothing to serve yet")
