"""`python -m afterview` is the command `afterview`."""

from afterview.cli import main

main()
