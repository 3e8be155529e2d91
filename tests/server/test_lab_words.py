"""What JupyterLab's own language pack lacks is said in Dutch, by the server as a participant asks it."""

import json

from jupyterlab_server import translations_handler

from course.i18n import LOCALE
from course.server.lab_words import add_words, say_all


def test_a_language_pack_gets_our_words_and_keeps_its_own(monkeypatch):
    monkeypatch.setattr(translations_handler, "get_language_pack", translations_handler.get_language_pack)
    say_all()
    pack, message = translations_handler.get_language_pack("nl_NL")
    assert not message.strip()
    assert pack["jupyterlab"]["Skip to main panel"] == ["Naar de les"]
    assert pack["jupyterlab"]["Save your work"] == ["Je werk opslaan"]


def test_what_lessons_name_is_called_that():
    """Of a server without the course it is called that too."""
    words = json.loads((LOCALE / "nl/LC_MESSAGES/jupyterlab.json").read_text("utf-8"))
    assert "Run All Cells" not in words
    assert all(forms and all(forms) for forms in words.values())


def test_another_language_or_another_pack_is_left_alone():
    for pack, locale in (({"jupyterlab": {}}, "fr_FR"), ({"nbdime": {}}, "nl_NL")):
        before = json.dumps(pack)
        add_words(pack, locale)
        assert json.dumps(pack) == before
