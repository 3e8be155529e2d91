import { h } from "./dom.js";

/** How long a slider that is moved by keys must rest before its value counts. */
const REST = 400;

/**
 * A slider with its value beside it: {node, input, show(value)}. `put` hears the value where the reader lets go, and
 * none of the stops on the way. Null is no value yet, and is told as `empty`.
 */
export function dial({ label, low, high, step, unit, empty, written, put }) {
  let timer = null;
  let moved = false; // whether it stands elsewhere than `put` was told
  // No <output>: that would announce every stop on the way, which the slider itself already does.
  const shown = h("span", { class: "ov-value", "aria-hidden": "true" });
  const say = (value) => {
    const text = value === null ? empty : written(value, unit);
    shown.textContent = value === null ? "–" : text;
    input.setAttribute("aria-valuetext", text);
  };
  const settle = () => {
    clearTimeout(timer);
    if (!moved) return;
    moved = false;
    put(input.valueAsNumber);
  };
  const input = h("input", {
    type: "range", min: low, max: high, step: step ?? 1, "aria-label": label,
    oninput: () => {
      moved = true;
      say(input.valueAsNumber);
    },
    // An arrow key is a stop, and a change, each time.
    onchange: () => {
      clearTimeout(timer);
      timer = setTimeout(settle, REST);
    },
    onblur: settle,
    // A slider that already stands where one wants it says nothing when it is let go there.
    onpointerup: () => {
      moved = true;
      settle();
    },
  });
  // A browser takes 50 for the middle of what has no limits yet, and keeps that.
  input.valueAsNumber = Number(low) + Math.round((high - low) / 2 / (step ?? 1)) * (step ?? 1);
  return {
    node: h("label", { class: "ov-dial" }, h("span", {}, label), shown, input),
    input,
    show(value) {
      if (moved) return; // what one is moving stays where one holds it
      if (value !== null) input.valueAsNumber = value;
      say(value);
    },
  };
}

/** How numbers are written in a language: a function of a number and its unit. */
export function numberWriter(language, t) {
  const numbers = new Intl.NumberFormat(language);
  return (value, unit) => {
    const x = numbers.format(value);
    if (unit === "percent") return `${x}%`;
    if (unit === "points") return t("{x} percentage points", { x });
    if (unit === "dollar") return t("${x}", { x });
    return unit === "euro" ? t("€{x}", { x }) : x;
  };
}
