"""Every promise of the instructors' guides, with the test that is named after it."""

import ast
import json
import re
import shutil

import pytest

from course.collect import collect_all
from course.grading.run.group import grade_class
from course.grading.site import Site
from tests.command import command
from tests.fixture import NAME
from tests.grading.run.conftest import hand_in
from tests.model_answers import ROOT, keep
from tests.texts import TEXTS

FOLDER = ROOT / "docs" / "begeleiders"
GIVING, MARKING, RUNNING = (
    (FOLDER / f"{name}.md").read_text("utf-8") for name in ("geven", "nakijken", "draaien")
)
PAGES = [ROOT / "docs" / "begeleiders.md", *sorted(FOLDER.glob("*.md")), ROOT / "README.nl.md"]
GUIDE = " ".join(" ".join((GIVING, MARKING, RUNNING)).split())
ONLY_TELL = (
    # Marking: what a person judges.
    "Een opdracht telt 20 punten.",
    "Module 1, opdracht 4",
    "**Een ander goed antwoord**",
    "**De voorbeelden in de rubriek**",
    "**Lastige gevallen.**",
    "**Vraagt iemand hoe",
    "- **De coach**",
    "**Tijdens het maken:**",
    "1. Draai `course grade 01-wederkerigheid` (zie",
    # Running: what introduces a command or a list, of which each step is told elsewhere.
    "Overal waar",
    "1. Open een terminal",
    "**Proef het één keer.**",
    "- **Uitzetten voor jezelf.**",
    "- **Uitzetten voor iedereen.**",
    "**Op een gedeelde server.**",
    "De leeromgeving moet deelnemers herkennen.",
    "- **Moodle.**",
    "- **Canvas.**",
    "**Meer computers.**",
    "- **De formgrader blijft leeg op een JupyterHub.**",
    "- **Tijden lopen een of twee uur achter.**",
    "1. Zet de cursusmap op een schijf",
    "Start op één computer",
)
"""Paragraphs that say what to do and promise nothing."""
PROMISES = {
    "Een inlevering of een notebook met andere code begint nooit vanzelf.": (
        "../server/test_running.py::test_a_hand_in_and_what_is_hidden_never_run_by_being_opened"
    ),
    "Nu leest ieder de redenen.": (
        "../report/test_begin_and_end.py::test_while_it_is_open_feedback_gives_no_reasons"
    ),
    "De anonieme pagina is voor in de groep.": (
        "../report/test_begin_and_end.py::test_the_page_shows_them_per_principle_and_says_what_few_questions_say"
    ),
    "de les vindt wat is ingevuld in de map van de opdracht.": (
        "../kinds/test_lookback.py::test_a_test_that_was_handed_in_counts_where_the_lesson_has_none"
    ),
    "De lessen en het rapport gaan vanzelf mee.": (
        "../authoring/test_items.py::test_the_halves_change_places_with_two_words"
    ),
    "`make lab-instructor` opent de hele cursus": (
        "../server/test_files.py::test_make_opens_the_course_for_a_participant_and_for_an_instructor"
    ),
    "telt elke zin even zwaar, en te veel markeren kost punten.": (
        "../kinds/test_mark.py::test_by_sentence_a_short_one_weighs_as_much_as_a_long_one"
    ),
    "telt hoeveel stappen kunnen blijven staan": (
        "../kinds/test_order.py::test_what_it_costs_is_how_many_steps_have_to_move"
    ),
    "Met minder dan vijf deelnemers laat de anonieme pagina niets zien.": (
        "../report/test_report.py::test_a_small_class_is_not_shown_anonymously"
    ),
    "wat automatisch telt, hoe nul, half en vol eruitzien en een antwoord dat alles krijgt.": (
        "../authoring/test_marking.py::test_each_line_that_a_person_marks_says_what_nothing_and_all_look_like"
    ),
    "Zonder die stap werkt `.venv/bin/course` ook, en met `--course-dir <pad>` vanuit elke map.": (
        "run/test_command.py::test_a_command_works_without_an_activated_environment_and_from_elsewhere"
    ),
    "In het pad naar de cursus mag geen": (
        "run/test_group.py::test_a_path_that_nbgrader_takes_for_a_pattern_is_refused_at_the_start"
    ),
    "dan lees je met welke regel de beheerder van de server haar maakt.": (
        "test_release.py::test_where_none_can_be_made_it_is_said_what_to_do"
    ),
    "Ook in het rapport en de cijfers staan de mensen dan bij hun naam": (
        "../collect/test_people.py::test_who_is_on_the_list_is_in_the_gradebook_by_name"
    ),
    "Wie te laat was, lees je dan bij *Kijk even mee*.": (
        "run/test_group.py::test_who_is_late_is_told_with_or_without_a_penalty"
    ),
    "telt te laat werk voor nul.": "run/test_group.py::test_late_policy_holds_for_points_by_hand",
    "Deelnemers vinden de opdracht links in JupyterLab": (
        "test_guide.py::test_what_was_submitted_is_collected_by_course_grade"
    ),
    "Geef nooit iets uit `solutions/` mee.": (
        "../collect/test_security_review.py::test_a_release_holds_no_check_and_no_key"
    ),
    "Wat via *Lever in* is ingeleverd, haalt `course grade` zelf op.": (
        "test_guide.py::test_what_was_submitted_is_collected_by_course_grade"
    ),
    "Uitpakken en hernoemen hoeft niet.": (
        "../collect/test_owners.py::test_the_table_for_instructors_is_what_really_happens"
    ),
    "Alleen zip wordt gelezen": (
        "../collect/test_archives.py::test_nothing_but_zip_is_read_and_what_to_do_is_said"
    ),
    "met de hele naam van de deelnemer voorop": (
        "../collect/test_properties.py::test_never_fewer_people_out_than_in_and_nobodys_work_under_another"
    ),
    "De antwoorden zitten in het notebook. De naam van het bestand maakt niet uit.": (
        "test_guide.py::test_the_name_of_a_mailed_notebook_does_not_matter"
    ),
    "Van wie een bestand is, wordt nooit geraden.": "../collect/test_senders.py::test_nobody_is_guessed",
    "lees je van wie het kan zijn": (
        "../collect/test_owners.py::test_who_could_be_meant_and_what_to_do_is_said_in_every_language"
    ),
    "dan beslist de lijst.": "../collect/test_people.py::test_course_grade_collects_by_the_list",
    "kijkt na wat automatisch kan en maakt voor iedereen een feedbackpagina.": (
        "run/test_group.py::test_a_class_is_graded_as_nbgrader_does_it"
    ),
    "van wie, waarom, en wat je eraan doet.": "run/test_command.py::test_what_a_run_tells_and_how_it_ends",
    "krijgt de deelnemer geen punten en ook geen nul. Eerder nagekeken werk blijft tellen.": (
        "test_refusal.py::test_what_is_refused_before_and_after_marking_changes_nothing"
    ),
    "zoals een half notebook of hetzelfde werk als een ander.": (
        "test_one.py::test_of_two_equal_hand_ins_at_least_one_is_remarked"
    ),
    "hoeveel er op jou wachten.": "run/test_group.py::test_points_by_hand_give_new_feedback_and_nothing_else",
    "Alleen wat nieuw of veranderd is, wordt gedaan; jouw punten blijven staan.": (
        "run/test_group.py::test_only_what_changed_is_done_again"
    ),
    "wacht alleen opnieuw als dat antwoord of zijn rubriek is veranderd.": (
        "run/test_group.py::test_marked_answers_wait_again_only_when_they_changed"
    ),
    "Stoppen mag altijd, met Ctrl+C.": "run/test_command.py::test_ctrl_c_says_that_nothing_is_lost",
    "`course grade` zonder naam doet alle opdrachten.": (
        "run/test_command.py::test_what_a_run_tells_and_how_it_ends"
    ),
    "staat wat er gebeurt met kapotte, lege en rare bestanden.": (
        "submission/test_corpus.py::test_the_table_for_instructors_is_what_happens"
    ),
    "Links staan de rubriek en het vak voor je punten, rechts staat het antwoord.": (
        "../browser/test_formgrader.py::test_an_open_answer_stands_beside_its_rubric_and_no_code_stands_around"
    ),
    "Je punten worden bewaard en je gaat naar het volgende antwoord dat wacht": (
        "../browser/test_formgrader.py::test_a_class_is_marked_with_two_presses_an_answer_and_no_click_or_scroll"
    ),
    "(tweeënhalf als `2,5`)": (
        "../browser/test_formgrader.py::test_half_points_and_a_comment_are_there_after_a_reload"
    ),
    "Laat je het puntenvak leeg, dan blijft het antwoord wachten.": (
        "../browser/test_formgrader.py::test_an_answer_without_points_is_left_for_later"
    ),
    "kijk je één vraag bij iedereen na voordat je aan de volgende begint": (
        "../browser/test_formgrader.py::test_one_question_of_everyone_in_a_row"
    ),
    "dan lees je erbij waarom.": (
        "../browser/test_formgrader.py::test_points_below_zero_are_not_kept_and_that_is_said"
    ),
    "dan vraagt de pagina wat moet blijven; allebei staat in `.nbgrader.log`.": (
        "../browser/test_formgrader.py::test_an_older_page_asks_before_it_overwrites_a_newer_mark"
    ),
    "de feedback krijgt jouw punten en opmerkingen.": (
        "test_guide.py::test_feedback_gets_your_points_and_comments"
    ),
    "Klik de regel open voor de redenen of om de score te veranderen.": (
        "../browser/test_formgrader.py::test_an_automatic_score_can_be_changed_by_keyboard"
    ),
    "Klopte er iets niet, dan staat die regel al open.": (
        "pages/test_marking.py::test_what_is_not_all_right_beside_an_open_answer_is_in_sight"
    ),
    "`nbgrader release_feedback 01-wederkerigheid` zet de feedback klaar": (
        "test_chain.py::test_released_feedback_is_there_for_who_handed_in_on_the_server"
    ),
    "Wie het notebook een andere naam gaf, vindt de feedback daar ook.": (
        "test_release_feedback.py::test_who_renamed_the_notebook_or_kept_a_copy_finds_the_feedback"
    ),
    "dan lees je wie dat is en welke pagina je mailt.": (
        "test_release_feedback.py::test_who_cannot_find_the_feedback_in_the_list_is_named_with_the_page_to_mail"
    ),
    "zegt de feedback wat klopt en hoeveel er nog ontbreekt, zonder de redenen": (
        "test_closed.py::test_an_assignment_is_closed_and_opened_again"
    ),
    "geeft iedereen feedback met alle redenen en de modelantwoorden. Jouw punten blijven staan.": (
        "test_closed.py::test_an_assignment_is_closed_and_opened_again"
    ),
    "staat in een verborgen bestand in de hoofdmap, `.closed-overtuigen-01-wederkerigheid`.": (
        "test_closed.py::test_a_copy_of_the_course_with_its_hidden_file_is_closed_too"
    ),
    "een regel per deelnemer en een kolom per opdracht.": (
        "test_export.py::test_grades_csv_is_what_a_dutch_spreadsheet_reads"
    ),
    "Wie niets heeft ingeleverd, heeft een lege cel en geen nul.": (
        "test_export.py::test_grades_csv_is_what_a_dutch_spreadsheet_reads"
    ),
    "zet dan `--GradesExport.decimal=.` achter het commando.": (
        "test_export.py::test_grades_csv_is_what_an_english_spreadsheet_reads"
    ),
    'zet `--MoodleExport.id_column="Email address"` achter het commando': (
        "test_export.py::test_moodle_by_mail_leaves_out_who_has_none"
    ),
    "maakt twee pagina's in `reports/`": (
        "../report/test_report.py::test_both_pages_are_written_and_nothing_else"
    ),
    "een anonieme om in de groep te laten zien.": (
        "../report/test_report.py::test_the_anonymous_page_names_nobody"
    ),
    "heet daar *wordt nog nagekeken*.": (
        "test_guide.py::test_what_waits_and_what_you_changed_is_said_in_the_feedback"
    ),
    "Wanneer iets is ingeleverd, weet de cursus alleen van wat zij zelf ophaalde": (
        "../collect/test_moments.py::test_a_claimed_moment_in_a_folder_that_was_put_there_is_told"
    ),
    "krijgt *aangepast door je begeleider*.": (
        "test_guide.py::test_what_waits_and_what_you_changed_is_said_in_the_feedback"
    ),
    "Zolang een opdracht open is, zegt de feedback wat klopt en hoeveel er nog ontbreekt, zonder de redenen": (
        "test_closed.py::test_an_assignment_is_closed_and_opened_again"
    ),
    "staat in een verborgen bestand in de hoofdmap, `.closed-overtuigen-01-wederkerigheid`": (
        "test_closed.py::test_an_assignment_is_closed_and_opened_again"
    ),
    "Het eerste haalt op wat er nog ligt, kijkt dat na en geeft iedereen feedback met alle redenen": (
        "test_closed.py::test_an_assignment_is_closed_and_opened_again"
    ),
    "De verborgen controles staan er nooit in": ("test_chain.py::test_feedback_never_shows_a_check"),
    "De antwoorden gaan over naar jouw eigen, hele notebook, en dat wordt nagekeken.": (
        "test_chain.py::test_a_mangled_notebook_is_graded_as_if_it_were_whole"
    ),
    "Code van de deelnemer wordt niet uitgevoerd.": "test_chain.py::test_nothing_of_a_participant_was_run",
    "ook zonder notebook worden die antwoorden nagekeken.": (
        "test_guide.py::test_answers_are_graded_without_a_notebook"
    ),
    "Je punten blijven staan. Antwoorden die zijn veranderd, komen terug bij *Manual Grading*": (
        "test_saving.py::test_points_by_hand_stay_and_are_looked_at_again"
    ),
    "Open antwoorden wachten alleen opnieuw als hun eigen rubriek is veranderd.": (
        "run/test_group.py::test_a_corrected_key_grades_everyone_again_and_keeps_points_by_hand"
    ),
    "Aftrek voor te laat inleveren volgt de datum, uitstel voor één deelnemer": (
        "run/test_group.py::test_deadline_extension_and_late_policy_count_without_a_new_hand_in"
    ),
    "en jouw punten vanzelf.": "run/test_group.py::test_late_policy_holds_for_points_by_hand",
    "Jouw oordeel in de formgrader gaat voor.": "test_guide.py::test_your_own_judgement_goes_first",
    "Hernoem de map in `submitted/`": "test_guide.py::test_a_name_that_was_misspelt_can_be_mended",
    "‘In de map … staat geen nbgrader_config.py’.": "run/test_command.py::test_outside_a_course_folder",
    "Er is niets begonnen of half gedaan.": (
        "run/test_writable.py::test_a_run_that_could_keep_nothing_does_not_begin"
    ),
    "staat wat er gebeurde.": "test_guide.py::test_the_log_says_what_happened",
    "de knop in de formgrader zijn even voorzichtig": (
        "submission/test_corpus.py::test_the_formgraders_button_does_the_same"
    ),
    "Geen inlevering gaat verloren en geen enkele telt dubbel.": (
        "run/test_cluster.py::test_each_hand_in_is_graded_once_though_a_worker_is_killed"
    ),
    "kan hooguit acht werkers aan.": "run/test_cluster.py::test_sqlite_says_when_it_is_outgrown",
    "Alles wat jij en de deelnemers dan lezen, is Engels.": (
        "run/test_command.py::test_an_english_course_is_told_of_in_english"
    ),
    "wordt geweigerd zodra je haar klaarzet.": (
        "test_assigning.py::test_nbgraders_command_refuses_it_with_a_sentence"
    ),
    "Gooi daarna de map `proef` weg": "test_guide.py::test_a_trial_can_be_removed_again",
}


@pytest.mark.parametrize(("promise", "test"), PROMISES.items())
def test_what_the_guide_promises_has_a_test(promise, test):
    assert promise in GUIDE
    file, name = test.split("::")
    tree = ast.parse((ROOT / "tests" / "grading" / file).read_text("utf-8"))
    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def paragraphs(text):
    """The paragraphs and the entries of lists, without headings, tables, quotations, pictures and commands."""
    text = re.sub(r"```.*?```|^>.*?$", "", text, flags=re.DOTALL | re.MULTILINE)
    parts = (part.strip() for part in re.split(r"\n\n|\n(?=- )", text))
    return [" ".join(part.split()) for part in parts if part and not part.startswith(("#", "|", "!"))]


def test_no_paragraph_on_marking_and_running_is_without_a_test():
    """The steps of a numbered list are one paragraph: what it promises as a whole."""
    told = [part for part in paragraphs(MARKING + RUNNING) if not any(one in part for one in PROMISES)]
    assert [part for part in told if not part.startswith(ONLY_TELL)] == []
    assert len(told) == len(ONLY_TELL)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_no_paragraph_is_longer_than_eighty_words(page):
    """Nor an entry of a list, nor a cell; a model answer is as long as it is."""
    text = page.read_text("utf-8")
    steps = [step for part in paragraphs(text) for step in re.split(r" (?=\d\. )", part)]
    cells = [cell for row in text.splitlines() if row.startswith("|") for cell in row.split("|")]
    long = [one for one in [*steps, *cells] if len(one.split()) > 80]
    assert long == []


def test_a_day_takes_no_less_than_its_parts_and_the_clock_is_right():
    parts = {
        (int(one.path.stem[:2]), n): part.minutes
        for one in TEXTS
        if re.match("0[1-7]-", one.path.stem) and one.header.goals and not one.is_assignment
        for n, part in enumerate(one.core, start=1)
    }
    day = GIVING[GIVING.index("## Een dag") : GIVING.index("## Zeven dagdelen")]
    rows = re.findall(r"^\| (\d+)\.(\d+) \| ?(\d*) \| ([^|]*) \|", day, re.MULTILINE)
    begins = [60 * int(hour) + int(minute) for hour, minute, _, _ in rows]
    assert [begin + int(row[2]) for begin, row in zip(begins, rows, strict=True) if row[2]] == begins[1:]
    told = {
        tuple(map(int, re.findall(r"\d", what))): int(minutes) for *_, minutes, what in rows if "deel" in what
    }
    assert len(told) == 7
    assert {one: parts[one] for one, minutes in told.items() if minutes < round(parts[one])} == {}
    half_day = {
        int(n): int(minutes) for minutes, n in re.findall(r"^\| (\d+) \| Deel (\d)", GIVING, re.MULTILINE)
    }
    assert {one: long for one, long in parts.items() if half_day[one[1]] < round(long)} == {}


def test_every_command_in_the_guide_is_one_that_exists():
    """And none is a stock step of nbgrader that is less careful than ours."""
    told = set(re.findall(r"nbgrader ((?:db \w+ \w+)|\w+)", GUIDE)) - {"zelf", "heeft", "in"}
    assert told == {
        "generate_assignment", "release_assignment", "release_feedback", "collect", "export",
        "db student remove", "db student add", "db assignment add",
    }  # fmt: skip


def test_what_was_submitted_is_collected_by_course_grade(course):
    with (course.root / "nbgrader_config.py").open("a") as config:
        config.write(f"\nget_config().Exchange.root = {str(course.exchange)!r}\n")
    course.run("release_assignment", NAME)
    course.fetch("anna")
    course.submit("anna")
    assert [one.student for one in grade_class(Site(course.root), NAME).done] == ["anna"]


def test_the_name_of_a_mailed_notebook_does_not_matter(course):
    text = json.dumps(course.carrying(course.perfect()))
    (course.put("anna") / f"{NAME}.ipynb").write_text(text)
    (course.put("bas") / "mijn werk (definitief).ipynb").write_text(text)
    assert grade_class(Site(course.root), NAME).is_complete
    assert course.automatic("bas") == course.automatic("anna")


def test_feedback_gets_your_points_and_comments(course):
    hand_in(course, ["anna"])
    grade_class(Site(course.root), NAME)
    course.give("anna", 1)
    with course.gradebook() as book:
        book.find_comment("birthday-card-open", NAME, NAME, "anna").manual_comment = "Mooi kaartje!"
        book.db.commit()
    before = course.feedback("anna")
    grade_class(Site(course.root), NAME)
    assert "Mooi kaartje!" in course.feedback("anna")
    assert "nog nagekeken" in before
    assert "nog nagekeken" not in course.feedback("anna")


def test_what_waits_and_what_you_changed_is_said_in_the_feedback(course):
    hand_in(course, ["anna"])
    grade_class(Site(course.root), NAME)
    assert "wordt nog nagekeken" in course.feedback("anna")
    assert "aangepast door je begeleider" not in course.feedback("anna")
    change(course, "anna", 0)
    grade_class(Site(course.root), NAME)
    assert "aangepast door je begeleider" in course.feedback("anna")


def change(course, who, points):
    """Give another score for what was checked automatically, as in the formgrader; the total afterwards."""
    with course.gradebook() as book:
        grade = book.find_grade(f"{course.of_kind('sort')}-check", NAME, NAME, who)
        grade.manual_score, grade.needs_manual_grade = points, False
        book.db.commit()
        return book.find_submission(NAME, who).score


def test_your_own_judgement_goes_first(course):
    hand_in(course, ["anna"])
    grade_class(Site(course.root), NAME)
    automatic = course.automatic("anna")[course.of_kind("sort")]
    with course.gradebook() as book:
        before = book.find_submission(NAME, "anna").score
    assert change(course, "anna", 0) == before - automatic
    grade_class(Site(course.root), NAME, force=True)
    with course.gradebook() as book:
        assert book.find_submission(NAME, "anna").score == before - automatic


def test_answers_are_graded_without_a_notebook(course):
    keep(course.perfect(), course.checks, course.put("anna") / "answers")
    assert grade_class(Site(course.root), NAME).is_complete
    assert all(points == course.checks[name].points for name, points in course.automatic("anna").items())


def remove(course, who):
    for step in ("submitted", "autograded", "feedback"):
        shutil.rmtree(course.root / step / who, ignore_errors=True)
    command("nbgrader", "db", "student", "remove", who, "--force", cwd=course.root).check_returncode()


def test_a_trial_can_be_removed_again(course):
    hand_in(course, ["anna", "proef"])
    grade_class(Site(course.root), NAME)
    remove(course, "proef")
    run = grade_class(Site(course.root), NAME)
    assert (run.handed_in, run.is_complete, course.knows("proef")) == (["anna"], True, False)


def test_a_name_that_was_misspelt_can_be_mended(course):
    hand_in(course, ["ana"])
    grade_class(Site(course.root), NAME)
    (course.root / "submitted" / "ana").rename(course.root / "submitted" / "anna")
    remove(course, "ana")
    assert grade_class(Site(course.root), NAME).is_complete
    assert (course.knows("anna"), course.knows("ana")) == (True, False)
    assert collect_all(Site(course.root).app.config, NAME) == []


def test_the_log_says_what_happened(course):
    hand_in(course, ["anna"])
    grade_class(Site(course.root), NAME)
    assert "anna" in (course.root / ".nbgrader.log").read_text("utf-8")
