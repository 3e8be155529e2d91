"""Notebooks that were changed, stripped, cut off, or saved as something else."""

import json
from itertools import pairwise

from course.answers import MIME_TYPE
from tests.grading.course import mangled
from tests.grading.submission.corpus.case import case
from tests.script import SCRIPT

CHANGED = "Het notebook is veranderd"
BROKEN = "Het notebook is stuk of van een andere vorm"


def code(notebook):
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


@case(CHANGED, "Niets aan de hand: een ingevuld notebook")
def gewoon(hand_in):
    hand_in.save(hand_in.notebook())
    return hand_in.half


@case(CHANGED, "Uitgedeeld notebook, niets ingevuld")
def niets_ingevuld(hand_in):
    hand_in.save(hand_in.notebook({}))
    return {}


@case(CHANGED, "Alle cellen zonder antwoord zijn weggehaald")
def cellen_weg(hand_in):
    notebook = hand_in.notebook()
    notebook["cells"] = [cell for cell in notebook["cells"] if cell["id"] in hand_in.half]
    hand_in.save(notebook)
    return hand_in.half


@case(CHANGED, "De cellen van twee oefeningen zijn weggehaald, met hun antwoord")
def antwoorden_weg(hand_in):
    notebook = hand_in.notebook()
    gone = list(hand_in.half)[:2]
    notebook["cells"] = [cell for cell in notebook["cells"] if cell["id"] not in gone]
    hand_in.save(notebook)
    return {name: answer for name, answer in hand_in.half.items() if name not in gone}


@case(CHANGED, "Alle cellen staan er drie keer in")
def cellen_dubbel(hand_in):
    notebook = hand_in.notebook()
    notebook["cells"] *= 3
    hand_in.save(notebook)
    return hand_in.half


@case(CHANGED, "De cellen staan in omgekeerde volgorde")
def cellen_omgekeerd(hand_in):
    notebook = hand_in.notebook()
    notebook["cells"].reverse()
    hand_in.save(notebook)
    return hand_in.half


@case(CHANGED, "Codecellen zijn tekstcellen geworden en andersom")
def soort_gewisseld(hand_in):
    notebook = hand_in.notebook()
    for cell in notebook["cells"]:
        cell["cell_type"] = "markdown" if cell["cell_type"] == "code" else "code"
    hand_in.save(notebook)
    return hand_in.half


@case(CHANGED, "Cellen zijn twee aan twee samengevoegd")
def cellen_samengevoegd(hand_in):
    notebook = hand_in.notebook()
    for first, second in pairwise(code(notebook)):
        first["source"] += "\n" + second["source"]
    hand_in.save(notebook)
    return hand_in.half


@case(CHANGED, "Cellen weg, dubbel, verplaatst en herschreven, met eigen code erin en met opgehoogde punten")
def alles_door_elkaar(hand_in):
    notebook = mangled(hand_in.course.carrying({}), hand_in.trap("cel"))
    notebook.cells += hand_in.course.released().cells
    hand_in.save(notebook)
    hand_in.keep(hand_in.half)
    return hand_in.half


@case(CHANGED, "Alleen de gegevens van nbgrader zijn uit de cellen")
def zonder_nbgrader(hand_in):
    notebook = hand_in.notebook()
    for cell in notebook["cells"]:
        cell["metadata"].pop("nbgrader", None)
    hand_in.save(notebook)
    return hand_in.half


@case(CHANGED, "Alle metadata is uit het notebook en de cellen")
def zonder_metadata(hand_in):
    notebook = hand_in.notebook()
    notebook["metadata"] = {}
    for cell in notebook["cells"]:
        cell["metadata"] = {}
    hand_in.save(notebook)
    return hand_in.half


@case(CHANGED, "De uitvoer is gewist en er is geen map answers")
def uitvoer_gewist(hand_in):
    notebook = hand_in.notebook()
    for cell in code(notebook):
        cell["outputs"] = []
    hand_in.save(notebook)
    return {}


@case(CHANGED, "Een eigen notebook met alleen tekst en een script")
def eigen_tekst(hand_in):
    notebook = hand_in.notebook({})
    notebook["cells"] = [
        {"cell_type": "markdown", "metadata": {}, "id": "x", "source": f"Mijn plan {SCRIPT}"}
    ]
    hand_in.save(notebook)
    return {}


@case(CHANGED, "Cellen met getallen, lijsten en niets als inhoud")
def vreemde_cellen(hand_in):
    notebook = hand_in.notebook()
    notebook["metadata"] = [1, 2]
    for count, cell in enumerate(code(notebook)):
        cell["source"] = [3, None, {"x": ["y"]}, ["regel\n", 4, "regel"]][count % 4]
        cell["metadata"] = [None, [], "x", {"nbgrader": [1]}][count % 4]
    notebook["cells"] += [
        None,
        3,
        "cel",
        [],
        {},
        {"cell_type": ["code"]},
        {"cell_type": "dream", "outputs": {}},
    ]
    hand_in.save(notebook)
    return hand_in.half


@case(BROKEN, "Opgeslagen als nbformat 3")
def nbformat_3(hand_in):
    notebook = hand_in.notebook()
    for cell in code(notebook):
        cell["input"] = cell.pop("source")
        cell["outputs"] = [one["data"] | {"output_type": "display_data"} for one in cell["outputs"]]
    sheet = {"cells": notebook.pop("cells")}
    hand_in.save(notebook | {"nbformat": 3, "nbformat_minor": 0, "worksheets": [sheet]})
    return hand_in.half


@case(BROKEN, "Opgeslagen als nbformat 4.9")
def nbformat_4_9(hand_in):
    hand_in.save(hand_in.notebook() | {"nbformat_minor": 9})
    return hand_in.half


@case(BROKEN, "Opgeslagen als nbformat 5.0, dat nog niet bestaat")
def nbformat_5(hand_in):
    hand_in.save(hand_in.notebook() | {"nbformat": 5, "nbformat_minor": 0, "new": {"x": 1}})
    return hand_in.half


@case(BROKEN, "Zonder nummer van het formaat en zonder metadata")
def zonder_formaat(hand_in):
    hand_in.save({"cells": hand_in.notebook()["cells"]})
    return hand_in.half


@case(BROKEN, "Halverwege afgebroken; vier antwoorden staan er nog heel in")
def half_bestand(hand_in):
    text = json.dumps(hand_in.notebook())
    name = list(hand_in.half)[4]
    hand_in.write(text[: text.index(f'"exercise": "{name}"') + 40].encode())
    return dict(list(hand_in.half.items())[:4])


@case(BROKEN, "De laatste tien tekens ontbreken")
def eind_kwijt(hand_in):
    hand_in.write(json.dumps(hand_in.notebook()).encode()[:-10])
    return hand_in.half


@case(BROKEN, "Na 300 tekens afgebroken, met een map answers erbij")
def begin_met_map(hand_in):
    hand_in.write(json.dumps(hand_in.notebook()).encode()[:300])
    hand_in.keep(hand_in.half)
    return hand_in.half


@case(BROKEN, "Na 300 tekens afgebroken")
def alleen_begin(hand_in):
    hand_in.write(json.dumps(hand_in.notebook()).encode()[:300])
    return None


@case(BROKEN, "Met een onopgelost samenvoegconflict van git erin")
def git_conflict(hand_in):
    text = json.dumps(hand_in.notebook(), indent=1)
    hand_in.write(text.replace("{", "{\n<<<<<<< HEAD", 1).encode())
    return hand_in.half


@case(BROKEN, "Een leeg bestand")
def leeg_bestand(hand_in):
    hand_in.write(b"")
    return None


@case(BROKEN, "Een leeg notebook zonder cellen")
def leeg_notebook(hand_in):
    hand_in.save({"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
    return None


@case(BROKEN, "UTF-8 met een merkteken (BOM) vooraan")
def met_bom(hand_in):
    hand_in.save(hand_in.notebook(), encoding="utf-8-sig")
    return hand_in.half


@case(BROKEN, "Opgeslagen als UTF-16")
def utf_16(hand_in):
    hand_in.save(hand_in.notebook(), encoding="utf-16")
    return hand_in.half


@case(BROKEN, "Opgeslagen in de oude Windows-codering, met é en ‘’")
def windows(hand_in):
    answers = hand_in.half | {
        "birthday-card": {"text": "Eén cliënt van de coöperatie krijgt ‘zomaar’ een tip."}
    }
    data = json.dumps(hand_in.notebook(answers), ensure_ascii=False)
    hand_in.write(data.encode("cp1252", "replace"))
    return answers


@case(BROKEN, "Een foto met de naam van het notebook")
def foto(hand_in):
    hand_in.write(b"\x89PNG\r\n\x1a\n\xff\xfe\x00" * 5_000)
    return None


@case(BROKEN, "Een zipbestand met de naam van het notebook")
def zip_als_notebook(hand_in):
    hand_in.write(b"PK\x03\x04" + bytes(range(256)) * 40)
    return None


@case(BROKEN, "JSON die 100.000 niveaus diep is")
def te_diep(hand_in):
    hand_in.write(b"[" * 100_000 + b"]" * 100_000)
    return None


@case(BROKEN, "Een cel die 100.000 niveaus diep is, naast hele antwoorden")
def diepe_cel(hand_in):
    text = json.dumps(hand_in.notebook())
    deep = '{"cell_type": "raw", "source": ' + "[" * 100_000 + "]" * 100_000 + "}, "
    hand_in.write(text.replace('"cells": [', '"cells": [' + deep, 1).encode())
    return hand_in.half


@case(BROKEN, "Een notebook van 100 MB, met een film erin")
def honderd_mb(hand_in):
    notebook = hand_in.notebook()
    notebook["cells"].append({"cell_type": "raw", "metadata": {}, "source": "film" * 25_000_000})
    hand_in.save(notebook)
    return hand_in.half


@case(BROKEN, "Een notebook van 20 MB met miljoenen lege lijsten")
def miljoenen_lijsten(hand_in):
    text = json.dumps(hand_in.notebook())
    lists = '{"cell_type": "raw", "source": [' + "[]," * 6_000_000 + "0]}, "
    hand_in.write(text.replace('"cells": [', '"cells": [' + lists, 1).encode())


@case(BROKEN, "Een kapot notebook met duizenden antwoorden van een halve megabyte")
def kapot_met_antwoorden(hand_in):
    text = json.dumps(hand_in.notebook())
    record = {"exercise": "a0", "kind": "x", "saved": "", "answer": {"a": [[]] * 120_000}}
    copies = f'"{MIME_TYPE}": {json.dumps(record, separators=(",", ":"))}, ' * 100
    hand_in.write((text[:-20] + copies).encode())
    return hand_in.half


@case(BROKEN, "Een notebook met een miljoen lege cellen")
def miljoen_cellen(hand_in):
    text = json.dumps(hand_in.notebook())
    hand_in.write(text.replace('"cells": [', '"cells": [' + "{}, " * 1_000_000, 1).encode())
    return hand_in.half
