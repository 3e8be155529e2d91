import { fill, svg } from "../../view/frontend/dom.js";

const STEP = 18; // pixels between two feelings
const MIDDLE = 2.6 * STEP;
const HIGH = 5.2 * STEP;

/** The points of a feeling line: x in percent of the width, so that they stand above their columns; null where unknown. */
export function feelingPoints(values) {
  return values.map((value, at) => (value === null ? null : { x: ((at + 0.5) * 100) / values.length, y: MIDDLE - value * STEP }));
}

/** A line of feelings, phase by phase: {node, show(values, description)}. */
export function feelingLine() {
  const node = svg("svg", { class: "ov-line", role: "img", height: HIGH + 18 });
  return {
    node,
    show(values, description) {
      const known = feelingPoints(values).filter(Boolean);
      node.setAttribute("aria-label", description);
      fill(node,
        svg("line", { class: "ov-zero", x1: "0", x2: "100%", y1: MIDDLE, y2: MIDDLE }),
        svg("text", { class: "ov-axis", x: 0, y: 14 }, "+"),
        svg("text", { class: "ov-axis", x: 0, y: HIGH }, "−"),
        known.slice(1).map((to, at) => svg("line", {
          class: "ov-trend", x1: `${known[at].x}%`, y1: known[at].y, x2: `${to.x}%`, y2: to.y,
        })),
        known.map(({ x, y }) => svg("circle", { class: "ov-dot", cx: `${x}%`, cy: y, r: 5 })),
        values.map((_, at) => svg("text", {
          class: "ov-axis", x: `${((at + 0.5) * 100) / values.length}%`, y: HIGH + 14, "text-anchor": "middle",
        }, at + 1)));
    },
  };
}
