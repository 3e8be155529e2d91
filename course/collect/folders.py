"""Files that no platform named: which of the folders around them may have the name of whoever handed them in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import zip_longest
from pathlib import PurePosixPath

from course.collect.copies import is_notebook, without_copies
from course.collect.names import as_folder
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
    notebooks = {path for path in chains if is_notebook(path.name)}
    works = {chains[path] for path in chains if path in notebooks or path.parent.name == "answers"}
    depths = list(zip_longest(*works))
    differ = {depth for depth, names in enumerate(depths) if len(set(names) - {None}) > 1}
    uneven = {depth for depth, names in enumerate(depths) if None in names}
    asked = differ | uneven if differ else set(range(len(depths)))
    found = {}
    for path, chain in chains.items():
        names = [folder for depth, folder in enumerate(chain) if depth in asked]
        if (
            0 in asked
            and chain
            and (WHOLE_CLASS.fullmatch(chain[0]) or (chain[1:] == () and len(notebooks) != 1))
        ):
            del names[0]  # the download itself has a person's name only when it holds the work of one
        if sender := named_after(path, assignment):
            names.append(sender.name)
        found[path] = tuple(name for name in dict.fromkeys(names) if as_folder(name))
    return found


def _chain(path: PurePosixPath, assignment: str) -> tuple[str, ...]:
    return tuple(
        folder
        for depth, folder in enumerate(path.parts[:-1])
        if depth == 0 or not (NOBODY.fullmatch(folder) or without_copies(folder, assignment)[0] == assignment)
    )
