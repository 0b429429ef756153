"""G20, whatever happens in whatever order: what was decided and changed still reaches the words behind it, and back."""

import random

import pytest
from django.utils import timezone

from alongside.activities.actions import take_back
from alongside.activities.models import Contribution
from alongside.activities.queries import own_words
from alongside.kit.access import NOBODY
from alongside.kit.audit import export_lines, head, verify
from alongside.kit.errors import Refused
from alongside.recommendations import actions, queries, thread
from alongside.recommendations.models import Decision, Impact, KeyPoint, Recommendation
from alongside.recommendations.tests.test_thread import make_version

STEPS = 30
OUTCOMES = ("adopted", "adapted", "partly", "passed_on", "declined")


class Walk:
    """Thirty things that people and the team do, drawn by chance. What the rules refuse did not happen."""

    def __init__(self, loop, seed):
        self.loop, self.chance = loop, random.Random(seed)
        self.version = make_version(loop)
        self.tied = {}
        self.verbs = [self.say, self.change, self.take_back, self.point, self.ask, self.back, self.split]
        self.verbs += [self.decide, self.answer, self.impact, self.tell, self.close_the_loop]

    def go(self):
        for step in range(STEPS):
            try:
                (self.say if step < 3 else self.chance.choice(self.verbs))()
            except Refused:
                continue

    def some(self, found):
        rows = list(found)
        return self.chance.sample(rows, self.chance.randint(1, min(3, len(rows)))) if rows else []

    def one(self, found):
        rows = list(found)
        if not rows:
            raise Refused("nothing there yet")
        return self.chance.choice(rows)

    def words(self):
        return Contribution.objects.filter(
            activity__session=self.loop.session, withdrawn_at=None, answer__isnull=False
        ).order_by("created_at", "pk")

    def asks(self):
        return Recommendation.objects.filter(pk__in=self.tied).order_by("pk")

    def points(self):
        return KeyPoint.objects.filter(session=self.loop.session).order_by("pk")

    def say(self):
        self.loop.say(f"Words {self.words().count()}")

    def change(self):
        """Somebody puts it another way: a new contribution in the place of the old one."""
        secret = self.one(self.loop.secrets)
        old = self.one([each.contribution for each in own_words(secret) if each.text])
        Contribution.objects.filter(pk=old.pk).update(replaced_at=timezone.now())
        self.loop.say(f"Put another way: {old.pk}", secret=secret)

    def take_back(self):
        secret = self.one(self.loop.secrets)
        row = self.one([each.contribution for each in own_words(secret) if each.text])
        take_back(contribution=row, by=NOBODY)

    def point(self):
        self.loop.point(f"Point {self.points().count()}", *self.some(self.words()))

    def ask(self):
        points, words = self.some(self.points()), self.some(self.words())
        self.tie(self.loop.ask(f"Thing {self.asks().count()}", *points, words=tuple(words)), points, words)

    def back(self):
        asked, words, points = self.one(self.asks()), self.some(self.words()), self.some(self.points())
        pks = [row.pk for row in words]
        actions.back_with(recommendation=asked, words=pks, key_points=points, by=self.loop.by)
        self.tie(asked, points, words)

    def split(self):
        """Two recommendations of one: the same words stand behind both."""
        asked = self.one(self.asks())
        points = list(asked.key_points.all())
        self.tie(self.loop.ask(f"Part of {asked.pk}", *points), points, [])

    def decide(self):
        asked = self.one(self.asks())
        actions.decide(
            recommendation=asked,
            text="Yes",
            how="consensus",
            decided_on=asked.made_on,
            by=self.loop.by,
        )

    def answer(self):
        outcome = self.chance.choice(OUTCOMES)
        more = {"passed_to": "the awarding body"} if outcome == "passed_on" else {}
        self.loop.answer(self.one(self.asks()), outcome, **more)

    def impact(self):
        self.loop.change(self.one(self.asks()), version=self.version, place="First weeks")

    def tell(self):
        self.loop.tell(self.one(self.asks()))

    def close_the_loop(self):
        for verb in (self.ask, self.decide, self.answer, self.impact, self.tell):
            verb()

    def tie(self, asked, points, words):
        """What we know ourselves to stand behind it, apart from what the product says."""
        through = {row.pk for point in points for row in point.words.all()}
        self.tied.setdefault(asked.pk, set()).update(through | {row.pk for row in words})


def place(row):
    return row.activity_id, bytes(row.mark)


def broken(walk):
    """Decisions and changes that lost words, and words that lost their way to what became of them."""
    by, found = walk.loop.by, []
    ends = [kind.objects.filter(recommendation__in=walk.tied) for kind in (Decision, Impact)]
    for each in [*ends[0], *ends[1]]:
        ask = queries.get_ask(each.recommendation_id, by)
        tied = {place(row) for row in Contribution.objects.filter(pk__in=walk.tied[each.recommendation_id])}
        if tied != {place(row) for row in ask.rows}:
            found.append((each, "forwards"))
        back = [queries.follow(row.pk, by) for row in ask.standing]
        if any(each.recommendation_id not in [one.recommendation.pk for one in way.asks] for way in back):
            found.append((each, "back"))
        if isinstance(each, Impact) and each.recommendation_id not in [
            one.recommendation.pk for one in queries.asks_behind(walk.version, by)
        ]:
            found.append((each, "from the version"))
        assert len(thread.of_recommendation(ask).stops) > 1
    return found


@pytest.mark.parametrize("seed", range(6))
def test_thirty_actions_in_any_order_cut_no_thread(loop, seed):
    walk = Walk(loop, seed)
    walk.go()
    assert broken(walk) == []
    for secret in loop.secrets:
        told = queries.stories(secret)
        for one in [each for each in own_words(secret) if each.text]:
            mine = [story for story in told if story.said.contribution.pk == one.contribution.pk]
            assert asks_tied_to(walk, one) <= {story.ask.recommendation.pk for story in mine if story.ask}
    assert verify.check(export_lines(), [head()]).problems == []


def asks_tied_to(walk, one):
    rows = Contribution.objects.in_bulk([pk for pks in walk.tied.values() for pk in pks])
    own = place(one.contribution)
    return {asked for asked, pks in walk.tied.items() if own in {place(rows[pk]) for pk in pks}}


def test_a_link_cut_by_hand_after_the_walk_is_found(loop):
    """The walk does something, and what looks for broken threads can see one."""
    walk = Walk(loop, 1)
    walk.go()
    made = Impact.objects.filter(recommendation__in=walk.tied).first()
    asked = made.recommendation
    asked.words.clear()
    asked.key_points.clear()
    assert broken(walk)
