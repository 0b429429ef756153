"""What became of one person's own words: for the phone that holds the secret, and for whoever holds a letter's link.

Others' words never appear here, only how many voices there were, and small numbers as “a few others”.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core import signing

from alongside.activities.models import Contribution
from alongside.activities.queries import Said, own_words, said
from alongside.kit.db.written import Written
from alongside.kit.errors import NotVisible
from alongside.recommendations.models import Impact, KeyPoint, Recommendation, Response, Telling
from alongside.recommendations.queries.asks import (
    Ask,
    CountedLater,
    asks_of,
    everything,
    news_by_id,
    place_of,
    wording_of,
)

LETTER = "recommendations.told"


@dataclass(frozen=True)
class Story:
    """Some of one's own words, and one recommendation they stand behind (None: nothing has come of them yet)."""

    said: Said
    ask: Ask | None = None
    point: KeyPoint | None = None

    @property
    def tellings(self) -> list[Telling]:
        """What its author was told, in order."""
        place = place_of(self.said.contribution)
        mine = [each for each in self.ask.tellings if self.ask] if self.ask else []
        return [each for each in mine if each.contribution is None or place_of(each.contribution) == place]

    @property
    def telling(self) -> Telling | None:
        """The newest word to the author that is theirs alone; a room's telling has no answer to give."""
        return next((each for each in reversed(self.tellings) if each.contribution_id), None)

    @property
    def heard(self) -> "Heard":
        """The answer and the changes the author was told of; what was not told yet is not shown."""
        return heard_of(self.ask, self.tellings) if self.ask else Heard(None, [])


@dataclass(frozen=True)
class Heard:
    """What somebody was told."""

    answer: Response | None
    impacts: list[Impact]

    @property
    def change(self) -> Impact | None:
        """The newest of it."""
        return self.impacts[-1] if self.impacts else None


@dataclass(frozen=True)
class Linked:
    """What own words are tied to: recommendations, key points, and which key points a recommendation was made from."""

    asks: dict[UUID, list[Ask]]
    points: dict[UUID, list[KeyPoint]]
    made_from: dict[int, set[int]]


def heard_of(ask: Ask, tellings: list[Telling]) -> Heard:
    """The answer and changes that were told by the newest of these tellings."""
    if not tellings:
        return Heard(None, [])
    last = tellings[-1]
    if last.news:
        answer_pk, impact_pk = (int(part) for part in last.news.split("."))
        answer = next((each for each in ask.answers if each.pk == answer_pk), None)
        return Heard(answer, [each for each in ask.impacts if each.pk <= impact_pk])
    answers = [each for each in ask.answers if each.made_at.date() <= last.told_at.date()]
    return Heard(
        answers[-1] if answers else None,
        [each for each in ask.impacts if each.made_on <= last.told_at.date()],
    )


def stories(secret: str) -> list[Story]:
    """Every own contribution with what came of it: those with news first, then those that wait, newest first.

    How many others said it too is counted when it is asked for: a page of many stories does not say it.
    """
    own = [one for one in own_words(secret) if one.text is not None]
    linked = _linked(own)
    found = [story for one in own for story in _stories(one, linked)]
    return sorted(found, key=_rank)


def _stories(one: Said, linked: Linked) -> list[Story]:
    words = one.contribution.pk
    points = linked.points.get(words, [])
    if words not in linked.asks:
        return [Story(one, None, next(iter(points), None))]
    return [
        Story(one, ask, _point(points, linked.made_from[ask.recommendation.pk])) for ask in linked.asks[words]
    ]


def _rank(story: Story) -> int:
    """News first, then what is asked for, then the rest."""
    if story.heard.answer is not None:
        return 0
    return 1 if story.ask else 2 if story.point else 3


def _point(points: Iterable[KeyPoint], made_from: set[int]) -> KeyPoint | None:
    return next((point for point in points if point.pk in made_from), None)


def stories_of(pk: UUID, secret: str) -> list[Story]:
    """What became of one contribution of this phone; NotVisible when it is not this phone's."""
    found = [story for story in stories(secret) if story.said.contribution.pk == pk]
    if not found:
        raise NotVisible
    return found


def get_story(pk: UUID, recommendation_id: int, secret: str) -> tuple[Story, list[Story]]:
    """One contribution and one recommendation with the stories of other recommendations, or NotVisible."""
    found = [(story.ask.recommendation.pk, story) for story in stories(secret) if story.ask]
    for asked, story in found:
        if asked == recommendation_id and story.said.contribution.pk == pk:
            return story, [each for other, each in found if other != recommendation_id]
    raise NotVisible


def _linked(own: list[Said]) -> Linked:
    """For each own contribution: its recommendations and its key points, also those tied to an earlier wording."""
    now = {one.contribution.pk: one.contribution.pk for one in own} | _earlier(own)
    points: dict[UUID, list[KeyPoint]] = defaultdict(list)
    for tie in _TIES(now):
        points[now[tie.contribution_id]].append(tie.keypoint)
    made_from = _made_from(points)
    return Linked(_asks(now, points, made_from), points, made_from)


_TIES: Written[Any] = Written(
    lambda ids: KeyPoint.words.through.objects.filter(contribution__in=ids).select_related("keypoint")
)
_MADE_FROM: Written[tuple[int, int]] = Written(
    lambda points: Recommendation.key_points.through.objects.filter(keypoint__in=points).values_list(
        "recommendation_id", "keypoint_id"
    )
)
_DIRECT: Written[tuple[UUID, int]] = Written(
    lambda ids: Recommendation.words.through.objects.filter(contribution__in=ids).values_list(
        "contribution_id", "recommendation_id"
    )
)


def _made_from(points: dict[UUID, list[KeyPoint]]) -> dict[int, set[int]]:
    """For each recommendation made from these key points: which of them."""
    made_from: dict[int, set[int]] = defaultdict(set)
    for asked, point in _MADE_FROM({point.pk for those in points.values() for point in those}):
        made_from[asked].add(point)
    return made_from


def _earlier(own: Iterable[Said]) -> dict[UUID, UUID]:
    """Earlier wordings of the same words: old id → the id that stands now."""
    standing = {wording_of(one.contribution): one.contribution.pk for one in own}
    rows = _REPLACED({mark for _, mark, _slot in standing})
    return {row.pk: standing[wording_of(row)] for row in rows if wording_of(row) in standing}


_REPLACED: Written[Contribution] = Written(
    lambda marks: (
        Contribution.objects.filter(mark__in=marks, replaced_at__isnull=False)
        .only("activity_id", "mark", "slot")
        .order_by()
    )
)


def _asks(
    now: dict[UUID, UUID], points: dict[UUID, list[KeyPoint]], made_from: dict[int, set[int]]
) -> dict[UUID, list[Ask]]:
    pairs = {(asked, now[words]) for words, asked in _DIRECT(now)}
    pairs |= {
        (asked, words)
        for asked, those in made_from.items()
        for words, mine in points.items()
        if any(point.pk in those for point in mine)
    }
    loaded = news_by_id({asked for asked, _ in pairs})
    asks: dict[UUID, list[Ask]] = defaultdict(list)
    for asked, words in sorted(pairs):
        asks[words].append(CountedLater(loaded[asked]))
    return asks


# ---- The link in a letter ----


def letter_token(telling: Telling) -> str:
    """What stands in the link of a letter: it opens this one story, for whoever got the letter."""
    return signing.dumps(telling.pk, salt=LETTER)


def story_of_letter(token: str) -> Story:
    """The story behind a letter's link, or NotVisible."""
    try:
        pk = signing.loads(token, salt=LETTER)
    except signing.BadSignature:
        raise NotVisible from None
    telling = (
        Telling.objects.select_related("contribution__activity__session__round__series__project")
        .filter(pk=pk)
        .first()
    )
    if telling is None or telling.contribution is None or telling.contribution.withdrawn_at:
        raise NotVisible
    ask = asks_of(everything().filter(pk=telling.recommendation_id), None)[0]
    points = KeyPoint.objects.filter(words=telling.contribution)
    made_from = {point.pk for point in ask.key_points}
    return Story(said([telling.contribution])[0], ask, _point(points, made_from))
