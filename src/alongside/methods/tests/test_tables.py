"""Tables as files: what goes in comes out, and nothing in it runs."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from alongside.methods.tables import STARTS_FORMULA, opened_cell, safe_cell, to_csv

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


def read(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@given(TEXT)
def test_no_cell_begins_a_formula(text):
    assert not str(safe_cell(text)).lstrip(" ").startswith(STARTS_FORMULA)


@given(TEXT | st.text("'= -a"))
def test_a_cell_made_safe_can_be_read_again(text):
    assert opened_cell(str(safe_cell(text))) == text


@given(st.integers())
def test_a_number_stays_a_number(number):
    assert safe_cell(number) == number


@given(st.lists(st.tuples(TEXT, st.integers())))
def test_what_goes_in_comes_out(rows):
    written = read(to_csv(["Words", "Number"], rows))
    assert written == [["Words", "Number"], *([safe_cell(text), str(number)] for text, number in rows)]


def test_an_attack_is_plain_text():
    assert read(to_csv(["a"], [["=HYPERLINK(1)"], ["  @SUM(1)"], [None]])) == [
        ["a"],
        ["'=HYPERLINK(1)"],
        ["'  @SUM(1)"],
        [""],
    ]
