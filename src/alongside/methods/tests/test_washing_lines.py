"""Words keep their line and place, and never touch."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.methods.washing_lines import LEVELS, Lines, width_of

UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # on a busy machine
TEXTS = st.text(alphabet="abcdefghilmnopqrstuvwx ABC", min_size=1, max_size=30)
ROUNDED = 1.1  # places are whole hundredths


def places(lines):
    return {key: (word.line, word.at) for key, word in lines.words.items()}


def touching(lines):
    """Words of a line that are nearer than they should be, or over its edge."""
    for line in range(lines.level.lines):
        row = lines.on_line(line)
        for one, other in zip(row, row[1:], strict=False):
            apart = other.at - one.at - (one.width(lines.level) + other.width(lines.level)) / 2
            if apart < lines.level.gap - 2 * ROUNDED:
                yield one.text, other.text
        for word in row:
            half = word.width(lines.level) / 2
            if half <= 50 and not -ROUNDED <= word.at - half <= word.at + half <= 100 + ROUNDED:
                yield word.text, "the edge"


def test_one_word_hangs_alone_near_the_middle():
    lines = Lines()
    assert lines.hang("a", "safe")
    assert lines.level == LEVELS[0]
    assert lines.words["a"].line == 1
    assert 40 <= lines.words["a"].at <= 60


@UNHURRIED
@given(st.lists(TEXTS, max_size=40))
def test_no_word_moves_when_another_arrives_unless_lines_change(texts):
    lines, before, level = Lines(), {}, 0
    for number, text in enumerate(texts):
        lines.hang(str(number), text)
        now = places(lines)
        if lines.at_level == level:
            assert {key: now[key] for key in before} == before
        before, level = now, lines.at_level
        assert not list(touching(lines))


@UNHURRIED
@given(st.lists(st.tuples(st.booleans(), TEXTS, st.integers(0, 100)), max_size=60))
def test_words_that_grow_never_touch_and_keep_their_line(steps):
    lines = Lines()
    for number, (is_new, text, which) in enumerate(steps):
        before, level = places(lines), lines.at_level
        if is_new or not lines.words:
            lines.hang(str(number), text)
        else:
            key = list(lines.words)[which % len(lines.words)]
            lines.resize(key, min(5, lines.words[key].size + 1))
        now = places(lines)
        if lines.at_level == level:
            assert all(now[key][0] == line for key, (line, _at) in before.items() if key in now)
        assert not list(touching(lines))


def test_a_word_that_grows_stays_where_it_is():
    lines = Lines()
    for key in "abcdef":
        lines.hang(key, f"word {key}")
    before = places(lines)
    for size in (2, 3):
        lines.resize("b", size)
    assert places(lines)["b"] == before["b"]


def test_a_word_taken_down_leaves_its_room_to_the_next():
    lines = Lines()
    for key in "abcdef":
        lines.hang(key, f"word {key}")
    place = places(lines)["c"]
    before = {key: where for key, where in places(lines).items() if key != "c"}
    lines.take_down("c")
    assert places(lines) == before
    lines.hang("g", "word g")
    assert places(lines)["g"] == place


def test_a_full_wall_lets_words_wait_and_change_places():
    lines = Lines(most=20)
    for number in range(25):
        lines.hang(str(number), f"word {number}")
    assert len(places(lines)) == 20
    assert "24" not in lines.words
    assert lines.change_places("24", "word 24", 2, ["19"]) == "19"
    assert "24" in lines.words
    assert "19" not in lines.words


def test_scripts_are_measured_as_they_are_drawn():
    assert width_of("中文") > 2 * width_of("ab") * 0.8
    assert width_of("e\u0301") == width_of("e")
    assert width_of("مرحبا") > 2
    assert width_of("\u200fabc") == width_of("abc")
