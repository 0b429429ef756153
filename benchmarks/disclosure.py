"""How often a poll gives an answer away, by the usual rules and by our guard. `python -m benchmarks.disclosure`.

Polls are made up for the rooms of a real series (Bayley et al. 2025, table 2: four rounds of three parallel sessions
of 3 to 11 people; 31 of 77 visits by workers, 46 by managers), with four answers of random popularity. For each rule
somebody outside, who has only what is shown, and everybody inside, who also knows their own answer, try to work out an
answer for certain by taking tables from each other. The rules that people use must fail here, or the attack is none.
"""

import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from alongside.methods import disclosure

POLLS = 20_000
ROUNDS = ((10, 6, 3), (3, 7, 11), (6, 7, 7), (5, 7, 5))
SIDES, OPTIONS, WORKERS = "wm", "abcd", 31 / 77
People = frozenset[int]
Tables = list[People]


@dataclass(frozen=True)
class Poll:
    """One question in some rooms: who is in which room and on which side, and what each said."""

    rooms: tuple[People, ...]
    sides: dict[str, People]
    votes: dict[int, tuple[str, ...]]

    @property
    def all(self) -> People:
        """Everybody."""
        return frozenset(self.votes)


@dataclass
class Score:
    """In how many polls a rule showed a table by group, and gave an answer away for certain."""

    polls: int = 0
    tables: int = 0
    outside: int = 0
    inside: int = 0
    apart: list[str] = field(default_factory=list)


def make(sizes: Sequence[int], chance: random.Random, *, is_apart: bool = False) -> Poll:
    """A poll in rooms of these sizes; `is_apart` keeps each room for one side."""
    weights = [chance.expovariate(1) for _ in OPTIONS]
    rooms, sides, votes, at = [], {side: set[int]() for side in SIDES}, {}, 0
    for size in sizes:
        of_room = "w" if chance.random() < WORKERS else "m"
        for person in range(at, at + size):
            side = of_room if is_apart else "w" if chance.random() < WORKERS else "m"
            sides[side].add(person)
            votes[person] = (chance.choices(OPTIONS, weights)[0],)
        rooms.append(frozenset(range(at, at + size)))
        at += size
    return Poll(tuple(rooms), {side: frozenset(who) for side, who in sides.items()}, votes)


# ---- What each rule shows ----


def no_rule(poll: Poll) -> Tables:
    """Every group."""
    return [poll.all, *poll.sides.values()]


def five(poll: Poll) -> Tables:
    """The usual rule: a group is shown when it has five people or more."""
    return [poll.all, *(side for side in poll.sides.values() if len(side) >= 5)]


def five_on_both(poll: Poll) -> Tables:
    """The usual rule, and only when every group passes it."""
    both = all(len(side) >= 5 for side in poll.sides.values())
    return [poll.all, *(poll.sides.values() if both else ())]


def totals(poll: Poll) -> Tables:
    """No groups; nobody was told that it shows when all agree."""
    return [poll.all]


def guard(poll: Poll) -> Tables:
    """Ours. Nobody was told before, so a total is held back too when it gives answers away."""
    if disclosure.may_show_groups(poll.sides, poll.votes, k=disclosure.INSIDE):
        return [poll.all, *poll.sides.values()]
    return [poll.all] if disclosure.may_show_total(poll.all, poll.votes, is_told=False) else []


# ---- Who works it out ----


def closed(tables: Sequence[People]) -> set[People]:
    """These sets and whatever comes of taking one from another that holds it, until nothing new comes."""
    known = {table for table in tables if table}
    while True:
        more = {a - b for a in known for b in known if b < a} - known
        if not more:
            return known
        known |= more


def is_certain(known: set[People], votes: dict[int, tuple[str, ...]], own: int | None) -> bool:
    """Whether one of the known counts is of people who all said the same, but for oneself."""
    for people in known:
        said = Counter(votes[person] for person in people if person != own)
        if len(said) == 1:
            return True
    return False


def judge(score: Score, poll: Poll, tables: Tables, knows: Callable[[int], Tables] = lambda _own: []) -> None:
    """Let everybody try. `knows` is what somebody inside knows besides."""
    score.polls += 1
    score.tables += len(tables) > 1
    known = closed(tables)
    score.outside += is_certain(known, poll.votes, None)
    more = {own: tuple(knows(own)) for own in poll.all}
    worlds = {extra: closed([*tables, *extra]) if extra else known for extra in set(more.values())}
    score.inside += any(is_certain(worlds[more[own]], poll.votes, own) for own in poll.all)


def sizes_in_turn() -> Iterator[tuple[int, ...]]:
    """Single rooms, one after the other, over and over."""
    while True:
        yield from ((size,) for sizes in ROUNDS for size in sizes)


def rooms_one_by_one(chance: random.Random) -> dict[str, Score]:
    """Every rule on the same polls, one room each."""
    rules = {
        "no rule": no_rule,
        "group of 5 or more (usual)": five,
        "5 or more on both sides": five_on_both,
        "totals only": totals,
        "guard": guard,
    }
    scores = {name: Score() for name in rules}
    for _number, sizes in zip(range(POLLS), sizes_in_turn(), strict=False):
        poll = make(sizes, chance)
        for name, rule in rules.items():
            judge(scores[name], poll, rule(poll))
    return scores


def rounds_pooled(chance: random.Random) -> dict[str, Score]:
    """The parallel sessions of a round counted together."""
    scores = {"group of 5 or more (usual)": Score(), "guard": Score()}
    for number in range(POLLS // 4):
        poll = make(ROUNDS[number % 4], chance)
        judge(scores["group of 5 or more (usual)"], poll, five(poll))
        judge(scores["guard"], poll, guard(poll))
    return scores


def rooms_kept_apart(chance: random.Random) -> dict[str, Score]:
    """Each room for one group, over a whole series; people know what their own room said from its wall.

    A group's line less one's own room is then known. Rooms that all said one thing knew so and were told; what one
    learns of others counts here.
    """
    scores = {"guard that forgets the rooms": Score(), "guard": Score()}
    for _number in range(POLLS // 12):
        poll = make(
            [size for sizes in ROUNDS for size in sizes][: chance.choice((3, 6, 12))], chance, is_apart=True
        )
        for name, rooms in (("guard that forgets the rooms", ()), ("guard", poll.rooms)):
            is_shown = disclosure.may_show_groups(poll.sides, poll.votes, k=disclosure.INSIDE, rooms=rooms)
            tables = list(poll.sides.values()) if is_shown else []
            scores[name].polls += 1
            scores[name].tables += bool(tables)
            found = [
                is_certain(
                    closed([side - room for side in tables if room <= side and side != room]),
                    poll.votes,
                    None,
                )
                for room in poll.rooms
            ]
            scores[name].inside += any(found)
    return scores


def shown_again(chance: random.Random) -> dict[str, Score]:
    """A table is shown, late answers come in one by one, and after each it is asked for again."""
    scores = {"guard that forgets what was shown": Score(), "guard": Score()}
    for number in range(POLLS // 4):
        poll = make(ROUNDS[number % 4], chance)
        late = chance.sample(sorted(poll.all), min(8, len(poll.all)))
        for name in scores:
            shown: list[list[People]] = []
            for come in range(len(late) + 1):
                sides = {side: who - set(late[come:]) for side, who in poll.sides.items()}
                before = shown if name == "guard" else []
                if disclosure.may_show_groups(sides, poll.votes, k=disclosure.INSIDE, before=before):
                    shown.append([frozenset(side) for side in sides.values()])
            judge(scores[name], poll, [side for cut in shown for side in cut])
    return scores


def who_reasons_from_a_no(chance: random.Random) -> Score:
    """Somebody outside knows the sizes and the total, sees that the guard said no, and thinks through every split.

    A table that is not shown says something too. This is how often an answer follows from the “no” and the total.
    """
    score = Score()
    for number in range(POLLS // 2):
        poll = make((chance.choice(ROUNDS[number % 4]),), chance)
        sides = poll.sides
        said_no = not disclosure.may_show_groups(sides, poll.votes, k=disclosure.INSIDE)
        if not said_no or min(map(len, sides.values())) < disclosure.INSIDE:
            continue
        score.polls += 1
        total = Counter(vote[0] for vote in poll.votes.values())
        splits = [
            split for split in _splits(total, len(sides["w"])) if not (_mixed(split[0]) and _mixed(split[1]))
        ]
        is_sure = any(all(len(+split[side]) == 1 for split in splits) for side in (0, 1))
        score.outside += is_sure and disclosure.is_mixed(poll.all, poll.votes)
    return score


def _splits(total: Counter[str], size: int) -> list[tuple[Counter[str], Counter[str]]]:
    """Every way in which a side of this size can have said its part of the total."""
    ways: list[Counter[str]] = [Counter()]
    for option, n in total.items():
        ways = [way + Counter({option: k}) for way in ways for k in range(n + 1) if way.total() + k <= size]
    return [(way, total - way) for way in ways if way.total() == size]


def _mixed(counts: Counter[str]) -> bool:
    return max(counts.values(), default=0) <= counts.total() - 2


def main() -> int:
    """Print every figure; 1 when the guard gives an answer away, or a rule that must fail does not."""
    began, chance = time.process_time(), random.Random(20_000)  # noqa: S311  made-up polls, no secret
    print(f"{POLLS:,} made-up polls, rooms of {ROUNDS}; a rule gives an answer away for certain in …")
    parts = {
        "One room at a time": rooms_one_by_one(chance),
        "The sessions of a round together": rounds_pooled(chance),
        "Rooms kept apart, and each knows its own wall": rooms_kept_apart(chance),
        "Shown again after late answers": shown_again(chance),
    }
    is_good = True
    for title, scores in parts.items():
        print(f"\n{title}\n{'':36}{'shows groups':>14}{'outside':>10}{'inside':>10}")
        for name, score in scores.items():
            print(_line(name, score))
            gave_away = score.outside + score.inside
            is_good &= gave_away == 0 if name == "guard" else gave_away > 0
    reasoned = who_reasons_from_a_no(chance)
    print(
        f"\nOf {reasoned.polls} polls refused for what was said in them, "
        f"the refusal itself told an answer in {reasoned.outside}."
    )
    usual, ours = (
        parts["One room at a time"]["group of 5 or more (usual)"],
        parts["One room at a time"]["guard"],
    )
    print(
        f"\nUsual rule / guard: {usual.outside} / {ours.outside} outside, {usual.inside} / {ours.inside} inside."
    )
    print(f"{time.process_time() - began:.0f} s of one core. {'Goal met.' if is_good else 'GOAL MISSED.'}")
    return 0 if is_good else 1


def _line(name: str, score: Score) -> str:
    shares = (100 * n / max(score.polls, 1) for n in (score.tables, score.outside, score.inside))
    return f"{name:36}" + "".join(
        f"{share:>{width}.1f}%" for share, width in zip(shares, (13, 9, 9), strict=True)
    )


if __name__ == "__main__":
    sys.exit(main())
