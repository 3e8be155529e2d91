"""What material is made of: every form, safe for a page, with nothing in it that can be operated."""

import re

import pytest
from markdown_it import MarkdownIt

from course import Choose, Mark, Rewrite
from course.answers import Reader
from course.i18n import LANGUAGES, translator
from course.kinds.dilemma.exercise import Dilemma
from course.material import FORMS, as_html, count_read, tree
from course.view.static import bundle
from tests.view.test_static import HOSTILE, Page

NL = translator("nl")
GIVEN = {
    "page": {
        "address": "gids.example",
        "title": "Gids",
        "text": "Neem mee.",
        "fields": ["Naam"],
        "buttons": ["Stuur"],
        "small": "Voorwaarden",
    },
    "mail": {"from": "Noor", "to": "Iris", "subject": "Schoenen", "text": "Dag Iris,"},
    "letter": {
        "sender": "Thuiszorg Nabij\nHavenweg 12",
        "date": "3 mei",
        "text": "Dag.",
        "signature": "Samira",
    },
    "chat": {
        "with": "Rik",
        "messages": [{"text": "Lunch?", "at": "14:02"}, {"me": True, "text": "Nee, dank je."}],
    },
    "notification": {"app": "Sportapp", "at": "nu", "title": "Dag 40", "text": "Nog één."},
    "poster": {"title": "Hier niet", "text": "Zakken.", "small": "Gemeente"},
    "reviews": {
        "title": "4,9",
        "reviews": [{"name": "Ravi", "stars": 4, "date": "2 mei", "text": "Prima."}],
    },
    "note": {"text": "Voor vrijdag?"},
}
NAMES = {
    "page": "Webpagina gids.example",
    "mail": "Mail van Noor",
    "letter": "Brief van Thuiszorg Nabij",
    "chat": "Chat met Rik",
    "notification": "Melding van Sportapp",
    "poster": "Poster: Hier niet",
    "reviews": "Reviews",
    "note": "Briefje",
}
every_form = pytest.mark.parametrize("form", FORMS)


def html_of(form, **more):
    return as_html(tree({"form": form, **GIVEN[form], **more}, NL))


def read(html):
    """What a screen reader has of it, with a space between two elements."""
    return " ".join(" ".join(Page(html).texts).split())


def texts_in(value):
    if isinstance(value, dict):
        return [text for one in value.values() for text in texts_in(one)]
    if isinstance(value, list):
        return [text for one in value for text in texts_in(one)]
    return value.split("\n") if isinstance(value, str) else []


@every_form
def test_a_form_has_a_name_and_everything_that_was_written(form):
    html = html_of(form, caption="Zo was het.")
    assert Page(html).tags[:2] == [
        ("figure", [("class", f"ov-material ov-material-{form}")]),
        ("figcaption", [("class", "ov-sr")]),
    ]
    assert read(html).startswith(NAMES[form])
    assert read(html).endswith("Zo was het.")
    assert [text for text in texts_in(GIVEN[form]) if text not in read(html)] == []


@every_form
def test_what_may_be_left_out_leaves_nothing_behind(form):
    needed = {name: GIVEN[form][name] for name in FORMS[form].needs}
    html = as_html(tree({"form": form, **needed}, NL))
    assert "None" not in html
    assert "\n\n" not in html
    assert not re.search(r"<(p|li|dd|strong)([^>]*)></", html)


@every_form
def test_nothing_in_it_can_be_operated_or_is_a_heading(form):
    tags = {tag for tag, _attributes in Page(html_of(form)).tags}
    assert tags <= {
        "figure",
        "figcaption",
        "div",
        "p",
        "span",
        "strong",
        "br",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
    }
    names = {name for _tag, attributes in Page(html_of(form)).tags for name, _value in attributes}
    assert names <= {"class"}  # JupyterLab takes others out of a text


@every_form
def test_markdown_leaves_the_html_as_it_is(form):
    html = html_of(form, caption="Regel.\n\nNog een.")
    assert "\n\n" not in html
    assert MarkdownIt("commonmark").render(html).strip() == html


@pytest.mark.parametrize("text", HOSTILE)
def test_what_an_author_writes_is_text(text):
    page = Page(html_of("mail", text=text, subject=text.splitlines()[0]))
    assert {tag for tag, _attributes in page.tags} <= {
        "figure", "figcaption", "dl", "div", "dt", "dd", "p", "ul", "li", "strong", "span", "br"
    }  # fmt: skip
    assert "$" not in "".join(text for text in page.texts if len(text) > 1)


def test_paragraphs_lists_and_bold_are_made_of_a_text():
    html = html_of("note", text="Een **vet** woord,\nen verder.\n\n- a\n- b\n\n1. c\n2. d\n\n2 * 3 ** 4")
    assert "<p>Een <strong>vet</strong> woord,<br>en verder.</p>" in html
    assert "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<ol>\n<li>c</li>\n<li>d</li>\n</ol>" in html
    assert "<p>2 * 3 ** 4</p>" in html


def test_stars_speakers_fields_and_buttons_are_told_in_words():
    assert "4 van 5 sterren" in read(html_of("reviews"))
    assert "Rik: Lunch? 14:02 Jij: Nee, dank je." in read(html_of("chat"))
    assert "Invulveld: Naam Knop: Stuur" in read(html_of("page"))
    assert "Van Noor Aan Iris Onderwerp Schoenen" in read(html_of("mail"))


def test_in_a_group_one_sees_who_speaks():
    group = {"with": "D2", "messages": [{"who": "Sem", "text": "Ja"}, {"who": "Mila", "text": "Nee"}]}
    assert as_html(tree({"form": "chat", **group}, NL)).count('<strong class="ov-material-who">') == 2
    assert 'class="ov-material-who"' not in html_of("chat")


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_words_are_in_the_language_of_the_text(language):
    html = as_html(tree({"form": "mail", **GIVEN["mail"]}, translator(language)))
    assert ("Mail from Noor" if language == "en" else "Mail van Noor") in html


def test_words_are_what_one_reads():
    assert count_read(tree({"form": "note", "text": "een **twee** drie"}, NL)) == 4  # with its name


def choose(**more):
    return Choose("pick", "Wat is dit?", options={"a": "Een", "b": "Twee"}, **more)


def test_an_exercise_shows_its_material_live_and_on_paper():
    mail = {"form": "mail", **GIVEN["mail"]}
    exercise = choose(material=mail)
    assert exercise.content()["material"] == tree(mail, NL)
    seen = bundle(exercise, None, exercise.clean({}, Reader()))["text/html"]
    assert as_html(tree(mail, NL)) in seen
    assert "material" not in choose().content()


@pytest.mark.parametrize(
    "exercise",
    [
        Mark("m", "Wat?", text="Neem **mee**.\n\nBel.", labels={"a": "A"}, material={"form": "page", "small": "Klein"}),
        Rewrite("r", "Beter.", original="Neem **mee**.\n\nBel.", material={"form": "letter", "sender": "Nabij"}),
    ],
    ids=["mark", "rewrite"],
)  # fmt: skip
def test_the_text_to_work_on_lies_within_the_material_as_it_is(exercise):
    content = exercise.content()
    assert "material" not in content
    assert "slot" in str(content["around"])
    seen = bundle(exercise, None, exercise.clean({}, Reader()))["text/html"]
    assert "<p>Neem **mee**.</p>\n<p>Bel.</p>" in seen
    assert ("Klein" in seen) or ("Nabij" in seen)


def test_a_scene_of_a_dilemma_has_material():
    chat = {"form": "chat", **GIVEN["chat"]}
    choices = {"a": {"text": "Ja"}, "b": {"text": "Nee"}}
    scenes = {"start": {"text": "Een bericht.", "material": chat, "choices": choices}}
    rule = {"text": "Vraag het.", "basis": "Code", "date": "2026"}
    shown = Dilemma("d", "Wat doe je?", scenes=scenes, rule=rule).content()["scenes"]["start"]
    assert shown == {"text": "Een bericht.", "material": tree(chat, NL), "choices": choices}


def elements_for_texts(given):
    """`given` with a script in place of each of its texts, one at a time."""
    if isinstance(given, str):
        yield ["script", "", "alert(1)"]
    parts = given.items() if isinstance(given, dict) else enumerate(given) if isinstance(given, list) else ()
    for at, one in parts:
        for other in elements_for_texts(one):
            yield {**given, at: other} if isinstance(given, dict) else [*given[:at], other, *given[at + 1 :]]


@every_form
def test_an_element_where_a_text_belongs_is_refused(form):
    strange = list(elements_for_texts(GIVEN[form]))
    assert strange
    for given in strange:
        try:
            drawn = as_html(tree({"form": form, **given}, NL))
        except (AttributeError, TypeError, ValueError):
            continue
        assert "<script" not in drawn
