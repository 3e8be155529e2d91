import { asText, h, svg } from "./dom.js";
import { asList, asRecord } from "./values.js";

/** Of a ring with a circumference of 100: its radius, and the room between two of its arcs. */
const RADIUS = 50 / Math.PI;
const GAP = 5;

/** How many exercises of some parts are done, and how many there are. */
export function countTasks(parts) {
  return asList(parts).map(asRecord).reduce(
    (sum, { done, total }) => ({ done: sum.done + done, total: sum.total + total }), { done: 0, total: 0 });
}

/** The arcs of a ring, one for each part: `{from, length, filled}` of a circumference of 100, from the top on. */
export function arcs(parts) {
  const room = 100 / parts.length;
  const gap = parts.length > 1 ? GAP : 0;
  return parts.map(({ done, total }, at) => {
    const length = room - gap;
    return { from: at * room + gap / 2, length, filled: total ? (length * done) / total : 0 };
  });
}

/** A ring that shows how far each of some parts is; what it says stands in words beside it. */
export function ring(parts) {
  const arc = (kind, from, length) => svg("circle", {
    class: kind, cx: 20, cy: 20, r: RADIUS, fill: "none", "stroke-dasharray": `${length} ${100 - length}`,
    "stroke-dashoffset": 25 - from,
  });
  return svg("svg", { class: "ov-ring", viewBox: "0 0 40 40", "aria-hidden": "true" }, arcs(parts).map(
    ({ from, length, filled }) => [arc("ov-room", from, length), filled ? arc("ov-filled", from, filled) : null]));
}

/** The seven principles, a ring for each, and below them the first test. */
export function sevenNode(seven, t) {
  const { principles, test } = asRecord(seven);
  return h("div", { class: "ov-seven" },
    h("ul", { role: "list" }, asList(principles).map(asRecord).map((one) => principle(one, t))),
    h("p", { class: "ov-first-test" }, firstTest(asRecord(test), t)));
}

function principle({ name, title, parts }, t) {
  const each = asList(parts).map(asRecord);
  const told = each.map((part) => `${asText(part.title)}: ${t("{done} of {total}", part)}`).join(", ");
  return h("li", { "data-principle": asText(name), title: told }, ring(each), h("span", { class: "ov-principle" }, asText(title)),
    h("span", { class: "ov-count", "aria-hidden": "true" }, t("{done} of {total}", countTasks(each))),
    h("span", { class: "ov-sr" }, told));
}

function firstTest({ done, total }, t) {
  if (!total) return "";
  return done < total ? t("First test: {done} of {total} questions", { done, total }) : t("First test: done");
}
