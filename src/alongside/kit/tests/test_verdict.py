"""A verdict is a bool with a reason."""

import pytest

from alongside.kit.errors import Refused
from alongside.kit.verdict import YES, no


def test_a_no_stops_the_work_with_its_own_sentence():
    verdict = no("The round is still open.")
    assert not verdict
    with pytest.raises(Refused) as refused:
        verdict.require()
    assert refused.value.because == "The round is still open."


def test_a_yes_lets_the_work_go_on():
    assert YES
    YES.require()
