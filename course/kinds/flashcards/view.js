import { exercise } from "../../view/frontend/exercise.js";
import { asText, fill, h } from "../../view/frontend/dom.js";
import { numberKeys } from "../../view/frontend/keys.js";
import { asList, asRecord } from "../../view/frontend/values.js";
import { ROUND, cleanFlashcards, dayName, dueCards, gradeCard, isoDay, nextDue, stacks } from "./leitner.js";

/** What the stacks are called, in their order. */
const namesOf = (t) => [t("today"), t("tomorrow"), t("in 2 days"), t("within a week"), t("later")];

function drawFlashcards({ content, t, uid, body, answer, change }) {
  const cards = asRecord(content.cards);
  const ids = Object.keys(cards);
  const today = () => isoDay(new Date());
  const counter = h("p", { class: "ov-count" });
  const card = h("div", { class: "ov-flashcard" });
  const shelf = h("ol", { class: "ov-shelf", role: "list", "aria-label": t("When your cards come back") });
  const rule = h("p", { class: "ov-help" }, t("What you know each time comes back on day 2, 7 and 30; what you do not know yet, tomorrow."));
  body.append(counter, card, shelf, rule);
  let queue = null; // the cards still to do in this round
  let extra = false; // practising while nothing is due
  let later = []; // what comes after this round, while practising extra
  let turned = "";
  let shown = ""; // an unchanged card is left alone, or its button would lose focus

  const side = (id, at) => asText(asList(cards[id])[at]);
  const press = (label, onclick, { main, key } = {}) => h("button", {
    type: "button", class: `ov-button${main ? " ov-main" : ""}`, "aria-keyshortcuts": key, onclick,
  }, key ? h("span", { class: "ov-key", "aria-hidden": "true" }, key === "Space" ? t("Space") : key) : null, label);

  function turn(id) {
    turned = id;
    paint();
    card.querySelector(".ov-back").focus({ preventScroll: true });
  }

  function grade(id, knew) {
    turned = shown = "";
    queue = knew ? queue.slice(1) : [...queue.slice(1), id];
    const boxes = gradeCard(answer().boxes, id, knew, today());
    if (boxes === answer().boxes) paint();
    else change({ boxes });
    card.querySelector(".ov-front").focus({ preventScroll: true });
  }

  /** The next seven: of what is due, or else of all. */
  function begin() {
    const due = dueCards(ids, answer().boxes, today());
    extra = !due.length;
    if (extra && !later.length) later = [...ids];
    queue = extra ? later.splice(0, ROUND) : due.slice(0, ROUND);
    paint();
    card.querySelector(".ov-front").focus({ preventScroll: true });
  }

  numberKeys(body, (at) => {
    if (!turned || at > 1) return false;
    grade(turned, at === 0);
    return true;
  });
  card.addEventListener("keydown", (event) => {
    if (event.key !== " " || turned || !queue.length || event.target.closest("button")) return;
    event.preventDefault();
    turn(queue[0]);
  });

  function paint() {
    const { boxes } = answer();
    const due = dueCards(ids, boxes, today()).length;
    counter.textContent = [t("To practise today: {due} of {n} cards", { due, n: ids.length }),
      queue.length ? t("in this round: {n}", { n: queue.length }) : ""].filter(Boolean).join(" · ");
    const face = `${queue[0]} ${turned} ${queue.length ? "" : due}`;
    if (face !== shown) fill(card, queue.length ? cardNodes(queue[0]) : restNodes(boxes, due));
    shown = face;
    const names = namesOf(t);
    fill(shelf, stacks(ids, boxes, today()).map((n, at) => h("li", {}, h("span", {}, names[at]), h("strong", {}, String(n)))));
  }

  function cardNodes(id) {
    const open = turned === id;
    return [
      h("p", { class: "ov-front", id: `${uid}-front`, tabindex: "-1" }, side(id, 0)),
      open ? h("p", { class: "ov-back", tabindex: "-1" }, side(id, 1)) : null,
      h("div", { class: "ov-row" }, open
        ? [press(t("I knew it"), () => grade(id, true), { main: true, key: "1" }), press(t("Not yet"), () => grade(id, false), { key: "2" })]
        : press(t("Show the answer"), () => turn(id), { main: true, key: "Space" })),
    ];
  }

  function restNodes(boxes, due) {
    const day = nextDue(boxes);
    return [
      h("p", { class: "ov-front", tabindex: "-1" }, due ? t("This round is done.") : t("Done for today.")),
      due || !day ? null : h("p", { class: "ov-help" }, t("The next card comes back on {day}.", { day: dayName(day, t("en-GB")) })),
      ids.length ? h("div", { class: "ov-row" }, press(due ? t("Another round") : t("Practise anyway"), begin, { main: due > 0 })) : null,
    ];
  }

  return ({ boxes }) => {
    const due = dueCards(ids, boxes, today());
    // Answered elsewhere: no longer in this round. A card that is not yet known stays until it is.
    if (queue === null) queue = due.slice(0, ROUND);
    else if (!extra) queue = queue.filter((id) => due.includes(id) || boxes[id]?.box === 1);
    paint();
  };
}

export default exercise({ name: "flashcards", clean: cleanFlashcards, draw: drawFlashcards });
