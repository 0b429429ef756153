"""What is special about the closing reflection: what is for the team only never reaches the room."""

from alongside.activities.kinds.closing_reflection.kind import KIND
from alongside.activities.kinds.closing_reflection.tally import ClosingReflectionTally


def test_words_for_the_team_only_are_counted_and_not_shown():
    tally = ClosingReflectionTally({})
    tally.add("1", {"helped": "Tea", "share": "room"})
    tally.add("2", {"hindered": "SECRET", "share": "team"})
    result = tally.result()
    assert "SECRET" not in str(result)
    assert result["people"] == 2
    assert "1 of them told only the team" in str(KIND.table(result, {}).base)
    assert "for the team only" in KIND.as_text({"hindered": "SECRET", "share": "team"}, {})
