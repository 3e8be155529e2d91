import pytest
from nbformat import v4
from nbgrader.server_extensions.formgrader.formgrader import FormgradeExtension
from traitlets.config import Config

from course.assignment import questions_in
from course.authoring.notebook import nbgrader
from course.grading import configure
from course.grading.graded_notebook import ABOUT
from course.grading.pages.marking import MATH, arranged, in_own_words, without_mathjax
from course.grading.scores import CellScore, Scores
from course.i18n import translator
from course.result import RESULT_MIME, Item, Result
from course.view.static import inert

NL = translator("nl")


def check(name, *verdicts):
    result = Result(0.5, 2, [Item(str(n), "kaart", verdict) for n, verdict in enumerate(verdicts)])
    output = v4.new_output("execute_result", result.bundle())
    return v4.new_code_cell("#", outputs=[output], metadata={"nbgrader": nbgrader(name, points=2)})


def by_hand(name, rubric="Rubriek", answer="<dl><dd>Mijn zaak</dd></dl>"):
    about = {"nbgrader": nbgrader(name, points=3, by_hand=True), ABOUT: {"rubric": rubric, "answer": answer}}
    return v4.new_markdown_cell(f"{rubric}\n\n{answer}", metadata=about)


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


SCORES = Scores(
    {
        "one-check": CellScore(1, 2, waits=False),
        "two-check": CellScore(2, 2, waits=False),
        "two-open": CellScore(0, 3, waits=True),
    }
)


def test_remarks_come_first_then_what_a_person_marks_then_the_rest():
    cells = arranged(questions_in(class_page()), SCORES, NL)
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
    told = [cell.metadata.marking for cell in arranged(questions_in(class_page()), SCORES, NL)]
    assert sum(len(one["before"]) for one in told) == sum(len(one["after"]) for one in told)


def test_a_fold_says_what_is_in_it():
    titles = [
        part["title"]
        for cell in arranged(questions_in(class_page()), SCORES, NL)
        for part in cell.metadata.marking["before"]
    ]
    assert "Een · automatisch 1 van 2 · 1 goed, 2 niet goed" in titles
    assert "Automatisch 2 van 2 · 1 goed" in titles


@pytest.mark.parametrize(("statuses", "is_open"), [(["right"], False), (["right", "wrong"], True)])
def test_what_is_not_all_right_beside_an_open_answer_is_in_sight(statuses, is_open):
    page = v4.new_notebook(
        cells=[v4.new_markdown_cell("### Twee"), check("two-check", *statuses), by_hand("two-open")]
    )
    folds = [
        part
        for cell in arranged(questions_in(page), SCORES, NL)
        for part in cell.metadata.marking["before"]
        if part["title"].startswith("Automatisch")
    ]
    assert [fold["open"] for fold in folds] == [is_open]


def test_verdicts_are_counted_from_the_result_and_not_from_its_html():
    cell = check("one-check", "wrong")
    cell.outputs[0].data["text/html"] = "<ul><li>✓ ja</li></ul>"
    page = v4.new_notebook(cells=[v4.new_markdown_cell("### Een"), cell])
    (title,) = [
        part["title"]
        for one in arranged(questions_in(page), SCORES, NL)
        for part in one.metadata.marking["before"]
    ]
    assert title.endswith("1 niet goed")
    cell = check("one-check", "wrong")
    del cell.outputs[0].data[RESULT_MIME]
    page = v4.new_notebook(cells=[v4.new_markdown_cell("### Een"), cell])
    (title,) = [
        part["title"]
        for one in arranged(questions_in(page), SCORES, NL)
        for part in one.metadata.marking["before"]
    ]
    assert title == "Een · automatisch 1 van 2"


def test_rubric_and_answer_stand_apart():
    page = v4.new_notebook(
        cells=[v4.new_markdown_cell("### Twee"), by_hand("two-open", "Rubriek\n\n- punt", "<dl></dl>")]
    )
    cell = next(
        one for one in arranged(questions_in(page), SCORES, NL) if one.metadata.marking["role"] == "open"
    )
    assert cell.source == (
        '<div class="ov-rubric">\n\nRubriek\n\n- punt\n\n</div>\n\n<div class="ov-written"><dl></dl></div>'
    )


def test_an_answer_that_was_left_says_so():
    page = v4.new_notebook(cells=[v4.new_markdown_cell("### Twee"), by_hand("two-open", answer="")])
    cell = next(
        one for one in arranged(questions_in(page), SCORES, NL) if one.metadata.marking["role"] == "open"
    )
    assert (
        '<div class="ov-written"><p class="ov-nothing">Hier is nog niets ingevuld.</p></div>' in cell.source
    )


def test_a_check_without_points_is_not_in_the_way():
    scores = Scores({**SCORES.cells, "two-check": CellScore(0, 0, waits=False)})
    titles = [
        part["title"]
        for cell in arranged(questions_in(class_page()), scores, NL)
        for part in cell.metadata.marking["before"]
    ]
    assert not [title for title in titles if title.startswith("Automatisch 0")]


def test_an_english_course_is_marked_in_english():
    titles = [
        part["title"]
        for cell in arranged(questions_in(class_page()), SCORES, translator("en"))
        for part in cell.metadata.marking["before"]
    ]
    assert "Een · automatic 1 of 2 · 1 right, 2 not right" in titles


def test_the_words_of_a_participant_are_not_translated():
    said = inert("full-credit\">Full credit< / 3.0 Student's answer</span>")
    assert in_own_words(f"<p>{said}</p>", by_hand("x"), NL) == f"<p>{said}</p>"


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
