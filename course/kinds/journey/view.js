import { exercise } from "../../view/frontend/exercise.js";
import { asText, focused, h, setText, toggle } from "../../view/frontend/dom.js";
import { asRecord, has, keep, put } from "../../view/frontend/values.js";
import { cleanCompared, comparison } from "../../view/frontend/compared.js";
import { draggable, takeDrops } from "../../view/frontend/cards.js";
import { numberKeys, numberOf } from "../../view/frontend/keys.js";
import { feelingChart } from "./chart.js";
import { phaseBoard } from "./board.js";
import { lifted } from "./line.js";

/** The five feelings in words, from best to worst, as the chart reads from top to bottom. */
function feelingWords(t) {
  return [[2, t("very pleasant")], [1, t("pleasant")], [0, t("neutral")], [-1, t("unpleasant")], [-2, t("very unpleasant")]];
}

/** A well-shaped answer: known phases, moments and cards, feelings from -2 to 2, and no more cards than may be placed. */
export function cleanJourney(raw, content) {
  const { feelings, placed, motives, labels, names, contacts } = asRecord(raw);
  const isText = (known) => (id, text) => has(known, id) && typeof text === "string";
  const inPlace = Object.entries(keep(placed, (card, phase) => has(content.cards, card) && has(content.phases, phase)));
  return {
    feelings: keep(feelings, (phase, n) => has(content.phases, phase) && Number.isInteger(n) && Math.abs(n) <= 2),
    placed: Object.fromEntries(inPlace.slice(0, content.at_most || inPlace.length)),
    motives: keep(motives, isText(content.cards)),
    ...(Object.keys(asRecord(content.labels)).length ? { labels: keep(labels, (id, label) => judged(content).has(id) && has(content.labels, label)) } : {}),
    ...(content.own ? { names: keep(names, isText(content.phases)), contacts: keep(contacts, isText(content.phases)) } : {}),
    ...cleanCompared(raw, content),
  };
}

/** The ids that get a label: moments, and phases without any. */
export function judged(content) {
  return new Set(Object.keys(asRecord(content.phases)).flatMap((phase) => {
    const inside = Object.keys(asRecord(asRecord(content.moments)[phase]));
    return inside.length ? inside : [phase];
  }));
}

/** Whether one more card may be placed. */
export function hasRoom(placed, card, atMost) {
  return !atMost || has(placed, card) || Object.keys(placed).length < atMost;
}

function drawJourney({ content, t, uid, body, answer, change, say, slot, items, get, watch }) {
  const phases = Object.keys(asRecord(content.phases));
  const texts = asRecord(content.cards);
  const ids = Object.keys(texts);
  const words = feelingWords(t);
  const most = content.at_most || 0;
  const letter = (card) => String.fromCharCode(65 + ids.indexOf(card));
  const drop = (phase) => (card) => has(texts, card) && place(card, phase);
  const compared = comparison({ content, t, uid, get, watch, answer, change, say });
  const chart = content.feelings === false ? null : feelingChart({ uid, t, words, phases, feel, clear, drop });
  const board = phaseBoard({ content, t, uid, answer, change, clear, slot, drop });
  // The card in hand: what was placed, or else what is to be placed; who may choose picks one up.
  let held = ids.find((card) => has(answer().placed, card)) ?? (most && ids.length > 1 ? null : ids[0]);

  const count = h("p", { class: "ov-label" });
  const cards = ids.map((id) => {
    const where = h("span", { class: "ov-where" });
    const button = h("button", { type: "button", class: "ov-take", onclick: () => take(id), ...draggable(uid, () => id) },
      h("span", { class: "ov-key", "aria-hidden": "true" }, letter(id)), h("span", {}, asText(texts[id])), where);
    return { id, where, button, node: h("li", { class: "ov-card ov-gesture" }, button, slot(id)) };
  });
  const list = h("ul", { class: "ov-cards", role: "list" }, cards.map(({ node }) => node));
  takeDrops(list, uid, (card) => has(answer().placed, card) && place(card, ""));

  const face = h("p", { class: "ov-face", tabindex: "-1" });
  const places = phases.map((id, at) => {
    const name = h("span", {});
    return { id, name, node: h("button", { type: "button", class: "ov-button ov-bin", "aria-keyshortcuts": numberOf(at) || null, onclick: () => place(held, id) },
      h("span", { class: "ov-key", "aria-hidden": "true" }, numberOf(at)), name) };
  });
  const note = h("p", { class: "ov-note", hidden: true });
  const motive = h("textarea", { class: "ov-text", rows: 3, id: `${uid}-why`,
    oninput: () => change({ ...answer(), motives: put(answer().motives, held, motive.value) }) });
  const why = h("div", { class: "ov-reason" }, h("label", { class: "ov-label", for: motive.id }, t("Why here?")), motive);
  const back = h("button", { type: "button", class: "ov-button ov-small", onclick: () => place(held, "") }, t("Back to the pile"));
  const next = h("button", { type: "button", class: "ov-button ov-small", onclick: () => take(nextCard()) }, t("Next gesture"));
  const strip = h("div", { class: "ov-strip", role: "group", "aria-label": t("The gesture in your hand") },
    face, h("div", { class: "ov-bins", role: "group", "aria-label": t("Where?") }, places.map(({ node }) => node)), note, why, h("div", { class: "ov-row" }, back, next));
  const gestures = h("div", { class: "ov-gestures" }, count, list, strip);
  /** The card that has the focus, or else the one in hand. */
  const meant = () => cards.find(({ button }) => button === focused(list))?.id ?? held;
  numberKeys(gestures, (at) => meant() !== null && places[at] !== undefined && (place(meant(), places[at].id), true));
  // A click on a phase puts the card in hand there; one that lies somewhere stays until a button moves it.
  board.node.addEventListener("click", ({ target }) => {
    const at = [...board.node.querySelectorAll(":scope > .ov-place")].indexOf(target.closest(".ov-place"));
    if (at >= 0 && held !== null && !has(answer().placed, held) && !target.closest("label, input, textarea, details")) place(held, phases[at]);
  });
  body.append(...[chart?.node, board.node, gestures, compared.node].filter(Boolean));

  function nameOf(phase) {
    return asText(asRecord(answer().names)[phase]).trim()
      || (content.own ? t("Phase {n}", { n: phases.indexOf(phase) + 1 }) : asText(content.phases[phase]));
  }

  function feel(phase, n) {
    change({ ...answer(), feelings: put(answer().feelings, phase, n) });
  }

  /** Take back a choice; `asked` is what it answered. */
  function clear(field, id, asked) {
    change({ ...answer(), [field]: put(asRecord(answer()[field]), id, null) });
    say(t("{question}: cleared.", { question: asked }));
  }

  function nextCard() {
    return ids.find((card) => card !== held && !has(answer().placed, card) && hasRoom(answer().placed, card, most)) ?? null;
  }

  /** Pick up a card; its buttons and its field are in the strip. */
  function take(card) {
    held = card;
    note.hidden = true;
    paint(answer());
    strip.scrollIntoView({ block: "nearest" });
    face.focus({ preventScroll: true });
  }

  function place(card, phase) {
    held = card;
    const full = phase && !hasRoom(answer().placed, card, most);
    note.hidden = !full;
    if (full) {
      note.textContent = t("You may place no more than {n}. Put one back on the pile first.", { n: most });
      paint(answer());
      return say(note.textContent);
    }
    change({ ...answer(), placed: put(answer().placed, card, phase) });
    if (!phase) places[0].node.focus({ preventScroll: true }); // the button that was pressed is gone
    say([phase ? t("“{card}” is now at {place}.", { card: texts[card], place: nameOf(phase) })
      : t("“{card}” is back on the pile.", { card: texts[card] }), answered(phase)].filter(Boolean).join(" "));
  }

  /** What the line does where something was placed. */
  function answered(phase) {
    const { [phase]: then } = hoped(answer());
    const word = (n) => words.find(([feeling]) => feeling === n)[1];
    return then === undefined || then === answer().feelings[phase] ? ""
      : t("There the line goes from {now} to {then}.", { now: word(answer().feelings[phase]), then: word(then) });
  }

  /** Where the line goes with the cards that lie there; one that a check found wrong lifts nothing. */
  function hoped({ feelings, placed }) {
    const wrong = items().filter(({ verdict }) => verdict === "wrong").map(({ id }) => id);
    return chart ? lifted(feelings, keep(placed, (card) => !wrong.includes(card)), content.lifts) : {};
  }

  function paint(now) {
    const { placed, feelings, motives } = now;
    if (!has(texts, held)) held = null;
    const names = Object.fromEntries(phases.map((phase) => [phase, nameOf(phase)]));
    const here = (phase) => ids.filter((card) => placed[card] === phase);
    const open = ids.length - Object.keys(placed).length;
    count.textContent = most ? t("Placed: {n} of at most {most}", { n: Object.keys(placed).length, most })
      : open ? t("Still to place: {n}", { n: open }) : t("Everything has a place.");
    for (const { id, where, button, node } of cards) {
      where.textContent = has(placed, id) ? t("at {place}", { place: names[placed[id]] }) : "";
      button.setAttribute("aria-pressed", String(id === held));
      node.toggleAttribute("data-held", id === held);
      node.toggleAttribute("data-placed", has(placed, id));
    }
    toggle(strip, held !== null);
    if (held !== null) {
      face.textContent = `${letter(held)}. ${asText(texts[held])}`;
      for (const { id, node, name } of places) {
        name.textContent = names[id];
        node.setAttribute("aria-pressed", String(placed[held] === id));
      }
      motive.setAttribute("aria-label", t("Why here: {card}", { card: texts[held] }));
      setText(motive, motives[held] ?? "");
      toggle(why, Boolean(content.motives && has(placed, held)));
      toggle(back, has(placed, held));
      toggle(next, nextCard() !== null);
    }
    board.show(now, names, Object.fromEntries(phases.map((phase) => [phase, here(phase).map((card) => [letter(card), asText(texts[card])])])));
    chart?.show({ names, feelings, hoped: hoped(now), badges: Object.fromEntries(phases.map((phase) => [phase, here(phase).map(letter)])) });
    compared.show(now);
  }

  return paint;
}

export default exercise({
  name: "journey", clean: cleanJourney, draw: drawJourney,
  part: ({ placed, motives, labels }, id) => [placed[id] ?? null, motives[id] ?? "", asRecord(labels)[id] ?? null],
});
