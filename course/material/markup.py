"""A tree of elements, and what is made of it in Python; ``view/frontend/material.js`` puts it on a page."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

Node = str | list[Any]
"""A text, or ``[tag, class, *nodes]``; of plain lists and texts, so that it can travel as JSON."""

TAGS = frozenset(
    {"figure", "figcaption", "div", "p", "ul", "ol", "li", "dl", "dt", "dd", "strong", "span", "slot"}
)
"""What material is made of."""

SLOT: Node = ["slot", ""]
"""Where an exercise puts the text that one works on."""

SPECIAL = {"$": "<span>&#36;</span>", "\\": "<span>&#92;</span>"}
"""MathJax looks in the text of the finished page, and never across the edge of an element."""


def verified(node: Node) -> Node:
    """`node`, if it is made of `TAGS` alone: in somebody's notebook an element can stand where a text belongs.

    Raises:
        ValueError: it holds anything else.
    """
    match node:
        case str():
            pass
        case [str(tag), str(), *inner] if tag in TAGS:
            for one in inner:
                verified(one)
        case _:
            raise ValueError(f"no element of a material: {str(node)[:60]}")
    return node


def as_html(node: Node, slot: Sequence[Node] = ()) -> str:
    """`node` as HTML, with `slot` where the text belongs. A line for each part, and no empty one: that ends HTML."""
    if isinstance(node, str):
        return "".join(SPECIAL.get(c, c) for c in escape(node, quote=False)).replace("\n", "<br>")
    if node == SLOT:
        return "\n".join(as_html(each) for each in slot)
    tag, name, *inner = node
    between = "\n" if inner and tag in ("figure", "div", "ul", "ol", "dl") else ""
    made = between.join(as_html(each, slot) for each in inner)
    begin = f'<{tag} class="{escape(name)}">' if name else f"<{tag}>"
    return f"{begin}{between}{made}{between}</{tag}>"


def count_read(node: Node) -> int:
    """How many words there are to read."""
    return len(node.split()) if isinstance(node, str) else sum(count_read(each) for each in node[2:])
