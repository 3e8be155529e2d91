"""``course report`` on a class that nbgrader graded, and on what is not there."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from html import unescape
from pathlib import Path
from statistics import fmean, median

import pytest
from bs4 import BeautifulSoup
from nbgrader.api import Gradebook

from course.assignment import Assignment
from course.i18n import Message, translator
from course.report.facts import Facts, read_assignment
from course.report.measures import alpha, item_rest
from course.report.page import render, write
from course.report.scores import ClassScores
from course.report.sections.reliability import meaning
from course.report.wording import coefficient, mean_points, percent
from tests.fixture import NAME, POINTS
from tests.report.conftest import facts_in, run
from tests.report.group import AWAY, HOSTILE_ID, MARKED, SIZE, Group, group

T = translator("nl")


@pytest.fixture(scope="module")
def facts(course: Group) -> Facts:
    return facts_in(course)


def page(folder: Path, anonymous: bool = False) -> str:
    return (folder / f"{NAME}{'-anoniem' if anonymous else ''}.html").read_text("utf-8")


def text_of(html: str) -> str:
    """What stands on the page, scripts and styles aside."""
    bare = re.sub(r"<(script|style)\b.*?</\1>", " ", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", bare)).split())


def plots(html: str) -> dict:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert found
    return json.loads(found[1])["plots"]


def first(facts: Facts, people: int) -> Facts:
    """The same class with only its first hand-ins."""
    scores = facts.scores
    kept = scores.participants[:people]
    answers = replace(facts.answers, of={name: given[:people] for name, given in facts.answers.of.items()})
    return replace(facts, scores=ClassScores(scores.assignment, scores.cells, kept, ()), answers=answers)


def test_both_pages_are_written_and_nothing_else(folder: Path) -> None:
    assert sorted(path.name for path in folder.iterdir()) == [f"{NAME}-anoniem.html", f"{NAME}.html"]


def test_scores_are_those_of_the_gradebook(course: Group, folder: Path) -> None:
    totals = []
    with course.gradebook() as book:
        for submission in book.find_assignment(NAME).submissions:
            if not submission.needs_manual_grade:
                totals.append(submission.score)
    assert len(totals) == MARKED
    told = text_of(page(folder))
    assert f"Van de {SIZE + 1} deelnemers in het cijferboek leverden er {SIZE} in." in told
    assert f"Bij {SIZE - MARKED} van de {SIZE} deelnemers is nog niet alles nagekeken." in told
    assert f"Gemiddeld: {mean_points(fmean(totals), T)} van de {POINTS} punten" in told
    assert f"(mediaan) is {mean_points(median(totals), T)}" in told
    assert told.count("nog na te kijken") >= SIZE - MARKED
    assert "Nog niets ingeleverd: Nooit Gezien." in told


def test_exercises_are_measured_from_the_gradebook(course: Group, folder: Path) -> None:
    """The numbers on the page, computed again from nbgrader's own objects."""
    points: dict[str, list[float]] = {}
    worth: dict[str, float] = {}
    with course.gradebook() as book:
        for cell in book.find_notebook(NAME, NAME).grade_cells:
            name = cell.name.rpartition("-")[0]
            worth[name] = worth.get(name, 0) + cell.max_score
        for submission in book.find_assignment(NAME).submissions:
            if submission.needs_manual_grade:
                continue
            row = dict.fromkeys(worth, 0.0)
            for grade in submission.notebooks[0].grades:
                name = grade.name.rpartition("-")[0]
                row[name] += grade.score
            for name, score in row.items():
                points.setdefault(name, []).append(score)
    told = text_of(page(folder))
    totals = [sum(row) for row in zip(*points.values(), strict=True)]
    for name, scores in points.items():
        assert percent(fmean(scores) / worth[name], T) in told
        found = item_rest(scores, totals)
        assert found is not None
        assert coefficient(found.value, T) in told
    whole = alpha(list(zip(*points.values(), strict=True)))
    assert whole is not None
    assert f"Cronbachs alfa is {coefficient(whole, T)}" in told
    assert meaning(whole, T) in told


def test_confusion_is_counted_from_the_stored_answers(course: Group, folder: Path) -> None:
    taken, total = 0, 0
    key = course.assignment().checks["counter-signs"].key
    facts = [card for card, place in key.items() if place == "fact" or place[0] == "fact"]
    for who in course.root.glob(f"autograded/*/{NAME}/answers/counter-signs.json"):
        placed = json.loads(who.read_text("utf-8"))["answer"]["placed"]
        taken += sum(placed.get(card) == "opinion" for card in facts)
        total += sum(not (placed.get(card) == "promise" and "promise" in key[card]) for card in facts)
    assert taken
    told = text_of(page(folder))
    assert f"“Feit” werd het vaakst aangezien voor “Mening”: {taken} van de {total} keer." in told


def test_every_figure_has_a_finding_a_source_and_its_numbers(folder: Path) -> None:
    html = page(folder)
    found = plots(html)
    assert set(found) == {"figure-scores", "figure-difficulty", "figure-discrimination", "figure-open"}
    assert html.count("<figcaption><h3>") == html.count('role="img" aria-label="') == len(found)
    assert html.count('<p class="source">Bron:') >= len(found)
    assert html.count("De getallen in een tabel") == len(found)
    for plot in found.values():
        shown = [axis for name, axis in plot["layout"].items() if name.startswith("xaxis")]
        assert all(axis["title"]["text"] for axis in shown)


def test_the_page_needs_nothing_else(folder: Path) -> None:
    for anonymous in (False, True):
        html = page(folder, anonymous)
        assert html.startswith("<!doctype html>")
        assert html.count("plotly.js v") == 1
        shell = re.sub(r"<script>.*?</script>", "", html, flags=re.DOTALL)
        assert not re.search(r"(src|href)=\"(?!#)", shell)
        assert "http" not in re.sub(r"http-equiv", "", shell)


def test_what_people_wrote_is_text_or_not_there(folder: Path) -> None:
    html = page(folder)
    shell = re.sub(r"<script>.*?</script>", "", html, flags=re.DOTALL)
    tags = BeautifulSoup(shell, "html.parser").find_all(True)
    assert tags
    assert not any(tag.name == "img" or "onerror" in tag.attrs for tag in tags)
    assert "<script>alert" not in shell
    assert "&lt;script&gt;alert(&#39;gijs&#39;)" in shell
    hover = json.dumps(plots(html)["figure-scores"])
    assert "&lt;script&gt;" in hover
    assert "<script>" not in hover


def test_the_anonymous_page_names_nobody(course: Group, folder: Path) -> None:
    html = page(folder, anonymous=True)
    own = re.sub(r"<script>.*?</script>", "", html, flags=re.DOTALL)
    with course.gradebook() as book:
        for student in book.students:
            assert student.id == AWAY or student.id not in unescape(own)
            assert student.last_name not in unescape(own)
            assert student.first_name not in own
    assert "gijs" not in own.casefold(), "no words of participants"
    assert HOSTILE_ID not in unescape(own)
    with course.gradebook() as book:
        totals = {f"{round(one.score, 2):g}" for one in book.find_assignment(NAME).submissions}
    shown = plots(html)["figure-scores"]["data"][0]
    assert all(isinstance(people, int) for people in shown["y"])
    assert sum(shown["y"]) == MARKED
    assert not any(total.replace(".", ",") in text_of(html).split() for total in totals if "." in total)


def test_a_small_class_is_not_shown_anonymously(facts: Facts) -> None:
    few = replace(first(facts, 4), anonymous=True)
    html = render(few)
    told = text_of(html)
    assert "Er zijn minder dan 5 inleveringen." in told
    assert "plotly.js v" not in html
    assert "Gemiddeld" not in told
    assert "%" not in told
    assert not re.search(r"\d,\d", told)


def test_a_small_class_by_name_says_that_it_means_little(facts: Facts) -> None:
    told = text_of(render(first(facts, 7)))
    assert "Met 7 inleveringen zeggen deze getallen weinig" in told
    assert "Met 7 inleveringen is alfa een ruwe schatting" in told
    assert "onderscheidt goed" not in told


@pytest.mark.parametrize("people", [1, 2, 3])
@pytest.mark.parametrize("anonymous", [False, True])
def test_hardly_anybody_is_no_error(facts: Facts, people: int, anonymous: bool) -> None:
    assert "In het kort" in render(replace(first(facts, people), anonymous=anonymous))


def test_nothing_marked_is_told(facts: Facts) -> None:
    none = [
        replace(one, scores={name: replace(score, waits=True) for name, score in one.scores.items()})
        for one in facts.scores.participants
    ]
    scores = ClassScores(NAME, facts.scores.cells, none, ())
    told = text_of(render(replace(facts, scores=scores)))
    assert f"Bij {SIZE} van de {SIZE} deelnemers is nog niet alles nagekeken." in told
    assert "Gemiddeld:" not in told


def test_everybody_equal_is_no_error(facts: Facts) -> None:
    one = facts.scores.participants[5]
    same = [replace(one, id=f"p{n}") for n in range(12)]
    told = text_of(render(replace(facts, scores=ClassScores(NAME, facts.scores.cells, same, ()))))
    assert "Iedereen heeft hetzelfde totaal." in told
    assert "Niet te berekenen, want iedereen had evenveel punten" in told


def test_a_text_that_only_a_person_marks_is_one_item(facts: Facts) -> None:
    names = [cell.name for cell in facts.scores.cells]
    assert "door-poster-open" in names
    assert "door-poster-check" not in names, "it is worth nothing"
    assert list(facts.basis.exercises) == list(facts.assignment.exercises)


def test_scores_are_told_without_answers(facts: Facts) -> None:
    why = Message("The notebook {file} of the assignment cannot be read.", file="x.ipynb")
    empty = Assignment({"title": NAME, "language": "nl"}, (), ())
    without = replace(facts, assignment=empty, no_answers=why, answers=replace(facts.answers, of={}))
    told = text_of(render(without))
    assert told.count(T(why)) == 2
    assert "Cronbachs alfa is" in told
    assert "Hoe moeilijk?" in told


@pytest.mark.parametrize(
    ("source", "why"),
    [
        (None, "staat er niet"),
        ("{", "is niet te lezen"),
        (
            '{"nbformat": 4, "nbformat_minor": 5, "metadata": {"course": {"language": "xx"}}, "cells": []}',
            "lezen",
        ),
        ('{"nbformat": 4, "nbformat_minor": 5, "metadata": {"course": []}, "cells": []}', "is niet te lezen"),
        (
            """{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"cell_type": "code", "id": "a",
            "source": "print(1)", "metadata": {}, "outputs": [], "execution_count": null}]}""",
            "bevat andere code",
        ),
    ],
)
def test_a_source_that_cannot_be_read_says_why(tmp_path: Path, source: str | None, why: str) -> None:
    path = tmp_path / "x.ipynb"
    if source is not None:
        path.write_text(source, "utf-8")
    found, problem = read_assignment(path, "x", "nl")
    assert problem
    assert why in T(problem)
    assert (found.title, found.exercises) == ("x", {})


def test_hand_ins_that_are_not_graded_are_told(course: Group, facts: Facts) -> None:
    late = course.root / "submitted" / "later" / NAME
    late.mkdir(parents=True)
    try:
        found = facts_in(course)
    finally:
        shutil.rmtree(late.parent)
    assert (facts.not_graded, found.not_graded) == (0, 1)
    told, shown = (text_of(render(replace(found, anonymous=anonymous))) for anonymous in (False, True))
    assert "Er ligt nog 1 inlevering die niet is nagekeken" in told
    assert "‘course grade’" not in shown
    few = first(found, 5)
    assert "Alles is nagekeken" not in text_of(render(few))


def test_of_few_hand_ins_nothing_is_concluded_about_reliability(facts: Facts) -> None:
    few, many = (text_of(render(first(facts, people))) for people in (6, MARKED))
    assert "Trek er geen conclusie uit." in few
    assert "standaardmeetfout" not in few
    assert "standaardmeetfout" in many


def test_what_was_equally_hard_is_counted(facts: Facts) -> None:
    alike = {name: [0.25, 0.75] for name in facts.shares}
    found = replace(facts)
    found.__dict__["shares"] = {**alike, list(alike)[-1]: [1.0, 1.0]}
    told = text_of(render(found))
    assert re.search(rf"en {len(alike) - 2} andere opdrachten waren het moeilijkst: gemiddeld 50%", told)


def test_an_english_course_gets_an_english_report(tmp_path: Path) -> None:
    english = group(tmp_path / "course", "en", size=6, marked=6)
    found = run(english.root, NAME, "--output", str(tmp_path / "out"))
    assert found.exit_code == 0, found.output
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        f"{NAME}-anonymous.html",
        f"{NAME}.html",
    ]
    html = (tmp_path / "out" / f"{NAME}.html").read_text("utf-8")
    assert '<html lang="en">' in html
    told = text_of(html)
    assert f"of the {POINTS} points" in told
    assert "Of 7 participants in the gradebook 6 handed in. Everything is marked." in told
    assert re.search(r"Cronbach's alpha is −?\d\.\d\d", told)
    assert not re.search(r"\b(van|het|een|opdracht|punten)\b", told.replace("van Straat", ""))
    assert json.dumps(plots(html)).count('"separators": ".,"') == 4


# What is not there --------------------------------------------------------------------------------------


def refused(root: Path, output: Path, *arguments: str) -> str:
    """What the command says when it refuses: one sentence or two, exit code 2, and nothing written."""
    found = run(root, "--output", str(output), *arguments)
    assert found.exit_code == 2, found.output
    assert not output.exists()
    assert "Traceback" not in found.output
    assert found.output.count("\n") == 1
    return found.output


def test_a_folder_that_is_no_course(tmp_path: Path) -> None:
    assert "staat geen nbgrader_config.py" in refused(tmp_path, tmp_path / "out")


def test_a_course_without_a_gradebook(course: Group, tmp_path: Path) -> None:
    shutil.copy(course.root / "nbgrader_config.py", tmp_path)
    assert "Er is nog geen cijferboek" in refused(tmp_path, tmp_path / "out")
    assert not (tmp_path / "gradebook.db").exists(), "asking made one"


def test_an_unknown_assignment_suggests_names(course: Group, tmp_path: Path) -> None:
    assert f"Bedoel je {NAME}?" in refused(course.root, tmp_path / "out", "01-proe")
    assert f"Bedoel je {NAME}?" in refused(course.root, tmp_path / "out", "zzz")


def test_nobody_handed_in(course: Group, tmp_path: Path) -> None:
    shutil.copy(course.root / "nbgrader_config.py", tmp_path)
    with Gradebook(f"sqlite:///{tmp_path}/gradebook.db", "overtuigen") as book:
        book.add_assignment("leeg")
    assert "nog niets ingeleverd en nagekeken" in refused(tmp_path, tmp_path / "out", "leeg")
    assert "voor geen enkele opdracht" in refused(tmp_path, tmp_path / "out")


def test_a_database_that_cannot_be_reached(tmp_path: Path) -> None:
    config = "c = get_config()\nc.CourseDirectory.db_url = 'postgresql+psycopg://an:geheim@127.0.0.1:1/x'\n"
    (tmp_path / "nbgrader_config.py").write_text(config, "utf-8")
    told = refused(tmp_path, tmp_path / "out")
    assert "is niet te openen" in told
    assert "geheim" not in told


def test_a_broken_configuration(tmp_path: Path) -> None:
    (tmp_path / "nbgrader_config.py").write_text("c = get_config(\n", "utf-8")
    assert "nbgrader_config.py kan niet worden gelezen" in refused(tmp_path, tmp_path / "out")


def test_one_wrong_name_and_nothing_is_written(course: Group, tmp_path: Path) -> None:
    assert "staat niet in het cijferboek" in refused(course.root, tmp_path / "out", NAME, "zzz")


def test_without_a_name_every_assignment_with_hand_ins(course: Group, tmp_path: Path) -> None:
    found = run(course.root, "-o", str(tmp_path / "out"))
    assert found.exit_code == 0
    assert len(found.output.splitlines()) == 2


def test_an_old_page_is_replaced_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("oud", "utf-8")
    old = (tmp_path / "a.html").open(encoding="utf-8")
    write({"a.html": "nieuw"}, tmp_path)
    with old:
        assert old.read() == "oud", "who reads the old page keeps it"
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]
    assert (tmp_path / "a.html").read_text("utf-8") == "nieuw"
