"""A believable critique of a booklet about the last days of life: 30 comments, and the team's answers to a few."""

from alongside.activities.api import Sample

_SAID = (
    "1 k voice Kind words from the first line. Leave them.",
    "1 c length Two pages of welcome are too much. Half a page.",
    "1 c format The photo shows a hospital. We work at home.",
    "2 k content The list of signs is what I needed in my first week.",
    "2 c access Say “breathing that stops and starts”, not a Greek word.",
    "2 c format Small pictures beside each sign, please.",
    "2 c content Say what is normal, so that we do not panic.",
    "2 k length Short lines. I can read it in the car.",
    "2 c access My eyes are not good. Larger letters.",
    "3 c content Put the night number on this page, large.",
    "3 k content Good that it says who decides.",
    "3 c format A card to tear out would be in my bag every day.",
    "3 c content Office first, or nurse first? It says both.",
    "3 c voice It sounds as if we always ring too late.",
    "3 k format The three colours are easy to follow.",
    "4 c voice This talks about us. Talk with us.",
    "4 k voice The quote of the worker made me cry. Keep it.",
    "4 c content Say that it is fine to go to the funeral.",
    "4 c content Who pays for the ten minutes after a death?",
    "4 c length Only one page about ourselves. We need two.",
    "4 k content “It is work, and it is grief.” Yes.",
    "5 c access Put it in Polish and Yoruba too.",
    "5 c format Space to write our own office’s number.",
    "5 k length One page at the end is right.",
    "5 c content The link did not work on my phone.",
    "0 c access Can somebody read it out as a film?",
    "0 k format The yellow is cheerful. It does not look like a leaflet about death.",
    "0 c length Twenty pages is the most I would read.",
    "0 c voice Fewer “should”. More “you can”.",
    "0 k content It is the first one that was made with us.",
)


def _comment(line: str) -> dict[str, str]:
    part, stance, about, text = line.split(" ", 3)
    return {"part": part, "stance": {"k": "keep", "c": "change"}[stance], "type": about, "comment": text}


def _answered(line: int, decision: str, answer: str, changed_in: str = "") -> dict[str, object]:
    notes = {"decision": decision, "answer": answer, **({"changed_in": changed_in} if changed_in else {})}
    text = f"{'Keep' if ' k ' in _SAID[line] else 'Change'} it: {_SAID[line].split(' ', 3)[3]}"
    return {"key": f"c{line}", "text": text, "heading": "", "of": [str(line)], "from": [], "notes": notes}


SAMPLE = Sample(
    question="What should we keep, and what should we change, in this booklet?",
    hint="You cannot hurt our feelings. It is only a draft.",
    setup={
        "version": "draft 2",
        "parts": [
            "Welcome: Thank you for caring for people at home. This booklet is for you. Carry it and write in it.",
            "Signs of dying: In the last days people often sleep more and eat less. Hands and feet may feel cold.",
            "Who to ring: By day ring your office. At night ring the nurse. If you are not sure, ring.",
            "Looking after yourself: It is work, and it is grief. Both are true.",
            "Where to find more",
        ],
    },
    answers=[_comment(line) for line in _SAID],
    listed=[
        _answered(2, "changed", "A worker at a kitchen table now.", "draft 3"),
        _answered(4, "changed", "All Greek words are gone.", "draft 3"),
        _answered(9, "changed", "It fills half the page.", "draft 3"),
        _answered(18, "cannot", "Only employers can. We passed it on to them."),
        _answered(27, "partly", "It has 24 pages now, with more pictures.", "draft 3"),
    ],
)
