"""The page for authors with a block of each kind and the fields that it may have, made from the kinds themselves."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from course import kinds, material
from course.authoring.block import Block
from course.authoring.reading import shapes
from course.material import FORMS

PLACE = Path("docs/blokken.md")
HEAD = """# Blokken: één voorbeeld van elke soort

Gemaakt uit de soorten zelf door `make notebooks`; pas deze pagina niet met de hand aan. Elk blok kan ook de velden
hebben die alle soorten delen: `goal`, `rows`, `hint`, `material` en in een opdracht `points`, `by-hand` en `mix-ups`.
Hoe je een blok schrijft, staat in [Voor auteurs](auteurs.md).
"""


def reference() -> str:
    """The page, as Markdown."""
    return "\n".join([HEAD, *(_kind(name, shape) for name, shape in shapes().items()), _material()])


def _kind(name: str, shape: type[Block]) -> str:
    own = {
        info.alias or field: info
        for field, info in shape.model_fields.items()
        if field not in Block.model_fields
    }
    needed = _named(field for field, info in own.items() if info.is_required())
    free = _named(field for field, info in own.items() if not info.is_required())
    fields = f"Verplicht: `question`, {needed}."
    if free:
        fields += f" Mag: {free}."
    return _section(name, fields, Path(kinds.__file__).parent / name)


def _material() -> str:
    """The forms of material, each with its own fields."""
    lines = ["Geen oefening, maar wat je laat zien, zoals het eruitziet. Overal mag een `caption` onder."]
    lines += ["", "| `form` | Verplicht | Mag |", "|---|---|---|"]
    lines += [f"| `{name}` | {_named(form.needs)} | {_named(form.may)} |" for name, form in FORMS.items()]
    return _section("material", "\n".join(lines), Path(material.__file__).parent)


def _named(fields: Iterable[str]) -> str:
    return ", ".join(f"`{field}`" for field in fields)


def _section(name: str, fields: str, folder: Path) -> str:
    """What stands under the heading of a kind, of which the example is in `folder`."""
    example = (folder / "example.md").read_text("utf-8").strip()
    return f"## {name}\n\n{fields}\n\n````markdown\n{example}\n````\n"
