import { exercise } from "../../view/frontend/exercise.js";
import { asText, h, toggle } from "../../view/frontend/dom.js";
import { asRecord, has, keep, put } from "../../view/frontend/values.js";
import { draggable, takeDrops } from "../../view/frontend/cards.js";
import { numberKeys, numberOf } from "../../view/frontend/keys.js";

/** A well-shaped answer: known left items with known right items. */
export function cleanMatch(raw, content) {
  return { pairs: keep(asRecord(raw).pairs, (left, right) => has(content.left, left) && has(content.right, right)) };
}

/** Ids in an order that is the same every time but says nothing about the order they were written in. */
export function shuffled(ids, seed) {
  return ids.map((id) => [scramble(`${seed} ${id}`), id]).sort(([a], [b]) => a - b).map(([, id]) => id);
}

/** A small hash (FNV-1a with a final mix): alike ids land far apart. */
function scramble(text) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** The next row without a partner, looking on from `row` and round again; null when all have one. */
export function nextRow(ids, pairs, row) {
  const at = ids.indexOf(row) + 1;
  return [...ids.slice(at), ...ids.slice(0, at)].find((id) => !has(pairs, id)) ?? null;
}

/**
 * One row on the left is at its turn; a click on the right gives it its partner, and the next row has its turn. Either
 * can also be dragged to the other.
 */
function drawMatch({ content, t, uid, body, answer, change, say, slot }) {
  const left = asRecord(content.left);
  const right = asRecord(content.right);
  const ids = Object.keys(left);
  let row = nextRow(ids, answer().pairs, null);

  const [lefts, rights] = [`${uid}-left`, `${uid}-right`]; // what is dragged

  const rows = ids.map((id) => {
    const partner = h("span", { class: "ov-partner" });
    const button = h("button", { type: "button", class: "ov-button ov-left", onclick: () => turnTo(id), ...draggable(lefts, () => id) },
      h("span", {}, String(left[id])), partner);
    takeDrops(button, rights, (other) => has(right, other) && join(id, other));
    return { id, button, partner, node: h("li", {}, button, slot(id)) };
  });
  const ask = h("p", { class: "ov-label", id: `${uid}-ask` });
  const choices = shuffled(Object.keys(right), String(content.id)).map((id, at) => {
    const used = h("span", { class: "ov-sr" }, t("already used"));
    const button = h("button", {
      type: "button", class: "ov-button ov-partner-card", "aria-keyshortcuts": numberOf(at) || null, onclick: () => pair(id), ...draggable(rights, () => id),
    }, h("span", { class: "ov-key", "aria-hidden": "true" }, numberOf(at)), h("span", {}, String(right[id])), used);
    takeDrops(button, lefts, (other) => has(left, other) && join(other, id));
    return { id, button, used };
  });
  const list = h("ul", { class: "ov-lefts", role: "list" }, rows.map(({ node }) => node));
  const offered = h("div", { class: "ov-rights", role: "group", "aria-labelledby": ask.id }, ask, choices.map(({ button }) => button));
  body.append(h("div", { class: "ov-columns" }, list, offered));
  numberKeys(body, (at) => choices[at] !== undefined && (pair(choices[at].id), true));

  function turnTo(id) {
    row = id;
    paint(answer());
    // In one column the choices can lie below the window, and then nothing would seem to happen.
    if (offered.getBoundingClientRect().top >= list.getBoundingClientRect().bottom) offered.scrollIntoView({ block: "nearest" });
    say(t("What goes with “{left}”?", { left: bare(left[id]) }));
  }

  function pair(id) {
    if (row !== null) join(row, id, answer().pairs[row] === id);
  }

  /** Put a row and a card together, or take them apart. */
  function join(here, id, undone = false) {
    const pairs = put(answer().pairs, here, undone ? "" : id);
    if (!undone) row = nextRow(ids, pairs, here);
    change({ pairs });
    say([undone ? t("“{left}” has no partner now.", { left: left[here] })
      : t("“{left}” goes with “{right}”.", { left: left[here], right: right[id] }), ask.textContent].join(" "));
  }

  function paint({ pairs }) {
    for (const { id, button, partner } of rows) {
      partner.textContent = has(pairs, id) ? String(right[pairs[id]]) : t("no partner yet");
      button.toggleAttribute("data-paired", has(pairs, id));
      if (id === row) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
    const taken = Object.values(pairs);
    for (const { id, button, used } of choices) {
      button.setAttribute("aria-pressed", String(row !== null && pairs[row] === id));
      button.toggleAttribute("data-used", taken.includes(id));
      toggle(used, taken.includes(id));
    }
    ask.textContent = row === null ? t("Everything has a partner. Choose a row to change it.")
      : t("What goes with “{left}”?", { left: bare(left[row]) });
  }

  return paint;
}

/** A text as it stands in quotation marks, without a full stop of its own. */
function bare(text) {
  return asText(text).replace(/\.$/, "");
}

export default exercise({ name: "match", clean: cleanMatch, draw: drawMatch, part: ({ pairs }, left) => pairs[left] ?? null });
