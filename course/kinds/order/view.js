import { exercise } from "../../view/frontend/exercise.js";
import { arrange, h } from "../../view/frontend/dom.js";
import { draggable, takeDrops } from "../../view/frontend/cards.js";
import { asList, asRecord, has } from "../../view/frontend/values.js";

/** A well-shaped answer: known steps, each once; none at all as long as nothing was moved. */
export function cleanOrder(raw, content) {
  const known = asList(asRecord(raw).order).filter((step) => has(content.steps, step));
  return { order: [...new Set(known)] };
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

function drawOrder({ content, t, uid, body, answer, change, say, slot }) {
  const texts = asRecord(content.steps);
  const ids = Object.keys(texts);
  const cards = Object.fromEntries(ids.map((id) => [id, stepCard(id, String(texts[id]))]));
  const list = h("ol", { class: "ov-row-list", role: "list" });
  body.append(list);

  function now() {
    return standing(answer().order, ids);
  }

  function move(id, to) {
    if (to < 0 || to >= ids.length) return;
    const order = moved(now(), id, to);
    change({ order });
    say(t("“{step}” is now number {n} of {total}.", { step: texts[id], n: order.indexOf(id) + 1, total: ids.length }));
  }

  function stepCard(id, text) {
    const number = h("span", { class: "ov-number", "aria-hidden": "true" });
    const press = (sign, name, by) => h("button", {
      type: "button", class: "ov-button ov-small", "aria-label": name, onclick: () => move(id, now().indexOf(id) + by),
    }, h("span", { "aria-hidden": "true" }, sign));
    const up = press("↑", t("Move up: {step}", { step: text }), -1);
    const down = press("↓", t("Move down: {step}", { step: text }), 1);
    const node = h("li", { class: "ov-step", ...draggable(uid, () => id) }, number,
      h("div", { class: "ov-step-text" }, h("span", {}, text), slot(id)), h("span", { class: "ov-step-moves" }, up, down));
    takeDrops(node, uid, (other) => {
      if (has(texts, other) && other !== id) move(other, now().indexOf(id));
    });
    return { node, number, up, down };
  }

  return () => {
    const order = now();
    order.forEach((id, at) => {
      const { number, up, down } = cards[id];
      number.textContent = `${at + 1}.`;
      // Not `disabled`: the button that was just pressed would lose focus at the end of its way.
      up.setAttribute("aria-disabled", String(at === 0));
      down.setAttribute("aria-disabled", String(at === order.length - 1));
    });
    arrange(list, order.map((id) => cards[id].node));
  };
}

/** What a step stands behind. */
export function before({ order }, step) {
  return order.includes(step) ? order[order.indexOf(step) - 1] ?? "" : null;
}

export default exercise({ name: "order", clean: cleanOrder, draw: drawOrder, part: before });
