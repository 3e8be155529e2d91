from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from course import Overview
from course.answers import MIME_TYPE, Answers, Record
from course.i18n import Message, translator
from course.view.static import bundle, inert, overview_bundle, rows_html
from tests.kinds.examples import EXAMPLES, reflect

NL = translator("nl")
HOSTILE = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "</dd></dl><iframe src=javascript:alert(1)>",
    "&lt;script&gt;",
    "# Kop\n\n- punt\n\n```python\nprint(1)\n```",
    "[klik](javascript:alert(1)) ![x](http://x/y.png) **vet** `code` _kursief_",
    "Dit kost $5 of $10, \\(x\\) en \\[y\\] en $$z$$ en \\begin{align}a\\end{align}",
    "    ingesprongen\n\n\n---\n| a | b |\n|---|---|\n",
    "<!-- weg --> &#60;b&#62; {{ 7*7 }} {% x %}",
]


class Page(HTMLParser):
    """The tags of a page, and its text nodes as a browser has them."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.tags, self.texts = [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, attrs))
        self.texts.append("\n" if tag == "br" else "")

    def handle_endtag(self, tag):
        self.texts.append("")

    def handle_data(self, data):
        self.texts.append(data)


ALLOWED = {("br", ()), ("span", ())}


def tags(html):
    return {(tag, tuple(attrs)) for tag, attrs in Page(html).tags}


@pytest.mark.parametrize("text", HOSTILE)
def test_what_someone_wrote_is_read_and_never_run(text):
    page = Page(inert(text))
    assert tags(inert(text)) <= ALLOWED
    assert "".join(page.texts) == text


@given(st.text(st.characters(exclude_characters="\r\x00", exclude_categories=["Cs", "Cc"])))
def test_every_text_reads_back_as_it_was(text):
    assert "".join(Page(inert(text)).texts) == text
    assert tags(inert(text)) <= ALLOWED


@given(st.text(st.sampled_from("<>&#;[]()!*_`~|-+=.:/\\$\n abjs1")))
def test_markdown_finds_nothing_in_it(text):
    html = MarkdownIt("gfm-like", {"linkify": False}).render(f"<dl><dd>{inert(text)}</dd></dl>")
    assert tags(html) <= ALLOWED | {("dl", ()), ("dd", ())}
    assert "".join(Page(html).texts).strip() == text.strip()


@pytest.mark.parametrize("text", HOSTILE)
def test_mathjax_finds_nothing_in_it(text):
    # MathJax looks for its delimiters in the text nodes of the page, whatever the source was.
    for node in Page(inert(text)).texts:
        assert node in ("$", "\\") or not {"$", "\\"} & set(node)


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("name", ["reflect", "rewrite", "dilemma", "journey"])
def test_an_answer_of_every_open_kind_is_shown_inert(name, hostile):
    example = EXAMPLES[name]
    answer = {
        "reflect": {"text": hostile},
        "rewrite": {"text": hostile, "versions": []},
        "dilemma": {"steps": [{"scene": "start", "choice": "keep", "motive": hostile}], "again": None},
        "journey": {"feelings": {}, "placed": {"tip": "before"}, "motives": {"tip": hostile}},
    }[name]
    html = bundle(example.exercise, None, answer)["text/html"]
    plain = {"div", "p", "dl", "dt", "dd", "strong", "em", "br", "span"}
    drawn = {"ol", "li", "svg", "line", "circle"} if name == "journey" else set()
    assert {tag for tag, _attrs in tags(html)} <= plain | drawn
    assert "onerror=" not in html
    assert "".join(hostile.split()) in "".join("".join(Page(html).texts).split())


def test_labels_are_inert_as_well():
    assert "<b>" not in rows_html([("<b>", "<b>")])


def test_nothing_filled_in_is_said():
    assert rows_html([]) == ""
    assert "Hier is nog niets ingevuld." in bundle(reflect, None, {"text": ""})["text/html"]


def test_the_bundle_carries_the_record_and_an_empty_one_does_not():
    record = Record("reflect", "reflect", "2026-03-01T12:00:00+01:00", {"text": "x"})
    assert bundle(reflect, record, record.answer)[MIME_TYPE]["answer"] == {"text": "x"}
    assert MIME_TYPE not in bundle(reflect, None, {"text": ""})


def test_a_problem_is_shown():
    assert "Niet opgeslagen." in bundle(reflect, None, {"text": ""}, [Message("Not saved.")])["text/html"]


def test_the_overview_shows_a_row_for_each_exercise(in_folder):
    Answers().save("reflect", "reflect", {"text": "een twee drie vier vijf"})
    html = overview_bundle(Overview([example.exercise for example in EXAMPLES.values()]))["text/html"]
    assert html.count("<li>") == len(EXAMPLES)
    assert "✓" in html
    assert "○" in html
