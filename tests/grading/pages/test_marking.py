import pytest
from nbformat import v4
from nbgrader.server_extensions.formgrader.formgrader import FormgradeExtension
from traitlets.config import Config

from course.authoring.text import nbgrader
from course.grading import configure
from course.grading.pages.marking import (
    MATH,
    NOTHING,
    arranged,
    in_dutch,
    rubric_and_answer,
    without_mathjax,
)
from course.grading.pages.marks import Mark, Marks
from course.grading.pages.questions import questions_in, verdicts
from course.grading.pages.readable import STUB
from course.result import Item, Result
from course.view.static import inert


def check(name, *statuses):
    result = Result(0.5, 2, [Item(str(n), "kaart", status) for n, status in enumerate(statuses)])
    data = {"text/plain": repr(result), "text/html": result._repr_html_()}
    output = v4.new_output("execute_result", data)
    return v4.new_code_cell("#", outputs=[output], metadata={"nbgrader": nbgrader(name, points=2)})


def by_hand(name, source="Rubriek\n\n<dl><dd>Mijn zaak</dd></dl>"):
    return v4.new_markdown_cell(source, metadata={"nbgrader": nbgrader(name, points=3, by_hand=True)})


def class_page():
    return v4.new_notebook(
        cells=[
            v4.new_markdown_cell("**Let op: een oude versie.**"),
            v4.new_markdown_cell("# Opdracht\n\nUitleg"),
            v4.new_markdown_cell("## Vragen\n\n### Een\n\nSorteer"),
            check("one-check", "right", "wrong", "wrong"),
            v4.new_markdown_cell("### Twee\n\nSchrijf"),
            check("two-check", "right"),
            by_hand("two-open"),
        ]
    )


MARKS = Marks(
    {
        "one-check": Mark(1, 2, waits=False),
        "two-check": Mark(2, 2, waits=False),
        "two-open": Mark(0, 3, waits=True),
    }
)


def test_a_notebook_is_split_at_its_last_headings():
    assert [question.title for question in questions_in(class_page())] == ["", "Opdracht", "Een", "Twee"]


def test_remarks_come_first_then_what_a_person_marks_then_the_rest():
    cells = arranged(questions_in(class_page()), MARKS)
    assert [cell.metadata.get("nbgrader", {}).get("grade_id", cell.source[:8]) for cell in cells] == [
        "**Let op",
        "two-open",
        "two-check",
        "**Twee**",
        "**Vragen",
        "one-check",
        "**Opdrac",
    ]


def test_whatever_is_opened_on_the_page_is_closed_again():
    told = [cell.metadata.marking for cell in arranged(questions_in(class_page()), MARKS)]
    assert sum(len(one["before"]) for one in told) == sum(len(one["after"]) for one in told)


def test_a_fold_says_what_is_in_it():
    titles = [
        part["title"]
        for cell in arranged(questions_in(class_page()), MARKS)
        for part in cell.metadata.marking["before"]
    ]
    assert "Een · automatisch 1 van 2 · 1 klopt, 2 klopt niet" in titles
    assert "Automatisch 2 van 2 · 1 klopt" in titles


@pytest.mark.parametrize(("statuses", "is_open"), [(["right"], False), (["right", "wrong"], True)])
def test_what_is_not_all_right_beside_an_open_answer_is_in_sight(statuses, is_open):
    page = v4.new_notebook(
        cells=[v4.new_markdown_cell("### Twee"), check("two-check", *statuses), by_hand("two-open")]
    )
    folds = [
        part
        for cell in arranged(questions_in(page), MARKS)
        for part in cell.metadata.marking["before"]
        if part["title"].startswith("Automatisch")
    ]
    assert [fold["open"] for fold in folds] == [is_open]


def test_a_label_that_looks_like_a_verdict_is_not_counted():
    assert verdicts(check("x", "right"))["right"] == 1
    cell = check("x", "wrong")
    cell.outputs[0].data["text/html"] = Result(0, 1, [Item("a", "<li>✓ ja", "wrong")])._repr_html_()
    assert dict(verdicts(cell)) == {"wrong": 1}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Rubriek\n\n- punt\n\n<dl><dd>a</dd></dl>", ("Rubriek\n\n- punt", "<dl><dd>a</dd></dl>")),
        (f"Rubriek\n\n{STUB}", ("Rubriek", NOTHING)),
        ("Rubriek\n\n" + inert("een\n\ntwee"), ("Rubriek", "<dl><dd>een<br><br>twee</dd></dl>")),
    ],
)
def test_the_answer_is_taken_from_under_its_rubric(source, expected):
    assert rubric_and_answer(source) == expected


def test_the_words_of_a_participant_are_not_translated():
    said = inert("full-credit\">Full credit< / 3.0 Student's answer</span>")
    assert in_dutch(f"<p>{said}</p>", by_hand("x")) == f"<p>{said}</p>"


@pytest.mark.parametrize(
    ("text", "has_math"),
    [("$x^2$", True), ("\\(x\\)", True), ("49 euro, of $5", False), ("$5 en $ 6", False)],
)
def test_mathjax_is_fetched_for_formulas_only(text, has_math):
    assert bool(MATH.search(text)) is has_math


def test_a_page_without_formulas_fetches_nothing():
    theirs = "a<!-- Load mathjax --><script src='https://x'></script><!-- End of mathjax configuration -->b"
    assert without_mathjax(theirs) == "ab"


def test_the_formgrader_gets_our_page_and_the_other_exporters_do_not():
    config = Config()
    configure(config)
    extension = FormgradeExtension()
    settings = extension.build_extra_config()  # what nbgrader sets before it reads a configuration file
    settings.merge(config)
    assert settings.HTMLExporter.template_name == "marking"
    assert config.GenerateFeedback.exporter_class.__name__ == "FeedbackPage"
