"""The transition table, walked at random; and the reasons that are given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.kit.errors import Refused
from alongside.recommendations import rules
from alongside.recommendations.models import Outcome
from alongside.recommendations.rules import MOVES, State, Verb
from alongside.workshops.rules import may_close_round


@given(st.booleans(), st.sampled_from(["", *Outcome.values]), st.sampled_from([None, True, False]))
def test_every_state_has_a_row_and_words(is_decided, outcome, is_change):
    state = rules.state_for(is_decided=is_decided, outcome=outcome, is_change=is_change)
    assert state in MOVES
    for verb in Verb:
        place = "declined" if state == State.DECLINED else "open"
        assert verb in MOVES[state] or str(rules._NO_MOVE[place, verb])


@given(st.lists(st.sampled_from([*Verb, *Outcome]), max_size=30))
def test_a_walk_never_tells_or_changes_before_it_answers(steps):
    """Whatever is tried in whatever order: no change and no telling without an answer, none of change after a no."""
    is_decided, outcome, is_change, told = False, "", None, 0
    for step in steps:
        verb = Verb.RESPOND if step in Outcome.values else step
        state = rules.state_for(is_decided=is_decided, outcome=outcome, is_change=is_change)
        if verb not in MOVES[state]:
            continue
        if step in Outcome.values:
            outcome = str(step)
        elif verb == Verb.DECIDE:
            is_decided = True
        elif verb == Verb.IMPACT:
            assert outcome
            assert outcome != Outcome.DECLINED
            is_change = True
        elif verb == Verb.TELL:
            told += 1
            assert outcome
    assert not told or outcome


def test_answering_comes_before_changing_and_telling(loop):
    asked = loop.ask("Three steps", loop.point("Not all at once", loop.say("Too much at once")))
    for act in (loop.change, loop.tell):
        with pytest.raises(Refused, match="Answer it first"):
            act(asked)


def test_after_a_no_nothing_can_change_until_the_answer_does(loop):
    asked = loop.ask("A certificate", loop.point("Make it count", loop.say("Nothing shows for it")))
    loop.answer(asked, "declined")
    with pytest.raises(Refused, match="The answer was no"):
        loop.change(asked)
    loop.answer(asked, "adapted")
    loop.change(asked)
    assert loop.get(asked).state == State.CHANGED
    assert len(loop.get(asked).answers) == 2, "the first answer is kept"


def test_passing_on_names_somebody_and_every_answer_its_reason(loop):
    asked = loop.ask("A certificate", loop.point("Make it count"))
    with pytest.raises(Refused, match="to whom"):
        loop.answer(asked, "passed_on")
    from alongside.recommendations import actions

    with pytest.raises(Refused, match="why"):
        actions.respond(recommendation=asked, outcome="adopted", reason="  ", by=loop.by)


def test_a_round_stays_open_and_says_for_which_recommendation(loop):
    round = loop.session.round
    asked = loop.ask("A certificate", loop.point("Make it count", loop.say("Nothing shows for it")))
    owed = [verdict.because for verdict in rules.what_keeps_open(round)]
    assert owed == ["“A certificate” has no answer yet."]
    assert "“A certificate” has no answer yet." in may_close_round(round, loop.by).because
    loop.answer(asked, "passed_on", passed_to="the awarding body")
    assert "nobody was told" in rules.what_keeps_open(round)[0].because
    loop.tell(asked)
    assert rules.what_keeps_open(round) == []


def test_others_may_not(loop, world):
    from alongside.kit.access import NOBODY, Viewer
    from alongside.projects.rules import roles_of

    point = loop.point("Make it count")
    for role in ("analyst", "payments", "auditor"):
        account = world.a.accounts[role]
        assert not rules.may_raise(loop.session.round, Viewer(account_id=account, roles=roles_of(account)))
    assert not rules.may_read_back(point, NOBODY)
