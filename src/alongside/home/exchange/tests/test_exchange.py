"""Files in, the same files out; nothing half done; every mistake with its file and line."""

from pathlib import Path

import pytest

from alongside.home.exchange import ImportRefused, export_files, import_files
from alongside.kit.access import NOBODY
from alongside.kit.audit.models import Entry
from alongside.projects.models import Partner, Project
from alongside.workshops.models import Series

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
EXAMPLES = Path(__file__).resolve().parents[5] / "examples"


def folder(name: str) -> dict[str, bytes]:
    """The data files of an example."""
    return {path.name: path.read_bytes() for path in (EXAMPLES / name).iterdir() if path.name != "README.md"}


def refused(files: dict[str, bytes]) -> list[str]:
    """The problems of files that must be refused, as sentences; nothing may be kept."""
    with pytest.raises(ImportRefused) as found:
        import_files(files, by=NOBODY)
    assert not Project.objects.exists()
    return [str(problem) for problem in found.value.problems]


def changed(files: dict[str, bytes], file: str, old: str, new: str) -> dict[str, bytes]:
    """The files with one change that must be there to make."""
    assert old.encode() in files[file]
    return {**files, file: files[file].replace(old.encode(), new.encode(), 1)}


@pytest.mark.parametrize("name", ["homecare", "try-it"])
def test_what_comes_in_goes_out_byte_for_byte(name):
    files = folder(name)
    import_files(files, by=NOBODY)
    assert export_files(Series.objects.get(key=name)) == files


def test_the_same_files_again_change_nothing():
    files = folder("homecare")
    assert import_files(files, by=NOBODY).is_news
    entries, partners = Entry.objects.count(), set(Partner.objects.values_list("pk", "pseudonym"))
    again = import_files(files, by=NOBODY)
    assert not again.is_news
    assert Entry.objects.count() == entries
    assert set(Partner.objects.values_list("pk", "pseudonym")) == partners


def test_a_changed_line_changes_one_row():
    files = folder("homecare")
    import_files(files, by=NOBODY)
    report = import_files(changed(files, "rounds.csv", "1,Ideas,", "1,First ideas,"), by=NOBODY)
    assert report.changed["rounds.csv"] == 1
    assert sum(report.changed.values()) == 1
    assert sum(report.new.values()) == 0


def test_two_examples_live_side_by_side():
    for name in ("homecare", "try-it"):
        import_files(folder(name), by=NOBODY)
    assert export_files(Series.objects.get(key="homecare")) == folder("homecare")


def test_a_rehearsal_keeps_nothing():
    report = import_files(folder("homecare"), by=NOBODY, is_rehearsal=True)
    assert report.new["partners.csv"] == 133
    assert not Project.objects.exists()


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            "partners.csv",
            "W02,workers",
            "W02,wrokers",
            "partners.csv, line 3: group “wrokers” is not in groups.csv.",
        ),
        ("partners.csv", "W02,", "W01,", "partners.csv, line 3: The same code as on line 2."),
        ("partners.csv", "code,group", "name,group", "There is no column “name” here."),
        (
            "rounds.csv",
            "2024-04-26",
            "26/04/2024",
            "rounds.csv, line 2: closed_on: “26/04/2024” is not a day.",
        ),
        ("sessions.csv", ",online,", ",telepathy,", "mode: “telepathy” is not one of: online, room, mixed."),
        ("sessions.csv", "2024-03-12 18:30", "half six", "starts: “half six” is not a day with a time."),
        (
            "attendances.csv",
            "1,1,W01",
            "1,9,W01",
            "attendances.csv, line 2: round + session “1 9” is not in sessions.csv.",
        ),
        ("agenda.csv", "word_cloud", "mind_reading", "“mind_reading” is not a kind of activity here."),
        ("agenda.csv", "options=Signs of dying;", "optoins=Signs of dying;", "is no set-up"),
        ("evaluation.csv", ",40,11,", ",40,41,", "answered: 41 is more than the 40 who were asked."),
        ("responses.csv", "the policy recommendations", "", "passed_to: say to whom it was passed on."),
        (
            "contributions.csv",
            "c01,1,1,3,",
            "c01,1,1,1,",
            "step 1 of this session has no activity in agenda.csv.",
        ),
        ("series.md", "key: homecare\n", "", "Say the “key”."),
        ("ways-of-working.md", "Made on 2024-03-01", "Made on some day", "Say when it was made"),
        ("techniques.csv", "1,power,", '1,"power,', "The quotation marks do not match."),
        (
            "topics.csv",
            "1,First steps",
            "one,First steps",
            "topics.csv, line 2: number: “one” is not a whole number.",
        ),
    ],
)
def test_each_mistake_is_said_with_file_and_line_and_nothing_is_kept(file, old, new, said):
    problems = refused(changed(folder("homecare"), file, old, new))
    assert any(said in problem for problem in problems), problems


def test_all_mistakes_are_told_at_once():
    files = changed(folder("homecare"), "rounds.csv", "2024-04-26", "soon")
    files = changed(files, "partners.csv", "W02,workers", "W02,nobody")
    files["holiday.csv"] = b"a,b\n"
    problems = refused(files)
    assert [problem.split(",")[0].split(":")[0] for problem in problems] == [
        "holiday.csv",
        "rounds.csv",
        "partners.csv",
    ]


def test_a_missing_file_is_named():
    files = folder("homecare")
    del files["rounds.csv"]
    assert any(problem.startswith("rounds.csv: This file is missing.") for problem in refused(files))


def test_files_of_older_spreadsheets_are_understood():
    files = folder("try-it")
    plain = files["agenda.csv"].decode()
    files["agenda.csv"] = plain.replace("Who sees it another way?", "What’s missing – who?").encode("cp1252")
    files["rounds.csv"] = b"\xef\xbb\xbf" + files["rounds.csv"].replace(b"\n", b"\r\n")
    import_files(files, by=NOBODY)
    assert (
        "What’s missing – who?"
        in Series.objects.get().rounds.get().sessions.get().agenda.get(position=3).asks
    )


def test_an_account_needs_a_role_in_the_project_it_changes(world):
    from alongside.kit.access import Viewer
    from alongside.kit.errors import Refused

    import_files(folder("try-it"), by=NOBODY)
    stranger = Viewer(account_id=1, roles={})
    with pytest.raises(Refused):
        import_files(folder("try-it"), by=stranger)
