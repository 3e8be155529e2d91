/* Made by `python -m course.authoring.catalogue`. */
const module0 = (() => {
/**
 * Make an element. Answers and questions are data: they only ever become text or attribute values.
 * Props: `onclick` and the like are listeners; `value`, `checked` and `selected` are properties; the rest are attributes.
 */
function h(tag, props, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (["value", "checked", "selected"].includes(name)) node[name] = value;
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...present(children));
  return node;
}

/** Make an SVG element with attributes. */
function svg(tag, props, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(props ?? {})) node.setAttribute(name, String(value));
  node.append(...present(children));
  return node;
}

function present(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}

/** Replace what is in a node. */
function fill(node, ...children) {
  node.replaceChildren(...present(children));
}

/** Put nodes in a parent in this order, moving only those that are not yet in place. */
function arrange(parent, nodes) {
  nodes.forEach((node, at) => {
    if (parent.children[at] !== node) parent.insertBefore(node, parent.children[at] ?? null);
  });
  while (parent.children.length > nodes.length) parent.lastElementChild.remove();
}

/** The element that has focus, if it is inside root. */
function focused(root) {
  const active = root.getRootNode().activeElement;
  return active && root.contains(active) ? active : null;
}

/** Do work that may move elements, and give focus back to the element that had it; the page stays where it is. */
function keepFocus(root, work) {
  const before = focused(root);
  work();
  if (before?.isConnected && focused(root) !== before) before.focus({ preventScroll: true });
}

/** Change a field's text without moving the caret of someone who is typing in it. */
function setText(field, text) {
  if (field.value === text) return;
  const typing = focused(field) === field;
  // The server may tidy spaces; taking that over mid-sentence would eat the space just typed.
  if (typing && field.value.trim() === text.trim()) return;
  const caret = field.selectionStart;
  field.value = text;
  if (typing) field.setSelectionRange(caret, caret);
}

/** Plain text as paragraphs: a blank line starts a new one, a single line break stays a line break. */
function paragraphs(text, className) {
  return asText(text).split(/\n\s*\n/).filter((part) => part.trim())
    .map((part) => h("p", { class: className }, part.trim()));
}

/** Any value as text; anything that is not a string is nothing. */
function asText(value) {
  return typeof value === "string" ? value : "";
}

/** Show or hide. */
function toggle(node, shown) {
  node.hidden = !shown;
}

return { h, svg, fill, arrange, focused, keepFocus, setText, paragraphs, asText, toggle };
})();
const module1 = (() => {
/** An object as a plain record; anything else is an empty one. Content and answers may come in any shape. */
function asRecord(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? value : {};
}

/** A list; anything else is an empty one. */
function asList(value) {
  return Array.isArray(value) ? value : [];
}

/** Whether a record has this key itself, so that "constructor" is no card. */
function has(record, key) {
  return (typeof key === "string" || typeof key === "number") && Object.hasOwn(asRecord(record), key);
}

/** Keep the pairs of a record whose key and value are allowed. */
function keep(record, allowed) {
  return Object.fromEntries(Object.entries(asRecord(record)).filter(([key, value]) => allowed(key, value)));
}

/** A copy of a record with one key set, or removed when the value is empty. */
function put(record, key, value) {
  const { [key]: old, ...rest } = record;
  return value === "" || value === null || value === undefined ? rest : { ...rest, [key]: value };
}

/** Whether two JSON values say the same, whatever the order of their keys. */
function same(a, b) {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]));
}

/** A translator for one view: a message and the values of its holes; a string that is missing shows itself. */
function translator(strings) {
  return (msgid, values = {}) => {
    const text = has(strings, msgid) ? String(strings[msgid]) : msgid;
    return text.replace(/\{(\w+)\}/g, (hole, name) => (Object.hasOwn(values, name) ? String(values[name]) : hole));
  };
}

return { asRecord, asList, has, keep, put, same, translator };
})();
const module2 = (() => {
const { asText, h, svg } = module0;
const { asList, asRecord } = module1;

/** Of a ring with a circumference of 100: its radius, and the room between two of its arcs. */
const RADIUS = 50 / Math.PI;
const GAP = 5;

/** How many exercises of some parts are done, and how many there are. */
function countTasks(parts) {
  return asList(parts).map(asRecord).reduce(
    (sum, { done, total }) => ({ done: sum.done + done, total: sum.total + total }), { done: 0, total: 0 });
}

/** The arcs of a ring, one for each part: `{from, length, filled}` of a circumference of 100, from the top on. */
function arcs(parts) {
  const room = 100 / parts.length;
  const gap = parts.length > 1 ? GAP : 0;
  return parts.map(({ done, total }, at) => {
    const length = room - gap;
    return { from: at * room + gap / 2, length, filled: total ? (length * done) / total : 0 };
  });
}

/** A ring that shows how far each of some parts is; what it says stands in words beside it. */
function ring(parts) {
  const arc = (kind, from, length) => svg("circle", {
    class: kind, cx: 20, cy: 20, r: RADIUS, fill: "none", "stroke-dasharray": `${length} ${100 - length}`,
    "stroke-dashoffset": 25 - from,
  });
  return svg("svg", { class: "ov-ring", viewBox: "0 0 40 40", "aria-hidden": "true" }, arcs(parts).map(
    ({ from, length, filled }) => [arc("ov-room", from, length), filled ? arc("ov-filled", from, filled) : null]));
}

/** The seven principles, a ring for each, and below them the first test. */
function sevenNode(seven, t) {
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

return { countTasks, arcs, ring, sevenNode };
})();
const module3 = (() => {
const { fill, h } = module0;
const { countTasks, ring } = module2;
const { translator } = module1;

/** What the extension for JupyterLab draws with. */
const entry = { countTasks, fill, h, ring, translator };

return { entry };
})();
export default module3.entry;
