"""The command line. Each command imports what it needs only when it is called: a plan needs no server.

Exit code 0: done; 1: it could not be done; 2: the arguments or the facts are wrong. Standard error says why.
"""

import argparse
import json
import re
import shutil
import sys
from contextlib import ExitStack
from http import HTTPStatus
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from afterview.settings import Settings


def main(arguments: list[str] | None = None) -> None:
    """Run one command."""
    options = parser().parse_args(arguments)
    sys.exit(options.command(options))


def parser() -> argparse.ArgumentParser:
    """What can be asked for."""
    top = argparse.ArgumentParser(prog="afterview", description="From an interview invitation to a plan with drafts.")
    top.add_argument("--version", action="version", version=f"afterview {version('afterview')}")
    commands = top.add_subparsers(required=True, metavar="COMMAND")

    one = commands.add_parser("serve", help="start the server on this machine and open the page")
    one.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: this machine only)")
    one.add_argument(
        "--port", type=_port, default=8000, help="the first port to try (default 8000), 0 for any free one"
    )
    one.add_argument("--no-open", action="store_true", help="open no browser")
    one.set_defaults(command=serve)

    one = commands.add_parser("plan", help="print the plan for the facts in a file; nothing is stored")
    one.add_argument("facts", help="a JSON file as POST /api/v1/plan takes it, or - for standard input")
    one.add_argument("--json", action="store_true", help="print exactly what the API answers")
    one.set_defaults(command=plan)

    one = commands.add_parser("demo", help="fill in an example candidate, where nothing is stored yet")
    one.set_defaults(command=demo)

    _token_parser(commands.add_parser("token", help="let programs and other machines in, or keep them out"))

    one = commands.add_parser("openapi", help="print the contract of the API")
    one.add_argument("--output", type=Path, help="write it to this file instead")
    one.set_defaults(command=openapi)
    return top


def _token_parser(one: argparse.ArgumentParser) -> None:
    one.set_defaults(command=token)
    verbs = one.add_subparsers(required=True, metavar="VERB")
    verb = verbs.add_parser("create", help="make a token and print it: it can't be shown again")
    verb.add_argument("--owner", type=_owner, default="local", help="whose data it opens (default: this machine's)")
    verb.add_argument("--scope", choices=("read", "write"), required=True, help="what it is good for")
    verb.set_defaults(verb=_create)
    verb = verbs.add_parser("list", help="every token, when it was used, whether it was revoked")
    verb.set_defaults(verb=_list)
    verb = verbs.add_parser("revoke", help="let a token open nothing any more, from the next request on")
    verb.add_argument("id", help="the token's id, as the list has it")
    verb.set_defaults(verb=_revoke)


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:  # noqa: PLR2004 - the last port there is
        raise argparse.ArgumentTypeError(f"{text} is no port: give a number from 0 to 65535")
    return int(text)


def _owner(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9](-?[a-z0-9]){0,39}", text):
        raise argparse.ArgumentTypeError(
            f"{text} is no name of an owner: give small letters and digits, with single hyphens between them"
        )
    return text


def serve(options: argparse.Namespace) -> int:
    """Start the server. Whether it may start is found out before anything large is imported."""
    from afterview.datafolder import FolderRefusedError, claim

    settings = _settings()
    try:
        held = claim(settings.data)
    except FolderRefusedError as error:
        return complain(str(error))

    from afterview.serve import CannotServeError, serve

    try:
        serve(settings, held, host=options.host, port=options.port, open_page=not options.no_open)
    except CannotServeError as error:
        return complain(str(error))
    except KeyboardInterrupt:
        print("Stopped.")
    return 0


def plan(options: argparse.Namespace) -> int:
    """The plan for a file of facts, as a table or as the API answers it."""
    try:
        text = sys.stdin.read() if options.facts == "-" else Path(options.facts).read_text(encoding="utf-8-sig")
        facts = json.loads(text)
    except OSError as error:
        return complain(f"{options.facts} can't be read: {error.strerror}.", 2)
    except ValueError as error:  # not JSON, or not UTF-8
        return complain(f"{options.facts} is not JSON: {error}.", 2)

    from afterview.app import create_app
    from afterview.asking import ask
    from afterview.printing import faults, plan_table

    status, answer = ask(create_app(_settings()), "/api/v1/plan", text.encode())
    if status != HTTPStatus.OK:
        return complain(f"{options.facts} can't be planned:\n{faults(json.loads(answer))}", 2)
    if options.json:
        print(answer.decode())
    else:
        print(plan_table(json.loads(answer), facts, shutil.get_terminal_size((100, 24)).columns), end="")
    return 0


def demo(_options: argparse.Namespace) -> int:
    """Keep the example candidate and say how to see it. A running server may go on running."""
    from afterview.datafolder import FolderInUseError, FolderRefusedError, claim
    from afterview.demo import store_demo

    settings, address = _settings(), ""
    with ExitStack() as held:
        try:
            held.enter_context(claim(settings.data))
        except FolderInUseError as error:
            address = error.address
        except FolderRefusedError as error:
            return complain(str(error))
        if not store_demo(settings.database):
            return complain(f"{settings.data} holds interviews already: name an empty folder in AFTERVIEW_DATA.")
    print(f"The example is stored in {settings.data}.")
    print(f"See it at {address}" if address else "See it with: afterview serve")
    return 0


def token(options: argparse.Namespace) -> int:
    """Make, list or revoke tokens. A running server may go on running, and knows of it at once."""
    from afterview import admission
    from afterview.datafolder import FolderRefusedError, prepare

    settings = _settings()
    try:
        prepare(settings.data)
        return int(options.verb(admission, settings.database, options))
    except (FolderRefusedError, *admission.REFUSALS) as error:
        return complain(str(error))


def _create(admission: ModuleType, database: str, options: argparse.Namespace) -> int:
    print(admission.create_token(database, options.owner, options.scope))
    print("Keep it where nobody else reads: it is not stored and can't be shown again.", file=sys.stderr)
    return 0


def _list(admission: ModuleType, database: str, _options: argparse.Namespace) -> int:
    print("\n".join(admission.token_table(database)))
    return 0


def _revoke(admission: ModuleType, database: str, options: argparse.Namespace) -> int:
    if not admission.end_token(database, options.id):
        return complain(f"There is no token {options.id} that still opens anything: see afterview token list.")
    print(f"{options.id} opens nothing any more.")
    return 0


def openapi(options: argparse.Namespace) -> int:
    """The contract, in the form in which it is committed: sorted by the app, indented by two."""
    from afterview.app import create_app

    text = json.dumps(create_app(_settings()).openapi(), indent=2, ensure_ascii=False) + "\n"
    if options.output:
        options.output.write_text(text, encoding="utf-8")
    else:
        print(text, end="")
    return 0


def _settings() -> "Settings":
    """What the environment says; a sentence and the end where it makes no sense."""
    from pydantic import ValidationError

    from afterview.settings import Settings

    try:
        return Settings()
    except ValidationError as error:
        faults = (f"AFTERVIEW_{fault['loc'][0]}".upper() + f": {fault['msg']}." for fault in error.errors())
        sys.exit(complain(" ".join(faults), 2))


def complain(sentence: str, code: int = 1) -> int:
    """Say on standard error why it could not be done."""
    print(f"afterview: {sentence}", file=sys.stderr)
    return code
