/**
 * Make an element. Answers and questions are data: they only ever become text or attribute values.
 * Props: `onclick` and the like are listeners; `value`, `checked` and `selected` are properties; the rest are attributes.
 */
export function h(tag, props, ...children) {
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
export function svg(tag, props, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(props ?? {})) node.setAttribute(name, String(value));
  node.append(...present(children));
  return node;
}

function present(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}

/** Replace what is in a node. */
export function fill(node, ...children) {
  node.replaceChildren(...present(children));
}

/** Put nodes in a parent in this order, moving only those that are not yet in place. */
export function arrange(parent, nodes) {
  nodes.forEach((node, at) => {
    if (parent.children[at] !== node) parent.insertBefore(node, parent.children[at] ?? null);
  });
  while (parent.children.length > nodes.length) parent.lastElementChild.remove();
}

/** The element that has focus, if it is inside root. */
export function focused(root) {
  const active = root.getRootNode().activeElement;
  return active && root.contains(active) ? active : null;
}

/** Do work that may move elements, and give focus back to the element that had it; the page stays where it is. */
export function keepFocus(root, work) {
  const before = focused(root);
  work();
  if (before?.isConnected && focused(root) !== before) before.focus({ preventScroll: true });
}

/** Change a field's text without moving the caret of someone who is typing in it. */
export function setText(field, text) {
  if (field.value === text) return;
  const typing = focused(field) === field;
  // The server may tidy spaces; taking that over mid-sentence would eat the space just typed.
  if (typing && field.value.trim() === text.trim()) return;
  const caret = field.selectionStart;
  field.value = text;
  if (typing) field.setSelectionRange(caret, caret);
}

/** Plain text as paragraphs: a blank line starts a new one, a single line break stays a line break. */
export function paragraphs(text, className) {
  return asText(text).split(/\n\s*\n/).filter((part) => part.trim())
    .map((part) => h("p", { class: className }, part.trim()));
}

/** Any value as text; anything that is not a string is nothing. */
export function asText(value) {
  return typeof value === "string" ? value : "";
}

/** Show or hide. */
export function toggle(node, shown) {
  node.hidden = !shown;
}
