"""How an author writes material: a form, and the texts that this form has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field

from course.authoring.fields import Fields, Problem, Text
from course.authoring.yaml import Place
from course.i18n import Message
from course.material import FORMS

KIND = "material"
"""The name of a block that is material by itself."""


class Said(Fields):
    """A message in a chat; without `who` it is the other's, and with `me` the reader's own."""

    who: Text | None = None
    me: bool = False
    text: Text
    at: Text | None = None


class Review(Fields):
    """A review."""

    name: Text
    stars: Annotated[int, Field(ge=1, le=5)] | None = None
    date: Text | None = None
    text: Text


class Material(Fields):
    """The fields of all forms; `problems` says which of them belong to this one."""

    form: Literal["page", "mail", "letter", "chat", "notification", "poster", "reviews", "note"]
    address: Text | None = None
    from_: Text | None = None
    to: Text | None = None
    subject: Text | None = None
    sender: Text | None = None
    date: Text | None = None
    with_: Text | None = None
    app: Text | None = None
    at: Text | None = None
    title: Text | None = None
    text: Text | None = None
    fields_: list[Text] = []
    buttons: list[Text] = []
    messages: list[Said] = []
    reviews: list[Review] = []
    small: Text | None = None
    signature: Text | None = None
    caption: Text | None = None

    def problems(self, place: Place = (), around: str = "") -> Iterator[Problem]:
        """What does not belong to this form, and what it lacks.

        Args:
            place: where it stands.
            around: the field of the exercise whose text stands in the material; empty when it has a text of its own.
        """
        form, given = FORMS[self.form], self.given()
        known = {"form", "caption", *form.needs, *form.may}
        for name in given:
            if name not in known:
                told = Message(
                    "A {form} has no {name}. It has: {known}.",
                    form=self.form,
                    name=name,
                    known=", ".join([*form.needs, *form.may, "caption"]),
                )
                yield (*place, name), told
        if around and "text" not in form.needs:
            told = Message("A {form} has no place for the text of {field}.", form=self.form, field=around)
            yield (*place, "form"), told
        elif around and self.text:
            told = Message("Here the text of {field} is drawn. Take this one out.", field=around)
            yield (*place, "text"), told
        for name in form.needs:
            if name not in given and not (around and name == "text"):
                yield (*place, name), Message("The field {name} is missing.", name=name)

    def given(self) -> dict[str, Any]:
        """The fields that are filled in, as `course.material` takes them."""
        return self.model_dump(by_alias=True, exclude_none=True, exclude_defaults=True)
