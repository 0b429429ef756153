"""Every address × every role × every method × one's own and others' things: nobody reads a word not theirs.

The world of `alongside seed-world` has a telltale word in every closed circle. Each answer (body, headers,
where it redirects) is searched for words of circles the asker does not belong to. Others' things are “not found”,
never “forbidden”: that something exists is a word too. An address with parameters that is in no row fails.
"""

import logging
import re
from dataclasses import dataclass

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import reverse

from alongside.config import world as worlds
from alongside.config.addresses import all_addresses
from alongside.kit.access import sight
from tests.guards.planted import PLANTS
from tests.guards.rows import BY_SECRET, FILLED_BY, NOT_ASKED, PER_ROOM, UNREACHED

TEAM = {"open", "team", "plans", "people", "workers", "managers", "mail", "two"}
# Who belongs to which circles of their own side.
CIRCLES = {
    "lead": TEAM,
    "facilitator": TEAM,
    "analyst": {"open", "team", "plans", "people", "workers", "managers"},
    "payments": {"open", "team", "people"},
    "auditor": {"open", "team"},
    "safeguarding": {"open", "team", "safe"},
    "workers": {"open", "workers"},
    "managers": {"open", "managers"},
    "nobody": set(),
}
ACTORS = ["nobody", *(f"{role} {side}" for side in "ab" for role in CIRCLES if role != "nobody")]
# Those that a quick check asks: outside, in the other room, with the smallest role.
QUICK = {"nobody", "managers a"}
METHODS = ("get", "post", "head", "options", "put", "patch", "delete")


@dataclass(frozen=True)
class Ask:
    """One address filled in, and whose thing it is."""

    name: str
    path: str
    side: str
    secret: bool
    methods: tuple[str, ...] = ("get", "post")


@dataclass
class Actor:
    """Who asks: what they send along, and which words they may read."""

    name: str
    cookies: dict[str, str]
    may_read: set[str]

    @property
    def side(self):
        return self.name[-1] if " " in self.name else ""

    def client(self):
        client = Client(raise_request_exception=False)
        for name, value in self.cookies.items():
            client.cookies[name] = value
        return client


@pytest.fixture(autouse=True)
def _quiet():
    """Thousands of “not found” are what we want here."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


def actor(world, name):
    if name == "nobody":
        return Actor(name, {}, set())
    role, letter = name.split()
    side = world.a if letter == "a" else world.b
    cookie = (
        {"seat": side.seats[role]}
        if role in worlds.ROOMS
        else {settings.SESSION_COOKIE_NAME: side.sessions[role]}
    )
    return Actor(name, cookie, {side.canary(circle) for circle in CIRCLES[role]})


def asks(world):
    """Every address, filled with things of both sides and both rooms."""
    for address in all_addresses():
        if not address.parameters:
            yield Ask(address.name, reverse(address.name), "", secret=False, methods=METHODS)
            continue
        for side in (world.a, world.b):
            for number, values in enumerate(fillings(address, side)):
                path = reverse(address.name, kwargs=dict(zip(address.parameters, values, strict=True)))
                methods = METHODS[:2] if number else METHODS  # the rest once for each project
                yield Ask(address.name, path, side.letter, address.name in BY_SECRET, methods)


def fillings(address, side):
    names = row_of(address.name).split()
    if not names:
        return
    rooms = worlds.ROOMS if PER_ROOM & set(names) else ("",)
    for room in rooms:
        yield [value_for(name, room, side) for name in names]


def row_of(name):
    """The row of an address: its own, or that of its whole capability (“reporting:*”)."""
    return FILLED_BY.get(name) or FILLED_BY.get(f"{name.split(':')[0]}:*", "")


def value_for(name, room, side):
    if name.startswith("="):
        return name[1:]
    return side.ids[f"{name}.{room}" if name in PER_ROOM else name]


def test_every_address_is_in_the_matrix():
    missing = [f"{a.name} {a.path}" for a in all_addresses() if a.parameters and not row_of(a.name)]
    missing = [line for line in missing if not line.startswith(tuple(NOT_ASKED))]
    assert not missing, "add a row to FILLED_BY:\n" + "\n".join(missing)


def test_no_row_is_left_over():
    known = {address.name for address in all_addresses()}
    known |= {f"{name.split(':')[0]}:*" for name in known}
    assert not [name for name in [*FILLED_BY, *BY_SECRET] if name not in known]


def test_every_view_is_marked():
    unmarked = [f"{address.path} {address.name}" for address in all_addresses() if address.door == "unmarked"]
    assert not unmarked, "\n".join(unmarked)


def heard(response):
    """Everything an answer says: body, headers, cookies."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    words = body.decode("utf-8", "replace") + repr(sorted(response.headers.items())) + repr(response.cookies)
    return set(re.findall(r"zq[ab][a-z]+qz", words.lower()))


def problems(world, who, methods=METHODS):
    """What went wrong for one asker; empty when every answer was right."""
    every = [(ask, method) for ask in asks(world) for method in ask.methods if method in methods]
    for ask, method in every:
        with transaction.atomic():
            response = getattr(who.client(), method)(ask.path)
            transaction.set_rollback(True)
        allowed = who.may_read | opened(world, ask)
        foreign = heard(response) - allowed
        if response.status_code >= 500:
            yield f"{who.name}: {method} {ask.path} ({ask.name}) broke: {reason(response)}"
        if "Content-Security-Policy" not in response.headers:
            yield f"{who.name}: {method} {ask.path} ({ask.name}) has no content policy"
        if foreign:
            yield f"{who.name}: {method} {ask.path} ({ask.name}) tells {', '.join(sorted(foreign))}"
        if method in {"get", "post"} and is_wrongly_known(who, ask, response):
            yield f"{who.name}: {method} {ask.path} ({ask.name}) answers {response.status_code}, not 404"


def reason(response):
    """Why an answer broke, in a line."""
    problem = getattr(response, "exc_info", None)
    return (
        f"{response.status_code} {type(problem[1]).__name__}: {problem[1]}"[:160]
        if problem
        else response.status_code
    )


def opened(world, ask):
    """What a secret in the address itself opens."""
    side = {"a": world.a, "b": world.b}.get(ask.side)
    return {side.canary("open")} if ask.secret and side else set()


def is_wrongly_known(who, ask, response):
    """Somebody else's thing was answered with anything but “not found” or the way to the front door."""
    if not ask.side or ask.secret or ask.side == who.side:
        return False
    if not who.side or who.name.split()[0] in worlds.ROOMS:
        return response.status_code not in {302, 404, 405}
    return response.status_code not in {404, 405, 302} or is_let_in(response)


def is_let_in(response):
    """A redirect that is not the way to a door."""
    return response.status_code == 302 and not re.search(r"/accounts/|^/$|^/\?", response.headers["Location"])


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in QUICK else pytest.mark.slow) for name in ACTORS]
)
def test_nobody_reads_what_is_not_theirs(world, name):
    found = list(problems(world, actor(world, name)))
    assert not found, f"{len(found)} wrong:\n" + "\n".join(found[:40])


def guarded_models():
    """Every model that has a rule of who sees it."""
    return sorted(
        (model for model in sight._rules if model.__name__ not in UNREACHED), key=lambda m: m._meta.label
    )


ASKERS = ("lead b", "managers a", "auditor a", "workers b", "safeguarding b", "nobody")


@pytest.mark.slow
@pytest.mark.parametrize("model", guarded_models(), ids=lambda model: model.__name__)
def test_the_matrix_finds_a_planted_bug(world, monkeypatch, model):
    """A rule that lets everybody in is found."""
    monkeypatch.setitem(sight._rules, model, lambda *_: True)
    assert is_found(world)


@pytest.mark.slow
@pytest.mark.parametrize("bug", PLANTS)
def test_the_matrix_finds_a_mistake_planted(world, monkeypatch, bug):
    """A filter that was dropped, or a check that was forgotten, is found."""
    PLANTS[bug](monkeypatch)
    assert is_found(world)


def is_found(world):
    """Whether the matrix says that something is wrong."""
    return any(True for name in ASKERS for _ in problems(world, actor(world, name), methods=("get", "post")))


def test_there_are_enough_bugs_planted():
    """Goal G9: twenty planted, twenty found."""
    assert len(guarded_models()) + len(PLANTS) >= 20
