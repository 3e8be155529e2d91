"""The right work in the wrong place, and work of somebody else."""

import json
import shutil

import nbformat

from course.authoring import notebook_from
from tests.fixture import FOLDER, NAME
from tests.grading.submission.corpus.case import case

GROUP = "Iets anders dan het notebook, of van een ander"


@case(GROUP, "Geen notebook, wel een map answers")
def alleen_antwoorden(hand_in):
    hand_in.keep(hand_in.half)
    return hand_in.half


@case(GROUP, f"Het notebook heet ‘{NAME} (1).ipynb’")
def andere_naam(hand_in):
    hand_in.save(hand_in.notebook(), f"{NAME} (1).ipynb")
    return hand_in.half


@case(GROUP, "Het notebook heet ‘opdracht anna.ipynb.txt’")
def naam_met_txt(hand_in):
    hand_in.save(hand_in.notebook(), "opdracht anna.ipynb.txt")
    return hand_in.half


@case(GROUP, "Het notebook zit in een map in de map, zoals na uitpakken")
def map_in_map(hand_in):
    hand_in.save(hand_in.notebook(), f"{NAME}/{NAME}.ipynb")
    return hand_in.half


@case(GROUP, "Het notebook met de goede naam, en nog twee andere")
def meer_notebooks(hand_in):
    hand_in.save(hand_in.notebook())
    hand_in.save(hand_in.notebook({}), "probeersel.ipynb")
    hand_in.write(b"{", "stuk.ipynb")
    return hand_in.half


@case(GROUP, "Twee notebooks, geen van beide met de goede naam")
def twee_notebooks(hand_in):
    hand_in.save(hand_in.notebook(), "versie 1.ipynb")
    hand_in.save(hand_in.notebook(), "versie 2.ipynb")
    return None


@case(GROUP, "Een lege map")
def lege_map(hand_in):
    assert not list(hand_in.folder.iterdir())
    return None


@case(GROUP, "Een map met alleen een Word-bestand")
def word_bestand(hand_in):
    hand_in.write(b"PK\x03\x04 word", "opdracht.docx")
    return None


@case(GROUP, "De les in plaats van de opdracht (het bestand heet net zo)")
def de_les(hand_in):
    lesson = notebook_from(FOLDER / "modules" / "nl" / f"{NAME}.md")
    code = next(cell for cell in lesson.cells if cell.cell_type == "code" and "Choose(" in cell.source)
    record = hand_in.record(code.id, {"chosen": ["x"]}, kind="choose")
    data = {"application/vnd.overtuigen.answer+json": record}
    code["outputs"] = [nbformat.v4.new_output("display_data", data)]
    hand_in.save(lesson)
    return None


@case(GROUP, "Het notebook van een andere opdracht, met de naam van deze")
def andere_opdracht(hand_in):
    notebook = hand_in.notebook({})
    for cell in notebook["cells"]:
        about = cell["metadata"].get("nbgrader", {})
        if about.get("grade_id", "setup") not in ("setup", "overview"):  # these are in every assignment
            about["grade_id"] = f"x-{about['grade_id']}"
            cell["source"] = f"# {cell['source']}"
    hand_in.save(notebook)
    return None


@case(GROUP, "Alleen antwoorden van een andere opdracht")
def andere_antwoorden(hand_in):
    hand_in.keep({"x-first": {"text": "hier"}, "x-second": {"text": "daar"}})
    return None


@case(GROUP, "Het eerste van twee gelijke: dit werk is van deze deelnemer", "van-een-ander-1")
def van_een_ander(hand_in):
    hand_in.save(hand_in.notebook())
    return hand_in.half


@case(GROUP, "De antwoorden van een andere deelnemer, tot op de microseconde", "van-een-ander-2")
def van_een_ander_gekopieerd(hand_in):
    original = hand_in.course.put("van-een-ander-1") / f"{NAME}.ipynb"
    shutil.copy(original, hand_in.folder)
    return hand_in.half


@case(GROUP, "Eén antwoord van een andere deelnemer tussen eigen werk", "van-een-ander-3")
def een_van_een_ander(hand_in):
    hand_in.save(hand_in.notebook({}))
    hand_in.keep(hand_in.half)
    name = "birthday-card"
    notebook = json.loads((hand_in.course.put("van-een-ander-1") / f"{NAME}.ipynb").read_text())
    theirs = next(cell["outputs"][0]["data"] for cell in notebook["cells"] if cell["id"] == name)
    hand_in.write(
        json.dumps(theirs["application/vnd.overtuigen.answer+json"]).encode(), f"answers/{name}.json"
    )
    return hand_in.half
