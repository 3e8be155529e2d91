import { fill, h, svg } from "../../view/frontend/dom.js";
import { takeDrops } from "../../view/frontend/cards.js";
import { takesBack } from "../../view/frontend/radios.js";
import { feelingPoints, HEIGHT, stretches } from "./line.js";

/**
 * The chart in which one draws how each phase feels: {node, show(state)}. Every phase is a group of five radio buttons,
 * and the line goes through the chosen ones.
 *
 * `words` are [feeling, word] from best to worst, and `phases` are ids; `feel(phase, n)` hears a choice and
 * `clear(field, phase, name)` that it is taken back; `drop(phase)` gives what takes a card that is dropped there.
 */
export function feelingChart({ uid, t, words, phases, feel, clear, drop }) {
  const drawn = svg("svg", { class: "ov-drawn", "aria-hidden": "true", height: HEIGHT });
  const columns = phases.map((id, at) => {
    const dots = words.map(([n, word]) => {
      const input = h("input", { type: "radio", name: `${uid}-feel-${id}`, "aria-label": word, title: word, onchange: () => feel(id, n) });
      const node = h("label", { class: "ov-level" }, input);
      takesBack(node, input, () => clear("feelings", id, group.getAttribute("aria-label")));
      return { n, input, node };
    });
    const group = h("div", { class: "ov-feel", role: "radiogroup" }, dots.map((dot) => dot.node),
      h("span", { class: "ov-axis", "aria-hidden": "true" }, at + 1));
    takeDrops(group, uid, drop(id));
    return { id, dots, node: group };
  });
  const plot = h("div", { class: "ov-plot" }, drawn, columns.map((column) => column.node));
  const sign = (dashed) => svg("svg", { class: "ov-sign", width: 28, height: 10, "aria-hidden": "true" },
    svg("line", { class: dashed ? "ov-trend ov-hoped" : "ov-trend", x1: 1, x2: 27, y1: 5, y2: 5 }));
  const legend = h("p", { class: "ov-legend ov-help" },
    h("span", {}, sign(false), t("how it feels now")), h("span", {}, sign(true), t("with your gesture")));
  const help = h("p", { class: "ov-clears ov-help" }, t("Press a dot once more to clear it. By keyboard: Delete."));
  const node = h("div", { class: "ov-chart", style: `--ov-phases: ${phases.length}` },
    h("div", { class: "ov-words", "aria-hidden": "true" }, words.map(([, word]) => h("span", {}, word))),
    plot, legend, help);
  drawAcross(plot, columns, feel);

  return {
    node,
    /** Draw both lines; `names` and `feelings` are by phase, `hoped` is where it would go, `badges` are letters by phase. */
    show({ names, feelings, hoped, badges }) {
      const now = feelingPoints(phases.map((id) => feelings[id] ?? null));
      const then = feelingPoints(phases.map((id) => hoped[id] ?? feelings[id] ?? null));
      const moves = (at) => now[at]?.y !== then[at]?.y;
      for (const { id, dots, node: group } of columns) {
        group.setAttribute("aria-label", t("How does it feel: {phase}", { phase: names[id] }));
        for (const { n, input } of dots) input.checked = feelings[id] === n;
      }
      help.hidden = !phases.some((id) => id in feelings);
      legend.hidden = !phases.some((_, at) => moves(at));
      fill(drawn,
        words.map(([n]) => svg("line", { class: n ? "ov-guide" : "ov-guide ov-zero", x1: 0, x2: "100%", y1: feelingPoints([n])[0].y, y2: feelingPoints([n])[0].y })),
        stretches(now).map((ends) => stretch(ends, "ov-trend")),
        then.slice(1).flatMap((to, at) => ((moves(at) || moves(at + 1)) && then[at] && to ? stretch([then[at], to], "ov-trend ov-hoped") : [])),
        then.map((point, at) => (moves(at) ? svg("circle", { class: "ov-hope", cx: `${point.x}%`, cy: point.y, r: 6 }) : null)),
        then.map((point, at) => badgeNodes(point ?? { ...feelingPoints(phases.map(() => 0))[at] }, badges[phases[at]] ?? [])));
    },
  };
}

/** Whoever draws a line across the columns, with a mouse or a finger, chooses in each the dot where the line passes. */
function drawAcross(plot, columns, feel) {
  const middle = (node, from, to) => (node.getBoundingClientRect()[from] + node.getBoundingClientRect()[to]) / 2;
  let first = null; // where the press began; one that stays in its column is a click
  let near = {}; // how near the line came to the middle of each column
  const passed = ({ clientX: x, clientY: y }) => {
    const away = ({ node }) => Math.abs(middle(node, "top", "bottom") - y);
    const column = columns.find(({ node }) => x < node.getBoundingClientRect().right) ?? columns.at(-1);
    return { column, off: Math.abs(middle(column.node, "left", "right") - x), dot: column.dots.reduce((best, dot) => (away(dot) < away(best) ? dot : best)) };
  };
  const choose = ({ column, off, dot }) => {
    if (off > (near[column.id] ?? Infinity)) return;
    near[column.id] = off;
    if (!dot.input.checked) feel(column.id, dot.n);
  };
  plot.addEventListener("pointerdown", (event) => {
    first = passed(event);
    near = {};
  });
  plot.addEventListener("pointermove", (event) => {
    if (!first || !(event.buttons & 1)) return;
    const here = passed(event);
    if (here.column === first.column && !Object.keys(near).length) {
      if (here.off < first.off) first = here;
      return;
    }
    if (!Object.keys(near).length) choose(first);
    choose(here);
  });
}

function stretch([from, to], name) {
  return svg("line", { class: name, x1: `${from.x}%`, y1: from.y, x2: `${to.x}%`, y2: to.y });
}

/** The letters of the cards that lie in a phase, beside each other above its point: a column can be as narrow as two. */
function badgeNodes({ x, y }, letters) {
  const left = (at) => 18 * (at - letters.length / 2) + 1;
  return letters.map((letter, at) => svg("svg", { class: "ov-badge", x: `${x}%`, y: y - 28, overflow: "visible" },
    svg("rect", { x: left(at), y: 0, width: 16, height: 17, rx: 4 }),
    svg("text", { x: left(at) + 8, y: 13, "text-anchor": "middle" }, letter)));
}
