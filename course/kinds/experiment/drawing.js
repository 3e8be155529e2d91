import { svg } from "../../view/frontend/dom.js";

const SHAPES = new Set(["svg", "title", "desc", "line", "path", "rect", "circle", "text"]);

/** A drawing that the kernel made, as elements. Shapes and words come through, and nothing that could do something. */
export function drawing(text) {
  return copied(new DOMParser().parseFromString(text, "image/svg+xml").documentElement);
}

function copied(node) {
  if (node.nodeType === 3) return node.data;
  if (!SHAPES.has(node.localName)) return null;
  const kept = [...node.attributes].filter(({ name }) => isHarmless(name)).map(({ name, value }) => [name, value]);
  return svg(node.localName, Object.fromEntries(kept), [...node.childNodes].map(copied));
}

/** Whether an attribute only says how something looks. */
export function isHarmless(name) {
  return !/^on|href|^xmlns|^style$/i.test(name);
}
