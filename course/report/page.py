"""One page that needs nothing else: no network, no other file, and no script but its own."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import replace
from importlib.resources import files
from itertools import chain
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from plotly.offline import get_plotlyjs

from course.folders import write_at_once
from course.plot import CONFIG
from course.report.elements import PlotElement
from course.report.facts import Facts
from course.report.sections import sections_of

TEMPLATES = Environment(
    autoescape=True,
    loader=PackageLoader("course.report", "."),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def pages(facts: Facts) -> dict[str, str]:
    """Both pages of one assignment, by the name of their file: by name, and to show in class."""
    name, anonymous = facts.scores.assignment, facts.t("anonymous")
    return {
        f"{name}.html": render(facts),
        f"{name}-{anonymous}.html": render(replace(facts, anonymous=True)),
    }


def render(facts: Facts) -> str:
    """The page as HTML. Names and answers are data: jinja2 escapes all of it, and figures travel as JSON."""
    sections = sections_of(facts)
    elements = chain.from_iterable(section.elements for section in sections)
    plots = {element.id: element.plot for element in elements if isinstance(element, PlotElement)}
    scripts = [_text("report.js")]
    if plots:
        scripts.insert(0, get_plotlyjs().replace("\r\n", "\n"))
    page = TEMPLATES.get_template("report.html.j2").render(
        facts=facts,
        t=facts.t,
        sections=sections,
        policy=_policy(scripts),
        style=Markup(_text("report.css")),  # noqa: S704  (a file of the course)
        scripts=[Markup(script) for script in scripts],  # noqa: S704  (plotly's and the course's own)
        data={"plots": plots, "config": CONFIG},
    )
    return page.lstrip()  # macros leave empty lines above the doctype


def write(made: Mapping[str, str], folder: Path) -> list[Path]:
    """Write pages into `folder`, each at once: whoever has the old page open never sees half of the new one."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, page in made.items():
        write_at_once(folder / name, page.encode())
        written.append(folder / name)
    return written


def _text(name: str) -> str:
    return files("course.report").joinpath(name).read_text("utf-8")


def _policy(scripts: list[str]) -> str:
    """A content security policy under which the browser runs these scripts and loads nothing."""
    digests = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
    allowed = " ".join(f"'sha256-{digest}'" for digest in digests)
    rules = ("default-src 'none'", f"script-src {allowed}", "style-src 'unsafe-inline'", "img-src data:")
    return "; ".join((*rules, "base-uri 'none'", "form-action 'none'"))
