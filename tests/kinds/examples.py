"""One small exercise of every kind, with its key and a model answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from course import (
    Choose,
    Dilemma,
    Experiment,
    Flashcards,
    Inquiry,
    Journey,
    Lookback,
    Mark,
    Match,
    Mixed,
    Order,
    OwnCase,
    Plan,
    Prediction,
    Reflect,
    Rewrite,
    Scene,
    Sort,
)
from course.exercise import Answer, Exercise

MOTIVE = "een twee drie vier vijf zes zeven acht negen tien"

choose = Choose("pick", "Wat?", many=True, deduct=True, options={"a": "Appel", "b": "Beer", "c": "Citroen"})
choose_one = Choose("pick-one", "Wat?", options={"a": "Appel", "b": "Beer"})
sort = Sort(
    "sort",
    "Waar?",
    bins={"gift": "Cadeau", "trade": "Ruil", "trial": "Proef"},
    cards={"ring": "Ringetje", "coupon": "Bon", "week": "Proefweek", "talk": "Gesprek"},
)
mark = Mark(
    "mark",
    "Markeer.",
    text="Wij geven je een gids. Bel ons morgen. Na een maand betaal je tien euro, elke week.",
    labels={"gift": "Cadeau", "ask": "Verzoek", "catch": "Voorwaarde"},
)
match = Match(
    "match",
    "Wat hoort bij elkaar?",
    left={"x": "Iks", "y": "Ei"},
    right={"one": "Een", "two": "Twee", "three": "Drie"},
)


def fragment(name, at_work, honest, *, may=(), near=()):
    """A fragment for `mixed`, with a reason for each label."""
    reasons = [dict.fromkeys(labels, f"Reden {name}.") for labels in (at_work, may, near)]
    told = dict(zip(("is", "may", "not"), reasons, strict=True))
    return {
        "name": name.title(),
        "text": f"Tekst {name}.",
        **told,
        "honest": honest,
        "why": f"Waarom {name}.",
    }


mixed = Mixed(
    "mixed",
    "Wat werkt hier?",
    size=2,
    labels={
        "gift": {"text": "Cadeau", "why": "Je kreeg iets."},
        "crowd": {"text": "Menigte", "why": "Je ziet anderen."},
        "expert": {"text": "Kenner", "why": "Iemand weet het."},
    },
    fragments={
        "soup": fragment("soup", ["gift"], True, may=["crowd"]),
        "queue": fragment("queue", ["crowd", "gift"], False, near=["expert"]),
        "sign": fragment("sign", ["none"], True),
    },
    pairs={"who": {"of": ["expert", "crowd"], "advice": "Doet hij het, of weet hij het?"}},
)
order = Order("order", "Volgorde?", steps={"pay": "Betalen", "pick": "Kiezen", "unpack": "Uitpakken"})
rewrite = Rewrite("rewrite", "Herschrijf.", original="Koop nu.", min_words=4)
journey = Journey(
    "journey",
    "Leg neer.",
    phases={"before": "Vooraf", "after": "Daarna"},
    cards={"tip": "Tip", "extra": "Extra"},
    touchpoints={"before": ["belt"]},
)
journey_board = Journey(
    "journey-board",
    "Teken.",
    phases={"order": "Bestellen", "wait": "Wachten", "come": "Komen"},
    cards={"photo": "Foto", "call": "Bellen", "coupon": "Korting"},
    labels={"empty": "Leeg", "business": "Zakelijk", "digital": "Te digitaal"},
    moments={"order": {"form": "Formulier"}, "come": {"bot": "Chatbot"}},
    at_most=2,
    lifts={"photo": 2, "call": 1, "coupon": 1},
)
reflect = Reflect("reflect", "Schrijf.", min_words=5)
dilemma = Dilemma(
    "dilemma",
    "Wat doe je?",
    scenes={
        "start": {
            "text": "Je krijgt een bon.",
            "choices": {
                "keep": {"text": "Houden", "consequences": {"Jij": "Blij."}, "next": "later"},
                "return": {"text": "Teruggeven", "consequences": {"Jij": "Vrij."}},
            },
        },
        "later": {
            "text": "Hij belt.",
            "choices": {
                "help": {"text": "Helpen", "consequences": {}},
                "refuse": {"text": "Weigeren", "consequences": {}},
            },
        },
    },
    rule={"text": "Regel", "basis": "Wet", "date": "2026"},
)
experiment = Experiment(
    "lab",
    "Hoe vaak?",
    simulation="stock",
    options={"a": "Vaak", "b": "Soms", "c": "Nooit"},
    controls=["rate"],
)
QUESTIONS = {
    "paid": {"text": "Wie betaalt?", "answer": "De stad."},
    "seen": {"text": "Zelf gezien?", "answer": "Nee."},
}
inquiry = Inquiry(
    "inquiry",
    "Wie?",
    subjects={
        "doctor": {
            "name": "Dokter Bos",
            "text": "Zegt van wel.",
            "questions": {
                "paid": {"text": "Wie betaalt?", "answer": "Een bedrijf.", "opens": ["much"]},
                "much": {"text": "Hoeveel?", "answer": "Veel."},
                "seen": {"text": "Zelf gezien?", "answer": "Eén keer."},
            },
        },
        "nurse": {"name": "Zuster Mia", "text": "Zegt van niet.", "questions": QUESTIONS},
    },
    judgements={"yes": "Ja", "ask": "Navragen", "no": "Nee"},
    turns=3,
)
prediction = Prediction(
    "guess", "Hoeveel?", about="falk.large", low=0, high=60, unit="percent", then="gift_before_or_after"
)
prediction_order = Prediction(
    "guess-order",
    "In welke volgorde?",
    about={"none": "falk.none", "small": "falk.small", "large": "falk.large"},
    things={"none": "Niets", "small": "Eén kaart", "large": "Vier kaarten."},
    then="gift_before_or_after",
)
owncase = OwnCase("case", "Wat is je zaak?", fields={"person": "Eén mens", "ask": "Wat vraag je?"})
plan = Plan(
    "plan", "Maandag", headings={"case": "Jouw zaak"}, sources={"case": ["case"]}, earlier={"case": "Start"}
)
scene = Scene(
    "scene",
    "Welke?",
    versions={"many": "Velen kozen A.", "few": "Er zijn er nog drie."},
    options={"a": "De eerste.", "b": "De tweede."},
    unmask="Nep.",
    timer=20,
    ended="Er gebeurt niets.",
)
ITEM = {
    "goal": "give",
    "question": "Wat?",
    "options": {"a": "Dit", "b": "Dat"},
    "key": "a",
    "reasons": {"a": "Daarom.", "b": "Daarom niet."},
}
lookback = Lookback(
    "lookback",
    "Hoeveel?",
    begin={
        "name": "00-toets",
        "title": "Begin",
        "goals": {"give": "Geven"},
        "items": {"old-1": ITEM, "old-2": ITEM},
    },
    end={
        "name": "08-toets",
        "title": "Eind",
        "goals": {"give": "Geven"},
        "items": {"new-1": ITEM, "new-2": ITEM},
    },
    limits="Twee vragen zijn weinig.",
)
flashcards = Flashcards("cards", "Oefen.", cards={"one": ("Voor", "Achter"), "two": ("Kop", "Munt")})


@dataclass(frozen=True)
class Example:
    exercise: Exercise
    key: Any
    model: Answer


EXAMPLES = {
    "choose": Example(choose, ["a", "c"], {"chosen": ["a", "c"], "confidence": "sure"}),
    "choose-one": Example(choose_one, ["b"], {"chosen": ["b"], "confidence": "sure"}),
    "sort": Example(
        sort,
        {"ring": "gift", "coupon": "trade", "week": ["trial", "gift"], "talk": "trade"},
        {"placed": {"ring": "gift", "coupon": "trade", "week": "trial", "talk": "trade"}},
    ),
    "mark": Example(
        mark,
        {
            "gift": ["Wij geven je een gids."],
            "ask": ["Bel ons morgen"],
            "catch": ["na een maand betaal je tien euro, elke week"],
        },
        {
            "marks": [
                {"from": 0, "to": 4, "label": "gift"},
                {"from": 5, "to": 7, "label": "ask"},
                {"from": 8, "to": 16, "label": "catch"},
            ]
        },
    ),
    "match": Example(match, {"x": "one", "y": "three"}, {"pairs": {"x": "one", "y": "three"}}),
    "mixed": Example(
        mixed,
        None,
        {
            "seed": 3,
            "round": 2,
            "judged": {
                "soup": {"turn": 1, "labels": ["gift"], "honest": True},
                "queue": {"turn": 2, "labels": ["gift", "crowd"], "honest": False},
                "sign": {"turn": 3, "labels": ["none"], "honest": True},
            },
            "now": {"fragment": None, "labels": [], "honest": None},
        },
    ),
    "order": Example(order, ["pick", "pay", "unpack"], {"order": ["pick", "pay", "unpack"]}),
    "rewrite": Example(rewrite, None, {"text": "Hier is een gids voor jou.", "versions": []}),
    "journey": Example(
        journey,
        {"tip": ["before", "after"], "extra": "after"},
        {
            "feelings": {"before": -1, "after": 2},
            "placed": {"tip": "before", "extra": "after"},
            "motives": {"tip": MOTIVE, "extra": MOTIVE},
        },
    ),
    "journey-board": Example(
        journey_board,
        {
            "photo": "wait",
            "call": ["wait", "come"],
            "coupon": [],
            "form": "business",
            "wait": "empty",
            "bot": ["digital", "business"],
        },
        {
            "feelings": {"order": 1, "wait": -1, "come": 0},
            "placed": {"photo": "wait", "call": "wait"},
            "motives": {"photo": MOTIVE, "call": MOTIVE},
            "labels": {"form": "business", "wait": "empty", "bot": "digital"},
        },
    ),
    "reflect": Example(reflect, None, {"text": MOTIVE}),
    "dilemma": Example(
        dilemma,
        None,
        {
            "steps": [
                {"scene": "start", "choice": "keep", "motive": MOTIVE},
                {"scene": "later", "choice": "refuse", "motive": MOTIVE},
            ],
            "again": {"choice": "return", "motive": MOTIVE},
        },
    ),
    "experiment": Example(
        experiment,
        ["b"],
        {
            "guess": 40,
            "seed": 7,
            "settings": {"stock": 3, "rate": 20, "days": 1},
            "tried": [
                {"settings": {"stock": 3, "rate": 14, "days": 1}, "rounds": 2},
                {"settings": {"stock": 3, "rate": 20, "days": 1}, "rounds": 1},
            ],
            "conclusion": "b",
        },
    ),
    "inquiry": Example(
        inquiry,
        {"doctor": ["ask", "no"], "nurse": "yes"},
        {
            "asked": [
                {"subject": "doctor", "question": "paid"},
                {"subject": "nurse", "question": "paid"},
            ],
            "placed": {"doctor": "ask", "nurse": "yes"},
        },
    ),
    "prediction": Example(prediction, None, {"guess": 30, "committed": True}),
    "prediction-order": Example(
        prediction_order, None, {"order": ["large", "small", "none"], "committed": True}
    ),
    "owncase": Example(
        owncase,
        None,
        {"fields": {"person": "Mo", "ask": "Kom je?"}, "text": "Eén mens: Mo\n\nWat vraag je: Kom je?"},
    ),
    "plan": Example(plan, None, {"text": "Ik bel Mo."}),
    "lookback": Example(
        lookback,
        None,
        {
            "guess": 1,
            "taken": {
                "old-1": {"chosen": "b", "confidence": "sure"},
                "new-1": {"chosen": "a", "confidence": "sure"},
                "new-2": {"chosen": "b", "confidence": None},
            },
            "committed": True,
        },
    ),
    "scene": Example(
        scene, None, {"version": "many", "timer": "stopped", "chosen": ["a"], "committed": True}
    ),
    "flashcards": Example(flashcards, None, {"boxes": {"one": {"box": 2, "due": "2026-03-01"}}}),
}


def keyed(name: str, **changes: Any) -> Any:
    """The example `name` as a lesson has it: with its key."""
    example = EXAMPLES[name]
    return replace(example.exercise, key=example.key, **changes)


def verdicts(result: Any) -> dict[str, str]:
    """{item: verdict} of a result."""
    return {item.id: item.verdict for item in result.items}
