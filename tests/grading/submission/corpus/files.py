"""Files that are no files, files that would be run, and far too many of them."""

import os
import shutil
import socket
import stat

from tests.fixture import NAME
from tests.grading.submission.corpus.case import case

GROUP = "Koppelingen, speciale bestanden en bestanden die iets willen doen"


def special(make):
    """Make a file that only a superuser can make; another gets a pipe, which is just as special."""
    try:
        make()
    except PermissionError:
        return False
    return True


def filled(hand_in):
    hand_in.save(hand_in.notebook())
    return hand_in.half


@case(GROUP, "Het notebook is een koppeling naar /etc/passwd")
def notebook_koppeling(hand_in):
    (hand_in.folder / f"{NAME}.ipynb").symlink_to("/etc/passwd")
    return None


@case(GROUP, "Het notebook is een koppeling naar dat van een ander")
def notebook_van_ander(hand_in):
    (hand_in.folder / f"{NAME}.ipynb").symlink_to(hand_in.course.put("gewoon") / f"{NAME}.ipynb")
    return None


@case(GROUP, "Het notebook is een koppeling naar /dev/zero, met een map answers")
def notebook_zero(hand_in):
    (hand_in.folder / f"{NAME}.ipynb").symlink_to("/dev/zero")
    hand_in.keep(hand_in.half)
    return hand_in.half


@case(GROUP, "Het notebook is een koppeling naar zichzelf")
def notebook_lus(hand_in):
    (hand_in.folder / f"{NAME}.ipynb").symlink_to(f"{NAME}.ipynb")
    return None


@case(GROUP, "Het notebook is een pijp (FIFO)")
def notebook_pijp(hand_in):
    os.mkfifo(hand_in.folder / f"{NAME}.ipynb")
    return None


@case(GROUP, "Het notebook is een map")
def notebook_map(hand_in):
    (hand_in.folder / f"{NAME}.ipynb").mkdir()
    return None


@case(GROUP, "De map answers is een koppeling naar die van een ander")
def map_koppeling(hand_in):
    (hand_in.folder / "answers").symlink_to(hand_in.course.put("alleen-antwoorden") / "answers")
    hand_in.save(hand_in.notebook({}))
    return {}


@case(GROUP, "Een antwoord is een koppeling naar dat van een ander")
def antwoord_koppeling(hand_in):
    hand_in.save(hand_in.notebook({}))
    hand_in.keep(hand_in.half)
    path = hand_in.folder / "answers" / "birthday-card.json"
    path.unlink()
    path.symlink_to(hand_in.course.put("alleen-antwoorden") / "answers" / "birthday-card.json")
    return {name: answer for name, answer in hand_in.half.items() if name != "birthday-card"}


@case(GROUP, "Antwoorden die een pijp, een socket, een map en een apparaat zijn")
def antwoord_speciaal(hand_in):
    hand_in.save(hand_in.notebook({}))
    hand_in.keep(hand_in.half)
    folder = hand_in.folder / "answers"
    first, second, third, fourth = list(hand_in.half)[:4]
    for name in (first, second, third, fourth):
        (folder / f"{name}.json").unlink()
    os.mkfifo(folder / f"{first}.json")
    here = os.getcwd()
    os.chdir(folder)  # the path of a socket may not be long
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(f"{second}.json")
    os.chdir(here)
    (folder / f"{third}.json").mkdir()
    if not special(lambda: os.mknod(folder / f"{fourth}.json", stat.S_IFCHR | 0o600, os.makedev(1, 5))):
        os.mkfifo(folder / f"{fourth}.json")
    return {
        name: answer for name, answer in hand_in.half.items() if name not in (first, second, third, fourth)
    }


@case(GROUP, "Losse koppelingen, pijpen, apparaten en een kring van mappen naast het notebook")
def losse_koppelingen(hand_in):
    folder = hand_in.folder
    (folder / "passwd.txt").symlink_to("/etc/passwd")
    (folder / "zero.bin").symlink_to("/dev/zero")
    (folder / "kring").symlink_to(folder)
    (folder / "a" / "b").mkdir(parents=True)
    (folder / "a" / "b" / "terug").symlink_to(folder / "a")
    os.mkfifo(folder / "pijp")
    special(lambda: os.mknod(folder / "zero", stat.S_IFCHR | 0o600, os.makedev(1, 5)))
    (folder / "omhoog").symlink_to("../../../../gradebook.db")
    return filled(hand_in)


@case(GROUP, "timestamp.txt is een koppeling naar /dev/zero, het geheim van nbgrader een pijp")
def timestamp_koppeling(hand_in):
    (hand_in.folder / "timestamp.txt").symlink_to("/dev/zero")
    os.mkfifo(hand_in.folder / "submission_secret.txt")
    return filled(hand_in)


@case(GROUP, "Bestanden die Python of nbgrader zou inlezen: course.py, sitecustomize.py, nbgrader_config.py")
def python_bestanden(hand_in):
    for name in (
        "course.py",
        "course/__init__.py",
        "sitecustomize.py",
        "usercustomize.py",
        "nbformat.py",
        "anywidget/__init__.py",
        "ipython_config.py",
        "nbgrader_config.py",
        "conftest.py",
        "answers/__init__.py",
        "json.py",
    ):
        hand_in.write(hand_in.trap(name).encode(), name)
    return filled(hand_in)


@case(GROUP, "5.000 losse bestanden, ook in answers")
def veel_bestanden(hand_in):
    for count in range(2_500):
        hand_in.write(b"x", f"rommel/{count}.txt")
        hand_in.write(b"{}", f"answers/rommel-{count}.json")
    return filled(hand_in)


@case(GROUP, "Een los bestand van 100 MB")
def groot_bestand(hand_in):
    with open(hand_in.folder / "film.mp4", "wb") as file:
        file.truncate(100_000_000)
    return filled(hand_in)


@case(GROUP, "Mappen van 200 niveaus diep, met lange namen")
def diepe_mappen(hand_in):
    here = os.getcwd()
    os.chdir(hand_in.folder)
    for _level in range(200):  # together longer than the longest path that may be named at once
        os.mkdir("m" * 50)
        os.chdir("m" * 50)
    os.chdir(here)
    return filled(hand_in)


@case(GROUP, "Alles alleen-lezen, ook de mappen")
def alleen_lezen(hand_in):
    hand_in.keep(hand_in.half)
    hand_in.write(b"{", "answers/old-question.json")
    filled(hand_in)
    for path in [*hand_in.folder.rglob("*"), hand_in.folder]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    return hand_in.half


@case(GROUP, "De inlevering is een bestand en geen map")
def geen_map(hand_in):
    hand_in.place.write_text("{}")
    return None


@case(GROUP, "De inlevering is een koppeling naar die van een ander")
def inlevering_koppeling(hand_in):
    hand_in.place.symlink_to(hand_in.course.put("gewoon"))
    return None


@case(GROUP, "De map van de deelnemer is een koppeling")
def deelnemer_koppeling(hand_in):
    person = hand_in.place.parent
    shutil.rmtree(person)
    person.symlink_to(hand_in.course.put("gewoon").parent)
    return None


@case(GROUP, "De inlevering is een pijp (FIFO)")
def inlevering_pijp(hand_in):
    os.mkfifo(hand_in.place)
    return None
