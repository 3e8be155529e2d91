"""The page for authors with a block of each kind and the fields that it may have, made from the kinds themselves."""

from __future__ import annotations

from pathlib import Path

from course import kinds
from course.authoring.block import Block
from course.authoring.reading import shapes

PLACE = Path("docs/blokken.md")
HEAD = """# Blokken: één voorbeeld van elke soort

Gemaakt uit de soorten zelf door `make notebooks`; pas deze pagina niet met de hand aan. Elk blok kan ook de velden
hebben die alle soorten delen: `goal`, `rows`, `hint` en in een opdracht `points`, `by-hand` en `mix-ups`. Hoe je een
blok schrijft, staat in [Voor auteurs](auteurs.md).
"""


def reference() -> str:
    """The page, as Markdown."""
    return "\n".join([HEAD, *(_kind(name, shape) for name, shape in shapes().items())])


def _kind(name: str, shape: type[Block]) -> str:
    example = (Path(kinds.__file__).parent / name / "example.md").read_text("utf-8").strip()
    own = {
        info.alias or field: info
        for field, info in shape.model_fields.items()
        if field not in Block.model_fields
    }
    needed = [f"`{field}`" for field, info in own.items() if info.is_required()]
    free = [f"`{field}`" for field, info in own.items() if not info.is_required()]
    fields = f"Verplicht: `question`, {', '.join(needed)}."
    if free:
        fields += f" Mag: {', '.join(free)}."
    return f"## {name}\n\n{fields}\n\n````markdown\n{example}\n````\n"
