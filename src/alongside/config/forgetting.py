"""`alongside erase`: what is kept about one partner, or what was said from one phone, is erased.

It says first what goes and what stays. The two are never done in one go: lines side by side in the audit chain would
tell whose words those without a name were.
"""

from collections.abc import Callable

from alongside.config.folders import series_named
from alongside.kit.access import NOBODY
from alongside.kit.personal_data import Subject, count_for, erase_for
from alongside.projects.actions import forget_partner
from alongside.projects.models import Partner
from alongside.projects.queries import find_partner, person_of
from alongside.workshops.seats import is_secret

STAYS = """What stays: the code {code} and its group, who came when as numbers, the audit chain, and what was said
from their phone. Nobody can tell whose words those are. Their author can take them back, under “My words”, or
give you their own link for “alongside erase --link”.
What the team wrote itself (key points, notes, resources) stays too: read it for names."""


def erase(code: str, series: str, *, is_sure: bool, ask: Callable[[str], str] = input) -> int:
    """Say what goes and what stays, ask for the code once more, erase; 1 when it was not confirmed."""
    partner = _partner(code, series)
    print(_plan(partner))
    if not is_sure and ask(f"This can't be undone. Type {partner.code} to erase: ").strip() != partner.code:
        print("Nothing was erased.")
        return 1
    gone = forget_partner(partner=partner, by=NOBODY)
    print("Erased. The audit chain has a line that says so, without a name.")
    print(_listed(gone))
    return 0


def erase_link(link: str, *, is_sure: bool, ask: Callable[[str], str] = input) -> int:
    """Erase everything said from one phone, found by its own link, such as https://…/me/SECRET/."""
    phone = Subject(seat_secret=_secret(link))
    print(
        f"What will be erased of this phone:\n{_listed(count_for(phone)) or '  nothing'}\n\nNumbers stay.\n"
    )
    if not is_sure and ask("This can't be undone. Type yes to erase: ").strip().lower() != "yes":
        print("Nothing was erased.")
        return 1
    print(f"Erased.\n{_listed(erase_for(phone))}")
    return 0


def _secret(link: str) -> str:
    found = next((part for part in reversed(link.strip().split("/")) if is_secret(part)), "")
    if not found:
        raise ValueError("this is not somebody's own link. It looks like https://…/me/ and 32 letters.")
    return found


def _partner(code: str, series: str) -> Partner:
    partner = find_partner(series_named(series).project_id, code)
    if partner is None:
        raise ValueError(f"there is no partner “{code}” in the project of “{series}”.")
    return partner


def _plan(partner: Partner) -> str:
    person_id = person_of(partner)
    counts = count_for(Subject(person_id=person_id)) if person_id else {}
    goes = _listed(counts) or "  nothing: nobody knows any more who this partner is"
    return f"What will be erased about {partner.code}:\n{goes}\n\n{STAYS.format(code=partner.code)}\n"


def _listed(counts: dict[str, int]) -> str:
    return "\n".join(f"  {count} × {about}" for about, count in counts.items())
