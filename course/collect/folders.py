"""Files that no platform named: which of the folders around them may have the name of whoever handed them in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import zip_longest
from pathlib import PurePosixPath

from course.collect.copies import is_notebook, without_copies
from course.collect.senders import named_after

WHOLE_CLASS = re.compile(
    r"archive|submissions|submitted files|onedrive|gradebook_.+|.+ download .+|.*-\d{8}T\d{6}Z(-\d+)*|drive-download.*",
    re.IGNORECASE,
)
"""What platforms call the download of everybody: never a person."""
NOBODY = re.compile(r"answers|(?:version|versie|attempt|poging|v)[ _-]?\d{1,4}", re.IGNORECASE)
"""What a folder of one person is called inside."""


def names_of(paths: Iterable[PurePosixPath], assignment: str) -> dict[PurePosixPath, tuple[str, ...]]:
    """For each file in one download the names that it may be of; one name is an answer, more are a question.

    Where folders at one depth alone differ, they are the participants: what everybody has (``klas``, ``werk``) is
    nobody's name. Where they differ at more depths, either may be a person (``groep A/Anna`` or ``Anna/mijn map``).

    Args:
        paths: relative to the folder where downloads were unpacked; the first folder is the download.
        assignment: its name; a folder of that name tells nothing.
    """
    chains = {path: _chain(path, assignment) for path in paths}
    works = {
        chain for path, chain in chains.items() if is_notebook(path.name) or path.parent.name == "answers"
    }
    is_one = sum(is_notebook(path.name) for path in chains) == 1
    at_depth = [set(names) - {None} for names in zip_longest(*works)]
    told = {depth for depth, names in enumerate(at_depth) if len(names) > 1}
    shared = {depth for depth in range(len(at_depth)) if all(len(chain) > depth for chain in works)}
    asked = {depth for depth in range(len(at_depth)) if not told or depth in told or depth not in shared}
    found = {}
    for path, chain in chains.items():
        names = [folder for depth, folder in enumerate(chain) if depth in asked]
        if (
            chain
            and names[:1] == [chain[0]]
            and (WHOLE_CLASS.fullmatch(names[0]) or (len(chain) == 1 and not is_one))
        ):
            names = names[1:]
        if sender := named_after(path, assignment):
            names.append(sender.name)
        found[path] = tuple(dict.fromkeys(names))
    return found


def _chain(path: PurePosixPath, assignment: str) -> tuple[str, ...]:
    return tuple(
        folder
        for depth, folder in enumerate(path.parts[:-1])
        if depth == 0 or not (NOBODY.fullmatch(folder) or without_copies(folder, assignment)[0] == assignment)
    )
