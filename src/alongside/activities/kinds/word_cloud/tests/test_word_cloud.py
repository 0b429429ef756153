"""Words are folded by case and space alone, count people, and do not jump."""

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from alongside import activities
from alongside.activities.kinds.word_cloud.kind import KIND
from alongside.activities.kinds.word_cloud.tally import ROOM, WordCloudTally, fold, key_of
from alongside.methods.washing_lines import LEVELS

WORDS = st.lists(
    st.sampled_from(["safe", "Safe", "SAFE ", "proud", "a  b", "A b", "é", ""]), min_size=1, max_size=3
)


def answer(*words):
    return {f"w{number}": word for number, word in enumerate(words, 1)}


def places(result):
    """Where each word hangs: its line and its middle."""
    return {word["key"]: (line, word["at"]) for line, words in enumerate(result["lines"]) for word in words}


def test_similar_words_are_one_and_a_person_counts_once():
    tally = WordCloudTally({})
    tally.add("a", answer("Listened to", "listened  to", "proud"))
    tally.add("b", answer("LISTENED TO"))
    tally.add("c", answer("listening"))
    found = {word["text"]: word["n"] for word in tally.result()["words"]}
    assert found == {"Listened to": 2, "proud": 1, "listening": 1}
    assert tally.result()["people"] == 3


def test_the_way_most_people_write_it():
    tally = WordCloudTally({})
    for key, way in enumerate(["PROUD", "proud", "proud"]):
        tally.add(str(key), answer(way))
    assert tally.result()["words"][0]["text"] == "proud"


@given(st.lists(WORDS, max_size=40))
def test_no_word_jumps_when_another_arrives(said):
    """A word keeps its line, whatever comes later, and its place too until lines change or a neighbour grows."""
    tally, before, crowd = WordCloudTally({}), {}, 1
    for key, words in enumerate(said):
        tally.add(str(key), answer(*words))
        result = tally.result()
        now = places(result)
        if result["crowd"] == crowd:
            assert all(now[word][0] == line for word, (line, _at) in before.items())
            assert all(abs(now[word][1] - at) <= 6 for word, (_line, at) in before.items())
        before, crowd = now, result["crowd"]


@given(st.lists(WORDS, max_size=20), st.data())
def test_taking_back_leaves_what_the_others_said(said, data):
    tally = WordCloudTally({})
    for key, words in enumerate(said):
        tally.add(str(key), answer(*words))
    gone = data.draw(st.sets(st.integers(0, max(len(said) - 1, 0)))) if said else set()
    for key in gone:
        tally.remove(str(key), answer(*said[key]))
    people: dict[str, set[int]] = {}
    for key, words in enumerate(said):
        for word in words:
            if key not in gone and fold(word):
                people.setdefault(fold(word), set()).add(key)
    assert {word["key"]: word["n"] for word in tally.result()["words"]} == {
        key_of(word): len(keys) for word, keys in people.items()
    }


def test_a_full_wall_lets_words_of_several_people_in():
    tally = WordCloudTally({})
    for number in range(ROOM + 5):
        tally.add(str(number), answer(f"w{number}"))
    late = key_of(f"w{ROOM + 4}")
    assert tally.result()["waiting"] == 5
    assert late not in places(tally.result())
    tally.add("again", answer(f"w{ROOM + 4}"))
    assert late in places(tally.result())
    assert tally.result()["waiting"] == 5
    assert sum(map(len, tally.result()["lines"])) == ROOM


def test_long_words_do_not_push_others_off_the_screen():
    tally = WordCloudTally({})
    for number in range(ROOM):
        tally.add(str(number), answer(f"{number} words that are rather long"))
    result = tally.result()
    assert result["crowd"] == len(LEVELS)
    assert all(len(line) <= 3 for line in result["lines"])
    assert result["waiting"] == ROOM - sum(map(len, result["lines"]))
    assert result["waiting"] > 30


def test_a_hidden_word_leaves_a_gap_and_nothing_closes_up():
    words = [f"word {number}" for number in range(12)]
    plain, hiding = WordCloudTally({}), WordCloudTally({"hidden": [key_of("word 3")]})
    for number, word in enumerate(words):
        plain.add(str(number), answer(word))
        hiding.add(str(number), answer(word))
    before = places(plain.result())
    del before[key_of("word 3")]
    assert places(hiding.result()) == before


def test_ten_thousand_waiting_words_cost_no_more_than_a_hundred():
    tally = WordCloudTally({})
    for number in range(10_000):
        tally.add(str(number), answer(f"w{number}"))
    assert len(tally.lines.words) == ROOM


def test_the_letters_of_the_screen_are_those_that_were_reckoned_with():
    """The style sheet draws what `methods.washing_lines` measures."""
    css = (Path(activities.__file__).parent / "static/activities/wall.css").read_text(encoding="utf-8")
    for number, level in enumerate(LEVELS, 1):
        drawn = re.search(rf'\.cloud\[data-crowd="{number}"\] {{([^}}]*)}}', css)[1]
        assert f"--letters: {level.letters:g}rem" in drawn
        assert f"--step: {level.step:g}rem" in drawn


def test_hidden_words_are_nowhere():
    tally = WordCloudTally({"hidden": [key_of("rude")]})
    tally.add("a", answer("Rude", "safe"))
    result = tally.result()
    assert [word["text"] for word in result["words"]] == ["safe"]
    assert key_of("rude") not in places(result)
    assert result["off"] == 1


def test_size_is_how_many_people():
    tally = WordCloudTally({})
    for key in range(100):
        tally.add(str(key), answer("often", "rare" if key == 0 else ""))
    sizes = {word["text"]: word["size"] for line in tally.result()["lines"] for word in line}
    assert sizes == {"often": 5, "rare": 1}


def test_words_that_people_put_together_count_as_one():
    said = [{"w1": "listened"}, {"w1": "Listened to"}, {"w1": "heard"}, {"w1": "tea"}]
    plain = WordCloudTally({})
    for number, answer in enumerate(said):
        plain.add(str(number), answer)
    together = [line.key for line in KIND.lines(plain.result()) if line.text != "tea"]
    tally = WordCloudTally(
        {"list": [{"key": "k", "text": "Listened to", "heading": "", "of": together, "from": []}]}
    )
    for number, answer in enumerate(said):
        tally.add(str(number), answer)
    assert [(word["text"], word["n"]) for word in tally.result()["words"]] == [("Listened to", 3), ("tea", 1)]
    assert len(KIND.lines(tally.result())) == 4
    for number, answer in enumerate(said):
        tally.remove(str(number), answer)
    assert tally.result()["words"] == tally.result()["said"] == []
