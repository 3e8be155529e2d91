"""How a participant does each exercise of the gallery, by mouse and by keyboard, and what is kept of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from playwright.sync_api import expect

from tests.browser.gallery import EXERCISES
from tests.browser.page import Exercise

STORY = "Dd xx: ik kreeg 00 ii een kaart.\nMét een bloem, van Ayşe."
"""Every letter of it is also a command of the notebook."""
MAIL = "Hierbij krijg je ons stappenplan. Kijk gerust of het past."
FOLDER = "Wij sturen drie tips. Wij helpen graag. Nog maar twee dagen geldig, wees er snel bij!"
"""Of the three criteria that are asked, one is seen, one not yet, and one is left to the writer."""
REASONS = (
    "Omdat het een vriendelijk gebaar is.",
    "Hij hielp mij ook al eens.",
    "Vrij blijven telt voor mij zwaarder.",
)
CASE = ("Mo, met twee kinderen voorop", "Wilt u ons beoordelen?", "Om negen uur bel ik Mo.")
MOTIVES = {"tip": "Dan is zij nog aan het zoeken.", "note": "Dan merkt zij dat je blijft."}

HOURS = {"update": "Zij denkt dan aan niets anders.", "call": "Een stem stelt haar gerust."}

MOMENTS = {
    "Een verkoper zit proef met haar": "Goed zo",
    "De bevestiging met het bedrag": "Zakelijk",
    "Zes weken wachten": "Leeg",
    "Een chatbot stelt de bezorging uit": "Zakelijk",
}
FULL = "Je mag er hooguit 2 leggen. Leg er eerst een terug op de stapel."

PEEKING = {"looks": 10, "visitors": 2000, "rate": 5, "lift": 0}


def answers() -> dict[str, dict[str, Any]]:
    """What is on disk when everything has been done, by exercise."""
    today = date.today()
    return {
        "which-gift": {"chosen": ["seeds", "advice"], "confidence": "sure"},
        "bouquet-example": {
            "steps": [
                {"scene": "start", "choice": "take", "motive": REASONS[0]},
                {"scene": "later", "choice": "help", "motive": REASONS[1]},
            ],
            "again": {"choice": "refuse", "motive": REASONS[2]},
        },
        "peeking-example": {
            "guess": 53,
            "settings": {**PEEKING, "looks": 12},
            "tried": [
                {"settings": PEEKING, "rounds": 2},
                {"settings": {**PEEKING, "looks": 12}, "rounds": 1},
            ],
            "conclusion": "more-looks",
        },
        "cards-example": {
            "boxes": {
                "gift": {"box": 2, "due": (today + timedelta(days=2)).isoformat()},
                "trade": {"box": 1, "due": (today + timedelta(days=1)).isoformat()},
            }
        },
        "heat-pump-example": {
            "asked": [
                {"subject": "professor", "question": "homes"},
                {"subject": "professor", "question": "old"},
                {"subject": "installer", "question": "seen"},
            ],
            "placed": {"professor": "ask", "installer": "rely"},
        },
        "walk-example": {
            "feelings": {"before": 2, "after": -1},
            "placed": {"tip": "before", "note": "after"},
            "motives": MOTIVES,
        },
        "hour-by-hour-example": {
            "feelings": {"order": 1, "wait": -1, "arrive": -2},
            "placed": {"update": "wait", "call": "arrive"},
            "motives": HOURS,
            "labels": {"sofa": "fine", "bill": "business", "wait": "empty", "bot": "business"},
        },
        "own-road-example": {
            "feelings": {"first": 1, "last": -1},
            "placed": {"warm": "last"},
            "motives": {"warm": STORY},
            "labels": {"first": "fine", "last": "business"},
            "names": {"first": "Kennismaken", "last": "Weer naar huis"},
            "contacts": {"first": "koffie\nrondleiding"},
        },
        "two-tests-example": {"guess": 9, "taken": {}, "committed": False},
        "leaflet-example": {
            "marks": [{"from": 0, "to": 3, "label": "gift"}, {"from": 16, "to": 19, "label": "ask"}]
        },
        "words-example": {"pairs": {"gift": "keep", "trial": "pay"}},
        "market-example": {
            "round": 1,
            "judged": {
                "cheese": {"turn": 0, "labels": ["liking"], "honest": True},
                "stall": {"turn": 0, "labels": ["scarcity"], "honest": False},
            },
            "now": {"fragment": None, "labels": [], "honest": None},
        },
        "thank-you-example": {"order": ["question", "thanks", "tip", "invite"]},
        "own-case-example": {
            "fields": {"person": CASE[0], "ask": CASE[1]},
            "text": f"Eén mens: {CASE[0]}\n\nWat je nu vraagt: {CASE[1]}",
        },
        "monday-example": {"text": CASE[2]},
        "letters-example": {"guess": 33, "committed": True},
        "this-week-example": {"text": STORY},
        "button-example": {"text": MAIL, "versions": [{"at": "", "text": MAIL}]},
        "bottle-example": {"timer": "stopped", "chosen": ["grey"], "committed": True},
        "gift-or-trade-example": {
            "placed": {"seeds": "gift", "bike": "trade", "stamps": "trade", "coffee": "trial"}
        },
        "one-gift": {"chosen": ["tip"], "confidence": "guess"},
        "tip-guess": {"chosen": ["same"], "confidence": None, "committed": True},
        "long-answers": {"pairs": {"cake": "deliver", "queue": "thanks"}},
        "three-verdicts": {"text": FOLDER, "versions": []},
        "gifts-in-order": {"order": ["large", "none", "small"], "committed": True},
        "next-week-example": {"text": STORY},
        "next-case": {
            "fields": {"person": CASE[0], "ask": CASE[1] + " Graag."},
            "text": f"Eén mens: {CASE[0]}\n\nWat je nu vraagt: {CASE[1]} Graag.",
        },
        "gift-again": {"chosen": ["deal"], "confidence": None},
        "leaflet-by-sentence": {
            "marks": [{"from": 0, "to": 4, "label": "gift"}, {"from": 12, "to": 15, "label": "ask"}]
        },
    }


def timeless(answer: dict[str, Any]) -> dict[str, Any]:
    """An answer without what differs each time: when its versions were set aside, and what chance decided."""
    answer = {name: value for name, value in answer.items() if name not in ("seed", "version")}
    if "judged" in answer:  # in which order they came
        judged = answer["judged"]
        return {**answer, "judged": {name: {**judged[name], "turn": 0} for name in sorted(judged)}}
    if "versions" not in answer:
        return answer
    return {**answer, "versions": [{**version, "at": ""} for version in answer["versions"]]}


class Mouse:
    """Points, clicks and drags; types only in fields for text."""

    def __init__(self, exercise: Exercise) -> None:
        self.exercise, self.node, self.page = exercise, exercise.node, exercise.page

    def press(self, name: str) -> None:
        self.node.get_by_role("button", name=name, exact=True).click()

    def option(self, text: str) -> None:
        self.node.locator("label.ov-option", has_text=text).click()

    def radio(self, group: str, word: str) -> None:
        self.node.get_by_role("radiogroup", name=group).get_by_role("radio", name=word, exact=True).click()

    def pick(self, text: str) -> None:
        """Click on a card, or on a place for the card at hand."""
        self.node.locator("button", has_text=text).last.click()

    def drag(self, card: str, place: str) -> None:
        # Scrolled first, and dropped near the title of the place, so that nothing scrolls on the way.
        self.node.evaluate("(root) => root.scrollIntoView({ block: 'start' })")
        self.node.locator("[draggable]", has_text=card).last.drag_to(
            self.node.locator(".ov-bin:visible, .ov-place:visible", has_text=place).first,
            target_position={"x": 60, "y": 20},
        )

    def which_gift(self) -> None:
        self.option("zakjes zaad")
        self.option("De fietsenmaker")
        self.option("Zeker")

    def bouquet_example(self) -> None:
        for choice, reason in zip(
            ["Je neemt het aan", "Je helpt hem eerst", "Je bedankt hem"], REASONS, strict=True
        ):
            self.option(choice)
            self.node.locator("textarea").fill(reason)
            self.press("Verder")

    def peeking_example(self) -> None:
        guess, looks = (
            self.node.locator("input[type=range]").nth(0),
            self.node.locator("input[type=range]").nth(1),
        )
        guess.fill("53")
        self.press("Leg mijn voorspelling vast en draai")
        self.press("Draai nog een ronde")
        looks.fill("12")
        self.press("Draai nog een ronde")
        self.option("Hoe vaker ze kijkt")

    def cards_example(self) -> None:
        self.press("Toon antwoord")
        self.press("Wist ik")
        self.press("Toon antwoord")
        self.press("Nog niet")

    def heat_pump_example(self) -> None:
        self.press("Welke huizen heb je gemeten?")
        self.press("En een huis uit 1930?")
        self.press("Hoe weet je dat?")
        closed = self.node.get_by_role("button", name="Wie betaalde je onderzoek?")
        expect(closed).to_have_attribute("aria-disabled", "true")
        closed.click(force=True)  # the turns are up: nothing is heard
        professor, installer = self.node.locator(".ov-subject").all()
        expect(professor.locator(".ov-talk > li")).to_have_count(2)
        professor.locator("label", has_text="Eerst navragen").click()
        installer.locator("label", has_text="Erop bouwen").click()

    def walk_example(self) -> None:
        self.radio("Hoe voelt het: Vooraf", "heel fijn")
        self.radio("Hoe voelt het: Daarna", "vervelend")
        self.pick("Vooraf")
        self.node.get_by_label("Waarom hier: Een tip").fill(MOTIVES["tip"])
        self.drag("Een handgeschreven bedankje", "2. Daarna")
        self.node.get_by_label("Waarom hier: Een handgeschreven").fill(MOTIVES["note"])

    def hour_by_hour_example(self) -> None:
        for phase, word in {
            "Bestellen": "fijn",
            "Zes weken wachten": "vervelend",
            "De bank komt": "heel vervelend",
        }.items():
            self.radio(f"Hoe voelt het: {phase}", word)
        for moment, label in MOMENTS.items():
            group = self.node.get_by_role("radiogroup", name=f"Wat is dit: {moment}")
            group.locator(".ov-pill", has_text=label).click()
        expect(self.node.locator(".ov-legend")).to_be_hidden()
        self.pick("Halverwege een foto")
        self.pick("Zes weken wachten")
        expect(self.node.get_by_role("status")).to_contain_text("van vervelend naar fijn")
        expect(self.node.locator(".ov-legend")).to_be_visible()
        self.node.get_by_label("Waarom hier: Halverwege").fill(HOURS["update"])
        self.press("Volgend gebaar")
        self.pick("De bank komt")
        self.node.get_by_label("Waarom hier: De chauffeur").fill(HOURS["call"])
        self.node.locator(".ov-take", has_text="Een kortingscode").click()
        self.pick("Bestellen")
        expect(self.node.locator(".ov-note")).to_have_text(FULL)

    def own_road_example(self) -> None:
        self.node.get_by_label("Naam van fase 1").fill("Kennismaken")
        self.node.get_by_label("Contacten in fase 1").fill("koffie\nrondleiding")
        self.node.get_by_role("radiogroup", name="Wat is dit: Kennismaken").locator(
            ".ov-pill", has_text="Goed zo"
        ).click()
        self.node.get_by_label("Naam van fase 3").fill("Weer naar huis")
        self.node.get_by_role("radiogroup", name="Wat is dit: Weer naar huis").locator(
            ".ov-pill", has_text="Zakelijk"
        ).click()
        self.radio("Hoe voelt het: Kennismaken", "fijn")
        self.radio("Hoe voelt het: Weer naar huis", "vervelend")
        self.drag("Mijn warme moment", "Fase 3")
        self.node.get_by_label("Waarom hier: Mijn warme moment").fill(STORY)

    def leaflet_example(self) -> None:
        self._sweep(0, 3)
        self.option("Verzoek")
        self._sweep(19, 16)

    def _sweep(self, first: int, last: int) -> None:
        words = self.node.locator(".ov-word")
        words.nth(first).scroll_into_view_if_needed()
        words.nth(first).hover()
        self.page.mouse.down()
        words.nth(last).hover()
        self.page.mouse.up()

    def words_example(self) -> None:
        self.pick("Je houdt het.")
        self.pick("Je betaalt het later.")

    def market_example(self) -> None:
        for number in ("1", "2"):
            expect(self.node.locator(".ov-body > .ov-label")).to_have_text(f"Fragment {number} van 2")
            is_stall = "Op de markt" not in self.node.locator(".ov-front").inner_text()
            self.press("Kijk na")
            expect(self.node.locator(".ov-summary")).to_have_text(
                "Vink eerst aan wat je ziet, of geen van deze."
            )
            self.option("Schaarste" if is_stall else "Sympathie")
            self.node.locator("label.ov-option").get_by_text(
                "Niet eerlijk" if is_stall else "Eerlijk", exact=True
            ).click()
            self.press("Kijk na")
            told = "Dat is goed." if is_stall else "Nog niet helemaal."
            expect(self.node.locator(".ov-summary")).to_have_text(told)
            self.press("Volgend fragment" if number == "1" else "Bekijk hoe het ging")
        over = self.node.locator(".ov-over")
        expect(over).to_contain_text("1 van 2 helemaal goed.")
        expect(over.locator("svg path")).to_have_count(1)
        expect(over.locator("li")).to_have_text("1× sympathie aangevinkt waar het wederkerigheid was.")
        expect(over).to_contain_text("Denk het cadeau weg.")

    def thank_you_example(self) -> None:
        # At first: question, invite, tip, thanks.
        steps = self.node.locator(".ov-step")
        steps.filter(has_text="Je bedankt").drag_to(steps.filter(has_text="Je nodigt uit"))
        self.press("Omlaag: Je nodigt uit om te vertellen hoe het beviel.")

    def letters_example(self) -> None:
        self.node.locator("input[type=range]").fill("33")
        self.press("Leg mijn voorspelling vast")

    def two_tests_example(self) -> None:
        self.node.locator("input[type=range]").fill("9")
        self.press("Leg beide toetsen naast elkaar")
        expect(self.exercise.summary).to_contain_text("Beantwoord eerst alle vragen van deze toets: nog 14.")

    def gifts_in_order(self) -> None:
        # At first: none, small, large.
        steps = self.node.locator(".ov-step")
        steps.filter(has_text="met vier kaarten").drag_to(steps.filter(has_text="zonder iets"))
        self.press("Leg mijn voorspelling vast")

    def own_case_example(self) -> None:
        self.node.get_by_label("Eén mens").fill(CASE[0])
        self.node.get_by_label("Wat je nu vraagt").fill(CASE[1])

    def next_case(self) -> None:
        self.press("Neem over")
        self.node.get_by_label("Wat je nu vraagt").fill(CASE[1] + " Graag.")
        self.node.locator("summary", has_text="Je versies naast elkaar").click()
        expect(self.node.locator(".ov-version-columns > li")).to_have_count(2)

    def monday_example(self) -> None:
        expect(self.node.locator(".ov-page")).to_contain_text(CASE[0])
        self.node.get_by_label("Eerste stap").fill(CASE[2])

    def this_week_example(self) -> None:
        self.node.locator("textarea").fill(STORY)

    def button_example(self) -> None:
        self.node.locator("textarea").fill(MAIL)
        self.press("Leg versie 1 opzij")

    def bottle_example(self) -> None:
        self.press("Zet de klok stil")
        expect(self.node.locator(".ov-stage")).to_have_count(2)
        expect(self.node.locator(".ov-stage:visible")).to_have_count(1)
        self.option("De grijze")
        self.press("Dit kies ik")
        expect(self.node.locator(".ov-unmask")).to_contain_text("verzonnen")
        expect(self.node.locator(".ov-stage:visible")).to_have_count(2)

    def gift_or_trade_example(self) -> None:
        self.drag("De buurtmoestuin", "Cadeau")
        self.pick("Ruil")  # the bicycle
        self.pick("Proef")  # the stamps, which is not what was meant
        self.node.locator(".ov-card", has_text="De elfde koffie").click()
        self.pick("Ruil")
        self.pick("Proef")  # the coffee

    def one_gift(self) -> None:
        self.option("Een tip bij de bon")
        self.option("Gok")

    def tip_guess(self) -> None:
        self.option("Evenveel")
        self.press("Leg mijn voorspelling vast")

    def long_answers(self) -> None:
        self.node.locator(".ov-left", has_text="een kwartier in de rij").click()
        self.pick("Wat fijn om te horen!")
        self.pick("We brengen hem om drie uur bij je thuis.")

    def leaflet_by_sentence(self) -> None:
        sentences = self.node.locator(".ov-sentence")
        sentences.nth(0).click()
        sentences.nth(1).click()
        sentences.nth(1).click()  # not what was meant
        self.option("Verzoek")
        sentences.nth(2).click()

    def gift_again(self) -> None:
        expect(self.node.locator(".ov-earlier")).to_contain_text("Toen koos je")
        expect(self.node.locator(".ov-earlier")).to_contain_text("Een tip bij de bon")
        self.option("Een korting")
        expect(self.node.locator(".ov-earlier")).to_contain_text("Nu kies je anders.")

    def next_week_example(self) -> None:
        self.press("Neem over")
        expect(self.node.locator("textarea")).to_be_focused()

    def three_verdicts(self) -> None:
        self.press("Begin met het origineel")
        self.node.locator("textarea").fill(FOLDER)


class Keyboard:
    """Has no mouse: walks with Tab, and presses keys."""

    def __init__(self, exercise: Exercise) -> None:
        self.exercise, self.node, self.page = exercise, exercise.node, exercise.page

    def keys(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def walk(self, selector: str, key: str = "Tab") -> None:
        """Tab on until what has focus is in this exercise and matches `selector`."""
        for _step in range(500):
            self.page.keyboard.press(key)
            if self.node.evaluate(
                "(root, selector) => root.contains(document.activeElement)"
                " && document.activeElement.matches(selector)",
                selector,
            ):
                return
        raise AssertionError(f"{key} does not lead to {selector}")

    def press(self, name: str) -> None:
        expect(self.node.get_by_role("button", name=name, exact=True)).to_be_visible()  # or it is a long walk
        for _step in range(40):
            self.walk("button")
            if self.focused() == name:
                return self.keys("Enter")
        raise AssertionError(f"Tab does not lead to the button {name}")

    def press_card(self, text: str, key: str = "Tab") -> None:
        """Walk to the button that holds `text`, and press it."""
        for _step in range(40):
            self.walk("button", key)
            if text in self.focused():
                return self.keys("Enter")
        raise AssertionError(f"{key} does not lead to {text}")

    def choose(self, text: str, within: str = "") -> None:
        """Walk to the radio buttons `within`, and on to the one that says `text`.

        Where one lands first differs: Chromium goes to the one that had focus last when none is chosen.
        """
        self.walk(f"{within}input[type=radio]")
        self.keys("Space")
        for _step in range(10):
            if text in self.page.evaluate("() => document.activeElement.closest('label').textContent"):
                return
            self.keys("ArrowDown")
        raise AssertionError(f"no radio button says {text}")

    def focused(self) -> str:
        """The name of what has focus."""
        return self.page.evaluate(
            "() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent"
        )

    def which_gift(self) -> None:
        self.walk("input[type=checkbox]")
        self.keys("Space", "Tab", "Tab", "Space")
        self.walk(".ov-levels input")
        self.keys("Space", "ArrowRight", "ArrowRight")

    def bouquet_example(self) -> None:
        for steps, reason in zip([0, 0, 1], REASONS, strict=True):
            self.walk("input[type=radio]")
            self.keys("Space", *["ArrowDown"] * steps)
            self.walk("textarea")
            self.page.keyboard.type(reason)
            self.press("Verder")

    def peeking_example(self) -> None:
        self.walk("input[type=range]")
        self.keys(*["ArrowRight"] * 3)  # a slider stands in the middle at first
        self.press("Leg mijn voorspelling vast en draai")
        assert self.focused() == "Draai nog een ronde", "focus stays with the button"
        self.keys("Enter")
        expect(self.node.get_by_role("status")).to_contain_text("De beginstand (2 rondes). Stoppen zodra")
        self.walk('input[type=range][aria-label="Hoe vaak je kijkt"]', "Shift+Tab")
        self.keys(*["ArrowRight"] * 2)
        self.press("Draai nog een ronde")
        self.walk("input[type=radio]")
        self.keys("Space", "ArrowDown")

    def cards_example(self) -> None:
        self.walk("button")
        self.keys("Space", "1", "Space", "2")

    def heat_pump_example(self) -> None:
        said = self.node.locator(".ov-sr[role=status]")
        self.press("Welke huizen heb je gemeten?")
        assert self.focused() == "Welke huizen heb je gemeten?Zestig, allemaal na 2010 gebouwd."
        expect(said).to_have_text("Nieuwe vraag: “En een huis uit 1930?” Beurten over: 2 van 3")
        self.press("En een huis uit 1930?")
        self.choose("Eerst navragen")
        self.press("Hoe weet je dat?")
        expect(said).to_have_text("Je beurten zijn op. Geef je oordeel.")
        self.walk("button")
        assert self.focused() == "Wat verdien jij aan dit advies?", "what is closed can still be read"
        self.keys("Enter")
        self.choose("Erop bouwen", "[aria-labelledby$=installer] ")

    def walk_example(self) -> None:
        self.radio("Hoe voelt het: Vooraf", "heel fijn")
        self.radio("Hoe voelt het: Daarna", "vervelend")
        self.walk(".ov-take")
        self.keys("1")
        self.walk("textarea")
        self.page.keyboard.type(MOTIVES["tip"])
        self.press("Volgend gebaar")
        assert self.focused() == "B. Een handgeschreven bedankje", "focus goes along with the card"
        self.keys("2")
        self.walk("textarea")
        self.page.keyboard.type(MOTIVES["note"])

    def radio(self, group: str, word: str) -> None:
        """Walk to the radio buttons of a group, and on to the one of that name."""
        self.walk(f'[aria-label="{group}"] input[type=radio]')
        self.keys("Space")
        name = (
            "() => document.activeElement.getAttribute('aria-label')"
            " ?? document.activeElement.closest('label').textContent"
        )
        for _step in range(6):
            if self.page.evaluate(name) == word:
                return
            self.keys("ArrowDown")
        raise AssertionError(f"no radio button says {word}")

    def hour_by_hour_example(self) -> None:
        for phase, word in {
            "Bestellen": "fijn",
            "Zes weken wachten": "vervelend",
            "De bank komt": "heel vervelend",
        }.items():
            self.radio(f"Hoe voelt het: {phase}", word)
        for moment, label in MOMENTS.items():
            self.radio(f"Wat is dit: {moment}", label)
        self.press_card("Halverwege een foto")
        self.keys("2")
        self.walk("textarea")
        self.page.keyboard.type(HOURS["update"])
        self.press("Volgend gebaar")
        self.keys("3")
        self.walk("textarea")
        self.page.keyboard.type(HOURS["call"])
        self.press_card("Een kortingscode", "Shift+Tab")
        self.keys("1")
        expect(self.node.get_by_role("status")).to_have_text(FULL)

    def own_road_example(self) -> None:
        self.radio("Hoe voelt het: Fase 1", "fijn")
        self.radio("Hoe voelt het: Fase 3", "vervelend")
        self.walk('[aria-label="Naam van fase 1"]')
        self.page.keyboard.type("Kennismaken")
        self.walk("textarea")
        self.page.keyboard.type("koffie\nrondleiding")
        self.radio("Wat is dit: Kennismaken", "Goed zo")
        self.walk('[aria-label="Naam van fase 3"]')
        self.page.keyboard.type("Weer naar huis")
        self.radio("Wat is dit: Weer naar huis", "Zakelijk")
        self.press_card("Weer naar huis")
        self.walk("textarea")
        self.page.keyboard.type(STORY)

    def leaflet_example(self) -> None:
        self.walk(".ov-word")
        self.keys(*["Shift+ArrowRight"] * 3, "Enter")
        self.walk(".ov-pens input", "Shift+Tab")
        self.keys("ArrowRight")
        self.walk(".ov-word")
        self.keys("End", *["Shift+ArrowLeft"] * 3, "Enter")

    def words_example(self) -> None:
        self.press_card("Je houdt het.")
        self.press_card("Je betaalt het later.", "Shift+Tab")

    def market_example(self) -> None:
        front = self.node.locator(".ov-front")
        for number in ("1", "2"):
            expect(self.node.locator(".ov-body > .ov-label")).to_have_text(f"Fragment {number} van 2")
            is_stall = "Op de markt" not in front.inner_text()
            if number == "1":
                self.walk("input[type=checkbox]")
            else:
                expect(front).to_be_focused()
            self.keys("1", "0", "2" if is_stall else "3")  # what is ticked goes when there is none, and back
            expect(self.node.locator("input[type=checkbox]:checked")).to_have_count(1)
            self.choose("Niet eerlijk" if is_stall else "Eerlijk")
            self.press("Kijk na")
            expect(self.node.locator(".ov-summary")).to_be_focused()
            self.press("Volgend fragment" if number == "1" else "Bekijk hoe het ging")
        expect(self.node.locator(".ov-over")).to_be_focused()

    def thank_you_example(self) -> None:
        # At first: question, invite, tip, thanks.
        up = "Omhoog: Je bedankt voor de bestelling."
        self.press(up)
        assert self.focused() == up, "focus stays with the step"
        self.keys("Enter")
        down = "Omlaag: Je nodigt uit om te vertellen hoe het beviel."
        self.press(down)
        self.keys("Enter")  # at its end the button does nothing, and keeps the focus
        assert self.focused() == down

    def letters_example(self) -> None:
        self.walk("input[type=range]")
        self.keys(*["ArrowRight"] * 3)  # a slider stands in the middle at first
        self.press("Leg mijn voorspelling vast")

    def two_tests_example(self) -> None:
        self.walk("input[type=range]")
        self.keys("ArrowRight", "ArrowRight")
        self.press("Leg beide toetsen naast elkaar")

    def gifts_in_order(self) -> None:
        # At first: none, small, large.
        up = "Omhoog: Een brief met vier kaarten."
        self.press(up)
        assert self.focused() == up
        self.keys("Enter")
        self.press("Leg mijn voorspelling vast")

    def own_case_example(self) -> None:
        self.walk("textarea")
        self.page.keyboard.type(CASE[0])
        self.keys("Tab", "Tab")
        self.page.keyboard.type(CASE[1])

    def next_case(self) -> None:
        self.press("Neem over")
        self.keys("Tab", "Tab", "End")
        self.page.keyboard.type(" Graag.")

    def monday_example(self) -> None:
        self.walk("textarea")
        self.page.keyboard.type(CASE[2])

    def this_week_example(self) -> None:
        self.walk("textarea")
        self.page.keyboard.type(STORY)

    def button_example(self) -> None:
        self.walk("textarea")
        self.page.keyboard.type(MAIL)
        self.press("Leg versie 1 opzij")

    def bottle_example(self) -> None:
        self.press("Zet de klok stil")
        expect(self.node.locator(".ov-sr[role=status]")).to_have_text("De klok staat stil.")
        self.choose("De grijze")
        self.press("Dit kies ik")
        expect(self.node.locator(".ov-unmask")).to_be_focused()

    def gift_or_trade_example(self) -> None:
        self.walk(".ov-bin")
        self.keys("Enter", "3", "2", "2")  # the third one, the stamps, is not what was meant
        assert self.focused() == "Alles heeft een plek. Pak een kaart op om die te verplaatsen."
        lift = "Pak op: De elfde koffie is gratis, na tien volle stempels."
        self.walk(f'[aria-label="{lift}"]')
        self.keys("Enter")
        assert self.focused().startswith("De elfde koffie"), "focus goes along with the card"
        self.keys("3")
        assert self.focused() == lift

    def one_gift(self) -> None:
        self.choose("Een tip bij de bon")
        self.choose("Gok", ".ov-levels ")

    def tip_guess(self) -> None:
        self.choose("Evenveel.")
        self.press("Leg mijn voorspelling vast")

    def long_answers(self) -> None:
        self.walk(".ov-left")
        lines = self.node.locator(".ov-partner-card").all_inner_texts()
        for text in ("om drie uur bij je thuis", "Wat fijn om te horen!"):
            self.keys(str(1 + next(at for at, line in enumerate(lines) if text in line)))

    def leaflet_by_sentence(self) -> None:
        self.walk(".ov-sentence")
        expect(self.node.locator(".ov-keys")).to_be_visible()
        self.keys("Enter", "Tab", "Space", "Space")
        self.walk(".ov-pens input", "Shift+Tab")
        self.keys("ArrowRight")
        self.walk(".ov-sentence")
        self.keys("Tab", "Tab", "Enter")

    def gift_again(self) -> None:
        self.choose("Een korting")
        expect(self.node.locator(".ov-earlier")).to_contain_text("Nu kies je anders.")

    def next_week_example(self) -> None:
        self.press("Neem over")
        expect(self.node.locator("textarea")).to_be_focused()

    def three_verdicts(self) -> None:
        self.walk("textarea")
        self.page.keyboard.type(FOLDER)


MEANS = {"mouse": Mouse, "keyboard": Keyboard}


def do(exercise: Exercise, means: str = "mouse") -> None:
    """Do one exercise of the gallery."""
    expect(exercise.node).to_be_visible()
    getattr(MEANS[means](exercise), exercise.name.replace("-", "_"))()


assert answers().keys() == EXERCISES.keys(), (
    "each exercise of the gallery needs an answer here, and two ways to give it: "
    f"{sorted(answers().keys() ^ EXERCISES.keys())}"
)
