"""What is special about the walk-through: questions stand with their finding, and a word asked for twice is one."""

from alongside.activities.kinds.evidence_walk_through.forms import EvidenceWalkThroughSetup
from alongside.activities.kinds.evidence_walk_through.kind import as_text, lines, table
from alongside.activities.kinds.evidence_walk_through.tally import EvidenceWalkThroughTally

SETUP = {
    "findings": ["Seen early / Workers see it first. / Interviews", "No training / Most had none."],
    "words": ["Finding / What a study learned."],
    "stage": 1,
}
READ = {"m1": "rings", "q1": "Which signs?", "m2": "", "q2": "", "words": ["Titration"], "stage": 0}


def told(*answers, **setup):
    tally = EvidenceWalkThroughTally({**SETUP, **setup})
    for number, answer in enumerate(answers):
        tally.add(str(number), answer)
    return tally.result()


def test_questions_stand_with_their_finding():
    result = told(READ, {**READ, "m1": "not_me", "q1": "", "q2": "Whose job?", "words": []})
    first, second = result["rows"]
    assert (first["rings"], first["not_me"], [one["text"] for one in first["questions"]]) == (
        1,
        1,
        ["Which signs?"],
    )
    assert [one["text"] for one in second["questions"]] == ["Whose job?"]
    assert first["source"] == "Interviews"


def test_a_word_asked_for_by_two_is_one_line_that_stands_on_both():
    result = told(READ, {**READ, "words": ["titration"]})
    assert [(word["text"], word["n"]) for word in result["words"]] == [("Titration", 2)]
    word = lines(result)[-1]
    assert (word.heading, word.text, word.sources) == ("word", "Titration", ["0", "1"])


def test_the_list_of_the_room_shows_answers_and_words_explained():
    item = {"key": "w", "heading": "word", "text": "Titration: a little more each time", "of": [], "from": []}
    result = told(READ, list=[item])
    assert result["list"][1]["items"] == [{"key": "w", "text": item["text"]}]
    assert any(item["text"] in row for row in table(result, SETUP).rows)


def test_findings_need_a_title_and_a_sentence_and_words_may_be_missing():
    form = EvidenceWalkThroughSetup({"findings": "Seen early / Workers see it first.", "words": ""})
    assert form.is_valid()
    assert form.cleaned_data["words"] == []
    assert not EvidenceWalkThroughSetup({"findings": "Seen early", "words": ""}).is_valid()


def test_words_name_the_finding():
    assert as_text(READ, SETUP) == "“Seen early”: rings true. I ask: Which signs? Please explain: Titration."
