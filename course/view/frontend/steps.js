import { arrange, h, toggle } from "./dom.js";
import { draggable, takeDrops } from "./cards.js";
import { asList, asRecord, has } from "./values.js";

/** Known steps, each once; none at all as long as nothing was moved. */
export function cleanSteps(raw, texts) {
  return [...new Set(asList(raw).filter((step) => has(texts, step)))];
}

/** The steps as they stand: those that have a place, then the rest as they were shown at first. */
export function standing(order, ids) {
  return [...order, ...ids.filter((id) => !order.includes(id))];
}

/** The steps with one of them at another place. */
export function moved(order, id, to) {
  const rest = order.filter((each) => each !== id);
  return [...rest.slice(0, to), id, ...rest.slice(to)];
}

/**
 * Cards in a column that can be moved, by buttons and by dragging: {node, show(order, locked)}.
 * `put` hears every new order, `slot(id)` is where a verdict on a step comes.
 */
export function stepList({ texts: given, uid, t, say, slot, order, put }) {
  const texts = asRecord(given);
  const ids = Object.keys(texts);
  let isLocked = false;
  const cards = Object.fromEntries(ids.map((id) => [id, stepCard(id, String(texts[id]))]));
  const list = h("ol", { class: "ov-row-list", role: "list" });

  function now() {
    return standing(order(), ids);
  }

  function move(id, to) {
    if (isLocked || to < 0 || to >= ids.length) return;
    const next = moved(now(), id, to);
    put(next);
    say(t("“{step}” is now number {n} of {total}.", { step: texts[id], n: next.indexOf(id) + 1, total: ids.length }));
  }

  function stepCard(id, text) {
    const number = h("span", { class: "ov-number", "aria-hidden": "true" });
    const press = (sign, name, by) => h("button", {
      type: "button", class: "ov-button ov-small", "aria-label": name, onclick: () => move(id, now().indexOf(id) + by),
    }, h("span", { "aria-hidden": "true" }, sign));
    const up = press("↑", t("Move up: {step}", { step: text }), -1);
    const down = press("↓", t("Move down: {step}", { step: text }), 1);
    const moves = h("span", { class: "ov-step-moves" }, up, down);
    const node = h("li", { class: "ov-step", ...draggable(uid, () => id) }, number,
      h("div", { class: "ov-step-text" }, h("span", {}, text), slot(id)), moves);
    takeDrops(node, uid, (other) => {
      if (has(texts, other) && other !== id) move(other, now().indexOf(id));
    });
    return { node, number, moves, up, down };
  }

  return {
    node: list,
    show(steps, locked = false) {
      isLocked = locked;
      const placed = standing(steps, ids);
      placed.forEach((id, at) => {
        const { node, number, moves, up, down } = cards[id];
        number.textContent = `${at + 1}.`;
        node.draggable = !locked;
        toggle(moves, !locked);
        // Not `disabled`: the button that was just pressed would lose focus at the end of its way.
        up.setAttribute("aria-disabled", String(at === 0));
        down.setAttribute("aria-disabled", String(at === placed.length - 1));
      });
      arrange(list, placed.map((id) => cards[id].node));
    },
  };
}
