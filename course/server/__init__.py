"""Jupyter server extension: it opens on the start page, and what it saves is a complete hand-in.

What it gives to whom is in `course.server.files`, how it starts a kernel in `course.server.kernels`, what may run by
itself in `course.server.running`, and what the course panel shows in `course.server.course_page`.

A live widget is nothing once its kernel is gone: JupyterLab would show "model not found" in its place. So a
notebook of the course is stored with the readable copy of each answer only, and each copy is brought up to date
with the answer on disk.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import Any

from jupyter_server.utils import url_path_join
from traitlets.config import Config

from course.answers import Answers
from course.answers.copy import complete
from course.server.course_page import COURSE_ADDRESS, CoursePage
from course.server.files import EXERCISES, START_PAGE, CourseFiles, course_around
from course.server.hand_ins import FROM_HERE, RUN_HAND_INS
from course.server.kernels import SafeKernel
from course.server.lab_words import say_all
from course.server.running import ADDRESS, Runs

INSTRUCTORS = ("nbgrader.server_extensions.formgrader", "nbgrader.server_extensions.course_list")
"""Parts of nbgrader that read the files of a course by themselves; participants have no use for them."""
UNPRINTED = ("exclude_input", "exclude_input_prompt", "exclude_output_prompt")
"""Of a page that is printed: the code, and the numbers of its cells."""
AWAY = tuple(
    f"@jupyter/nbgrader:{part}"
    for part in ("formgrader", "course-list", "create-assignment", "validate-assignment")
)
"""What nbgrader adds to JupyterLab and a participant has no use for."""
UNTRUE = ("@jupyter/nbgrader:validate-assignment",)
"""It runs what is in a notebook, so its part of the server is off; and of an open answer it says that there is none."""


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "course.server"}]


def _link_jupyter_server_extension(server: Any) -> None:
    """Before the server makes its managers, and puts its base address in front of where it opens."""
    say_all()
    chosen = {"MappingKernelManager": {"kernel_manager_class": named(SafeKernel)}}
    if (
        "contents_manager_class" not in server.config.ServerApp
    ):  # files that are elsewhere than on disk stay there
        chosen["ServerApp"] = {"contents_manager_class": named(CourseFiles)}
    server.update_config(Config(chosen))
    everything = CourseFiles(config=server.config).everything
    in_course = course_around(Path(server.root_dir).resolve()) is not None
    if in_course or everything:
        _turn_off(server, RUN_HAND_INS)
        _leave_out(server, UNTRUE if everything else AWAY)
    if everything:
        server.tornado_settings.setdefault("headers", {}).setdefault("Content-Security-Policy", FROM_HERE)
    if in_course and not everything:
        # What a participant prints has no code in it; nbgrader's pages for marking, drawn by the same exporter, have.
        server.update_config(Config({"HTMLExporter": dict.fromkeys(UNPRINTED, True)}))
        _turn_off(server, INSTRUCTORS)
    if not (Path(server.root_dir) / START_PAGE).is_file():
        return
    for app in (server, *chain.from_iterable(server.extension_manager.extension_apps.values())):
        name = type(app).__name__
        if server.config[name].get("default_url", app.default_url) in ("/", "/lab", "/tree"):
            server.update_config(Config({name: {"default_url": f"/lab/tree/{START_PAGE}"}}))


def _turn_off(server: Any, names: Iterable[str]) -> None:
    for name in names:
        if package := server.extension_manager.extensions.get(name):
            package.enabled = False


def _leave_out(server: Any, names: Iterable[str]) -> None:
    """Of the page, where `names` are the plugins of JupyterLab and Notebook."""
    before = server.tornado_settings.get("page_config_hook")

    def without(handler: Any, page: dict[str, Any]) -> dict[str, Any]:
        page = before(handler, page) if before else page
        return {**page, "disabledExtensions": sorted({*page.get("disabledExtensions", ()), *names})}

    server.tornado_settings["page_config_hook"] = without


def named(kind: type) -> str:
    """A class as settings name it."""
    return f"{kind.__module__}.{kind.__qualname__}"


def _load_jupyter_server_extension(server: Any) -> None:
    # Late: who has these parts of nbgrader off waits for none of it.
    if _has(server, "formgrader"):
        from course.server.formgrader import make_safe

        make_safe()
    if _has(server, "assignment_list"):
        from course.server.assignment_list import hand_in_from, list_what_is_graded

        list_what_is_graded()
        root = Path(server.root_dir).resolve()
        if (root / START_PAGE).is_file():
            hand_in_from(root / EXERCISES)
    pages = {ADDRESS: Runs, COURSE_ADDRESS: CoursePage}
    server.web_app.add_handlers(
        ".*$", [(url_path_join(server.base_url, address), page) for address, page in pages.items()]
    )
    server.contents_manager.register_pre_save_hook(complete_copies)
    # For a contents manager that takes its place later, as that of Jupytext's own extension does.
    server.config.ContentsManager.setdefault("pre_save_hook", complete_copies)


def _has(server: Any, part: str) -> bool:
    """Whether this part of nbgrader is on."""
    package = server.extension_manager.extensions.get(f"nbgrader.server_extensions.{part}")
    return bool(package and package.enabled)


def complete_copies(model: dict[str, Any], path: str, contents_manager: Any, **_kwargs: Any) -> None:
    """Pre-save hook; see Jupyter Server's ``ContentsManager.pre_save_hook`` for the arguments."""
    if model.get("type") != "notebook":
        return
    root = Path(getattr(contents_manager, "root_dir", "."))
    complete(model["content"], Answers((root / path.lstrip("/")).parent / "answers"))
