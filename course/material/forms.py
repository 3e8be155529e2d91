"""The forms of material: what each of them needs and may have, and the elements that it is made of.

No heading and no control is among them: in a screen reader the headings are those of the lesson, and what is drawn as a
button or field is told to be one and cannot be operated.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from course.i18n import Message, Translator
from course.material.markup import SLOT, Node, verified
from course.material.prose import bold, flowing

Given = Mapping[str, Any]
"""The fields of one material, as their author named them."""

MOST_STARS = 5


@dataclass(frozen=True)
class Form:
    """One form.

    Attributes:
        name: what a screen reader calls the whole.
        draw: its parts, in order; they get the text as elements.
        needs: the fields without which there is none.
        may: the fields that can be left out, besides a caption.
    """

    name: Callable[[Given], Message | str]
    draw: Callable[[Given, Sequence[Node], Translator], list[Node]]
    needs: tuple[str, ...]
    may: tuple[str, ...] = ()


def tree(given: Given, t: Translator, *, has_slot: bool = False) -> Node:
    """The material `given` as elements; with a slot in place of its text for an exercise that puts its own there.

    Raises:
        ValueError: it holds something else than texts where texts belong.
    """
    form = FORMS[given["form"]]
    text = [SLOT] if has_slot else flowing(given.get("text", ""))
    drawn = [
        "figure",
        f"ov-material ov-material-{given['form']}",
        ["figcaption", "ov-sr", t(form.name(given))],
        *form.draw(given, text, t),
        *_line("ov-material-caption", given.get("caption")),
    ]
    return verified(drawn)


def _line(name: str, text: str | None, tag: str = "p") -> list[Node]:
    """A line of its own, when there is a text for it."""
    return [[tag, name, *bold(text)]] if text else []


def _title(given: Given) -> list[Node]:
    return [["p", "ov-material-title", ["strong", "", given["title"]]]] if given.get("title") else []


def _page(given: Given, text: Sequence[Node], t: Translator) -> list[Node]:
    field, button = t("Field to fill in: {name}"), t("Button: {name}")
    fields = [["li", "", *_dead(field, name)] for name in given.get("fields", ())]
    buttons = [["li", "", ["span", "", *_dead(button, name)]] for name in given.get("buttons", ())]
    return [
        ["div", "ov-material-bar", *_line("", given.get("address"), "span")],
        [
            "div",
            "ov-material-sheet",
            *_title(given),
            *text,
            *([["ul", "ov-material-fields", *fields]] if fields else []),
            *([["ul", "ov-material-buttons", *buttons]] if buttons else []),
            *_line("ov-material-small", given.get("small")),
        ],
    ]


def _dead(told: str, name: str) -> list[Node]:
    """The label of a control that does nothing; who sees no box is told what it stands for."""
    before, _name, after = told.partition("{name}")
    return [["span", "ov-sr", before], name, *([["span", "ov-sr", after]] if after else [])]


def _mail(given: Given, text: Sequence[Node], t: Translator) -> list[Node]:
    heads = {"from": t("From"), "to": t("To"), "subject": t("Subject")}
    rows = [
        ["div", f"ov-material-{field}", ["dt", "", head], ["dd", "", given[field]]]
        for field, head in heads.items()
        if given.get(field)
    ]
    return [["dl", "ov-material-head", *rows], ["div", "ov-material-sheet", *text]]


def _letter(given: Given, text: Sequence[Node], t: Translator) -> list[Node]:
    return [
        [
            "div",
            "ov-material-sheet",
            *_line("ov-material-sender", given.get("sender")),
            *_line("ov-material-date", given.get("date")),
            *text,
            *_line("ov-material-signature", given.get("signature")),
        ]
    ]


def _chat(given: Given, text: Sequence[Node], t: Translator) -> list[Node]:
    others = {said.get("who", given["with"]) for said in given["messages"] if not said.get("me")}
    said = [_said(one, given["with"], len(others) > 1, t) for one in given["messages"]]
    return [["p", "ov-material-bar", ["strong", "", given["with"]]], ["ul", "ov-material-said", *said]]


def _said(said: Given, other: str, are_many: bool, t: Translator) -> Node:
    """A message; among two people a place tells who speaks to who sees it, and words to who does not."""
    who = said.get("who") or (t("You") if said.get("me") else other)
    seen = are_many and not said.get("me")
    name: Node = ["strong", "ov-material-who" if seen else "ov-sr", f"{who}: "]
    at = [["span", "ov-material-at", said["at"]]] if said.get("at") else []
    return ["li", "ov-material-me" if said.get("me") else "", name, *flowing(said["text"]), *at]


def _notification(given: Given, text: Sequence[Node], t: Translator) -> list[Node]:
    at = [["span", "ov-material-at", given["at"]]] if given.get("at") else []
    app: Node = ["p", "ov-material-app", ["strong", "", given["app"]], *([" "] if at else []), *at]
    return [["div", "ov-material-sheet", app, *_title(given), *text]]


def _poster(given: Given, text: Sequence[Node], t: Translator) -> list[Node]:
    return [
        ["div", "ov-material-sheet", *_title(given), *text, *_line("ov-material-small", given.get("small"))]
    ]


def _reviews(given: Given, text: Sequence[Node], t: Translator) -> list[Node]:
    return [*_title(given), ["ul", "ov-material-list", *(_review(one, t) for one in given["reviews"])]]


def _review(review: Given, t: Translator) -> Node:
    head: list[Node] = [["strong", "", review["name"]]]
    if stars := review.get("stars"):
        told = t("{n} of {most} stars").format(n=stars, most=MOST_STARS)
        head += [" ", ["span", f"ov-material-stars ov-material-stars-{stars}", told]]
    if date := review.get("date"):
        head += [" ", ["span", "ov-material-at", date]]
    return ["li", "", ["p", "ov-material-by", *head], *flowing(review["text"])]


def _note(given: Given, text: Sequence[Node], t: Translator) -> list[Node]:
    return [["div", "ov-material-sheet", *text]]


def _named_page(given: Given) -> Message:
    address = given.get("address")
    return Message("Web page {address}", address=address) if address else Message("Web page")


def _named_letter(given: Given) -> Message:
    sender = given.get("sender", "").partition("\n")[0]
    return Message("Letter from {name}", name=sender) if sender else Message("Letter")


def _named_poster(given: Given) -> Message:
    title = given.get("title")
    return Message("Poster: {title}", title=title) if title else Message("Poster")


FORMS: Mapping[str, Form] = {
    "page": Form(_named_page, _page, ("text",), ("address", "title", "fields", "buttons", "small")),
    "mail": Form(
        lambda given: Message("Mail from {name}", name=given["from"]),
        _mail,
        ("from", "text"),
        ("to", "subject"),
    ),
    "letter": Form(_named_letter, _letter, ("text",), ("sender", "date", "signature")),
    "chat": Form(lambda given: Message("Chat with {name}", name=given["with"]), _chat, ("with", "messages")),
    "notification": Form(
        lambda given: Message("Notification from {app}", app=given["app"]),
        _notification,
        ("app", "text"),
        ("at", "title"),
    ),
    "poster": Form(_named_poster, _poster, ("text",), ("title", "small")),
    "reviews": Form(lambda given: Message("Reviews"), _reviews, ("reviews",), ("title",)),
    "note": Form(lambda given: Message("Note"), _note, ("text",)),
}
"""Every form by its name in a text."""
