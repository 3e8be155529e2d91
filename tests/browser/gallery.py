"""How a participant does each exercise of the gallery, by mouse and by keyboard, and what is kept of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from playwright.sync_api import expect

from tests.browser.page import Exercise

STORY = "Dd xx: ik kreeg 00 ii een kaart.\nMét een bloem, van Ayşe."
"""Every letter of it is also a command of the notebook."""
MAIL = "Hierbij krijg je ons stappenplan. Kijk gerust of het past."
REASONS = ("Omdat het vriendelijk is.", "Hij hielp mij ook.", "Vrij blijven telt zwaarder.")
MOTIVES = {"tip": "Dan is zij nog aan het zoeken.", "call": "Dan merkt zij dat je blijft."}


def answers() -> dict[str, dict[str, Any]]:
    """What is on disk when everything has been done, by exercise."""
    today = date.today()
    return {
        "one-gift": {"chosen": ["tip"], "confidence": "sure"},
        "many-signals": {"chosen": ["now", "free"], "confidence": None},
        "card-guess": {"chosen": ["fifth"], "confidence": "guess", "committed": True},
        "gift-bins": {"placed": {"ring": "gift", "points": "trade", "advice": "trade"}},
        "mail-marks": {
            "marks": [{"from": 3, "to": 6, "label": "give"}, {"from": 12, "to": 15, "label": "ask"}]
        },
        "word-pairs": {"pairs": {"gift": "none", "trade": "both"}},
        "mail-rewrite": {"text": MAIL, "versions": [{"at": "", "text": MAIL}]},
        "bath-journey": {
            "feelings": {"look": 2, "buy": -1, "use": 1},
            "placed": {"tip": "look", "call": "use"},
            "motives": MOTIVES,
        },
        "own-story": {"text": STORY},
        "gift-dilemma": {
            "steps": [
                {"scene": "start", "choice": "take", "motive": REASONS[0]},
                {"scene": "later", "choice": "help", "motive": REASONS[1]},
            ],
            "again": {"choice": "share", "motive": REASONS[2]},
        },
        "term-cards": {
            "boxes": {
                "norm": {"box": 2, "due": (today + timedelta(days=2)).isoformat()},
                "gift": {"box": 1, "due": (today + timedelta(days=1)).isoformat()},
            }
        },
    }


def timeless(answer: dict[str, Any]) -> dict[str, Any]:
    """An answer without the moments at which its versions were set aside."""
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

    def choose(self, name: str, text: str) -> None:
        self.node.get_by_role("combobox", name=name, exact=True).select_option(label=text)

    def drag(self, card: str, place: str) -> None:
        # Dropped near the title of the place, which is in view without scrolling on the way.
        self.node.locator(".ov-card-text", has_text=card).drag_to(
            self.node.get_by_role("group", name=place, exact=True), target_position={"x": 60, "y": 20}
        )

    def one_gift(self) -> None:
        self.option("Een tip bij de bon")
        self.node.locator(".ov-levels label").nth(2).click()

    def many_signals(self) -> None:
        self.option("Nog één uur")
        self.option("Je mag het houden")

    def card_guess(self) -> None:
        self.option("Ongeveer één op de vijf")
        self.node.locator(".ov-levels label").nth(0).click()
        self.press("Leg mijn voorspelling vast")

    def gift_bins(self) -> None:
        self.drag("Een rubberen ringetje", "Cadeau")
        self.choose("Plaats: Spaarpunten", "Ruil")
        self.drag("Eerlijk advies", "Ruil")

    def mail_marks(self) -> None:
        self._sweep(3, 6)
        self.option("Vragen")
        self._sweep(15, 12)

    def _sweep(self, first: int, last: int) -> None:
        words = self.node.locator(".ov-word")
        words.nth(first).scroll_into_view_if_needed()
        words.nth(first).hover()
        self.page.mouse.down()
        words.nth(last).hover()
        self.page.mouse.up()

    def word_pairs(self) -> None:
        self.choose("Cadeau", "Niets terug")
        self.choose("Ruil", "Iets terug")

    def mail_rewrite(self) -> None:
        self.node.locator("textarea").fill(MAIL)
        self.press("Bewaar deze versie")

    def bath_journey(self) -> None:
        for phase, feeling in {
            "Rondkijken": "heel fijn",
            "Kopen": "vervelend",
            "Gebruiken": "fijn",
        }.items():
            self.choose(f"Hoe voelt het: {phase}", feeling)
        self.choose("Plaats: Een eerlijke tip", "Rondkijken")
        self.drag("Een belletje achteraf", "3. Gebruiken")
        self.node.get_by_label("Waarom hier: Een eerlijke tip").fill(MOTIVES["tip"])
        self.node.get_by_label("Waarom hier: Een belletje achteraf").fill(MOTIVES["call"])

    def own_story(self) -> None:
        self.node.locator("textarea").fill(STORY)

    def gift_dilemma(self) -> None:
        for choice, reason in zip(
            ["Ik neem de fles aan", "Ik help hem", "Ik bedank vriendelijk"], REASONS, strict=True
        ):
            self.option(choice)
            self.node.locator("textarea").fill(reason)
            self.press("Verder")

    def term_cards(self) -> None:
        self.press("Toon antwoord")
        self.press("Wist ik")
        self.press("Toon antwoord")
        self.press("Nog niet")


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
        for _step in range(20):
            self.walk("button")
            if self.page.evaluate("() => document.activeElement.textContent") == name:
                return self.keys("Enter")
        raise AssertionError(f"Tab does not lead to the button {name}")

    def one_gift(self) -> None:
        self.walk("input[type=radio]")
        self.keys("Space")
        self.walk(".ov-levels input")
        self.keys("Space", "ArrowRight", "ArrowRight")

    def many_signals(self) -> None:
        self.walk("input[type=checkbox]")
        self.keys("Space", "Tab", "Tab", "Space")

    def card_guess(self) -> None:
        self.walk("input[type=radio]")
        self.keys("Space", "ArrowDown")
        self.walk(".ov-levels input")
        self.keys("Space")
        self.press("Leg mijn voorspelling vast")

    def gift_bins(self) -> None:
        self.walk('select[aria-label="Plaats: Een rubberen ringetje"]')
        self.keys("ArrowDown")
        self.walk('select[aria-label="Plaats: Spaarpunten"]', "Shift+Tab")
        self.keys("ArrowDown", "ArrowDown")  # by way of the other bin: focus moves along with the card
        self.walk('select[aria-label="Plaats: Eerlijk advies"]', "Shift+Tab")
        self.keys("ArrowDown", "ArrowDown")

    def mail_marks(self) -> None:
        self.walk(".ov-word")
        self.keys(*["ArrowRight"] * 3, *["Shift+ArrowRight"] * 3, "Enter")
        self.walk(".ov-pens input", "Shift+Tab")
        self.keys("ArrowRight")
        self.walk(".ov-word")
        self.keys("End", *["Shift+ArrowLeft"] * 3, "Enter")

    def word_pairs(self) -> None:
        self.walk("select")
        self.page.keyboard.type("Niets")
        self.walk("select")
        self.page.keyboard.type("Iets")

    def mail_rewrite(self) -> None:
        self.walk("textarea")
        self.page.keyboard.type(MAIL)
        self.press("Bewaar deze versie")

    def bath_journey(self) -> None:
        self.walk('select[aria-label="Plaats: Een eerlijke tip"]')
        self.keys("ArrowDown")
        self.walk("textarea")
        self.page.keyboard.type(MOTIVES["tip"])
        self.walk('select[aria-label="Plaats: Een belletje achteraf"]', "Shift+Tab")
        self.keys(*["ArrowDown"] * 3)
        self.walk("textarea")
        self.page.keyboard.type(MOTIVES["call"])
        for phase, steps in {"Gebruiken": 2, "Kopen": 4, "Rondkijken": 1}.items():
            self.walk(f'select[aria-label="Hoe voelt het: {phase}"]', "Shift+Tab")
            self.keys(*["ArrowDown"] * steps)

    def own_story(self) -> None:
        self.walk("textarea")
        self.page.keyboard.type(STORY)

    def gift_dilemma(self) -> None:
        for steps, reason in zip([0, 0, 1], REASONS, strict=True):
            self.walk("input[type=radio]")
            self.keys("Space", *["ArrowDown"] * steps)
            self.walk("textarea")
            self.page.keyboard.type(reason)
            self.press("Verder")

    def term_cards(self) -> None:
        for button in ["Toon antwoord", "Wist ik", "Toon antwoord", "Nog niet"]:
            self.press(button)


MEANS = {"mouse": Mouse, "keyboard": Keyboard}


def do(exercise: Exercise, means: str = "mouse") -> None:
    """Do one exercise of the gallery."""
    expect(exercise.node).to_be_visible()
    getattr(MEANS[means](exercise), exercise.name.replace("-", "_"))()
