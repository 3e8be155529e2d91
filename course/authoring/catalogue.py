"""``python -m course.authoring.catalogue``: bring the catalogues up to date with the code.

Collects the messages of Python (``t``, ``Message``), of templates and of the frontend (``t``), merges them into each
``course.po`` and compiles it; the extension for JupyterLab gets its own beside it. A translator edits the ``.po`` file
and runs this again.
"""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from course.i18n import LANGUAGES, LOCALE, translator
from course.view.bundle import DRAWING, FRONTEND, PACKAGE, messages_in, module

EXTENSION = PACKAGE / "server" / "labextensions" / "overtuigen"
"""It may run where no server of the course is to ask for words."""
MADE = ("words.js", "drawing.js", "drawing.css")
BY = "Made by `python -m course.authoring.catalogue`."
METHODS = [("**.py", "python"), ("**.j2", "jinja2")]
KEYWORDS = {"t": None, "Message": None, "plural": (1, 2)}


def collect() -> Catalog:
    """Every message that the package uses, with the places where it does."""
    catalogue = Catalog(project="overtuigen", charset="utf-8", fuzzy=False)
    package = str(LOCALE.parent)
    for file, _line, message, _comments, context in extract_from_dir(package, METHODS, keywords=KEYWORDS):
        catalogue.add(message, locations=[(f"course/{file}", 0)], context=context)
    drawn = [*PACKAGE.glob("view/frontend/*.js"), *PACKAGE.glob("kinds/*/*.js")]
    for path in sorted([*drawn, *(path for path in EXTENSION.glob("*.js") if path.name not in MADE)]):
        for message in messages_in(path.read_text("utf-8")):
            catalogue.add(message, locations=[(f"course/{path.relative_to(PACKAGE)}", 0)])
    return catalogue


def updated(path: Path) -> Catalog:
    """The catalogue at `path` with the messages of today: new ones empty, dropped ones gone."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.parts[-3])
    catalogue.update(collect(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def as_po(catalogue: Catalog) -> bytes:
    """The catalogue as text, without dates and line numbers: a difference is a real one."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=100, omit_header=False, sort_output=True, include_lineno=False)
    lines = buffer.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if "-Date:" not in line and "Generated-By" not in line).encode()


def as_mo(catalogue: Catalog) -> bytes:
    """The compiled catalogue."""
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def made_for_extension() -> dict[str, str]:
    """The files of the extension that are made of others: its words in every language, and what it draws with."""
    drawing = module(DRAWING)
    written = (path.read_text("utf-8") for path in sorted(EXTENSION.glob("*.js")) if path.name not in MADE)
    messages = sorted({one for text in (drawing, *written) for one in messages_in(text)})
    words = {language: {one: translator(language)(one) for one in messages} for language in LANGUAGES}
    looks = "".join((FRONTEND / name).read_text("utf-8") for name in ("tokens.css", "seven.css"))
    texts = (f"export default {json.dumps(words, ensure_ascii=False, indent=2)};\n", drawing, looks)
    return {name: f"/* {BY} */\n{text}" for name, text in zip(MADE, texts, strict=True)}


def main() -> int:
    """Write every catalogue; 1 when a message has no translation yet."""
    missing = 0
    for path in LOCALE.glob("*/LC_MESSAGES/course.po"):
        catalogue = updated(path)
        path.write_bytes(as_po(catalogue))
        with path.open("rb") as file:
            path.with_suffix(".mo").write_bytes(as_mo(read_po(file)))
        for message in catalogue:
            forms = message.string if message.pluralizable else [message.string]
            if message.id and not all(forms or [""]):
                missing += 1
                print(f"{path}: no translation for {message.id!r}", file=sys.stderr)
    for name, text in made_for_extension().items():
        (EXTENSION / name).write_text(text, "utf-8")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
