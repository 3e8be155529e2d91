"""Answers and hand-ins whose moment cannot be right."""

from tests.grading.submission.corpus.case import case

GROUP = "De klok stond verkeerd"
OLDER, NEWER = "2026-03-01T12:00:00.000001+01:00", "2026-03-02T12:00:00.000002+01:00"


def two(hand_in, file, copy):
    """Half work in the folder, perfect work in the notebook, saved at these moments."""
    hand_in.keep(hand_in.half, file)
    hand_in.save(hand_in.notebook(hand_in.course.perfect(), copy))
    return hand_in.half, hand_in.course.perfect()


@case(GROUP, "Twee versies; die in het notebook is nieuwer")
def kopie_nieuwer(hand_in):
    return two(hand_in, OLDER, NEWER)[1]


@case(GROUP, "Twee versies; die in de map answers is nieuwer")
def map_nieuwer(hand_in):
    return two(hand_in, "2026-03-02T12:00:00.000003+01:00", "2026-03-01T12:00:00.000004+01:00")[0]


@case(GROUP, "Twee versies, op hetzelfde moment opgeslagen: de map telt")
def even_oud(hand_in):
    return two(hand_in, "2026-03-02T12:00:00.000005+01:00", "2026-03-02T11:00:00.000005+00:00")[0]


@case(GROUP, "Twee versies; bij die in het notebook was het 2099")
def jaar_2099(hand_in):
    return two(hand_in, "2026-03-02T12:00:00.000006+01:00", "2099-01-01T00:00:00.000006+01:00")[0]


@case(GROUP, "Twee versies; bij die in de map was het 1970")
def jaar_1970(hand_in):
    return two(hand_in, "1970-01-01T00:00:00.000007+01:00", "2026-03-02T12:00:00.000007+01:00")[1]


@case(GROUP, "Eén versie, opgeslagen in 2099")
def alleen_2099(hand_in):
    hand_in.save(hand_in.notebook(saved="2099-01-01T00:00:00.000008+01:00"))
    return hand_in.half


@case(GROUP, "Een moment zonder tijdzone, tegen een ouder moment met")
def zonder_tijdzone(hand_in):
    return two(hand_in, "2026-03-01T12:00:00.000009+01:00", "2026-03-05T12:00:00.000009")[1]


@case(GROUP, "Een moment dat geen moment is")
def geen_moment(hand_in):
    hand_in.save(hand_in.notebook(saved="over duizend jaar"))
    return hand_in.half


@case(GROUP, "In timestamp.txt staat onzin")
def timestamp_onzin(hand_in):
    hand_in.save(hand_in.notebook())
    hand_in.write(b"\xff\xfe gisteren \x00", "timestamp.txt")
    return hand_in.half


@case(GROUP, "In timestamp.txt staat als tijdzone het pad van een bestand")
def timestamp_pad(hand_in):
    hand_in.save(hand_in.notebook())
    hand_in.write(b"2026-03-01 12:00:00 /etc/passwd", "timestamp.txt")
    return hand_in.half


@case(GROUP, "In timestamp.txt staat 2 MB aan cijfers")
def timestamp_lang(hand_in):
    hand_in.save(hand_in.notebook())
    hand_in.write(b"9" * 2_000_000, "timestamp.txt")
    return hand_in.half


@case(GROUP, "In timestamp.txt staat 1970")
def timestamp_1970(hand_in):
    hand_in.save(hand_in.notebook())
    hand_in.write(b"1970-01-01 00:00:00.000000 UTC", "timestamp.txt")
    return hand_in.half
