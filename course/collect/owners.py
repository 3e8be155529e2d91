"""Which folder in ``submitted`` belongs to which sender; nobody's work is ever put under another's name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set

from course.collect.people import FILE, ClassList
from course.collect.senders import Sender
from course.i18n import Message
from course.names import why_no_name
from course.printable import printable

Key = tuple[str, str, str, tuple[str, ...]]
"""That of a sender."""
NAMELESS = ("participant", "deelnemer")
"""What Moodle calls everybody when names are hidden."""


def folders_of(
    senders: Sequence[Sender],
    assignment: str,
    people: ClassList,
    known: Set[str],
    given: Mapping[str, str],
) -> dict[Key, str | Message]:
    """A folder for each sender, or why there is none: whose it may be, and what to do.

    The class list decides. Who is not in it gets the name alone where that says enough in every assignment, else with
    the number: one that means nothing in the next assignment is left out where it can be, so that a person keeps one
    name in the gradebook. Two senders share a folder only when they have one name and number and the complete class
    list has one such person.

    Args:
        senders: everybody who handed in, each once.
        assignment: the name of the assignment.
        people: the class list.
        known: names of folders that earlier hand-ins got.
        given: for each folder that an earlier hand-in for this assignment got, the number of whoever has it.
    """
    found: dict[Key, str | Message] = {}
    others = []
    for sender in senders:
        matching = people.matching(sender.name)
        if why := why_no_name(sender.name):
            found[sender.key] = _no_name(sender, why, assignment)
        elif len(matching) == 1:
            found[sender.key] = matching[0].id
        elif matching:
            found[sender.key] = may_be([one.id for one in matching], assignment)
        elif people.is_complete:
            found[sender.key] = _not_listed(sender, people.nearest(sender.name), assignment)
        else:
            others.append(sender)
    found |= _by_name(others, known, given)

    sharing: dict[str, list[Sender]] = defaultdict(list)
    for sender in senders:
        if isinstance(folder := found[sender.key], str):
            sharing[folder.casefold()].append(sender)
    taken = {name.casefold(): name for name in known}
    for lower, group in sharing.items():
        is_one = people.is_complete and len({(one.platform, one.name, one.number) for one in group}) == 1
        folder = str(found[group[0].key])
        earlier = given.get(folder, "")
        if len(group) > 1 and not is_one:
            why = may_be([one.label for one in group], assignment)
        elif taken.get(lower, folder) != folder and folder not in known:
            why = may_be([taken[lower], folder], assignment)
        elif earlier and group[0].number and earlier != group[0].number:
            why = may_be([f"{folder} {number}" for number in (earlier, group[0].number)], assignment)
        else:
            continue
        found |= dict.fromkeys((one.key for one in group), why)
    return found


def _by_name(senders: Sequence[Sender], known: Set[str], given: Mapping[str, str]) -> dict[Key, str]:
    names = Counter(sender.base.casefold() for sender in senders)
    shared = {name.rpartition("-")[0].casefold() for name in known if name.rpartition("-")[2].isdigit()}
    folders = {}
    for sender in senders:
        name, has = sender.base.casefold(), given.get(sender.base)
        alone = names[name] == 1 and name not in shared and name not in NAMELESS and has is None
        plain = not sender.lasting and (alone or has == sender.number)
        folders[sender.key] = sender.base if plain else sender.folder
    while True:  # somebody may be called what another is called with a number
        times = Counter(folder.casefold() for folder in folders.values())
        alike = [one for one in senders if times[folders[one.key].casefold()] > 1]
        changed = {one.key: one.folder for one in alike if folders[one.key] not in {one.folder, *given}}
        if not changed:
            return folders
        folders |= changed


def may_be(names: Sequence[str], assignment: str) -> Message:
    """Why a file that may be of any of `names` is nobody's, and what to do."""
    return Message(
        "It is not clear whose this is. It may be of: {names}. Put it loose among the downloads, called "
        "'<name>_{assignment}.ipynb', with a name that is only theirs.",
        names=", ".join(printable(name) for name in names),
        assignment=assignment,
    )


def _no_name(sender: Sender, why: Message, assignment: str) -> Message:
    return Message(
        "The name {name} {why}. Put it loose among the downloads, called '<name>_{assignment}.ipynb', with the name "
        "that this participant goes by.",
        name=ascii(sender.label),
        why=why,
        assignment=assignment,
    )


def _not_listed(sender: Sender, nearest: Sequence[str], assignment: str) -> Message:
    name = printable(sender.label)
    if nearest:
        return Message(
            "‘{name}’ is not in {file}. Is it {nearest}? Then put it loose among the downloads, called "
            "'{first}_{assignment}.ipynb'. Else add the name to {file}.",
            name=name,
            file=FILE,
            nearest=", ".join(nearest),
            first=nearest[0],
            assignment=assignment,
        )
    return Message("‘{name}’ is not in {file}. Add the name there.", name=name, file=FILE)
