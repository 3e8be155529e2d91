import { exercise } from "../../view/frontend/exercise.js";
import { asText, fill, h } from "../../view/frontend/dom.js";
import { asList, asRecord } from "../../view/frontend/values.js";
import { DAYS, cleanFlashcards, dayName, dueCards, gradeCard, isoDay, nextDue } from "./leitner.js";

/** How long the cards in a box rest, as people say it. */
export function restOf(days, t) {
  if (days === 1) return t("after a day");
  return days % 7 ? t("after {n} days", { n: days }) : days === 7 ? t("after a week") : t("after {n} weeks", { n: days / 7 });
}

function drawFlashcards({ content, t, uid, body, answer, change }) {
  const cards = asRecord(content.cards);
  const ids = Object.keys(cards);
  const today = () => isoDay(new Date());
  const counter = h("p", { class: "ov-count" });
  const card = h("div", { class: "ov-flashcard" });
  const shelf = h("ol", { class: "ov-shelf", role: "list", "aria-label": t("When your cards come back") });
  const rule = h("p", { class: "ov-help" }, t("What you know comes back later every time; what you do not know yet, tomorrow."));
  body.append(counter, card, shelf, rule);
  let queue = null; // the cards still to do in this round
  let extra = false; // practising while nothing is due
  let turned = "";
  let shown = ""; // an unchanged card is left alone, or its button would lose focus

  const side = (id, at) => asText(asList(cards[id])[at]);
  const press = (label, onclick, main) => h("button", { type: "button", class: `ov-button${main ? " ov-main" : ""}`, onclick }, label);

  function turn(id) {
    turned = id;
    paint();
    card.querySelector(".ov-back").focus();
  }

  function grade(id, knew) {
    turned = shown = "";
    queue = knew ? queue.slice(1) : [...queue.slice(1), id];
    extra = extra && queue.length > 0;
    const boxes = gradeCard(answer().boxes, id, knew, today());
    if (boxes === answer().boxes) paint();
    else change({ boxes });
    card.querySelector(".ov-front").focus();
  }

  function practise() {
    extra = true;
    queue = [...ids];
    paint();
    card.querySelector(".ov-front").focus();
  }

  function paint() {
    const { boxes } = answer();
    const due = dueCards(ids, boxes, today()).length;
    counter.textContent = t("To practise today: {due} of {n} cards", { due, n: ids.length });
    const face = `${queue[0]} ${turned} ${queue.length > 0}`;
    if (face !== shown) fill(card, queue.length ? cardNodes(queue[0]) : restNodes(boxes));
    shown = face;
    fill(shelf, DAYS.map((days, at) => {
      const n = ids.filter((id) => boxes[id]?.box === at + 1).length;
      return h("li", {}, h("span", {}, restOf(days, t)), h("strong", {}, String(n)));
    }));
  }

  function cardNodes(id) {
    const open = turned === id;
    return [
      h("p", { class: "ov-front", id: `${uid}-front`, tabindex: "-1" }, side(id, 0)),
      open ? h("p", { class: "ov-back", tabindex: "-1" }, side(id, 1)) : null,
      h("div", { class: "ov-row" }, open
        ? [press(t("I knew it"), () => grade(id, true), true), press(t("Not yet"), () => grade(id, false))]
        : press(t("Show the answer"), () => turn(id), true)),
    ];
  }

  function restNodes(boxes) {
    const day = nextDue(boxes);
    return [
      h("p", { class: "ov-front", tabindex: "-1" }, t("Done for today.")),
      day ? h("p", { class: "ov-help" }, t("The next card comes back on {day}.", { day: dayName(day, t("en-GB")) })) : null,
      ids.length ? h("div", { class: "ov-row" }, press(t("Practise anyway"), practise)) : null,
    ];
  }

  return ({ boxes }) => {
    const due = dueCards(ids, boxes, today());
    // Answered elsewhere: no longer in this round. A card that is not yet known stays until it is.
    if (queue === null) queue = due;
    else if (!extra) queue = [...queue.filter((id) => due.includes(id) || boxes[id]?.box === 1), ...due.filter((id) => !queue.includes(id))];
    paint();
  };
}

export default exercise({ name: "flashcards", clean: cleanFlashcards, draw: drawFlashcards });
