"""Answers of every shape."""

import json

from tests.grading.submission.corpus.case import case
from tests.script import SCRIPT

GROUP = "Antwoorden die niet zijn zoals ze horen"
TEXT, OTHER, SORT, MARK = "birthday-card", "door-poster", "counter-signs", "window-note"


def with_one(hand_in, name, answer):
    """Half work in the folder ``answers``, with another answer for one exercise; what should count."""
    hand_in.save(hand_in.notebook({}))
    hand_in.keep(hand_in.half)
    hand_in.write(json.dumps(hand_in.record(name, answer)).encode(), f"answers/{name}.json")
    return hand_in.half | {name: answer}


def raw(hand_in, name, data):
    """Half work, with this for one file; that one should not count."""
    with_one(hand_in, name, {})
    hand_in.write(data, f"answers/{name}.json")
    return {other: answer for other, answer in hand_in.half.items() if other != name}


@case(GROUP, "Elk antwoord is van een verkeerd soort: een lijst, een getal, niets")
def verkeerd_soort(hand_in):
    hand_in.save(hand_in.notebook({}))
    for count, name in enumerate(hand_in.half):
        answer = [[1, 2], 3, None, "tekst", True, [], 0.5][count % 7]
        hand_in.write(json.dumps(hand_in.record(name, answer)).encode(), f"answers/{name}.json")
    return {}


@case(GROUP, "In elk antwoord staan velden van het verkeerde soort")
def verkeerde_velden(hand_in):
    answers = {name: {field: [SCRIPT, 3, None] for field in answer} for name, answer in hand_in.half.items()}
    hand_in.save(hand_in.notebook({}))
    hand_in.keep(answers)
    return answers


@case(GROUP, "Kaartjes en vakken die niet bestaan")
def vreemde_kaartjes(hand_in):
    answer = {"placed": {"spook": "fact", "best": "geen-vak", "mill": "fact", "__proto__": "fact"}}
    return with_one(hand_in, SORT, answer)


@case(GROUP, "Een tekst van 100.000 tekens")
def lange_tekst(hand_in):
    return with_one(hand_in, TEXT, {"text": "Beste buur, dit is voor jou. " * 3_500})


@case(GROUP, "Een antwoord van 3 MB in de map answers")
def te_groot_antwoord(hand_in):
    return raw(hand_in, TEXT, json.dumps(hand_in.record(TEXT, {"text": "a" * 3_000_000})).encode())


@case(GROUP, "Een antwoord van 3 MB in het notebook")
def te_grote_kopie(hand_in):
    hand_in.save(hand_in.notebook(hand_in.half | {TEXT: {"text": "a" * 3_000_000}}))
    return {name: answer for name, answer in hand_in.half.items() if name != TEXT}


@case(GROUP, "Een antwoord dat 100.000 niveaus diep is")
def diep_antwoord(hand_in):
    text = json.dumps(hand_in.record(TEXT, {"text": "X"}))
    return raw(hand_in, TEXT, text.replace('"X"', "[" * 100_000 + "]" * 100_000).encode())


@case(GROUP, "Een antwoord van 200.000 kaartjes")
def veel_kaartjes(hand_in):
    return raw(
        hand_in,
        SORT,
        json.dumps(hand_in.record(SORT, {"placed": {f"k{n}": "fact" for n in range(200_000)}})).encode(),
    )


@case(GROUP, "NaN, oneindig en 1e999 als getal")
def geen_getal(hand_in):
    answer = {
        "marks": [
            {"from": float("nan"), "to": float("inf"), "label": "x"},
            {"from": 10.5, "to": -1, "label": 3},
        ]
    }
    counting = with_one(hand_in, MARK, answer)
    path = hand_in.folder / "answers" / f"{MARK}.json"
    path.write_text(path.read_text().replace("10.5", "1e999"))
    return counting


@case(GROUP, "Een geheel getal van 5.000 cijfers in een antwoord in het notebook")
def groot_getal(hand_in):
    answer = {"marks": [{"from": 0, "to": 424242, "label": "x"}]}
    text = json.dumps(hand_in.notebook(hand_in.half | {MARK: answer}))
    hand_in.write(text.replace("424242", "9" * 5_000).encode())
    return hand_in.half | {MARK: answer}


@case(GROUP, "Een veld dat er twee keer in staat: het laatste telt")
def dubbele_velden(hand_in):
    counting = with_one(hand_in, TEXT, {"text": "het laatste"})
    path = hand_in.folder / "answers" / f"{TEXT}.json"
    path.write_text(path.read_text().replace('"answer":', '"answer": {"text": "het eerste"}, "answer":'))
    return counting


@case(GROUP, "Halve tekens, NUL-tekens en stuurtekens in een tekst")
def vreemde_tekens(hand_in):
    return with_one(
        hand_in, TEXT, {"text": "Beste \ud800 buur\x00, dit is \x1b[31m voor \udfff jou.", "\ud800": 1}
    )


@case(GROUP, "Tekst van rechts naar links en tekens zonder breedte")
def rechts_links(hand_in):
    return with_one(
        hand_in, TEXT, {"text": "Beste \u202ebuur\u200b\u2066 dit \ufeffis voor jou, zonder meer.\u202c"}
    )


@case(GROUP, "HTML, scripts, MathJax en Markdown in elk antwoord")
def scripts(hand_in):
    hand_in.save(hand_in.notebook({}))
    hand_in.keep(hand_in.course.hostile())
    return hand_in.course.hostile()


@case(GROUP, "Markdown, een formule en een plaatje van elders in een tekst")
def opmaak(hand_in):
    text = "# Kop\n\n$$\\href{javascript:alert(1)}{x}$$\n\n![x](https://example.org/x.png) [x](javascript:alert(1)) `x`"
    return with_one(hand_in, TEXT, {"text": text})


@case(GROUP, "Het goede nummer, maar van een ander soort oefening")
def ander_soort(hand_in):
    with_one(hand_in, TEXT, {})
    record = hand_in.record(TEXT, {"placed": {"mill": "fact"}}, kind="sort")
    hand_in.write(json.dumps(record).encode(), f"answers/{TEXT}.json")
    return {name: answer for name, answer in hand_in.half.items() if name != TEXT}


@case(GROUP, "Een antwoordbestand dat halverwege afbreekt")
def half_antwoord(hand_in):
    return raw(hand_in, TEXT, json.dumps(hand_in.record(TEXT, {"text": "Beste buur"})).encode()[:-8])


@case(GROUP, "Een antwoordbestand met het antwoord op een andere oefening")
def verwisseld(hand_in):
    return raw(hand_in, TEXT, json.dumps(hand_in.record(OTHER, {"text": "van een ander"})).encode())


@case(GROUP, "Een naam van een oefening die een pad omhoog is")
def pad_omhoog(hand_in):
    notebook = hand_in.notebook()
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    for name in ("../../../../evil", "/tmp/evil", "..", "a/b"):
        record = hand_in.record(TEXT, {"text": "x"}) | {"exercise": name}
        data = {"application/vnd.overtuigen.answer+json": record}
        code[0]["outputs"].append({"output_type": "display_data", "data": data, "metadata": {}})
    hand_in.save(notebook)
    return hand_in.half


@case(GROUP, "In een oude vorm van de opdracht gemaakt: één oefening bestaat niet meer, één is nieuw")
def oude_versie(hand_in):
    old = {name: answer for name, answer in hand_in.half.items() if name != TEXT}
    hand_in.save(hand_in.notebook({}))
    hand_in.keep({**old, "old-question": {"text": "van vorig jaar"}})
    return old
