"""The loop, for every test of recommendations."""

import pytest

from alongside.recommendations.tests.loop import Loop


@pytest.fixture
def loop(world) -> Loop:
    """The workers' room of project A with its facilitator."""
    return Loop(world.a)
