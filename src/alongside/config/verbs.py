"""The verbs of the `alongside` command, each with its words of help and where its work is done."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Argument = tuple[tuple[str, ...], dict[str, Any]]


@dataclass(frozen=True)
class Verb:
    """One thing the command can do. `work` returns the exit code, 0 when all is well."""

    name: str
    help: str
    work: Callable[[argparse.Namespace], int]
    arguments: tuple[Argument, ...] = ()
    more: str = ""
    needs_django: bool = True


def _argument(*flags: str, **options: Any) -> Argument:
    return flags, options


def _run(asked: argparse.Namespace) -> int:
    from alongside.config.serving import serve

    return serve(with_example=not asked.empty)


def _work(asked: argparse.Namespace) -> int:
    from alongside.config.serving import work_in_background

    return work_in_background()


def _selfcheck(asked: argparse.Namespace) -> int:
    from alongside.config.selfcheck import report

    return report()


def _import(asked: argparse.Namespace) -> int:
    from alongside.config.folders import import_folder

    return import_folder(asked.folder)


def _export(asked: argparse.Namespace) -> int:
    from alongside.config.folders import export_folder

    return export_folder(asked.series, asked.folder)


def _seed_world(asked: argparse.Namespace) -> int:
    from alongside.config.world import build_and_tell

    return build_and_tell(as_json=asked.json)


def _backup(asked: argparse.Namespace) -> int:
    from alongside.kit.backup import back_up

    return back_up(asked.to, tell=print)


def _restore(asked: argparse.Namespace) -> int:
    from alongside.kit.backup import restore

    return restore(asked.backup, is_drill=asked.drill, tell=print)


def _back_up_keys(asked: argparse.Namespace) -> int:
    from alongside.kit.backup import back_up_keys

    return back_up_keys(asked.to, tell=print)


def _restore_keys(asked: argparse.Namespace) -> int:
    from alongside.kit.backup import restore_keys

    return restore_keys(asked.copy, tell=print)


def _verify_audit(asked: argparse.Namespace) -> int:
    from alongside.kit.audit import verify

    heads = [word for head in asked.head for word in ("--head", head)]
    return verify.main([str(asked.file), *heads])


def _letters(asked: argparse.Namespace) -> int:
    from alongside.kit.mail.queries import list_kept

    for letter in reversed(list_kept()):
        print(f"{letter.at:%d %B %Y %H:%M} · to {letter.to}\n{letter.subject}\n\n{letter.text}\n{'-' * 60}")
    return 0


def _erase(asked: argparse.Namespace) -> int:
    from alongside.config.forgetting import erase, erase_link

    if asked.link and not asked.code:
        return erase_link(asked.link, is_sure=asked.yes)
    if asked.link or not (asked.code and asked.series):
        raise ValueError("give a code and --series, or only --link.")
    return erase(asked.code, asked.series, is_sure=asked.yes)


def _languages(asked: argparse.Namespace) -> int:
    from alongside.config.languages import report

    return report(do_refresh=asked.refresh)


def _outbox(asked: argparse.Namespace) -> int:
    from alongside.kit.mail import outbox, queries

    if asked.drain:
        print(f"Tried to send: {outbox.drain()}")
    print(f"Waiting: {queries.count_waiting()} · given up after many tries: {queries.count_failed()}")
    return 0


def _new_activity(asked: argparse.Namespace) -> int:
    from alongside.activities.new_activity import write_folder

    return write_folder(asked.name, tell=print)


def _addresses(asked: argparse.Namespace) -> int:
    from alongside.config.addresses import all_addresses

    for address in all_addresses():
        print(f"{address.path:<60} {address.name:<40} {address.door}")
    return 0


def _invite_account(asked: argparse.Namespace) -> int:
    from alongside.people.actions import invite_account

    invite_account(email=asked.email, by=None)
    print(f"{asked.email} can now sign in: a code will be e-mailed on the sign-in page.")
    return 0


ALL = (
    Verb(
        "run",
        "set up what is missing, then serve the pages and do the background work",
        _run,
        (_argument("--empty", action="store_true", help="start without the example"),),
        more="Checks the settings, brings the store up to date, loads the example when the store is empty, "
        "then serves until Ctrl-C. PORT (8000) and DATA_DIR (./data) can be set.",
    ),
    Verb("work", "do the background work only (“run” already does it)", _work),
    Verb("selfcheck", "say whether this machine and its settings are sound", _selfcheck),
    Verb(
        "import",
        "bring in a series from a folder of CSV and Markdown files",
        _import,
        (_argument("folder", type=Path, help="such as examples/homecare"),),
        more="All or nothing: every mistake is named by file and line, and nothing is kept unless all is right. "
        "Doing it twice changes nothing.",
    ),
    Verb(
        "export",
        "write a series as a folder of CSV and Markdown files",
        _export,
        (
            _argument("series", help="the series' key or number"),
            _argument("folder", type=Path, help="a folder that does not exist yet, or is empty"),
        ),
    ),
    Verb(
        "seed-world",
        "fill an empty store with a made-up world in which every role can be tried",
        _seed_world,
        (_argument("--json", action="store_true", help="print sign-ins and telltale words as JSON"),),
    ),
    Verb(
        "backup",
        "write a sound copy of everything but the keys, while the server runs",
        _backup,
        (_argument("to", type=Path, nargs="?", help="the folder to write to; BACKUP_DIR when left out"),),
    ),
    Verb(
        "restore",
        "put a backup back",
        _restore,
        (
            _argument("backup", type=Path, help="a backup made by “alongside backup”"),
            _argument("--drill", action="store_true", help="only try it, in a folder of its own, and tell"),
        ),
    ),
    Verb(
        "backup-keys",
        "write a copy of the keys of people's words, apart from the backups",
        _back_up_keys,
        (_argument("to", type=Path, help="a folder that is not with the backups; kept for 72 hours"),),
    ),
    Verb(
        "restore-keys",
        "put a copy of the keys back; what was erased stays erased",
        _restore_keys,
        (_argument("copy", type=Path, help="a copy made by “alongside backup-keys”"),),
    ),
    Verb(
        "erase",
        "erase what is kept about one partner, or was said from one phone; counts stay",
        _erase,
        (
            _argument("code", nargs="?", help="the partner's code, such as W07"),
            _argument("--series", help="the key or number of a series they belong to"),
            _argument(
                "--link", help="instead: somebody's own link, to erase all that was said from their phone"
            ),
            _argument("--yes", action="store_true", help="do not ask again"),
        ),
        more="Says what goes and what stays, and asks for the code once more. Name, contact, access needs, "
        "words typed for them and mail on its way are erased in every project; what a backup still holds of "
        "them can no longer be read.",
    ),
    Verb(
        "outbox",
        "how much mail waits to be sent",
        _outbox,
        (
            _argument(
                "--drain", action="store_true", help="send what is due now, without the background work"
            ),
        ),
    ),
    Verb("letters", "show the mail that was kept here because no mail server is set", _letters),
    Verb(
        "verify-audit",
        "check an audit file, offline: has anything been dropped or changed?",
        _verify_audit,
        (
            _argument("file", type=Path, help="downloaded from the audit page"),
            _argument(
                "--head",
                action="append",
                default=[],
                metavar="NUMBER:HASH",
                help="a head that a partner noted down; finds a chain that was cut or written anew",
            ),
        ),
        needs_django=False,
    ),
    Verb(
        "new-activity",
        "make the folder of a new kind of activity, ready to fill in",
        _new_activity,
        (_argument("name", help="in small letters, such as card_sort"),),
    ),
    Verb(
        "languages",
        "what the pages of partners say that is not yet in every language",
        _languages,
        (
            _argument(
                "--refresh",
                action="store_true",
                help="first bring the catalogues in line with the pages: add what is owed, drop what is gone",
            ),
        ),
    ),
    Verb("addresses", "list every address with its parameters and who may come in", _addresses),
    Verb(
        "invite-account",
        "let someone of the team sign in",
        _invite_account,
        (_argument("email", help="where sign-in codes go"),),
    ),
)
