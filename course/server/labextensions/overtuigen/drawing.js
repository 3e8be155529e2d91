/* Made by `python -m course.authoring.catalogue`. */
const module0 = (() => {
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

function svg(tag, props, ...children) {
const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
for (const [name, value] of Object.entries(props ?? {})) node.setAttribute(name, String(value));
node.append(...present(children));
return node;
}

function present(children) {
return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}

function fill(node, ...children) {
node.replaceChildren(...present(children));
}

function arrange(parent, nodes) {
nodes.forEach((node, at) => {
if (parent.children[at] !== node) parent.insertBefore(node, parent.children[at] ?? null);
});
while (parent.children.length > nodes.length) parent.lastElementChild.remove();
}

function focused(root) {
const active = root.getRootNode().activeElement;
return active && root.contains(active) ? active : null;
}

function keepFocus(root, work) {
const before = focused(root);
work();
if (before?.isConnected && focused(root) !== before) before.focus({ preventScroll: true });
}

function setText(field, text) {
if (field.value === text) return;
const typing = focused(field) === field;
if (typing && field.value.trim() === text.trim()) return;
const caret = field.selectionStart;
field.value = text;
if (typing) field.setSelectionRange(caret, caret);
}

function paragraphs(text, className) {
return asText(text).split(/\n\s*\n/).filter((part) => part.trim())
.map((part) => h("p", { class: className }, part.trim()));
}

function asText(value) {
return typeof value === "string" ? value : "";
}

function toggle(node, shown) {
node.hidden = !shown;
}

return { h, svg, fill, arrange, focused, keepFocus, setText, paragraphs, asText, toggle };
})();
const module1 = (() => {
function asRecord(value) {
return value !== null && typeof value === "object" && !Array.isArray(value) ? value : {};
}

function asList(value) {
return Array.isArray(value) ? value : [];
}

function has(record, key) {
return (typeof key === "string" || typeof key === "number") && Object.hasOwn(asRecord(record), key);
}

function keep(record, allowed) {
return Object.fromEntries(Object.entries(asRecord(record)).filter(([key, value]) => allowed(key, value)));
}

function put(record, key, value) {
const { [key]: old, ...rest } = record;
return value === "" || value === null || value === undefined ? rest : { ...rest, [key]: value };
}

function same(a, b) {
if (a === b) return true;
if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
if (Array.isArray(a) !== Array.isArray(b)) return false;
const keys = Object.keys(a);
return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]));
}

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

const RADIUS = 50 / Math.PI;
const GAP = 5;

function countTasks(parts) {
return asList(parts).map(asRecord).reduce(
(sum, { done, total }) => ({ done: sum.done + done, total: sum.total + total }), { done: 0, total: 0 });
}

function arcs(parts) {
const room = 100 / parts.length;
const gap = parts.length > 1 ? GAP : 0;
return parts.map(({ done, total }, at) => {
const length = room - gap;
return { from: at * room + gap / 2, length, filled: total ? (length * done) / total : 0 };
});
}

function ring(parts) {
const arc = (kind, from, length) => svg("circle", {
class: kind, cx: 20, cy: 20, r: RADIUS, fill: "none", "stroke-dasharray": `${length} ${100 - length}`,
"stroke-dashoffset": 25 - from,
});
return svg("svg", { class: "ov-ring", viewBox: "0 0 40 40", "aria-hidden": "true" }, arcs(parts).map(
({ from, length, filled }) => [arc("ov-room", from, length), filled ? arc("ov-filled", from, filled) : null]));
}

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

const entry = { countTasks, fill, h, ring, translator };

return { entry };
})();
export default module3.entry;
