"""Sums written as text: ``100 * (tips.again / tips.none - 1)``. Arithmetic only; nothing is executed."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping

OPERATORS: Mapping[type, Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}


def parsed(text: str) -> ast.expr:
    """The formula as a tree.

    Raises:
        ValueError: when it holds anything but numbers, names and ``+ - * / **``.
    """
    try:
        tree = ast.parse(text, mode="eval").body
    except SyntaxError as error:
        raise ValueError(f"formula {text!r} is no sum") from error
    for node in ast.walk(tree):
        number = isinstance(node, ast.Constant) and type(node.value) in (int, float)
        sign = (ast.UnaryOp, ast.USub)
        if not number and not isinstance(
            node, (ast.BinOp, ast.Name, ast.Attribute, ast.Load, *sign, *OPERATORS)
        ):
            raise ValueError(f"formula {text!r}: only numbers, names and + - * / ** may stand in it")
    return tree


def names(text: str) -> tuple[str, ...]:
    """The names in a formula, in order, dotted ones whole."""
    found: dict[str, None] = {}

    def visit(node: ast.AST) -> None:
        if isinstance(node, (ast.Name, ast.Attribute)):
            found[ast.unparse(node)] = None
        else:
            for child in ast.iter_child_nodes(node):
                visit(child)

    visit(parsed(text))
    return tuple(found)


def result(text: str, values: Mapping[str, float]) -> float:
    """What the formula comes to, with a value for each of its names.

    Raises:
        ValueError: when it is no formula, or divides by zero.
        KeyError: when a name has no value.
    """

    def of(node: ast.AST) -> float:
        match node:
            case ast.Constant(value=int() | float() as value):
                return value
            case ast.UnaryOp(operand=operand):
                return -of(operand)
            case ast.BinOp(left=left, op=op, right=right):
                return OPERATORS[type(op)](of(left), of(right))
            case _:
                return values[ast.unparse(node)]

    try:
        return of(parsed(text))
    except (ZeroDivisionError, OverflowError) as error:
        raise ValueError(f"formula {text!r}: {error}") from error
