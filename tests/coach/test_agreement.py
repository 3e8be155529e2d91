"""The criteria that judge keep agreeing with the labels, and only they judge."""

import pytest

from course.coach import CRITERIA, LANGUAGES, criterion, read
from course.coach.reliability import floor, measurements, reliable
from tests.coach.evaluate import ASKING, JUDGING, TEXTS, Agreement, agreement, load, report

MEASURED_HERE = [
    pytest.param(name, one, id=f"{name}-{one['set']}")
    for name in CRITERIA
    for one in measurements("nl", name)
    if (TEXTS / f"{one['set']}.jsonl").exists()
]


@pytest.mark.parametrize(("name", "one"), MEASURED_HERE)
def test_what_is_written_down_is_what_is_measured(name, one):
    assert len(load(one["set"])) == one["n"]
    assert round(agreement(one["set"], name).kappa, 2) == one["kappa"]


def test_no_rule_was_tuned_on_what_it_is_measured_by():
    assert all(one["set"] != "dev" for name in CRITERIA for one in measurements("nl", name))


@pytest.mark.parametrize("name", JUDGING)
def test_on_the_texts_that_it_was_tuned_on_a_judging_criterion_does_no_worse(name):
    assert agreement("dev", name).kappa >= floor()


def test_a_criterion_judges_when_all_it_was_measured_by_reaches_the_floor():
    for name in CRITERIA:
        lowest = min(one["kappa"] for one in measurements("nl", name))
        assert reliable("nl", name) is LANGUAGES["nl"][name].reliable is (lowest >= floor())
    assert set(JUDGING) == {"personal", "readable"}


def test_what_was_never_measured_does_not_judge():
    assert not reliable("nl", "beautiful")
    assert not reliable("en", "personal")


@pytest.mark.parametrize("name", ["dev", "heldout", "fresh"])
def test_a_criterion_below_the_floor_only_asks(name):
    for row in load(name):
        assert {finding.verdict for finding in read(row["text"], ASKING, "nl")} <= {"look"}


@pytest.mark.parametrize("name", JUDGING)
def test_a_judging_criterion_only_asks_once_it_is_no_longer_reliable(name):
    judging = LANGUAGES["nl"][name]
    asking = criterion.Criterion(judging.id, judging.title, judging.rule, reliable=False)
    for row in load("heldout"):
        page = criterion.Draft(row["text"])
        finding = asking.read(page)
        assert finding is None or (finding.verdict == "look" and finding.question and finding.spans)
        assert finding or judging.read(page).spans == ()


def test_the_annotators_agree():
    rows = {row["id"]: row["labels"] for row in load("heldout") + load("dev")}
    for name in CRITERIA:
        pairs = [(row["labels"][name], rows[row["id"]][name]) for row in load("second_annotator")]
        assert Agreement.of(pairs).kappa >= 0.95


def test_the_measures():
    found = Agreement(both=20, only_coach=5, only_label=10, neither=15)
    assert found.precision == pytest.approx(0.8)
    assert found.recall == pytest.approx(2 / 3)
    assert found.kappa == pytest.approx(0.4)
    assert Agreement(3, 0, 0, 0).kappa == 1


def test_the_report_has_a_line_for_each_criterion_and_says_what_was_asked():
    agreed, often, what = report(("fresh",)).split("\n\n")
    assert [line.split(" | ")[1] for line in agreed.splitlines()[2:]] == list(JUDGING)
    assert [line.split(" | ")[1] for line in often.splitlines()[2:]] == list(ASKING)
    assert what.count("?") >= len(ASKING)
