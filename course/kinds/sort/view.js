import { exercise } from "../../view/frontend/exercise.js";
import { arrange, focused, h, toggle } from "../../view/frontend/dom.js";
import { asRecord, has, keep, put } from "../../view/frontend/values.js";
import { draggable, dropPlace, takeDrops } from "../../view/frontend/cards.js";
import { numberKeys, numberOf } from "../../view/frontend/keys.js";

/** A well-shaped answer: known cards in known bins. */
export function cleanSort(raw, content) {
  return { placed: keep(asRecord(raw).placed, (card, bin) => has(content.cards, card) && has(content.bins, bin)) };
}

/** The card in hand: the one that was picked up, or else the first without a place. */
export function cardInHand(ids, placed, held) {
  return held ?? ids.find((id) => !has(placed, id)) ?? null;
}

/** Cards are dealt one by one above the bins; a card that has its place can be picked up again. */
function drawSort({ content, t, uid, body, answer, change, say, slot }) {
  const bins = asRecord(content.bins);
  const texts = asRecord(content.cards);
  const ids = Object.keys(texts);
  let held = null; // the card that was picked up from its bin

  const turn = h("p", { class: "ov-label" });
  const face = h("p", { class: "ov-card ov-face", tabindex: "-1", ...draggable(uid, inHand) });
  const buttons = Object.entries(bins).map(([id, title], at) => binButton(id, String(title), at));
  const back = h("button", { type: "button", class: "ov-button ov-small", onclick: () => place(held, "") }, t("Back to the pile"));
  const hand = h("div", { class: "ov-hand", role: "group", "aria-label": t("The card in your hand") },
    turn, h("div", { class: "ov-deck" }, face, h("div", { class: "ov-size", "aria-hidden": "true" }, ids.map((id) => h("span", {}, String(texts[id]))))),
    h("div", { class: "ov-bins" }, buttons.map(({ node }) => node)), back);
  const done = h("p", { class: "ov-help", tabindex: "-1" }, t("Everything has a place. Pick up a card to move it."));
  const cards = ids.map((id) => placedCard(id, String(texts[id])));
  const piles = Object.entries(bins).map(([id, title]) => ({
    id, title, ...dropPlace({ title, uid, id, ondrop: (card) => place(card, id) }),
  }));
  body.append(hand, done, h("div", { class: "ov-bins" }, piles.map(({ node }) => node)));
  numberKeys(body, (at) => {
    if (!buttons[at] || inHand() === null) return false;
    place(inHand(), buttons[at].id);
    return true;
  });

  body.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || held === null) return;
    const { grip } = cards.find(({ id }) => id === held);
    lift(held);
    grip.focus({ preventScroll: true });
  });

  function inHand() {
    return cardInHand(ids, answer().placed, held);
  }

  function binButton(id, title, at) {
    const node = h("button", {
      type: "button", class: "ov-button ov-bin", "aria-keyshortcuts": numberOf(at) || null, onclick: () => place(inHand(), id),
    }, h("span", { class: "ov-key", "aria-hidden": "true" }, numberOf(at)), h("span", {}, title));
    takeDrops(node, uid, (card) => place(card, id));
    return { id, node };
  }

  function placedCard(id, text) {
    const grip = h("button", { type: "button", class: "ov-grip", "aria-label": t("Pick up: {card}", { card: text }) },
      h("span", { "aria-hidden": "true" }, "⠿"));
    const node = h("li", {
      class: "ov-card", ...draggable(uid, () => id), onclick: ({ target }) => target.closest("details") || lift(id),
    }, grip, h("div", { class: "ov-card-text" }, h("span", {}, text), slot(id)));
    return { id, node, grip };
  }

  function lift(id) {
    held = held === id ? null : id;
    paint(answer());
    if (held === null) return say(t("“{card}” is back in its place.", { card: texts[id] }));
    hand.scrollIntoView({ block: "nearest" });
    face.focus({ preventScroll: true });
  }

  function place(card, bin) {
    if (!has(texts, card)) return;
    const lifted = card === held;
    const within = focused(hand);
    held = null;
    change({ placed: put(answer().placed, card, bin) });
    const next = inHand();
    say([bin ? t("“{card}” is now at {place}.", { card: texts[card], place: bins[bin] })
      : t("“{card}” is back on the pile.", { card: texts[card] }),
    next === null ? "" : t("Next card: “{card}”", { card: texts[next] })].join(" "));
    // Focus stays with a card that was picked up; after the last one there is no hand to stay in.
    if (lifted && bin) cards.find(({ id }) => id === card).grip.focus({ preventScroll: true });
    else if (within && next === null) done.focus({ preventScroll: true });
    else if (within && !bin) face.focus({ preventScroll: true }); // the button that was pressed is gone
  }

  function paint({ placed }) {
    const card = inHand();
    const open = ids.filter((id) => !has(placed, id)).length;
    toggle(hand, card !== null);
    toggle(done, card === null);
    toggle(back, held !== null);
    turn.textContent = held === null ? t("Still to place: {n}", { n: open }) : t("You picked this up. Where does it go?");
    face.textContent = card === null ? "" : String(texts[card]);
    for (const { node, id } of cards) node.toggleAttribute("data-held", id === held);
    for (const { node, list, name, id, title } of piles) {
      const here = cards.filter((each) => placed[each.id] === id);
      arrange(list, here.map((each) => each.node));
      name.textContent = `${title} (${here.length})`;
      toggle(node, here.length > 0);
    }
  }

  return (next) => {
    if (!has(next.placed, held)) held = null;
    paint(next);
  };
}

export default exercise({ name: "sort", clean: cleanSort, draw: drawSort, part: ({ placed }, card) => placed[card] ?? null });
