"""Which kinds a quick check looks at closely."""

from alongside.activities.registry import all_kinds
from alongside.activities.tests import looked_at
from alongside.activities.tests.looked_at import changed_kinds, standing_for_the_rest, traits_of


def test_a_few_kinds_stand_for_all():
    kinds = all_kinds()
    chosen = standing_for_the_rest(kinds)
    assert len(chosen) <= 4
    assert set().union(*(traits_of(kind) for kind in kinds if kind.key in chosen)) == set().union(
        *map(traits_of, kinds)
    )


def test_kinds_at_work_are_known_by_their_files(monkeypatch):
    said = {
        "diff": "src/alongside/activities/kinds/poll/forms.py\ndocs/words.md\n",
        "status": "?? src/alongside/activities/kinds/one_word/kind.py\n M src/alongside/activities/api.py\n",
    }
    monkeypatch.setattr(looked_at, "_git", lambda verb, *_rest: said[verb])
    assert changed_kinds() == {"poll", "one_word"}


def test_without_git_nothing_is_known_to_have_changed(monkeypatch, tmp_path):
    monkeypatch.setattr(looked_at, "HERE", tmp_path)
    assert changed_kinds() == set()
