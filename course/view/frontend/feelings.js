import { fill, svg } from "./dom.js";

const WIDTH = 100; // of one phase, in drawing units
const STEP = 16; // between two feelings

/** The points of a feeling line, left to right; phases without a feeling are null. */
export function feelingPoints(values) {
  return values.map((value, at) => (value === null ? null : { x: (at + 0.5) * WIDTH, y: (2.7 - value) * STEP }));
}

/** A line of feelings over n phases: {node, show(values, description)}. */
export function feelingLine(n) {
  const wide = Math.max(n, 1) * WIDTH;
  const high = 5.4 * STEP;
  const node = svg("svg", { class: "ov-line", role: "img", viewBox: `0 0 ${wide} ${high + 14}` });
  return {
    node,
    show(values, description) {
      const points = feelingPoints(values);
      const known = points.filter(Boolean);
      node.setAttribute("aria-label", description);
      fill(node,
        svg("line", { class: "ov-zero", x1: 0, x2: wide, y1: 2.7 * STEP, y2: 2.7 * STEP }),
        svg("text", { class: "ov-axis", x: 2, y: 11 }, "+"),
        svg("text", { class: "ov-axis", x: 2, y: high }, "−"),
        svg("polyline", { class: "ov-trend", points: known.map(({ x, y }) => `${x},${y}`).join(" ") }),
        known.map(({ x, y }) => svg("circle", { class: "ov-dot", cx: x, cy: y, r: 4.5 })),
        values.map((_, at) => svg("text", { class: "ov-axis", x: (at + 0.5) * WIDTH, y: high + 12, "text-anchor": "middle" }, at + 1)));
    },
  };
}
