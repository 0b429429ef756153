"""The homecare example against the paper's own numbers and words.

Bayley Z. et al. (2025), Co-production with marginalised workers, Research Involvement and Engagement,
doi 10.1186/s40900-025-00814-z (CC BY): tables 2, 3 and 4.
"""

import pytest

from alongside.reporting.queries import Reported
from alongside.reporting.registry import report_for

ROUNDS = [(30, 19, "10, 6, 3", "–", 63.3), (32, 21, "3, 7, 11", 5, 65.6)]
ROUNDS += [(42, 20, "6, 7, 7", 16, 47.6), (39, 17, "5, 7, 5", 16, 43.6)]

POWER = [
    "Researcher role designated as facilitator",
    "Partners involved in the design and content of workshop series",
    "Sharing of decision-making relating to resource production",
]
PERSPECTIVES = [
    "Facilitators supported with guidance on how to manage group sessions",
    "Accessible workshop design through format and materials used",
    "Facilitators' knowledge and skills in active listening and probing to encourage contributions",
    "Implementing 'Ways of Working' plan to facilitate inclusion",
    "Use of technology (i.e. Microsoft Teams) to enable partners to contribute",
]
KNOWLEDGE = [
    "Facilitators encouraged group discussions",
    "Workshop materials provided in understandable language and style in advance",
    "Direct acknowledgement of expertise and experiences of partners",
    "Recording of session and note-taking to enable use of knowledge shared",
    "Partners received payment for their contribution",
]
RECIPROCITY = [
    "Workshops achieved consensus among partners re: training materials design and content",
    "Partners co-produced a list of recommendations for training",
    "Partners collaboratively decided on importance of training areas",
    "Partners gained knowledge on purpose of research, research methods, and co-production techniques",
]
RELATIONSHIPS = [
    "Accommodation of partners' needs in relation to scheduling of workshops, materials provided, structure of sessions",
    "Creation of inclusive and respectful workshop environment",
    "Regular communication throughout workshop series on impact of involvement and processes of co-production",
    "Invitation to end of research celebration event",
]
TECHNIQUES = {
    "Sharing of power": POWER,
    "Including all perspectives and skills": PERSPECTIVES,
    "Respecting and valuing the knowledge of all": KNOWLEDGE,
    "Reciprocity": RECIPROCITY,
    "Building and maintaining relationships": RELATIONSHIPS,
}
IMPACT = {
    "Round 1": [
        (
            "Training managers is crucial to better support homecare workers, and to potentially provide in-house "
            "end-of-life care training",
            "Separate recommendations for end-of-life care training have been created for managers",
        ),
        (
            "End-of-life care training should be at distinct levels as new homecare workers may be overwhelmed by too "
            "much content on end-of-life care",
            "Adaptation of training recommendations into three levels of 'first weeks', 'first months' and 'advanced' "
            "for homecare staff, including training aimed at managerial level to support workers when learning about "
            "end-of-life care",
        ),
        (
            "Any materials should be easily accessible",
            "We will ensure all end-of-life care training materials are freely accessible online and agencies can "
            "print off resources to give to staff who cannot access online",
        ),
        (
            "Training sessions should be different lengths of time to allow for remote learning and in-person training",
            "Presentation length was reduced, with space for lengthening or merging materials to create longer "
            "sessions by agencies if required to meet specific end-of-life care training needs locally.",
        ),
        (
            "Any materials need to include case studies, scenarios, and problem-based learning",
            "Case studies from our data, input from expert writers knowledgeable of end-of-life care, and fictional "
            "situations have been included in the training",
        ),
        (
            "Material should be permanently available, for refresher training even after completion",
            "Material will be freely available at any time online",
        ),
        (
            "Training should be personalised to suit learners -delivery, content, approach, assessment",
            "Material can be modified by managers to suit their individual learners and context of their own location "
            "and staff",
        ),
        (
            "Consider accreditation of any training content",
            "This is beyond the scope of this project, but it has been included as part of our policy recommendations",
        ),
        (
            "Ensure communication is a key component of any end-of-life care training",
            "Training in communication has been included within the end-of-life care training resources",
        ),
    ],
    "Round 2": [
        (
            "Identified reasons for homecare workers to be included in policy on community-based end-of-life care",
            "Some of the points raised have been integrated into our policy recommendations",
        ),
        (
            "Identification and agreement on critical areas of training needs for homecare workers, based on findings "
            "from research data themes",
            "Used in first draft of training recommendations and considered when creating list of training resource "
            "topics",
        ),
    ],
    "Round 3": [
        (
            "Further identification of important training areas through discussion and activities drawing on themes "
            "from interview data analysis findings",
            "Used to generate list of end-of-life care training resources to be created, and development of the "
            "training recommendations document",
        )
    ],
    "Round 4": [
        (
            "Critiqued draft recommendations with guidance on improvements",
            "Critique used to modify recommendations for training curriculum",
        ),
        (
            "Critiqued draft formats of training resources with guidance on improvements",
            "Resources modified according to workshop suggestions including colour, layout, format. Recommendations "
            "to keep text levels minimal, employing colourful and fun design, include interaction, space for "
            "discussion and reflection, and quotes where possible shared with resource writers. Allowance for "
            "managers to modify where appropriate. Recommendations influenced final designs including hearing the "
            "authentic voice of experts including homecare workers and managers.",
        ),
    ],
}


@pytest.fixture
def table(series):
    """The table of a report of the example."""

    def of(key):
        report = report_for(key)
        return Reported(report, series, report.build(series)).table

    return of


def plain(text):
    """The text with straight quotes and without the spaces that typesetting puts around dashes."""
    text = text.replace("‘", "'").replace("’", "'").replace("–", "-")
    return " ".join(text.replace(" -", "-").replace("- ", "-").split())


def test_table_2_attendance(table):
    found = table("attendance")
    assert [tuple(row.cells[1:]) for row in found.parts[0].rows] == ROUNDS
    assert list(found.total[1:]) == [143, 77, "12 workshops", 37, 53.8]


def test_every_figure_names_its_base(table):
    said = " ".join(table("attendance").bases)
    assert "133 people registered." in said
    assert "143 times somebody said yes to a round." in said
    assert "77 visits by 40 people." in said
    assert "Homecare workers: 31" in said
    assert "managers: 46" in said
    assert "12 workshops: 11 online, 1 face to face." in said
    assert "11 of 40 people answered the survey" in said


def test_over_half_came_more_than_once(table):
    """The paper: over half of partners attended more than one workshop. Its “37 people” are 37 visits."""
    again = next(base for base in table("attendance").bases if "77 visits" in base)
    assert 20 < int(again.split("people. ")[1].split(" ")[0]) <= 37


def test_table_3_techniques(table):
    found = {part.title: [plain(row.cells[0]) for row in part.rows] for part in table("techniques").parts}
    assert found == {title: [plain(text) for text in texts] for title, texts in TECHNIQUES.items()}
    assert sum(map(len, found.values())) == 21


def test_table_4_recommendations_and_impact(table):
    found = {
        part.title: [(plain(row.cells[1]), plain(row.cells[3])) for row in part.rows]
        for part in table("impact").parts
    }
    assert found == {title: [(plain(a), plain(b)) for a, b in rows] for title, rows in IMPACT.items()}
    assert "14 recommendations (Round 1: 9; Round 2: 2; Round 3: 1; Round 4: 2)." in table("impact").bases


def test_accreditation_was_passed_on_not_lost(table):
    answers = {row.cells[1]: row.cells[2] for part in table("impact").parts for row in part.rows}
    assert "policy recommendations" in answers["Consider accreditation of any training content"]
