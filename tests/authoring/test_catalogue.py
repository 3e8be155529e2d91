import ast
import gettext
import io
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import course
from course.authoring.catalogue import EXTENSION, as_mo, as_po, collect, made_for_extension, updated
from course.i18n import LANGUAGES, LOCALE, translator

PATHS = sorted(LOCALE.glob("*/LC_MESSAGES/course.po"))
every_catalogue = pytest.mark.parametrize("path", PATHS, ids=[path.parts[-3] for path in PATHS])


def messages(catalogue):
    return {message.id: message for message in catalogue if message.id}


def test_messages_of_python_and_of_the_browser_are_collected():
    found = messages(collect())
    assert "Nothing has been filled in yet." in found
    assert ("{n} part is still missing.", "{n} parts are still missing.") in found
    assert any("frontend" in file for message in found.values() for file, _line in message.locations)


def spoken(compiled):
    """What a compiled catalogue says, apart from when it was made."""
    return {
        message: text
        for message, text in gettext.GNUTranslations(io.BytesIO(compiled))._catalog.items()
        if message
    }


@every_catalogue
def test_a_catalogue_has_the_messages_of_today(path):
    with path.open("rb") as file:
        assert set(messages(read_po(file))) == set(messages(collect()))


@every_catalogue
def test_every_message_is_translated(path):
    missing = [
        message.id
        for message in messages(updated(path)).values()
        if not (all(message.string) if message.pluralizable else message.string)
    ]
    assert missing == []


@every_catalogue
def test_a_translation_fills_in_the_same_names(path):
    for message in messages(updated(path)).values():
        texts = message.string if message.pluralizable else [message.string]
        ids = message.id if message.pluralizable else [message.id]
        named = {name for text in ids for name in re.findall(r"{(\w*)}", text)}
        for text in filter(None, texts):
            assert set(re.findall(r"{(\w*)}", text)) <= named, message.id


@every_catalogue
def test_a_translation_has_no_exclamation_marks(path):
    texts = [text for message in messages(updated(path)).values() for text in (message.string or "")]
    assert "!" not in "".join(texts)


@every_catalogue
def test_a_catalogue_on_disk_is_as_it_would_be_written(path):
    assert path.read_bytes() == as_po(updated(path))


@every_catalogue
def test_the_compiled_catalogue_is_the_one_that_participants_get(path):
    compiled = path.with_suffix(".mo").read_bytes()
    with path.open("rb") as file:
        assert spoken(compiled) == spoken(as_mo(read_po(file)))


def test_the_extension_for_jupyterlab_has_its_words_and_what_it_draws_with():
    made = made_for_extension()
    assert {name: (EXTENSION / name).read_text("utf-8") for name in made} == made
    assert "De oefeningen beginnen niet vanzelf" in made["words.js"]


def test_the_course_speaks_its_language():
    assert (LOCALE / LANGUAGES[0] / "LC_MESSAGES" / "course.mo").is_file()
    t = translator(LANGUAGES[0])
    one, many = (t.plural("{n} part is still missing.", "{n} parts are still missing.", n) for n in (1, 2))
    assert one != many


def test_no_message_hides_in_an_f_string_where_it_is_not_collected():
    package = Path(course.__file__).parent
    hidden = []
    for path in package.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.JoinedStr):
                continue
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and any(isinstance(one, ast.Constant) for one in call.args):
                    name = (
                        call.func.attr
                        if isinstance(call.func, ast.Attribute)
                        else getattr(call.func, "id", "")
                    )
                    if name in ("t", "Message", "plural"):
                        hidden.append(f"{path.name}:{call.lineno}")
    assert hidden == []
