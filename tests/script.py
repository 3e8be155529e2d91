"""Text that does something on a page that does not escape it, on every page that shows what people wrote."""

from __future__ import annotations

from typing import Any

SCRIPT = "<script>alert('gijs')</script><img src=x onerror=\"alert('gijs')\"> $gijs$ **gijs**"


def scripted(value: Any) -> Any:
    """The same answer with a script behind every text of more than one word."""
    if isinstance(value, dict):
        return {name: scripted(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [scripted(inner) for inner in value]
    return f"{value} {SCRIPT}" if isinstance(value, str) and " " in value else value
