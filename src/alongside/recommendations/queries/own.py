"""What became of one person's own words: for the phone that holds the secret, and for whoever holds a letter's link.

Others' words never appear here, only how many voices there were, and small numbers as “a few others”.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.core import signing

from alongside.activities.models import Contribution
from alongside.activities.queries import Said, own_words, said
from alongside.kit.errors import NotVisible
from alongside.recommendations.models import Impact, KeyPoint, Recommendation, Response, Telling
from alongside.recommendations.queries.asks import Ask, Place, asks_of, everything, place_of

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
    """Every own contribution with what came of it: those with news first, then those that wait, newest first."""
    own = [one for one in own_words(secret) if one.text is not None]
    asks, points = _linked(own)
    found: list[Story] = []
    for one in own:
        mine = asks.get(one.contribution.pk, [])
        found += [Story(one, ask, _point(points.get(one.contribution.pk, []), ask)) for ask in mine]
        if not mine:
            found.append(Story(one, None, next(iter(points.get(one.contribution.pk, [])), None)))
    return sorted(found, key=lambda story: _rank(story))


def _rank(story: Story) -> int:
    """News first, then what is asked for, then the rest."""
    if story.heard.answer is not None:
        return 0
    return 1 if story.ask else 2 if story.point else 3


def _point(points: list[KeyPoint], ask: Ask) -> KeyPoint | None:
    of_ask = {point.pk for point in ask.key_points}
    return next((point for point in points if point.pk in of_ask), None)


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


def _linked(own: list[Said]) -> tuple[dict[UUID, list[Ask]], dict[UUID, list[KeyPoint]]]:
    """For each own contribution: its recommendations and its key points, also those tied to an earlier wording."""
    now = {one.contribution.pk: one.contribution.pk for one in own} | _earlier(own)
    through = KeyPoint.words.through.objects.filter(contribution_id__in=now)
    pairs = list(through.values_list("contribution_id", "keypoint_id"))
    points = KeyPoint.objects.in_bulk({point for _, point in pairs})
    of_words: dict[UUID, list[KeyPoint]] = defaultdict(list)
    for words, point in pairs:
        of_words[now[words]].append(points[point])
    return _asks(now, of_words), of_words


def _earlier(own: Iterable[Said]) -> dict[UUID, UUID]:
    """Earlier wordings of the same words: old id → the id that stands now."""
    standing: dict[Place, UUID] = {place_of(one.contribution): one.contribution.pk for one in own}
    rows = Contribution.objects.filter(mark__in={mark for _, mark in standing}, replaced_at__isnull=False)
    return {
        row.pk: standing[place_of(row)]
        for row in rows.only("activity_id", "mark")
        if place_of(row) in standing
    }


def _asks(now: dict[UUID, UUID], points: dict[UUID, list[KeyPoint]]) -> dict[UUID, list[Ask]]:
    direct = Recommendation.words.through.objects.filter(contribution_id__in=now)
    pairs = {
        (now[words], asked) for words, asked in direct.values_list("contribution_id", "recommendation_id")
    }
    by_point = {point.pk: words for words, those in points.items() for point in those}
    several: dict[int, set[UUID]] = defaultdict(set)
    for words, those in points.items():
        for point in those:
            several[point.pk].add(words)
    through = Recommendation.key_points.through.objects.filter(keypoint_id__in=by_point)
    for at, asked in through.values_list("keypoint_id", "recommendation_id"):
        pairs |= {(words, asked) for words in several[at]}
    loaded = {
        ask.recommendation.pk: ask
        for ask in asks_of(everything().filter(pk__in={pk for _, pk in pairs}), None)
    }
    asks: dict[UUID, list[Ask]] = defaultdict(list)
    for words, asked in sorted(pairs, key=lambda pair: pair[1]):
        asks[words].append(loaded[asked])
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
    points = list(KeyPoint.objects.filter(words=telling.contribution))
    return Story(said([telling.contribution])[0], ask, _point(points, ask))
